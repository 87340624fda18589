//! The acts around an approval.

use accounts::{PersonId, directory};
use db::Conn;
use golden_thread::EntryId;
use golden_thread::history::{self, Act, NewAct};
use services::{audit, mail};
use web::AppState;

use super::recipients::in_charge;
use super::{Approval, store};
use crate::acts::EntryAct;
use crate::entries::actions::{By, Seen, author, revision};
use crate::entries::letters::{Letter, Named};
use crate::entries::opened::subject_of;

/// The outcome of a request, as its author is told.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Outcome {
    Published,
    /// It was withdrawn or deleted.
    Dropped,
}

/// Hands a version over to the people in charge, in the transaction that saved it. Nothing happens if the entry is handed over
/// already.
pub(crate) async fn ask(conn: &mut Conn<'_>, state: &AppState, by: By<'_>, seen: Seen) -> anyhow::Result<()> {
    let author = author(state, by);
    if !store::ask(conn, author, seen.id, seen.head).await? {
        return Ok(());
    }
    let act = NewAct { entry: seen.id, number: seen.head, act: Act::ApprovalAsked, note: None };
    history::record(conn, author, act).await?;
    let document = revision(conn, seen.id, seen.head).await?;
    audit::note(conn, state.now(), by.actor(), &EntryAct::ApprovalAsked(&document)).await?;
    let subject = subject_of(conn, seen.id, document.kind).await?;
    let people = in_charge(directory::all_at_work(conn).await?, &subject, by.id);
    let named = Named::load(conn, state, seen.id).await?;
    for person in &people {
        let letter = Letter { key: "approval-asked", to: person, named: &named, more: &[("author", by.name)] };
        mail::enqueue(conn, state.now(), &letter.write(state)).await?;
    }
    Ok(())
}

/// Sends an entry back with a remark; false if it is not handed over any more.
pub(crate) async fn send_back(state: &AppState, by: By<'_>, id: EntryId, remark: &str) -> anyhow::Result<bool> {
    let author = author(state, by);
    let mut tx = state.db.write().await?;
    let conn = &mut tx.conn();
    let Some(approval) = store::find(conn, id).await? else { return Ok(false) };
    if !store::send_back(conn, id, (by.name, author.at), remark).await? {
        return Ok(false);
    }
    let act = NewAct { entry: id, number: approval.number, act: Act::SentBack, note: Some(remark) };
    history::record(conn, author, act).await?;
    let document = revision(conn, id, approval.number).await?;
    audit::note(conn, state.now(), by.actor(), &EntryAct::SentBack(&document)).await?;
    tell(conn, state, by, (id, &approval), ("approval-sent-back", &[("editor", by.name), ("remark", remark)])).await?;
    tx.commit().await?;
    Ok(true)
}

/// Takes a request back, or goes on without one; false if there is none.
pub(crate) async fn end(state: &AppState, by: By<'_>, id: EntryId) -> anyhow::Result<bool> {
    let mut tx = state.db.write().await?;
    let conn = &mut tx.conn();
    let Some(approval) = store::find(conn, id).await? else { return Ok(false) };
    if !store::end(conn, id).await? {
        return Ok(false);
    }
    let act = NewAct { entry: id, number: approval.number, act: Act::ApprovalEnded, note: None };
    history::record(conn, author(state, by), act).await?;
    tx.commit().await?;
    Ok(true)
}

/// Ends a request with what was done with its entry, in the same transaction, and tells its author.
pub(crate) async fn settle(
    conn: &mut Conn<'_>,
    state: &AppState,
    by: By<'_>,
    (id, outcome): (EntryId, Outcome),
) -> anyhow::Result<()> {
    let Some(approval) = store::find(conn, id).await? else { return Ok(()) };
    if !store::end(conn, id).await? {
        return Ok(());
    }
    let key = match outcome {
        Outcome::Published => "approval-published",
        Outcome::Dropped => "approval-dropped",
    };
    tell(conn, state, by, (id, &approval), (key, &[("editor", by.name)])).await
}

/// Writes to the person who handed an entry over, unless they know because they did it.
async fn tell(
    conn: &mut Conn<'_>,
    state: &AppState,
    by: By<'_>,
    (id, approval): (EntryId, &Approval),
    (key, more): (&'static str, &[(&'static str, &str)]),
) -> anyhow::Result<()> {
    let Some(person) = approval.person_id.filter(|person| Some(*person) != by.id) else { return Ok(()) };
    let Some(person) = directory::at_work(conn, PersonId(person)).await? else { return Ok(()) };
    let named = Named::load(conn, state, id).await?;
    let letter = Letter { key, to: &person, named: &named, more };
    mail::enqueue(conn, state.now(), &letter.write(state)).await?;
    Ok(())
}
