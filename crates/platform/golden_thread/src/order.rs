//! The order in which entries are told: what led to something comes before it, and among those
//! that wait for nothing the earliest is next. Dates alone would not do: a field of action has
//! none, and "2017" begins before "summer 2017".

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

use crate::store::Strand;
use crate::{Card, EntryId};

/// Sorts cards along the thread. Links to entries that are not among them do not count; entries on
/// a circle of undirected links come last, by date.
pub(crate) fn along_the_thread(cards: Vec<Card>, strands: &[Strand]) -> Vec<Card> {
    let places: HashMap<EntryId, usize> = cards.iter().enumerate().map(|(place, card)| (card.id, place)).collect();
    let mut waits = vec![0_usize; cards.len()];
    let mut outcomes: Vec<Vec<usize>> = vec![Vec::new(); cards.len()];
    for strand in strands {
        if let (Some(origin), Some(outcome)) = (places.get(&strand.origin_id), places.get(&strand.outcome_id)) {
            outcomes[*origin].push(*outcome);
            waits[*outcome] += 1;
        }
    }
    let ranks = ranks(&cards);
    let free = |place: &usize| waits[*place] == 0;
    let mut heap: BinaryHeap<_> = (0..cards.len()).filter(free).map(|place| Reverse((ranks[place], place))).collect();
    let mut told = vec![usize::MAX; cards.len()];
    let mut count = 0;
    while let Some(Reverse((_, place))) = heap.pop() {
        told[place] = count;
        count += 1;
        for outcome in &outcomes[place] {
            waits[*outcome] -= 1;
            if waits[*outcome] == 0 {
                heap.push(Reverse((ranks[*outcome], *outcome)));
            }
        }
    }
    let mut ordered: Vec<(usize, usize, Card)> =
        cards.into_iter().enumerate().map(|(place, card)| (told[place], ranks[place], card)).collect();
    ordered.sort_by_key(|(told, rank, _)| (*told, *rank));
    ordered.into_iter().map(|(_, _, card)| card).collect()
}

/// The rank of each card by date, number and slug; undated ones after dated ones.
fn ranks(cards: &[Card]) -> Vec<usize> {
    let mut sorted: Vec<usize> = (0..cards.len()).collect();
    sorted.sort_by_key(|place| {
        let card = &cards[*place];
        let when = card.when.map(edtf::When::sort_key);
        (when.is_none(), when, card.number, card.slug.clone())
    });
    let mut ranks = vec![0; cards.len()];
    for (rank, place) in sorted.into_iter().enumerate() {
        ranks[place] = rank;
    }
    ranks
}

#[cfg(test)]
mod tests {
    use base::{Locale, Slug};
    use edtf::{Certainty, When};
    use uuid::Uuid;

    use super::*;
    use crate::Kind;

    fn card(number: u128, when: Option<&str>) -> Card {
        Card {
            id: EntryId(Uuid::from_u128(number)),
            kind: Kind::EVENT,
            form: None,
            slug: Slug::parse(&format!("e-{number}")).unwrap(),
            number: None,
            when: when.map(|when| When::parse(when, Certainty::Fixed).unwrap()),
            field: None,
            municipality: None,
            title: String::new(),
            summary: String::new(),
            locale: Locale::De,
            updated: jiff::civil::date(2026, 11, 23),
        }
    }

    fn strand(from: u128, to: u128) -> Strand {
        Strand { origin_id: EntryId(Uuid::from_u128(from)), outcome_id: EntryId(Uuid::from_u128(to)) }
    }

    fn order(cards: Vec<Card>, strands: &[Strand]) -> Vec<u128> {
        along_the_thread(cards, strands).iter().map(|card| card.id.0.as_u128()).collect()
    }

    #[test]
    fn undated_entry_stands_between_what_led_to_it_and_what_it_led_to() {
        let cards = vec![card(1, Some("2017-22")), card(3, Some("2017-12")), card(2, None)];
        assert_eq!(order(cards, &[strand(1, 2), strand(2, 3)]), [1, 2, 3]);
    }

    #[test]
    fn links_count_before_dates() {
        let cards = vec![card(2, Some("2017")), card(1, Some("2017-22"))];
        assert_eq!(order(cards, &[strand(1, 2)]), [1, 2]);
    }

    #[test]
    fn without_links_the_earliest_comes_first_and_the_undated_last() {
        assert_eq!(order(vec![card(1, None), card(2, Some("2019")), card(3, Some("2018"))], &[]), [3, 2, 1]);
    }

    #[test]
    fn circle_loses_nobody() {
        let cards = vec![card(1, Some("2019")), card(2, Some("2018")), card(3, Some("2017"))];
        assert_eq!(order(cards, &[strand(1, 2), strand(2, 1)]), [3, 2, 1]);
    }
}
