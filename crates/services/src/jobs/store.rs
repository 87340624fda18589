//! The table of jobs.

use base::clock::micros;
use db::{Conn, Result, on, parameters, run};
use jiff::Timestamp;
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use super::Job;

const INSERT: &str = "INSERT INTO jobs (id, kind, name, payload, run_at, attempts) VALUES ($1, $2, $3, $4, $5, 0) \
     ON CONFLICT (name) DO NOTHING";

/// Stores a job, unless one of the same name is waiting.
pub(super) async fn insert(
    conn: &mut Conn<'_>,
    id: Uuid,
    kind: &str,
    name: Option<&str>,
    payload: &str,
    run_at: Timestamp,
) -> Result<()> {
    run!(conn, sqlx::query(INSERT).bind(id).bind(kind).bind(name).bind(payload).bind(micros(run_at)))?;
    Ok(())
}

/// What makes a job free to be taken at `$1`.
const FREE: &str = "failed_at IS NULL AND run_at <= $1 AND (locked_until IS NULL OR locked_until < $1)";

/// Whether any job of these kinds may run now. A node leaves kinds that it does not know to newer
/// nodes.
pub(super) async fn is_due(conn: &mut Conn<'_>, now: Timestamp, kinds: &[&str]) -> Result<bool> {
    let of_kinds = parameters(2, kinds.len());
    let sql = format!("SELECT COUNT(*) FROM (SELECT 1 FROM jobs WHERE {FREE} AND kind IN {of_kinds} LIMIT 1) due");
    let (due,): (i64,) = on!(conn, |c| {
        let query = sqlx::query_as(AssertSqlSafe(sql.as_str())).bind(micros(now));
        db::bind_all!(query, kinds).fetch_one(c).await
    })?;
    Ok(due > 0)
}

/// Takes the job that has waited longest. The outer guard looks at the row again after waiting for
/// its lock: of several nodes that chose the same job, one gets it and the others get nothing.
pub(super) async fn claim(
    conn: &mut Conn<'_>,
    now: Timestamp,
    locked_until: Timestamp,
    kinds: &[&str],
) -> Result<Option<Job>> {
    let of_kinds = parameters(3, kinds.len());
    let sql = format!(
        "UPDATE jobs SET locked_until = $2, attempts = attempts + 1 \
         WHERE id = (SELECT id FROM jobs WHERE {FREE} AND kind IN {of_kinds} ORDER BY run_at, id LIMIT 1) AND {FREE} \
         RETURNING id, kind, payload, attempts"
    );
    on!(conn, |c| {
        let query = sqlx::query_as(AssertSqlSafe(sql.as_str())).bind(micros(now)).bind(micros(locked_until));
        db::bind_all!(query, kinds).fetch_optional(c).await
    })
}

// The number of attempts tells whose the job is: if the lease ran out and somebody else took it, our
// word does not count any more.
const FINISH: &str = "DELETE FROM jobs WHERE id = $1 AND attempts = $2";
const POSTPONE: &str =
    "UPDATE jobs SET locked_until = NULL, run_at = $3, last_error = $4 WHERE id = $1 AND attempts = $2";
const GIVE_UP: &str =
    "UPDATE jobs SET locked_until = NULL, failed_at = $3, last_error = $4 WHERE id = $1 AND attempts = $2";

/// Forgets a job that is done.
pub(super) async fn finish(conn: &mut Conn<'_>, job: &Job) -> Result<()> {
    run!(conn, sqlx::query(FINISH).bind(job.id).bind(job.attempts))?;
    Ok(())
}

/// Gives a job back, to be tried again later.
pub(super) async fn postpone(conn: &mut Conn<'_>, job: &Job, until: Timestamp, why: &str) -> Result<()> {
    run!(conn, sqlx::query(POSTPONE).bind(job.id).bind(job.attempts).bind(micros(until)).bind(why))?;
    Ok(())
}

/// Gives a job up. It stays in the table. `false` if it was somebody else's by now.
pub(super) async fn give_up(conn: &mut Conn<'_>, job: &Job, at: Timestamp, why: &str) -> Result<bool> {
    let touched = run!(conn, sqlx::query(GIVE_UP).bind(job.id).bind(job.attempts).bind(micros(at)).bind(why))?;
    Ok(touched > 0)
}
