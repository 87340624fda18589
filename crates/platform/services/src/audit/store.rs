//! The table of the audit log.

use base::clock::micros;
use db::{Conn, Result, instant, on, run};
use jiff::Timestamp;
use uuid::Uuid;

use super::{AuditFilter, Noted};

const INSERT: &str =
    "INSERT INTO audit (id, at, deed, person_id, person_name, subject, label) VALUES ($1, $2, $3, $4, $5, $6, $7)";

pub(super) async fn insert(conn: &mut Conn<'_>, id: Uuid, noted: &Noted) -> Result<()> {
    run!(
        conn,
        sqlx::query(INSERT)
            .bind(id)
            .bind(micros(noted.at))
            .bind(noted.code.as_str())
            .bind(noted.person)
            .bind(noted.name.as_str())
            .bind(noted.subject.as_str())
            .bind(noted.label.as_str())
    )?;
    Ok(())
}

const REMOVE_BEFORE: &str = "DELETE FROM audit WHERE at < $1";

pub(super) async fn remove_before(conn: &mut Conn<'_>, at: Timestamp) -> Result<u64> {
    run!(conn, sqlx::query(REMOVE_BEFORE).bind(micros(at)))
}

/// A statement with the conditions that the filter sets; one that is not set is left out, so that each
/// combination has its index.
macro_rules! filtered {
    ($head:literal, $tail:literal, $filter:expr, $first:literal $second:literal) => {
        match ($filter.event, $filter.person) {
            (None, None) => concat!($head, $tail),
            (Some(_), None) => concat!($head, " WHERE deed = ", $first, $tail),
            (None, Some(_)) => concat!($head, " WHERE person_id = ", $first, $tail),
            (Some(_), Some(_)) => concat!($head, " WHERE deed = ", $first, " AND person_id = ", $second, $tail),
        }
    };
}

/// Binds the values of the filter.
macro_rules! bind_filter {
    ($query:expr, $filter:expr) => {{
        let query = $query;
        let query = match $filter.event {
            Some(event) => query.bind(event.code()),
            None => query,
        };
        match $filter.person {
            Some(person) => query.bind(person),
            None => query,
        }
    }};
}

type Row = (i64, String, Option<Uuid>, String, String, String);

/// The acts that match a filter, newest first.
///
/// # Errors
/// If the database fails or holds an instant that there cannot be.
pub async fn list(conn: &mut Conn<'_>, filter: AuditFilter, skip: i64, most: i64) -> Result<Vec<Noted>> {
    let sql = filtered!(
        "SELECT at, deed, person_id, person_name, subject, label FROM audit",
        " ORDER BY at DESC, id DESC LIMIT $1 OFFSET $2",
        filter,
        "$3" "$4"
    );
    let rows: Vec<Row> =
        on!(conn, |c| bind_filter!(sqlx::query_as(sql).bind(most).bind(skip), filter).fetch_all(c).await)?;
    let noted = |(at, code, person, name, subject, label): Row| {
        Ok(Noted { at: instant(at)?, code, person, name, subject, label })
    };
    rows.into_iter().map(noted).collect()
}

/// Number of acts that match a filter.
///
/// # Errors
/// If the database fails.
pub async fn count(conn: &mut Conn<'_>, filter: AuditFilter) -> Result<i64> {
    let sql = filtered!("SELECT COUNT(*) FROM audit", "", filter, "$1" "$2");
    let (count,): (i64,) = on!(conn, |c| bind_filter!(sqlx::query_as(sql), filter).fetch_one(c).await)?;
    Ok(count)
}

const ACTORS: &str =
    "SELECT person_id, MAX(person_name) FROM audit WHERE person_id IS NOT NULL GROUP BY person_id ORDER BY 2, 1";

/// Everybody who acted, with a name they had.
///
/// # Errors
/// If the database fails.
pub async fn actors(conn: &mut Conn<'_>) -> Result<Vec<(Uuid, String)>> {
    on!(conn, |c| sqlx::query_as(ACTORS).fetch_all(c).await)
}
