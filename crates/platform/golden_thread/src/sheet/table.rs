//! The part of a file that a slice adds: its own table in the front matter.

use std::collections::HashMap;

use db::{BoxFuture, Conn};
use serde::Serialize;
use serde::de::DeserializeOwned;
use web::Texts;

use super::{Input, Written};
use crate::full_text::Phrase;
use crate::{EntryId, Kind};

/// The table of a kind, `[event]` for one. The archive reads, checks and writes all kinds alike
/// through it.
pub trait Table: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// The form within the kind (`congress`), as it goes on the card.
    fn form(&self) -> Option<String> {
        None
    }

    /// All entries to which the table refers. The archive refuses it if one is missing, so that [`Table::insert`]
    /// finds them all.
    fn references(&self) -> Vec<TableReference>;

    /// The bodies and events to which the entry itself belongs, as folder and slug: people with rights in
    /// one of them may edit it ("Zugehörigkeit" in the glossary). Entries that it merely mentions do not
    /// count. The fields of action are on the card and need not be named.
    fn own(&self) -> Vec<String> {
        Vec::new()
    }

    /// The event of which the entry is a part, as folder and slug: people who may edit that event, or one
    /// above it, may edit the entry too.
    fn above(&self) -> Option<String> {
        None
    }

    /// True if an entry of this kind is `other`, or lies in it by way of those above it, as the tables say.
    fn lies_in<'a>(conn: &'a mut Conn<'_>, id: EntryId, other: EntryId) -> BoxFuture<'a, db::Result<bool>> {
        let _ = conn;
        Box::pin(async move { Ok(id == other) })
    }

    /// The visible texts of the table by which the entry can be found: places, labels, the programme. Names
    /// of other entries are added by the archive, which knows them.
    fn phrases(&self, kind: Kind, texts: &Texts) -> Vec<Phrase>;

    /// Checks that go beyond types: returns the first value that makes no sense.
    ///
    /// # Errors
    /// [`Flaw`].
    fn check(&self) -> Result<(), Flaw> {
        Ok(())
    }

    /// The fields of the form at the desk, in their order. Names are the keys of the table.
    fn inputs() -> &'static [Input];

    /// Removes the rows that [`Table::insert`] keeps in tables of their own: organisers, parties, the
    /// programme.
    fn clear<'a>(conn: &'a mut Conn<'_>, id: EntryId) -> Written<'a> {
        let _ = (conn, id);
        Box::pin(async { Ok(()) })
    }

    /// Stores the table of a card that is already stored; overwrites rows that [`Table::clear`] leaves.
    fn insert<'a>(&'a self, conn: &'a mut Conn<'_>, id: EntryId, references: &'a References) -> Written<'a>;

    /// The tables of all cards, drafts too.
    fn all<'a>(
        conn: &'a mut Conn<'_>,
        references: &'a References,
    ) -> BoxFuture<'a, anyhow::Result<HashMap<EntryId, Self>>>;
}

/// An entry to which a table refers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableReference {
    /// The place in the table: `organisers.2.body`.
    pub path: String,
    /// The entry, as folder and slug.
    pub to: String,
}

impl TableReference {
    /// An entry of a kind that is named at this place.
    pub fn new(path: impl Into<String>, kind: Kind, slug: &str) -> Self {
        Self { path: path.into(), to: kind.reference(slug) }
    }
}

/// A value of a table that makes no sense, told to the author of a file and to somebody at a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    /// Path in the table: `programme.3.title`.
    pub path: String,
    /// The value as it stands in the file.
    pub value: String,
    /// The reason, in the words of the file format.
    pub reason: String,
    /// The reason, as text key of the slice.
    pub text: &'static str,
}

/// A two-way map between entries and their names in files.
#[derive(Debug, Default)]
pub struct References {
    ids: HashMap<String, EntryId>,
    names: HashMap<EntryId, String>,
}

impl References {
    /// Learns that `reference` (folder and slug) is this entry. False if the name was taken.
    pub fn learn(&mut self, reference: &str, id: EntryId) -> bool {
        self.names.insert(id, reference.to_owned());
        self.ids.insert(reference.to_owned(), id).is_none()
    }

    /// True if there is such an entry.
    pub fn knows(&self, reference: &str) -> bool {
        self.ids.contains_key(reference)
    }

    /// The entry with this folder and slug.
    ///
    /// # Errors
    /// If there is none.
    pub fn id(&self, reference: &str) -> anyhow::Result<EntryId> {
        self.ids.get(reference).copied().ok_or_else(|| anyhow::anyhow!("there is no entry `{reference}`"))
    }

    /// The entry in this folder with this slug.
    ///
    /// # Errors
    /// If there is none.
    pub fn id_in(&self, folder: &str, slug: &str) -> anyhow::Result<EntryId> {
        self.id(&format!("{folder}/{slug}"))
    }

    /// Folder and slug of an entry.
    ///
    /// # Errors
    /// If the entry is not one of those learned.
    pub fn reference(&self, id: EntryId) -> anyhow::Result<&str> {
        self.names.get(&id).map(String::as_str).ok_or_else(|| anyhow::anyhow!("there is no entry {}", id.0))
    }

    /// The slug of an entry.
    ///
    /// # Errors
    /// If the entry is not one of those learned.
    pub fn slug(&self, id: EntryId) -> anyhow::Result<&str> {
        let reference = self.reference(id)?;
        Ok(reference.split_once('/').map_or(reference, |(_, slug)| slug))
    }
}
