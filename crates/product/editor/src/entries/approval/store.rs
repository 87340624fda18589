//! The table of requests for approval.

use base::clock::micros;
use db::{Conn, Result, instant, on, run, unknown};
use golden_thread::EntryId;
use golden_thread::history::Author;
use jiff::Timestamp;
use uuid::Uuid;

use super::{Approval, ApprovalState};

#[derive(sqlx::FromRow)]
struct Row {
    state: String,
    number: i64,
    person_id: Option<Uuid>,
    person: String,
    at: i64,
    editor: Option<String>,
    remark: Option<String>,
}

const FIND: &str = "SELECT state, number, person_id, person, at, editor, remark FROM approvals WHERE entry_id = $1";

/// The request for the approval of an entry.
pub(crate) async fn find(conn: &mut Conn<'_>, entry: EntryId) -> Result<Option<Approval>> {
    let row: Option<Row> = on!(conn, |c| sqlx::query_as(FIND).bind(entry).fetch_optional(c).await)?;
    row.map(|row| {
        Ok(Approval {
            state: ApprovalState::from_code(&row.state).ok_or_else(|| unknown("state of an approval", &row.state))?,
            number: row.number,
            person_id: row.person_id,
            person: row.person,
            at: instant(row.at)?,
            editor: row.editor.unwrap_or_default(),
            remark: row.remark.unwrap_or_default(),
        })
    })
    .transpose()
}

const ASK: &str = "INSERT INTO approvals (entry_id, state, number, person_id, person, at) VALUES ($1, 'asked', $2, $3, $4, $5) \
     ON CONFLICT (entry_id) DO UPDATE SET state = excluded.state, number = excluded.number, person_id = excluded.person_id, \
     person = excluded.person, at = excluded.at, editor = NULL, remark = NULL WHERE approvals.state <> 'asked'";

/// Hands a version over; false if the entry is handed over already.
pub(super) async fn ask(conn: &mut Conn<'_>, author: Author<'_>, entry: EntryId, number: i64) -> Result<bool> {
    let (id, name, at) = (author.id, author.name, micros(author.at));
    Ok(run!(conn, sqlx::query(ASK).bind(entry).bind(number).bind(id).bind(name).bind(at))? > 0)
}

const SEND_BACK: &str = "UPDATE approvals SET state = 'sent_back', editor = $2, remark = $3, at = $4 \
     WHERE entry_id = $1 AND state = 'asked'";

/// Sends an entry back; false if somebody else has answered since.
pub(super) async fn send_back(
    conn: &mut Conn<'_>,
    entry: EntryId,
    (editor, at): (&str, Timestamp),
    remark: &str,
) -> Result<bool> {
    Ok(run!(conn, sqlx::query(SEND_BACK).bind(entry).bind(editor).bind(remark).bind(micros(at)))? > 0)
}

const END: &str = "DELETE FROM approvals WHERE entry_id = $1";

/// Ends a request; false if there is none.
pub(super) async fn end(conn: &mut Conn<'_>, entry: EntryId) -> Result<bool> {
    Ok(run!(conn, sqlx::query(END).bind(entry))? > 0)
}
