//! Lists and ways, on a real database: SQLite, or PostgreSQL if the
//! environment names one.

use std::slice::from_ref;

use base::{Clock, Ids, Locale, Slug};
use db::testing::TestDb;
use db::{Tx, run};
use edtf::{Certainty, When};
use jiff::Timestamp;

use super::*;
use crate::testing::{self, ARTICLE, LEADING, RECORD, RESULT, WORK};
use crate::{Card, EntryId, Kind, Relation, Side, State};

/// Keeps entries and links in a transaction of one test.
struct Shelf {
    tx: Tx,
    ids: Ids,
    _db: TestDb,
}

impl Shelf {
    async fn new() -> Self {
        testing::register();
        let test = TestDb::new().await;
        let tx = test.db.write().await.unwrap();
        Self { tx, ids: Ids::new(Clock::fixed(Timestamp::UNIX_EPOCH)), _db: test }
    }

    async fn put(&mut self, kind: Kind, slug: &str, when: &str) -> EntryId {
        self.put_as(kind, slug, when, |_| {}).await
    }

    async fn put_as(&mut self, kind: Kind, slug: &str, when: &str, change: impl FnOnce(&mut NewEntry<'_>)) -> EntryId {
        let id = EntryId(self.ids.next());
        let mut entry = NewEntry {
            when: (!when.is_empty()).then(|| When::parse(when, Certainty::Fixed).unwrap()),
            ..NewEntry::new(id, kind, slug)
        };
        change(&mut entry);
        insert_entries(&mut self.tx.conn(), from_ref(&entry)).await.unwrap();
        insert_ties(&mut self.tx.conn(), from_ref(&entry)).await.unwrap();
        id
    }

    async fn field(&mut self, slug: &str, number: i64) -> EntryId {
        self.put_as(Kind::FIELD, slug, "", |entry| entry.number = Some(number)).await
    }

    async fn put_in(&mut self, slug: &str, fields: &[EntryId], state: State) -> EntryId {
        self.put_as(LEADING, slug, "", |entry| {
            entry.fields = fields.to_vec();
            entry.state = state;
        })
        .await
    }

    async fn link(&mut self, from: EntryId, relation: Relation, to: EntryId) {
        self.link_as(from, relation, to, false).await;
    }

    async fn link_as(&mut self, from: EntryId, relation: Relation, to: EntryId, withdrawn: bool) {
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
            withdrawn: withdrawn.then_some((Timestamp::UNIX_EPOCH, "a mistake")),
        };
        insert_links(&mut self.tx.conn(), from_ref(&link)).await.unwrap();
    }

    /// The number of the field that a card wears.
    async fn lane(&mut self, kind: Kind, slug: &str) -> Option<i64> {
        let slug = Slug::parse(slug).unwrap();
        find(&mut self.tx.conn(), Locale::De, kind, &slug).await.unwrap().unwrap().field
    }

    async fn lanes(&mut self) -> [Option<i64>; 4] {
        [
            self.lane(Kind::FIELD, "vielfalt").await,
            self.lane(LEADING, "in-one").await,
            self.lane(LEADING, "in-two").await,
            self.lane(LEADING, "in-none").await,
        ]
    }
}

fn slugs(cards: &[Card]) -> Vec<&str> {
    cards.iter().map(|card| card.slug.as_str()).collect()
}

#[tokio::test]
async fn card_wears_the_number_of_its_field_only_if_it_has_exactly_one() {
    let mut shelf = Shelf::new().await;
    let (four, two) = (shelf.field("vielfalt", 4).await, shelf.field("potenziale", 2).await);
    shelf.put_in("in-one", &[four], State::Published).await;
    shelf.put_in("in-two", &[two, four], State::Published).await;
    shelf.put_in("in-none", &[], State::Published).await;
    assert_eq!(shelf.lanes().await, [Some(4), Some(4), None, None]);
}

#[tokio::test]
async fn migration_gives_older_cards_the_number_of_their_field() {
    const MIGRATION: &str = include_str!("../../../db/migrations/0012_card_speed.sql");
    let mut shelf = Shelf::new().await;
    let (four, two) = (shelf.field("vielfalt", 4).await, shelf.field("potenziale", 2).await);
    shelf.put_in("in-one", &[four], State::Published).await;
    shelf.put_in("in-two", &[two, four], State::Published).await;
    shelf.put_in("in-none", &[], State::Published).await;
    let saved = shelf.lanes().await;
    run!(&mut shelf.tx.conn(), sqlx::query("UPDATE entries SET lane = NULL")).unwrap();
    assert_eq!(shelf.lanes().await, [None; 4]);
    let (_, fill) = MIGRATION.split_once("UPDATE entries").unwrap();
    let (fill, _) = fill.split_once(';').unwrap();
    let fill = format!("UPDATE entries{fill}");
    run!(&mut shelf.tx.conn(), sqlx::query(sqlx::AssertSqlSafe(fill.as_str()))).unwrap();
    assert_eq!(shelf.lanes().await, saved);
}

#[tokio::test]
async fn fields_count_their_public_entries() {
    let mut shelf = Shelf::new().await;
    let (four, two) = (shelf.field("vielfalt", 4).await, shelf.field("potenziale", 2).await);
    shelf.put_in("a", &[four], State::Published).await;
    shelf.put_in("b", &[four, two], State::Published).await;
    shelf.put_in("draft", &[four], State::Draft).await;
    shelf.put_in("gone", &[four, two], State::Withdrawn).await;
    let mut counts = count_by_field(&mut shelf.tx.conn()).await.unwrap();
    counts.sort_by_key(|(_, count)| *count);
    assert_eq!(counts, [(two, 1), (four, 2)]);
}

