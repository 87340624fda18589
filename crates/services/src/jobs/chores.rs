//! Chores: what has to be done once a day.
//!
//! The worker makes sure that each chore has its job for today; whether yesterday's succeeded does not matter. A
//! job that is still tried when its day is over ends: the next day's does the same work. A day begins at three in
//! the night. Several nodes get one job together, by its name.

mod store;

use std::sync::Arc;

use base::Clock;
use base::clock::day_of;
use db::{Conn, Db};
use jiff::SignedDuration;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::attempt::Shared;
use super::{BoxFuture, Handler, Job, Queue, Trouble, enqueue};

pub(super) use store::late;

/// Removes what is not needed any more, as of the clock, and tells how many things that were.
type Clean = for<'a> fn(&'a mut Conn<'_>, &'a Clock) -> BoxFuture<'a, db::Result<u64>>;

/// How long after midnight a day begins for daily work.
const NIGHT: SignedDuration = SignedDuration::from_hours(3);

/// What one room does daily.
#[derive(Debug, Clone, Copy)]
pub struct Chore {
    /// Its name.
    pub kind: &'static str,
    /// Cleans up.
    pub clean: Clean,
}

/// A chore on a day.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct DailyChore {
    kind: String,
    day: Date,
}

impl Job for DailyChore {
    const KIND: &'static str = "chore";
    const QUEUE: Queue = Queue::Bulk;

    fn name(&self) -> Option<String> {
        Some(format!("{} {}", self.kind, self.day))
    }
}

/// The day to which daily work belongs now.
fn today(clock: &Clock) -> Date {
    day_of(clock.now().saturating_sub(NIGHT).unwrap_or(clock.now()))
}

/// Makes sure that each chore that was not done today has a job for today.
pub(super) async fn schedule(shared: &Shared, chores: &[Chore]) -> anyhow::Result<()> {
    if chores.is_empty() {
        return Ok(());
    }
    let (day, now) = (today(&shared.clock), (&shared.clock, &shared.ids));
    let open = open(&mut shared.db.read().await?.conn(), chores, day).await?;
    if open.is_empty() {
        return Ok(());
    }
    let mut tx = shared.db.write().await?;
    let conn = &mut tx.conn();
    for kind in open {
        store::hear_of(conn, kind, shared.clock.now()).await?;
        enqueue(conn, now, &DailyChore { kind: kind.to_owned(), day }).await?;
    }
    let kinds: Vec<&str> = chores.iter().map(|chore| chore.kind).collect();
    store::forget_others(conn, &kinds).await?;
    Ok(tx.commit().await?)
}

/// Which chores were not done today and have no job for today.
async fn open(conn: &mut Conn<'_>, chores: &[Chore], day: Date) -> db::Result<Vec<&'static str>> {
    let names: Vec<String> = chores.iter().filter_map(|chore| name(chore, day)).collect();
    let (done, waiting) = (store::done_on(conn, day).await?, store::waiting(conn, &names).await?);
    let is_open = |chore: &&Chore| {
        !done.iter().any(|kind| kind == chore.kind)
            && !waiting.iter().any(|waiting| Some(waiting) == name(chore, day).as_ref())
    };
    Ok(chores.iter().filter(is_open).map(|chore| chore.kind).collect())
}

fn name(chore: &Chore, day: Date) -> Option<String> {
    DailyChore { kind: chore.kind.to_owned(), day }.name()
}

/// Does the chores, each in one transaction with the note that it was done.
#[derive(Debug)]
pub(super) struct Chores {
    pub(super) db: Db,
    pub(super) clock: Clock,
    pub(super) known: Arc<[Chore]>,
}

impl Chores {
    async fn work(&self, job: &DailyChore) -> Result<(), Trouble> {
        let Some(chore) = self.known.iter().find(|chore| chore.kind == job.kind) else {
            return Err(Trouble::Never(anyhow::anyhow!("this program knows no such chore")));
        };
        if job.day != today(&self.clock) {
            return Ok(());
        }
        let mut tx = self.db.write().await?;
        let conn = &mut tx.conn();
        let removed = (chore.clean)(conn, &self.clock).await?;
        store::done(conn, chore.kind, job.day, self.clock.now()).await?;
        tx.commit().await?;
        if removed > 0 {
            tracing::info!(chore = chore.kind, removed, "cleaned up");
        }
        Ok(())
    }
}

impl Handler for Chores {
    type Job = DailyChore;

    fn run(&self, _: Uuid, job: DailyChore) -> BoxFuture<'_, Result<(), Trouble>> {
        Box::pin(async move { self.work(&job).await })
    }
}
