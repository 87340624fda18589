//! Payloads of jobs: read as typed values, also those of the version before, or given up.

use super::super::alarms::try_again;
use super::*;

/// Kind, reason and message of each job of a list.
fn told(given_up: &[super::super::alarms::GivenUp]) -> Vec<(&str, Option<Reason>, &str)> {
    given_up.iter().map(|job| (job.kind.as_str(), job.reason, job.why.as_str())).collect()
}

/// Stores a job as the version with migration 30 did.
async fn put_row(db: &Db, id: u128, (kind, queue): (&str, &str), (name, payload): (Option<&str>, &str)) {
    let sql = "INSERT INTO jobs (id, kind, queue, priority, name, payload, run_at, created_at, attempts, failures) \
         VALUES ($1, $2, $3, 1, $4, $5, 0, 1795435200000000, 0, 0)";
    let mut tx = db.write().await.unwrap();
    let row = Uuid::from_u128(id);
    db::run!(&mut tx.conn(), sqlx::query(sql).bind(row).bind(kind).bind(queue).bind(name).bind(payload)).unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn payload_that_cannot_be_read_is_given_up_at_once_and_told_without_its_values() {
    let node = Node::new().await;
    for (number, payload) in (1..).zip(["\"geheim@ort.example\"", "-1", "{\"geheim\": 1}", "geheim", ""]) {
        put_row(&node.db, number, ("count", "now"), (None, payload)).await;
    }
    assert_eq!(node.workers().run_due().await.unwrap(), 5);
    node.clock.advance(SignedDuration::from_hours(24 * 30));
    assert_eq!((node.workers().run_due().await.unwrap(), node.runs()), (0, 0), "it is not tried for ever");
    assert_eq!(node.counter.0.given_up.load(Ordering::SeqCst), 0, "nobody knows about what it was");
    let alarms = node.alarms().await;
    let said = |wrong: &str, column: u8| format!("what is stored of the job cannot be read: {wrong} (column {column})");
    let (field, json) = ("a field is missing or not as this version expects it", "it is no JSON");
    let why = [said(field, 20), said(field, 2), said(field, 0), said(json, 1), said(json, 0)];
    let expected: Vec<_> = why.iter().map(|why| ("count", Some(Reason::Unreadable), why.as_str())).collect();
    assert_eq!(told(&alarms.given_up), expected);
}

#[tokio::test]
async fn reason_is_told_and_forgotten_when_a_job_is_tried_again() {
    let node = Node::new().await;
    node.counter.0.refuses.store(true, Ordering::SeqCst);
    node.put_count(1).await;
    node.workers().run_due().await.unwrap();
    let refused = node.alarms().await.given_up;
    assert_eq!(told(&refused), [("count", Some(Reason::Refused), "not today, not tomorrow")]);
    let mut tx = node.db.write().await.unwrap();
    try_again(&mut tx.conn(), refused[0].id, node.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    node.counter.0.refuses.store(false, Ordering::SeqCst);
    node.counter.0.fails.store(true, Ordering::SeqCst);
    for failures in 1..=ATTEMPTS {
        node.workers().run_due().await.unwrap();
        node.clock.advance(pause(failures));
    }
    assert_eq!(told(&node.alarms().await.given_up), [("count", Some(Reason::Exhausted), "not today")]);
}

#[tokio::test]
async fn jobs_that_the_version_before_has_stored_or_given_up_are_understood() {
    let test = TestDb::up_to(30).await;
    put_row(&test.db, 1, ("count", "now"), (None, "7")).await;
    put_row(&test.db, 2, ("sweep-day", "bulk"), (Some("sweep-day 2026-11-23"), "{\"day\":\"2026-11-23\"}")).await;
    put_row(&test.db, 3, ("count", "now"), (None, "8")).await;
    let mut tx = test.db.write().await.unwrap();
    let heard_of = "INSERT INTO chores (kind, day, in_order) VALUES ('sweep-day', '2026-11-22', 1795435200000000)";
    db::run!(&mut tx.conn(), sqlx::query(heard_of)).unwrap();
    let sql = "UPDATE jobs SET failed_at = 1795435200000000, last_error = 'not today' WHERE id = $1";
    db::run!(&mut tx.conn(), sqlx::query(sql).bind(Uuid::from_u128(3))).unwrap();
    tx.commit().await.unwrap();
    let node = Node { db: test.reopen().await.unwrap(), ..Node::new().await };
    assert_eq!(told(&node.alarms().await.given_up), [("count", None, "not today")]);
    let chore = Chore { kind: "sweep-day", clean: |_, _| Box::pin(async { Ok(0) }) };
    assert_eq!(node.workers().with_chores(&[chore]).run_due().await.unwrap(), 2);
    assert_eq!((node.runs(), node.waiting().await.len()), (1, 1));
}
