//! The table of chores, with the day of the last success of each.

use base::clock::micros;
use db::{Conn, Result, bind_all, instant, on, parameters, run};
use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::AssertSqlSafe;

use crate::jobs::alarms::LateChore;

const HEAR_OF: &str = "INSERT INTO chores (kind, day, in_order) VALUES ($1, '', $2) ON CONFLICT (kind) DO NOTHING";
const DONE: &str = "UPDATE chores SET day = $2, in_order = $3 WHERE kind = $1";
const DONE_ON: &str = "SELECT kind FROM chores WHERE day = $1";

/// Registers a chore; from now on it is late if it does not succeed.
pub(super) async fn hear_of(conn: &mut Conn<'_>, kind: &str, now: Timestamp) -> Result<()> {
    run!(conn, sqlx::query(HEAR_OF).bind(kind).bind(micros(now))).map(drop)
}

/// Records the success of a chore for a day.
pub(super) async fn done(conn: &mut Conn<'_>, kind: &str, day: Date, now: Timestamp) -> Result<()> {
    run!(conn, sqlx::query(DONE).bind(kind).bind(day.to_string()).bind(micros(now))).map(drop)
}

/// The chores that have succeeded for a day.
pub(super) async fn done_on(conn: &mut Conn<'_>, day: Date) -> Result<Vec<String>> {
    on!(conn, |c| sqlx::query_scalar(DONE_ON).bind(day.to_string()).fetch_all(c).await)
}

/// Deletes chores that this program does not know any more.
pub(super) async fn forget_others(conn: &mut Conn<'_>, kinds: &[&str]) -> Result<()> {
    let sql = format!("DELETE FROM chores WHERE kind NOT IN {}", parameters(1, kinds.len()));
    run!(conn, bind_all!(sqlx::query(AssertSqlSafe(sql.as_str())), kinds)).map(drop)
}

const LATE: &str = "SELECT kind, in_order FROM chores WHERE in_order < $1 OR in_order > $2 ORDER BY in_order, kind";

/// The chores whose last success lies between two instants. A success after both was recorded by a wrong
/// clock.
pub(in crate::jobs) async fn late(conn: &mut Conn<'_>, (from, to): (Timestamp, Timestamp)) -> Result<Vec<LateChore>> {
    let rows: Vec<(String, i64)> =
        on!(conn, |c| sqlx::query_as(LATE).bind(micros(from)).bind(micros(to)).fetch_all(c).await)?;
    rows.into_iter().map(|(kind, since)| Ok(LateChore { kind, since: instant(since)? })).collect()
}
