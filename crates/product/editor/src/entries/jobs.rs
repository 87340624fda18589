//! The job that publishes a version at an instant.

use db::Conn;
use serde::{Deserialize, Serialize};
use services::jobs::{BoxFuture, Handler, Job, Queue, Trouble};
use uuid::Uuid;
use web::AppState;

use super::actions::{self, Refusal};
use super::not_published;

/// A version that goes public at an instant.
#[derive(Debug, Serialize, Deserialize)]
pub struct Publication {
    /// The entry.
    pub(crate) entry: Uuid,
    /// The version.
    pub(crate) number: i64,
    /// The person who scheduled it.
    pub(crate) by: Option<Uuid>,
    /// Their name.
    pub(crate) name: String,
}

impl Job for Publication {
    const KIND: &'static str = "publish-entry";
    const QUEUE: Queue = Queue::Now;
}

/// Publishes versions whose instant has come. Doing it twice finds nothing to do the second time.
#[derive(Debug)]
pub struct Schedule {
    /// The state that the pages share.
    pub state: AppState,
}

impl Handler for Schedule {
    type Job = Publication;

    fn run(&self, _: Uuid, publication: Publication) -> BoxFuture<'_, Result<(), Trouble>> {
        Box::pin(async move {
            match actions::publish_due(&self.state, &publication).await {
                Ok(()) => Ok(()),
                Err(Refusal::Broken(cause)) => Err(Trouble::Later(cause)),
                Err(refused) => Err(Trouble::Never(anyhow::anyhow!("not published: {refused:?}"))),
            }
        })
    }

    fn given_up<'a>(
        &'a self,
        conn: &'a mut Conn<'_>,
        publication: Publication,
        _: &'a str,
    ) -> BoxFuture<'a, anyhow::Result<()>> {
        Box::pin(async move { not_published::note(conn, &self.state, &publication).await })
    }
}
