//! The rules of a document, the same for a form of the desk and for a file.
//!
//! [`check`] is pure: [`Known`] holds the things that a document may refer to, loaded from the database or
//! from all files of a folder. The callers map faults to places: the desk to its fields, the import to file
//! and line. Rules about many entries at once (cycles of links, events within events, taken addresses) are
//! checked where all of them are known.

use std::collections::HashSet;
use std::fmt;

use bodies::sheet::MunicipalitySheet;
use db::Conn;
use golden_thread::sheet::{self, Flaw, LinkMatter, MOST_ROWS, References, StoredTable};
use golden_thread::{EntryId, Kind, Relation, store};

use super::{Document, table_of};

/// A violation of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The place in the document: `matter.links.2.to`.
    pub path: String,
    /// The rule that it breaks.
    pub why: Why,
}

impl Fault {
    /// A fault at this place.
    pub fn new(path: impl Into<String>, why: Why) -> Self {
        Self { path: path.into(), why }
    }
}

/// The rules that a document can break. [`Display`](fmt::Display) words them for the authors of files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// A required text is empty.
    Empty,
    /// A date without a certainty, or the other way round.
    Unpaired,
    /// There is no entry with this folder and slug.
    NoEntry(String),
    /// There is no source with this key.
    NoSource(String),
    /// There is no town with this official key.
    NoTown(String),
    /// An entry is linked with itself.
    WithItself,
    /// A link is there twice.
    Twice(Relation, String),
    /// An event would be part of itself, by way of the event above it.
    InItself(String),
    /// A field of action or source is named twice.
    Double(String),
    /// A cycle: an entry would have led to itself, by way of this one.
    Circle(String),
    /// Another entry of its kind has this address, or had it before.
    Taken(String),
    /// The slice refuses a value of its table.
    Senseless(Flaw),
    /// The table does not have the types of its kind, in the words of the file format. Forms cannot cause
    /// that.
    NoTable(String),
    /// A list has this many rows, more than [`MOST_ROWS`].
    TooLong(usize),
    /// A text in Markdown is refused by the renderer.
    NoMarkdown(markdown::Unfit),
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the text is empty"),
            Self::Unpaired => f.write_str("`when` and `certainty` go together"),
            Self::NoEntry(name) => write!(f, "there is no entry `{name}`"),
            Self::NoSource(key) => write!(f, "there is no source `{key}` in sources.toml"),
            Self::NoTown(key) => write!(f, "there is no municipality `{key}` in municipalities.toml"),
            Self::WithItself => f.write_str("an entry cannot be linked with itself"),
            Self::Twice(relation, to) => write!(f, "the link `{relation}` to `{to}` is there twice"),
            Self::InItself(name) => write!(f, "the event would be part of itself, by way of `{name}`"),
            Self::Double(name) => write!(f, "`{name}` is named twice"),
            Self::Circle(name) => write!(f, "the links close a circle in time, by way of `{name}`"),
            Self::Taken(slug) => write!(f, "another entry has the address `{slug}`, or had it"),
            Self::Senseless(flaw) => f.write_str(&flaw.reason),
            Self::NoTable(reason) => f.write_str(reason),
            Self::TooLong(rows) => write!(f, "the list has {rows} rows; a list has at most {MOST_ROWS}"),
            Self::NoMarkdown(unfit) => unfit.fmt(f),
        }
    }
}

/// The things that a document may refer to.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// Entries.
    pub(crate) entries: References,
    /// Keys of sources.
    pub(crate) sources: HashSet<String>,
    /// Keys of towns.
    pub(crate) towns: HashSet<String>,
}

impl Known {
    /// Loads the things that a document refers to from the database; entries by their former addresses too.
    ///
    /// # Errors
    /// If the database fails.
    pub(super) async fn look_up(
        conn: &mut Conn<'_>,
        document: &Document,
        table: ReadTable<'_>,
    ) -> anyhow::Result<Self> {
        let mut known = Self::default();
        for (_, reference) in named_in(document, table) {
            let Some((kind, slug)) = Kind::split_reference(&reference) else { continue };
            if let Some(id) = store::find_id(conn, kind, slug).await? {
                known.entries.learn(&reference, id);
            }
        }
        if sources_of(document).next().is_some() {
            known.sources = store::all_sources(conn).await?.into_iter().map(|source| source.key).collect();
        }
        if document.matter.municipality.is_some() {
            known.towns = MunicipalitySheet::all(conn).await?.keys().map(ToOwned::to_owned).collect();
        }
        Ok(known)
    }
}

/// The table of a document as its type has read it, or the fault for which it could not be read. It is read once and
/// handed on.
pub(crate) type ReadTable<'a> = Result<&'a dyn StoredTable, &'a Fault>;

/// All faults of the document of the entry `own`, in the order of the rules.
pub(crate) fn check(document: &Document, table: ReadTable<'_>, own: EntryId, known: &Known) -> Vec<Fault> {
    let mut faults = in_itself(document, table);
    let references = named_in(document, table).into_iter().filter(|(_, name)| !known.entries.knows(name));
    faults.extend(references.map(|(path, name)| Fault::new(path, Why::NoEntry(name))));
    let sources = sources_of(document).filter(|(_, key)| !known.sources.contains(*key));
    faults.extend(sources.map(|(path, key)| Fault::new(path, Why::NoSource(key.to_owned()))));
    let town = document.matter.municipality.iter().filter(|town| !known.towns.contains(*town));
    faults.extend(town.map(|town| Fault::new("matter.municipality", Why::NoTown(town.clone()))));
    faults.extend(above_itself(document, table, own, &known.entries));
    faults.extend(links(document, own, &known.entries));
    for (list, names) in [("fields", &document.matter.fields), ("sources", &document.matter.sources)] {
        let doubles = names.iter().enumerate().filter(|(place, name)| names[..*place].contains(name));
        faults.extend(
            doubles.map(|(place, name)| Fault::new(format!("matter.{list}.{place}"), Why::Double(name.clone()))),
        );
    }
    faults
}

