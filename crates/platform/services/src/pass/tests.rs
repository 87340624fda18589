//! Personal links from outside: a secret works as often and as long as it should.

use base::{Ids, Now};
use db::testing::TestDb;

use super::*;

const NEW: NewPass<'static> = NewPass {
    purpose: "look",
    subject: "this",
    detail: "7",
    maker: Some((Uuid::nil(), "Anna")),
    lasts: SignedDuration::from_hours(1),
    once: false,
};

struct World {
    test: TestDb,
    clock: Clock,
    ids: Ids,
}

impl World {
    async fn new() -> Self {
        let clock = Clock::fixed("2026-11-23T12:00:00Z".parse().unwrap());
        Self { test: TestDb::new().await, ids: Ids::new(clock.clone()), clock }
    }

    async fn make(&self, once: bool) -> Secret {
        self.make_for(once, NEW.lasts).await
    }

    async fn make_for(&self, once: bool, lasts: SignedDuration) -> Secret {
        let new = NewPass { lasts, once, ..NEW };
        let mut tx = self.test.db.write().await.unwrap();
        let secret = make(&mut tx.conn(), Now::new(&self.clock, &self.ids), &new).await.unwrap();
        tx.commit().await.unwrap();
        secret
    }

    async fn opens(&self, purpose: &str, shown: &str) -> bool {
        let mut reader = self.test.db.read().await.unwrap();
        find(&mut reader.conn(), purpose, shown, self.clock.now()).await.unwrap().is_some()
    }

    async fn take(&self, shown: &str) -> Option<Pass> {
        let mut tx = self.test.db.write().await.unwrap();
        let taken = take(&mut tx.conn(), "look", shown, self.clock.now()).await.unwrap();
        tx.commit().await.unwrap();
        taken
    }

    async fn listed(&self) -> Vec<Pass> {
        let mut reader = self.test.db.read().await.unwrap();
        list(&mut reader.conn(), "look", "this", self.clock.now()).await.unwrap()
    }
}

#[tokio::test]
async fn secret_opens_to_the_letter_for_its_purpose_only_and_is_kept_nowhere() {
    let world = World::new().await;
    let secret = world.make(false).await;
    assert!(world.opens("look", secret.as_str()).await);
    assert!(!world.opens("act", secret.as_str()).await, "another purpose");
    let wrong = [
        secret.as_str().to_uppercase(),
        format!("{} ", secret.as_str()),
        secret.as_str()[1..].to_owned(),
        "0".repeat(64),
        String::new(),
    ];
    for shown in wrong {
        assert!(!world.opens("look", &shown).await, "{shown:?}");
    }
    let sql = "SELECT secret_hash FROM passes";
    let mut reader = world.test.db.read().await.unwrap();
    let kept: String = db::on!(&mut reader.conn(), |c| sqlx::query_scalar(sql).fetch_one(c).await).unwrap();
    assert_ne!(kept, secret.as_str());
    assert!(!format!("{secret:?}").contains(secret.as_str()));
}

#[tokio::test]
async fn link_for_once_is_used_up_by_acting_and_not_by_looking() {
    let world = World::new().await;
    let (once, often) = (world.make(true).await, world.make(false).await);
    for _ in 0..2 {
        assert!(world.opens("look", once.as_str()).await);
    }
    let taken = world.take(once.as_str()).await.unwrap();
    assert_eq!((taken.subject.as_str(), taken.detail.as_str(), taken.maker_name.as_str()), ("this", "7", "Anna"));
    assert_eq!(world.take(once.as_str()).await, None);
    assert!(!world.opens("look", once.as_str()).await);
    for _ in 0..2 {
        assert!(world.take(often.as_str()).await.is_some());
    }
    assert_eq!(world.listed().await.len(), 1, "what is used up is not listed");
}

