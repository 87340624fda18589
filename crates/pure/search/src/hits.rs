//! One word of a query: the documents that hold it, and how closely.

use std::collections::HashSet;

use super::index::Postings;
use super::stem::is_compound;

/// A word of the vocabulary.
#[derive(Debug)]
pub struct Row {
    /// The word.
    pub word: String,
    /// Its stem.
    pub stem: String,
    /// The documents that hold it.
    pub postings: Postings,
}

/// The documents that hold a word. Each group holds the one before it.
#[derive(Debug, Default)]
pub struct Hits {
    /// Those that hold it as it is written.
    pub exact: Postings,
    /// Those that hold a form of it.
    pub stem: Postings,
    /// Those that hold it as a part of a compound.
    pub compound: Postings,
    /// If nothing holds it: the words that differ from it by one mistake.
    pub corrected: HashSet<String>,
}

impl Hits {
    /// Whether nothing holds the word.
    pub fn is_empty(&self) -> bool {
        self.compound.anywhere.is_empty()
    }

    /// Adds a row of the vocabulary, for the word that was asked and its stem.
    pub fn take(&mut self, row: &Row, asked: &str, stem: &str) {
        if row.word == asked {
            self.exact.add(&row.postings);
        }
        if row.stem == stem {
            self.stem.add(&row.postings);
        }
        if row.stem == stem || is_compound(&row.stem, stem) {
            self.compound.add(&row.postings);
        }
    }
}

impl Postings {
    /// Adds what others hold.
    pub fn add(&mut self, others: &Self) {
        self.titled |= &others.titled;
        self.anywhere |= &others.anywhere;
    }
}
