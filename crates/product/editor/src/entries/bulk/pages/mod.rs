//! The pages of acts on many entries.

mod act;
mod selection;

use axum::Router;
use axum_extra::routing::RouterExt as _;
use web::{AppState, Notices};

pub(crate) use selection::value;

/// The routes of acts on many entries.
pub(crate) fn router() -> Router<AppState> {
    Router::new().typed_post(selection::show).typed_post(selection::begin).typed_get(act::show).typed_post(act::undo)
}

/// The flash messages of an act.
const NOTICES: Notices = Notices { done: &[], refused: &[("vorbei", "bulk-notice-vorbei")] };
