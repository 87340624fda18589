//! An entry as a page of the desk opens it: found, and allowed to this person.

use accounts::rights::{PUBLISH_ENTRIES, WRITE_ENTRIES};
use accounts::{Desk, Person, Sight, Subject, directory, may_become};
use archive::{Document, document};
use base::Slug;
use db::Conn;
use desk_kit::form::{Part, Titles, titles};
use golden_thread::history::{self, Work};
use golden_thread::sheet::inputs_of;
use golden_thread::{EntryId, Kind, State, store as thread_store};
use web::Error;
use web::form::Submission;

use super::actions::{By, Seen, revision};
use super::approval::{self, Approval};
use super::layout::parts;
use super::paths::EntryPath;
use super::{bin, pages, store};

/// The hidden field with the id of the entry.
pub(crate) const ENTRY: &str = "eintrag";

/// An entry with its newest version.
#[derive(Debug)]
pub(crate) struct Opened {
    pub(crate) id: EntryId,
    pub(crate) state: State,
    pub(crate) work: Work,
    /// True if it was deleted, and can be brought back.
    pub(crate) is_binned: bool,
    /// True if the public sees it or has seen it.
    pub(crate) was_public: bool,
    /// The request for its approval.
    pub(crate) approval: Option<Approval>,
    /// Its newest version.
    pub(crate) document: Document,
    /// Folder and slug, as addresses name it today.
    pub(crate) folder: String,
    /// Its name in addresses of the desk: that of the card, which a new version may be about to change.
    pub(crate) slug: String,
    /// The subject of decisions about rights: the entry as it was last saved, with its ties.
    subject: Subject,
    /// True if this person may publish and withdraw it.
    pub(crate) may_publish: bool,
}

impl Opened {
    /// Finds an entry that this person may write, also at an address that it had before.
    ///
    /// # Errors
    /// Not found; in the bin; not allowed; breakage.
    pub(crate) async fn find(desk: &Desk, folder: &str, slug: &str) -> Result<Self, Error> {
        let opened = Self::find_in_bin_too(desk, folder, slug).await?;
        if opened.is_binned { Err(pages::binned(desk, &opened).await) } else { Ok(opened) }
    }

    async fn find_in_bin_too(desk: &Desk, folder: &str, slug: &str) -> Result<Self, Error> {
        let kind = Kind::from_folder(folder).ok_or(Error::NotFound)?;
        let slug = Slug::parse(slug).map_err(|_| Error::NotFound)?;
        let id = thread_store::find_id(&mut desk.db().read().await?.conn(), kind, slug.as_str()).await?;
        Self::load(desk, id.ok_or(Error::NotFound)?).await
    }

    /// As [`Opened::find`], for a form: the entry of which it was made, whatever its address is by now, and also if it is in
    /// the bin. A form that names none is about the one at its address.
    ///
    /// # Errors
    /// As [`Opened::find`].
    pub(crate) async fn of_form(desk: &Desk, (folder, slug): (&str, &str), sent: &Submission) -> Result<Self, Error> {
        match sent.get(ENTRY).parse() {
            Ok(id) => Self::load(desk, EntryId(id)).await,
            Err(_) => Self::find_in_bin_too(desk, folder, slug).await,
        }
    }

    /// The entry with this id.
    ///
    /// # Errors
    /// As [`Opened::find`].
    pub(crate) async fn load(desk: &Desk, id: EntryId) -> Result<Self, Error> {
        let mut reader = desk.db().read().await?;
        let conn = &mut reader.conn();
        let (kind, slug) = store::name(conn, id).await?.ok_or(Error::NotFound)?;
        let state = store::state(conn, id).await?;
        let work = history::work(conn, id).await?.ok_or(Error::NotFound)?;
        let is_binned = bin::store::is_binned(conn, id).await?;
        let was_public = history::has_been_public(conn, id).await?;
        let approval = approval::store::find(conn, id).await?;
        let document = revision(conn, id, work.head).await?;
        let subject = subject_of(conn, id, kind).await?;
        drop(reader);
        desk.require(WRITE_ENTRIES.covers(&desk.person, &subject))?;
        let may_publish = PUBLISH_ENTRIES.covers(&desk.person, &subject);
        let folder = kind.folder().to_owned();
        Ok(Self { id, state, work, is_binned, was_public, approval, document, folder, slug, subject, may_publish })
    }

