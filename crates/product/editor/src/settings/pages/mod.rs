//! The pages of the settings.

mod index;
mod section;
mod version;
mod versions;

use axum::Router;
use axum_extra::routing::RouterExt as _;
use web::AppState;

/// The routes of the settings, without language prefix.
pub(crate) fn router() -> Router<AppState> {
    Router::new()
        .typed_get(index::show)
        .typed_get(section::show_section)
        .typed_post(section::save)
        .typed_post(section::try_mail)
        .typed_get(versions::show)
        .typed_get(version::show)
        .typed_post(version::restore)
}
