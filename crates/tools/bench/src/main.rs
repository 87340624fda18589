//! Measurements: `cargo xtask bench NAME`.
//!
//! Runs on SQLite, and on PostgreSQL too if `TEST_DATABASE_URL` names a server, as xtask arranges.

#![expect(clippy::print_stdout, reason = "a measurement is a table on standard output")]
#![expect(clippy::disallowed_methods, reason = "measuring looks at the wall clock")]

mod allocation;
mod autosave;
mod client;
mod desk;
mod faults;
mod generate;
mod import;
mod pages;
mod program;
mod search;
mod site;
mod start;

use anyhow::bail;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    app::register()?;
    let names: Vec<String> = std::env::args().skip(1).collect();
    match names.first().map(String::as_str) {
        Some("allocation") => allocation::run(),
        // Its visitors and clients are blocking threads.
        Some("faults") => tokio::task::spawn_blocking(move || faults::run(&names[1..])).await?,
        Some("import") => import::run().await,
        Some("search") => search::run().await,
        Some("start") => start::run().await,
        // Its client runs on a runtime of its own thread.
        Some("site") => tokio::task::spawn_blocking(site::run).await?,
        Some(site::SERVER) => site::serve(&names[1..]).await,
        Some(other) => {
            bail!("there is no measurement `{other}`; there are: allocation, faults, import, search, site, start")
        }
        None => bail!("name a measurement: allocation, faults, import, search, site, start"),
    }
}
