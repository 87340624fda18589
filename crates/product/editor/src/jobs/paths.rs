//! The paths of the alarms.

use axum_extra::routing::TypedPath;
use serde::Deserialize;
use uuid::Uuid;

/// `/redaktion/auftraege`: the alarms of the work in the background.
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
