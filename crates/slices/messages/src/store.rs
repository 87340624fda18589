//! The table of messages: their content, and its deletion after the retention period. The queries of the desk are in
//! [`cases`].

pub(crate) mod cases;

use base::Email;
use base::clock::micros;
use db::{Conn, Result, on, run, unknown};
use golden_thread::store::days;
use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use uuid::Uuid;

use crate::message::{Message, MessageKind, MessageState};

const INSERT: &str = "INSERT INTO messages (id, kind, number, fingerprint, topic, field_id, mailbox, page, name, email, text, \
     locale, received_at, due, state, purge_on) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) \
     ON CONFLICT (fingerprint) DO NOTHING";

/// Inserts a message; `false` if the same one was sent before.
pub(crate) async fn insert(conn: &mut Conn<'_>, message: &Message) -> Result<bool> {
    let touched = run!(
        conn,
        sqlx::query(INSERT)
            .bind(message.id)
            .bind(message.kind.code())
            .bind(&message.number)
            .bind(&message.fingerprint)
            .bind(message.topic.code())
            .bind(message.field)
            .bind(message.mailbox.as_str())
            .bind(message.page.as_deref())
            .bind(message.name.as_deref())
            .bind(message.email.as_ref().map(Email::as_str))
            .bind(&message.text)
            .bind(message.locale.code())
            .bind(micros(message.received_at))
            .bind(days(message.due))
            .bind(message.state.code())
            .bind(days(message.purge_on))
    )?;
    Ok(touched > 0)
}

const IS_TAKEN: &str = "SELECT COUNT(*) FROM messages WHERE number = $1";

/// True if a case number is in use.
pub(crate) async fn is_taken(conn: &mut Conn<'_>, number: &str) -> Result<bool> {
    let (count,): (i64,) = on!(conn, |c| sqlx::query_as(IS_TAKEN).bind(number).fetch_one(c).await)?;
    Ok(count > 0)
}

const FIND_SAME: &str = "SELECT id FROM messages WHERE fingerprint = $1";

/// The message with this fingerprint, if it was sent before.
pub(crate) async fn find_same(conn: &mut Conn<'_>, fingerprint: &str) -> Result<Option<Uuid>> {
    let found: Option<(Uuid,)> = on!(conn, |c| sqlx::query_as(FIND_SAME).bind(fingerprint).fetch_optional(c).await)?;
    Ok(found.map(|(id,)| id))
}

/// The receipt of a message, without anything that its sender wrote.
#[derive(Debug)]
pub(crate) struct Receipt {
    pub(crate) kind: MessageKind,
    pub(crate) number: String,
    pub(crate) due: Date,
    /// True if the sender left an address for the answer.
    pub(crate) has_address: bool,
}

const RECEIPT: &str = "SELECT kind, number, due, email IS NOT NULL FROM messages WHERE id = $1";

/// The receipt of the message with this id.
pub(crate) async fn receipt(conn: &mut Conn<'_>, id: Uuid) -> Result<Option<Receipt>> {
    let row: Option<(String, String, i64, bool)> =
        on!(conn, |c| sqlx::query_as(RECEIPT).bind(id).fetch_optional(c).await)?;
    row.map(|(kind, number, due, has_address)| {
        let kind = MessageKind::from_code(&kind).ok_or_else(|| unknown("kind of a message", &kind))?;
        Ok(Receipt { kind, number, due: date(1970, 1, 1).saturating_add(due.days()), has_address })
    })
    .transpose()
}

// The history of a message is as personal as the message.
const EMPTY_ACTS: &str = "UPDATE message_acts SET person_id = NULL, person = '', text = NULL, detail = NULL, mail_id = NULL \
     WHERE message_id IN (SELECT id FROM messages WHERE purge_on <= $2 AND state <> $1)";
const DELETE_SPAM: &str = "DELETE FROM messages WHERE state = $1 AND purge_on <= $2";
const EMPTY: &str = "UPDATE messages SET state = $1, fingerprint = NULL, page = NULL, name = NULL, email = NULL, \
     text = NULL, assignee_id = NULL, version = version + 1 WHERE purge_on <= $2 AND state <> $1";

/// Deletes the content of all messages whose retention has ended by this day; returns their number.
pub(crate) async fn purge(conn: &mut Conn<'_>, today: Date) -> Result<u64> {
    let spam = run!(conn, sqlx::query(DELETE_SPAM).bind(MessageState::Spam.code()).bind(days(today)))?;
    run!(conn, sqlx::query(EMPTY_ACTS).bind(MessageState::Purged.code()).bind(days(today)))?;
    let emptied = run!(conn, sqlx::query(EMPTY).bind(MessageState::Purged.code()).bind(days(today)))?;
    Ok(spam + emptied)
}
