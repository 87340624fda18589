//! Messages for the desk, with their history.

use accounts::PersonId;
use base::clock::micros;
use base::{Email, Locale};
use db::{Conn, Result, Where, bind_where, instant, on, run, unknown};
use golden_thread::EntryId;
use golden_thread::store::days;
use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan as _};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::inbox::{MessageAct, Reach};
use crate::message::{MessageKind, MessageState, Topic};

/// A message in the inbox, with the state of its handling.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    pub(crate) id: Uuid,
    pub(crate) kind: MessageKind,
    pub(crate) number: String,
    pub(crate) topic: Topic,
    pub(crate) field: Option<EntryId>,
    pub(crate) mailbox: Email,
    pub(crate) page: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) email: Option<Email>,
    /// The text of the message; `None` once it is deleted.
    pub(crate) text: Option<String>,
    pub(crate) locale: Locale,
    pub(crate) received_at: Timestamp,
    pub(crate) due: Date,
    pub(crate) state: MessageState,
    pub(crate) purge_on: Date,
    /// The number of steps so far, for the optimistic lock.
    pub(crate) version: i64,
    /// The assigned person, with their name.
    pub(crate) assignee: Option<(Uuid, String)>,
}

/// The filters of the inbox, besides the reach of the person.
#[derive(Debug, Clone, Default)]
pub(crate) struct CaseFilter {
    pub(crate) kind: Option<MessageKind>,
    /// Only messages in one of these states; in any state if empty.
    pub(crate) states: Vec<MessageState>,
    pub(crate) field: Option<EntryId>,
    /// Only messages that are due before this day.
    pub(crate) due_before: Option<Date>,
    pub(crate) assignee: Option<Uuid>,
    /// Only messages that wait for this person: those that nobody sees to yet, and their own that are not answered.
    pub(crate) waiting_for: Option<Uuid>,
}

impl CaseFilter {
    /// The messages that wait for a person.
    pub(crate) fn waiting_for(person: Uuid) -> Self {
        let states = vec![MessageState::New, MessageState::Assigned];
        Self { states, waiting_for: Some(person), ..Self::default() }
    }

    /// The unfinished messages that are due before this day.
    pub(crate) fn overdue(today: Date) -> Self {
        let states = vec![MessageState::New, MessageState::Assigned];
        Self { states, due_before: Some(today), ..Self::default() }
    }

    /// The conditions on the message `m`, after this many other parameters.
    fn conditions(&self, reach: &Reach, parameters: usize) -> Where {
        let mut conditions = Where::after(parameters);
        if !self.states.is_empty() {
            let states: Vec<String> = self.states.iter().map(|state| format!("'{state}'")).collect();
            conditions.and_built(format!("m.state IN ({})", states.join(", ")));
        }
        if let Some(kind) = self.kind {
            conditions.and_built(format!("m.kind = '{kind}'"));
        }
        conditions.and_some("m.field_id = $", self.field.map(|field| field.0));
        conditions.and_some("m.due < $", self.due_before.map(days));
        conditions.and_some("m.assignee_id = $", self.assignee);
        conditions.and_some("m.assignee_id IS NULL OR m.assignee_id = $", self.waiting_for);
        if let Reach::Fields(fields) = reach {
            // A person without any field sees nothing.
            conditions.and_among("m.field_id", fields.iter().map(|field| field.0));
        }
        conditions
    }
}

const CASE: &str = "SELECT m.id, m.kind, m.number, m.topic, m.field_id, m.mailbox, m.page, m.name, m.email, m.text, m.locale, \
     m.received_at, m.due, m.state, m.purge_on, m.version, m.assignee_id, p.name AS assignee \
     FROM messages m LEFT JOIN persons p ON p.id = m.assignee_id";

/// The messages of a list, sorted by the day on which they are due.
pub(crate) async fn list(
    conn: &mut Conn<'_>,
    filter: &CaseFilter,
    reach: &Reach,
    (most, skip): (i64, i64),
) -> Result<Vec<Case>> {
    const BY_DUE_DAY: &str = "ORDER BY m.due, m.received_at, m.id LIMIT $1 OFFSET $2";
    let conditions = filter.conditions(reach, 2);
    let rows: Vec<Row> = on!(conn, |c| {
        let query = sqlx::query_as(conditions.statement(CASE, BY_DUE_DAY)).bind(most).bind(skip);
        bind_where!(query, conditions).fetch_all(c).await
    })?;
    rows.into_iter().map(Row::into_case).collect()
}

