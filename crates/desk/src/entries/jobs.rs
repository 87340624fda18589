//! What happens at an instant: a version goes public.

use serde::{Deserialize, Serialize};
use services::jobs::{BoxFuture, Handler, Job, Trouble};
use uuid::Uuid;
use web::AppState;

use super::actions::{self, Refusal};

/// The kind of the job.
pub(crate) const SCHEDULED: &str = "publish-entry";

/// What the job needs to know.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Publication {
    /// The entry.
    pub(crate) entry: Uuid,
    /// The version.
    pub(crate) number: i64,
    /// Who asked for it.
    pub(crate) by: Option<Uuid>,
    /// What they were called.
    pub(crate) name: String,
}

/// Publishes versions whose instant has come. Doing it twice finds nothing to do the second time.
#[derive(Debug)]
pub struct Schedule {
    /// The state that the pages share.
    pub state: AppState,
}

impl Handler for Schedule {
    fn kind(&self) -> &'static str {
        SCHEDULED
    }

    fn run<'a>(&'a self, job: &'a Job) -> BoxFuture<'a, Result<(), Trouble>> {
        Box::pin(async move {
            let publication: Publication = job.payload()?;
            match actions::publish_due(&self.state, &publication).await {
                Ok(()) => Ok(()),
                Err(Refusal::Broken(cause)) => Err(Trouble::Later(cause)),
                Err(refused) => Err(Trouble::Never(anyhow::anyhow!("not published: {refused:?}"))),
            }
        })
    }
}
