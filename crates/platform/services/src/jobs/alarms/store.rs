//! Statements about jobs that wait or were given up.

use base::clock::micros;
use db::{Conn, Result, instant, on, unknown};
use jiff::Timestamp;
use uuid::Uuid;

use super::super::{Queue, Reason};
use super::{Backlog, GivenUp};

const COUNT_GIVEN_UP: &str = "SELECT COUNT(*) FROM jobs WHERE failed_at IS NOT NULL";
const GIVEN_UP: &str = "SELECT id, kind, failed_at, COALESCE(last_error, ''), reason FROM jobs WHERE failed_at IS NOT NULL \
     ORDER BY failed_at DESC, id LIMIT $1";

/// Number of jobs that were given up, and the latest of them.
pub(super) async fn given_up(conn: &mut Conn<'_>, most: i64) -> Result<(i64, Vec<GivenUp>)> {
    let total: i64 = on!(conn, |c| sqlx::query_scalar(COUNT_GIVEN_UP).fetch_one(c).await)?;
    let rows: Vec<(Uuid, String, i64, String, Option<String>)> =
        on!(conn, |c| sqlx::query_as(GIVEN_UP).bind(most).fetch_all(c).await)?;
    let row = |(id, kind, at, why, reason): (_, _, _, _, Option<String>)| {
        let reason = reason.as_deref().map(|code| Reason::from_code(code).ok_or_else(|| unknown("reason", code)));
        Ok(GivenUp { id, kind, at: instant(at)?, reason: reason.transpose()?, why })
    };
    Ok((total, rows.into_iter().map(row).collect::<Result<_>>()?))
}

const BACKLOG: &str = "SELECT COUNT(*), MIN(CASE WHEN run_at > created_at THEN run_at ELSE created_at END) FROM jobs \
     WHERE queue = $1 AND failed_at IS NULL AND created_at < $2 AND run_at < $2";

/// The jobs of a queue that could have run before an instant and still wait.
pub(super) async fn backlog(conn: &mut Conn<'_>, queue: Queue, before: Timestamp) -> Result<Option<Backlog>> {
    let (jobs, since): (i64, Option<i64>) =
        on!(conn, |c| sqlx::query_as(BACKLOG).bind(queue.code()).bind(micros(before)).fetch_one(c).await)?;
    let since = since.map(instant).transpose()?;
    Ok(since.map(|since| Backlog { queue, jobs, since }))
}

const TRY_AGAIN: &str = "UPDATE jobs SET failed_at = NULL, reason = NULL, failures = 0, retry_at = NULL, created_at = $2 \
     WHERE id = $1 AND failed_at IS NOT NULL RETURNING kind";
const DISMISS: &str = "DELETE FROM jobs WHERE id = $1 AND failed_at IS NOT NULL RETURNING kind";

/// Retries a job that was given up, as soon as possible. Returns its kind; `None` if there is no such job.
///
/// # Errors
/// If the database fails.
pub async fn try_again(conn: &mut Conn<'_>, id: Uuid, now: Timestamp) -> Result<Option<String>> {
    let kind = on!(conn, |c| sqlx::query_scalar(TRY_AGAIN).bind(id).bind(micros(now)).fetch_optional(c).await)?;
    conn.wake_workers();
    Ok(kind)
}

/// Deletes a job that was given up. Returns its kind; `None` if there is no such job.
///
/// # Errors
/// If the database fails.
pub async fn dismiss(conn: &mut Conn<'_>, id: Uuid) -> Result<Option<String>> {
    on!(conn, |c| sqlx::query_scalar(DISMISS).bind(id).fetch_optional(c).await)
}