/// The number of messages in a list.
pub(crate) async fn count(conn: &mut Conn<'_>, filter: &CaseFilter, reach: &Reach) -> Result<i64> {
    let conditions = filter.conditions(reach, 0);
    on!(conn, |c| {
        let query = sqlx::query_scalar(conditions.statement("SELECT COUNT(*) FROM messages m", ""));
        bind_where!(query, conditions).fetch_one(c).await
    })
}

/// Messages, the most urgent first, and the number of all of them.
pub(crate) async fn first(
    conn: &mut Conn<'_>,
    filter: &CaseFilter,
    reach: &Reach,
    most: i64,
) -> Result<(i64, Vec<Case>)> {
    let total = count(conn, filter, reach).await?;
    Ok((total, if total > 0 { list(conn, filter, reach, (most, 0)).await? } else { Vec::new() }))
}

const BY_NUMBER: &str = " WHERE m.number = $1";

/// The message with this case number.
pub(crate) async fn find(conn: &mut Conn<'_>, number: &str) -> Result<Option<Case>> {
    let sql = format!("{CASE}{BY_NUMBER}");
    let row: Option<Row> =
        on!(conn, |c| sqlx::query_as(AssertSqlSafe(sql.as_str())).bind(number).fetch_optional(c).await)?;
    row.map(Row::into_case).transpose()
}

const ADVANCE: &str = "UPDATE messages SET version = version + 1, state = $3 WHERE id = $1 AND version = $2";

/// Moves a message on to a state if it still has this version (optimistic lock); `false` if somebody was faster.
pub(crate) async fn advance(conn: &mut Conn<'_>, case: &Case, version: i64, state: MessageState) -> Result<bool> {
    let touched = run!(conn, sqlx::query(ADVANCE).bind(case.id).bind(version).bind(state.code()))?;
    Ok(touched > 0)
}

const ASSIGN: &str = "UPDATE messages SET assignee_id = $2 WHERE id = $1";

/// Assigns a message to a person, or to nobody.
pub(crate) async fn assign(conn: &mut Conn<'_>, id: Uuid, person: Option<Uuid>) -> Result<()> {
    run!(conn, sqlx::query(ASSIGN).bind(id).bind(person))?;
    Ok(())
}

const FALL_BACK: &str = "UPDATE messages SET assignee_id = NULL, version = version + 1, \
     state = CASE WHEN state = $2 THEN $3 ELSE state END WHERE assignee_id = $1";

/// Gives the messages of a person who leaves for good back to their mailboxes.
pub(crate) async fn fall_back(conn: &mut Conn<'_>, person: PersonId) -> Result<()> {
    let (assigned, new) = (MessageState::Assigned.code(), MessageState::New.code());
    run!(conn, sqlx::query(FALL_BACK).bind(person).bind(assigned).bind(new))?;
    Ok(())
}

const PASS_ON: &str = "UPDATE messages SET mailbox = $2, field_id = $3, topic = $4, assignee_id = NULL WHERE id = $1";

/// Passes a message on to another mailbox.
pub(crate) async fn pass_on(
    conn: &mut Conn<'_>,
    id: Uuid,
    mailbox: &Email,
    (field, topic): (Option<EntryId>, Topic),
) -> Result<()> {
    run!(conn, sqlx::query(PASS_ON).bind(id).bind(mailbox.as_str()).bind(field).bind(topic.code()))?;
    Ok(())
}

const KEEP_UNTIL: &str = "UPDATE messages SET purge_on = $2 WHERE id = $1";

/// Changes the day on which the content of a message is deleted.
pub(crate) async fn keep_until(conn: &mut Conn<'_>, id: Uuid, day: Date) -> Result<()> {
    run!(conn, sqlx::query(KEEP_UNTIL).bind(id).bind(days(day)))?;
    Ok(())
}

