//! `backup` and `restore`: the whole database into one file and back.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::bail;
use base::Clock;
use db::Address;

use super::say;
use crate::backup;
use crate::settings::Settings;

pub(crate) async fn backup(settings: &Settings, file: &Path, force: bool) -> anyhow::Result<()> {
    let database = match &settings.database {
        Address::File(path) => path,
        server @ Address::Postgres(_) => bail!("{}", dump(server, file)),
    };
    let clock = Clock::system();
    let begun = clock.now();
    let summary = backup::make(database, file, &clock, force).await?;
    let seconds = clock.now().duration_since(begun).as_secs_f64();
    say(&format!("backed up to {}: {summary}, {seconds:.1} seconds", file.display()))
}

/// The instructions for PostgreSQL, whose own tools make backups. The command fails, so that no nightly
/// script takes it for a backup.
fn dump(server: &Address, file: &Path) -> String {
    let version = Command::new("pg_dump").arg("--version").stdin(Stdio::null()).stderr(Stdio::null()).output();
    let is_there = match version.ok().filter(|output| output.status.success()) {
        Some(output) => format!("{} is installed here", String::from_utf8_lossy(&output.stdout).trim()),
        None => "pg_dump is not installed here: it comes with the client of PostgreSQL".to_owned(),
    };
    format!(
        "the database is on a PostgreSQL server, no backup was made: \
         run `pg_dump --format=custom --file={} {}` with the password in PGPASSWORD or ~/.pgpass ({is_there})",
        file.display(),
        server.without_password(),
    )
}

pub(crate) async fn restore(settings: &Settings, file: &Path) -> anyhow::Result<()> {
    let database = settings.data.join(Settings::DATABASE);
    match &settings.database {
        Address::File(path) if *path == database => {}
        Address::File(path) => bail!(
            "restore makes {}, but the settings name {}: leave out `database`, or copy the backup there by hand",
            database.display(),
            path.display()
        ),
        Address::Postgres(_) => {
            bail!("the settings name a PostgreSQL server: use pg_restore; a backup file belongs to SQLite")
        }
    }
    let restored = backup::restore(file, &settings.data, &database).await?;
    let checksum = if restored.has_checksum { "checksum compared" } else { "no checksum lies beside it" };
    let pages = if restored.are_pages_compared {
        "all as they were"
    } else {
        "made by another build of this program, so not compared"
    };
    say(&format!("ok: restored to {}: {} ({pages}), {checksum}", database.display(), restored.summary))
}
