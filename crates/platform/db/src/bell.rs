//! Wakes the workers of this process as soon as work for them is committed.
//!
//! A store that inserts a job marks its connection ([`Conn::wake_workers`]); the transaction remembers the
//! mark, and its commit wakes the workers. So callers need not think of it after the commit, and a
//! transaction that is rolled back wakes nobody.

use std::sync::Arc;

use tokio::sync::watch;

use crate::conn::{Conn, Db};

/// Wakes every worker that listens. Clones share it.
#[derive(Debug, Clone)]
pub(crate) struct Bell(Arc<watch::Sender<()>>);

impl Default for Bell {
    fn default() -> Self {
        Self(Arc::new(watch::Sender::new(())))
    }
}

impl Bell {
    pub(crate) fn ring(&self) {
        self.0.send_replace(());
    }
}

/// Set if the transaction stored work; a connection outside of a transaction has no mark.
#[derive(Debug)]
pub struct Mark<'c>(pub(crate) Option<&'c mut bool>);

/// Wake-ups for work that this process commits. Work committed since the last call is not missed.
#[derive(Debug, Clone)]
pub struct Wakeups(watch::Receiver<()>);

impl Wakeups {
    /// Returns when work was committed since the last call; never, if the database is closed.
    pub async fn next(&mut self) {
        if self.0.changed().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}

impl Db {
    /// Subscribes a worker to wake-ups.
    pub fn wakeups(&self) -> Wakeups {
        Wakeups(self.bell.0.subscribe())
    }
}

impl Conn<'_> {
    /// Wakes the workers of this process once the transaction is committed.
    pub fn wake_workers(&mut self) {
        let (Self::Sqlite(_, mark) | Self::Postgres(_, mark)) = self;
        if let Some(has_work) = &mut mark.0 {
            **has_work = true;
        }
    }
}

#[cfg(all(test, feature = "testing"))]
mod tests {
    use std::time::Duration;

    use crate::testing::TestDb;

    /// True if the workers are woken by a transaction with or without work, committed or rolled back.
    async fn wakes(test: &TestDb, has_work: bool, is_kept: bool) -> crate::Result<bool> {
        let mut wakeups = test.db.wakeups();
        let mut tx = test.db.write().await?;
        if has_work {
            tx.conn().wake_workers();
        }
        if is_kept {
            tx.commit().await?;
        } else {
            drop(tx);
        }
        Ok(tokio::time::timeout(Duration::from_millis(20), wakeups.next()).await.is_ok())
    }

    #[tokio::test]
    async fn commit_of_work_wakes_the_workers_and_nothing_else_does() {
        let test = TestDb::new().await;
        assert!(wakes(&test, true, true).await.unwrap());
        assert!(!wakes(&test, false, true).await.unwrap(), "no work was stored");
        assert!(!wakes(&test, true, false).await.unwrap(), "the work was rolled back");
        let mut wakeups = test.db.wakeups();
        let mut tx = test.db.write().await.unwrap();
        tx.conn().wake_workers();
        tx.publish().await.unwrap();
        wakeups.next().await;
    }
}
