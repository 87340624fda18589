//! Takes jobs one after the other and has them done.

use std::future::{Future, ready};
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use anyhow::anyhow;
use base::Clock;
use db::Db;
use tokio::time::{sleep, timeout};

use super::{ATTEMPTS, Handler, Job, LEASE, PATIENCE, Trouble, Wake, pause, store};

/// How often to look for jobs of other nodes, and for those whose time has come.
const GLANCE: Duration = Duration::from_secs(5);

/// Does the jobs whose kinds it knows. Clones share nothing but the database.
#[derive(Debug, Clone)]
pub struct Worker {
    db: Db,
    clock: Clock,
    wake: Wake,
    handlers: Vec<Arc<dyn Handler>>,
}

impl Worker {
    /// A worker; it does nothing until it runs.
    pub fn new(db: Db, clock: Clock, wake: Wake, handlers: Vec<Arc<dyn Handler>>) -> Self {
        Self { db, clock, wake, handlers }
    }

    /// Works until `stop` resolves; the job in hand is finished first.
    pub async fn run(self, stop: impl Future<Output = ()>) {
        let mut stop = pin!(stop);
        loop {
            let worked = self.run_next().await.unwrap_or_else(|error| {
                tracing::error!(?error, "jobs cannot be read");
                false
            });
            tokio::select! {
                biased;
                () = &mut stop => return,
                () = ready(()), if worked => {}
                () = self.wake.heard() => {}
                () = sleep(GLANCE) => {}
            }
        }
    }

    /// Does all jobs that may run now, and says how many there were.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn run_due(&self) -> anyhow::Result<usize> {
        let mut done = 0;
        while self.run_next().await? {
            done += 1;
        }
        Ok(done)
    }

    /// Does one job, if there is one.
    async fn run_next(&self) -> anyhow::Result<bool> {
        let Some(job) = self.take().await? else { return Ok(false) };
        let Some(handler) = self.handlers.iter().find(|handler| handler.kind() == job.kind) else { return Ok(false) };
        let outcome = attempt(Arc::clone(handler), job.clone()).await;
        self.note(handler.as_ref(), &job, outcome).await?;
        Ok(true)
    }

    /// Takes a job. Whoever comes second to one looks again.
    async fn take(&self) -> anyhow::Result<Option<Job>> {
        let kinds: Vec<&str> = self.handlers.iter().map(|handler| handler.kind()).collect();
        loop {
            let now = self.clock.now();
            if !store::is_due(&mut self.db.read().await?.conn(), now, &kinds).await? {
                return Ok(None);
            }
            let mut tx = self.db.write().await?;
            let taken = store::claim(&mut tx.conn(), now, now.saturating_add(LEASE)?, &kinds).await?;
            tx.commit().await?;
            if taken.is_some() {
                return Ok(taken);
            }
        }
    }

    async fn note(&self, handler: &dyn Handler, job: &Job, outcome: Result<(), Trouble>) -> anyhow::Result<()> {
        let mut tx = self.db.write().await?;
        let now = self.clock.now();
        let Job { id, kind, attempts, .. } = job;
        match outcome {
            Ok(()) => store::finish(&mut tx.conn(), job).await?,
            Err(Trouble::Later(cause)) if *attempts < ATTEMPTS => {
                let why = format!("{cause:#}");
                tracing::warn!(%id, kind, attempts, why, "job failed and will be tried again");
                store::postpone(&mut tx.conn(), job, now.saturating_add(pause(*attempts))?, &why).await?;
            }
            Err(Trouble::Later(cause) | Trouble::Never(cause)) => {
                let why = format!("{cause:#}");
                tracing::error!(%id, kind, attempts, why, "job failed and is given up");
                if store::give_up(&mut tx.conn(), job, now, &why).await? {
                    handler.given_up(&mut tx.conn(), job, &why).await?;
                }
            }
        }
        Ok(tx.commit().await?)
    }
}

/// Has a job done in a task of its own, so that neither a panic nor endless waiting stops the worker.
async fn attempt(handler: Arc<dyn Handler>, job: Job) -> Result<(), Trouble> {
    let work = async move { timeout(PATIENCE, handler.run(&job)).await };
    match tokio::spawn(work).await {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(_)) => Err(Trouble::Later(anyhow!("not done within {PATIENCE:?}"))),
        Err(_) => Err(Trouble::Later(anyhow!("the handler panicked"))),
    }
}
