//! The calendar of a month: publications that are scheduled, and events, drafts too.

mod page;
mod store;

use axum::Router;
use axum_extra::routing::RouterExt as _;
use web::AppState;

/// The route of the calendar.
pub(super) fn router() -> Router<AppState> {
    Router::new().typed_get(page::show)
}
