//! Thanks to whom wished for a book, and the end of what is kept of them.

use base::Locale;
use db::BoxFuture;
use serde::{Deserialize, Serialize};
use services::jobs::{Chore, Handler, Job, Queue, Trouble};
use services::mail::{self, Mail, Subject};
use uuid::Uuid;
use web::AppState;

use super::store;

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Thanks {
    pub(super) email: String,
    pub(super) event: String,
}

impl Job for Thanks {
    const KIND: &'static str = "trial-thanks";
    const QUEUE: Queue = Queue::Now;
}

#[derive(Debug)]
pub(super) struct SendThanks {
    pub(super) state: AppState,
}

impl Handler for SendThanks {
    type Job = Thanks;

    fn run(&self, _: Uuid, job: Thanks) -> BoxFuture<'_, Result<(), Trouble>> {
        Box::pin(async move {
            let state = &self.state;
            let to = job.email.parse().map_err(|_| Trouble::Never(anyhow::anyhow!("no address")))?;
            let subject = state.texts.get(Locale::De, "trial-mail", &[("event", job.event.as_str().into())]);
            let mut tx = state.db.write().await?;
            let letter = Mail::new(to, Subject::new(&subject), subject);
            mail::enqueue(&mut tx.conn(), state.now(), &letter).await?;
            tx.commit().await?;
            Ok(())
        })
    }
}

/// Wishes are forgotten.
pub(super) const CHORE: Chore =
    Chore { kind: "trial-forget", clean: |conn, clock| Box::pin(store::forget(conn, clock.now())) };
