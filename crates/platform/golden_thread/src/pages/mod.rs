//! The pages that show the thread itself: all of it, and the whole way of one entry; and the search over all entries.

mod all;
pub(crate) mod gone;
mod list;
pub mod picture;
mod search;
mod tree;
mod whole_way;

use axum::Router;
use axum_extra::routing::{RouterExt as _, TypedPath};
use base::Slug;
use serde::Deserialize;
use web::AppState;

pub use list::{CardList, Year, by_year};

/// `/faden`
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/faden")]
pub struct ThreadPath;

/// `/faden/woher/{folder}/{slug}`
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/faden/woher/{folder}/{slug}")]
pub struct OriginsPath {
    folder: String,
    slug: Slug,
}

/// `/faden/wohin/{folder}/{slug}`
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/faden/wohin/{folder}/{slug}")]
pub struct OutcomesPath {
    folder: String,
    slug: Slug,
}

/// `/suche`
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/suche")]
pub struct SearchPath;

/// The public routes of this room.
pub fn router() -> Router<AppState> {
    Router::new()
        .typed_get(all::show)
        .typed_get(search::show)
        .typed_get(whole_way::origins)
        .typed_get(whole_way::outcomes)
}
