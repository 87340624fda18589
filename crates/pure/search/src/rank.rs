//! Ranking: the tiers of hits, their pages, and the hints for misspelt words and searches without hits.

use roaring::RoaringBitmap;

use super::hits::Hits;
use super::marks::as_written;
use super::query::Query;

/// A word that was corrected because no document contains it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The word as it was typed.
    pub typed: String,
    /// The words that were looked up in its place, as the hits write them.
    pub instead: Vec<String>,
}

/// The hits in tiers, the best first; each tier includes the ones before it.
pub fn tiers(words: &[Hits], titled_so: &RoaringBitmap) -> Vec<RoaringBitmap> {
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
        // Some words in the title, the others elsewhere: `Fachtag 2019`.
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

/// The numbers of the documents on one page: tier by tier, in each the newest first.
pub fn page_of(tiers: Vec<RoaringBitmap>, shown: &RoaringBitmap, page: std::ops::Range<usize>) -> Vec<u32> {
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

/// The corrections of misspelt words, in the spelling of the shown texts.
pub fn corrections<'a>(
    query: &Query,
    words: &[Hits],
    texts: &(impl Iterator<Item = &'a str> + Clone),
) -> Vec<Correction> {
    let misspelt = query.words().iter().zip(words).filter(|(_, hits)| !hits.corrected.is_empty());
    misspelt
        .map(|(asked, word)| {
            let mut instead = as_written(&word.corrected, texts.clone());
            if instead.is_empty() {
                instead = word.corrected.iter().min().cloned().into_iter().collect();
            }
            Correction { typed: asked.typed.clone(), instead }
        })
        .collect()
}

/// The number of hits of each word alone, as it was typed; empty for a single word.
pub fn alone(query: &Query, words: &[Hits], live: &RoaringBitmap) -> Vec<(String, u64)> {
    if words.len() < 2 {
        return Vec::new();
    }
    let counted = query.words().iter().zip(words);
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
