//! The acts of an editor. Each is one transaction: load, decide, keep, note.
//!
//! Optimistic lock: saving and publishing name the version that the person has seen. If there is a newer one
//! by then, nothing happens ([`Refusal::Newer`]). An entry that the public does not see is kept
//! in its tables with every save, so that lists and other entries find it; one that it sees changes there only
//! when it is published.

use archive::Document;
use archive::document::{self, Fault, Unfit};
use base::Localized;
use db::{Conn, Tx};
use golden_thread::history::{self, Act, Author, NewAct, Work};
use golden_thread::{EntryId, Kind, State};
use jiff::Timestamp;
use services::audit;
use services::jobs;
use web::{AppState, Error};

use super::approval::actions::{self as approval, Outcome};
use super::jobs::Publication;
use super::{bin, store};
use crate::acts::EntryAct;

/// The reason why an act was refused.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// Somebody has saved since.
    Newer,
    /// The document has faults.
    Unfit(Vec<Fault>),
    /// The instant has passed.
    Past,
    /// Somebody has withdrawn the entry since.
    Withdrawn,
    /// Somebody has deleted the draft since.
    Binned,
    /// Breakage.
    Broken(anyhow::Error),
}

impl<E: Into<anyhow::Error>> From<E> for Refusal {
    fn from(cause: E) -> Self {
        Self::Broken(cause.into())
    }
}

impl Refusal {
    /// True if somebody else took a unique value (an address) at the same moment.
    pub(crate) fn is_race(&self) -> bool {
        let Self::Broken(cause) = self else { return false };
        let cause = cause.downcast_ref::<sqlx::Error>().and_then(sqlx::Error::as_database_error);
        cause.is_some_and(sqlx::error::DatabaseError::is_unique_violation)
    }

    /// The refusal as a page, for acts that cannot be refused but by breakage.
    pub(crate) fn into_error(self) -> Error {
        match self {
            Self::Broken(cause) => Error::Broken(cause),
            other => Error::Broken(anyhow::anyhow!("refused: {other:?}")),
        }
    }
}

/// The author of an act.
#[derive(Debug, Clone, Copy)]
pub(crate) struct By<'a> {
    /// The person; `None` for the program.
    pub(crate) id: Option<uuid::Uuid>,
    /// Their name, as the history keeps it.
    pub(crate) name: &'a str,
}

/// An entry and the version that somebody has seen.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seen {
    pub(crate) id: EntryId,
    pub(crate) head: i64,
}

/// A version to be saved.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NewVersion<'a> {
    pub(crate) document: &'a Document,
    pub(crate) act: Act,
    /// A remark for the history.
    pub(crate) note: Option<&'a str>,
    /// True if its author knows that the entry was withdrawn, or it was not.
    pub(crate) knows_withdrawal: bool,
    /// True if its author may publish: a publication that is scheduled moves to this version.
    pub(crate) may_publish: bool,
    pub(crate) then: Then,
}

/// The act that follows a save in the same transaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Then {
    Nothing,
    /// Editors are asked to approve it.
    AskApproval,
    Publish,
    /// Publication at this instant.
    Schedule(Timestamp),
}

impl Then {
    /// Refuses an instant that has passed.
    fn check(self, now: Timestamp) -> Result<(), Refusal> {
        match self {
            Self::Schedule(at) if at <= now => Err(Refusal::Past),
            _ => Ok(()),
        }
    }
}

/// Begins the entry `id` as a draft, with what is to follow.
pub(crate) async fn create(
    state: &AppState,
    by: By<'_>,
    id: EntryId,
    (document, then): (&Document, Then),
) -> Result<(), Refusal> {
    let author = author(state, by);
    then.check(author.at)?;
    let mut tx = state.db.write().await?;
    let conn = &mut tx.conn();
    keep(conn, author, (id, true), (document, State::Draft)).await?;
    history::begin(conn, author, id, (Act::Created, false), &document.to_json()?).await?;
    document::tie(conn, id, document).await?;
    finish(tx, state, by, Seen { id, head: 1 }, then).await
}

/// Saves a new version and returns its number; that of the old one if nothing was changed.
pub(crate) async fn save(state: &AppState, by: By<'_>, seen: Seen, new: NewVersion<'_>) -> Result<i64, Refusal> {
    let author = author(state, by);
    new.then.check(author.at)?;
    let mut tx = state.db.write().await?;
    let conn = &mut tx.conn();
    touch(conn, seen).await?;
    let standing = store::state(conn, seen.id).await?;
    if standing == State::Withdrawn && !new.knows_withdrawal {
        return Err(Refusal::Withdrawn);
    }
    // Whatever is saved is in the bin with the draft, but nothing in it goes public.
    if new.then != Then::Nothing && bin::store::is_binned(conn, seen.id).await? {
        return Err(Refusal::Binned);
    }
    let before = revision(conn, seen.id, seen.head).await?;
    // A version that says nothing new is none.
    let says_something = new.act != Act::Saved || !before.says_the_same(new.document);
    let number = if says_something { put_version(&mut tx, author, (seen, standing), new).await? } else { seen.head };
    let seen = Seen { head: number, ..seen };
    if says_something && new.may_publish && new.then == Then::Nothing {
        move_schedule(&mut tx.conn(), state, by, seen).await?;
    }
    finish(tx, state, by, seen, new.then).await?;
    Ok(number)
}

