//! Once a day: drafts that were deleted long enough ago are deleted for good.

use anyhow::Context as _;
use golden_thread::EntryId;
use services::jobs::{BoxFuture, DailyWork, Trouble};
use web::AppState;

use super::naming::{Naming, naming};
use super::{KEPT, store};
use crate::entries::store as entries_store;

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
                tracing::info!(entry = %id.0, %cause, "a deleted draft stays in the bin");
            }
        }
        Ok(())
    }

    async fn dispose(&self, id: EntryId) -> anyhow::Result<()> {
        let mut tx = self.state.db.write().await?;
        let conn = &mut tx.conn();
        anyhow::ensure!(!store::is_needed(conn, id).await?, "a contact or a role is about it");
        let name = entries_store::name(conn, id).await?.context("it has no card")?;
        // An entry that names one which is gone could not be saved any more.
        let Naming { public, others } = naming(conn, id, (name.0, &name.1)).await?;
        anyhow::ensure!(public.is_empty() && others.is_empty(), "another entry names it");
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
