//! What the desk does about a message: each step is one transaction, is noted in the message's history,
//! and goes on from the version that the person has seen.
//!
//! Two people at once: the step of the second is refused ([`Refused::Moved`]); the page then shows what
//! the first has done, and keeps the text of the second.

use accounts::Desk;
use base::Email;
use db::Tx;
use golden_thread::EntryId;
use jiff::civil::Date;
use services::mail::{self, Mail};
use uuid::Uuid;
use web::Error;

use crate::inbox::MessageAct;
use crate::message::{MessageState, Retention, Topic};
use crate::store::cases::{self, Case, CaseEvent};

/// Why a step was not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refused {
    /// Somebody else did something meanwhile.
    Moved,
    /// In this state it is not possible.
    NotNow,
}

/// What a step did, or why it was not done.
pub(crate) type Outcome = Result<Result<(), Refused>, Error>;

/// Another place to answer a message.
pub(crate) struct Place {
    pub(crate) mailbox: Email,
    pub(crate) field: Option<EntryId>,
    pub(crate) topic: Topic,
    /// What it is called.
    pub(crate) label: String,
}

/// A person sees to it from now on; or nobody does, and the mailbox of the role goes on.
pub(crate) async fn take(desk: &Desk, case: &Case, version: i64, person: Option<(Uuid, String)>) -> Outcome {
    let Some(state) = MessageAct::Taken.leads_to(case.state, person.is_some()) else { return Ok(Err(Refused::NotNow)) };
    let Some(mut tx) = begin(desk, case, version, state).await? else { return Ok(Err(Refused::Moved)) };
    cases::assign(&mut tx.conn(), case.id, person.as_ref().map(|(id, _)| *id)).await?;
    let said = Said { detail: person.map(|(_, name)| name), ..Said::default() };
    finish(desk, tx, case, MessageAct::Taken, said).await
}

/// Another mailbox answers it, and gets what the visitor wrote.
pub(crate) async fn pass_on(desk: &Desk, case: &Case, version: i64, place: Place, letter: Mail) -> Outcome {
    let Some(state) = MessageAct::PassedOn.leads_to(case.state, false) else { return Ok(Err(Refused::NotNow)) };
    let Some(mut tx) = begin(desk, case, version, state).await? else { return Ok(Err(Refused::Moved)) };
    cases::pass_on(&mut tx.conn(), case.id, &place.mailbox, (place.field, place.topic)).await?;
    let mail = send(desk, &mut tx, &letter).await?;
    let said = Said { detail: Some(place.label), mail: Some(mail), ..Said::default() };
    finish(desk, tx, case, MessageAct::PassedOn, said).await
}

/// The sender gets an answer by mail, which stands below the answers before it in their mail program.
pub(crate) async fn answer(desk: &Desk, case: &Case, version: i64, text: String, letter: Mail) -> Outcome {
    let Some(state) = MessageAct::Answered.leads_to(case.state, case.assignee.is_some()) else {
        return Ok(Err(Refused::NotNow));
    };
    let Some(mut tx) = begin(desk, case, version, state).await? else { return Ok(Err(Refused::Moved)) };
    let history = cases::history(&mut tx.conn(), case.id).await?;
    let answers = history.iter().filter(|event| event.act == MessageAct::Answered);
    let earlier: Vec<Uuid> = answers.filter_map(|event| event.mail).collect();
    let mail = send(desk, &mut tx, &letter.follows(&earlier)).await?;
    finish(desk, tx, case, MessageAct::Answered, Said { text: Some(text), mail: Some(mail), ..Said::default() }).await
}

/// A step with a few words, or none: a note, the end, put away, taken up again.
pub(crate) async fn step(desk: &Desk, case: &Case, version: i64, act: MessageAct, text: Option<String>) -> Outcome {
    let Some(state) = act.leads_to(case.state, case.assignee.is_some()) else { return Ok(Err(Refused::NotNow)) };
    let Some(mut tx) = begin(desk, case, version, state).await? else { return Ok(Err(Refused::Moved)) };
    if let Some(day) = kept_until(case, state, desk.state().clock.today()) {
        cases::keep_until(&mut tx.conn(), case.id, day).await?;
    }
    finish(desk, tx, case, act, Said { text, ..Said::default() }).await
}

/// Notes that somebody has read what a visitor wrote; the first time only.
pub(crate) async fn read(desk: &Desk, case: &Case) -> Result<(), Error> {
    let person = desk.person.id.0;
    if cases::has_read(&mut desk.db().read().await?.conn(), case.id, person).await? {
        return Ok(());
    }
    let tx = desk.db().write().await?;
    finish(desk, tx, case, MessageAct::Read, Said::default())
        .await?
        .map_err(|_| anyhow::anyhow!("reading is refused"))?;
    Ok(())
}

/// When the content is deleted after a step, if that changes: what was put away goes soon, but not at
/// once; what is taken up again stays as long as it would have.
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

/// What is written down with a step.
#[derive(Default)]
struct Said {
    text: Option<String>,
    detail: Option<String>,
    mail: Option<Uuid>,
}

/// Goes on from the version that the person has seen; `None` if that is not the newest.
async fn begin(desk: &Desk, case: &Case, version: i64, state: MessageState) -> Result<Option<Tx>, Error> {
    let mut tx = desk.db().write().await?;
    let goes_on = cases::advance(&mut tx.conn(), case, version, state).await?;
    Ok(goes_on.then_some(tx))
}

async fn send(desk: &Desk, tx: &mut Tx, letter: &Mail) -> Result<Uuid, Error> {
    let now = (&desk.state().clock, &desk.state().ids);
    Ok(mail::enqueue(&mut tx.conn(), now, letter).await?)
}

async fn finish(desk: &Desk, mut tx: Tx, case: &Case, act: MessageAct, said: Said) -> Outcome {
    let (clock, ids) = (&desk.state().clock, &desk.state().ids);
    let (person, name) = (Some(desk.person.id.0), desk.person.name.clone());
    let Said { text, detail, mail } = said;
    let event = CaseEvent { id: ids.next(), act, at: clock.now(), person, name, text, detail, mail };
    cases::note(&mut tx.conn(), case.id, &event).await?;
    tx.commit().await?;
    Ok(Ok(()))
}
