//! The queue from outside: every job is done once, whatever fails, and nothing is forgotten.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use anyhow::anyhow;
use db::testing::TestDb;
use db::{Db, on};
use serde_json::json;

use super::*;

/// Counts its runs; fails or panics as long as it is told to.
#[derive(Debug, Default)]
struct Counting {
    runs: AtomicUsize,
    given_up: AtomicUsize,
    fails: AtomicBool,
    refuses: AtomicBool,
    panics: AtomicBool,
}

impl Handler for Counting {
    fn kind(&self) -> &'static str {
        "count"
    }

    fn run<'a>(&'a self, job: &'a Job) -> BoxFuture<'a, std::result::Result<(), Trouble>> {
        Box::pin(async move {
            job.payload::<u32>()?;
            self.runs.fetch_add(1, Ordering::SeqCst);
            assert!(!self.panics.load(Ordering::SeqCst), "told to panic");
            if self.refuses.load(Ordering::SeqCst) {
                return Err(Trouble::Never(anyhow!("not today, not tomorrow")));
            }
            if self.fails.load(Ordering::SeqCst) { Err(anyhow!("not today").into()) } else { Ok(()) }
        })
    }

    fn given_up<'a>(&'a self, _: &'a mut Conn<'_>, _: &'a Job, _: &'a str) -> BoxFuture<'a, anyhow::Result<()>> {
        self.given_up.fetch_add(1, Ordering::SeqCst);
        Box::pin(async { Ok(()) })
    }
}

struct Queue {
    db: Db,
    clock: Clock,
    ids: Ids,
    handler: Arc<Counting>,
    _test: TestDb,
}

impl Queue {
    async fn new() -> Self {
        let test = TestDb::new().await;
        let clock = Clock::fixed("2026-11-23T12:00:00Z".parse().unwrap());
        let ids = Ids::new(clock.clone());
        Self { db: test.db.clone(), clock, ids, handler: Arc::default(), _test: test }
    }

    async fn put(&self, kind: &str, number: usize) {
        let mut tx = self.db.write().await.unwrap();
        for at in 0..number {
            enqueue(&mut tx.conn(), (&self.clock, &self.ids), kind, &json!(at)).await.unwrap();
        }
        tx.commit().await.unwrap();
    }

    fn worker(&self) -> Worker {
        let handler: Arc<dyn Handler> = self.handler.clone();
        Worker::new(self.db.clone(), self.clock.clone(), Wake::default(), vec![handler])
    }

    fn runs(&self) -> usize {
        self.handler.runs.load(Ordering::SeqCst)
    }