async fn put_version(
    tx: &mut Tx,
    author: Author<'_>,
    (seen, standing): (Seen, State),
    new: NewVersion<'_>,
) -> Result<i64, Refusal> {
    let NewVersion { document, act, note, .. } = new;
    let conn = &mut tx.conn();
    let number = history::advance(conn, author, (seen.id, seen.head), &document.to_json()?).await?;
    let number = number.ok_or(Refusal::Newer)?;
    history::record(conn, author, NewAct { entry: seen.id, number, act, note }).await?;
    if standing != State::Published {
        let name = store::name(conn, seen.id).await?;
        keep(conn, author, (seen.id, false), (document, standing)).await?;
        rename(conn, seen.id, name, document).await?;
    } else if new.then != Then::Publish {
        // A dry run of the publication: its faults are refused now, while the person is at it.
        tx.remember().await?;
        keep(&mut tx.conn(), author, (seen.id, false), (document, standing)).await?;
        tx.go_back().await?;
    }
    let conn = &mut tx.conn();
    document::tie(conn, seen.id, document).await?;
    Ok(number)
}

/// Moves a publication that is scheduled to a newer version.
async fn move_schedule(conn: &mut Conn<'_>, state: &AppState, by: By<'_>, seen: Seen) -> Result<(), Refusal> {
    let Some(Work { due: Some((_, at)), .. }) = history::work(conn, seen.id).await? else { return Ok(()) };
    wait_until(conn, state, by, seen, at).await
}

/// Does what follows a save, and ends the transaction.
async fn finish(mut tx: Tx, state: &AppState, by: By<'_>, seen: Seen, then: Then) -> Result<(), Refusal> {
    match then {
        Then::Nothing => tx.commit().await?,
        Then::AskApproval => {
            approval::ask(&mut tx.conn(), state, by, seen).await?;
            tx.commit().await?;
        }
        Then::Schedule(at) => {
            wait_until(&mut tx.conn(), state, by, seen, at).await?;
            tx.commit().await?;
        }
        Then::Publish => {
            go_live(&mut tx, state, by, (seen, None)).await?;
            tx.publish().await?;
        }
    }
    Ok(())
}

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

async fn go_live(tx: &mut Tx, state: &AppState, by: By<'_>, (seen, note): (Seen, Option<&str>)) -> Result<(), Refusal> {
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
async fn rename(
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
async fn wait_until(
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

/// A version of an entry, with references by the slugs of today.
pub(crate) async fn revision(conn: &mut Conn<'_>, id: EntryId, number: i64) -> anyhow::Result<Document> {
    let text = history::revision(conn, id, number).await?;
    let text = text.ok_or_else(|| anyhow::anyhow!("version {number} of {} is missing", id.0))?;
    let mut document = Document::from_json(&text)?;
    document::follow(conn, &mut document).await?;
    Ok(document)
}

/// Tables that refer to entries and do not matter for the page of one that is published.
const BESIDE_THE_PAGE: [&str; 10] = [
    "approvals",
    "assignments",
    "entry_notes",
    "grants",
    "history",
    "messages",
    "redirects",
    "revisions",
    "withdrawals",
    "work",
];

/// The transaction in which the public sees a version, to be dropped.
pub(crate) async fn preview(state: &AppState, id: EntryId, document: &Document) -> Result<Tx, Refusal> {
    let mut tx = state.db.begin_preview("entries", &BESIDE_THE_PAGE).await?;
    let author = author(state, By { id: None, name: "" });
    put(&mut tx.conn(), author, (id, false), (document, State::Published)).await?;
    Ok(tx)
}

pub(crate) fn author<'a>(state: &'a AppState, by: By<'a>) -> Author<'a> {
    Author { id: by.id, name: by.name, at: state.clock.now(), ids: &state.ids }
}

async fn keep(
    conn: &mut Conn<'_>,
    author: Author<'_>,
    entry: (EntryId, bool),
    (document, state): (&Document, State),
) -> Result<(), Refusal> {
    document::guard(conn, document).await?;
    put(conn, author, entry, (document, state)).await
}

/// As [`keep`], for a transaction that nobody commits.
async fn put(
    conn: &mut Conn<'_>,
    author: Author<'_>,
    entry: (EntryId, bool),
    document: (&Document, State),
) -> Result<(), Refusal> {
    let why = "Beim Bearbeiten entfernt.";
    match document::keep(conn, (author.ids, author.at), entry, document, why).await {
        Ok(()) => Ok(()),
        Err(Unfit::Faults(faults)) => Err(Refusal::Unfit(faults)),
        Err(Unfit::Broken(cause)) => Err(Refusal::Broken(cause)),
    }
}

/// Touches the row of an entry's versions, and refuses if the version that the person has seen is not the newest.
async fn touch(conn: &mut Conn<'_>, seen: Seen) -> Result<(), Refusal> {
    if history::touch(conn, seen.id, seen.head).await? { Ok(()) } else { Err(Refusal::Newer) }
}
