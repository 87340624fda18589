//! An entry as a page of the desk opens it: found, and allowed to this person.

use accounts::{Desk, Subject, can_publish, can_write};
use archive::{Document, document};
use base::Slug;
use db::Conn;
use thread::history::{self, Work};
use thread::{EntryId, Kind, State, store as thread_store};
use web::Error;

use super::actions::{By, revision};
use super::form::{Part, Titles, parts, picks};
use super::store;

/// An entry with its newest version.
#[derive(Debug)]
pub(crate) struct Opened {
    pub(crate) id: EntryId,
    pub(crate) state: State,
    pub(crate) work: Work,
    /// Its newest version.
    pub(crate) document: Document,
    /// Folder and slug, as addresses name it today.
    pub(crate) folder: String,
    /// Its name in addresses of the desk: that of the card, which a new version may be about to change.
    pub(crate) slug: String,
    /// Whether this person may make it public and take it back.
    pub(crate) may_publish: bool,
}

impl Opened {
    /// Finds an entry, and refuses who may not write it.
    ///
    /// # Errors
    /// Not found; not allowed; breakage.
    pub(crate) async fn find(desk: &Desk, folder: &str, slug: &str) -> Result<Self, Error> {
        let kind = Kind::from_folder(folder).ok_or(Error::NotFound)?;
        let slug = Slug::parse(slug).map_err(|_| Error::NotFound)?;
        let mut reader = desk.db().read().await?;
        let conn = &mut reader.conn();
        let (id, state) = store::find(conn, kind, slug.as_str()).await?.ok_or(Error::NotFound)?;
        let work = history::work(conn, id).await?.ok_or(Error::NotFound)?;
        let document = revision(conn, id, work.head).await?;
        let subject = subject(conn, Some(id), &document).await?;
        drop(reader);
        desk.require(can_write(&desk.person, &subject))?;
        let may_publish = can_publish(&desk.person, &subject);
        let (folder, slug) = (kind.folder().to_owned(), slug.as_str().to_owned());
        Ok(Self { id, state, work, document, folder, slug, may_publish })
    }

    /// The fields of its form.
    pub(crate) fn parts(&self) -> Vec<Part> {
        parts(self.document.kind, false)
    }
}

/// Who acts.
pub(crate) fn by(desk: &Desk) -> By<'_> {
    By { id: Some(desk.person.id.0), name: &desk.person.name }
}

/// What a decision about a document is about: the document with its ties.
///
/// # Errors
/// If the database fails.
pub(crate) async fn subject(conn: &mut Conn<'_>, id: Option<EntryId>, document: &Document) -> anyhow::Result<Subject> {
    let mut subject = Subject { kind: document.kind, id, fields: Vec::new(), bodies: Vec::new(), events: Vec::new() };
    for (_, reference) in document::references_of(document) {
        let Some((folder, slug)) = reference.split_once('/') else { continue };
        let Some(kind) = Kind::from_folder(folder) else { continue };
        let ties = match kind {
            Kind::Field => &mut subject.fields,
            Kind::Body => &mut subject.bodies,
            Kind::Event => &mut subject.events,
            _ => continue,
        };
        ties.extend(thread_store::find_id(conn, kind, slug).await?);
    }
    let own = match document.kind {
        Kind::Field => Some(&mut subject.fields),
        Kind::Body => Some(&mut subject.bodies),
        Kind::Event => Some(&mut subject.events),
        _ => None,
    };
    if let (Some(ties), Some(id)) = (own, id) {
        ties.push(id);
    }
    Ok(subject)
}

/// What the entries are called to which documents refer.
///
/// # Errors
/// If the database fails.
pub(crate) async fn titles_of(conn: &mut Conn<'_>, documents: &[&Document]) -> db::Result<Titles> {
    let named = documents.iter().flat_map(|document| document::references_of(document));
    picks::titles(conn, named.map(|(_, reference)| reference).collect()).await
}

/// A document with nothing in it, to begin an entry with.
pub(crate) fn blank(kind: Kind, slug: &Slug, now: jiff::Timestamp) -> anyhow::Result<Document> {
    let table = (!archive::inputs(kind).is_empty()).then(|| serde_json::Value::Object(serde_json::Map::new()));
    let mut json = serde_json::json!({
        "kind": kind.code(), "slug": slug, "body": "",
        "matter": { "title": "", "summary": "", "updated": now },
    });
    if let Some(table) = table {
        json["table"] = table;
    }
    Ok(serde_json::from_value(json)?)
}
