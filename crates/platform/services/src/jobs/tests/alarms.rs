//! The alarms that the desk shows.

use super::super::alarms::{Alarms, Backlog, dismiss, try_again};
use super::*;
use base::Now;

#[tokio::test]
async fn job_that_was_given_up_is_told_and_can_be_tried_again_or_dismissed() {
    let node = Node::new().await;
    assert_eq!(node.alarms().await, Alarms::default());
    node.counter.0.refuses.store(true, Ordering::SeqCst);
    node.put_count(2).await;
    node.workers().run_due().await.unwrap();
    let alarms = node.alarms().await;
    assert_eq!((alarms.given_up_total, alarms.given_up.len(), alarms.backlogs.len()), (2, 2, 0));
    let [first, second] = [0, 1].map(|at| &alarms.given_up[at]);
    assert_eq!(
        (first.kind.as_str(), first.why.as_str(), first.at),
        ("count", "not today, not tomorrow", node.clock.now())
    );
    node.counter.0.refuses.store(false, Ordering::SeqCst);
    let mut tx = node.db.write().await.unwrap();
    let kind = try_again(&mut tx.conn(), first.id, node.clock.now()).await.unwrap();
    assert_eq!(kind.as_deref(), Some("count"));
    assert_eq!(dismiss(&mut tx.conn(), second.id).await.unwrap().as_deref(), Some("count"));
    assert_eq!(dismiss(&mut tx.conn(), first.id).await.unwrap(), None, "it was not given up");
    tx.commit().await.unwrap();
    assert_eq!(node.workers().run_due().await.unwrap(), 1);
    assert_eq!((node.waiting().await.len(), node.alarms().await), (0, Alarms::default()));
}

#[tokio::test]
async fn queue_that_is_behind_is_told() {
    let node = Node::new().await;
    let begun = node.clock.now();
    node.put_count(2).await;
    let mut tx = node.db.write().await.unwrap();
    let later = begun + SignedDuration::from_hours(48);
    enqueue_at(&mut tx.conn(), Now::new(&node.clock, &node.ids), &Count(3), later).await.unwrap();
    tx.commit().await.unwrap();
    node.clock.advance(SignedDuration::from_mins(5));
    assert_eq!(node.alarms().await.backlogs, []);
    node.clock.advance(SignedDuration::from_secs(1));
    let backlog = Backlog { queue: Queue::Now, jobs: 2, since: begun };
    assert_eq!(node.alarms().await.backlogs, [backlog], "what waits for its instant is not behind");
}
