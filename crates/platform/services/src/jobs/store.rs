//! The table of jobs.

use base::clock::micros;
use db::{Conn, Result, list_length, on, parameters, run};
use jiff::Timestamp;
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use super::{LEASE, LONGEST_PAUSE, Priority, Queue, Reason};

/// A job that somebody has taken.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(super) struct Taken {
    pub(super) id: Uuid,
    pub(super) kind: String,
    /// What the handler needs to know, as JSON.
    pub(super) payload: String,
    /// How often it was taken, this time included; tells whose it is (a fencing token).
    pub(super) attempts: i64,
    /// How often it has failed, or its node has died.
    pub(super) failures: i64,
}

/// A job that is about to be stored.
#[derive(Debug)]
pub(super) struct New {
    pub(super) id: Uuid,
    pub(super) kind: &'static str,
    pub(super) queue: Queue,
    pub(super) priority: Priority,
    pub(super) name: Option<String>,
    pub(super) payload: String,
    /// `None`: as soon as possible.
    pub(super) run_at: Option<Timestamp>,
    pub(super) created_at: Timestamp,
}

const INSERT: &str = "INSERT INTO jobs (id, kind, queue, priority, name, payload, run_at, created_at, attempts, failures) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, 0) ON CONFLICT (name) DO NOTHING";

/// Stores a job, unless one of the same name is waiting.
pub(super) async fn insert(conn: &mut Conn<'_>, new: &New) -> Result<()> {
    run!(
        conn,
        sqlx::query(INSERT)
            .bind(new.id)
            .bind(new.kind)
            .bind(new.queue.code())
            .bind(new.priority.rank())
            .bind(new.name.as_deref())
            .bind(&new.payload)
            .bind(new.run_at.map_or(0, micros))
            .bind(micros(new.created_at))
    )?;
    Ok(())
}

/// Which of these names belong to a job.
pub(super) async fn named(conn: &mut Conn<'_>, names: &[String]) -> Result<Vec<String>> {
    let sql = format!("SELECT name FROM jobs WHERE name IN {}", parameters(1, names.len()));
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    on!(conn, |c| db::bind_all!(sqlx::query_scalar(AssertSqlSafe(sql.as_str())), names).fetch_all(c).await)
}

/// Which jobs a worker may take.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted<'a> {
    pub(super) queue: Queue,
    /// A node leaves kinds that it does not know to newer nodes.
    pub(super) kinds: &'a [&'static str],
    /// What this worker is doing already: even if a wrong clock says that its lease has ended.
    pub(super) in_hand: &'a [Uuid],
    pub(super) now: Timestamp,
}

/// The number of the first parameter of the list of kinds.
const FIRST_KIND: usize = 3;

/// What makes a job free to be taken at `$1`. A pause or lease that lies further ahead than any can was set by a
/// clock that was wrong; twice the lease, because the clocks of nodes do not agree to the second.
fn free() -> String {
    let (pause, lease) = (LONGEST_PAUSE.as_micros(), (LEASE * 2).as_micros());
    format!(
        "failed_at IS NULL AND run_at <= $1 \
         AND (retry_at IS NULL OR retry_at <= $1 OR retry_at > CAST($1 AS BIGINT) + {pause}) \
         AND (locked_until IS NULL OR locked_until < $1 OR locked_until > CAST($1 AS BIGINT) + {lease})"
    )
}

impl Wanted<'_> {
    /// The id of the job that comes first.
    fn first(&self) -> String {
        let kinds = parameters(FIRST_KIND, self.kinds.len());
        let in_hand = parameters(FIRST_KIND + list_length(self.kinds.len()), self.in_hand().len());
        format!(
            "SELECT id FROM jobs WHERE {} AND queue = $2 AND kind IN {kinds} AND id NOT IN {in_hand} \
             ORDER BY priority, run_at, id LIMIT 1",
            free()
        )
    }

    /// Never empty, so that it can be spelled out.
    fn in_hand(&self) -> &[Uuid] {
        const NOTHING: &[Uuid] = &[Uuid::nil()];
        if self.in_hand.is_empty() { NOTHING } else { self.in_hand }
    }
}

