//! A draft is deleted, and brought back.

use golden_thread::history::{self, Act, NewAct};
use golden_thread::{EntryId, State};
use services::audit;
use web::AppState;

use super::naming::{Naming, naming};
use super::store;
use crate::acts::EntryAct;
use crate::entries::actions::{By, author, revision};
use crate::entries::approval::actions::{self as approval, Outcome};
use crate::entries::store as entries_store;

/// The reason why a draft was not deleted.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// The public has seen it.
    WasPublic,
    /// Something public names it: references.
    Named(Vec<String>),
    /// A contact or somebody's role is about it.
    Needed,
    /// Breakage.
    Broken(anyhow::Error),
}

impl<E: Into<anyhow::Error>> From<E> for Refusal {
    fn from(cause: E) -> Self {
        Self::Broken(cause.into())
    }
}

/// Puts a draft into the bin. Its publication is not scheduled any more.
pub(crate) async fn delete(state: &AppState, by: By<'_>, id: EntryId) -> Result<(), Refusal> {
    let author = author(state, by);
    let mut tx = state.db.write().await?;
    let conn = &mut tx.conn();
    let Some(work) = history::work(conn, id).await? else { return Ok(()) };
    history::touch(conn, id, work.head).await?;
    let standing = entries_store::state(conn, id).await?;
    if standing != State::Draft || history::has_been_public(conn, id).await? {
        return Err(Refusal::WasPublic);
    }
    let Some((kind, slug)) = entries_store::name(conn, id).await? else { return Ok(()) };
    let Naming { public, .. } = naming(conn, id, (kind, &slug)).await?;
    if !public.is_empty() {
        return Err(Refusal::Named(public));
    }
    if store::is_needed(conn, id).await? {
        return Err(Refusal::Needed);
    }
    if !store::put(conn, id, author.at).await? {
        return Ok(());
    }
    history::schedule(conn, id, None).await?;
    history::record(conn, author, NewAct { entry: id, number: work.head, act: Act::Binned, note: None }).await?;
    let document = revision(conn, id, work.head).await?;
    audit::note(conn, state.now(), by.actor(), &EntryAct::Deleted(&document)).await?;
    approval::settle(conn, state, by, (id, Outcome::Dropped)).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes a draft out of the bin; nothing happens if it is not there.
pub(crate) async fn bring_back(state: &AppState, by: By<'_>, id: EntryId) -> anyhow::Result<()> {
    let author = author(state, by);
    let mut tx = state.db.write().await?;
    let conn = &mut tx.conn();
    let Some(work) = history::work(conn, id).await? else { return Ok(()) };
    if !store::take(conn, id).await? {
        return Ok(());
    }
    history::record(conn, author, NewAct { entry: id, number: work.head, act: Act::Returned, note: None }).await?;
    let document = revision(conn, id, work.head).await?;
    audit::note(conn, state.now(), by.actor(), &EntryAct::Returned(&document)).await?;
    tx.commit().await?;
    Ok(())
}
