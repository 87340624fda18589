//! Chores: daily background work.
//!
//! The worker makes sure that each chore has its job for today, even if yesterday's failed. A job that is
//! still being retried when its day is over ends: the next day's does the same work. A day begins at three
//! at night. Several nodes share one job, by its deduplication key.

mod store;

use std::fmt::Debug;
use std::sync::Arc;

use base::Clock;
use base::clock::day_of;
use db::{Conn, Db};
use jiff::SignedDuration;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::attempt::Shared;
use super::handler::AnyHandler;
use super::store as jobs;
use super::store::Taken;
use super::{BoxFuture, Priority, Queue, Trouble, payload};

pub(super) use store::late;

/// Deletes rows that have expired by the clock, and returns their number.
type Clean = for<'a> fn(&'a mut Conn<'_>, &'a Clock) -> BoxFuture<'a, db::Result<u64>>;

/// Time after midnight at which a day of daily work begins.
const NIGHT: SignedDuration = SignedDuration::from_hours(3);

/// Work that is done once a day. It must be idempotent.
pub trait DailyWork: Debug + Send + Sync + 'static {
    /// Unique name of the work, stored in the tables of jobs and chores.
    fn kind(&self) -> &'static str;

    /// Runs the work of today.
    fn run(&self) -> BoxFuture<'_, Result<(), Trouble>>;
}

/// The daily deletions of one room, in one transaction.
#[derive(Debug, Clone, Copy)]
pub struct Chore {
    /// Unique name of the chore.
    pub kind: &'static str,
    /// The deletions.
    pub clean: Clean,
}

/// A chore with its database.
#[derive(Debug)]
pub(super) struct Cleaning {
    pub(super) chore: Chore,
    pub(super) db: Db,
    pub(super) clock: Clock,
}

impl DailyWork for Cleaning {
    fn kind(&self) -> &'static str {
        self.chore.kind
    }

    fn run(&self) -> BoxFuture<'_, Result<(), Trouble>> {
        Box::pin(async move {
            let mut tx = self.db.write().await?;
            let removed = (self.chore.clean)(&mut tx.conn(), &self.clock).await?;
            tx.commit().await?;
            if removed > 0 {
                tracing::info!(chore = self.chore.kind, removed, "cleaned up");
            }
            Ok(())
        })
    }
}

/// The payload of a chore's job.
#[derive(Debug, Serialize, Deserialize)]
struct OfDay {
    day: Date,
}

/// The deduplication key of a chore's job of a day.
fn name(kind: &str, day: Date) -> String {
    format!("{kind} {day}")
}

/// The day to which daily work of now belongs.
fn today(clock: &Clock) -> Date {
    day_of(clock.now().saturating_sub(NIGHT).unwrap_or(clock.now()))
}

/// Makes sure that each chore that has not succeeded today has a job for today.
pub(super) async fn schedule(shared: &Shared, daily: &[Arc<dyn DailyWork>]) -> anyhow::Result<()> {
    if daily.is_empty() {
        return Ok(());
    }
    let kinds: Vec<&'static str> = daily.iter().map(|work| work.kind()).collect();
    let day = today(&shared.clock);
    let open = open(&mut shared.db.read().await?.conn(), &kinds, day).await?;
    if open.is_empty() {
        return Ok(());
    }
    let mut tx = shared.db.write().await?;
    let conn = &mut tx.conn();
    for kind in open {
        store::hear_of(conn, kind, shared.clock.now()).await?;
        enqueue(conn, shared, kind, day).await?;
    }
    store::forget_others(conn, &kinds).await?;
    Ok(tx.commit().await?)
}

/// The chores that have neither succeeded today nor a job for today.
async fn open(conn: &mut Conn<'_>, kinds: &[&'static str], day: Date) -> db::Result<Vec<&'static str>> {
    let done = store::done_on(conn, day).await?;
    let mut open: Vec<&'static str> = kinds.to_vec();
    open.retain(|kind| !done.iter().any(|done| done == kind));
    if !open.is_empty() {
        let names: Vec<String> = open.iter().map(|kind| name(kind, day)).collect();
        let waiting = jobs::named(conn, &names).await?;
        open.retain(|kind| !waiting.contains(&name(kind, day)));
    }
    Ok(open)
}

async fn enqueue(conn: &mut Conn<'_>, shared: &Shared, kind: &'static str, day: Date) -> anyhow::Result<()> {
    let new = jobs::New {
        id: shared.ids.next(),
        kind,
        queue: Queue::Bulk,
        priority: Priority::Normal,
        name: Some(name(kind, day)),
        payload: payload::write(&OfDay { day })?,
        run_at: None,
        created_at: shared.clock.now(),
    };
    jobs::insert(conn, &new).await?;
    conn.wake_workers();
    Ok(())
}

/// The handler of one chore, which records its success.
#[derive(Debug)]
pub(super) struct Daily {
    pub(super) db: Db,
    pub(super) clock: Clock,
    pub(super) work: Arc<dyn DailyWork>,
}

impl Daily {
    async fn work(&self, job: &Taken) -> Result<(), Trouble> {
        let OfDay { day } = payload::read(&job.payload)?;
        if day != today(&self.clock) {
            return Ok(());
        }
        self.work.run().await?;
        let mut tx = self.db.write().await?;
        store::done(&mut tx.conn(), self.work.kind(), day, self.clock.now()).await?;
        Ok(tx.commit().await?)
    }
}

impl AnyHandler for Daily {
    fn kind(&self) -> &'static str {
        self.work.kind()
    }

    fn queue(&self) -> Queue {
        Queue::Bulk
    }

    fn run<'a>(&'a self, job: &'a Taken) -> BoxFuture<'a, Result<(), Trouble>> {
        Box::pin(self.work(job))
    }

    fn given_up<'a>(&'a self, _: &'a mut Conn<'_>, _: &'a Taken, _: &'a str) -> BoxFuture<'a, anyhow::Result<()>> {
        Box::pin(async { Ok(()) })
    }
}
