//! Fields that name another entry: people type a title or choose a suggestion, the document keeps a reference.

use std::collections::HashMap;

use accounts::Sight;
use base::{Slug, fold};
use db::Conn;
use golden_thread::sheet::{Asks, Input};
use golden_thread::{Kind, store};

use super::layout::Part;
use super::values::Values;
use super::write::{BETWEEN, named};
use crate::store::{self as desk_store, Found, Suggestion};

/// The end of the name of a field for the choice among several entries.
pub(super) const CHOSEN: &str = "wahl";
/// The number of suggestions among which people still choose.
const MOST: i64 = 8;

/// German titles of entries, by folder and slug.
pub type Titles = HashMap<String, String>;

/// The entries that fields name, by the name of the field.
pub type Picks = HashMap<String, Picked>;

/// The entry that a field names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Picked {
    /// One entry: its slug where the field is for one kind, else folder and slug.
    One(String),
    /// It could be any of these, or the only one that fits is called otherwise.
    Several(Found),
    /// Somebody wants to begin an entry, and these may be the same.
    Alike(Vec<Suggestion>),
    /// No entry is called so.
    Nothing,
}

impl Picked {
    /// True if somebody has to decide something.
    pub(super) fn is_open(&self) -> bool {
        !matches!(self, Self::One(_))
    }
}

/// Puts choices among suggestions into their fields, and finds what each field names.
///
/// # Errors
/// If the database fails.
pub(super) async fn find(conn: &mut Conn<'_>, sight: Sight, parts: &[Part], values: &mut Values) -> db::Result<Picks> {
    let mut picks = Picks::new();
    for (name, kind) in asked(parts, values) {
        let chosen = values.get(&format!("{name}.{CHOSEN}")).to_owned();
        if !chosen.is_empty() {
            values.set(name.clone(), chosen);
            values.set(format!("{name}.{CHOSEN}"), "");
        }
        let text = values.get(&name);
        if !text.is_empty() {
            let picked = pick(conn, sight, text, kind).await?;
            picks.insert(name, picked);
        }
    }
    Ok(picks)
}

/// The titles of entries that a document refers to, as far as somebody sees.
///
/// # Errors
/// If the database fails.
pub async fn titles(conn: &mut Conn<'_>, sight: Sight, references: Vec<String>) -> db::Result<Titles> {
    let mut titles = Titles::new();
    for reference in references {
        if let Some((kind, slug)) = Kind::split_reference(&reference)
            && !titles.contains_key(&reference)
            && let Some(title) = desk_store::title(conn, sight, kind, slug).await?
        {
            titles.insert(reference, title);
        }
    }
    Ok(titles)
}

/// All fields that name an entry, with the kind that it must be of.
pub(super) fn asked(parts: &[Part], values: &Values) -> Vec<(String, Option<Kind>)> {
    let mut asked = Vec::new();
    for place in parts.iter().flat_map(|part| &part.places) {
        gather(&place.name(), place.input, values, &mut asked);
    }
    asked
}

fn gather(name: &str, input: &Input, values: &Values, asked: &mut Vec<(String, Option<Kind>)>) {
    match input.asks {
        Asks::Slug(kind) => asked.push((name.to_owned(), Some(kind))),
        Asks::Entry | Asks::EntryOr(..) => asked.push((name.to_owned(), None)),
        Asks::Slugs(kind) if kind != Kind::FIELD => {
            asked.extend((0..values.rows(name)).map(|row| (format!("{name}.{row}.slug"), Some(kind))));
        }
        Asks::Rows(inputs) | Asks::Standing(inputs) => {
            for row in 0..values.rows(name) {
                for input in inputs {
                    gather(&format!("{name}.{row}.{}", input.key), input, values, asked);
                }
            }
        }
        _ => {}
    }
}

async fn pick(conn: &mut Conn<'_>, sight: Sight, text: &str, kind: Option<Kind>) -> db::Result<Picked> {
    let written = text.rsplit_once(BETWEEN).map_or(text, |(_, reference)| reference).trim();
    let place = Kind::split_reference(written);
    if let Some((found, slug)) = place.filter(|(found, _)| kind.is_none_or(|kind| kind == *found))
        && slug.len() <= Slug::MAX
        && let Some(id) = store::find_id(conn, found, slug).await?
        // Today it may be called otherwise.
        && let Some((_, today)) = desk_store::name(conn, id).await?
    {
        return Ok(Picked::One(value(found, &today, kind)));
    }
    let found = desk_store::suggestions(conn, sight, text, kind, MOST).await?;
    Ok(match found.hits.as_slice() {
        [] => Picked::Nothing,
        // Where others fit too, even the right title is no answer: phase and event can have the same.
        [only] if found.total == 1 && fold::words(&only.title) == fold::words(text) => {
            Picked::One(value(only.kind, &only.slug, kind))
        }
        _ => Picked::Several(found),
    })
}

pub(super) fn value(found: Kind, slug: &str, kind: Option<Kind>) -> String {
    if kind.is_some() { slug.to_owned() } else { found.reference(slug) }
}

/// True if a text is no title but the reference of an entry, or meant as one.
pub(super) fn is_reference(text: &str) -> bool {
    Kind::split_reference(text.rsplit_once(BETWEEN).map_or(text, |(_, reference)| reference).trim()).is_some()
}

/// The text of a field that names this entry.
pub fn field(suggestion: &Suggestion) -> String {
    let reference = suggestion.kind.reference(&suggestion.slug);
    named(&reference, &Titles::from([(reference.clone(), suggestion.title.clone())]))
}
