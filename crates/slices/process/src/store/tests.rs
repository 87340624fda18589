//! Tests of this slice's statements on a real database: SQLite, or PostgreSQL if the environment names one.

use std::slice::from_ref;

use base::{Clock, Ids, Locale};
use db::testing::TestDb;
use db::{Conn, run};
use edtf::{Certainty, When};
use golden_thread::store::{NewEntry, NewLink};
use golden_thread::testing::{self, ARTICLE, LEADING, RESULT, WORK};
use golden_thread::{Card, EntryId, Kind, Relation, State};
use jiff::civil::{Date, date};

use super::*;
use crate::kinds::{GOAL, MILESTONE};

/// A fixture that inserts entries into a database by short calls.
struct Scene {
    test: TestDb,
    ids: Ids,
}

impl Scene {
    async fn new() -> Self {
        testing::register();
        Kind::register(crate::kinds::KINDS).unwrap();
        let clock = Clock::fixed("2026-11-23T12:00:00Z".parse().unwrap());
        Self { test: TestDb::new().await, ids: Ids::new(clock) }
    }

    /// Inserts a published entry; without a date if that is empty.
    async fn put(&self, kind: Kind, slug: &str, when: &str) -> EntryId {
        self.put_as(kind, slug, when, |_| {}).await
    }

