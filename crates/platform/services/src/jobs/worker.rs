//! The worker of one queue: takes jobs, runs several at the same time, and waits for more.

use std::collections::HashMap;
use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use tokio::task::{Id, JoinError, JoinSet};
use tokio::time::sleep;
use uuid::Uuid;

use super::Queue;
use super::attempt::{Shared, Verdict, attempt};
use super::chores::{self, DailyWork};
use super::handler::Handlers;
use super::store::{self, Taken, Wanted};

/// The pause of a queue after the first outage; it doubles with each (exponential backoff).
const FIRST_PAUSE: Duration = Duration::from_secs(1);
/// The longest pause of a queue in an outage: at most this late it goes on after the end of the outage, and
/// at least this seldom it asks a server that is down.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// Pause after a failure of the database, which also limits the lines in the log.
const RETRY_INTERVAL: Duration = Duration::from_secs(5);

/// Runs the jobs of one queue whose kinds have a handler here.
#[derive(Debug, Clone)]
pub(super) struct Worker {
    pub(super) queue: Queue,
    pub(super) shared: Shared,
    /// The handlers of this queue.
    pub(super) handlers: Handlers,
    /// The chores that it schedules.
    pub(super) daily: Vec<Arc<dyn DailyWork>>,
}

/// The state of a running worker.
#[derive(Debug, Default)]
struct State {
    running: JoinSet<anyhow::Result<Verdict>>,
    in_hand: HashMap<Id, Uuid>,
    /// The present pause since the last outage; `None` if the queue works.
    outage: Option<Duration>,
    /// True while the queue pauses.
    is_paused: bool,
}

impl State {
    /// True if another job may be taken. After an outage a single job probes the resource.
    fn has_room(&self, queue: Queue) -> bool {
        let most = if self.outage.is_some() { 1 } else { queue.concurrency() };
        !self.is_paused && self.running.len() < most
    }

    fn ended(&mut self, ended: Result<(Id, anyhow::Result<Verdict>), JoinError>) {
        let (task, verdict) = match ended {
            Ok((task, verdict)) => (task, verdict),
            Err(error) => (error.id(), Err(anyhow::anyhow!("noting what came of a job panicked"))),
        };
        let job = self.in_hand.remove(&task);
        match verdict {
            Ok(Verdict::Works) => self.outage = None,
            Ok(Verdict::Outage) if self.is_paused => {}
            Ok(Verdict::Outage) => {
                let pause = self.outage.map_or(FIRST_PAUSE, |last| (last * 2).min(LONGEST_PAUSE));
                self.outage = Some(pause);
                self.is_paused = true;
            }
            Err(error) => tracing::error!(?job, ?error, "what came of a job cannot be noted; it is done again"),
        }
    }
}

impl Worker {
    /// Works until `stop` resolves; running jobs are finished first.
    pub(super) async fn run(self, stop: impl Future<Output = ()>) {
        let (mut stop, mut state) = (pin!(stop), State::default());
        let mut wakeups = self.shared.db.wakeups();
        let mut outage = Box::pin(sleep(Duration::ZERO));
        loop {
            let mut poll = self.queue.poll_interval();
            if let Err(error) = self.fill(&mut state).await {
                tracing::error!(queue = self.queue.code(), ?error, "jobs cannot be taken");
                poll = poll.max(RETRY_INTERVAL);
            }
            let was_paused = state.is_paused;
            tokio::select! {
                biased;
                () = &mut stop => break,
                Some(ended) = state.running.join_next_with_id() => state.ended(ended),
                () = &mut outage, if was_paused => state.is_paused = false,
                () = wakeups.next() => {}
                () = sleep(poll) => {}
            }
            if let (false, true, Some(pause)) = (was_paused, state.is_paused, state.outage) {
                tracing::warn!(queue = self.queue.code(), ?pause, "the queue pauses");
                outage = Box::pin(sleep(pause));
            }
        }
        while let Some(ended) = state.running.join_next_with_id().await {
            state.ended(ended);
        }
    }

    /// Takes as many jobs as may run at the same time.
    async fn fill(&self, state: &mut State) -> anyhow::Result<()> {
        chores::schedule(&self.shared, &self.daily).await?;
        while state.has_room(self.queue) {
            let in_hand: Vec<Uuid> = state.in_hand.values().copied().collect();
            let Some(job) = self.take(&in_hand).await? else { break };
            let (id, shared) = (job.id, self.shared.clone());
            let Some(handler) = self.handlers.iter().find(|handler| handler.kind() == job.kind).cloned() else { break };
            let task = state.running.spawn(async move { attempt(&shared, handler, job).await });
            state.in_hand.insert(task.id(), id);
        }
        Ok(())
    }

    /// Runs all jobs that are due, one after the other, and returns their number.
    ///
    /// # Errors
    /// If the database fails.
    pub(super) async fn run_due(&self) -> anyhow::Result<usize> {
        chores::schedule(&self.shared, &self.daily).await?;
        let mut done = 0;
        while let Some(job) = self.take(&[]).await? {
            let Some(handler) = self.handlers.iter().find(|handler| handler.kind() == job.kind) else { break };
            attempt(&self.shared, Arc::clone(handler), job).await?;
            done += 1;
        }
        Ok(done)
    }

    /// Takes a job. A worker that lost the race for one looks again.
    async fn take(&self, in_hand: &[Uuid]) -> anyhow::Result<Option<Taken>> {
        let kinds: Vec<&'static str> = self.handlers.iter().map(|handler| handler.kind()).collect();
        if kinds.is_empty() {
            return Ok(None);
        }
        loop {
            let wanted = Wanted { queue: self.queue, kinds: &kinds, in_hand, now: self.shared.clock.now() };
            if !store::is_due(&mut self.shared.db.read().await?.conn(), wanted).await? {
                return Ok(None);
            }
            let mut tx = self.shared.db.write().await?;
            let taken = store::claim(&mut tx.conn(), wanted).await?;
            tx.commit().await?;
            if taken.is_some() {
                return Ok(taken);
            }
        }
    }
}
