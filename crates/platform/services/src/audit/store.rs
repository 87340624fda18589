//! The table of the audit log.

use base::clock::micros;
use db::{Conn, Result, Where, bind_where, instant, on, run};
use jiff::Timestamp;
use uuid::Uuid;

use super::{AuditEvent, AuditFilter, Noted};

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

/// The conditions that the filter sets, after this many other parameters.
fn conditions(filter: AuditFilter, parameters: usize) -> Where {
    let mut conditions = Where::after(parameters);
    conditions.and_some("deed = $", filter.event.map(AuditEvent::code));
    conditions.and_some("person_id = $", filter.person);
    conditions
}

type Row = (i64, String, Option<Uuid>, String, String, String);

/// The acts that match a filter, newest first.
///
/// # Errors
/// If the database fails or holds an instant that there cannot be.
pub async fn list(conn: &mut Conn<'_>, filter: AuditFilter, skip: i64, most: i64) -> Result<Vec<Noted>> {
    const LIST: &str = "SELECT at, deed, person_id, person_name, subject, label FROM audit";
    const NEWEST_FIRST: &str = "ORDER BY at DESC, id DESC LIMIT $1 OFFSET $2";
    let conditions = conditions(filter, 2);
    let rows: Vec<Row> = on!(conn, |c| {
        let query = sqlx::query_as(conditions.statement(LIST, NEWEST_FIRST)).bind(most).bind(skip);
        bind_where!(query, conditions).fetch_all(c).await
    })?;
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
    let conditions = conditions(filter, 0);
    on!(conn, |c| {
        let query = sqlx::query_scalar(conditions.statement("SELECT COUNT(*) FROM audit", ""));
        bind_where!(query, conditions).fetch_one(c).await
    })
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
