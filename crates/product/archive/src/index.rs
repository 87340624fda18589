//! Builds the documents of the search index: the texts of all entries, and the other words of their pages.
//!
//! Names of other entries are words of a page too; if one changes, the pages that name it are found by its
//! old name until they are indexed again.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use base::Locale;
use bodies::sheet::MunicipalitySheet;
use db::{BoxFuture, Conn, Db};
use golden_thread::full_text::{Document as Words, Index, Phrase, label, store as kept};
use golden_thread::sheet::{StoredTable, no_table};
use golden_thread::{EntryId, Kind, State, store};
use web::Texts;

use crate::document::table_of;
use crate::document::{self, Document};

/// Builds the search index if there is none by the rules of this program, as after an update.
///
/// # Errors
/// If the database fails.
pub fn index_if_missing(db: &Db) -> BoxFuture<'_, anyhow::Result<()>> {
    Box::pin(index_if_missing_now(db))
}

async fn index_if_missing_now(db: &Db) -> anyhow::Result<()> {
    if kept::has_index(&mut db.read().await?.conn()).await? {
        return Ok(());
    }
    let mut tx = db.write().await?;
    let conn = &mut tx.conn();
    kept::settle(conn).await?;
    // Another node may have been faster.
    if kept::has_index(conn).await? {
        return Ok(());
    }
    tracing::info!("search index: being made, by the rules of this version");
    let documents = document::load(conn).await?;
    let entries = make(conn, &documents).await?;
    tx.publish().await?;
    tracing::info!(entries, "search index: made");
    Ok(())
}

/// Builds the index of all published entries. Returns their number.
pub(crate) async fn make(conn: &mut Conn<'_>, documents: &[(EntryId, State, Document)]) -> anyhow::Result<usize> {
    let public = documents.iter().filter(|(_, state, _)| *state == State::Published);
    let entries: Vec<Entry> = public.map(|(id, _, document)| Entry::of(*id, document)).collect();
    let mut around = Around::load(conn).await?;
    around.titles = entries.iter().map(|entry| (entry.document.reference(), titles(entry.document))).collect();
    let fields = documents.iter().filter(|(_, _, document)| document.kind == Kind::FIELD);
    around.fields = fields.map(|(id, _, document)| (document.slug.as_str().to_owned(), *id)).collect();
    let words: Vec<Words<'_>> = entries.iter().map(|entry| around.words(entry)).collect();
    tracing::info!(entries = words.len(), "search index: reading the words");
    kept::replace(conn, &Index::of(&words)).await?;
    Ok(words.len())
}

/// Indexes one entry anew, inside the transaction that publishes it. Besides its document it reads only the
/// titles of the entries that its page names, so the time does not depend on the size of the initiative.
///
/// # Errors
/// If the database fails.
pub fn index_entry<'a>(
    conn: &'a mut Conn<'_>,
    id: EntryId,
    document: &'a Document,
) -> BoxFuture<'a, anyhow::Result<()>> {
    Box::pin(index_entry_now(conn, id, document))
}

async fn index_entry_now(conn: &mut Conn<'_>, id: EntryId, document: &Document) -> anyhow::Result<()> {
    let entry = Entry::of(id, document);
    let mut around = Around::load(conn).await?;
    for slug in &document.matter.fields {
        let id = store::find_id(conn, Kind::FIELD, slug).await?;
        around.fields.extend(id.map(|id| (slug.clone(), id)));
    }
    for reference in entry.named() {
        if let Some((kind, slug)) = Kind::split_reference(&reference) {
            let titles = store::titles(conn, kind, slug).await?;
            around.titles.insert(reference, titles);
        }
    }
    kept::keep(conn, &around.words(&entry)).await?;
    Ok(())
}

/// Removes an entry that is no longer public from the index.
///
/// # Errors
/// If the database fails.
pub async fn forget_entry(conn: &mut Conn<'_>, id: EntryId) -> anyhow::Result<()> {
    Ok(kept::forget(conn, id).await?)
}

/// An entry with its parsed table.
struct Entry<'a> {
    id: EntryId,
    document: &'a Document,
    table: Box<dyn StoredTable>,
}

impl<'a> Entry<'a> {
    /// An entry whose table cannot be parsed is found by its texts alone, which is better than not at all.
    fn of(id: EntryId, document: &'a Document) -> Self {
        let table = table_of(document).unwrap_or_else(|_| no_table());
        Self { id, document, table }
    }

    /// The entries whose titles are on its page: its fields, and those in its table.
    fn named(&self) -> Vec<String> {
        let fields = self.document.matter.fields.iter().map(|slug| Kind::FIELD.reference(slug));
        fields.chain(self.table.references().into_iter().map(|one| one.to)).collect()
    }

