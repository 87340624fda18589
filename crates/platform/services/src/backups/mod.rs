//! The state of the daily backups, for display at the desk. The job that makes them records it here.
//!
//! There is a row only while a directory for backups is set; breakage is `sqlx::Error`.

mod store;

use db::{Conn, Result};
use jiff::{SignedDuration, Timestamp};

/// Age of the last good backup from which the desk warns.
pub const OLDEST: SignedDuration = SignedDuration::from_hours(48);

/// State of the backups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupState {
    /// Time from which backups were expected.
    pub since: Timestamp,
    /// Time of the last good backup.
    pub done_at: Option<Timestamp>,
    /// Time and reason of the last failure, if it is later than the last good backup.
    pub failed: Option<(Timestamp, String)>,
}

impl BackupState {
    /// True if the last attempt has failed, or the last backup is too old.
    pub fn needs_attention(&self, now: Timestamp) -> bool {
        self.failed.is_some() || now.duration_since(self.done_at.unwrap_or(self.since)) > OLDEST
    }
}

/// State of the backups; `None` if none are expected.
///
/// # Errors
/// If the database fails.
pub async fn state(conn: &mut Conn<'_>) -> Result<Option<BackupState>> {
    store::find(conn).await
}

/// Records that backups are expected from now on, unless they were before.
///
/// # Errors
/// If the database fails.
pub async fn expect(conn: &mut Conn<'_>, now: Timestamp) -> Result<()> {
    store::begin(conn, now).await
}

/// Records that no backups are expected any more.
///
/// # Errors
/// If the database fails.
pub async fn forget(conn: &mut Conn<'_>) -> Result<()> {
    store::remove(conn).await
}

/// Records a good backup.
///
/// # Errors
/// If the database fails.
pub async fn note_done(conn: &mut Conn<'_>, at: Timestamp) -> Result<()> {
    store::note_done(conn, at).await
}

/// Records a failed backup. The reason is shown at the desk, so it must hold no secret.
///
/// # Errors
/// If the database fails.
pub async fn note_failed(conn: &mut Conn<'_>, at: Timestamp, why: &str) -> Result<()> {
    store::note_failed(conn, at, why).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use db::testing::TestDb;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[tokio::test]
    async fn failed_or_old_backup_needs_attention_until_one_is_made() {
        let test = TestDb::new().await;
        let mut tx = test.db.write().await.unwrap();
        let conn = &mut tx.conn();
        assert_eq!(state(conn).await.unwrap(), None);
        let first = at("2026-11-23T02:00:00Z");
        expect(conn, first).await.unwrap();
        expect(conn, at("2026-11-25T02:00:00Z")).await.unwrap();
        let now = state(conn).await.unwrap().unwrap();
        assert_eq!((now.since, now.needs_attention(first + OLDEST)), (first, false));
        assert!(now.needs_attention(first + OLDEST + SignedDuration::from_secs(1)), "none was ever made");
        note_failed(conn, first, "the disk is full").await.unwrap();
        let now = state(conn).await.unwrap().unwrap();
        assert_eq!(now.failed, Some((first, "the disk is full".to_owned())));
        assert!(now.needs_attention(first));
        note_done(conn, at("2026-11-24T02:00:00Z")).await.unwrap();
        let now = state(conn).await.unwrap().unwrap();
        assert!(!now.needs_attention(at("2026-11-26T02:00:00Z")));
        assert!(now.needs_attention(at("2026-11-26T02:00:01Z")), "the last good one is older than two days");
        forget(conn).await.unwrap();
        assert_eq!(state(conn).await.unwrap(), None);
    }
}
