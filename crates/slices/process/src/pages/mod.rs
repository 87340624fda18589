//! The public pages of this slice.

mod field;
mod fields;
mod goal;
mod goals;
mod milestone;
mod phase;
mod timeline;

use axum::Router;
use axum_extra::routing::RouterExt as _;
use web::AppState;

pub(crate) use field::show as field;
pub(crate) use goal::show as goal;
pub(crate) use milestone::show as milestone;
pub(crate) use phase::show as phase;

/// The public routes of this slice.
pub fn router() -> Router<AppState> {
    Router::new()
        .typed_get(timeline::show)
        .typed_get(phase::show)
        .typed_get(milestone::show)
        .typed_get(goals::show)
        .typed_get(goal::show)
        .typed_get(fields::show)
        .typed_get(field::show)
}
