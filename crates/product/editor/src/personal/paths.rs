//! The path of the register.

use axum_extra::routing::TypedPath;
use serde::Deserialize;

/// `/redaktion/datenverzeichnis`: the register of personal data.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/datenverzeichnis")]
pub(crate) struct PersonalPath;
