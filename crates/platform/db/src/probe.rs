//! Health check: probes if the database can be read and written right now.
//!
//! Anybody may ask, so answers cost next to nothing: there is one probe at a time, its outcome is valid for
//! a while, and it goes on even if the client has left. The probe is a real write, with a commit; a
//! transaction that is rolled back never reaches a full disk.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Mutex, OwnedMutexGuard};
use tokio::time::{sleep, timeout};

use crate::conn::Db;
use crate::{on, run};

/// Timeout of a probe, waiting for other writers included.
const TRY_LIMIT: Duration = Duration::from_secs(5);
/// Validity of an outcome.
const REMEMBERED: Duration = Duration::from_secs(1);

const READ: &str = "SELECT tries FROM write_probe WHERE id = 1";
const WRITE: &str = "UPDATE write_probe SET tries = tries + 1 WHERE id = 1";

/// The fault that was found. Its cause is in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unhealthy {
    /// Neither reading nor writing works.
    #[error("the database cannot be read")]
    Unreadable,
    /// Pages are answered, but nothing can be stored.
    #[error("the database cannot be written")]
    Unwritable,
    /// It is busy with something else, or hangs.
    #[error("the database does not take a change within five seconds")]
    Slow,
}

type Outcome = Result<(), Unhealthy>;

/// The last probe. Clones share it.
#[derive(Debug, Clone, Default)]
pub(crate) struct WriteProbe(Arc<Mutex<Last>>);

#[derive(Debug)]
struct Last {
    /// Empty once it has expired.
    outcome: Option<Outcome>,
    /// The outcome that was logged last.
    logged: Outcome,
}

impl Default for Last {
    fn default() -> Self {
        Self { outcome: None, logged: Ok(()) }
    }
}

impl Db {
    /// Reads and writes a little, at most once a second however often it is called.
    ///
    /// # Errors
    /// The fault that was found.
    pub async fn check_health(&self) -> Outcome {
        let last = Arc::clone(&self.probe.0).lock_owned().await;
        if let Some(outcome) = last.outcome {
            return outcome;
        }
        let db = self.clone();
        tokio::spawn(async move { db.try_out(last).await }).await.unwrap_or(Err(Unhealthy::Unwritable))
    }

    async fn try_out(&self, mut last: OwnedMutexGuard<Last>) -> Outcome {
        let (outcome, cause) = match timeout(TRY_LIMIT, self.read_and_write()).await {
            Ok(Ok(())) => (Ok(()), None),
            Ok(Err((what, cause))) => (Err(what), Some(cause)),
            Err(_) => (Err(Unhealthy::Slow), None),
        };
        if last.logged != outcome {
            match outcome {
                Ok(()) => tracing::info!("the database can be read and written again"),
                Err(what) => tracing::error!(cause = cause.map(tracing::field::display), "{what}"),
            }
            last.logged = outcome;
        }
        last.outcome = Some(outcome);
        let shared = Arc::clone(&self.probe.0);
        tokio::spawn(async move {
            sleep(REMEMBERED).await;
            shared.lock().await.outcome = None;
        });
        outcome
    }

    async fn read_and_write(&self) -> Result<(), (Unhealthy, sqlx::Error)> {
        self.read_a_little().await.map_err(|cause| (Unhealthy::Unreadable, cause))?;
        self.write_a_little().await.map_err(|cause| (Unhealthy::Unwritable, cause))
    }

    async fn read_a_little(&self) -> crate::Result<i64> {
        let mut reader = self.read().await?;
        on!(&mut reader.conn(), |open| sqlx::query_scalar(READ).fetch_one(open).await)
    }

    async fn write_a_little(&self) -> crate::Result<()> {
        let mut tx = self.write().await?;
        run!(&mut tx.conn(), sqlx::query(WRITE))?;
        tx.commit().await
    }
}
