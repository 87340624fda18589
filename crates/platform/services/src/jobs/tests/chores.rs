//! Daily work, also after failures of the day before.

use super::super::alarms::LateChore;
use super::*;

static FAILS: AtomicBool = AtomicBool::new(false);

/// Counts its runs in the one row of a table.
const SWEEP: Chore = Chore {
    kind: "sweep",
    clean: |conn, _| {
        Box::pin(async move {
            if FAILS.load(Ordering::SeqCst) {
                return Err(sqlx::Error::WorkerCrashed);
            }
            db::run!(conn, sqlx::query("UPDATE content_version SET version = version + 1"))
        })
    },
};

#[derive(Debug)]
struct Own;

impl DailyWork for Own {
    fn kind(&self) -> &'static str {
        "own"
    }

    fn run(&self) -> BoxFuture<'_, Result<(), Trouble>> {
        Box::pin(async { Ok(()) })
    }
}

async fn sweeps(node: &Node) -> i64 {
    let mut reader = node.db.read().await.unwrap();
    on!(&mut reader.conn(), |c| sqlx::query_scalar("SELECT version FROM content_version").fetch_one(c).await).unwrap()
}

#[tokio::test]
async fn chore_runs_once_a_day_from_three_in_the_night_and_a_failed_day_stops_no_other() {
    let node = Node::new().await;
    let (here, there) = (node.idle().with_chores(&[SWEEP]), node.idle().with_chores(&[SWEEP]));
    assert_eq!(here.run_due().await.unwrap() + there.run_due().await.unwrap(), 1, "two nodes, one job");
    assert_eq!(here.run_due().await.unwrap(), 0, "it is done for today");
    node.clock.set("2026-11-24T01:59:59Z".parse().unwrap());
    assert_eq!(here.run_due().await.unwrap(), 0, "not before three in the night");
    node.clock.set("2026-11-24T02:00:01Z".parse().unwrap());
    assert_eq!((here.run_due().await.unwrap(), sweeps(&node).await), (1, 2));

    FAILS.store(true, Ordering::SeqCst);
    for _ in 0..30 {
        node.clock.advance(SignedDuration::from_hours(24));
        here.run_due().await.unwrap();
    }
    let alarms = node.alarms().await;
    let late = LateChore { kind: "sweep".to_owned(), since: "2026-11-24T02:00:01Z".parse().unwrap() };
    assert_eq!(alarms.late_chores, [late]);
    assert_eq!(node.waiting().await.len(), 1, "jobs of days that are over do not pile up");
    FAILS.store(false, Ordering::SeqCst);
    node.clock.advance(SignedDuration::from_hours(24));
    here.run_due().await.unwrap();
    assert_eq!(sweeps(&node).await, 3, "a month of failures later it runs as if nothing had happened");
    assert_eq!((node.alarms().await.late_chores.len(), node.waiting().await.len()), (0, 0));

    // The clock was a century ahead for a while.
    for (instant, swept) in [("2100-01-01T12:00:00Z", 4), ("2026-12-30T12:00:00Z", 5)] {
        node.clock.set(instant.parse().unwrap());
        here.run_due().await.unwrap();
        assert_eq!(sweeps(&node).await, swept, "{instant}");
        assert_eq!(node.alarms().await.late_chores, []);
    }
    // Work of more than one transaction can be daily work too.
    let own = node.idle().with_chores(&[SWEEP]).with_daily(Own);
    assert_eq!((own.run_due().await.unwrap(), own.run_due().await.unwrap()), (1, 0));
    // A program that does not know a chore any more raises no alarm for it.
    let other = Chore { kind: "dust", ..SWEEP };
    node.idle().with_chores(&[other]).run_due().await.unwrap();
    node.clock.advance(SignedDuration::from_hours(20));
    assert_eq!(node.alarms().await.late_chores, []);
}
