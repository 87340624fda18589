//! Once a day: deletes the content of messages whose retention has ended.

use base::{Clock, Ids};
use db::Db;
use services::jobs::{BoxFuture, Handler, Job, Trouble, run_tomorrow};

use crate::store;

/// Deletes what is not needed any more. Days and case numbers stay.
#[derive(Debug)]
pub struct Purge {
    /// Where the messages are.
    pub db: Db,
    /// The clock.
    pub clock: Clock,
    /// Ids for the next day's job.
    pub ids: Ids,
}

impl Purge {
    /// The kind of its jobs.
    pub const KIND: &str = "purge-messages";
}

impl Handler for Purge {
    fn kind(&self) -> &'static str {
        Self::KIND
    }

    fn run<'a>(&'a self, _: &'a Job) -> BoxFuture<'a, Result<(), Trouble>> {
        Box::pin(async move {
            let mut tx = self.db.write().await?;
            let messages = store::purge(&mut tx.conn(), self.clock.today()).await?;
            run_tomorrow(&mut tx.conn(), (&self.clock, &self.ids), Self::KIND).await?;
            tx.commit().await?;
            if messages > 0 {
                tracing::info!(messages, "content of old messages deleted");
            }
            Ok(())
        })
    }
}
