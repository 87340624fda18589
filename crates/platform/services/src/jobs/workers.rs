//! All workers of a node: one for each queue, supervised.

use std::future::Future;
use std::sync::Arc;

use base::{Clock, Ids};
use db::Db;
use tokio::sync::watch;
use tokio::task::JoinSet;

use super::attempt::Shared;
use super::chores::{Cleaning, Daily, DailyWork};
use super::handler::{AnyHandler, Handler, Handlers};
use super::supervision::{Crashes, supervise};
use super::worker::Worker;
use super::{Chore, Queue};

/// The workers of a node; nothing runs before [`Workers::run`].
#[derive(Debug, Clone)]
pub struct Workers {
    shared: Shared,
    crashes: Crashes,
    pub(super) handlers: Handlers,
    daily: Vec<Arc<dyn DailyWork>>,
}

impl Workers {
    /// Workers without handlers. Crashes are recorded in `crashes`.
    pub fn new(db: Db, clock: Clock, ids: Ids, crashes: Crashes) -> Self {
        Self { shared: Shared { db, clock, ids }, crashes, handlers: Vec::new(), daily: Vec::new() }
    }

    /// Adds the handler of one type of jobs.
    #[must_use]
    pub fn with(mut self, handler: impl Handler) -> Self {
        self.handlers.push(Arc::new(handler));
        self
    }

    /// Adds daily work.
    #[must_use]
    pub fn with_daily(mut self, work: impl DailyWork) -> Self {
        self.daily.push(Arc::new(work));
        self
    }

    /// Adds chores.
    #[must_use]
    pub fn with_chores(self, chores: &[Chore]) -> Self {
        chores.iter().fold(self, |workers, chore| {
            let Shared { db, clock, .. } = workers.shared.clone();
            workers.with_daily(Cleaning { chore: *chore, db, clock })
        })
    }

    /// Works until `stop` resolves; running jobs are finished first.
    pub async fn run(self, stop: impl Future<Output = ()>) {
        let (stopping, stopped) = watch::channel(false);
        let mut supervised = JoinSet::new();
        for queue in Queue::ALL {
            let (worker, told) = (self.worker(queue), stopped.clone());
            let (crashes, is_over) = (self.crashes.clone(), told.clone());
            supervised.spawn(async move {
                let start = || {
                    let (worker, mut told) = (worker.clone(), told.clone());
                    worker.run(async move {
                        let _ = told.wait_for(|stop| *stop).await;
                    })
                };
                supervise(queue.code(), crashes, || *is_over.borrow(), start).await;
            });
        }
        stop.await;
        stopping.send_replace(true);
        while supervised.join_next().await.is_some() {}
    }

    /// Runs all jobs that are due, and those that follow from them, one after the other, and returns their
    /// number. For tests and commands: the clock does not move.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn run_due(&self) -> anyhow::Result<usize> {
        let mut done = 0;
        loop {
            let mut more = 0;
            for queue in Queue::ALL {
                more += self.worker(queue).run_due().await?;
            }
            if more == 0 {
                return Ok(done);
            }
            done += more;
        }
    }

    fn worker(&self, queue: Queue) -> Worker {
        let of_queue = |handler: &&Arc<dyn AnyHandler>| handler.queue() == queue;
        let mut handlers: Handlers = self.handlers.iter().filter(of_queue).cloned().collect();
        let daily = if queue == Queue::Bulk { self.daily.clone() } else { Vec::new() };
        for work in &daily {
            let Shared { db, clock, .. } = self.shared.clone();
            handlers.push(Arc::new(Daily { db, clock, work: Arc::clone(work) }));
        }
        Worker { queue, shared: self.shared.clone(), handlers, daily }
    }
}
