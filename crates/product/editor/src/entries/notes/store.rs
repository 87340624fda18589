//! The tables of notes and mentions.

use base::clock::micros;
use db::{Conn, Result, instant, on, run};
use golden_thread::EntryId;
use golden_thread::history::Author;
use jiff::Timestamp;
use uuid::Uuid;

use super::EntryNote;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    person_id: Option<Uuid>,
    person: String,
    text: String,
    at: i64,
    done_at: Option<i64>,
    deleted_at: Option<i64>,
}

impl Row {
    fn into_note(self) -> Result<EntryNote> {
        let Self { id, person_id, person, text, at, done_at, deleted_at } = self;
        let (is_done, is_deleted) = (done_at.is_some(), deleted_at.is_some());
        Ok(EntryNote { id, person_id, person, text, at: instant(at)?, is_done, is_deleted })
    }
}

const LIST: &str = "SELECT id, person_id, person, text, at, done_at, deleted_at FROM entry_notes \
     WHERE entry_id = $1 AND (deleted_at IS NULL OR person_id = $2) ORDER BY at, id";

/// The notes on an entry in the order of their times; of the deleted ones, those of this person.
pub(crate) async fn list(conn: &mut Conn<'_>, entry: EntryId, person: Uuid) -> Result<Vec<EntryNote>> {
    let rows: Vec<Row> = on!(conn, |c| sqlx::query_as(LIST).bind(entry).bind(person).fetch_all(c).await)?;
    rows.into_iter().map(Row::into_note).collect()
}

const LATEST: &str = "SELECT text FROM entry_notes WHERE entry_id = $1 AND person_id = $2 AND deleted_at IS NULL \
     ORDER BY at DESC, id DESC LIMIT 1";

/// The latest note of a person on an entry.
pub(super) async fn latest(conn: &mut Conn<'_>, entry: EntryId, person: Option<Uuid>) -> Result<Option<String>> {
    on!(conn, |c| sqlx::query_scalar(LATEST).bind(entry).bind(person).fetch_optional(c).await)
}

const ADD: &str = "INSERT INTO entry_notes (id, entry_id, person_id, person, text, at) VALUES ($1, $2, $3, $4, $5, $6)";
const MENTION: &str = "INSERT INTO mentions (note_id, person_id) VALUES ($1, $2)";

/// Adds a note that mentions these people.
pub(super) async fn add(
    conn: &mut Conn<'_>,
    author: Author<'_>,
    entry: EntryId,
    (text, mentions): (&str, &[Uuid]),
) -> Result<()> {
    let id = author.ids.next();
    let (person, name, at) = (author.id, author.name, micros(author.at));
    run!(conn, sqlx::query(ADD).bind(id).bind(entry).bind(person).bind(name).bind(text).bind(at))?;
    for person in mentions {
        run!(conn, sqlx::query(MENTION).bind(id).bind(*person))?;
    }
    Ok(())
}

const SET_DONE: &str = "UPDATE entry_notes SET done_at = $3 WHERE id = $1 AND entry_id = $2 AND deleted_at IS NULL";

/// Marks a note as done, or with `None` as open again; false if there is no such note on the entry.
pub(super) async fn set_done(conn: &mut Conn<'_>, entry: EntryId, id: Uuid, at: Option<Timestamp>) -> Result<bool> {
    Ok(run!(conn, sqlx::query(SET_DONE).bind(id).bind(entry).bind(at.map(micros)))? > 0)
}

const SET_DELETED: &str = "UPDATE entry_notes SET deleted_at = $4 WHERE id = $1 AND entry_id = $2 AND person_id = $3";

/// Deletes a note of a person, or with `None` brings it back; false if they have no such note on the entry.
pub(super) async fn set_deleted(
    conn: &mut Conn<'_>,
    (entry, person): (EntryId, Option<Uuid>),
    id: Uuid,
    at: Option<Timestamp>,
) -> Result<bool> {
    Ok(run!(conn, sqlx::query(SET_DELETED).bind(id).bind(entry).bind(person).bind(at.map(micros)))? > 0)
}

const PURGE: &str = "DELETE FROM entry_notes WHERE deleted_at < $1 OR done_at < $2";

/// Deletes notes for good that were deleted, or done, before an instant, in microseconds.
pub(super) async fn purge(conn: &mut Conn<'_>, deleted: i64, done: i64) -> Result<u64> {
    run!(conn, sqlx::query(PURGE).bind(deleted).bind(done))
}
