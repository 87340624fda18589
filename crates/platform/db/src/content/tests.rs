//! Nodes and each other's publications.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use uuid::Uuid;

use super::*;
use crate::testing::TestDb;
use crate::topic::TopicKind;

const EVENT: TopicKind = TopicKind::new("event");

fn event(number: u128) -> Topic {
    EVENT.of(Uuid::from_u128(number))
}

async fn publish(db: &Db, topics: &[Topic]) {
    db.write().await.expect("a transaction").publish_topics(topics).await.expect("a commit");
}

/// The topics in the table, with their versions.
async fn rows(db: &Db) -> Vec<(String, i64)> {
    let mut reader = db.read().await.expect("a connection");
    let sql = "SELECT name, version FROM topics ORDER BY version, name";
    on!(&mut reader.conn(), |open| sqlx::query_as(sql).fetch_all(open).await).expect("sound SQL")
}

/// Increments the version like a program without topics, or like that many publications.
async fn raise(db: &Db, by: i64) {
    let mut tx = db.write().await.expect("a transaction");
    run!(&mut tx.conn(), sqlx::query("UPDATE content_version SET version = version + $1").bind(by)).expect("sound SQL");
    tx.commit().await.expect("a commit");
}

async fn soon(db: &Db, version: i64) -> bool {
    for _ in 0..20 {
        if db.content_version() == version {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    false
}

#[tokio::test]
async fn other_node_learns_of_published_content_within_a_second() {
    let here = TestDb::new().await;
    let there = here.reopen().await.unwrap();
    let following = tokio::spawn(there.clone().follow_content());
    here.db.write().await.unwrap().publish().await.unwrap();
    assert_eq!(here.db.content_version(), 1, "the node that published knows at once");
    assert!(soon(&there, 1).await);
    here.db.write().await.unwrap().publish().await.unwrap();
    assert!(soon(&there, 2).await);
    there.close().await;
    tokio::time::timeout(Duration::from_secs(5), following).await.expect("following ends").unwrap();
}

#[tokio::test]
async fn following_begins_anew_after_a_panic_and_ends_with_the_database_only() {
    let here = TestDb::new().await;
    let begun = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&begun);
    let following = here.db.clone().supervise(move |_| {
        let time = counted.fetch_add(1, Ordering::SeqCst);
        Box::pin(async move { assert!(time >= 2, "a fault of ours, time {time}") })
    });
    tokio::time::timeout(Duration::from_secs(20), following).await.expect("it goes on until it ends well");
    assert_eq!(begun.load(Ordering::SeqCst), 3);
}

#[tokio::test]
async fn transaction_that_publishes_nothing_leaves_the_version() {
    let here = TestDb::new().await;
    here.db.write().await.unwrap().commit().await.unwrap();
    drop(here.db.write().await.unwrap());
    assert!(here.db.look(&mut true).await);
    assert_eq!(here.db.content_version(), 0);
}

#[tokio::test]
async fn other_node_learns_within_a_second_which_topics_were_published() {
    let here = TestDb::new().await;
    let there = here.reopen().await.unwrap();
    let following = tokio::spawn(there.clone().follow_content());
    publish(&here.db, &[event(1), event(2), event(1)]).await;
    for node in [&here.db, &there] {
        let mut tries = 0..20;
        while !node.has_changed(&[event(2)], 0) && tries.next().is_some() {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        assert!(node.has_changed(&[event(1)], 0) && node.has_changed(&[event(2)], 0));
        assert!(!node.has_changed(&[event(3)], 0) && !node.has_changed(&[event(1)], 1));
        assert_eq!((node.content_version(), node.latest_version()), (0, 1));
    }
    there.close().await;
    following.await.unwrap();
}

#[tokio::test]
async fn many_topics_are_published_with_one_version() {
    let here = TestDb::new().await;
    let events: Vec<Topic> = (0..120).map(event).collect();
    publish(&here.db, &events).await;
    assert_eq!(rows(&here.db).await.len(), 120);
    assert!(rows(&here.db).await.iter().all(|(_, version)| *version == 1));
}

#[tokio::test]
async fn rows_are_forgotten_after_their_time_and_never_come_back_with_an_old_version() {
    let here = TestDb::new().await;
    publish(&here.db, &[Topic::content()]).await;
    publish(&here.db, &[event(1)]).await;
    raise(&here.db, KEPT - 1).await;
    publish(&here.db, &[event(2)]).await;
    let names = |rows: Vec<(String, i64)>| rows.into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    let (content, first, second) = (Topic::content(), event(1), event(2));
    assert_eq!(names(rows(&here.db).await), [content.name(), second.name()], "the first event is forgotten");
    publish(&here.db, &[event(1)]).await;
    assert_eq!(names(rows(&here.db).await), [content.name(), second.name(), first.name()]);
    assert!(here.db.has_changed(&[event(1)], KEPT + 2));
}

#[tokio::test]
async fn topic_stays_in_the_table_as_long_as_a_node_may_ask_for_it() {
    let here = TestDb::new().await;
    let there = here.reopen().await.unwrap();
    publish(&here.db, &[event(1)]).await;
    raise(&here.db, KEPT - 2).await;
    publish(&here.db, &[event(2)]).await;
    assert!(there.look(&mut true).await);
    assert!(there.has_changed(&[event(1)], 0) && !there.has_changed(&[event(3)], 0), "it has missed {KEPT}");
}

#[tokio::test]
async fn node_that_has_missed_more_than_is_kept_renders_everything_anew() {
    let here = TestDb::new().await;
    let there = here.reopen().await.unwrap();
    publish(&here.db, &[event(1)]).await;
    raise(&here.db, KEPT - 1).await;
    publish(&here.db, &[event(2)]).await;
    assert!(there.look(&mut true).await);
    assert!(there.has_changed(&[], KEPT) && !there.has_changed(&[], KEPT + 1));
}

#[tokio::test]
async fn publication_that_names_no_topic_counts_as_one_of_the_content() {
    let here = TestDb::new().await;
    publish(&here.db, &[event(1)]).await;
    raise(&here.db, 1).await;
    assert!(here.db.look(&mut true).await);
    assert_eq!(here.db.content_version(), 2);
}

#[tokio::test]
async fn what_is_not_kept_is_not_published() {
    let here = TestDb::new().await;
    publish(&here.db, &[]).await;
    let mut tx = here.db.write().await.unwrap();
    count_up(&mut tx.conn(), &BTreeSet::from([event(1)])).await.unwrap();
    tx.roll_back().await.unwrap();
    assert!(here.db.look(&mut true).await);
    assert_eq!((here.db.latest_version(), rows(&here.db).await), (0, Vec::new()));
}

#[test]
fn announcement_is_read_as_it_was_written() {
    for topic in [Topic::content(), event(1)] {
        assert_eq!(read_announcement(&announcement(7, &topic)), Some((7, topic)));
    }
    assert_eq!(announcement(7, &Topic::content()), "7", "as programs read it that know no topics");
    for nonsense in ["", "x", "7 ", "x event"] {
        assert_eq!(read_announcement(nonsense), None, "{nonsense}");
    }
}
