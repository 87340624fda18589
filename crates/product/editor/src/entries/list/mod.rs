//! The list of entries at the desk: searched, filtered, sorted, exported, and acted on row by row.
//!
//! Everybody sees the entries that they may edit and no others, so no row leads to a closed door. The filters stand in the
//! address ([`Wanted`]), so that a view can be kept as a bookmark and the pager does not lose it.

mod choices;
mod missing;
mod page;
pub(super) mod store;
pub(super) mod table;
pub(super) mod wanted;

use axum::Router;
use axum_extra::routing::RouterExt as _;
use web::AppState;

/// The routes of the list.
pub(super) fn router() -> Router<AppState> {
    Router::new().typed_get(page::show).typed_get(table::show)
}
