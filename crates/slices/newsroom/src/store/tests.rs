//! Tests of issuers, numbers and pages in Leichte Sprache, on a real database.

use std::slice::from_ref;

use base::{Clock, Ids};
use claims::{Amount, Claim, ClaimKind, Number, Qualifier, Unit};
use db::Tx;
use db::testing::TestDb;
use edtf::{Certainty, When};
use golden_thread::sheet::{References, Table, parse_toml, toml_text};
use golden_thread::store::{NewEntry, insert_claims, insert_entries};
use golden_thread::{Kind, State};
use jiff::Timestamp;

use super::*;
use crate::kinds::{NEWS, PAGE, PRESS_RELEASE};
use crate::sheet::PressTable;

/// A fixture that inserts entries in the transaction of one test.
struct Shelf {
    tx: Tx,
    ids: Ids,
    _db: TestDb,
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

    /// Inserts a card with a title in each of these languages.
    async fn put(&mut self, kind: Kind, slug: &str, when: Option<&str>, state: State, locales: &[Locale]) -> EntryId {
        let id = EntryId(self.ids.next());
        let entry = NewEntry {
            state,
            when: when.map(|edtf| When::parse(edtf, Certainty::Fixed).unwrap()),
            highlight: slug == "important",
            texts: locales.iter().map(|locale| (*locale, locale.code(), "", "")).collect(),
            ..NewEntry::new(id, kind, slug)
        };
        insert_entries(&mut self.conn(), from_ref(&entry)).await.unwrap();
        id
    }
}

#[tokio::test]
async fn numbers_come_from_public_entries_newest_first_and_undated_last() {
    let mut shelf = Shelf::new().await;
    let amount = Amount::Value(Number::whole(300).unwrap());
    let claim = Claim::new(amount, Qualifier::About, Unit::People, ClaimKind::Attended).unwrap();
    for (slug, when, state) in [
        ("undated", None, State::Published),
        ("old", Some("2017"), State::Published),
        ("important", Some("2020-01-17"), State::Published),
        ("draft", Some("2021"), State::Draft),
    ] {
        let id = shelf.put(Kind::EVENT, slug, when, state, &[Locale::De]).await;
        insert_claims(&mut shelf.conn(), &[(id, from_ref(&claim))]).await.unwrap();
    }
    shelf.put(Kind::EVENT, "without", Some("2022"), State::Published, &[Locale::De]).await;
    let entries = with_claims(&mut shelf.conn(), Locale::De, 2).await.unwrap();
    let entries: Vec<(&str, bool)> = entries.iter().map(|(card, highlight)| (card.slug.as_str(), *highlight)).collect();
    assert_eq!(entries, [("important", true), ("old", false)]);
    assert_eq!(with_claims(&mut shelf.conn(), Locale::De, 40).await.unwrap()[2].0.slug.as_str(), "undated");
}

#[tokio::test]
async fn overview_of_leichte_sprache_lists_public_pages_that_have_such_a_text() {
    let mut shelf = Shelf::new().await;
    let both = [Locale::De, Locale::Easy];
    shelf.put(PAGE, "with", None, State::Published, &both).await;
    shelf.put(PAGE, "without", None, State::Published, &[Locale::De, Locale::En]).await;
    shelf.put(PAGE, "draft", None, State::Draft, &both).await;
    shelf.put(NEWS, "news", None, State::Published, &both).await;
    let cards = easy_pages(&mut shelf.conn(), 50).await.unwrap();
    let cards: Vec<(&str, &str)> = cards.iter().map(|card| (card.slug.as_str(), card.title.as_str())).collect();
    assert_eq!(cards, [("with", "leicht")]);
}

#[tokio::test]
async fn issuers_come_out_of_the_database_as_they_went_in() {
    let mut shelf = Shelf::new().await;
    let mut references = References::default();
    for slug in ["tmr", "rvr"] {
        let id = shelf.put(Kind::BODY, slug, None, State::Published, &[Locale::De]).await;
        references.learn(&format!("mitwirkende/{slug}"), id);
    }
    let mut ids = Vec::new();
    let files = ["issuers = [\"tmr\", \"rvr\"]\n", "issuers = []\n"];
    for (slug, text) in ["a", "b"].into_iter().zip(files) {
        let id = shelf.put(PRESS_RELEASE, slug, None, State::Draft, &[Locale::De]).await;
        let table: PressTable = parse_toml("a.md", text, 1).unwrap();
        table.insert(&mut shelf.conn(), id, &references).await.unwrap();
        ids.push(id);
    }
    let tables = PressTable::all(&mut shelf.conn(), &references).await.unwrap();
    let written: Vec<String> = ids.iter().map(|id| toml_text(&tables[id]).unwrap()).collect();
    assert_eq!(written, files);
    let issuers = issuers_of(&mut shelf.conn(), &ids).await.unwrap();
    let rvr = references.id("mitwirkende/rvr").unwrap();
    assert_eq!(issuers[&ids[0]][1], rvr);
    assert!(!issuers.contains_key(&ids[1]));
}
