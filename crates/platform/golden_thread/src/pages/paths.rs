//! The paths of the thread and the search. The router strips the language, so they have none.

use axum_extra::routing::TypedPath;
use base::Slug;
use serde::Deserialize;

/// `/faden`: the thread as a whole.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/faden")]
pub struct ThreadPath;

/// `/faden/woher/{folder}/{slug}`: the origins of an entry.
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/faden/woher/{folder}/{slug}")]
pub struct OriginsPath {
    pub(super) folder: String,
    pub(super) slug: Slug,
}

/// `/faden/wohin/{folder}/{slug}`: the outcomes of an entry.
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/faden/wohin/{folder}/{slug}")]
pub struct OutcomesPath {
    pub(super) folder: String,
    pub(super) slug: Slug,
}

/// `/suche`: the search.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/suche")]
pub struct SearchPath;