    /// Attempts and last error of the jobs in the table, and whether each was given up.
    async fn waiting(&self) -> Vec<(i64, Option<String>, bool)> {
        let sql = "SELECT attempts, last_error, failed_at IS NOT NULL FROM jobs ORDER BY id";
        let mut reader = self.db.read().await.unwrap();
        on!(&mut reader.conn(), |c| sqlx::query_as(sql).fetch_all(c).await).unwrap()
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn eight_workers_do_four_hundred_jobs_once_each() {
    let queue = Queue::new().await;
    queue.put("count", 400).await;
    let workers: Vec<_> = (0..8)
        .map(|_| {
            let worker = queue.worker();
            tokio::spawn(async move { worker.run_due().await.unwrap() })
        })
        .collect();
    let mut done = 0;
    for worker in workers {
        done += worker.await.unwrap();
    }
    assert_eq!((done, queue.runs()), (400, 400));
    assert_eq!(queue.waiting().await, []);
}

#[tokio::test]
async fn job_of_a_transaction_that_is_rolled_back_was_never_there() {
    let queue = Queue::new().await;
    let mut tx = queue.db.write().await.unwrap();
    enqueue(&mut tx.conn(), (&queue.clock, &queue.ids), "count", &json!(1)).await.unwrap();
    drop(tx);
    assert_eq!(queue.worker().run_due().await.unwrap(), 0);
}

#[tokio::test]
async fn failed_job_is_tried_again_after_ever_longer_pauses_and_given_up_at_last() {
    let queue = Queue::new().await;
    queue.handler.fails.store(true, Ordering::SeqCst);
    queue.put("count", 1).await;
    let worker = queue.worker();
    for attempt in 1..ATTEMPTS {
        assert_eq!(worker.run_due().await.unwrap(), 1, "attempt {attempt}");
        queue.clock.advance(pause(attempt) - SignedDuration::from_secs(1));
        assert_eq!(worker.run_due().await.unwrap(), 0, "not before its time");
        queue.clock.advance(SignedDuration::from_secs(1));
    }
    assert_eq!(worker.run_due().await.unwrap(), 1);
    assert_eq!(queue.waiting().await, [(ATTEMPTS, Some("not today".to_owned()), true)]);
    queue.clock.advance(SignedDuration::from_hours(24 * 30));
    assert_eq!(worker.run_due().await.unwrap(), 0);
    assert_eq!(queue.handler.given_up.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn job_that_will_never_work_is_given_up_at_once_and_kept() {
    let queue = Queue::new().await;
    queue.handler.refuses.store(true, Ordering::SeqCst);
    queue.put("count", 1).await;
    assert_eq!(queue.worker().run_due().await.unwrap(), 1);
    assert_eq!(queue.waiting().await, [(1, Some("not today, not tomorrow".to_owned()), true)]);
    assert_eq!(queue.handler.given_up.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn panicking_handler_stops_neither_the_worker_nor_the_other_jobs() {
    let queue = Queue::new().await;
    queue.handler.panics.store(true, Ordering::SeqCst);
    queue.put("count", 2).await;
    assert_eq!(queue.worker().run_due().await.unwrap(), 2);
    queue.handler.panics.store(false, Ordering::SeqCst);
    queue.clock.advance(pause(1));
    assert_eq!(queue.worker().run_due().await.unwrap(), 2);
    assert_eq!(queue.waiting().await, []);
}

#[tokio::test]
async fn job_of_a_node_that_died_is_taken_when_its_lease_ends() {
    let queue = Queue::new().await;
    queue.put("count", 1).await;
    let now = queue.clock.now();
    let mut tx = queue.db.write().await.unwrap();
    let dead = store::claim(&mut tx.conn(), now, now + LEASE, &["count"]).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    queue.clock.advance(LEASE);
    assert_eq!(queue.worker().run_due().await.unwrap(), 0, "the lease has not ended yet");
    queue.clock.advance(SignedDuration::from_secs(1));
    let mut tx = queue.db.write().await.unwrap();
    let now = queue.clock.now();
    let taken = store::claim(&mut tx.conn(), now, now + LEASE, &["count"]).await.unwrap().unwrap();
    // The dead node comes back and says it is done: that is not for it to say any more.
    store::finish(&mut tx.conn(), &dead).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!((taken.attempts, queue.waiting().await.len()), (2, 1));
    queue.clock.advance(LEASE + SignedDuration::from_secs(1));
    assert_eq!(queue.worker().run_due().await.unwrap(), 1);
    assert_eq!((queue.runs(), queue.waiting().await.len()), (1, 0));
}

#[tokio::test]
async fn jobs_of_kinds_that_a_node_does_not_know_are_left_to_newer_nodes() {
    let queue = Queue::new().await;
    queue.put("later", 1).await;
    assert_eq!(queue.worker().run_due().await.unwrap(), 0);
    assert_eq!(queue.waiting().await, [(0, None, false)]);
}

#[tokio::test]
async fn daily_job_is_there_once_a_day_and_the_next_one_runs_at_three_in_the_night() {
    let queue = Queue::new().await;
    for _ in 0..3 {
        let mut tx = queue.db.write().await.unwrap();
        run_today(&mut tx.conn(), (&queue.clock, &queue.ids), "later").await.unwrap();
        run_tomorrow(&mut tx.conn(), (&queue.clock, &queue.ids), "later").await.unwrap();
        tx.commit().await.unwrap();
    }
    let sql = "SELECT name, run_at FROM jobs ORDER BY run_at";
    let mut reader = queue.db.read().await.unwrap();
    let jobs: Vec<(String, i64)> = on!(&mut reader.conn(), |c| sqlx::query_as(sql).fetch_all(c).await).unwrap();
    let at = |text: &str| base::clock::micros(text.parse().unwrap());
    let expected = [
        ("later 2026-11-23".to_owned(), at("2026-11-23T12:00:00Z")),
        ("later 2026-11-24".to_owned(), at("2026-11-24T02:00:00Z")),
    ];
    assert_eq!(jobs, expected);
}

#[tokio::test]
async fn running_worker_is_woken_and_stops_when_it_is_told_to() {
    let queue = Queue::new().await;
    let handler: Arc<dyn Handler> = queue.handler.clone();
    let wake = Wake::default();
    let worker = Worker::new(queue.db.clone(), queue.clock.clone(), wake.clone(), vec![handler]);
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let running = tokio::spawn(worker.run(async move {
        let _ = stopped.await;
    }));
    queue.put("count", 3).await;
    wake.ring();
    while queue.runs() < 3 {
        tokio::task::yield_now().await;
    }
    stop.send(()).unwrap();
    running.await.unwrap();
    assert_eq!(queue.waiting().await, []);
}
