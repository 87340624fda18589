//! The table of jobs.

use base::clock::micros;
use db::{Conn, Result, list_length, on, parameters, run};
use jiff::Timestamp;
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use super::{LEASE, LONGEST_PAUSE, Priority, Queue, Reason};

/// A job that this worker has taken.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(super) struct Taken {
    pub(super) id: Uuid,
    pub(super) kind: String,
    /// The JSON for the handler.
    pub(super) payload: String,
    /// Number of attempts, this one included; identifies the holder of the lease (a fencing token).
    pub(super) attempts: i64,
    /// Number of failures, attempts whose node died included.
    pub(super) failures: i64,
}

/// A job to be stored.
#[derive(Debug)]
pub(super) struct New {
    pub(super) id: Uuid,
    pub(super) kind: &'static str,
    pub(super) queue: Queue,
    pub(super) priority: Priority,
    pub(super) name: Option<String>,
    pub(super) payload: String,
    /// Instant of the first attempt; `None`: as soon as possible.
    pub(super) run_at: Option<Timestamp>,
    pub(super) created_at: Timestamp,
}

const INSERT: &str = "INSERT INTO jobs (id, kind, queue, priority, name, payload, run_at, created_at, attempts, failures) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, 0) ON CONFLICT (name) DO NOTHING";

/// Stores a job, unless one with the same deduplication key is waiting.
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

/// Those of these deduplication keys that belong to a job.
pub(super) async fn named(conn: &mut Conn<'_>, names: &[String]) -> Result<Vec<String>> {
    let sql = format!("SELECT name FROM jobs WHERE name IN {}", parameters(1, names.len()));
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    on!(conn, |c| db::bind_all!(sqlx::query_scalar(AssertSqlSafe(sql.as_str())), names).fetch_all(c).await)
}

/// The jobs that a worker may take.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted<'a> {
    pub(super) queue: Queue,
    /// A node leaves kinds that it does not know to newer nodes.
    pub(super) kinds: &'a [&'static str],
    /// Jobs that this worker is running, even if a wrong clock says that their lease has ended.
    pub(super) in_hand: &'a [Uuid],
    pub(super) now: Timestamp,
}

/// The number of the first parameter of the list of kinds.
const FIRST_KIND: usize = 3;

/// The condition for a job to be free at `$1`. A pause or lease that lies further ahead than any can be was
/// set by a wrong clock; twice the lease, because the clocks of nodes do not agree to the second.
fn free() -> String {
    let (pause, lease) = (LONGEST_PAUSE.as_micros(), (LEASE * 2).as_micros());
    format!(
        "failed_at IS NULL AND run_at <= $1 \
         AND (retry_at IS NULL OR retry_at <= $1 OR retry_at > CAST($1 AS BIGINT) + {pause}) \
         AND (locked_until IS NULL OR locked_until < $1 OR locked_until > CAST($1 AS BIGINT) + {lease})"
    )
}

impl Wanted<'_> {
    /// The statement for the id of the first job in order.
    fn first(&self) -> String {
        let kinds = parameters(FIRST_KIND, self.kinds.len());
        let in_hand = parameters(FIRST_KIND + list_length(self.kinds.len()), self.in_hand().len());
        format!(
            "SELECT id FROM jobs WHERE {} AND queue = $2 AND kind IN {kinds} AND id NOT IN {in_hand} \
             ORDER BY priority, run_at, id LIMIT 1",
            free()
        )
    }

    /// Never empty, so that it makes a valid list in SQL.
    fn in_hand(&self) -> &[Uuid] {
        const NOTHING: &[Uuid] = &[Uuid::nil()];
        if self.in_hand.is_empty() { NOTHING } else { self.in_hand }
    }
}

/// Binds the values of a statement about wanted jobs, in the order of its parameters.
macro_rules! bind_wanted {
    ($query:expr, $wanted:expr) => {{
        let query = $query.bind(micros($wanted.now)).bind($wanted.queue.code());
        db::bind_all!(db::bind_all!(query, $wanted.kinds), $wanted.in_hand())
    }};
}

/// True if there is a job to take.
pub(super) async fn is_due(conn: &mut Conn<'_>, wanted: Wanted<'_>) -> Result<bool> {
    let sql = format!("SELECT COUNT(*) FROM ({}) due", wanted.first());
    let due: i64 =
        on!(conn, |c| bind_wanted!(sqlx::query_scalar(AssertSqlSafe(sql.as_str())), wanted).fetch_one(c).await)?;
    Ok(due > 0)
}

/// Takes the first job in order. The outer condition is evaluated again after waiting for the row lock: of
/// several nodes that chose the same job, one gets it and the others get nothing. A lease that has ended
/// counts as a failure, so a job that kills every node that takes it is given up too.
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

// The number of attempts is the fencing token: if the lease ran out and another worker took the job, a
// write of the former holder has no effect.
const RENEW: &str = "UPDATE jobs SET locked_until = $3 WHERE id = $1 AND attempts = $2 AND failed_at IS NULL";
const FINISH: &str = "DELETE FROM jobs WHERE id = $1 AND attempts = $2 AND failed_at IS NULL";
const POSTPONE: &str = "UPDATE jobs SET locked_until = NULL, retry_at = $3, last_error = $4, failures = $5 \
     WHERE id = $1 AND attempts = $2 AND failed_at IS NULL";
const GIVE_UP: &str = "UPDATE jobs SET locked_until = NULL, retry_at = NULL, failed_at = $3, last_error = $4, reason = $5 \
     WHERE id = $1 AND attempts = $2 AND failed_at IS NULL";

/// Renews the lease from now on. `false` if the job was taken by another worker.
pub(super) async fn renew(conn: &mut Conn<'_>, job: &Taken, now: Timestamp) -> Result<bool> {
    let until = micros(now.saturating_add(LEASE).unwrap_or(Timestamp::MAX));
    Ok(run!(conn, sqlx::query(RENEW).bind(job.id).bind(job.attempts).bind(until))? > 0)
}

/// Deletes a job that is done.
pub(super) async fn finish(conn: &mut Conn<'_>, job: &Taken) -> Result<()> {
    run!(conn, sqlx::query(FINISH).bind(job.id).bind(job.attempts))?;
    Ok(())
}

/// Releases a job for a later attempt; `failures` is the new number of failures.
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

/// Marks a job as given up; it stays in the table. `false` if it was taken by another worker.
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
