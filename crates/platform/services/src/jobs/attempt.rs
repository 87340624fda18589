//! One attempt at a job: the handler runs in a task of its own, within its timeout and while its lease
//! holds; then the outcome is recorded.

use std::sync::Arc;
use std::time::Duration;

use anyhow::anyhow;
use base::{Clock, Ids};
use db::Db;
use jiff::SignedDuration;
use tokio::task::JoinSet;
use tokio::time::sleep;

use super::handler::{AnyHandler, Trouble};
use super::store::{self, Taken};
use super::{ATTEMPTS, Reason, pause};

/// Interval at which the lease of a running job is renewed. Most jobs take less and cost no renewal.
const RENEWAL_INTERVAL: Duration = Duration::from_secs(5);
/// Time for which a handler may go on without a renewal, measured by a monotonic clock; a little less than
/// the lease.
const LEASE_HELD: Duration = Duration::from_secs(18);
/// Least pause of an attempt that an outage ended: others of its queue come first when it is over.
const OUTAGE_PAUSE: SignedDuration = SignedDuration::from_secs(2);
/// Attempts after which a job is given up even if all of them met an outage: three days, when the queue is
/// tried every half minute.
const OUTAGE_ATTEMPTS: i64 = 8_000;

/// The context shared by the workers of a node.
#[derive(Debug, Clone)]
pub(super) struct Shared {
    pub(super) db: Db,
    pub(super) clock: Clock,
    pub(super) ids: Ids,
}

/// The outcome of an attempt as far as it concerns the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// The job is done, or failed by itself.
    Works,
    /// A resource that all jobs of the queue need is out of order.
    Outage,
}

/// Attempts a job and records the outcome.
///
/// # Errors
/// If the outcome cannot be recorded: then the lease ends and the job is done again.
pub(super) async fn attempt(shared: &Shared, handler: Arc<dyn AnyHandler>, job: Taken) -> anyhow::Result<Verdict> {
    if job.failures >= ATTEMPTS {
        let why = format!("it failed, or the program ended while it ran, {} times", job.failures);
        give_up(shared, handler, job, (Reason::Exhausted, why)).await?;
        return Ok(Verdict::Works);
    }
    let Some(outcome) = within_lease(shared, Arc::clone(&handler), &job).await else {
        tracing::warn!(id = %job.id, kind = job.kind, "the lease of a job was lost; another node does it");
        return Ok(Verdict::Works);
    };
    let verdict = if matches!(outcome, Err(Trouble::Outage(_))) { Verdict::Outage } else { Verdict::Works };
    note(shared, handler, job, outcome).await?;
    Ok(verdict)
}

/// Runs the handler while the lease holds; `None` if it was lost. The task ends with this function.
async fn within_lease(shared: &Shared, handler: Arc<dyn AnyHandler>, job: &Taken) -> Option<Result<(), Trouble>> {
    let limit = handler.queue().handler_timeout();
    let mut work = JoinSet::new();
    let own = job.clone();
    work.spawn(async move { handler.run(&own).await });
    let mut timeout = Box::pin(sleep(limit));
    let mut lease = Box::pin(sleep(LEASE_HELD));
    loop {
        tokio::select! {
            biased;
            Some(ended) = work.join_next() => {
                return Some(ended.unwrap_or_else(|_| Err(Trouble::Later(anyhow!("the handler panicked")))));
            }
            () = &mut timeout => return Some(Err(Trouble::Later(anyhow!("not done within {limit:?}")))),
            // With a single writer, nobody can take the job as long as the writer keeps us waiting.
            () = &mut lease, if !shared.db.has_one_writer() => return None,
            renewed = renewed(shared, job) => match renewed {
                Ok((true, fresh)) => lease = fresh,
                Ok((false, _)) => return None,
                Err(error) => tracing::warn!(id = %job.id, kind = job.kind, ?error, "a lease could not be renewed"),
            }
        }
    }
}

/// Waits, then renews the lease. The new lease counts from before the renewal was written.
async fn renewed(shared: &Shared, job: &Taken) -> anyhow::Result<(bool, std::pin::Pin<Box<tokio::time::Sleep>>)> {
    sleep(RENEWAL_INTERVAL).await;
    let fresh = Box::pin(sleep(LEASE_HELD));
    let mut tx = shared.db.write().await?;
    let is_ours = store::renew(&mut tx.conn(), job, shared.clock.now()).await?;
    tx.commit().await?;
    Ok((is_ours, fresh))
}

async fn note(
    shared: &Shared,
    handler: Arc<dyn AnyHandler>,
    job: Taken,
    outcome: Result<(), Trouble>,
) -> anyhow::Result<()> {
    let (failures, why, after) = match outcome {
        Ok(()) => {
            let mut tx = shared.db.write().await?;
            store::finish(&mut tx.conn(), &job).await?;
            return Ok(tx.commit().await?);
        }
        Err(Trouble::Never(cause)) => {
            return give_up(shared, handler, job, (Reason::Refused, format!("{cause:#}"))).await;
        }
        Err(Trouble::Unreadable(cause)) => {
            return give_up(shared, handler, job, (Reason::Unreadable, format!("{cause:#}"))).await;
        }
        Err(Trouble::Later(cause)) => (job.failures + 1, format!("{cause:#}"), pause(job.failures + 1)),
        Err(Trouble::Outage(cause)) => (job.failures, format!("{cause:#}"), OUTAGE_PAUSE),
    };
    if failures >= ATTEMPTS || job.attempts >= OUTAGE_ATTEMPTS {
        return give_up(shared, handler, job, (Reason::Exhausted, why)).await;
    }
    tracing::warn!(id = %job.id, kind = job.kind, failures, why, "job failed and will be tried again");
    let mut tx = shared.db.write().await?;
    let until = shared.clock.now().saturating_add(after)?;
    store::postpone(&mut tx.conn(), &job, failures, until, &why).await?;
    Ok(tx.commit().await?)
}

/// Gives a job up, and runs the last call of its handler if there is one: a last call that fails or panics
/// does not keep the job from being given up.
async fn give_up(
    shared: &Shared,
    handler: Arc<dyn AnyHandler>,
    job: Taken,
    (reason, why): (Reason, String),
) -> anyhow::Result<()> {
    tracing::error!(id = %job.id, kind = job.kind, failures = job.failures, why, "job failed and is given up");
    let (owned, own, words) = (shared.clone(), job.clone(), why.clone());
    let mut last_word = JoinSet::new();
    last_word.spawn(async move {
        let mut tx = owned.db.write().await?;
        if store::give_up(&mut tx.conn(), &own, owned.clock.now(), (reason, &words)).await? {
            handler.given_up(&mut tx.conn(), &own, &words).await?;
        }
        anyhow::Ok(tx.commit().await?)
    });
    match last_word.join_next().await {
        Some(Ok(Ok(()))) => return Ok(()),
        Some(Ok(Err(error))) => tracing::error!(id = %job.id, ?error, "the last word about a job failed"),
        Some(Err(_)) | None => tracing::error!(id = %job.id, "the last word about a job panicked"),
    }
    let mut tx = shared.db.write().await?;
    store::give_up(&mut tx.conn(), &job, shared.clock.now(), (reason, &why)).await?;
    Ok(tx.commit().await?)
}
