//! The paths of the acts on the start page.

use axum_extra::routing::TypedPath;
use serde::Deserialize;

/// `POST /redaktion/erste-schritte/ablage`: puts the list away.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/erste-schritte/ablage")]
pub(super) struct PuttingAwayPath;

/// `POST /redaktion/erste-schritte/rueckkehr`: brings the list back.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/erste-schritte/rueckkehr")]
pub(super) struct BringingBackPath;
