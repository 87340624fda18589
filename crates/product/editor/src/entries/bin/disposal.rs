//! Once a day: drafts that were deleted long enough ago are deleted for good.

use golden_thread::EntryId;
use services::jobs::{BoxFuture, DailyWork, Trouble};
use web::AppState;

use super::{KEPT, store};

/// Deletes for good. Each draft has a transaction of its own; one that something needs again stays in the bin.
#[derive(Debug)]
pub(crate) struct Disposal {
    pub(crate) state: AppState,
}

impl Disposal {
    async fn run_now(&self) -> anyhow::Result<()> {
        let before = self.state.clock.now() - KEPT;
        let due = store::due(&mut self.state.db.read().await?.conn(), before).await?;
        for id in due {
            if let Err(cause) = self.dispose(id).await {
                tracing::warn!(entry = %id.0, %cause, "a deleted draft stays in the bin");
            }
        }
        Ok(())
    }

    async fn dispose(&self, id: EntryId) -> anyhow::Result<()> {
        let mut tx = self.state.db.write().await?;
        anyhow::ensure!(!store::is_needed(&mut tx.conn(), id).await?, "a contact or a role is about it");
        store::delete(&mut tx.conn(), id).await?;
        Ok(tx.commit().await?)
    }
}

impl DailyWork for Disposal {
    fn kind(&self) -> &'static str {
        "empty-bin"
    }

    fn run(&self) -> BoxFuture<'_, Result<(), Trouble>> {
        Box::pin(async move { self.run_now().await.map_err(Trouble::Later) })
    }
}
