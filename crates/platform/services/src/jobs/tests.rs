//! The queues from outside: every job is done once, whatever fails, and nothing is forgotten.

mod alarms;
mod chores;
mod clocks;
mod leases;
mod payloads;
mod queues;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use anyhow::anyhow;
use base::Now;
use db::testing::TestDb;
use db::{Db, on};
use serde::Deserialize;
use uuid::Uuid;

use super::*;

/// A job whose handler counts its runs.
#[derive(Debug, Serialize, Deserialize)]
struct Count(u32);

impl Job for Count {
    const KIND: &'static str = "count";
    const QUEUE: Queue = Queue::Now;
}

/// A handler that counts its runs; fails or panics as long as it is told to.
#[derive(Debug, Default)]
struct Counting {
    runs: AtomicUsize,
    given_up: AtomicUsize,
    fails: AtomicBool,
    refuses: AtomicBool,
    panics: AtomicBool,
    panics_at_last: AtomicBool,
}

/// A handle on the handler for the test.
#[derive(Debug, Clone, Default)]
struct Counter(Arc<Counting>);

impl Handler for Counter {
    type Job = Count;

    fn run(&self, _: Uuid, _: Count) -> BoxFuture<'_, Result<(), Trouble>> {
        Box::pin(async move {
            self.0.runs.fetch_add(1, Ordering::SeqCst);
            assert!(!self.0.panics.load(Ordering::SeqCst), "told to panic");
            if self.0.refuses.load(Ordering::SeqCst) {
                return Err(Trouble::Never(anyhow!("not today, not tomorrow")));
            }
            if self.0.fails.load(Ordering::SeqCst) { Err(anyhow!("not today").into()) } else { Ok(()) }
        })
    }

    fn given_up<'a>(&'a self, _: &'a mut Conn<'_>, _: Count, _: &'a str) -> BoxFuture<'a, anyhow::Result<()>> {
        self.0.given_up.fetch_add(1, Ordering::SeqCst);
        assert!(!self.0.panics_at_last.load(Ordering::SeqCst), "told to panic");
        Box::pin(async { Ok(()) })
    }
}

/// A node with a database and a clock that only the test moves.
struct Node {
    db: Db,
    clock: Clock,
    ids: Ids,
    crashes: Crashes,
    counter: Counter,
    _test: TestDb,
}

impl Node {
    async fn new() -> Self {
        let test = TestDb::new().await;
        let clock = Clock::fixed("2026-11-23T12:00:00Z".parse().unwrap());
        let ids = Ids::new(clock.clone());
        let (crashes, counter) = (Crashes::new(clock.clone()), Counter::default());
        Self { db: test.db.clone(), clock, ids, crashes, counter, _test: test }
    }

    async fn put<J: Job>(&self, jobs: impl IntoIterator<Item = J>) {
        let mut tx = self.db.write().await.unwrap();
        for job in jobs {
            enqueue(&mut tx.conn(), Now::new(&self.clock, &self.ids), &job).await.unwrap();
        }
        tx.commit().await.unwrap();
    }

    async fn put_count(&self, number: u32) {
        self.put((0..number).map(Count)).await;
    }

    /// Workers without handlers.
    fn idle(&self) -> Workers {
        Workers::new(self.db.clone(), self.clock.clone(), self.ids.clone(), self.crashes.clone())
    }

    /// Workers with the counting handler.
    fn workers(&self) -> Workers {
        self.idle().with(self.counter.clone())
    }

    fn runs(&self) -> usize {
        self.counter.0.runs.load(Ordering::SeqCst)
    }

    /// Attempts and last error of the jobs in the table; true for those that were given up.
    async fn waiting(&self) -> Vec<(i64, Option<String>, bool)> {
        let sql = "SELECT attempts, last_error, failed_at IS NOT NULL FROM jobs ORDER BY id";
        let mut reader = self.db.read().await.unwrap();
        on!(&mut reader.conn(), |c| sqlx::query_as(sql).fetch_all(c).await).unwrap()
    }

    async fn alarms(&self) -> super::alarms::Alarms {
        super::alarms::alarms(&mut self.db.read().await.unwrap().conn(), self.clock.now()).await.unwrap()
    }
}

/// Workers that run until the test stops them.
struct Running {
    stop: tokio::sync::oneshot::Sender<()>,
    task: tokio::task::JoinHandle<()>,
}

impl Running {
    fn begin(workers: Workers) -> Self {
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let task = tokio::spawn(workers.run(async move {
            let _ = stopped.await;
        }));
        Self { stop, task }
    }

    async fn end(self) {
        self.stop.send(()).unwrap();
        self.task.await.unwrap();
    }
}

