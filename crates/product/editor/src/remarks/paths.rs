//! The paths of remarks. The router strips the language, so these paths have none.

use axum_extra::routing::TypedPath;
use serde::Deserialize;

/// `/redaktion/hinweise`: remarks about everything that the public sees.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/hinweise")]
pub(crate) struct RemarksPath;

/// `/redaktion/hinweise/pruefung`: asks for an inspection.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/hinweise/pruefung")]
pub(crate) struct InspectionPath;
