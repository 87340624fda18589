//! The acts of an editor. Each is one transaction: load, decide, keep, note.
//!
//! Optimistic lock: saving and publishing name the version that the person has seen. If there is a newer one
//! by then, nothing happens ([`Refusal::Newer`]). An entry that the public does not see is kept
//! in its tables with every save, so that lists and other entries find it; one that it sees changes there only
//! when it is published.

mod preview;
mod publication;

use archive::Document;
use archive::document::{self, Fault, Unfit};
use db::{Conn, Tx};
use golden_thread::history::{self, Act, Author, NewAct, Work};
use golden_thread::{EntryId, State};
use jiff::Timestamp;
use web::{AppState, Error};

use self::publication::{go_live, rename, wait_until};
use super::approval::actions as approval;
use super::notes::actions::{self as notes, NewNote};
use super::{bin, store};

pub(crate) use preview::preview;
pub(crate) use publication::{WHEN_DUE, publish_due, unschedule, withdraw};
pub(super) use publication::{hide, publish};

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
    /// What its author tells colleagues with it.
    pub(crate) told: Option<&'a NewNote>,
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
    document::note(conn, id, document).await?;
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
    if let Some(told) = new.told {
        notes::put(&mut tx.conn(), state, by, (seen.id, told)).await?;
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
    document::note(conn, seen.id, document).await?;
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

/// A version of an entry, with references by the slugs of today.
pub(crate) async fn revision(conn: &mut Conn<'_>, id: EntryId, number: i64) -> anyhow::Result<Document> {
    let text = history::revision(conn, id, number).await?;
    let text = text.ok_or_else(|| anyhow::anyhow!("version {number} of {} is missing", id.0))?;
    let mut document = Document::from_json(&text)?;
    document::follow(conn, &mut document).await?;
    Ok(document)
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
