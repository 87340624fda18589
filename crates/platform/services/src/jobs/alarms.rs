//! Alarms for administrators, and the acts that resolve them.

mod store;

use db::Conn;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::{Queue, Reason, chores};

pub use store::{dismiss, try_again};

/// Longest time without success before a chore counts as late.
const CHORE_INTERVAL: SignedDuration = SignedDuration::from_hours(26);

/// The alarms of the database that all nodes share. Crashes of this process are in [`super::Crashes`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Alarms {
    /// Jobs that were given up, the latest first; at most [`Alarms::SHOWN`].
    pub given_up: Vec<GivenUp>,
    /// Number of all jobs that were given up.
    pub given_up_total: i64,
    /// Queues that are behind.
    pub backlogs: Vec<Backlog>,
    /// Chores that have not succeeded for more than a day.
    pub late_chores: Vec<LateChore>,
}

impl Alarms {
    /// Most jobs that are named.
    pub const SHOWN: i64 = 100;
}

/// A job that was given up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenUp {
    /// Shared with the payload's handler, for idempotency.
    pub id: Uuid,
    /// Kind of the job.
    pub kind: String,
    /// Time of giving up.
    pub at: Timestamp,
    /// The reason; `None` if the job was given up by a version that recorded none.
    pub reason: Option<Reason>,
    /// The message of the last error.
    pub why: String,
}

/// A queue whose jobs wait longer than they should.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backlog {
    /// The queue that is behind.
    pub queue: Queue,
    /// Number of its jobs that wait too long.
    pub jobs: i64,
    /// Time since which the first of them waits.
    pub since: Timestamp,
}

/// A chore that is overdue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LateChore {
    /// Kind of the chore.
    pub kind: String,
    /// Time of its last success, or of its first appearance.
    pub since: Timestamp,
}

/// The present alarms.
///
/// # Errors
/// If the database fails or holds a word that is not ours.
pub async fn alarms(conn: &mut Conn<'_>, now: Timestamp) -> db::Result<Alarms> {
    let before = |wait: SignedDuration| now.saturating_sub(wait).unwrap_or(Timestamp::MIN);
    let mut backlogs = Vec::new();
    for queue in Queue::ALL {
        backlogs.extend(store::backlog(conn, queue, before(queue.expected_wait())).await?);
    }
    let (given_up_total, given_up) = store::given_up(conn, Alarms::SHOWN).await?;
    let late_chores = chores::late(conn, (before(CHORE_INTERVAL), before(-CHORE_INTERVAL))).await?;
    Ok(Alarms { given_up, given_up_total, backlogs, late_chores })
}
