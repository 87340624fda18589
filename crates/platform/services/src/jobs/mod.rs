//! Background jobs: work that is stored with the act that causes it and done later by the [`Workers`] of a node.
//!
//! * A [`Job`] is a small struct; its type names the **queue** it waits in, so that no kind of work waits for
//!   another, and its value the **priority** within the queue and the **deduplication key**.
//! * A [`Handler`] does the jobs of one type, at least once: it is idempotent. Its errors are **retryable**
//!   ([`Trouble::Later`]), **permanent** ([`Trouble::Never`]) or an **outage** of something that all jobs of the
//!   queue need ([`Trouble::Outage`]: the queue pauses, as a circuit breaker does, and nothing is counted). A job whose
//!   payload cannot be read ([`Trouble::Unreadable`]) is given up at once.
//! * What fails is tried again after 1, 2, 4 … minutes, at most every six hours, and given up after [`ATTEMPTS`]
//!   failures, about three days later. A job that was given up stays in the table until an administrator has it
//!   tried again or dismisses it; the desk shows it ([`alarms`]).
//! * A job that was taken is **leased** for [`LEASE`], and the lease renewed while the handler runs. If the node
//!   dies, another one (or the next start) takes the job soon.
//! * **Chores** are daily work, scheduled by the calendar and not by the success of the day before.
//!
//! Nothing here trusts the wall clock further than it must: what runs as soon as possible has no instant, and a
//! lease or a pause that lies further ahead than any can is void. Limits of time are measured by a monotonic clock.
//! Nodes that share a database need clocks that agree within [`LEASE`].

pub mod alarms;
mod attempt;
mod chores;
mod handler;
mod payload;
mod store;
mod supervision;
#[cfg(test)]
mod tests;
mod worker;
mod workers;

use std::time::Duration;

use base::{Clock, Ids, Now, coded};
pub use db::BoxFuture;
use db::Conn;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use serde::de::DeserializeOwned;

pub use chores::{Chore, DailyWork};
pub use handler::{Handler, Trouble, kind_of};
pub use supervision::{Crash, Crashes, supervise};
pub use workers::Workers;

/// Failures after which a job is given up.
pub const ATTEMPTS: i64 = 20;
/// Duration of a lease: a job belongs to the node that took it or renewed its lease. If that node dies,
/// another one takes the job after this time.
pub const LEASE: SignedDuration = SignedDuration::from_secs(20);
/// The longest pause between two attempts.
const LONGEST_PAUSE: SignedDuration = SignedDuration::from_hours(6);

coded! {
    /// A queue of jobs. Each has workers of its own, so none waits for another.
    pub enum Queue {
        /// Short work that people wait for: publications, sign-in links.
        Now = "now",
        /// Outgoing mails.
        Mail = "mail",
        /// Long work that nobody waits for: daily chores, backups.
        Bulk = "bulk",
    }
}

impl Queue {
    /// Number of its jobs that one node runs at the same time.
    const fn concurrency(self) -> usize {
        match self {
            Self::Now => 2,
            Self::Mail => 4,
            Self::Bulk => 1,
        }
    }

    /// Interval at which to look for jobs whose instant has come, and for those of other nodes.
    const fn poll_interval(self) -> Duration {
        match self {
            // A publication is at most this late.
            Self::Now => Duration::from_secs(1),
            Self::Mail | Self::Bulk => Duration::from_secs(5),
        }
    }

    /// Time after which a running handler is stopped; the job is retried later.
    const fn handler_timeout(self) -> Duration {
        match self {
            Self::Now | Self::Mail => Duration::from_mins(2),
            Self::Bulk => Duration::from_hours(1),
        }
    }

    /// Waiting time from which the desk shows an alarm.
    const fn expected_wait(self) -> SignedDuration {
        match self {
            Self::Now => SignedDuration::from_mins(5),
            Self::Mail => SignedDuration::from_mins(30),
            Self::Bulk => SignedDuration::from_hours(26),
        }
    }
}

coded! {
    /// Order of jobs within a queue.
    pub enum Priority {
        /// A person is waiting for it now: a link to sign in.
        High = "high",
        /// A person expects it soon: a receipt, an answer.
        Normal = "normal",
        /// One of many: a circular.
        Low = "low",
    }
}

impl Priority {
    /// Sort key in the table of jobs.
    const fn rank(self) -> i64 {
        match self {
            Self::High => 0,
            Self::Normal => 1,
            Self::Low => 2,
        }
    }
}

coded! {
    /// The reason why a job was given up.
    pub enum Reason {
        /// Its handler reported a permanent failure.
        Refused = "refused",
        /// It has failed too often.
        Exhausted = "exhausted",
        /// Its payload cannot be read.
        Unreadable = "unreadable",
    }
}

/// Work of one kind: a struct of primitives, stored as JSON.
pub trait Job: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// Its name in the table of jobs, which must stay the same across versions.
    const KIND: &'static str;
    /// The queue that it waits in.
    const QUEUE: Queue;

    /// Its priority in the queue; normal by default.
    fn priority(&self) -> Priority {
        Priority::Normal
    }

    /// The deduplication key: while a job with this key waits, a second one is not stored. None by default.
    fn name(&self) -> Option<String> {
        None
    }
}

/// Stores a job that runs as soon as possible, in the transaction of the act that causes it. The commit wakes the
/// workers of this node.
///
/// # Errors
/// If the database fails.
pub async fn enqueue<J: Job>(conn: &mut Conn<'_>, Now { clock, ids }: Now<'_>, job: &J) -> db::Result<()> {
    store::insert(conn, &new(clock, ids, job, None)?).await?;
    conn.wake_workers();
    Ok(())
}

/// Stores a job that runs at an instant by the wall clock, in the transaction of the act that causes it.
///
/// # Errors
/// If the database fails.
pub async fn enqueue_at<J: Job>(
    conn: &mut Conn<'_>,
    Now { clock, ids }: Now<'_>,
    job: &J,
    at: Timestamp,
) -> db::Result<()> {
    store::insert(conn, &new(clock, ids, job, Some(at))?).await?;
    conn.wake_workers();
    Ok(())
}

fn new<J: Job>(clock: &Clock, ids: &Ids, job: &J, run_at: Option<Timestamp>) -> db::Result<store::New> {
    Ok(store::New {
        id: ids.next(),
        kind: J::KIND,
        queue: J::QUEUE,
        priority: job.priority(),
        name: job.name(),
        payload: payload::write(job)?,
        run_at,
        created_at: clock.now(),
    })
}

/// The pause after this many failures (exponential backoff).
fn pause(failures: i64) -> SignedDuration {
    let doublings = u32::try_from(failures - 1).unwrap_or(0).min(9);
    SignedDuration::from_mins(1 << doublings).min(LONGEST_PAUSE)
}
