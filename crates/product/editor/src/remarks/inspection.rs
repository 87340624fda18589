//! The inspection: every night, and when somebody asks for it, everything that the public sees is looked at.

use std::sync::Arc;

use axum::Router;
use axum::http::Uri;
use golden_thread::EntryId;
use serde::{Deserialize, Serialize};
use services::jobs::{BoxFuture, DailyWork, Handler, Job, Queue, Trouble};
use uuid::Uuid;
use web::{AppState, Ctx};

use super::store::{self, Progress};
use super::{Remark, find};
use crate::entries::revision;

/// The number of entries whose remarks are kept in one transaction.
const BATCH: usize = 100;

/// The inspection that somebody asked for.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Inspect {}

impl Job for Inspect {
    const KIND: &'static str = "inspect";
    const QUEUE: Queue = Queue::Bulk;

    fn name(&self) -> Option<String> {
        // One is enough, however many people ask.
        Some(Self::KIND.to_owned())
    }
}

/// Looks at everything that the public sees. Doing it twice finds the same.
#[derive(Debug, Clone)]
pub(crate) struct Inspection {
    pub(crate) state: AppState,
}

impl Inspection {
    async fn look(&self) -> anyhow::Result<()> {
        let ctx = Ctx::new(&self.state, &Uri::from_static("/"));
        let routes = public_routes();
        let entries = store::public(&mut self.state.db.read().await?.conn()).await?;
        let begun_at = self.state.clock.now();
        let total = i64::try_from(entries.len())?;
        let mut looked_at = 0;
        for batch in entries.chunks(BATCH) {
            let found = self.find_all(&ctx, &routes, batch).await?;
            looked_at += i64::try_from(batch.len())?;
            self.keep(&found, Progress { begun_at, ended_at: None, looked_at, total }).await?;
        }
        let ended_at = Some(self.state.clock.now());
        let mut tx = self.state.db.write().await?;
        store::forget_hidden(&mut tx.conn()).await?;
        store::note(&mut tx.conn(), Progress { begun_at, ended_at, looked_at: total, total }).await?;
        Ok(tx.commit().await?)
    }

    async fn find_all(
        &self,
        ctx: &Ctx,
        routes: &Arc<Router<AppState>>,
        batch: &[(EntryId, i64)],
    ) -> anyhow::Result<Vec<(EntryId, Vec<Remark>)>> {
        let mut found = Vec::with_capacity(batch.len());
        for (id, live) in batch {
            let document = revision(&mut self.state.db.read().await?.conn(), *id, *live).await?;
            let remarks = find(ctx, None, routes, &document).await;
            found.push((*id, remarks.map_err(|error| anyhow::anyhow!("{error:?}"))?));
        }
        Ok(found)
    }

    async fn keep(&self, found: &[(EntryId, Vec<Remark>)], progress: Progress) -> anyhow::Result<()> {
        let mut tx = self.state.db.write().await?;
        for (id, remarks) in found {
            store::replace(&mut tx.conn(), *id, remarks).await?;
        }
        store::note(&mut tx.conn(), progress).await?;
        Ok(tx.commit().await?)
    }
}

/// Every public page of every slice, through which links are followed.
pub(crate) fn public_routes() -> Arc<Router<AppState>> {
    Arc::new(desk_kit::slices().iter().fold(Router::new(), |routes, slice| routes.merge((slice.public)())))
}

impl Handler for Inspection {
    type Job = Inspect;

    fn run(&self, _: Uuid, _: Inspect) -> BoxFuture<'_, Result<(), Trouble>> {
        Box::pin(async move { self.look().await.map_err(Trouble::Later) })
    }
}

impl DailyWork for Inspection {
    fn kind(&self) -> &'static str {
        "inspect-daily"
    }

    fn run(&self) -> BoxFuture<'_, Result<(), Trouble>> {
        Box::pin(async move { self.look().await.map_err(Trouble::Later) })
    }
}
