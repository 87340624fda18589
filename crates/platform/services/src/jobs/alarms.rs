//! Alarms: what an administrator has to see to, and what can be done about it.

mod store;

use db::Conn;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::{Queue, Reason, chores};

pub use store::{dismiss, try_again};

/// How long a chore may not have been done.
const CHORE_INTERVAL: SignedDuration = SignedDuration::from_hours(26);

/// What is out of order in the database of all nodes. What crashed in this process is told by
/// [`super::Crashes`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Alarms {
    /// Jobs that were given up, the latest first; at most [`Alarms::SHOWN`].
    pub given_up: Vec<GivenUp>,
    /// How many there are in all.
    pub given_up_total: i64,
    /// Queues that are behind.
    pub backlogs: Vec<Backlog>,
    /// Chores that were not done for more than a day.
    pub late_chores: Vec<LateChore>,
}

impl Alarms {
    /// How many of the jobs that were given up are named.
    pub const SHOWN: i64 = 100;
}

/// A job that was given up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenUp {
    /// Its id.
    pub id: Uuid,
    /// What it was.
    pub kind: String,
    /// When it was given up.
    pub at: Timestamp,
    /// Why; `None` if that was before reasons were kept.
    pub reason: Option<Reason>,
    /// The same in the words of the log.
    pub why: String,
}

/// A queue whose jobs wait longer than they should.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backlog {
    /// Which queue.
    pub queue: Queue,
    /// How many of its jobs wait too long.
    pub jobs: i64,
    /// Since when the first of them waits.
    pub since: Timestamp,
}

/// Daily work that is overdue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LateChore {
    /// Its name.
    pub kind: String,
    /// When it was last in order.
    pub since: Timestamp,
}

/// What is out of order now.
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
