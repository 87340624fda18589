//! The outbox.

use base::Email;
use base::clock::micros;
use db::{Conn, Result, instant, on, run, unknown};
use jiff::Timestamp;
use uuid::Uuid;

use super::{Attachment, Fate, Mail, MailState, Posted, Subject};

const INSERT: &str = "INSERT INTO outbox (id, recipient, reply_to, subject, text, state, created_at, headers, attempts) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0)";

const ATTACH: &str = "INSERT INTO outbox_attachments (mail_id, number, name, type, bytes) VALUES ($1, $2, $3, $4, $5)";

/// Stores a mail with its files.
pub(super) async fn insert(conn: &mut Conn<'_>, id: Uuid, mail: &Mail, now: Timestamp) -> Result<()> {
    let headers = serde_json::to_string(&mail.headers).map_err(|error| sqlx::Error::Encode(error.into()))?;
    run!(
        conn,
        sqlx::query(INSERT)
            .bind(id)
            .bind(mail.to.as_str())
            .bind(mail.reply_to.as_ref().map(Email::as_str))
            .bind(mail.subject.as_str())
            .bind(&mail.text)
            .bind(MailState::Waiting.code())
            .bind(micros(now))
            .bind(headers)
    )?;
    for (number, file) in (0_i64..).zip(&mail.attachments) {
        let row = (file.name(), file.media_type(), file.bytes());
        run!(conn, sqlx::query(ATTACH).bind(id).bind(number).bind(row.0).bind(row.1).bind(row.2))?;
    }
    Ok(())
}

#[derive(sqlx::FromRow)]
struct Row {
    recipient: String,
    reply_to: Option<String>,
    subject: String,
    text: String,
    state: String,
    created_at: i64,
    headers: String,
}

const FIND: &str = "SELECT recipient, reply_to, subject, text, state, created_at, headers FROM outbox WHERE id = $1";

pub(super) async fn find(conn: &mut Conn<'_>, id: Uuid) -> Result<Option<Posted>> {
    let row: Option<Row> = on!(conn, |c| sqlx::query_as(FIND).bind(id).fetch_optional(c).await)?;
    let Some(row) = row else { return Ok(None) };
    // The messages of the errors keep the addresses out of the log.
    let email = |text: &str| Email::parse(text).map_err(|error| sqlx::Error::Decode(error.into()));
    let headers = serde_json::from_str(&row.headers);
    let mail = Mail {
        headers: headers.map_err(|_| sqlx::Error::Decode("its headers".into()))?,
        attachments: attachments(conn, id).await?,
        ..Mail::new(email(&row.recipient)?, Subject::new(&row.subject), row.text)
            .reply_to(row.reply_to.as_deref().map(email).transpose()?)
    };
    let state = MailState::from_code(&row.state).ok_or_else(|| unknown("state of a mail", &row.state))?;
    Ok(Some(Posted { id, mail, state, created_at: instant(row.created_at)? }))
}

const ATTACHMENTS: &str = "SELECT name, type, bytes FROM outbox_attachments WHERE mail_id = $1 ORDER BY number";

async fn attachments(conn: &mut Conn<'_>, id: Uuid) -> Result<Vec<Attachment>> {
    let rows: Vec<(String, String, Vec<u8>)> = on!(conn, |c| sqlx::query_as(ATTACHMENTS).bind(id).fetch_all(c).await)?;
    let file = |(name, media_type, bytes): (String, String, Vec<u8>)| {
        Attachment::new(&name, &media_type, bytes).map_err(|error| sqlx::Error::Decode(error.into()))
    };
    rows.into_iter().map(file).collect()
}

/// The state of delivery of these mails, in no order. Mails whose retention ([`super::RETENTION_DAYS`]) has
/// ended are missing.
///
/// # Errors
/// If the database fails or holds a word that is not ours.
pub async fn fates(conn: &mut Conn<'_>, ids: &[Uuid]) -> Result<Vec<Fate>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let list = db::parameters(1, ids.len());
    let sql = format!("SELECT id, state, attempts, last_error FROM outbox WHERE id IN {list}");
    let rows: Vec<(Uuid, String, i64, Option<String>)> =
        on!(conn, |c| db::bind_all!(sqlx::query_as(sqlx::AssertSqlSafe(sql.as_str())), ids).fetch_all(c).await)?;
    let fate = |(id, state, attempts, last_error): (Uuid, String, i64, Option<String>)| {
        let state = MailState::from_code(&state).ok_or_else(|| unknown("state of a mail", &state))?;
        Ok(Fate { id, state, attempts, last_error })
    };
    rows.into_iter().map(fate).collect()
}

const MARK: &str =
    "UPDATE outbox SET state = $2, attempts = attempts + 1, sent_at = $3, last_error = NULL WHERE id = $1";
const MARK_FAILED: &str = "UPDATE outbox SET state = $2, last_error = $3 WHERE id = $1";
const COUNT_ATTEMPT: &str = "UPDATE outbox SET attempts = attempts + 1, last_error = $2 WHERE id = $1";

/// Records the state of a mail that was sent or kept.
pub(super) async fn mark(conn: &mut Conn<'_>, id: Uuid, state: MailState, now: Timestamp) -> Result<()> {
    run!(conn, sqlx::query(MARK).bind(id).bind(state.code()).bind(micros(now)))?;
    Ok(())
}

/// Records that a mail failed for good.
pub(super) async fn mark_failed(conn: &mut Conn<'_>, id: Uuid, why: &str) -> Result<()> {
    run!(conn, sqlx::query(MARK_FAILED).bind(id).bind(MailState::Failed.code()).bind(why))?;
    Ok(())
}

/// Records a failed attempt.
pub(super) async fn count_attempt(conn: &mut Conn<'_>, id: Uuid, why: &str) -> Result<()> {
    run!(conn, sqlx::query(COUNT_ATTEMPT).bind(id).bind(why))?;
    Ok(())
}

const PURGE: &str = "DELETE FROM outbox WHERE created_at < $1 AND state <> $2";

/// Deletes mails that were sent, kept or failed before an instant, with their attachments.
pub(super) async fn purge(conn: &mut Conn<'_>, before: Timestamp) -> Result<u64> {
    run!(conn, sqlx::query(PURGE).bind(micros(before)).bind(MailState::Waiting.code()))
}
