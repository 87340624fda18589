//! The table of versions.

use base::clock::micros;
use db::{Conn, Result, instant, on, run};

use super::{NewVersion, Version};

const HEAD: &str = "SELECT COALESCE(MAX(number), 0) FROM versions WHERE document = $1";

/// The number of the newest version; 0 if nobody has changed the document yet.
///
/// # Errors
/// If the database fails.
pub async fn head(conn: &mut Conn<'_>, document: &str) -> Result<i64> {
    on!(conn, |c| sqlx::query_scalar(HEAD).bind(document).fetch_one(c).await)
}

const CONTENT: &str = "SELECT content FROM versions WHERE document = $1 AND number = $2";

/// The content of a version.
///
/// # Errors
/// If the database fails.
pub async fn content(conn: &mut Conn<'_>, document: &str, number: i64) -> Result<Option<String>> {
    on!(conn, |c| sqlx::query_scalar(CONTENT).bind(document).bind(number).fetch_optional(c).await)
}

type Row = (i64, String, String, i64);

const FIND: &str = "SELECT number, note, author, at FROM versions WHERE document = $1 AND number = $2";

/// One version.
///
/// # Errors
/// If the database fails.
pub async fn find(conn: &mut Conn<'_>, document: &str, number: i64) -> Result<Option<Version>> {
    let row: Option<Row> = on!(conn, |c| sqlx::query_as(FIND).bind(document).bind(number).fetch_optional(c).await)?;
    row.map(version).transpose()
}

const LIST: &str = "SELECT number, note, author, at FROM versions WHERE document = $1 \
     ORDER BY number DESC LIMIT $2 OFFSET $3";

/// The versions of one page of the list, newest first.
///
/// # Errors
/// If the database fails.
pub async fn list(conn: &mut Conn<'_>, document: &str, most: i64, skip: i64) -> Result<Vec<Version>> {
    let rows: Vec<Row> = on!(conn, |c| sqlx::query_as(LIST).bind(document).bind(most).bind(skip).fetch_all(c).await)?;
    rows.into_iter().map(version).collect()
}

const COUNT: &str = "SELECT COUNT(*) FROM versions WHERE document = $1";

/// The number of versions, the state before the first change included.
///
/// # Errors
/// If the database fails.
pub async fn count(conn: &mut Conn<'_>, document: &str) -> Result<i64> {
    on!(conn, |c| sqlx::query_scalar(COUNT).bind(document).fetch_one(c).await)
}

const INSERT: &str = "INSERT INTO versions (document, number, content, note, author_id, author, at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (document, number) DO NOTHING";

/// Inserts a version; false if there is one with its number, because somebody else was faster.
pub(super) async fn insert(conn: &mut Conn<'_>, document: &str, number: i64, new: NewVersion<'_>) -> Result<bool> {
    let touched = run!(
        conn,
        sqlx::query(INSERT)
            .bind(document)
            .bind(number)
            .bind(new.content)
            .bind(new.note)
            .bind(new.author_id)
            .bind(new.author)
            .bind(micros(new.at))
    )?;
    Ok(touched > 0)
}

fn version((number, note, author, at): Row) -> Result<Version> {
    Ok(Version { number, note, author, at: instant(at)? })
}