#[tokio::test]
async fn link_ends_with_its_time_or_when_it_is_revoked_and_is_cleaned_up() {
    let world = World::new().await;
    let (one, other) = (world.make(false).await, world.make(false).await);
    let pass = world.take(one.as_str()).await.unwrap();
    let mut tx = world.test.db.write().await.unwrap();
    let now = world.clock.now();
    assert!(!revoke(&mut tx.conn(), ("look", "that"), pass.id, now).await.unwrap(), "it belongs to something else");
    assert!(revoke(&mut tx.conn(), ("look", "this"), pass.id, now).await.unwrap());
    assert!(!revoke(&mut tx.conn(), ("look", "this"), pass.id, now).await.unwrap(), "it is revoked already");
    tx.commit().await.unwrap();
    assert!(!world.opens("look", one.as_str()).await && world.opens("look", other.as_str()).await);
    world.clock.advance(SignedDuration::from_mins(59));
    assert!(world.opens("look", other.as_str()).await);
    world.clock.advance(SignedDuration::from_mins(1));
    assert!(!world.opens("look", other.as_str()).await);
    assert!(world.listed().await.is_empty());
    let mut tx = world.test.db.write().await.unwrap();
    assert_eq!((CHORE.clean)(&mut tx.conn(), &world.clock).await.unwrap(), 2);
}

#[tokio::test]
async fn all_links_of_a_thing_are_revoked_together() {
    let world = World::new().await;
    let (one, other) = (world.make(false).await, world.make(true).await);
    let mut tx = world.test.db.write().await.unwrap();
    assert_eq!(revoke_all(&mut tx.conn(), ("look", "that"), world.clock.now()).await.unwrap(), 0);
    assert_eq!(revoke_all(&mut tx.conn(), ("look", "this"), world.clock.now()).await.unwrap(), 2);
    tx.commit().await.unwrap();
    assert!(!world.opens("look", one.as_str()).await && world.take(other.as_str()).await.is_none());
}

#[tokio::test]
async fn links_of_the_last_hour_count_even_if_they_are_used_up_or_have_ended_and_cleaning_leaves_them() {
    let world = World::new().await;
    let recent = async || {
        let mut reader = world.test.db.read().await.unwrap();
        super::recent(&mut reader.conn(), ("look", "this"), world.clock.now()).await.unwrap()
    };
    let clean = async || {
        let mut tx = world.test.db.write().await.unwrap();
        let removed = (CHORE.clean)(&mut tx.conn(), &world.clock).await.unwrap();
        tx.commit().await.unwrap();
        removed
    };
    let used = world.make_for(true, SignedDuration::from_mins(15)).await;
    world.take(used.as_str()).await.unwrap();
    world.make_for(true, SignedDuration::from_mins(15)).await;
    assert_eq!(recent().await, Recent { made: 2, open: 1 });
    world.clock.advance(SignedDuration::from_mins(59));
    assert_eq!((clean().await, recent().await), (0, Recent { made: 2, open: 0 }));
    world.clock.advance(SignedDuration::from_mins(1));
    assert_eq!((recent().await, clean().await), (Recent { made: 0, open: 0 }, 2));
}

#[tokio::test]
async fn link_that_a_wrong_clock_made_in_the_future_neither_opens_nor_counts() {
    let world = World::new().await;
    world.clock.advance(AHEAD);
    let ahead = world.make_for(false, AHEAD * 2).await;
    world.clock.advance(SignedDuration::from_secs(1));
    let further = world.make_for(false, AHEAD * 2).await;
    world.clock.set("2026-11-23T12:00:00Z".parse().unwrap());
    assert!(world.opens("look", ahead.as_str()).await, "a clock may be set back by a day");
    assert!(!world.opens("look", further.as_str()).await && world.take(further.as_str()).await.is_none());
    let mut reader = world.test.db.read().await.unwrap();
    let recent = recent(&mut reader.conn(), ("look", "this"), world.clock.now()).await.unwrap();
    assert_eq!(recent.made, 0);
}

#[tokio::test]
async fn job_that_runs_twice_makes_one_link_and_a_secret_is_found_among_several_purposes() {
    let world = World::new().await;
    let (id, mut tx) = (world.ids.next(), world.test.db.write().await.unwrap());
    let conn = &mut tx.conn();
    let secret = make_as(conn, &world.clock, id, &NEW).await.unwrap().unwrap();
    assert_eq!(make_as(conn, &world.clock, id, &NEW).await.unwrap(), None);
    let now = world.clock.now();
    let found = find_any(conn, &["act", "look"], secret.as_str(), now).await.unwrap().unwrap();
    assert_eq!((found.id, found.purpose.as_str()), (id, "look"));
    assert_eq!(find_any(conn, &["act"], secret.as_str(), now).await.unwrap(), None);
}
