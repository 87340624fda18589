//! Once a day: deletes media that were withdrawn long enough ago.

use base::{Clock, Ids};
use db::Db;
use jiff::SignedDuration;
use services::jobs::{BoxFuture, Handler, Job, Trouble, run_tomorrow};

use crate::medium::Medium;
use crate::store;

/// Deletes what was withdrawn and not brought back.
#[derive(Debug)]
pub struct Purge {
    /// Where the media are.
    pub db: Db,
    /// The clock.
    pub clock: Clock,
    /// Ids for the next day's job.
    pub ids: Ids,
}

impl Purge {
    /// The kind of its jobs.
    pub const KIND: &str = "purge-media";
}

impl Handler for Purge {
    fn kind(&self) -> &'static str {
        Self::KIND
    }

    fn run<'a>(&'a self, _: &'a Job) -> BoxFuture<'a, Result<(), Trouble>> {
        Box::pin(async move {
            let kept = SignedDuration::from_hours(24 * Medium::KEPT_DAYS);
            let before = self.clock.now().saturating_sub(kept).unwrap_or(jiff::Timestamp::MIN);
            let mut tx = self.db.write().await?;
            let media = store::purge(&mut tx.conn(), before).await?;
            run_tomorrow(&mut tx.conn(), (&self.clock, &self.ids), Self::KIND).await?;
            tx.commit().await?;
            if media > 0 {
                tracing::info!(media, "withdrawn media deleted");
            }
            Ok(())
        })
    }
}
