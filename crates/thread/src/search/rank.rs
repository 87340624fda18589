//! The answer to a question: hits in tiers, counts for every filter, and what to say if words were
//! misspelt or nothing was found.

use base::Locale;
use db::{Conn, Result};
use roaring::RoaringBitmap;

use super::facets::{Choice, Counts, Filters};
use super::index::{Aspect, title_key};
use super::lookup::{Hits, look_up};
use super::marks::{Marker, Snippet, as_written};
use super::question::Question;
use super::stem::Language;
use super::store;
use crate::aside::aside;
use crate::{Card, EntryId};

/// A page of hits.
#[derive(Debug)]
pub struct Found {
    /// How many hits there are with the filters.
    pub total: u64,
    /// How many there are without them.
    pub unfiltered: u64,
    /// The hits of this page, the best first: their cards, and where the words stand.
    pub hits: Vec<(Card, Snippet)>,
    /// The filters that were used; what no document has is none.
    pub choice: Choice,
    /// How many hits each value of a filter would show.
    pub counts: Counts,
    /// Words that nothing holds, and what was looked up instead.
    pub corrections: Vec<Correction>,
    /// How many hits each word has on its own, as it was typed; only if all together have none.
    pub alone: Vec<(String, u64)>,
    /// Marks the words in titles.
    pub marker: Marker,
}

/// A word that nothing holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// As it was typed.
    pub typed: String,
    /// What was looked up instead, as it stands in the hits.
    pub instead: Vec<String>,
}

/// Answers a question that holds a word.
///
/// # Errors
/// If the database fails.
pub async fn search(
    conn: &mut Conn<'_>,
    locale: Locale,
    question: &Question,
    choice: &Choice,
    page: std::ops::Range<usize>,
) -> Result<Found> {
    let languages = Language::searched(locale);
    let live = store::live(conn).await?;
    let mut words = Vec::with_capacity(question.words().len());
    for asked in question.words() {
        words.push(look_up(conn, languages, asked).await?);
    }
    let mut tiers = tiers(&words, &titled_so(conn, question, languages).await?);
    for tier in &mut tiers {
        *tier &= &live;
    }
    let all = tiers.last().cloned().unwrap_or_default();
    let filters = Filters::of(store::sets(conn).await?, choice);
    let shown = filters.apply(&all, None);
    let marker = Marker::new(languages, question.words(), &words);
    let hits = hits(conn, locale, &marker, &page_of(tiers, &shown, page)).await?;
    Ok(Found {
        total: shown.len(),
        unfiltered: all.len(),
        corrections: corrections(question, &words, &hits),
        alone: if all.is_empty() { alone(question, &words, &live) } else { Vec::new() },
        counts: filters.counts(&all),
        choice: filters.choice,
        hits,
        marker,
    })
}

/// The documents whose whole title is the question.
async fn titled_so(conn: &mut Conn<'_>, question: &Question, languages: &[Language]) -> Result<RoaringBitmap> {
    let mut titled = RoaringBitmap::new();
    for language in languages {
        let locale = if *language == Language::English { Locale::En } else { Locale::De };
        titled |= store::set(conn, Aspect::Title, &title_key(locale, question.text())).await?;
    }
    Ok(titled)
}

/// The hits in tiers, the best first; each tier holds the ones before it.
fn tiers(words: &[Hits], titled_so: &RoaringBitmap) -> Vec<RoaringBitmap> {
    let together = |pick: fn(&Hits) -> &RoaringBitmap| {
        let mut sets = words.iter().map(pick);
        let first = sets.next().cloned().unwrap_or_default();
        sets.fold(first, |all, set| all & set)
    };
    let named = words.iter().fold(RoaringBitmap::new(), |any, hits| any | &hits.stem.titled);
    let mut tiers = vec![
        titled_so & together(|hits| &hits.exact.titled),
        together(|hits| &hits.exact.titled),
        together(|hits| &hits.stem.titled),
        together(|hits| &hits.compound.titled),
        // Some of the words in the title, the others elsewhere: `Fachtag 2019`.
        &named & together(|hits| &hits.exact.anywhere),
        &named & together(|hits| &hits.stem.anywhere),
        together(|hits| &hits.exact.anywhere),
        together(|hits| &hits.stem.anywhere),
        together(|hits| &hits.compound.anywhere),
    ];
    for tier in 1..tiers.len() {
        let (before, after) = tiers.split_at_mut(tier);
        after[0] |= &before[tier - 1];
    }
    tiers
}

