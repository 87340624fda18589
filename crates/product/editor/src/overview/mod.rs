//! `/redaktion`: the start page of the desk, with counted lists of all that needs attention.
//!
//! For everybody at the desk, first thing in the morning. Each list is a small query of its own, and a
//! person sees the lists that belong to their roles. An empty list is not shown; if all are empty,
//! the page says so.

mod attention;
mod page;
mod store;
mod waiting;

pub(crate) use waiting::COUNTER;

use axum::Router;
use axum_extra::routing::RouterExt as _;
use web::AppState;

/// The route of the start page of the desk.
pub(crate) fn router() -> Router<AppState> {
    Router::new().typed_get(page::show)
}
