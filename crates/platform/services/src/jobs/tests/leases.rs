//! Leases of jobs, and the death of their holders.

use super::super::store::{self, Taken, Wanted};
use super::*;

/// Takes a job like a node that dies afterwards.
async fn take(node: &Node, in_hand: &[Uuid]) -> Option<Taken> {
    let wanted = Wanted { queue: Queue::Now, kinds: &["count"], in_hand, now: node.clock.now() };
    let mut tx = node.db.write().await.unwrap();
    let taken = store::claim(&mut tx.conn(), wanted).await.unwrap();
    tx.commit().await.unwrap();
    taken
}

#[tokio::test]
async fn job_of_a_node_that_died_is_taken_when_its_lease_ends() {
    let node = Node::new().await;
    node.put_count(1).await;
    let dead = take(&node, &[]).await.unwrap();
    node.clock.advance(LEASE);
    assert_eq!(node.workers().run_due().await.unwrap(), 0, "the lease has not ended yet");
    node.clock.advance(SignedDuration::from_secs(1));
    let taken = take(&node, &[]).await.unwrap();
    // The dead node comes back and reports its job as done: that has no effect any more.
    let mut tx = node.db.write().await.unwrap();
    store::finish(&mut tx.conn(), &dead).await.unwrap();
    assert!(!store::renew(&mut tx.conn(), &dead, node.clock.now()).await.unwrap());
    tx.commit().await.unwrap();
    assert_eq!((taken.attempts, taken.failures, node.waiting().await.len()), (2, 1, 1));
    node.clock.advance(LEASE + SignedDuration::from_secs(1));
    assert_eq!(node.workers().run_due().await.unwrap(), 1);
    assert_eq!((node.runs(), node.waiting().await.len()), (1, 0));
}

#[tokio::test]
async fn renewed_lease_lasts_from_the_renewal() {
    let node = Node::new().await;
    node.put_count(1).await;
    let taken = take(&node, &[]).await.unwrap();
    node.clock.advance(LEASE);
    let mut tx = node.db.write().await.unwrap();
    assert!(store::renew(&mut tx.conn(), &taken, node.clock.now()).await.unwrap());
    tx.commit().await.unwrap();
    node.clock.advance(LEASE);
    assert!(take(&node, &[]).await.is_none());
    node.clock.advance(SignedDuration::from_secs(1));
    assert!(take(&node, &[]).await.is_some());
}

#[tokio::test]
async fn job_that_ends_every_node_that_takes_it_is_given_up() {
    let node = Node::new().await;
    node.put_count(1).await;
    for _ in 0..=ATTEMPTS {
        assert!(take(&node, &[]).await.is_some());
        node.clock.advance(LEASE + SignedDuration::from_secs(1));
    }
    assert_eq!(node.workers().run_due().await.unwrap(), 1);
    assert!(node.waiting().await[0].2);
    assert_eq!(node.runs(), 0, "it is not tried once more");
}

/// A handler that takes longer than a lease, and records if two ever ran at once.
#[derive(Debug, Clone, Default)]
struct Slow {
    at_work: Arc<AtomicUsize>,
    most: Arc<AtomicUsize>,
    done: Arc<AtomicUsize>,
}

impl Handler for Slow {
    type Job = Count;

    fn run(&self, _: Uuid, _: Count) -> BoxFuture<'_, Result<(), Trouble>> {
        Box::pin(async move {
            let now = self.at_work.fetch_add(1, Ordering::SeqCst) + 1;
            self.most.fetch_max(now, Ordering::SeqCst);
            tokio::time::sleep(Duration::from_secs(7)).await;
            self.at_work.fetch_sub(1, Ordering::SeqCst);
            self.done.fetch_add(1, Ordering::SeqCst);
            Ok(())
        })
    }
}

#[tokio::test]
async fn lease_is_renewed_while_the_handler_runs_so_two_nodes_never_do_one_job_at_once() {
    let node = Node::new().await;
    node.put_count(1).await;
    let slow = Slow::default();
    let nodes = [0, 1].map(|_| Running::begin(node.idle().with(slow.clone())));
    assert!(until(Duration::from_secs(2), || slow.most.load(Ordering::SeqCst) == 1).await);
    // Almost the whole lease passes before the first renewal, and again after it.
    node.clock.advance(LEASE - SignedDuration::from_secs(1));
    tokio::time::sleep(Duration::from_millis(5_500)).await;
    node.clock.advance(LEASE - SignedDuration::from_secs(1));
    assert!(until(Duration::from_secs(10), || slow.done.load(Ordering::SeqCst) == 1).await);
    for node in nodes {
        node.end().await;
    }
    assert_eq!((slow.most.load(Ordering::SeqCst), slow.done.load(Ordering::SeqCst)), (1, 1));
    assert_eq!(node.waiting().await, []);
}

#[tokio::test]
async fn worker_does_not_take_what_it_has_in_hand_even_if_the_lease_seems_over() {
    let node = Node::new().await;
    node.put_count(1).await;
    let taken = take(&node, &[]).await.unwrap();
    node.clock.advance(SignedDuration::from_hours(24 * 400));
    assert!(take(&node, &[taken.id]).await.is_none());
    assert!(take(&node, &[]).await.is_some());
}