/// The numbers on one page: tier by tier, in each the newest first.
fn page_of(tiers: Vec<RoaringBitmap>, shown: &RoaringBitmap, page: std::ops::Range<usize>) -> Vec<u32> {
    let mut numbers = Vec::with_capacity(page.len());
    let mut skip = page.start;
    let mut better = RoaringBitmap::new();
    for tier in tiers {
        let only = (&tier & shown) - &better;
        let length = usize::try_from(only.len()).unwrap_or(usize::MAX);
        numbers.extend(only.iter().rev().skip(skip).take(page.len() - numbers.len()));
        if numbers.len() == page.len() {
            break;
        }
        skip = skip.saturating_sub(length);
        better = tier;
    }
    numbers
}

async fn hits(conn: &mut Conn<'_>, locale: Locale, marker: &Marker, numbers: &[u32]) -> Result<Vec<(Card, Snippet)>> {
    let places = store::places(conn, locale, numbers).await?;
    let ids: Vec<EntryId> = places.iter().map(|place| place.card.id).collect();
    let mut texts = store::texts_of(conn, &ids).await?;
    let bytes = texts.values().flatten().map(|(_, summary, body)| summary.len() + body.len()).sum::<usize>();
    let marker = marker.clone();
    let cut = move || {
        let hit = |place: store::Place| {
            let texts = texts.remove(&place.card.id).unwrap_or_default();
            let title = (place.card.locale, place.card.title.as_str());
            let snippet = marker.snippet(locale, title, &texts, &place.asides);
            (place.card, snippet)
        };
        places.into_iter().map(hit).collect()
    };
    Ok(aside(bytes, cut).await)
}

fn corrections(question: &Question, words: &[Hits], hits: &[(Card, Snippet)]) -> Vec<Correction> {
    let misspelt = question.words().iter().zip(words).filter(|(_, hits)| !hits.instead.is_empty());
    misspelt
        .map(|(asked, word)| {
            let texts =
                hits.iter().flat_map(|(card, snippet)| std::iter::once(card.title.as_str()).chain(snippet.texts()));
            let mut instead = as_written(&word.instead, texts);
            if instead.is_empty() {
                instead = word.instead.iter().min().cloned().into_iter().collect();
            }
            Correction { typed: asked.typed.clone(), instead }
        })
        .collect()
}

fn alone(question: &Question, words: &[Hits], live: &RoaringBitmap) -> Vec<(String, u64)> {
    if words.len() < 2 {
        return Vec::new();
    }
    let counted = question.words().iter().zip(words);
    counted.map(|(asked, hits)| (asked.typed.clone(), hits.compound.anywhere.intersection_len(live))).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn pages_show_each_hit_once_the_best_and_newest_first(
            best in prop::collection::btree_set(0_u32..200, 0..40),
            good in prop::collection::btree_set(0_u32..200, 0..80),
            shown in prop::collection::btree_set(0_u32..200, 0..120),
            size in 1_usize..15,
        ) {
            let fair: BTreeSet<u32> = best.union(&good).copied().collect();
            let tiers = [best.iter().collect(), fair.iter().collect::<RoaringBitmap>()];
            let filter: RoaringBitmap = shown.iter().collect();
            let pages = (0..=200 / size).map(|page| page_of(tiers.to_vec(), &filter, page * size..(page + 1) * size));
            let paged: Vec<u32> = pages.flatten().collect();
            let first = best.iter().rev().filter(|number| shown.contains(number));
            let then = fair.iter().rev().filter(|number| shown.contains(number) && !best.contains(number));
            prop_assert_eq!(paged, first.chain(then).copied().collect::<Vec<_>>());
        }
    }

    #[test]
    fn tier_of_a_question_holds_what_all_its_words_have() {
        let postings = |titled: &[u32], anywhere: &[u32]| super::super::index::Postings {
            titled: titled.iter().collect(),
            anywhere: anywhere.iter().collect(),
        };
        let one = Hits { exact: postings(&[1], &[1, 2, 3]), ..Hits::default() };
        let other = Hits { exact: postings(&[1, 2], &[1, 2, 4]), ..Hits::default() };
        let tiers = tiers(&[one, other], &RoaringBitmap::new());
        assert_eq!(tiers[1], [1].into_iter().collect());
        assert_eq!(tiers.last(), Some(&[1, 2].into_iter().collect()));
    }
}
