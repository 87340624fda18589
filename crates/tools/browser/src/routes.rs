//! The routes of the application, and the route of an address.

use web::Site;

/// All routes of a site, as the router was given them: `/veranstaltungen/{slug}`.
///
/// axum has no interface for its table but prints it for debugging. If that changes, the list is
/// too short, and pages no longer find their routes, which fails the tests.
pub(crate) fn all(site: &Site) -> Vec<String> {
    let printed = format!("{site:?}");
    // `RouteId(7): "/veranstaltungen/{slug}"`; other things that are printed have paths too, as the database has.
    let routes = printed.split("RouteId(").filter_map(|rest| rest.split_once("): \"")?.1.split('"').next());
    let mut routes: Vec<String> = routes.filter(|route| route.starts_with('/')).map(ToOwned::to_owned).collect();
    // Nesting adds a hidden route for everything below a prefix.
    routes.retain(|route| !route.contains("{*"));
    routes.sort_unstable();
    routes.dedup();
    routes
}

/// The matching route with the fewest placeholders.
pub(crate) fn of<'r>(routes: &'r [String], address: &str) -> Option<&'r str> {
    let path = address.split('?').next().unwrap_or_default();
    let fitting = routes.iter().filter(|route| fits(route, path));
    fitting.min_by_key(|route| route.matches('{').count()).map(String::as_str)
}

fn fits(route: &str, path: &str) -> bool {
    let mut pieces = path.split('/');
    let all_fit = route.split('/').all(|expected| {
        pieces.next().is_some_and(|piece| expected == piece || (expected.starts_with('{') && !piece.is_empty()))
    });
    all_fit && pieces.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn a_path_belongs_to_the_route_with_the_fewest_placeholders() {
        let routes = ["/", "/en", "/a/{slug}", "/a/b", "/a/{slug}/c"].map(ToOwned::to_owned);
        let found = ["/", "/en", "/a/b?x=1", "/a/z", "/a/b/c", "/a/", "/q"].map(|path| of(&routes, path));
        let expected = [Some("/"), Some("/en"), Some("/a/b"), Some("/a/{slug}"), Some("/a/{slug}/c"), None, None];
        assert_eq!(found, expected);
    }
}