/// A step in the history of a message.
#[derive(Debug, Clone)]
pub(crate) struct CaseEvent {
    pub(crate) id: Uuid,
    pub(crate) act: MessageAct,
    pub(crate) at: Timestamp,
    pub(crate) person: Option<Uuid>,
    /// The name of the person at that time; empty once the content is deleted.
    pub(crate) name: String,
    /// The answer or the note.
    pub(crate) text: Option<String>,
    /// The recipient or assignee.
    pub(crate) detail: Option<String>,
    /// The mail that was sent.
    pub(crate) mail: Option<Uuid>,
}

const NOTE: &str = "INSERT INTO message_acts (id, message_id, act, at, person_id, person, text, detail, mail_id) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
     ON CONFLICT (message_id, person_id) WHERE act = 'read' DO NOTHING";

/// Adds a step to the history.
pub(crate) async fn note(conn: &mut Conn<'_>, message: Uuid, event: &CaseEvent) -> Result<()> {
    run!(
        conn,
        sqlx::query(NOTE)
            .bind(event.id)
            .bind(message)
            .bind(event.act.code())
            .bind(micros(event.at))
            .bind(event.person)
            .bind(&event.name)
            .bind(event.text.as_deref())
            .bind(event.detail.as_deref())
            .bind(event.mail)
    )?;
    Ok(())
}

const HISTORY: &str = "SELECT id, act, at, person_id, person, text, detail, mail_id FROM message_acts \
     WHERE message_id = $1 ORDER BY at, id LIMIT 500";

/// The history of a message, in its order.
pub(crate) async fn history(conn: &mut Conn<'_>, message: Uuid) -> Result<Vec<CaseEvent>> {
    type Row = (Uuid, String, i64, Option<Uuid>, String, Option<String>, Option<String>, Option<Uuid>);
    let rows: Vec<Row> = on!(conn, |c| sqlx::query_as(HISTORY).bind(message).fetch_all(c).await)?;
    let event = |(id, act, at, person, name, text, detail, mail): Row| {
        let act = MessageAct::from_code(&act).ok_or_else(|| unknown("step of a message", &act))?;
        Ok(CaseEvent { id, act, at: instant(at)?, person, name, text, detail, mail })
    };
    rows.into_iter().map(event).collect()
}

const HAS_READ: &str = "SELECT COUNT(*) FROM message_acts WHERE message_id = $1 AND person_id = $2 AND act = 'read'";

/// True if the history records that a person has read the message.
pub(crate) async fn has_read(conn: &mut Conn<'_>, message: Uuid, person: Uuid) -> Result<bool> {
    let count: i64 = on!(conn, |c| sqlx::query_scalar(HAS_READ).bind(message).bind(person).fetch_one(c).await)?;
    Ok(count > 0)
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    kind: String,
    number: String,
    topic: String,
    field_id: Option<EntryId>,
    mailbox: String,
    page: Option<String>,
    name: Option<String>,
    email: Option<String>,
    text: Option<String>,
    locale: String,
    received_at: i64,
    due: i64,
    state: String,
    purge_on: i64,
    version: i64,
    assignee_id: Option<Uuid>,
    assignee: Option<String>,
}

impl Row {
    fn into_case(self) -> Result<Case> {
        // The error message does not contain the address, which must not reach the log.
        let email = |text: &str| Email::parse(text).map_err(|error| sqlx::Error::Decode(error.into()));
        Ok(Case {
            id: self.id,
            kind: MessageKind::from_code(&self.kind).ok_or_else(|| unknown("kind of a message", &self.kind))?,
            number: self.number,
            topic: Topic::from_code(&self.topic).ok_or_else(|| unknown("topic", &self.topic))?,
            field: self.field_id,
            mailbox: email(&self.mailbox)?,
            page: self.page,
            name: self.name,
            email: self.email.as_deref().map(email).transpose()?,
            text: self.text,
            locale: Locale::from_code(&self.locale).ok_or_else(|| unknown("locale", &self.locale))?,
            received_at: instant(self.received_at)?,
            due: day(self.due),
            state: MessageState::from_code(&self.state).ok_or_else(|| unknown("state of a message", &self.state))?,
            purge_on: day(self.purge_on),
            version: self.version,
            assignee: self.assignee_id.zip(self.assignee),
        })
    }
}

fn day(days: i64) -> Date {
    date(1970, 1, 1).saturating_add(days.days())
}
