//! What has to be cleaned up once a day.

use base::{Clock, Ids};
use db::{Conn, Db};

use super::{BoxFuture, Handler, Job, Trouble, run_tomorrow};

/// Removes what is not needed any more, as of the clock, and tells how many things that were.
type Clean = for<'a> fn(&'a mut Conn<'_>, &'a Clock) -> BoxFuture<'a, db::Result<u64>>;

/// What one room cleans up.
#[derive(Debug, Clone, Copy)]
pub struct Chore {
    /// The kind of its jobs.
    pub kind: &'static str,
    /// Cleans up.
    pub clean: Clean,
}

/// Does a chore once a day, in one transaction with the job of the next day.
#[derive(Debug)]
pub struct Daily {
    /// What is done.
    pub chore: Chore,
    /// Where.
    pub db: Db,
    /// The clock.
    pub clock: Clock,
    /// Ids for the next day's job.
    pub ids: Ids,
}

impl Handler for Daily {
    fn kind(&self) -> &'static str {
        self.chore.kind
    }

    fn run<'a>(&'a self, _: &'a Job) -> BoxFuture<'a, Result<(), Trouble>> {
        Box::pin(async move {
            let mut tx = self.db.write().await?;
            let removed = (self.chore.clean)(&mut tx.conn(), &self.clock).await?;
            run_tomorrow(&mut tx.conn(), (&self.clock, &self.ids), self.chore.kind).await?;
            tx.commit().await?;
            if removed > 0 {
                tracing::info!(chore = self.chore.kind, removed, "cleaned up");
            }
            Ok(())
        })
    }
}
