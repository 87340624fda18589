//! A whole entry as one value: its card, its slice's table, its texts in all languages.
//!
//! The desk edits it, a revision stores it as JSON, and the files of a content folder hold it. [`keep()`]
//! writes it to the tables from which the public pages are made, and replaces the former one.
//!
//! An imported entry has a first revision from the start (`begin`), so that its history begins with its
//! imported text.

mod check;
mod desk_card;
mod format;
mod keep;
mod rows;
mod table;
mod ties;
mod today;

use std::collections::{BTreeMap, HashSet};

use base::{Ids, Locale, Slug};
use db::{BoxFuture, Conn, Db};
use golden_thread::history::{self, Author};
use golden_thread::sheet::{Matter, References, Review, Translation};
use golden_thread::store::{self, StoredCard};
use golden_thread::{EntryId, Kind, State};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use toml::Value;

pub use check::{Fault, Why, references_of};
pub(crate) use check::{Known, check};
pub use format::FORMAT;
pub use keep::{Unfit, guard, keep};
pub(crate) use keep::{around, card, new_links};
pub(crate) use rows::{all, load};
pub(crate) use table::{senseless, table_of};
pub use ties::ties_of;
pub use today::{Moved, follow};

/// A whole entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Decides folder and table; never changes.
    pub kind: Kind,
    /// Last part of its path.
    pub slug: Slug,
    /// Its card. The state is not part of a document, because publishing does not change it.
    pub matter: Matter,
    /// The table of its slice, if its kind has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<Value>,
    /// Its German text in Markdown.
    pub body: String,
    /// Its texts in other languages.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub translations: BTreeMap<Locale, Translated>,
}

/// A text in another language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Translated {
    /// Title.
    pub title: String,
    /// One or two sentences.
    #[serde(default)]
    pub summary: String,
    /// Markdown.
    #[serde(default)]
    pub body: String,
    /// State of review; `None` if nobody noted one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<Review>,
    /// Fingerprint of the German text that was translated; `None` means the text of today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original: Option<String>,
}

/// Bytes of a fingerprint: enough to tell the versions of one text apart.
const FINGERPRINT: usize = 8;

impl Document {
    /// Parses the output of [`Document::to_json`] of this version of the program or of an older one.
    ///
    /// # Errors
    /// If it is not a document, or one of a newer version.
    pub fn from_json(text: &str) -> anyhow::Result<Self> {
        format::read(text)
    }

    /// The document as a revision stores it, in the format [`FORMAT`].
    ///
    /// # Errors
    /// If a value has no JSON form.
    pub fn to_json(&self) -> anyhow::Result<String> {
        format::write(self)
    }

    /// The name by which entries refer to it: folder and slug.
    pub fn reference(&self) -> String {
        self.kind.reference(self.slug.as_str())
    }

    /// Its public path, without language prefix.
    pub fn path(&self) -> String {
        self.kind.path(&self.slug)
    }

    /// The fingerprint of its German text, by which translations are recognized as outdated.
    pub fn original(&self) -> String {
        fingerprint(&self.matter.title, &self.matter.summary, &self.body)
    }

    /// True if the German text has changed since this translation of it.
    pub fn is_stale(&self, locale: Locale) -> bool {
        let original = self.translations.get(&locale).and_then(|text| text.original.as_ref());
        original.is_some_and(|original| *original != self.original())
    }

    /// True if the content is the same, apart from the time of saving.
    pub fn says_the_same(&self, other: &Self) -> bool {
        let mut other = other.clone();
        other.matter.updated = self.matter.updated;
        *self == other
    }

    pub(crate) fn in_state(mut self, state: State) -> Self {
        self.matter.state = state;
        self
    }
}

impl Translated {
    /// The front matter of its file.
    pub(crate) fn front(&self) -> Translation {
        let Self { title, summary, review, original, .. } = self.clone();
        Translation { title, summary, review, original }
    }

    /// True if the public sees it.
    pub fn is_public(&self) -> bool {
        self.review != Some(Review::Draft)
    }
}

/// The fingerprint of a German text: title, summary, body.
pub(crate) fn fingerprint(title: &str, summary: &str, body: &str) -> String {
    let mut hash = Sha256::new();
    for part in [title, summary, body] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    services::keys::hex(&hash.finalize()[..FINGERPRINT])
}

/// Gives every entry without history its first revision, with its present content.
///
/// # Errors
/// If the database fails.
pub(crate) async fn begin(
    conn: &mut Conn<'_>,
    ids: &Ids,
    documents: &[(EntryId, State, Document)],
) -> anyhow::Result<usize> {
    let new: HashSet<EntryId> = history::without_work(conn).await?.into_iter().collect();
    let author = Author { id: None, name: "", at: ids.clock().now(), ids };
    let mut begun = Vec::with_capacity(new.len());
    for (id, state, document) in documents.iter().filter(|(id, ..)| new.contains(id)) {
        begun.push((*id, *state == State::Published, document.to_json()?));
    }
    history::begin_all(conn, author, &begun).await?;
    ties::tie_new(conn, documents, |id| new.contains(&id)).await?;
    let listed: Vec<(EntryId, &Document)> =
        documents.iter().filter(|(id, ..)| new.contains(id)).map(|(id, _, document)| (*id, document)).collect();
    desk_card::put(conn, &listed).await?;
    Ok(begun.len())
}

/// Gives every entry without history its first revision, at the start of a server whose database is older.
///
/// # Errors
/// If the database fails.
pub fn begin_if_missing<'a>(db: &'a Db, ids: &'a Ids) -> BoxFuture<'a, anyhow::Result<()>> {
    Box::pin(begin_if_missing_now(db, ids))
}

async fn begin_if_missing_now(db: &Db, ids: &Ids) -> anyhow::Result<()> {
    if history::without_work(&mut db.read().await?.conn()).await?.is_empty() {
        return Ok(());
    }
    let mut tx = db.write().await?;
    let documents = load(&mut tx.conn()).await?;
    let entries = begin(&mut tx.conn(), ids, &documents).await?;
    tx.commit().await?;
    tracing::info!(entries, "history: begun for entries that had none");
    Ok(())
}

/// Fills in data that a newer version stores for each entry and an older one did not, at the start of a
/// server.
///
/// # Errors
/// If the database fails.
pub fn complete(db: &Db) -> BoxFuture<'_, anyhow::Result<()>> {
    Box::pin(async move {
        if store::has_unfolded_titles(&mut db.read().await?.conn()).await? {
            let mut tx = db.write().await?;
            store::fold_titles(&mut tx.conn()).await?;
            tx.commit().await?;
        }
        desk_card::complete(db).await
    })
}

/// Stores what a version says besides the public pages, once it is an entry's newest: the ties through which rights reach it,
/// and the card by which the desk's list finds it.
///
/// # Errors
/// If the database fails.
pub fn note<'a>(conn: &'a mut Conn<'_>, id: EntryId, document: &'a Document) -> BoxFuture<'a, anyhow::Result<()>> {
    Box::pin(async move {
        ties::tie(conn, id, document).await?;
        desk_card::put(conn, &[(id, document)]).await
    })
}

/// The names of all entries.
pub(crate) fn names(cards: &[StoredCard]) -> References {
    let mut references = References::default();
    for card in cards {
        references.learn(&card.kind.reference(&card.slug), card.id);
    }
    references
}
