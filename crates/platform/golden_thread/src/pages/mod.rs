//! The pages that show the thread itself: all of it, and the whole way of one entry; and the search over all entries.

mod all;
pub(crate) mod gone;
mod list;
mod paths;
pub mod picture;
mod search;
mod tree;
mod whole_way;

use axum::Router;
use axum_extra::routing::RouterExt as _;
use web::AppState;

pub use list::{CardList, Year, by_year};
pub use paths::{OriginsPath, OutcomesPath, SearchPath, ThreadPath};

/// The public routes of this room.
pub fn router() -> Router<AppState> {
    Router::new()
        .typed_get(all::show)
        .typed_get(search::show)
        .typed_get(whole_way::origins)
        .typed_get(whole_way::outcomes)
}
