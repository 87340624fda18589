//! The statements of lists and pages, on a real database.

use std::slice::from_ref;

use base::{Clock, Ids};
use db::Tx;
use db::testing::TestDb;
use edtf::Certainty;
use golden_thread::State;
use golden_thread::sheet::{References, Table, parse_toml};
use golden_thread::store::{CardFilter, NewEntry, NewLink, Order, insert_entries, insert_links, insert_ties, list};
use jiff::Timestamp;

use super::*;
use crate::kinds::{AGREEMENT, HAND_OVER, PAPER, PROJECT, QUESTION, RECOMMENDATION};
use crate::sheet::OutcomeTable;

const TODAY: Date = Date::constant(2026, 11, 23);

/// Keeps entries and links in a transaction of one test.
struct Shelf {
    tx: Tx,
    ids: Ids,
    _db: TestDb,
}

/// An entry of a test.
#[derive(Clone, Copy)]
struct Entry<'a> {
    kind: Kind,
    slug: &'a str,
    when: Option<&'a str>,
    certainty: Certainty,
    number: Option<i64>,
    field: Option<EntryId>,
    state: State,
}

fn entry(kind: Kind, slug: &str) -> Entry<'_> {
    Entry { kind, slug, when: None, certainty: Certainty::Fixed, number: None, field: None, state: State::Published }
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

    async fn put(&mut self, entry: Entry<'_>) -> EntryId {
        let id = EntryId(self.ids.next());
        let new = NewEntry {
            number: entry.number,
            state: entry.state,
            when: entry.when.map(|edtf| When::parse(edtf, entry.certainty).unwrap()),
            fields: entry.field.into_iter().collect(),
            ..NewEntry::new(id, entry.kind, entry.slug)
        };
        insert_entries(&mut self.conn(), from_ref(&new)).await.unwrap();
        insert_ties(&mut self.conn(), from_ref(&new)).await.unwrap();
        id
    }

    async fn link(&mut self, from: EntryId, relation: Relation, to: EntryId, withdrawn: bool) {
        let link = NewLink {
            id: self.ids.next(),
            from,
            relation,
            to,
            position: 0,
            when: None,
            asserted_by: None,
            source: None,
            basis: None,
            note: None,
            withdrawn: withdrawn.then_some((Timestamp::UNIX_EPOCH, "wrong")),
        };
        insert_links(&mut self.conn(), from_ref(&link)).await.unwrap();
    }
}

fn slugs(cards: &[Card]) -> Vec<&str> {
    cards.iter().map(|card| card.slug.as_str()).collect()
}

#[tokio::test]
async fn questions_come_by_field_then_by_number_and_those_of_no_field_last() {
    let mut shelf = Shelf::new().await;
    let second = shelf.put(Entry { number: Some(2), ..entry(Kind::FIELD, "vielfalt") }).await;
    let first = shelf.put(Entry { number: Some(1), ..entry(Kind::FIELD, "digitales") }).await;
    let question = entry(QUESTION, "");
    shelf.put(Entry { slug: "b-2", number: Some(2), field: Some(second), ..question }).await;
    shelf.put(Entry { slug: "b-1", number: Some(1), field: Some(second), when: Some("2018"), ..question }).await;
    shelf.put(Entry { slug: "free", ..question }).await;
    shelf.put(Entry { slug: "a-1", number: Some(1), field: Some(first), when: Some("2019-03"), ..question }).await;
    shelf.put(Entry { slug: "draft", field: Some(first), state: State::Draft, ..question }).await;
    let all_questions = CardFilter::of(QUESTION);
    let mut list = async |filter, limit, offset| {
        list(&mut shelf.conn(), Locale::De, filter, Order::ByField, limit, offset).await.unwrap()
    };
    let all = list(all_questions, 50, 0).await;
    assert_eq!(slugs(&all), ["a-1", "b-1", "b-2", "free"]);
    let filter = CardFilter { field: Some(second), year: Some(2018), ..all_questions };
    let some = list(filter, 50, 0).await;
    assert_eq!(slugs(&some), ["b-1"]);
    let page = list(all_questions, 2, 2).await;
    assert_eq!(slugs(&page), ["b-2", "free"]);
}

