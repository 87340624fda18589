//! Full-text search for German and English, without a database: an inverted index as sets of numbers.
//!
//! [`Document`] says what an entry holds, `fold` and `stem` turn it into words, [`Index`] collects which document
//! holds which word. Each word of a [`Query`] is looked up by whoever keeps the index: as it is written, by its stem,
//! in compounds, and if nothing else helps with one letter wrong; [`Hits`] says what was found. [`rank`] puts hits in
//! tiers (title before body, exact before stem), within a tier the newest first; [`Marker`] shows where the words stand.
//!
//! Invariants: everything is bounded (words of a query, letters of a word, words of a document), and the same
//! documents have the same index.

mod document;
mod facets;
mod fold;
mod hits;
mod index;
mod marks;
pub mod misspelling;
mod query;
pub mod rank;
mod stem;

pub use document::{Document, Phrase, last_of_month};
pub use facets::{Choice, Counts, Filters};
pub use hits::{Hits, Row};
pub use index::{Aspect, Index, Numbered, Postings, title_key};
pub use marks::{Marker, Piece, Snippet};
pub use query::{Query, QueryWord};
pub use rank::Correction;
pub use stem::{Language, can_be_part};

/// The rules by which words are folded, stemmed and indexed. Whoever changes them, or the version of the stemmer, raises
/// this: an index by other rules is made anew.
pub const RULES: i64 = 3;
