//! One word of a question: the documents that hold it, and how closely.

use std::collections::HashSet;

use db::{Conn, Result};

use super::index::Postings;
use super::near::{is_near, may_be_misspelt, may_be_misspelt_stem, parts};
use super::question::Asked;
use super::stem::{Language, can_be_part, is_compound};
use super::store::{self, Row};

/// The documents that hold a word. Each group holds the one before it.
#[derive(Debug, Default)]
pub(super) struct Hits {
    /// Those that hold it as it is written.
    pub(super) exact: Postings,
    /// Those that hold a form of it.
    pub(super) stem: Postings,
    /// Those that hold it as a part of a compound.
    pub(super) compound: Postings,
    /// If nothing holds it: the words that differ from it by one mistake.
    pub(super) instead: HashSet<String>,
}

impl Hits {
    fn is_empty(&self) -> bool {
        self.compound.anywhere.is_empty()
    }

    fn take(&mut self, row: &Row, asked: &str, stem: &str) {
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
    fn add(&mut self, others: &Self) {
        self.titled |= &others.titled;
        self.anywhere |= &others.anywhere;
    }
}

/// Looks a word up in some languages.
pub(super) async fn look_up(conn: &mut Conn<'_>, languages: &[Language], asked: &Asked) -> Result<Hits> {
    let word = asked.folded.as_str();
    let mut hits = Hits::default();
    for language in languages {
        let stem = language.stem(word);
        let is_part = can_be_part(&stem);
        let mut rows = store::beginning_with(conn, *language, &stem, is_part).await?;
        if is_part {
            rows.extend(store::ending_with(conn, *language, &stem).await?);
        }
        for row in &rows {
            hits.take(row, word, &stem);
        }
    }
    if hits.is_empty() && may_be_misspelt(word) {
        for language in languages {
            look_nearby(conn, *language, word, &mut hits).await?;
        }
    }
    Ok(hits)
}

/// Looks up what the word may have been meant to be, with all its forms.
async fn look_nearby(conn: &mut Conn<'_>, language: Language, word: &str, hits: &mut Hits) -> Result<()> {
    let stem = language.stem(word);
    let (beginning, end) = parts(word);
    let mut near = store::near(conn, language, word, (&beginning, &end), false).await?;
    near.retain(|(other, _)| is_near(word, other));
    if may_be_misspelt_stem(&stem) {
        let (beginning, end) = parts(&stem);
        let candidates = store::near(conn, language, &stem, (&beginning, &end), true).await?;
        near.extend(candidates.into_iter().filter(|(_, other)| is_near(&stem, other)));
    }
    let stems: HashSet<String> = near.into_iter().map(|(_, stem)| stem).collect();
    let mut stems: Vec<String> = stems.into_iter().collect();
    stems.sort();
    for row in store::of_words(conn, language, &stems).await? {
        for group in [&mut hits.exact, &mut hits.stem, &mut hits.compound] {
            group.add(&row.postings);
        }
        hits.instead.insert(row.word);
    }
    Ok(())
}