    /// The name of its kind or form, and its number in its series.
    fn labels(&self, texts: &Texts) -> Vec<Phrase> {
        let kind = self.document.kind;
        let mut labels: Vec<Phrase> = label(texts, &format!("kind-{kind}"), &[]).into();
        if let Some(number) = self.document.matter.number {
            for label in &mut labels {
                label.text = format!("{} {number}", label.text);
            }
        }
        if let Some(form) = self.table.form().filter(|_| kind.def().has_named_forms) {
            labels.extend(label(texts, &format!("kind-{kind}-{form}"), &[]));
        }
        labels
    }
}

/// The context of the entries.
struct Around {
    texts: Arc<Texts>,
    /// Titles of entries that are named on pages, by folder and slug.
    titles: HashMap<String, Vec<(Locale, String)>>,
    /// The fields of action by the slugs in documents, unpublished ones included: they may be published
    /// again.
    fields: HashMap<String, EntryId>,
    /// Names of towns by official key.
    towns: HashMap<String, String>,
    /// Contacts of organisations and fields.
    contacts: HashMap<EntryId, Vec<Phrase>>,
}

impl Around {
    async fn load(conn: &mut Conn<'_>) -> anyhow::Result<Self> {
        let towns = MunicipalitySheet::all(conn).await?.municipality;
        let mut contacts: HashMap<EntryId, Vec<Phrase>> = HashMap::new();
        for (place, role) in bodies::roles_asked(conn).await? {
            contacts.entry(place).or_default().extend(Phrase::both(&role));
        }
        Ok(Self {
            texts: desk_kit::texts()?,
            titles: HashMap::new(),
            fields: HashMap::new(),
            towns: towns.into_iter().map(|town| (town.ags, town.name)).collect(),
            contacts,
        })
    }

    fn words<'a>(&self, entry: &Entry<'a>) -> Words<'a> {
        let document = entry.document;
        let matter = &document.matter;
        let german = (Locale::De, matter.title.as_str(), matter.summary.as_str(), document.body.as_str());
        let translations = document.translations.iter().filter(|(_, text)| text.is_public());
        let translations = translations.map(|(locale, text)| (*locale, &*text.title, &*text.summary, &*text.body));
        Words {
            id: entry.id.0,
            kind: document.kind.code(),
            kind_place: usize::from(document.kind.def().order),
            slug: document.slug.as_str(),
            when: matter.when(),
            fields: matter.fields.iter().filter_map(|slug| Some(self.fields.get(slug)?.0)).collect(),
            texts: std::iter::once(german).chain(translations).collect(),
            phrases: self.phrases(entry),
        }
    }

    /// The words of the page of an entry besides its text, without duplicates.
    fn phrases(&self, entry: &Entry) -> Vec<Phrase> {
        let matter = &entry.document.matter;
        let in_both = |words: &dyn Fn(Locale) -> String| {
            [Locale::De, Locale::En].map(|locale| Phrase::new(locale, words(locale)))
        };
        let mut phrases = entry.labels(&self.texts);
        if let Some(when) = matter.when() {
            phrases.extend(in_both(&|locale| when.in_words(locale)));
        }
        let town = matter.municipality.as_ref().and_then(|key| self.towns.get(key));
        phrases.extend(town.map(|name| Phrase::new(Locale::De, name)));
        phrases.extend(entry.table.phrases(entry.document.kind, &self.texts));
        // A title in Leichte Sprache is on its own page only.
        let titles = entry.named().into_iter().filter_map(|reference| self.titles.get(&reference)).flatten();
        let titles = titles.filter(|(locale, _)| *locale != Locale::Easy);
        phrases.extend(titles.map(|(locale, title)| Phrase::new(*locale, title)));
        for claim in &matter.claims {
            phrases.extend(in_both(&|locale| claim.in_words(locale)));
            phrases.extend(claim.note.iter().flat_map(Phrase::both));
        }
        phrases.extend(matter.gaps.iter().flat_map(|gap| Phrase::both(&gap.text)));
        phrases.extend(self.contacts.get(&entry.id).into_iter().flatten().cloned());
        let mut seen = HashSet::new();
        phrases.retain(|phrase| seen.insert((phrase.locale, phrase.text.clone())));
        phrases
    }
}

/// The public titles of a document.
fn titles(document: &Document) -> Vec<(Locale, String)> {
    let translations = document.translations.iter().filter(|(_, text)| text.is_public());
    let translations = translations.map(|(locale, text)| (*locale, text.title.clone()));
    std::iter::once((Locale::De, document.matter.title.clone())).chain(translations).collect()
}