/// Waits until a condition holds, within a limit.
async fn until(within: Duration, is_so: impl Fn() -> bool) -> bool {
    let wait = async {
        while !is_so() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(within, wait).await.is_ok()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn eight_workers_do_four_hundred_jobs_once_each() {
    let node = Node::new().await;
    node.put_count(400).await;
    let workers: Vec<_> = (0..8)
        .map(|_| {
            let workers = node.workers();
            tokio::spawn(async move { workers.run_due().await.unwrap() })
        })
        .collect();
    let mut done = 0;
    for worker in workers {
        done += worker.await.unwrap();
    }
    assert_eq!((done, node.runs()), (400, 400));
    assert_eq!(node.waiting().await, []);
}

#[tokio::test]
async fn job_of_a_transaction_that_is_rolled_back_was_never_there() {
    let node = Node::new().await;
    let mut tx = node.db.write().await.unwrap();
    enqueue(&mut tx.conn(), Now::new(&node.clock, &node.ids), &Count(1)).await.unwrap();
    drop(tx);
    assert_eq!(node.workers().run_due().await.unwrap(), 0);
}

#[tokio::test]
async fn failed_job_is_tried_again_after_ever_longer_pauses_and_given_up_at_last() {
    let node = Node::new().await;
    node.counter.0.fails.store(true, Ordering::SeqCst);
    node.put_count(1).await;
    let workers = node.workers();
    for failures in 1..ATTEMPTS {
        assert_eq!(workers.run_due().await.unwrap(), 1, "attempt {failures}");
        node.clock.advance(pause(failures) - SignedDuration::from_secs(1));
        assert_eq!(workers.run_due().await.unwrap(), 0, "not before its time");
        node.clock.advance(SignedDuration::from_secs(1));
    }
    assert_eq!(workers.run_due().await.unwrap(), 1);
    assert_eq!(node.waiting().await, [(ATTEMPTS, Some("not today".to_owned()), true)]);
    node.clock.advance(SignedDuration::from_hours(24 * 30));
    assert_eq!(workers.run_due().await.unwrap(), 0);
    assert_eq!(node.counter.0.given_up.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn job_that_will_never_work_is_given_up_at_once_and_kept() {
    let node = Node::new().await;
    node.counter.0.refuses.store(true, Ordering::SeqCst);
    node.put_count(1).await;
    assert_eq!(node.workers().run_due().await.unwrap(), 1);
    assert_eq!(node.waiting().await, [(1, Some("not today, not tomorrow".to_owned()), true)]);
    assert_eq!(node.counter.0.given_up.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn panicking_handler_stops_neither_the_worker_nor_the_other_jobs() {
    let node = Node::new().await;
    node.counter.0.panics.store(true, Ordering::SeqCst);
    node.put_count(2).await;
    assert_eq!(node.workers().run_due().await.unwrap(), 2);
    node.counter.0.panics.store(false, Ordering::SeqCst);
    node.clock.advance(pause(1));
    assert_eq!(node.workers().run_due().await.unwrap(), 2);
    assert_eq!(node.waiting().await, []);
}

#[tokio::test]
async fn last_word_that_panics_keeps_no_job_from_being_given_up() {
    let node = Node::new().await;
    node.counter.0.refuses.store(true, Ordering::SeqCst);
    node.counter.0.panics_at_last.store(true, Ordering::SeqCst);
    node.put_count(2).await;
    assert_eq!(node.workers().run_due().await.unwrap(), 2);
    let given_up = (1, Some("not today, not tomorrow".to_owned()), true);
    assert_eq!(node.waiting().await, [given_up.clone(), given_up]);
}

#[tokio::test]
async fn jobs_of_kinds_that_a_node_does_not_know_are_left_to_newer_nodes() {
    let node = Node::new().await;
    node.put_count(1).await;
    assert_eq!(node.idle().run_due().await.unwrap(), 0);
    assert_eq!(node.waiting().await, [(0, None, false)]);
}

#[tokio::test]
async fn running_workers_are_woken_by_the_commit_and_stop_when_they_are_told_to() {
    let node = Node::new().await;
    let running = Running::begin(node.workers());
    tokio::time::sleep(Duration::from_millis(50)).await;
    node.put_count(3).await;
    // Without the wake-up they would look a second later.
    assert!(until(Duration::from_millis(800), || node.runs() == 3).await);
    running.end().await;
    assert_eq!(node.waiting().await, []);
}

/// A handler whose name cannot be told the first time: the worker itself panics.
#[derive(Debug, Default)]
struct Stumbling(AtomicBool);

impl handler::AnyHandler for Stumbling {
    fn kind(&self) -> &'static str {
        assert!(self.0.swap(true, Ordering::SeqCst), "told to panic");
        "stumble"
    }

    fn queue(&self) -> Queue {
        Queue::Now
    }

    fn run<'a>(&'a self, _: &'a store::Taken) -> BoxFuture<'a, Result<(), Trouble>> {
        Box::pin(async { Ok(()) })
    }

    fn given_up<'a>(
        &'a self,
        _: &'a mut Conn<'_>,
        _: &'a store::Taken,
        _: &'a str,
    ) -> BoxFuture<'a, anyhow::Result<()>> {
        Box::pin(async { Ok(()) })
    }
}

#[tokio::test]
async fn worker_that_panics_is_started_again_and_does_the_jobs() {
    let node = Node::new().await;
    node.put_count(1).await;
    let mut workers = node.workers();
    workers.handlers.push(Arc::new(Stumbling::default()));
    let running = Running::begin(workers);
    assert!(until(Duration::from_secs(5), || node.runs() == 1).await, "one panic ended all jobs");
    running.end().await;
    assert_eq!(node.crashes.latest(), [Crash { task: "now", at: node.clock.now() }]);
}
