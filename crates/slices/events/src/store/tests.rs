//! Tests of the order of events and of their neighbours, on a real database.

use std::slice::from_ref;

use base::{Clock, Ids, Locale};
use db::testing::TestDb;
use db::{Conn, Tx};
use edtf::{Certainty, When};
use golden_thread::store::{CardFilter, NewEntry, insert_entries, insert_ties};
use golden_thread::{EntryId, Kind, State};
use jiff::Timestamp;
use jiff::civil::{Date, date};

use super::sheets::{EventRow, insert_event};
use super::*;

const TODAY: Date = date(2020, 3, 1);

/// A fixture that inserts events in the transaction of one test.
struct Shelf {
    tx: Tx,
    ids: Ids,
    _db: TestDb,
}

/// The properties of an event in a test.
#[derive(Clone, Copy)]
struct Event<'a> {
    slug: &'a str,
    when: Option<(&'a str, Certainty)>,
    parent: Option<EntryId>,
    field: Option<EntryId>,
    state: State,
}

fn event<'a>(slug: &'a str, when: &'a str) -> Event<'a> {
    Event { slug, when: Some((when, Certainty::Fixed)), parent: None, field: None, state: State::Published }
}

impl Shelf {
    async fn new() -> Self {
        Kind::register(crate::kinds::KINDS).unwrap();
        let test_db = TestDb::new().await;
        let tx = test_db.db.write().await.unwrap();
        Self { tx, ids: Ids::new(Clock::fixed(Timestamp::UNIX_EPOCH)), _db: test_db }
    }

    fn conn(&mut self) -> Conn<'_> {
        self.tx.conn()
    }

    async fn card(&mut self, kind: Kind, form: &str, event: Event<'_>) -> EntryId {
        let id = EntryId(self.ids.next());
        let entry = NewEntry {
            form: Some(form),
            state: event.state,
            when: event.when.map(|(edtf, certainty)| When::parse(edtf, certainty).unwrap()),
            fields: event.field.into_iter().collect(),
            ..NewEntry::new(id, kind, event.slug)
        };
        insert_entries(&mut self.conn(), from_ref(&entry)).await.unwrap();
        insert_ties(&mut self.conn(), from_ref(&entry)).await.unwrap();
        id
    }

    async fn event(&mut self, event: Event<'_>) -> EntryId {
        let id = self.card(Kind::EVENT, "forum", event).await;
        let row = EventRow {
            entry_id: id,
            form: None,
            venue: None,
            address: None,
            starts: None,
            ends: None,
            sign_up: None,
            online: None,
            parent_id: event.parent,
        };
        insert_event(&mut self.conn(), &row).await.unwrap();
        id
    }

    async fn field(&mut self) -> EntryId {
        self.card(Kind::FIELD, "arcs", Event { when: None, ..event("vielfalt", "") }).await
    }

    async fn listed(&mut self, filter: CardFilter<'_>) -> Vec<Listed> {
        list(&mut self.conn(), Locale::De, filter, TODAY, 50, 0).await.unwrap()
    }
}

fn slugs(events: &[Listed]) -> Vec<&str> {
    events.iter().map(|event| event.card.slug.as_str()).collect()
}

#[tokio::test]
async fn next_event_comes_first_and_what_was_follows_newest_first() {
    let mut shelf = Shelf::new().await;
    shelf.event(event("old", "2017-12")).await;
    shelf.event(Event { when: None, ..event("undated", "") }).await;
    shelf.event(event("later", "2020-23")).await;
    shelf.event(event("recent", "2020-01-17")).await;
    shelf.event(Event { when: Some(("2019-23", Certainty::Expected)), ..event("planned", "") }).await;
    shelf.event(event("going-on", "2020-02-28/2020-03-01")).await;
    shelf.event(event("next", "2020-03-02")).await;
    shelf.event(Event { state: State::Draft, ..event("draft", "2020-03-02") }).await;
    let events = shelf.listed(CardFilter::default()).await;
    assert_eq!(slugs(&events), ["going-on", "next", "later", "planned", "recent", "old", "undated"]);
    let stretches: Vec<Stretch> = events.iter().map(|event| event.stretch).collect();
    let (coming, past) = (Stretch::Upcoming, Stretch::Past);
    assert_eq!(stretches, [coming, coming, coming, Stretch::Unclear, past, past, Stretch::Undated]);
    let tally = tally(&mut shelf.conn(), CardFilter::default(), TODAY).await.unwrap();
    assert_eq!(tally, Tally { total: 7, upcoming: 3 });
    let next = upcoming(&mut shelf.conn(), Locale::De, TODAY, 2).await.unwrap();
    assert_eq!(next.iter().map(|card| card.slug.as_str()).collect::<Vec<_>>(), ["going-on", "next"]);
}

