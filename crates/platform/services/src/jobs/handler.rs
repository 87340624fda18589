//! Handlers of jobs: typed for their authors, untyped for the worker.

use std::fmt::Debug;
use std::sync::Arc;

use db::{BoxFuture, Conn};
use uuid::Uuid;

use super::store::Taken;
use super::{Job, Queue, payload};

/// The reason why an attempt failed. The message reaches the log and the desk, so it must hold no address
/// and no secret.
#[derive(Debug)]
pub enum Trouble {
    /// Retryable: it may succeed later.
    Later(anyhow::Error),
    /// Permanent: it will never succeed.
    Never(anyhow::Error),
    /// Permanent: this version of the program cannot read the payload.
    Unreadable(anyhow::Error),
    /// A resource that all jobs of the queue need is out of order. The queue pauses; the job keeps its
    /// place and the failure is not counted.
    Outage(anyhow::Error),
}

/// Breakage travels up with `?` and is retryable.
impl<E: Into<anyhow::Error>> From<E> for Trouble {
    fn from(cause: E) -> Self {
        Self::Later(cause.into())
    }
}

/// Runs the jobs of one type.
pub trait Handler: Debug + Send + Sync + 'static {
    /// The payload of its jobs.
    type Job: Job;

    /// Runs a job. It must be idempotent; `id` is the same in each attempt.
    fn run(&self, id: Uuid, job: Self::Job) -> BoxFuture<'_, Result<(), Trouble>>;

    /// Called when a job is given up, in the transaction that records it.
    fn given_up<'a>(
        &'a self,
        conn: &'a mut Conn<'_>,
        job: Self::Job,
        why: &'a str,
    ) -> BoxFuture<'a, anyhow::Result<()>> {
        let _ = (conn, job, why);
        Box::pin(async { Ok(()) })
    }
}

/// The kind of the jobs that a handler does.
pub const fn kind_of<H: Handler>() -> &'static str {
    H::Job::KIND
}

/// A handler as the worker sees it: the payload is still JSON.
pub(super) trait AnyHandler: Debug + Send + Sync {
    fn kind(&self) -> &'static str;
    fn queue(&self) -> Queue;
    fn run<'a>(&'a self, job: &'a Taken) -> BoxFuture<'a, Result<(), Trouble>>;
    fn given_up<'a>(
        &'a self,
        conn: &'a mut Conn<'_>,
        job: &'a Taken,
        why: &'a str,
    ) -> BoxFuture<'a, anyhow::Result<()>>;
}

pub(super) type Handlers = Vec<Arc<dyn AnyHandler>>;

impl<H: Handler> AnyHandler for H {
    fn kind(&self) -> &'static str {
        H::Job::KIND
    }

    fn queue(&self) -> Queue {
        H::Job::QUEUE
    }

    fn run<'a>(&'a self, job: &'a Taken) -> BoxFuture<'a, Result<(), Trouble>> {
        match payload::read(&job.payload) {
            Ok(payload) => Handler::run(self, job.id, payload),
            Err(unreadable) => Box::pin(async { Err(unreadable) }),
        }
    }

    fn given_up<'a>(
        &'a self,
        conn: &'a mut Conn<'_>,
        job: &'a Taken,
        why: &'a str,
    ) -> BoxFuture<'a, anyhow::Result<()>> {
        match payload::read(&job.payload) {
            Ok(payload) => Handler::given_up(self, conn, payload, why),
            // Without a readable payload there is nothing to do: the alarm at the desk remains.
            Err(_) => Box::pin(async { Ok(()) }),
        }
    }
}
