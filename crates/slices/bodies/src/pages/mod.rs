//! The pages of this slice.

mod contact;
mod list;
mod map;
mod matrix;
mod query;
mod show;

use axum::Router;
use axum_extra::routing::RouterExt as _;
use web::AppState;

pub(crate) use contact::page as contact;
pub(crate) use show::show;

/// The public routes.
pub fn router() -> Router<AppState> {
    Router::new().typed_get(list::show).typed_get(show::show).typed_get(contact::show)
}

/// A web address in short: without scheme and closing slash.
pub fn bare(url: &str) -> &str {
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
