//! A machine's clock is wrong, and is corrected: work goes on without a restart.

use super::super::store::{self, Wanted};
use super::*;
use base::Now;

const RIGHT: &str = "2026-11-23T12:00:00Z";
const WRONG: [&str; 5] = [
    "2027-12-28T12:00:00Z", // 400 days ahead
    "2026-11-23T13:00:00Z", // an hour ahead
    "2026-11-21T12:00:00Z", // two days behind
    "1990-01-01T00:00:00Z",
    "2100-01-01T00:00:00Z",
];

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

#[tokio::test]
async fn job_that_was_stored_while_the_clock_was_wrong_runs_at_once() {
    for wrong in WRONG {
        let node = Node::new().await;
        node.clock.set(at(wrong));
        node.put_count(1).await;
        node.clock.set(at(RIGHT));
        assert_eq!(node.workers().run_due().await.unwrap(), 1, "{wrong}");
    }
}

#[tokio::test]
async fn job_that_failed_while_the_clock_was_wrong_is_tried_within_the_longest_pause() {
    for wrong in WRONG {
        let node = Node::new().await;
        node.clock.set(at(wrong));
        node.put_count(1).await;
        node.counter.0.fails.store(true, Ordering::SeqCst);
        assert_eq!(node.workers().run_due().await.unwrap(), 1);
        node.counter.0.fails.store(false, Ordering::SeqCst);
        node.clock.set(at(RIGHT));
        let now = node.workers().run_due().await.unwrap();
        node.clock.advance(LONGEST_PAUSE);
        assert_eq!(now + node.workers().run_due().await.unwrap(), 1, "{wrong}");
    }
}

#[tokio::test]
async fn job_whose_node_died_while_the_clock_was_wrong_is_taken_within_twice_the_lease() {
    for wrong in WRONG {
        let node = Node::new().await;
        node.clock.set(at(wrong));
        node.put_count(1).await;
        let wanted = Wanted { queue: Queue::Now, kinds: &["count"], in_hand: &[], now: node.clock.now() };
        let mut tx = node.db.write().await.unwrap();
        assert!(store::claim(&mut tx.conn(), wanted).await.unwrap().is_some());
        tx.commit().await.unwrap();
        node.clock.set(at(RIGHT));
        let now = node.workers().run_due().await.unwrap();
        node.clock.advance(LEASE * 2 + SignedDuration::from_secs(1));
        assert_eq!(now + node.workers().run_due().await.unwrap(), 1, "{wrong}");
    }
}

#[tokio::test]
async fn scheduled_job_keeps_its_instant_by_the_wall_clock() {
    let node = Node::new().await;
    let instant = node.clock.now() + SignedDuration::from_hours(24);
    node.clock.set(at("1990-01-01T00:00:00Z"));
    let mut tx = node.db.write().await.unwrap();
    enqueue_at(&mut tx.conn(), Now::new(&node.clock, &node.ids), &Count(1), instant).await.unwrap();
    tx.commit().await.unwrap();
    node.clock.set(at(RIGHT));
    assert_eq!(node.workers().run_due().await.unwrap(), 0);
    node.clock.set(instant);
    assert_eq!(node.workers().run_due().await.unwrap(), 1);
}

#[tokio::test]
async fn running_workers_go_on_when_the_clock_is_set_forward_and_back() {
    let node = Node::new().await;
    let running = Running::begin(node.workers());
    for (round, wrong) in WRONG.into_iter().enumerate() {
        node.clock.set(at(wrong));
        node.put_count(1).await;
        assert!(until(Duration::from_secs(5), || node.runs() == 2 * round + 1).await, "{wrong}");
        node.clock.set(at(RIGHT));
        node.put_count(1).await;
        assert!(until(Duration::from_secs(5), || node.runs() == 2 * round + 2).await, "back from {wrong}");
    }
    running.end().await;
    assert_eq!(node.waiting().await, []);
}
