//! Books and wishes in the database.

use base::Email;
use base::clock::micros;
use db::{Conn, Result, on, run};
use golden_thread::EntryId;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

const INSERT_BOOK: &str = "INSERT INTO trial_books (entry_id, pages, body_id) VALUES ($1, $2, $3)";

pub(super) async fn insert_book(conn: &mut Conn<'_>, id: EntryId, pages: i64, body: Option<EntryId>) -> Result<()> {
    run!(conn, sqlx::query(INSERT_BOOK).bind(id).bind(pages).bind(body))?;
    Ok(())
}

const REMOVE_BOOK: &str = "DELETE FROM trial_books WHERE entry_id = $1";

pub(super) async fn remove_book(conn: &mut Conn<'_>, id: EntryId) -> Result<()> {
    run!(conn, sqlx::query(REMOVE_BOOK).bind(id))?;
    Ok(())
}

const ALL_BOOKS: &str = "SELECT entry_id, pages, body_id FROM trial_books";

pub(super) async fn all_books(conn: &mut Conn<'_>) -> Result<Vec<(EntryId, i64, Option<EntryId>)>> {
    on!(conn, |c| sqlx::query_as(ALL_BOOKS).fetch_all(c).await)
}

const PAGES: &str = "SELECT pages FROM trial_books WHERE entry_id = $1";

pub(super) async fn pages(conn: &mut Conn<'_>, id: EntryId) -> Result<i64> {
    on!(conn, |c| sqlx::query_scalar(PAGES).bind(id).fetch_one(c).await)
}

const INSERT_WISH: &str = "INSERT INTO trial_wishes (id, event_id, email, at) VALUES ($1, $2, $3, $4)";

pub(super) async fn insert_wish(
    conn: &mut Conn<'_>,
    id: Uuid,
    event: EntryId,
    email: &Email,
    at: Timestamp,
) -> Result<()> {
    run!(conn, sqlx::query(INSERT_WISH).bind(id).bind(event).bind(email.as_str()).bind(micros(at)))?;
    Ok(())
}

const WISHES: &str = "SELECT email FROM trial_wishes ORDER BY at, id";

pub(super) async fn wishes(conn: &mut Conn<'_>) -> Result<Vec<String>> {
    on!(conn, |c| sqlx::query_scalar(WISHES).fetch_all(c).await)
}

const FORGET: &str = "DELETE FROM trial_wishes WHERE at < $1";

/// Wishes are kept for 30 days.
pub(super) async fn forget(conn: &mut Conn<'_>, now: Timestamp) -> Result<u64> {
    run!(conn, sqlx::query(FORGET).bind(micros(now - SignedDuration::from_hours(30 * 24))))
}
