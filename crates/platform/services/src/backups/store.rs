//! The table with the one row about backups.

use base::clock::micros;
use db::{Conn, Result, instant, on, run};
use jiff::Timestamp;

use super::BackupState;

const FIND: &str = "SELECT since, done_at, failed_at, why FROM backups WHERE id = 1";
const BEGIN: &str = "INSERT INTO backups (id, since) VALUES (1, $1) ON CONFLICT (id) DO NOTHING";
const REMOVE: &str = "DELETE FROM backups WHERE id = 1";
const NOTE_DONE: &str = "UPDATE backups SET done_at = $1, failed_at = NULL, why = NULL WHERE id = 1";
const NOTE_FAILED: &str = "UPDATE backups SET failed_at = $1, why = $2 WHERE id = 1";

type Row = (i64, Option<i64>, Option<i64>, Option<String>);

pub(super) async fn find(conn: &mut Conn<'_>) -> Result<Option<BackupState>> {
    let row: Option<Row> = on!(conn, |c| sqlx::query_as(FIND).fetch_optional(c).await)?;
    let Some((since, done, failed, why)) = row else { return Ok(None) };
    let failed = failed.map(instant).transpose()?.map(|at| (at, why.unwrap_or_default()));
    Ok(Some(BackupState { since: instant(since)?, done_at: done.map(instant).transpose()?, failed }))
}

pub(super) async fn begin(conn: &mut Conn<'_>, now: Timestamp) -> Result<()> {
    run!(conn, sqlx::query(BEGIN).bind(micros(now))).map(drop)
}

pub(super) async fn remove(conn: &mut Conn<'_>) -> Result<()> {
    run!(conn, sqlx::query(REMOVE)).map(drop)
}

pub(super) async fn note_done(conn: &mut Conn<'_>, at: Timestamp) -> Result<()> {
    run!(conn, sqlx::query(NOTE_DONE).bind(micros(at))).map(drop)
}

pub(super) async fn note_failed(conn: &mut Conn<'_>, at: Timestamp, why: &str) -> Result<()> {
    run!(conn, sqlx::query(NOTE_FAILED).bind(micros(at)).bind(why)).map(drop)
}
