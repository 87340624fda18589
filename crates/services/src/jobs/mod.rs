//! Work that is done later: stored with the act that causes it, done by a [`Worker`].
//!
//! A job is a kind, a payload of primitives and an instant from which it may run. It runs at least
//! once, so handlers are idempotent. What fails is tried again after 1, 2, 4 … minutes, at most
//! every six hours, and given up after [`ATTEMPTS`] attempts, about three days later. A job that was
//! given up stays in the table and is told in the log.

mod daily;
mod store;
#[cfg(test)]
mod tests;
mod worker;

use std::fmt::Debug;
use std::sync::Arc;
use std::time::Duration;

use base::{Clock, Ids};
pub use db::BoxFuture;
use db::{Conn, Result};
use jiff::civil::time;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use tokio::sync::Notify;
use uuid::Uuid;

pub use daily::{Chore, Daily};
pub use worker::Worker;

/// How often a job is tried before it is given up.
pub const ATTEMPTS: i64 = 20;
/// How long a job belongs to the node that took it. If that node dies, another one takes the job
/// after this time.
pub const LEASE: SignedDuration = SignedDuration::from_mins(5);
/// How long a handler may take; shorter than the lease, so that two nodes never do one job at the
/// same time.
const PATIENCE: Duration = Duration::from_mins(2);

/// A job that somebody has taken.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Job {
    /// Its id.
    pub id: Uuid,
    /// Which handler does it.
    pub kind: String,
    /// What the handler needs to know, as JSON.
    pub payload: String,
    /// How often it was taken, this time included.
    pub attempts: i64,
}

impl Job {
    /// The payload as the type it was made from.
    ///
    /// # Errors
    /// [`Trouble::Never`]: a payload that does not fit today will not fit later.
    pub fn payload<T: serde::de::DeserializeOwned>(&self) -> std::result::Result<T, Trouble> {
        serde_json::from_str(&self.payload).map_err(|error| Trouble::Never(error.into()))
    }
}

/// Why a job was not done. The message reaches the log: it holds no address and no secret.
#[derive(Debug)]
pub enum Trouble {
    /// It may work later.
    Later(anyhow::Error),
    /// It will never work.
    Never(anyhow::Error),
}

/// Breakage travels up with `?` and may be gone the next time.
impl<E: Into<anyhow::Error>> From<E> for Trouble {
    fn from(cause: E) -> Self {
        Self::Later(cause.into())
    }
}

/// Does the jobs of one kind.
pub trait Handler: Debug + Send + Sync {
    /// The kind of its jobs.
    fn kind(&self) -> &'static str;

    /// Does a job. Doing it a second time must change nothing.
    fn run<'a>(&'a self, job: &'a Job) -> BoxFuture<'a, std::result::Result<(), Trouble>>;

    /// Says the last word about a job that was given up, in the transaction in which that is noted.
    fn given_up<'a>(&'a self, conn: &'a mut Conn<'_>, job: &'a Job, why: &'a str) -> BoxFuture<'a, anyhow::Result<()>> {
        let _ = (conn, job, why);
        Box::pin(async { Ok(()) })
    }
}

/// Wakes the worker of this process. Ring after the commit; without it the worker looks every few
/// seconds, as it must for the jobs of other nodes.
#[derive(Debug, Clone, Default)]
pub struct Wake(Arc<Notify>);

impl Wake {
    /// There is something to do.
    pub fn ring(&self) {
        self.0.notify_one();
    }

    async fn heard(&self) {
        self.0.notified().await;
    }
}

/// Stores a job that runs as soon as possible, in the transaction of the act that causes it.
///
/// # Errors
/// If the database fails.
pub async fn enqueue(
    conn: &mut Conn<'_>,
    (clock, ids): (&Clock, &Ids),
    kind: &str,
    payload: &serde_json::Value,
) -> Result<()> {
    store::insert(conn, ids.next(), kind, None, &payload.to_string(), clock.now()).await
}

/// Stores a job that runs at an instant, in the transaction of the act that causes it.
///
/// # Errors
/// If the database fails.
pub async fn enqueue_at(
    conn: &mut Conn<'_>,
    ids: &Ids,
    kind: &str,
    payload: &serde_json::Value,
    at: Timestamp,
) -> Result<()> {
    store::insert(conn, ids.next(), kind, None, &payload.to_string(), at).await
}

/// Makes sure that a daily job runs today. Nodes that ask at the same time get one job together.
///
/// # Errors
/// If the database fails.
pub async fn run_today(conn: &mut Conn<'_>, (clock, ids): (&Clock, &Ids), kind: &str) -> Result<()> {
    let name = format!("{kind} {}", clock.today());
    store::insert(conn, ids.next(), kind, Some(&name), "null", clock.now()).await
}

/// Makes sure that a daily job runs tomorrow at three in the night.
///
/// # Errors
/// If the database fails.
pub async fn run_tomorrow(conn: &mut Conn<'_>, (clock, ids): (&Clock, &Ids), kind: &str) -> Result<()> {
    let day = clock.today().saturating_add(1.day());
    let night = day.to_datetime(time(3, 0, 0, 0)).to_zoned_datetime(base::clock::berlin());
    let run_at = night.map_or_else(|_| clock.now() + SignedDuration::from_hours(24), |at| at.timestamp());
    store::insert(conn, ids.next(), kind, Some(&format!("{kind} {day}")), "null", run_at).await
}

/// How long to wait after a job has failed this many times.
fn pause(attempts: i64) -> SignedDuration {
    let doublings = u32::try_from(attempts - 1).unwrap_or(0).min(9);
    SignedDuration::from_mins(1 << doublings).min(SignedDuration::from_hours(6))
}
