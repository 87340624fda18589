//! A scheduled publication that did not come about: its instant goes, the history says so, the start page of the
//! desk lists the entry, and the person who scheduled it gets a mail.

use accounts::directory;
use db::Conn;
use golden_thread::EntryId;
use golden_thread::history::{self, Act, NewAct, Work};
use services::mail;
use web::AppState;

use super::actions::{By, author};
use super::jobs::Publication;
use super::letters::{Letter, Named};

/// Notes that a publication was given up, in the transaction of the job.
///
/// # Errors
/// If the database fails.
pub(super) async fn note(conn: &mut Conn<'_>, state: &AppState, publication: &Publication) -> anyhow::Result<()> {
    let id = EntryId(publication.entry);
    let Some(Work { due: Some((number, _)), .. }) = history::work(conn, id).await? else { return Ok(()) };
    if number != publication.number {
        return Ok(());
    }
    history::schedule(conn, id, None).await?;
    let by = By { id: publication.by, name: &publication.name };
    let act = NewAct { entry: id, number, act: Act::NotPublished, note: None };
    history::record(conn, author(state, by), act).await?;
    match publication.by {
        Some(person) => send_mail(conn, state, id, person).await,
        None => Ok(()),
    }
}

async fn send_mail(conn: &mut Conn<'_>, state: &AppState, id: EntryId, person: uuid::Uuid) -> anyhow::Result<()> {
    let Some(person) = directory::at_work(conn, accounts::PersonId(person)).await? else { return Ok(()) };
    let named = Named::load(conn, state, id).await?;
    let letter = Letter { key: "not-published", to: &person, named: &named, more: &[] };
    mail::enqueue(conn, state.now(), &letter.write(state)).await?;
    Ok(())
}
