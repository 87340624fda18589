//! The version of what the public can see.
//!
//! Pages kept in memory belong to one version. [`Tx::publish`] counts it up in the transaction
//! that changes the content; the node that wrote knows it at once, every other node within a
//! second: PostgreSQL tells it ([`CHANNEL`]), a SQLite file is asked twice a second. Versions only
//! grow, so it does not matter in which order a node hears of them.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use sqlx::PgPool;
use sqlx::postgres::PgListener;

use crate::conn::{Conn, Db, Pools, Tx};
use crate::file::DatabaseFile;
use crate::{BoxFuture, on, run};

/// Where PostgreSQL announces a new version.
const CHANNEL: &str = "content_version";
/// How long a node may go without looking. Two looks fit into the second that is promised.
const LOOK_EVERY: Duration = Duration::from_millis(450);
/// How long to rely on announcements alone: a connection whose other end vanished says nothing at all.
const LISTEN_LIMIT: Duration = Duration::from_secs(10);

const READ: &str = "SELECT version FROM content_version WHERE id = 1";
const RAISE: &str = "UPDATE content_version SET version = version + 1 WHERE id = 1 RETURNING version";
const ANNOUNCE: &str = "SELECT pg_notify($1, $2)";

/// The newest version that this process knows of. Clones share it.
#[derive(Debug, Clone, Default)]
pub(crate) struct ContentVersion(Arc<AtomicI64>);

impl ContentVersion {
    pub(crate) fn get(&self) -> i64 {
        self.0.load(Ordering::Acquire)
    }

    fn learn(&self, version: i64) {
        self.0.fetch_max(version, Ordering::AcqRel);
    }
}

impl Tx {
    /// Makes the work permanent like [`Tx::commit`], and lets every node render the public pages
    /// anew.
    pub fn publish(mut self) -> BoxFuture<'static, crate::Result<()>> {
        Box::pin(async move {
            let conn = &mut self.conn();
            let version: i64 = on!(conn, |open| sqlx::query_scalar(RAISE).fetch_one(open).await)?;
            if let Conn::Postgres(..) = conn {
                run!(conn, sqlx::query(ANNOUNCE).bind(CHANNEL).bind(version.to_string()))?;
            }
            let content = self.content.clone();
            self.commit().await?;
            content.learn(version);
            Ok(())
        })
    }
}

impl Db {
    /// The newest version of the content that this node knows of.
    pub fn content_version(&self) -> i64 {
        self.content.get()
    }

    /// Learns of versions that other nodes publish, until the database is closed. Nothing else ends it: what
    /// panics is begun anew.
    pub async fn follow_content(self) {
        self.supervise(|db| Box::pin(db.follow())).await;
    }

    async fn supervise(self, work: impl Fn(Self) -> BoxFuture<'static, ()>) {
        while let Err(error) = tokio::spawn(work(self.clone())).await {
            tracing::error!(%error, "following the content broke off and begins anew");
            tokio::time::sleep(LOOK_EVERY).await;
        }
    }

    async fn follow(self) {
        match &self.pools {
            Pools::Sqlite { file, .. } => self.look_again_and_again(file).await,
            Pools::Postgres(pool) => self.listen(pool).await,
            Pools::Preview(_) => {}
        }
    }

    async fn look_again_and_again(&self, file: &DatabaseFile) {
        let mut was_fine = true;
        while self.look_at_file(file, &mut was_fine).await {
            tokio::time::sleep(LOOK_EVERY).await;
        }
    }

    /// One look at a database that is a file; false once it is closed.
    pub(crate) async fn look_at_file(&self, file: &DatabaseFile, was_fine: &mut bool) -> bool {
        let is_open = self.look(was_fine).await;
        // Says in the log what became of the file, even while nobody writes.
        let _ = file.verify().await;
        is_open
    }

    async fn listen(&self, pool: &PgPool) {
        let mut was_fine = true;
        while self.look(&mut was_fine).await {
            if let Err(error) = self.hear(pool, &mut was_fine).await {
                tracing::debug!(%error, "waiting for the database server to announce content again");
            }
            tokio::time::sleep(LOOK_EVERY).await;
        }
    }

    /// Returns when the connection is lost, because announcements may then have been missed.
    async fn hear(&self, pool: &PgPool, was_fine: &mut bool) -> crate::Result<()> {
        let mut listener = PgListener::connect_with(pool).await?;
        listener.listen(CHANNEL).await?;
        // What was announced between the last look and now; later, whether there still is a server.
        while self.look(was_fine).await {
            while let Ok(heard) = tokio::time::timeout(LISTEN_LIMIT, listener.try_recv()).await {
                let Some(announcement) = heard? else { return Ok(()) };
                if let Ok(version) = announcement.payload().parse() {
                    self.content.learn(version);
                }
            }
        }
        Ok(())
    }

    /// Reads the version; false once the database is closed. What else can fail, passes, and is said once.
    async fn look(&self, was_fine: &mut bool) -> bool {
        match self.read_version().await {
            Ok(version) => {
                self.content.learn(version);
                if !*was_fine {
                    tracing::info!("the version of the content can be read again");
                }
                *was_fine = true;
            }
            Err(sqlx::Error::PoolClosed) => return false,
            Err(error) => {
                if *was_fine {
                    tracing::warn!(%error, "the version of the content cannot be read");
                }
                *was_fine = false;
            }
        }
        true
    }

    async fn read_version(&self) -> crate::Result<i64> {
        let mut reader = self.read().await?;
        on!(&mut reader.conn(), |open| sqlx::query_scalar(READ).fetch_one(open).await)
    }
}

#[cfg(all(test, feature = "testing"))]
mod tests {
    use super::*;
    use crate::testing::TestDb;

    async fn soon(db: &Db, version: i64) -> bool {
        for _ in 0..20 {
            if db.content_version() == version {
                return true;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        false
    }

    #[tokio::test]
    async fn other_node_learns_of_published_content_within_a_second() {
        let here = TestDb::new().await;
        let there = here.reopen().await.unwrap();
        let following = tokio::spawn(there.clone().follow_content());
        here.db.write().await.unwrap().publish().await.unwrap();
        assert_eq!(here.db.content_version(), 1, "the node that published knows at once");
        assert!(soon(&there, 1).await);
        here.db.write().await.unwrap().publish().await.unwrap();
        assert!(soon(&there, 2).await);
        there.close().await;
        tokio::time::timeout(Duration::from_secs(5), following).await.expect("following ends").unwrap();
    }

    #[tokio::test]
    async fn following_begins_anew_after_a_panic_and_ends_with_the_database_only() {
        use std::sync::atomic::AtomicUsize;
        let here = TestDb::new().await;
        let begun = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&begun);
        let following = here.db.clone().supervise(move |_| {
            let time = counted.fetch_add(1, Ordering::SeqCst);
            Box::pin(async move { assert!(time >= 2, "a fault of ours, time {time}") })
        });
        tokio::time::timeout(Duration::from_secs(20), following).await.expect("it goes on until it ends well");
        assert_eq!(begun.load(Ordering::SeqCst), 3);
    }

    #[tokio::test]
    async fn transaction_that_publishes_nothing_leaves_the_version() {
        let here = TestDb::new().await;
        here.db.write().await.unwrap().commit().await.unwrap();
        drop(here.db.write().await.unwrap());
        assert!(here.db.look(&mut true).await);
        assert_eq!(here.db.content_version(), 0);
    }
}