/// Binds what a statement about wanted jobs needs, in the order of its parameters.
macro_rules! bind_wanted {
    ($query:expr, $wanted:expr) => {{
        let query = $query.bind(micros($wanted.now)).bind($wanted.queue.code());
        db::bind_all!(db::bind_all!(query, $wanted.kinds), $wanted.in_hand())
    }};
}

/// Whether there is a job to take.
pub(super) async fn is_due(conn: &mut Conn<'_>, wanted: Wanted<'_>) -> Result<bool> {
    let sql = format!("SELECT COUNT(*) FROM ({}) due", wanted.first());
    let due: i64 =
        on!(conn, |c| bind_wanted!(sqlx::query_scalar(AssertSqlSafe(sql.as_str())), wanted).fetch_one(c).await)?;
    Ok(due > 0)
}

/// Takes the job that comes first. The outer guard looks at the row again after waiting for its lock: of several
/// nodes that chose the same job, one gets it and the others get nothing. A lease that has ended counts as a
/// failure, so a job that ends every node which takes it is given up too.
pub(super) async fn claim(conn: &mut Conn<'_>, wanted: Wanted<'_>) -> Result<Option<Taken>> {
    let sql = format!(
        "UPDATE jobs SET locked_until = CAST($1 AS BIGINT) + {}, attempts = attempts + 1, \
         failures = failures + CASE WHEN locked_until IS NULL THEN 0 ELSE 1 END \
         WHERE id = ({}) AND {} RETURNING id, kind, payload, attempts, failures",
        LEASE.as_micros(),
        wanted.first(),
        free()
    );
    on!(conn, |c| bind_wanted!(sqlx::query_as(AssertSqlSafe(sql.as_str())), wanted).fetch_optional(c).await)
}

// The number of attempts tells whose the job is: if the lease ran out and somebody else took it, our word does not
// count any more.
const RENEW: &str = "UPDATE jobs SET locked_until = $3 WHERE id = $1 AND attempts = $2 AND failed_at IS NULL";
const FINISH: &str = "DELETE FROM jobs WHERE id = $1 AND attempts = $2 AND failed_at IS NULL";
const POSTPONE: &str = "UPDATE jobs SET locked_until = NULL, retry_at = $3, last_error = $4, failures = $5 \
     WHERE id = $1 AND attempts = $2 AND failed_at IS NULL";
const GIVE_UP: &str = "UPDATE jobs SET locked_until = NULL, retry_at = NULL, failed_at = $3, last_error = $4, reason = $5 \
     WHERE id = $1 AND attempts = $2 AND failed_at IS NULL";

/// Makes the lease last from now. `false` if the job is somebody else's by now.
pub(super) async fn renew(conn: &mut Conn<'_>, job: &Taken, now: Timestamp) -> Result<bool> {
    let until = micros(now.saturating_add(LEASE).unwrap_or(Timestamp::MAX));
    Ok(run!(conn, sqlx::query(RENEW).bind(job.id).bind(job.attempts).bind(until))? > 0)
}

/// Forgets a job that is done.
pub(super) async fn finish(conn: &mut Conn<'_>, job: &Taken) -> Result<()> {
    run!(conn, sqlx::query(FINISH).bind(job.id).bind(job.attempts))?;
    Ok(())
}

/// Gives a job back, to be tried again later; `failures` is how often it has failed now.
pub(super) async fn postpone(
    conn: &mut Conn<'_>,
    job: &Taken,
    failures: i64,
    until: Timestamp,
    why: &str,
) -> Result<()> {
    run!(conn, sqlx::query(POSTPONE).bind(job.id).bind(job.attempts).bind(micros(until)).bind(why).bind(failures))?;
    Ok(())
}

/// Gives a job up. It stays in the table. `false` if it was somebody else's by now.
pub(super) async fn give_up(
    conn: &mut Conn<'_>,
    job: &Taken,
    at: Timestamp,
    (reason, why): (Reason, &str),
) -> Result<bool> {
    let touched = run!(
        conn,
        sqlx::query(GIVE_UP).bind(job.id).bind(job.attempts).bind(micros(at)).bind(why).bind(reason.code())
    )?;
    Ok(touched > 0)
}