    async fn put_as(&self, kind: Kind, slug: &str, when: &str, change: impl FnOnce(&mut NewEntry<'_>)) -> EntryId {
        let id = EntryId(self.ids.next());
        let mut entry = NewEntry {
            when: (!when.is_empty()).then(|| When::parse(when, Certainty::Fixed).unwrap()),
            updated: "2026-11-23T12:00:00Z".parse().unwrap(),
            ..NewEntry::new(id, kind, slug)
        };
        change(&mut entry);
        let mut tx = self.test.db.write().await.unwrap();
        golden_thread::store::insert_entries(&mut tx.conn(), from_ref(&entry)).await.unwrap();
        golden_thread::store::insert_ties(&mut tx.conn(), from_ref(&entry)).await.unwrap();
        tx.commit().await.unwrap();
        id
    }

    async fn part_of(&self, part: EntryId, whole: EntryId, withdrawn: bool) {
        let at = "2026-11-23T12:00:00Z".parse().unwrap();
        let link = NewLink {
            id: self.ids.next(),
            from: part,
            relation: Relation::PartOf,
            to: whole,
            position: 0,
            when: None,
            asserted_by: None,
            source: None,
            basis: None,
            note: None,
            withdrawn: withdrawn.then_some((at, "a mistake")),
        };
        let mut tx = self.test.db.write().await.unwrap();
        golden_thread::store::insert_links(&mut tx.conn(), from_ref(&link)).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Makes one event a sub-event of another.
    async fn sub_event(&self, event: EntryId, parent: EntryId) {
        const EVENT: &str = "INSERT INTO events (entry_id, parent_id) VALUES ($1, $2)";
        let mut tx = self.test.db.write().await.unwrap();
        for (id, parent) in [(parent, None), (event, Some(parent))] {
            run!(&mut tx.conn(), sqlx::query(EVENT).bind(id).bind(parent)).unwrap();
        }
        tx.commit().await.unwrap();
    }

    async fn reading<T>(&self, read: impl AsyncFnOnce(&mut Conn<'_>) -> db::Result<T>) -> T {
        let mut reader = self.test.db.read().await.unwrap();
        read(&mut reader.conn()).await.unwrap()
    }
}

fn slugs<'a>(cards: impl IntoIterator<Item = &'a Card>) -> Vec<&'a str> {
    cards.into_iter().map(|card| card.slug.as_str()).collect()
}

#[tokio::test]
async fn timeline_has_dated_moments_and_whatever_is_a_part_of_a_phase() {
    let scene = Scene::new().await;
    let phase = scene.put(Kind::PHASE, "phase", "2018").await;
    let congress = scene.put(Kind::EVENT, "congress", "2018-09-20").await;
    let forum = scene.put(Kind::EVENT, "forum", "2018-09-20").await;
    scene.sub_event(forum, congress).await;
    scene.part_of(forum, phase, false).await;
    scene.put(RESULT, "paper", "2017-22").await;
    scene.put(RESULT, "undated-paper", "").await;
    scene.put(ARTICLE, "news", "2018").await;
    scene.put_as(MILESTONE, "draft", "2018", |entry| entry.state = State::Draft).await;
    let project = scene.put(WORK, "project", "").await;
    scene.part_of(project, phase, false).await;
    let until = scene.put(MILESTONE, "until", "/2017-05").await;
    scene.part_of(until, phase, true).await;

    let items = scene.reading(async |conn| items(conn, Locale::De, 10, 0).await).await;
    let shown: Vec<_> = items.iter().map(|(card, phase)| (card.slug.as_str(), *phase)).collect();
    assert_eq!(shown, [("until", None), ("paper", None), ("congress", None), ("project", Some(phase))]);
    assert_eq!(scene.reading(async |conn| count_items(conn).await).await, 4);
    let second = scene.reading(async |conn| super::items(conn, Locale::De, 2, 2).await).await;
    assert_eq!(slugs(second.iter().map(|(card, _)| card)), ["congress", "project"]);
}

#[tokio::test]
async fn phase_has_what_a_link_puts_there_and_what_lies_in_its_time() {
    let scene = Scene::new().await;
    let first = scene.put(Kind::PHASE, "first", "2017").await;
    let second = scene.put(Kind::PHASE, "second", "2018").await;
    let linked = scene.put(Kind::EVENT, "linked-elsewhere", "2018-03").await;
    scene.part_of(linked, first, false).await;
    let late = scene.put(Kind::EVENT, "linked-here", "2020").await;
    scene.part_of(late, second, false).await;
    scene.put(Kind::EVENT, "by-time", "2018-12-31").await;
    scene.put(Kind::EVENT, "later", "2019-01-01").await;

    let year = Some((date(2018, 1, 1), date(2018, 12, 31)));
    let found = scene.reading(async |conn| items_of_phase(conn, Locale::De, second, year, 10).await).await;
    assert_eq!(slugs(found.iter().map(|(card, _)| card)), ["by-time", "linked-here"]);
    let without_time = scene.reading(async |conn| items_of_phase(conn, Locale::De, second, None, 10).await).await;
    assert_eq!(slugs(without_time.iter().map(|(card, _)| card)), ["linked-here"]);
    let ever = Some((Date::MIN, Date::MAX));
    let found = scene.reading(async |conn| items_of_phase(conn, Locale::De, first, ever, 10).await).await;
    assert_eq!(slugs(found.iter().map(|(card, _)| card)), ["linked-elsewhere", "by-time", "later"]);
}

#[tokio::test]
async fn field_shows_the_first_of_each_kind_and_forums_apart() {
    let scene = Scene::new().await;
    let field = scene.put(Kind::FIELD, "field", "").await;
    for (slug, number) in [("q-two", 2), ("q-three", 3), ("q-one", 1)] {
        scene
            .put_as(LEADING, slug, "2018", |entry| {
                entry.number = Some(number);
                entry.fields = vec![field];
            })
            .await;
    }
    for (slug, form, when) in
        [("e-2019", "fair", "2019"), ("e-2018", "fair", "2018"), ("e-2020", "fair", "2020"), ("f", "forum", "2021")]
    {
        scene
            .put_as(Kind::EVENT, slug, when, |entry| {
                entry.form = Some(form);
                entry.fields = vec![field];
            })
            .await;
    }
    let shown = scene.reading(async |conn| of_field(conn, Locale::De, field, 2).await).await;
    assert_eq!(slugs(&shown), ["e-2018", "e-2019", "f", "q-one", "q-two"]);
    let mut counts = scene.reading(async |conn| count_by_kind(conn, field).await).await;
    counts.sort_by_key(|one| one.kind);
    let count = |kind, count| KindCount { kind, count };
    assert_eq!(counts, [count(Kind::EVENT, 4), count(LEADING, 3)]);
    let questions = scene.reading(async |conn| first_questions(conn, Locale::De).await).await;
    assert_eq!(questions.iter().map(|(of, card)| (*of, card.slug.as_str())).collect::<Vec<_>>(), [(field, "q-one")]);
}

#[tokio::test]
async fn field_keeps_its_lead_and_gives_it_back() {
    let scene = Scene::new().await;
    let field = scene.put_as(Kind::FIELD, "field", "", |entry| entry.form = Some("waves")).await;
    let other = scene.put_as(Kind::FIELD, "other", "", |entry| entry.form = Some("arcs")).await;
    let body = scene.put(Kind::BODY, "body", "").await;
    let mut tx = scene.test.db.write().await.unwrap();
    insert_field(&mut tx.conn(), field, Some(body)).await.unwrap();
    insert_field(&mut tx.conn(), other, None).await.unwrap();
    tx.commit().await.unwrap();

    assert_eq!(scene.reading(async |conn| leads(conn).await).await, [(field, body)]);
    assert_eq!(scene.reading(async |conn| lead_of(conn, field).await).await, Some(body));
    assert_eq!(scene.reading(async |conn| lead_of(conn, other).await).await, None);
    let mut stored = scene.reading(async |conn| stored_fields(conn).await).await;
    stored.sort_by_key(|one| one.id);
    let kept: Vec<_> = stored.iter().map(|one| (one.id, one.form.as_deref(), one.lead_id)).collect();
    assert_eq!(kept, [(field, Some("waves"), Some(body)), (other, Some("arcs"), None)]);
}

#[tokio::test]
async fn goals_have_the_text_of_the_language_or_the_german_one() {
    let scene = Scene::new().await;
    let texts = |en: &'static str| vec![(Locale::De, "t", "", "Ziel."), (Locale::En, "t", "", en)];
    let first = scene.put_as(GOAL, "a", "", |entry| entry.texts = texts("Goal.")).await;
    let second = scene.put_as(GOAL, "b", "", |entry| entry.texts = texts("")).await;
    let found = scene.reading(async |conn| goal_texts(conn, Locale::En, 10).await).await;
    let shown: Vec<_> = found.iter().map(|(id, text)| (*id, text.locale, text.body.as_str().trim())).collect();
    assert_eq!(shown, [(first, Locale::En, "<p>Goal.</p>"), (second, Locale::De, "<p>Ziel.</p>")]);
}
