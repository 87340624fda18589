//! Queues, priorities and deduplication keys.

use std::sync::Mutex;

use super::*;
use base::Now;

/// A job of a queue that can hang.
#[derive(Debug, Serialize, Deserialize)]
struct Hang;

impl Job for Hang {
    const KIND: &'static str = "hang";
    const QUEUE: Queue = Queue::Mail;
}

#[derive(Debug)]
struct Hanging;

impl Handler for Hanging {
    type Job = Hang;

    fn run(&self, _: Uuid, _: Hang) -> BoxFuture<'_, Result<(), Trouble>> {
        Box::pin(std::future::pending())
    }
}

/// A job with a priority.
#[derive(Debug, Serialize, Deserialize)]
struct Letter(Priority, u32);

impl Job for Letter {
    const KIND: &'static str = "letter";
    const QUEUE: Queue = Queue::Mail;

    fn priority(&self) -> Priority {
        self.0
    }
}

/// A handler that keeps the order of letters; refuses while it is closed.
#[derive(Debug, Clone, Default)]
struct Post {
    left: Arc<Mutex<Vec<(Priority, u32)>>>,
    tried: Arc<AtomicUsize>,
    is_closed: Arc<AtomicBool>,
}

impl Handler for Post {
    type Job = Letter;

    fn run(&self, _: Uuid, letter: Letter) -> BoxFuture<'_, Result<(), Trouble>> {
        Box::pin(async move {
            self.tried.fetch_add(1, Ordering::SeqCst);
            if self.is_closed.load(Ordering::SeqCst) {
                return Err(Trouble::Outage(anyhow!("the post is closed")));
            }
            self.left.lock().unwrap().push((letter.0, letter.1));
            Ok(())
        })
    }
}

/// A job with a deduplication key.
#[derive(Debug, Serialize, Deserialize)]
struct Once(String);

impl Job for Once {
    const KIND: &'static str = "once";
    const QUEUE: Queue = Queue::Now;

    fn name(&self) -> Option<String> {
        Some(self.0.clone())
    }
}

#[tokio::test]
async fn twenty_hanging_mails_delay_no_job_of_another_queue() {
    let node = Node::new().await;
    node.put((0..20).map(|_| Hang)).await;
    let running = Running::begin(node.workers().with(Hanging));
    tokio::time::sleep(Duration::from_millis(100)).await;
    node.put_count(1).await;
    assert!(until(Duration::from_secs(2), || node.runs() == 1).await, "it waited for the mails");
    running.task.abort();
}

#[tokio::test]
async fn scheduled_job_runs_at_its_instant_while_mails_hang() {
    let node = Node::new().await;
    node.put((0..20).map(|_| Hang)).await;
    let at = node.clock.now() + SignedDuration::from_hours(1);
    let mut tx = node.db.write().await.unwrap();
    enqueue_at(&mut tx.conn(), Now::new(&node.clock, &node.ids), &Count(1), at).await.unwrap();
    tx.commit().await.unwrap();
    let running = Running::begin(node.workers().with(Hanging));
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert_eq!(node.runs(), 0, "not before its instant");
    node.clock.set(at);
    assert!(until(Duration::from_secs(2), || node.runs() == 1).await);
    running.task.abort();
}

#[tokio::test]
async fn letter_to_sign_in_leaves_before_a_hundred_that_were_there_first() {
    let node = Node::new().await;
    node.put((0..100).map(|number| Letter(Priority::Low, number))).await;
    node.put([Letter(Priority::Normal, 100), Letter(Priority::High, 101)]).await;
    let post = Post::default();
    assert_eq!(node.idle().with(post.clone()).run_due().await.unwrap(), 102);
    let left = post.left.lock().unwrap().clone();
    assert_eq!(left[..3], [(Priority::High, 101), (Priority::Normal, 100), (Priority::Low, 0)]);
    assert_eq!(left[101], (Priority::Low, 99));
}

#[tokio::test]
async fn outage_pauses_the_queue_and_counts_no_failure() {
    let node = Node::new().await;
    node.put((0..50).map(|number| Letter(Priority::Normal, number))).await;
    let post = Post::default();
    post.is_closed.store(true, Ordering::SeqCst);
    let running = Running::begin(node.idle().with(post.clone()));
    assert!(until(Duration::from_secs(2), || post.tried.load(Ordering::SeqCst) > 0).await);
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert!(post.tried.load(Ordering::SeqCst) <= 4, "a server that is down is asked by one handful, not by fifty");
    post.is_closed.store(false, Ordering::SeqCst);
    node.clock.advance(SignedDuration::from_secs(3));
    assert!(until(Duration::from_secs(10), || post.left.lock().unwrap().len() == 50).await);
    running.end().await;
    assert_eq!(node.waiting().await, []);
}

#[tokio::test]
async fn outage_of_any_length_gives_no_job_up() {
    let node = Node::new().await;
    node.put([Letter(Priority::Normal, 1)]).await;
    let post = Post::default();
    post.is_closed.store(true, Ordering::SeqCst);
    let workers = node.idle().with(post.clone());
    for _ in 0..=ATTEMPTS * 2 {
        assert_eq!(workers.run_due().await.unwrap(), 1);
        node.clock.advance(SignedDuration::from_secs(3));
    }
    post.is_closed.store(false, Ordering::SeqCst);
    assert_eq!(workers.run_due().await.unwrap(), 1);
    assert_eq!(post.left.lock().unwrap().len(), 1);
}

#[tokio::test]
async fn job_with_a_name_is_stored_once() {
    let node = Node::new().await;
    node.put(["a", "b", "a"].map(|name| Once(name.to_owned()))).await;
    node.put([Once("a".to_owned())]).await;
    assert_eq!(node.waiting().await.len(), 2);
}