#[tokio::test]
async fn sub_events_are_listed_only_where_the_list_is_that_of_their_field() {
    let mut shelf = Shelf::new().await;
    let field = shelf.field().await;
    let congress = shelf.event(event("congress", "2018-09-20/2018-09-21")).await;
    let forum = Event { parent: Some(congress), field: Some(field), ..event("forum", "2018-09-20") };
    shelf.event(forum).await;
    shelf.event(Event { slug: "unfinished", state: State::Draft, ..forum }).await;
    shelf.event(Event { field: Some(field), ..event("fachtag", "2019-10-07") }).await;
    let all = shelf.listed(CardFilter::default()).await;
    assert_eq!(slugs(&all), ["fachtag", "congress"]);
    assert_eq!((all[1].parts, all[1].forums), (1, 1));
    let of_field = shelf.listed(CardFilter { field: Some(field), ..CardFilter::default() }).await;
    assert_eq!(slugs(&of_field), ["fachtag", "forum"]);
    assert_eq!(of_field[1].parent.as_deref(), Some("congress"));
}

#[tokio::test]
async fn part_of_an_unpublished_event_stands_on_its_own() {
    let mut shelf = Shelf::new().await;
    let congress = shelf.event(Event { state: State::Withdrawn, ..event("congress", "2018-09-20") }).await;
    let forum = shelf.event(Event { parent: Some(congress), ..event("forum", "2018-09-20") }).await;
    assert_eq!(slugs(&shelf.listed(CardFilter::default()).await), ["forum"]);
    assert!(parent_of(&mut shelf.conn(), Locale::De, forum).await.unwrap().is_none());
}

#[tokio::test]
async fn year_lists_what_touches_it() {
    let mut shelf = Shelf::new().await;
    shelf.event(event("turn-of-the-year", "2018-12-30/2019-01-02")).await;
    shelf.event(event("summer", "2019-07-10")).await;
    shelf.event(event("before", "2018-08-31")).await;
    let year = shelf.listed(CardFilter { year: Some(2019), ..CardFilter::default() }).await;
    assert_eq!(slugs(&year), ["summer", "turn-of-the-year"]);
}

#[tokio::test]
async fn sub_events_do_not_come_between_neighbours() {
    let mut shelf = Shelf::new().await;
    shelf.event(event("workshops", "2018")).await;
    let congress = shelf.event(event("congress", "2018-09-20")).await;
    shelf.event(Event { parent: Some(congress), ..event("forum", "2018-09-20") }).await;
    shelf.event(event("summit", "2019-03")).await;
    let card = upcoming(&mut shelf.conn(), Locale::De, date(2018, 9, 20), 9)
        .await
        .unwrap()
        .into_iter()
        .find(|card| card.id == congress)
        .unwrap();
    let (before, after) = neighbours(&mut shelf.conn(), Locale::De, &card).await.unwrap();
    assert_eq!(before.unwrap().slug.as_str(), "workshops");
    assert_eq!(after.unwrap().slug.as_str(), "summit");
}

#[tokio::test]
async fn bodies_of_sub_events_are_involved_in_the_whole() {
    let mut shelf = Shelf::new().await;
    let congress = shelf.event(event("congress", "2018-09-20")).await;
    let forum = shelf.event(Event { parent: Some(congress), ..event("forum", "2018-09-20") }).await;
    let draft = Event { parent: Some(congress), state: State::Draft, ..event("draft", "2018-09-20") };
    let draft = shelf.event(draft).await;
    let mut bodies = Vec::new();
    for (event_id, slug) in [(congress, "carrier"), (forum, "office"), (draft, "nobody")] {
        let body_id = shelf.card(Kind::BODY, "", event(slug, "2013")).await;
        let row = OrganiserRow { event_id, position: 0, body_id, role: "organiser".to_owned() };
        insert_organiser(&mut shelf.conn(), &row).await.unwrap();
        bodies.push(body_id);
    }
    let twice = OrganiserRow { event_id: forum, position: 1, body_id: bodies[0], role: "host".to_owned() };
    insert_organiser(&mut shelf.conn(), &twice).await.unwrap();
    assert_eq!(involved_bodies(&mut shelf.conn(), congress).await.unwrap(), bodies[..2]);
    assert_eq!(involved_bodies(&mut shelf.conn(), forum).await.unwrap(), bodies[..2]);
}
