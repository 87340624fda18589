//! The versions of lists.

use base::clock;
use db::{Conn, Result, instant, on, run, unknown};
use golden_thread::{EntryId, Kind};
use jiff::Timestamp;
use uuid::Uuid;

use super::Register;

const NAMES: &str = "SELECT id, kind, slug FROM entries WHERE kind IN ('body', 'field')";

/// The entries to which lists refer: organisations and fields of action.
pub(super) async fn names(conn: &mut Conn<'_>) -> Result<Vec<(EntryId, Kind, String)>> {
    read_names(on!(conn, |c| sqlx::query_as(NAMES).fetch_all(c).await)?)
}

const FORMER_NAMES: &str = "SELECT entry_id, kind, slug FROM redirects WHERE kind IN ('body', 'field')";

/// The addresses that organisations and fields of action had.
pub(super) async fn former_names(conn: &mut Conn<'_>) -> Result<Vec<(EntryId, Kind, String)>> {
    read_names(on!(conn, |c| sqlx::query_as(FORMER_NAMES).fetch_all(c).await)?)
}

fn read_names(rows: Vec<(EntryId, String, String)>) -> Result<Vec<(EntryId, Kind, String)>> {
    rows.into_iter()
        .map(|(id, code, slug)| Ok((id, Kind::from_code(&code).ok_or_else(|| unknown("kind", &code))?, slug)))
        .collect()
}

const HEAD: &str = "SELECT COALESCE(MAX(number), 0) FROM register_versions WHERE register = $1";

/// The number of the newest version; 0 if nobody has changed the list yet.
pub(super) async fn head(conn: &mut Conn<'_>, register: Register) -> Result<i64> {
    on!(conn, |c| sqlx::query_scalar(HEAD).bind(register.code()).fetch_one(c).await)
}

const INSERT: &str = "INSERT INTO register_versions (register, number, document, author_id, author, at) \
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (register, number) DO NOTHING";

/// Keeps a version; false if there is one of that number already, because somebody else was faster.
pub(super) async fn insert(
    conn: &mut Conn<'_>,
    (register, number): (Register, i64),
    document: &str,
    (author_id, author): (Option<Uuid>, &str),
    at: Timestamp,
) -> Result<bool> {
    let touched = run!(
        conn,
        sqlx::query(INSERT)
            .bind(register.code())
            .bind(number)
            .bind(document)
            .bind(author_id)
            .bind(author)
            .bind(clock::micros(at))
    )?;
    Ok(touched > 0)
}

const DOCUMENT: &str = "SELECT document FROM register_versions WHERE register = $1 AND number = $2";

/// One version.
pub(super) async fn document(conn: &mut Conn<'_>, register: Register, number: i64) -> Result<Option<String>> {
    on!(conn, |c| sqlx::query_scalar(DOCUMENT).bind(register.code()).bind(number).fetch_optional(c).await)
}

/// A version in the list of versions.
#[derive(Debug)]
pub(super) struct Version {
    pub(super) number: i64,
    pub(super) author: String,
    pub(super) at: Timestamp,
}

const VERSIONS: &str =
    "SELECT number, author, at FROM register_versions WHERE register = $1 ORDER BY number DESC LIMIT 50";

/// The newest versions, newest first.
pub(super) async fn versions(conn: &mut Conn<'_>, register: Register) -> Result<Vec<Version>> {
    let rows: Vec<(i64, String, i64)> =
        on!(conn, |c| sqlx::query_as(VERSIONS).bind(register.code()).fetch_all(c).await)?;
    rows.into_iter().map(|(number, author, at)| Ok(Version { number, author, at: instant(at)? })).collect()
}
