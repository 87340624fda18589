//! Full-text search for German and English, without a database: an inverted index as sets of numbers.
//!
//! [`Document`] is the content of an entry; `fold` and `stem` turn it into words, and [`Index`] collects the
//! documents of each word. The room that stores the index looks up each word of a [`Query`]: as typed, by its stem,
//! in compounds, and if all of these fail with one letter wrong; [`Hits`] is the result. [`rank`] sorts hits into
//! tiers (title before body, exact before stem), within a tier the newest first; [`Marker`] marks the words in
//! snippets.
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
pub use hits::{Hits, Term};
pub use index::{Aspect, Index, Numbered, Postings, title_key};
pub use marks::{Marker, Piece, Snippet};
pub use query::{Query, QueryWord};
pub use rank::Correction;
pub use stem::{Language, can_be_part};

/// The version of the rules by which words are folded, stemmed and indexed. It must be raised when they or the
/// version of the stemmer change; an index of another version is rebuilt.
pub const RULES: i64 = 3;
