//! The paths of the lists.

use axum_extra::routing::TypedPath;
use serde::Deserialize;

/// `/redaktion/kontakte`: whom to ask.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/kontakte")]
pub(crate) struct ContactsPath;

/// `/redaktion/quellen`: who says so.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/quellen")]
pub(crate) struct SourcesPath;

/// A version of the contacts is taken up again.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/kontakte/fassungen/{number}/wiederherstellung")]
pub(crate) struct ContactsRestorationPath {
    /// Number of the version.
    pub(crate) number: i64,
}

/// A version of the sources is taken up again.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/quellen/fassungen/{number}/wiederherstellung")]
pub(crate) struct SourcesRestorationPath {
    /// Number of the version.
    pub(crate) number: i64,
}
