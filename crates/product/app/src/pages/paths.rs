//! The paths of the pages that show several slices at once.

use axum_extra::routing::TypedPath;
use serde::Deserialize;

/// `/`: the start page.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/")]
pub(crate) struct StartPath;
