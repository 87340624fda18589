//! The pages of this slice.

mod contact;
mod list;
mod map;
mod matrix;
mod query;
mod show;

use axum::{Extension, Router};
use axum_extra::routing::RouterExt as _;
use web::AppState;

use crate::InvolvementsFn;

pub use contact::show as contact_page;

/// The public routes. What bodies did in events and outcomes is told by other slices, so the app
/// hands over how to ask them.
pub fn router(involvements: InvolvementsFn) -> Router<AppState> {
    Router::new().typed_get(list::show).typed_get(show::show).layer(Extension(show::Hook(involvements)))
}

/// A web address as people say it: without scheme and closing slash.
fn bare(url: &str) -> &str {
    let bare = url.split_once("://").map_or(url, |(_, rest)| rest);
    bare.strip_prefix("www.").unwrap_or(bare).trim_end_matches('/')
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn address_is_shown_as_people_say_it() {
        assert_eq!(bare("https://www.essen.de/"), "essen.de");
        assert_eq!(bare("http://ruhrfutur.de/wir"), "ruhrfutur.de/wir");
    }
}
