//! Search: an inverted index of our own, the same on both databases.
//!
//! [`Document`] says what an entry holds, `fold` and `stem` turn it into words, [`Index`] collects
//! which document holds which word, and `store` keeps that as sets of numbers. A query looks each
//! of its words up ([`search`]): as it is written, by its stem, in compounds, and if nothing else
//! helps with one letter wrong. Hits come in tiers (title before body, exact before stem), within a
//! tier the newest first.
//!
//! Invariants:
//! * only published entries are found, and only in the languages that the page shows;
//! * hits, their order and all counts depend on the content alone, not on the database;
//! * everything is bounded: words of a query, letters of a word, rows that are read for one.

mod document;
mod facets;
mod fold;
mod index;
mod lookup;
mod marks;
mod near;
mod question;
mod rank;
mod stem;
pub mod store;

pub use document::{Document, Phrase};
pub use facets::{Choice, Counts};
pub use index::Index;
pub use marks::{Marker, Piece, Snippet};
pub use question::Question;
pub use rank::{Correction, Found, search};

/// The rules by which words are folded, stemmed and indexed. Whoever changes them, or the version of
/// the stemmer, raises this: an index by other rules is made anew at the next start.
pub const RULES: i64 = 2;
