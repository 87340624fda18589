//! Where the alarms are.

use axum_extra::routing::TypedPath;
use serde::Deserialize;
use uuid::Uuid;

/// `/redaktion/auftraege`: what the work in the background has to say.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/auftraege")]
pub(crate) struct JobsPath;

/// `/redaktion/auftraege/{job}/wiederholung`: a job that was given up is tried again.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/auftraege/{job}/wiederholung")]
pub(crate) struct RetryPath {
    /// Its id.
    pub(crate) job: Uuid,
}

/// `/redaktion/auftraege/{job}/verzicht`: a job that was given up is dismissed.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/auftraege/{job}/verzicht")]
pub(crate) struct DismissalPath {
    /// Its id.
    pub(crate) job: Uuid,
}
