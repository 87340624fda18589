//! Where the register is.

use axum_extra::routing::TypedPath;
use serde::Deserialize;

/// `/redaktion/datenverzeichnis`: what is kept of people.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/datenverzeichnis")]
pub(crate) struct PersonalPath;
