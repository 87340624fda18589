//! The list of pages is complete: the suite has seen every page of the application.

use std::collections::BTreeSet;

use base::Locale;
use browser::{Form, Visit, checks, record};

/// Routes that answer with something other than a page, and routes that only accept forms.
const NO_PAGE: [&str; 2] = ["/assets/{file}", "/healthz"];

/// Routes without a page in the shipped content: nobody has handed in an idea yet (it shares its
/// template with the other outcomes), and a receipt exists only after sending a form, as the
/// suite does. Pictures and files come with an initiative's own work.
const NO_CONTENT: [&str; 5] = [
    "/projektideen/{slug}",
    "/nachricht/{receipt}",
    "/medien/{slug}",
    "/medien/{slug}/{file}",
    "/medien/{slug}/datei/{name}",
];

/// The path prefixes of the desk and of signing in, which the suite for the desk covers.
const OF_THE_DESK: [&str; 3] = ["/redaktion", "/anmelden", "/vorschau"];

#[tokio::test(flavor = "multi_thread")]
async fn every_route_is_on_the_list_in_every_language_it_has() {
    let visit = Visit::start().await;
    let listed: BTreeSet<(Locale, &str)> =
        visit.pages().iter().map(|page| (page.language, page.kind.trim_end_matches('?'))).collect();
    for route in visit.application.routes.iter().filter(|route| !NO_PAGE.contains(&route.as_str())) {
        let (language, kind) = of(route);
        // Pages in Leichte Sprache exist only where somebody has written one; the overview links each of them.
        let is_of_desk = OF_THE_DESK.iter().any(|start| kind.starts_with(start));
        let has_no_page = is_of_desk || NO_CONTENT.contains(&kind) || (language == Locale::Easy && kind != "/leicht");
        if has_no_page {
            continue;
        }
        assert!(listed.contains(&(language, kind)), "no page stands for the route {route}: link to it somewhere");
    }
    visit.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_record_names_the_tools_and_all_kinds_of_pages() {
    let visit = Visit::start().await;
    let kinds: BTreeSet<(&str, Option<Form>)> =
        visit.pages().iter().map(|page| (page.kind.as_str(), page.form)).collect();
    let (axe, browser) = (checks::axe::version().to_owned(), visit.browser.version());
    record::Head { axe, browser, kinds: kinds.len() }.settle();
    visit.end().await;
}

/// The language of a route, and its German version if it has one.
fn of(route: &str) -> (Locale, &str) {
    match route.strip_prefix(Locale::En.prefix()) {
        Some("") => (Locale::En, "/"),
        Some(rest) if rest.starts_with('/') => (Locale::En, rest),
        _ if route.starts_with(Locale::Easy.prefix()) => (Locale::Easy, route),
        _ => (Locale::De, route),
    }
}
