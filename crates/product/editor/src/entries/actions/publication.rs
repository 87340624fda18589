//! What the public sees of an entry: publication at once and at an instant, its return to what it was, withdrawal.

use archive::Document;
use base::Localized;
use db::{Conn, Tx};
use golden_thread::history::{self, Act, NewAct, Work};
use golden_thread::{EntryId, Kind, State};
use jiff::Timestamp;
use services::{audit, jobs};
use web::AppState;

use super::{By, Refusal, Seen, author, keep, revision, touch};
use crate::acts::EntryAct;
use crate::entries::approval::actions::{self as approval, Outcome};
use crate::entries::jobs::Publication;
use crate::entries::store;

/// Publishes a version whose instant has come; nothing happens if it is not scheduled any more.
pub(crate) async fn publish_due(state: &AppState, publication: &Publication) -> Result<(), Refusal> {
    let id = EntryId(publication.entry);
    let mut tx = state.db.write().await?;
    let conn = &mut tx.conn();
    if !history::is_due(conn, id, publication.number, state.clock.now()).await? {
        return Ok(());
    }
    let by = By { id: publication.by, name: &publication.name };
    go_live(&mut tx, state, by, (Seen { id, head: publication.number }, Some(WHEN_DUE))).await?;
    tx.publish().await?;
    Ok(())
}

/// The remark in the history on a publication that came about by itself, at the instant that its author had set.
pub(crate) const WHEN_DUE: &str = "when_due";

pub(super) async fn go_live(
    tx: &mut Tx,
    state: &AppState,
    by: By<'_>,
    (seen, note): (Seen, Option<&str>),
) -> Result<(), Refusal> {
    let author = author(state, by);
    let conn = &mut tx.conn();
    let document = revision(conn, seen.id, seen.head).await?;
    let before = store::name(conn, seen.id).await?;
    let was_public = history::has_been_public(conn, seen.id).await?;
    keep(conn, author, (seen.id, false), (&document, State::Published)).await?;
    if let Some(slug) = rename(conn, seen.id, before, &document).await?.filter(|_| was_public) {
        let moved = NewAct { entry: seen.id, number: seen.head, act: Act::Moved, note: Some(slug.as_str()) };
        history::record(conn, author, moved).await?;
    }
    archive::index_entry(conn, seen.id, &document).await?;
    history::set_live(conn, seen.id, Some(seen.head)).await?;
    history::record(conn, author, NewAct { entry: seen.id, number: seen.head, act: Act::Published, note }).await?;
    let act = if note.is_some() { EntryAct::PublishedWhenDue(&document) } else { EntryAct::Published(&document) };
    audit::note(conn, state.now(), by.actor(), &act).await?;
    approval::settle(conn, state, by, (seen.id, Outcome::Published)).await?;
    Ok(())
}

/// Makes the former address of an entry a redirect: for visitors, once it was public, and for references of other
/// entries, drafts too. Returns the former slug, if it got another one.
pub(super) async fn rename(
    conn: &mut Conn<'_>,
    id: EntryId,
    before: Option<(Kind, String)>,
    document: &Document,
) -> db::Result<Option<String>> {
    history::forget_redirect(conn, document.kind, document.slug.as_str(), id).await?;
    match before.filter(|(_, slug)| slug != document.slug.as_str()) {
        Some((kind, slug)) => {
            history::redirect(conn, kind, &slug, id).await?;
            Ok(Some(slug))
        }
        None => Ok(None),
    }
}

/// Schedules the publication of a version at an instant. A job that waits for a former version finds nothing to do.
pub(super) async fn wait_until(
    conn: &mut Conn<'_>,
    state: &AppState,
    by: By<'_>,
    seen: Seen,
    at: Timestamp,
) -> Result<(), Refusal> {
    history::schedule(conn, seen.id, Some((seen.head, at))).await?;
    let note = at.to_string();
    let act = NewAct { entry: seen.id, number: seen.head, act: Act::Scheduled, note: Some(&note) };
    history::record(conn, author(state, by), act).await?;
    let publication = Publication { entry: seen.id.0, number: seen.head, by: by.id, name: by.name.to_owned() };
    jobs::enqueue_at(conn, state.now(), &publication, at).await?;
    Ok(())
}

/// Cancels a scheduled publication. The job that waits for the instant finds nothing to do.
pub(crate) async fn unschedule(state: &AppState, by: By<'_>, id: EntryId) -> Result<(), Refusal> {
    let author = author(state, by);
    let mut tx = state.db.write().await?;
    let conn = &mut tx.conn();
    let Some(Work { due: Some((number, _)), .. }) = history::work(conn, id).await? else { return Ok(()) };
    history::schedule(conn, id, None).await?;
    history::record(conn, author, NewAct { entry: id, number, act: Act::Unscheduled, note: None }).await?;
    tx.commit().await?;
    Ok(())
}

/// Publishes a version of an entry whose newest is the one that somebody has seen.
pub(in crate::entries) async fn publish(state: &AppState, by: By<'_>, seen: Seen, number: i64) -> Result<(), Refusal> {
    let mut tx = state.db.write().await?;
    touch(&mut tx.conn(), seen).await?;
    go_live(&mut tx, state, by, (Seen { head: number, ..seen }, None)).await?;
    tx.publish().await?;
    Ok(())
}

/// Undoes a publication: the entry is in the state that it had before.
pub(in crate::entries) async fn hide(state: &AppState, by: By<'_>, seen: Seen, before: State) -> Result<(), Refusal> {
    let author = author(state, by);
    let mut tx = state.db.write().await?;
    let conn = &mut tx.conn();
    touch(conn, seen).await?;
    let document = revision(conn, seen.id, seen.head).await?;
    keep(conn, author, (seen.id, false), (&document, before)).await?;
    archive::forget_entry(conn, seen.id).await?;
    history::set_live(conn, seen.id, None).await?;
    history::record(conn, author, NewAct { entry: seen.id, number: seen.head, act: Act::Withdrawn, note: None })
        .await?;
    audit::note(conn, state.now(), by.actor(), &EntryAct::Withdrawn(&document)).await?;
    tx.publish().await?;
    Ok(())
}

/// Withdraws an entry, with a reason that stands at its address.
pub(crate) async fn withdraw(state: &AppState, by: By<'_>, id: EntryId, why: &Localized) -> Result<(), Refusal> {
    let author = author(state, by);
    let mut tx = state.db.write().await?;
    let conn = &mut tx.conn();
    let Some(Work { live: Some(live), head, .. }) = history::work(conn, id).await? else { return Ok(()) };
    touch(conn, Seen { id, head }).await?;
    let document = revision(conn, id, live).await?;
    keep(conn, author, (id, false), (&document, State::Withdrawn)).await?;
    archive::forget_entry(conn, id).await?;
    history::set_live(conn, id, None).await?;
    history::withdraw(conn, id, author.at, why).await?;
    let act = NewAct { entry: id, number: live, act: Act::Withdrawn, note: Some(&why.de) };
    history::record(conn, author, act).await?;
    audit::note(conn, state.now(), by.actor(), &EntryAct::Withdrawn(&document)).await?;
    approval::settle(conn, state, by, (id, Outcome::Dropped)).await?;
    tx.publish().await?;
    Ok(())
}
