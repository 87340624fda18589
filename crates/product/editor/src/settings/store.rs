//! The versions of the settings.

use base::clock::micros;
use db::{Conn, Result, instant, on, run};
use jiff::Timestamp;
use uuid::Uuid;

/// A version without its document.
#[derive(Debug, Clone)]
pub(super) struct Version {
    pub(super) number: i64,
    /// The code of a section, or what was done instead.
    pub(super) section: String,
    /// Who made it, as they were called then; empty for what was there before the first change.
    pub(super) person: String,
    pub(super) at: Timestamp,
}

const NEWEST: &str = "SELECT COALESCE(MAX(number), 0) FROM settings_versions";

/// The number of the newest version; 0 if nothing was changed yet.
pub(super) async fn newest(conn: &mut Conn<'_>) -> Result<i64> {
    on!(conn, |c| sqlx::query_scalar(NEWEST).fetch_one(c).await)
}

const INSERT: &str = "INSERT INTO settings_versions (number, document, section, person_id, person, at) \
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (number) DO NOTHING";

/// Keeps a version; `false` if there is one with its number.
pub(super) async fn insert(
    conn: &mut Conn<'_>,
    version: &Version,
    person: Option<Uuid>,
    document: &str,
) -> Result<bool> {
    let touched = run!(
        conn,
        sqlx::query(INSERT)
            .bind(version.number)
            .bind(document)
            .bind(&version.section)
            .bind(person)
            .bind(&version.person)
            .bind(micros(version.at))
    )?;
    Ok(touched > 0)
}

const DOCUMENT: &str = "SELECT document FROM settings_versions WHERE number = $1";

/// The document of a version.
pub(super) async fn document(conn: &mut Conn<'_>, number: i64) -> Result<Option<String>> {
    on!(conn, |c| sqlx::query_scalar(DOCUMENT).bind(number).fetch_optional(c).await)
}

type Row = (i64, String, String, i64);

const FIND: &str = "SELECT number, section, person, at FROM settings_versions WHERE number = $1";

/// One version.
pub(super) async fn find(conn: &mut Conn<'_>, number: i64) -> Result<Option<Version>> {
    let row: Option<Row> = on!(conn, |c| sqlx::query_as(FIND).bind(number).fetch_optional(c).await)?;
    row.map(version).transpose()
}

const LIST: &str = "SELECT number, section, person, at FROM settings_versions ORDER BY number DESC LIMIT $1 OFFSET $2";

/// The versions of a page of the list, newest first.
pub(super) async fn list(conn: &mut Conn<'_>, most: i64, skip: i64) -> Result<Vec<Version>> {
    let rows: Vec<Row> = on!(conn, |c| sqlx::query_as(LIST).bind(most).bind(skip).fetch_all(c).await)?;
    rows.into_iter().map(version).collect()
}

const COUNT: &str = "SELECT COUNT(*) FROM settings_versions";

/// How many versions there are.
pub(super) async fn count(conn: &mut Conn<'_>) -> Result<i64> {
    on!(conn, |c| sqlx::query_scalar(COUNT).fetch_one(c).await)
}

fn version((number, section, person, at): Row) -> Result<Version> {
    Ok(Version { number, section, person, at: instant(at)? })
}
