//! The public pages of events and documents.

mod document;
mod documents;
mod list;
mod parts;
mod results;
mod show;
#[cfg(test)]
mod tests;

use axum::Router;
use axum_extra::routing::RouterExt as _;
use web::AppState;

pub(crate) use document::show as document;
pub(crate) use show::show as event;

/// The public routes of this slice.
pub fn router() -> Router<AppState> {
    Router::new().typed_get(list::show).typed_get(show::show).typed_get(documents::show).typed_get(document::show)
}
