//! Full-text search: the index of the crate `search`, kept in the database, the same on both.
//!
//! `store` keeps sets of numbers by word; a query looks each of its words up ([`search()`]). Hits come in tiers, within a
//! tier the newest first.
//!
//! Invariants:
//! * only published entries are found, and only in the languages that the page shows;
//! * hits, their order and all counts depend on the content alone, not on the database;
//! * everything is bounded: words of a query, letters of a word, rows that are read for one.

mod answer;
mod lookup;
pub mod store;

pub use ::search::{Correction, Document, Index, Marker, Phrase, Piece, Query, Snippet};
pub use answer::{Choice, Counts, Found, search};

/// A label of the interface in both languages, as the page of an entry says it.
pub fn label(texts: &web::Texts, key: &str, args: &[(&str, web::Arg)]) -> [Phrase; 2] {
    use base::Locale;
    [Locale::De, Locale::En].map(|locale| Phrase::new(locale, texts.get(locale, key, args)))
}
