//! What became of the daily backups, for those at the desk to see. Whoever makes them notes it here.
//!
//! There is something to see only while a directory for backups is set; breakage is `sqlx::Error`.

mod store;

use db::{Conn, Result};
use jiff::{SignedDuration, Timestamp};

/// After so long without a good backup somebody should look.
pub const OLDEST: SignedDuration = SignedDuration::from_hours(48);

/// How the backups stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Since when there are to be backups.
    pub since: Timestamp,
    /// When the last one was made.
    pub done_at: Option<Timestamp>,
    /// When the last try failed, and why, if no backup was made since.
    pub failed: Option<(Timestamp, String)>,
}

impl Standing {
    /// Whether somebody should look: the last try has failed, or the last backup is too old.
    pub fn needs_attention(&self, now: Timestamp) -> bool {
        self.failed.is_some() || now.duration_since(self.done_at.unwrap_or(self.since)) > OLDEST
    }
}

/// How the backups stand; `None` if none are to be made.
///
/// # Errors
/// If the database fails.
pub async fn standing(conn: &mut Conn<'_>) -> Result<Option<Standing>> {
    store::find(conn).await
}

/// From now on there are to be backups, if that was not so before.
///
/// # Errors
/// If the database fails.
pub async fn expect(conn: &mut Conn<'_>, now: Timestamp) -> Result<()> {
    store::begin(conn, now).await
}

/// No backups are to be made any more.
///
/// # Errors
/// If the database fails.
pub async fn forget(conn: &mut Conn<'_>) -> Result<()> {
    store::remove(conn).await
}

/// A backup was made.
///
/// # Errors
/// If the database fails.
pub async fn note_done(conn: &mut Conn<'_>, at: Timestamp) -> Result<()> {
    store::note_done(conn, at).await
}

/// A backup could not be made. The reason is shown at the desk: it holds no secret.
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
        assert_eq!(standing(conn).await.unwrap(), None);
        let first = at("2026-11-23T02:00:00Z");
        expect(conn, first).await.unwrap();
        expect(conn, at("2026-11-25T02:00:00Z")).await.unwrap();
        let now = standing(conn).await.unwrap().unwrap();
        assert_eq!((now.since, now.needs_attention(first + OLDEST)), (first, false));
        assert!(now.needs_attention(first + OLDEST + SignedDuration::from_secs(1)), "none was ever made");
        note_failed(conn, first, "the disk is full").await.unwrap();
        let now = standing(conn).await.unwrap().unwrap();
        assert_eq!(now.failed, Some((first, "the disk is full".to_owned())));
        assert!(now.needs_attention(first));
        note_done(conn, at("2026-11-24T02:00:00Z")).await.unwrap();
        let now = standing(conn).await.unwrap().unwrap();
        assert!(!now.needs_attention(at("2026-11-26T02:00:00Z")));
        assert!(now.needs_attention(at("2026-11-26T02:00:01Z")), "the last good one is older than two days");
        forget(conn).await.unwrap();
        assert_eq!(standing(conn).await.unwrap(), None);
    }
}