#[tokio::test]
async fn list_names_the_first_steps_of_each_entry_and_counts_the_others() {
    let mut shelf = Shelf::new().await;
    let (one, other) = (shelf.put(Kind::EVENT, "one", "2018").await, shelf.put(Kind::EVENT, "other", "2018").await);
    for (slug, when) in [("third", "2021"), ("first", "2019"), ("second", "2020")] {
        let project = shelf.put(WORK, slug, when).await;
        shelf.link(one, Relation::LedTo, project).await;
    }
    let report = shelf.put(RECORD, "report", "2018").await;
    shelf.link(one, Relation::DocumentedIn, report).await;
    let wrong = shelf.put(WORK, "wrong", "2018").await;
    shelf.link_as(other, Relation::LedTo, wrong, true).await;
    let draft = shelf.put_as(WORK, "draft", "2018", |entry| entry.state = State::Draft).await;
    shelf.link(other, Relation::LedTo, draft).await;
    let ids = [one, other];
    let mut read = async |wanted| first_steps(&mut shelf.tx.conn(), Locale::De, &ids, wanted).await.unwrap();

    let outcomes = FirstSteps::on(Side::Outcome, 2);
    let steps = read(FirstSteps { not_by: &[Relation::DocumentedIn], ..outcomes }).await;
    let (first, total) = &steps[&one];
    assert_eq!(first.iter().map(|step| step.card.slug.as_str()).collect::<Vec<_>>(), ["first", "second"]);
    assert_eq!(*total, 3);
    assert!(!steps.contains_key(&other), "neither a withdrawn link nor a draft is a step");
    let reports = read(FirstSteps { by: &[Relation::DocumentedIn], ..outcomes }).await;
    assert_eq!(reports[&one].0[0].card.id, report);
    assert_eq!(reports[&one].1, 1);
    let to_documents = read(FirstSteps { to: Some(RECORD), ..outcomes }).await;
    assert_eq!(to_documents[&one].1, 1);
    assert!(read(FirstSteps::on(Side::Origin, 2)).await.is_empty());
}

#[tokio::test]
async fn way_is_whole_ends_at_what_is_not_public_and_is_cut_to_the_nearest() {
    let mut shelf = Shelf::new().await;
    let end = shelf.put(ARTICLE, "end", "2020").await;
    let near = shelf.put(RESULT, "near", "2019").await;
    let far = shelf.put(Kind::EVENT, "far", "2018").await;
    let hidden = shelf.put_as(Kind::EVENT, "hidden", "2017", |entry| entry.state = State::Draft).await;
    let behind = shelf.put(Kind::EVENT, "behind", "2016").await;
    let phase = shelf.put(Kind::PHASE, "phase", "2015").await;
    shelf.link(near, Relation::LedTo, end).await;
    shelf.link(far, Relation::LedTo, near).await;
    shelf.link(hidden, Relation::LedTo, far).await;
    shelf.link(behind, Relation::LedTo, hidden).await;
    shelf.link(far, Relation::PartOf, phase).await;
    // A circle of links without direction in time.
    shelf.link(far, Relation::PartOf, end).await;
    let conn = &mut shelf.tx.conn();
    assert_eq!(way(conn, end, Side::Origin, 10).await.unwrap(), [far, near]);
    assert_eq!(way(conn, far, Side::Outcome, 10).await.unwrap(), [near, end]);
    assert_eq!(slugs(&nearest(conn, Locale::De, end, Side::Origin, 1).await.unwrap()), ["near"]);
    assert_eq!(slugs(&nearest(conn, Locale::De, behind, Side::Outcome, 9).await.unwrap()), Vec::<&str>::new());
}

#[tokio::test]
async fn list_takes_only_what_a_filter_asks_for() {
    let mut shelf = Shelf::new().await;
    let four = shelf.field("vielfalt", 4).await;
    let place = |entry: &mut NewEntry<'_>| entry.municipality = Some("05113000");
    shelf
        .put_as(Kind::EVENT, "all-of-it", "2018-03", |entry| {
            place(entry);
            entry.fields = vec![four];
        })
        .await;
    shelf.put_as(Kind::EVENT, "elsewhere", "2018", |entry| entry.fields = vec![four]).await;
    shelf.put_as(Kind::EVENT, "later", "2019", place).await;
    shelf.put_as(WORK, "project", "2018", place).await;
    let conn = &mut shelf.tx.conn();
    let event = CardFilter::of(Kind::EVENT);
    let asked = [
        (event, 3),
        (CardFilter { field: Some(four), ..event }, 2),
        (CardFilter { field: Some(four), municipality: Some("05113000"), ..event }, 1),
        (CardFilter { year: Some(2018), ..CardFilter::default() }, 3),
        (CardFilter { year: Some(2018), municipality: Some("05113000"), stations: true, ..CardFilter::default() }, 2),
    ];
    for (filter, expected) in asked {
        let cards = list(conn, Locale::De, filter, Order::OldestFirst, 50, 0).await.unwrap();
        assert_eq!(cards.len(), expected, "{filter:?}");
        assert_eq!(count(conn, filter).await.unwrap(), i64::try_from(expected).unwrap(), "{filter:?}");
    }
    assert_eq!(time_range(conn, Some(Kind::EVENT)).await.unwrap(), Some((2018, 2019)));
    assert_eq!(time_range(conn, Some(RESULT)).await.unwrap(), None);
}