/// Faults that need no knowledge of anything else.
fn in_itself(document: &Document, table: ReadTable<'_>) -> Vec<Fault> {
    let matter = &document.matter;
    let mut faults = Vec::new();
    if matter.title.trim().is_empty() {
        faults.push(Fault::new("matter.title", Why::Empty));
    }
    if matter.when.is_some() != matter.certainty.is_some() {
        let key = if matter.when.is_some() { "when" } else { "certainty" };
        faults.push(Fault::new(format!("matter.{key}"), Why::Unpaired));
    }
    faults.extend(too_long(document));
    let texts = document.translations.iter().map(|(locale, text)| (format!("translations.{locale}.body"), &text.body));
    let texts = std::iter::once(("body".to_owned(), &document.body)).chain(texts);
    faults
        .extend(texts.filter_map(|(path, text)| Some(Fault::new(path, Why::NoMarkdown(markdown::check(text).err()?)))));
    faults.extend(table.err().cloned());
    faults
}

/// The first list of a document with too many rows.
fn too_long(document: &Document) -> Option<Fault> {
    let matter = &document.matter;
    let lists = [
        ("matter.claims", matter.claims.len()),
        ("matter.links", sheet::standing(&matter.links)),
        ("matter.gaps", matter.gaps.len()),
        ("matter.attachments", matter.attachments.len()),
        ("matter.fields", matter.fields.len()),
        ("matter.sources", matter.sources.len()),
    ];
    let of_matter = lists.into_iter().find(|(_, rows)| *rows > MOST_ROWS).map(|(path, rows)| (path.to_owned(), rows));
    let of_table =
        || document.table.as_ref().and_then(sheet::too_long).map(|(path, rows)| (format!("table.{path}"), rows));
    let (path, rows) = of_matter.or_else(of_table)?;
    Some(Fault::new(path, Why::TooLong(rows)))
}

/// An event that is to be a part of itself. Whether it would be by way of others, the database knows.
fn above_itself(document: &Document, table: ReadTable<'_>, own: EntryId, entries: &References) -> Option<Fault> {
    let table = table.ok()?;
    let above = table.above().filter(|_| document.kind == Kind::EVENT)?;
    let is_itself = entries.id(&above).is_ok_and(|id| id == own);
    is_itself.then(|| Fault::new(place_of(table, &above), Why::InItself(above)))
}

/// The place at which a table names an entry.
pub(super) fn place_of(table: &dyn StoredTable, name: &str) -> String {
    let named = table.references().into_iter().find(|one| one.to == name);
    named.map_or_else(|| "table".to_owned(), |one| format!("table.{}", one.path))
}

/// Links with itself, and the same link twice. Entries are the same if they are one, by whatever address.
fn links(document: &Document, own: EntryId, entries: &References) -> Vec<Fault> {
    let links = &document.matter.links;
    let ends: Vec<Option<EntryId>> = links.iter().map(|link| entries.id(&link.to).ok()).collect();
    let mut faults = Vec::new();
    for (place, link) in links.iter().enumerate().filter(|(_, link)| stands(link)) {
        let path = format!("matter.links.{place}.to");
        if ends[place] == Some(own) {
            faults.push(Fault::new(path.clone(), Why::WithItself));
        }
        let same = |other: usize| {
            stands(&links[other]) && links[other].relation == link.relation && ends[other] == ends[place]
        };
        if ends[place].is_some() && (0..place).any(same) {
            faults.push(Fault::new(path, Why::Twice(link.relation, link.to.clone())));
        }
    }
    faults
}

pub(super) fn stands(link: &LinkMatter) -> bool {
    link.withdrawn.is_none()
}

/// The sources to which a document refers, each with its path.
fn sources_of(document: &Document) -> impl Iterator<Item = (String, &str)> {
    let matter = &document.matter;
    let claims = matter.claims.iter().map(|claim| claim.source.as_deref());
    let links = matter.links.iter().map(|link| link.source.as_deref());
    let claims = claims.enumerate().filter_map(|(place, key)| Some((format!("matter.claims.{place}.source"), key?)));
    let links = links.enumerate().filter_map(|(place, key)| Some((format!("matter.links.{place}.source"), key?)));
    let own = matter.sources.iter().enumerate();
    let own = own.map(|(place, key)| (format!("matter.sources.{place}"), key.as_str()));
    claims.chain(links).chain(own)
}

/// The entries to which a document refers, as folder and slug, each with its path in the document.
pub fn references_of(document: &Document) -> Vec<(String, String)> {
    named_in(document, table_of(document).as_deref())
}

fn named_in(document: &Document, table: ReadTable<'_>) -> Vec<(String, String)> {
    let matter = &document.matter;
    let fields = matter.fields.iter().enumerate();
    let mut named: Vec<(String, String)> =
        fields.map(|(place, slug)| (format!("matter.fields.{place}"), Kind::FIELD.reference(slug))).collect();
    for (place, link) in matter.links.iter().enumerate() {
        named.push((format!("matter.links.{place}.to"), link.to.clone()));
        let body = link.asserted_by.iter();
        named.extend(body.map(|slug| (format!("matter.links.{place}.asserted_by"), Kind::BODY.reference(slug))));
    }
    if let Ok(table) = table {
        named.extend(table.references().into_iter().map(|one| (format!("table.{}", one.path), one.to)));
    }
    named
}

#[cfg(test)]
mod tests;
