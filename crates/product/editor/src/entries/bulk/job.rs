//! Entry by entry: while the person waits, and what is left in the background.

use accounts::{PersonId, directory};
use axum::http::Uri;
use serde::{Deserialize, Serialize};
use services::jobs::{self, BoxFuture, Chore, Handler, Job, Queue, Trouble};
use uuid::Uuid;
use web::{AppState, Ctx};

use super::effects::Doing;
use super::{KEPT, Outcome, store};
use crate::remarks;

/// The number of entries that one job sees to, so that it ends in time; then the next one goes on.
const AT_ONCE: i64 = 100;

/// The rest of an act on many entries, or of its undoing.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct BulkWork {
    /// The act.
    id: Uuid,
    /// True if it is undone.
    back: bool,
}

impl Job for BulkWork {
    const KIND: &'static str = "bulk-act";
    const QUEUE: Queue = Queue::Now;
}

/// Sees to the next entries of an act, at most `limit`. What is left a job does.
pub(super) async fn work_off(state: &AppState, id: Uuid, back: bool, limit: i64) -> anyhow::Result<()> {
    let mut reader = state.db.read().await?;
    let conn = &mut reader.conn();
    let Some(bulk) = store::find(conn, id).await? else { return Ok(()) };
    let items = store::waiting(conn, id, back, limit).await?;
    let person = directory::at_work(conn, PersonId(bulk.person)).await?;
    drop(reader);
    let is_full = i64::try_from(items.len())? == limit;
    let (ctx, routes) = (Ctx::new(state, &Uri::from_static("/")), remarks::public_routes());
    let doing = person.as_ref().map(|person| Doing { state, bulk: &bulk, person, ctx, routes });
    for item in items {
        let place = (id, item.place);
        match (&doing, back) {
            (Some(doing), false) => {
                let (outcome, change) = doing.act(item).await;
                let mut tx = state.db.write().await?;
                store::note(&mut tx.conn(), place, outcome, change).await?;
                tx.commit().await?;
            }
            (doing, _) => {
                // Somebody who has left does and undoes nothing.
                let outcome = if let Some(doing) = doing { doing.undo(item).await } else { Outcome::Forbidden };
                let mut tx = state.db.write().await?;
                if back {
                    store::note_undone(&mut tx.conn(), place, outcome).await?;
                } else {
                    store::note(&mut tx.conn(), place, outcome, None).await?;
                }
                tx.commit().await?;
            }
        }
    }
    if is_full {
        let mut tx = state.db.write().await?;
        jobs::enqueue(&mut tx.conn(), state.now(), &BulkWork { id, back }).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Sees to acts on many entries. An entry that has an outcome is not touched again.
#[derive(Debug)]
pub(crate) struct BulkWorker {
    pub(crate) state: AppState,
}

impl Handler for BulkWorker {
    type Job = BulkWork;

    fn run(&self, _: Uuid, work: BulkWork) -> BoxFuture<'_, Result<(), Trouble>> {
        Box::pin(async move { work_off(&self.state, work.id, work.back, AT_ONCE).await.map_err(Trouble::Later) })
    }
}

/// Once a day: acts that are long over are forgotten.
pub(crate) const CHORE: Chore = Chore {
    kind: "forget-bulk-acts",
    clean: |conn, clock| Box::pin(async move { store::forget(conn, clock.now() - KEPT).await }),
};
