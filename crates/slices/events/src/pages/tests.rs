//! The texts of cards of sub-events and of lists of results.

use base::{Clock, Ids, Locale, Slug};
use golden_thread::{Card, EntryId, Kind};
use jiff::Timestamp;

use super::results::Results;
use crate::store::Part;

fn card(title: &str) -> Card {
    let ids = Ids::new(Clock::fixed(Timestamp::UNIX_EPOCH));
    Card {
        id: EntryId(ids.next()),
        kind: Kind::EVENT,
        form: Some("forum".to_owned()),
        slug: Slug::from_title(title).unwrap(),
        number: Some(4),
        when: None,
        field: Some(4),
        municipality: None,
        title: title.to_owned(),
        summary: String::new(),
        locale: Locale::De,
        updated: jiff::civil::date(2026, 11, 23),
    }
}

fn results(total: usize, room: usize) -> (Vec<String>, usize) {
    let read = (0..total.min(room + 1)).map(|place| card(&place.to_string())).collect();
    let results = Results::among(read, total, room);
    (results.named.into_iter().map(|card| card.title).collect(), results.left)
}

#[test]
fn what_has_no_room_is_counted_but_one_alone_is_named() {
    let named = |count: usize| (0..count).map(|place| place.to_string()).collect::<Vec<_>>();
    assert_eq!(results(3, 3), (named(3), 0));
    assert_eq!(results(4, 3), (named(4), 0));
    assert_eq!(results(5, 3), (named(3), 2));
}

#[test]
fn number_on_the_cover_is_not_said_again() {
    let title = |title: &str, pattern: Option<&str>| {
        Part { card: card(title), pattern: pattern.map(ToOwned::to_owned) }.title().to_owned()
    };
    assert_eq!(title("Themenforum 04: Vielfalt", Some("waves")), "Vielfalt");
    assert_eq!(title("Themenforum 04: Vielfalt", None), "Themenforum 04: Vielfalt");
    assert_eq!(title("Runde 14: Vielfalt 04", Some("waves")), "Runde 14: Vielfalt 04");
    assert_eq!(title("Vielfalt", Some("waves")), "Vielfalt");
}
