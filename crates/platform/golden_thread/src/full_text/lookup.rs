//! Looks one word of a query up: as it is written, by its stem, in compounds, and with one letter wrong.

use std::collections::HashSet;

use db::{Conn, Result};
use search::misspelling::{is_near, may_be_misspelt, may_be_misspelt_stem, parts};
use search::{Hits, Language, QueryWord, can_be_part};

use super::store;

/// Looks a word up in some languages.
pub(super) async fn look_up(conn: &mut Conn<'_>, languages: &[Language], query_word: &QueryWord) -> Result<Hits> {
    let word = query_word.folded.as_str();
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

/// Looks up the words that this one may have been meant to be, with all their forms.
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
        hits.corrected.insert(row.word);
    }
    Ok(())
}