#[tokio::test]
async fn last_step_is_public_not_withdrawn_and_has_happened() {
    let mut shelf = Shelf::new().await;
    let agreement = shelf.put(entry(AGREEMENT, "a")).await;
    let event = entry(Kind::EVENT, "");
    let seen = shelf.put(Entry { slug: "seen", when: Some("2019-10"), ..event }).await;
    let earlier = shelf.put(Entry { slug: "earlier", when: Some("2018"), ..event }).await;
    let draft = shelf.put(Entry { slug: "draft", when: Some("2020"), state: State::Draft, ..event }).await;
    let taken_back = shelf.put(Entry { slug: "taken-back", when: Some("2021"), ..event }).await;
    let to_come = shelf.put(Entry { slug: "to-come", when: Some("2027"), ..event }).await;
    let planned =
        shelf.put(Entry { slug: "planned", when: Some("2020-23"), certainty: Certainty::Expected, ..event }).await;
    let phase = shelf.put(Entry { slug: "phase", when: Some("2022"), ..entry(Kind::PHASE, "") }).await;
    for (step, withdrawn) in [
        (seen, false),
        (earlier, false),
        (draft, false),
        (taken_back, true),
        (to_come, false),
        (planned, false),
        (phase, false),
    ] {
        shelf.link(agreement, Relation::ImplementedBy, step, withdrawn).await;
    }
    let last = last_steps(&mut shelf.conn(), &[agreement, seen], TODAY).await.unwrap();
    assert_eq!(last, HashMap::from([(agreement, When::parse("2019-10", Certainty::Fixed).unwrap())]));
}

#[tokio::test]
async fn way_follows_one_relation_to_public_entries_of_one_kind() {
    let mut shelf = Shelf::new().await;
    let hand_over = shelf.put(entry(HAND_OVER, "h")).await;
    for slug in ["r-1", "r-2"] {
        let recommendation = shelf.put(entry(RECOMMENDATION, slug)).await;
        shelf.link(recommendation, Relation::HandedTo, hand_over, false).await;
    }
    let paper = shelf.put(entry(PAPER, "paper")).await;
    let draft = shelf.put(Entry { state: State::Draft, ..entry(RECOMMENDATION, "draft") }).await;
    let taken_back = shelf.put(entry(RECOMMENDATION, "taken-back")).await;
    shelf.link(paper, Relation::HandedTo, hand_over, false).await;
    shelf.link(draft, Relation::HandedTo, hand_over, false).await;
    shelf.link(taken_back, Relation::HandedTo, hand_over, true).await;
    let counts = recommendation_counts(&mut shelf.conn(), &[hand_over]).await.unwrap();
    assert_eq!(counts, HashMap::from([(hand_over, 2)]));
    let back = linked(&mut shelf.conn(), Locale::De, &[hand_over], Relation::HandedTo, Side::Origin, RECOMMENDATION)
        .await
        .unwrap();
    assert_eq!(slugs(&back[&hand_over]), ["r-1", "r-2"]);
    let on =
        linked(&mut shelf.conn(), Locale::De, &[paper], Relation::HandedTo, Side::Outcome, HAND_OVER).await.unwrap();
    assert_eq!(slugs(&on[&paper]), ["h"]);
    let other =
        linked(&mut shelf.conn(), Locale::De, &[paper], Relation::AnsweredBy, Side::Outcome, HAND_OVER).await.unwrap();
    assert!(other.is_empty());
}

#[tokio::test]
async fn body_sees_its_parts_in_public_entries_newest_first() {
    let mut shelf = Shelf::new().await;
    let body = shelf.put(entry(Kind::BODY, "rvr")).await;
    for (slug, when, state) in
        [("old", "2017", State::Published), ("new", "2019", State::Published), ("draft", "2020", State::Draft)]
    {
        let id = shelf.put(Entry { when: Some(when), state, ..entry(PROJECT, slug) }).await;
        insert(&mut shelf.conn(), id, (Status::Unknown, None), None, &[Party { body, role: PartyRole::Lead }])
            .await
            .unwrap();
    }
    let parts = parts_of(&mut shelf.conn(), Locale::De, body).await.unwrap();
    let parts: Vec<(&str, PartyRole)> = parts.iter().map(|(card, role)| (card.slug.as_str(), *role)).collect();
    assert_eq!(parts, [("new", PartyRole::Lead), ("old", PartyRole::Lead)]);
}

#[tokio::test]
async fn table_comes_out_of_the_database_as_it_went_in() {
    const TABLES: [&str; 2] = [
        "status = \"done\"\ndue = \"2019-22\"\nparties = [{ body = \"rvr\", role = \"promised_by\" }, { body = \"rvr\", role = \"author\" }]",
        "status = \"unknown\"\n",
    ];
    let mut shelf = Shelf::new().await;
    let mut references = References::default();
    let body = shelf.put(entry(Kind::BODY, "rvr")).await;
    references.learn("mitwirkende/rvr", body);
    let mut kept = HashMap::new();
    for (slug, text) in ["a", "b"].into_iter().zip(TABLES) {
        let id = shelf.put(entry(AGREEMENT, slug)).await;
        let table: OutcomeTable = parse_toml("a.md", text, 1).unwrap();
        table.insert(&mut shelf.conn(), id, &references).await.unwrap();
        kept.insert(id, table);
    }
    let tables = OutcomeTable::all(&mut shelf.conn(), &references).await.unwrap();
    assert_eq!(tables, kept);
}
