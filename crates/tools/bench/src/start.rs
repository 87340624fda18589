//! `start`: the time from the program's start to its first answer, with an existing database,
//! and its memory while it is idle.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::ensure;
use archive::Folder;
use base::{Clock, Ids};
use db::testing::TestDb;
use db::{Address, Db};

use crate::import::{ENTRIES, LINKS};
use crate::program::{Program, Scratch, free_address, release_binary};
use crate::{client, generate};

/// The number of starts with each database.
const ROUNDS: usize = 20;
/// The limit for a start.
const LIMIT: Duration = Duration::from_millis(300);
/// The idle time before the memory is measured.
const IDLE: Duration = Duration::from_secs(5);
/// The limit for the idle memory, in bytes.
const MEMORY_LIMIT: u64 = 80_000_000;

/// Measures both databases with the shipped and with a big initiative.
///
/// # Errors
/// If something fails, or a limit is exceeded.
pub(crate) async fn run() -> anyhow::Result<()> {
    let binary = release_binary()?;
    println!("{:<12} {:<10} {:>9} {:>9} {:>11}", "database", "content", "median ms", "p99 ms", "idle MB");
    let mut problems = Vec::new();
    for (content, folder) in [("shipped", Folder::embedded()?), ("big", generate::folder(ENTRIES, LINKS)?)] {
        let scratch = Scratch::new("start")?;
        let file = Address::File(scratch.path().join("start.db"));
        problems.extend(measure(&binary, &scratch, &file, content, &folder).await?);
        if db::testing::server().is_some() {
            let postgres = TestDb::new().await;
            problems.extend(measure(&binary, &scratch, &postgres.address, content, &folder).await?);
        }
    }
    ensure!(problems.is_empty(), "limits exceeded:\n{}", problems.join("\n"));
    Ok(())
}

async fn measure(
    binary: &Path,
    scratch: &Scratch,
    database: &Address,
    content: &str,
    folder: &Folder,
) -> anyhow::Result<Vec<String>> {
    let product = fill(database, folder).await?;
    let mut times = Vec::with_capacity(ROUNDS);
    let mut memory = 0;
    for round in 1..=ROUNDS {
        let address = free_address()?;
        let mut command = Command::new(binary);
        command.args(["serve", "--listen", &address.to_string(), "--database", &url(database), "--data"]);
        command.arg(scratch.path().join("data")).current_dir(scratch.path());
        let start = Instant::now();
        let program = Program::start(command, address, None)?;
        // It listens before it opens its database, so the first answer shows when it is ready.
        let (head, _) = client::ask(address, &client::request("/", "identity")).await?;
        times.push(start.elapsed());
        ensure!(head.starts_with("http/1.1 200"), "the first answer is {head}");
        if round == ROUNDS {
            tokio::time::sleep(IDLE).await;
            memory = program.memory()?;
        }
    }
    times.sort();
    let [median, p99] = [50, 99].map(|share| times[(times.len() - 1) * share / 100]);
    #[expect(clippy::cast_precision_loss, reason = "a figure to show")]
    let megabytes = memory as f64 / 1e6;
    let [shown, longest] = [median, p99].map(|time| time.as_secs_f64() * 1000.0);
    println!("{product:<12} {content:<10} {shown:>9.1} {longest:>9.1} {megabytes:>11.1}");
    let mut problems = Vec::new();
    if p99 > LIMIT {
        problems.push(format!("{product}, {content}: the start took {longest:.1} ms"));
    }
    if memory > MEMORY_LIMIT {
        problems.push(format!("{product}, {content}: {megabytes:.1} MB while idle"));
    }
    Ok(problems)
}

/// Fills an empty database and closes it.
async fn fill(database: &Address, folder: &Folder) -> anyhow::Result<&'static str> {
    let db = Db::open(database).await?;
    archive::import(&db, &Ids::new(Clock::system()), folder).await?;
    db.close().await;
    Ok(db.product())
}

/// The address as the command line expects it.
fn url(database: &Address) -> String {
    match database {
        Address::File(path) => format!("sqlite:{}", path.display()),
        Address::Postgres(url) => url.clone(),
    }
}
