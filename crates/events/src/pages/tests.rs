//! What cards of sub-events and lists of results say.

use base::{Clock, Ids, Locale, Slug};
use jiff::Timestamp;
use thread::entry::Step;
use thread::{Card, EntryId, Kind, Relation, Side};

use super::results::Results;
use crate::store::Part;

fn card(title: &str) -> Card {
    let ids = Ids::new(Clock::fixed(Timestamp::UNIX_EPOCH));
    Card {
        id: EntryId(ids.next()),
        kind: Kind::Event,
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

fn results(relations: &[Relation], room: usize) -> (Vec<String>, usize) {
    let step = |(place, relation): (usize, &Relation)| Step {
        card: card(&format!("{place}")),
        side: Side::Outcome,
        relation: *relation,
        when: None,
        note: None,
        source: None,
        asserted_by: None,
    };
    let results = Results::among(relations.iter().enumerate().map(step).collect(), room);
    (results.named.into_iter().map(|card| card.title).collect(), results.left)
}

#[test]
fn reports_and_parts_are_no_results() {
    let (led, agreed) = (Relation::LedTo, Relation::AgreedIn);
    let relations = [led, Relation::DocumentedIn, Relation::PartOf, Relation::RaisedAt, agreed];
    assert_eq!(results(&relations, 3), (vec!["0".to_owned(), "4".to_owned()], 0));
}

#[test]
fn what_has_no_room_is_counted_but_one_alone_is_named() {
    let led = |count| vec![Relation::LedTo; count];
    let named = |count: usize| (0..count).map(|place| place.to_string()).collect::<Vec<_>>();
    assert_eq!(results(&led(3), 3), (named(3), 0));
    assert_eq!(results(&led(4), 3), (named(4), 0));
    assert_eq!(results(&led(5), 3), (named(3), 2));
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
