//! The handling of a message at the desk: each step is one transaction, is recorded in the message's
//! history, and is guarded by the version that the person has seen (optimistic lock).
//!
//! Of two people at once, the second is refused ([`Refusal::Moved`]); the page then shows the step of the
//! first, and keeps the text of the second.

use accounts::Desk;
use base::{Email, Now};
use db::Tx;
use golden_thread::EntryId;
use jiff::civil::Date;
use services::mail::{self, Mail};
use uuid::Uuid;
use web::Error;

use crate::inbox::MessageAct;
use crate::message::{MessageState, Retention, Topic};
use crate::store::cases::{self, Case, CaseEvent};

/// The reason why a step was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// Somebody else has taken a step meanwhile.
    Moved,
    /// The step is not possible in the present state.
    NotNow,
}

/// The outcome of a step, or the reason why it was refused.
pub(crate) type Outcome = Result<Result<(), Refusal>, Error>;

/// The mailbox to which a message is passed on.
pub(crate) struct PassTarget {
    pub(crate) mailbox: Email,
    pub(crate) field: Option<EntryId>,
    pub(crate) topic: Topic,
    /// The name of the mailbox for people.
    pub(crate) label: String,
}

/// Assigns the message to a person, or back to the mailbox of the role.
pub(crate) async fn take(desk: &Desk, case: &Case, version: i64, person: Option<(Uuid, String)>) -> Outcome {
    let Some(state) = MessageAct::Taken.leads_to(case.state, person.is_some()) else { return Ok(Err(Refusal::NotNow)) };
    let Some(mut tx) = begin(desk, case, version, state).await? else { return Ok(Err(Refusal::Moved)) };
    cases::assign(&mut tx.conn(), case.id, person.as_ref().map(|(id, _)| *id)).await?;
    let details = EventDetails { detail: person.map(|(_, name)| name), ..EventDetails::default() };
    finish(desk, tx, case, MessageAct::Taken, details).await
}

/// Passes the message on to another mailbox, with the text of the visitor.
pub(crate) async fn pass_on(desk: &Desk, case: &Case, version: i64, target: PassTarget, letter: Mail) -> Outcome {
    let Some(state) = MessageAct::PassedOn.leads_to(case.state, false) else { return Ok(Err(Refusal::NotNow)) };
    let Some(mut tx) = begin(desk, case, version, state).await? else { return Ok(Err(Refusal::Moved)) };
    cases::pass_on(&mut tx.conn(), case.id, &target.mailbox, (target.field, target.topic)).await?;
    let mail = send(desk, &mut tx, &letter).await?;
    let details = EventDetails { detail: Some(target.label), mail: Some(mail), ..EventDetails::default() };
    finish(desk, tx, case, MessageAct::PassedOn, details).await
}

/// Answers the sender by mail, in the thread of earlier answers.
pub(crate) async fn answer(desk: &Desk, case: &Case, version: i64, text: String, letter: Mail) -> Outcome {
    let Some(state) = MessageAct::Answered.leads_to(case.state, case.assignee.is_some()) else {
        return Ok(Err(Refusal::NotNow));
    };
    let Some(mut tx) = begin(desk, case, version, state).await? else { return Ok(Err(Refusal::Moved)) };
    let history = cases::history(&mut tx.conn(), case.id).await?;
    let answers = history.iter().filter(|event| event.act == MessageAct::Answered);
    let earlier: Vec<Uuid> = answers.filter_map(|event| event.mail).collect();
    let mail = send(desk, &mut tx, &letter.follows(&earlier)).await?;
    finish(
        desk,
        tx,
        case,
        MessageAct::Answered,
        EventDetails { text: Some(text), mail: Some(mail), ..EventDetails::default() },
    )
    .await
}

/// Takes a step with an optional text: a note, the closing, putting away, reopening.
pub(crate) async fn step(desk: &Desk, case: &Case, version: i64, act: MessageAct, text: Option<String>) -> Outcome {
    let Some(state) = act.leads_to(case.state, case.assignee.is_some()) else { return Ok(Err(Refusal::NotNow)) };
    let Some(mut tx) = begin(desk, case, version, state).await? else { return Ok(Err(Refusal::Moved)) };
    if let Some(day) = kept_until(case, state, desk.state().clock.today()) {
        cases::keep_until(&mut tx.conn(), case.id, day).await?;
    }
    finish(desk, tx, case, act, EventDetails { text, ..EventDetails::default() }).await
}

/// Records that somebody has read the message; the first time only.
pub(crate) async fn read(desk: &Desk, case: &Case) -> Result<(), Error> {
    let person = desk.person.id.0;
    if cases::has_read(&mut desk.db().read().await?.conn(), case.id, person).await? {
        return Ok(());
    }
    let tx = desk.db().write().await?;
    finish(desk, tx, case, MessageAct::Read, EventDetails::default())
        .await?
        .map_err(|_| anyhow::anyhow!("reading is refused"))?;
    Ok(())
}

/// The day on which the content is deleted after a step, if it changes: a message that was put away is
/// deleted soon, but not at once; one that is reopened stays as long as it would have.
fn kept_until(case: &Case, state: MessageState, today: Date) -> Option<Date> {
    let received = base::clock::day_of(case.received_at);
    match (case.state, state) {
        (before, MessageState::Spam) if before != MessageState::Spam => {
            Some(Retention::ends(case.kind, MessageState::Spam, today).min(case.purge_on))
        }
        (MessageState::Spam, after) if after != MessageState::Spam => Some(Retention::ends(case.kind, after, received)),
        _ => None,
    }
}

/// The details that the history keeps of a step.
#[derive(Default)]
struct EventDetails {
    text: Option<String>,
    detail: Option<String>,
    mail: Option<Uuid>,
}

/// Locks the message at the version that the person has seen; `None` if that is not the newest.
async fn begin(desk: &Desk, case: &Case, version: i64, state: MessageState) -> Result<Option<Tx>, Error> {
    let mut tx = desk.db().write().await?;
    let goes_on = cases::advance(&mut tx.conn(), case, version, state).await?;
    Ok(goes_on.then_some(tx))
}

async fn send(desk: &Desk, tx: &mut Tx, letter: &Mail) -> Result<Uuid, Error> {
    let now = desk.state().now();
    Ok(mail::enqueue(&mut tx.conn(), now, letter).await?)
}

async fn finish(desk: &Desk, mut tx: Tx, case: &Case, act: MessageAct, details: EventDetails) -> Outcome {
    let Now { clock, ids } = desk.state().now();
    let (person, name) = (Some(desk.person.id.0), desk.person.name.clone());
    let EventDetails { text, detail, mail } = details;
    let event = CaseEvent { id: ids.next(), act, at: clock.now(), person, name, text, detail, mail };
    cases::note(&mut tx.conn(), case.id, &event).await?;
    tx.commit().await?;
    Ok(Ok(()))
}
