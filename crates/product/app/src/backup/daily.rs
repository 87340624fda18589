//! The nightly backup: a daily job, so that one node makes it; old backups are deleted; the outcome is
//! recorded for the desk.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use base::Clock;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use services::backups;
use services::jobs::{BoxFuture, DailyWork, Trouble};
use web::AppState;

/// Beginning of the names of backups, by which we recognize those that we may delete.
const PREFIX: &str = "zukunftsbildung-";
/// Ending of the names of backups.
const ENDING: &str = ".db";
/// Format of the instant in between: `20261129T020000Z`.
const INSTANT: &str = "%Y%m%dT%H%M%SZ";

/// The directory of backups, and their retention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Created if missing.
    pub directory: PathBuf,
    /// Retention in days.
    pub keep_days: u16,
}

/// The handler of the nightly backup.
#[derive(Debug)]
pub struct NightlyBackup {
    /// State of the application.
    pub state: AppState,
    /// The database file.
    pub database: PathBuf,
    /// Directory and retention.
    pub plan: Plan,
}

impl NightlyBackup {
    /// The kind of its jobs.
    pub const KIND: &str = "backup";

    async fn make_and_note(&self) -> Result<(), Trouble> {
        let clock = &self.state.clock;
        let made = self.make(clock).await;
        let mut tx = self.state.db.write().await?;
        match &made {
            Ok(()) => backups::note_done(&mut tx.conn(), clock.now()).await?,
            Err(cause) => backups::note_failed(&mut tx.conn(), clock.now(), &format!("{cause:#}")).await?,
        }
        tx.commit().await?;
        Ok(made?)
    }

    async fn make(&self, clock: &Clock) -> anyhow::Result<()> {
        let Plan { directory, keep_days } = &self.plan;
        db::private::make_folder(directory)
            .with_context(|| format!("backup directory {} cannot be made", directory.display()))?;
        // There is one backup at a time, so an unfinished one was left by a process that died.
        remove(directory, |name| name.strip_prefix('.').is_some_and(|rest| made_at(rest, &UNFINISHED).is_some()))?;
        let file = directory.join(format!("{PREFIX}{}{ENDING}", clock.now().strftime(INSTANT)));
        let summary = super::make(&self.database, &file, clock, true).await?;
        tracing::info!(file = %file.display(), "backup made: {summary}");
        // Only now: if no backup succeeds any more, the last good ones stay.
        remove(directory, |name| is_old(name, clock.now(), *keep_days)).context("the backup was made")
    }
}

impl DailyWork for NightlyBackup {
    fn kind(&self) -> &'static str {
        Self::KIND
    }

    fn run(&self) -> BoxFuture<'_, Result<(), Trouble>> {
        Box::pin(self.make_and_note())
    }
}

/// Endings of the name of a finished backup, and of its checksum.
const FINISHED: [&str; 2] = ["", ".sha256"];
/// Endings of the names of unfinished files.
const UNFINISHED: [&str; 5] = [".part", ".part-wal", ".part-shm", ".part-journal", ".sha256.part"];

/// Deletes files by their names.
fn remove(directory: &Path, which: impl Fn(&str) -> bool) -> anyhow::Result<()> {
    for entry in fs::read_dir(directory).with_context(|| format!("cannot read {}", directory.display()))? {
        let entry = entry?;
        let name = entry.file_name();
        let Some(name) = name.to_str().filter(|_| entry.file_type().is_ok_and(|kind| kind.is_file())) else { continue };
        if which(name) {
            fs::remove_file(entry.path()).with_context(|| format!("cannot remove {name}"))?;
        }
    }
    Ok(())
}

/// True for a backup of ours, or its checksum, whose retention has ended.
fn is_old(name: &str, now: Timestamp, keep_days: u16) -> bool {
    let kept = SignedDuration::from_hours(24 * i64::from(keep_days));
    made_at(name, &FINISHED).is_some_and(|made| now.duration_since(made) > kept)
}

/// The instant in the name of one of our files; `None` for other files.
fn made_at(name: &str, endings: &[&str]) -> Option<Timestamp> {
    let (instant, behind) = name.strip_prefix(PREFIX)?.split_once(ENDING)?;
    let at = DateTime::strptime(INSTANT, instant).ok().filter(|_| endings.contains(&behind))?;
    TimeZone::UTC.to_timestamp(at).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_old_backups_of_ours_are_removed() {
        let now: Timestamp = "2026-11-29T02:00:00Z".parse().unwrap();
        for old in ["zukunftsbildung-20261115T015959Z.db", "zukunftsbildung-20261114T020000Z.db.sha256"] {
            assert!(is_old(old, now, 14), "{old}");
            assert!(!is_old(old, now, 16), "{old}");
        }
        for other in [
            "zukunftsbildung-20261115T020000Z.db",
            "zukunftsbildung-20261101T020000Z.db.old",
            "zukunftsbildung-before-the-move.db",
            "zukunftsbildung.db",
            "notes-20200101T020000Z.db",
            ".zukunftsbildung-20200101T020000Z.db.part",
        ] {
            assert!(!is_old(other, now, 14), "{other}");
        }
    }

    #[test]
    fn folder_with_the_name_of_a_backup_stays() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("zukunftsbildung-20200101T020000Z.db");
        fs::create_dir(&inner).unwrap();
        remove(folder.path(), |_| true).unwrap();
        assert!(inner.exists());
    }
}