    /// The entry as it is by now.
    ///
    /// # Errors
    /// As [`Opened::find`].
    pub(crate) async fn reloaded(&self, desk: &Desk) -> Result<Self, Error> {
        Self::load(desk, self.id).await
    }

    /// True if this person may not publish it, and editors are to approve it.
    pub(crate) fn waits_for_approval(&self) -> bool {
        !self.may_publish && self.approval.as_ref().is_some_and(Approval::is_open)
    }

    /// The people of the desk who may open it, by name.
    ///
    /// # Errors
    /// If the database fails.
    pub(crate) async fn people(&self, desk: &Desk) -> Result<Vec<Person>, Error> {
        let mut people = directory::all_at_work(&mut desk.db().read().await?.conn()).await?;
        people.retain(|person| WRITE_ENTRIES.covers(person, &self.subject));
        Ok(people)
    }

    /// Its page at the desk.
    pub(crate) fn path(&self) -> EntryPath {
        EntryPath { folder: self.folder.clone(), slug: self.slug.clone() }
    }

    /// True if an address of the desk names it as it is called today.
    pub(crate) fn is_at(&self, slug: &str) -> bool {
        self.slug == slug
    }

    /// The entry with the version that somebody has seen.
    pub(crate) fn seen(&self, head: i64) -> Seen {
        Seen { id: self.id, head }
    }

    /// The text key of the reason why this person may not save this as its next version ([`may_become`]). `None`
    /// if they may.
    ///
    /// # Errors
    /// Breakage.
    pub(crate) async fn refusal_of(&self, desk: &Desk, document: &Document) -> Result<Option<&'static str>, Error> {
        let after = subject(&mut desk.db().read().await?.conn(), Some(self.id), document).await?;
        Ok(match may_become(&desk.person, &self.subject, &after) {
            true => None,
            false if WRITE_ENTRIES.covers(&desk.person, &after) => Some("entry-gives-right"),
            false => Some("entry-out-of-reach"),
        })
    }

    /// The fields of its form.
    pub(crate) fn parts(&self) -> Vec<Part> {
        parts(self.document.kind, false)
    }
}

/// The person as the author of an act.
pub(crate) fn by(desk: &Desk) -> By<'_> {
    By { id: Some(desk.person.id.0), name: &desk.person.name }
}

/// The name of the author of an entry's newest version; empty for the program.
///
/// # Errors
/// If the database fails.
pub(crate) async fn author_of(conn: &mut Conn<'_>, opened: &Opened) -> db::Result<String> {
    let acts = history::acts(conn, opened.id).await?;
    Ok(acts.into_iter().find(|act| act.number == opened.work.head).map(|act| act.author).unwrap_or_default())
}

/// The subject of decisions about an entry: the entry with its ties, as they were last saved.
///
/// # Errors
/// If the database fails.
pub(crate) async fn subject_of(conn: &mut Conn<'_>, id: EntryId, kind: Kind) -> db::Result<Subject> {
    Ok(Subject::new(kind, Some(id), thread_store::reach_of(conn, id).await?))
}

/// The subject of decisions about a document that is not saved yet: the document with the ties that it would
/// have. `id` is its entry, if there is one.
///
/// # Errors
/// If the database fails.
pub(crate) async fn subject(conn: &mut Conn<'_>, id: Option<EntryId>, document: &Document) -> db::Result<Subject> {
    let mut ties = document::ties_of(conn, document).await?;
    ties.extend(id);
    Ok(Subject::new(document.kind, id, thread_store::reach_through(conn, &ties).await?))
}

/// The titles of the entries to which documents refer, without drafts that are out of somebody's sight; the
/// references to those stay as they are.
///
/// # Errors
/// If the database fails.
pub(crate) async fn titles_of(conn: &mut Conn<'_>, sight: Sight, documents: &[&Document]) -> db::Result<Titles> {
    let named = documents.iter().flat_map(|document| document::references_of(document));
    titles(conn, sight, named.map(|(_, reference)| reference).collect()).await
}

/// A document with nothing in it, to begin an entry with.
pub(crate) fn blank(kind: Kind, slug: &Slug, now: jiff::Timestamp) -> anyhow::Result<Document> {
    let table = (!inputs_of(kind).is_empty()).then(|| serde_json::Value::Object(serde_json::Map::new()));
    let mut json = serde_json::json!({
        "kind": kind.code(), "slug": slug, "body": "",
        "matter": { "title": "", "summary": "", "updated": now },
    });
    if let Some(table) = table {
        json["table"] = table;
    }
    Ok(serde_json::from_value(json)?)
}
