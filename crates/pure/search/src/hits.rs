//! The matches of one word of a query: its documents, by closeness.

use std::collections::HashSet;

use super::index::Postings;
use super::stem::is_compound;

/// A term of the vocabulary, with the documents that contain it.
#[derive(Debug)]
pub struct Term {
    /// The folded word.
    pub word: String,
    /// The stem of the word.
    pub stem: String,
    /// The documents that contain the word.
    pub postings: Postings,
}

/// The documents that contain a word. Each group includes the one before it.
#[derive(Debug, Default)]
pub struct Hits {
    /// Documents with the word as it was typed.
    pub exact: Postings,
    /// Documents with a form of the word.
    pub stem: Postings,
    /// Documents with the word as a part of a compound.
    pub compound: Postings,
    /// Words that differ from it by one mistake; only filled if no document contains it.
    pub corrected: HashSet<String>,
}

impl Hits {
    /// True if no document contains the word.
    pub fn is_empty(&self) -> bool {
        self.compound.anywhere.is_empty()
    }

    /// Adds a term of the vocabulary, for the word of the query and its stem.
    pub fn take(&mut self, term: &Term, asked: &str, stem: &str) {
        if term.word == asked {
            self.exact.add(&term.postings);
        }
        if term.stem == stem {
            self.stem.add(&term.postings);
        }
        if term.stem == stem || is_compound(&term.stem, stem) {
            self.compound.add(&term.postings);
        }
    }
}

impl Postings {
    /// Adds the documents of others.
    pub fn add(&mut self, others: &Self) {
        self.titled |= &others.titled;
        self.anywhere |= &others.anywhere;
    }
}
