//! Follows every link of the site, as a search engine would.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use axum::http::{StatusCode, header};
use testing::TestApp;
use testing::crawl::own_path;
use testing::html::faults;

/// Pages that a crawl from the start pages must have seen.
const MUST_SEE: [&str; 25] = [
    "/",
    "/aktuelles",
    "/prozess",
    "/ziele",
    "/handlungsfelder",
    "/handlungsfelder/vielfalt",
    "/veranstaltungen",
    "/veranstaltungen/kongress-2018",
    "/verabredungen",
    "/empfehlungen",
    "/projekte",
    "/papiere",
    "/leitfragen",
    "/dokumentation",
    "/mitwirkende",
    "/mitwirkende/ruhrfutur",
    "/kontakt",
    "/presse",
    "/suche",
    "/impressum",
    "/datenschutz",
    "/barrierefreiheit",
    "/faden",
    "/seiten/mitmachen",
    "/leicht",
];

#[tokio::test]
async fn every_link_leads_to_a_sound_page_in_both_languages() {
    let app = TestApp::new().await;
    let mut seen = BTreeSet::from(["/".to_owned(), "/en".to_owned()]);
    let mut queue: VecDeque<String> = seen.iter().cloned().collect();
    let mut problems: BTreeMap<String, Vec<String>> = BTreeMap::new();
    while let Some(path) = queue.pop_front() {
        assert!(seen.len() < 5_000, "the crawl does not end");
        let reply = app.get(&path).await;
        if reply.status != StatusCode::OK {
            problems.entry(path).or_default().push(format!("answers {}", reply.status));
            continue;
        }
        assert!(reply.headers.get(header::SET_COOKIE).is_none(), "{path} sets a cookie");
        if !reply.header(header::CONTENT_TYPE).starts_with("text/html") {
            continue;
        }
        let page = reply.page();
        let found = faults(&page, language_of(&path));
        if !found.is_empty() {
            problems.entry(path.clone()).or_default().extend(found);
        }
        let linked = page.attributes("a, link", "href").into_iter().chain(page.attributes("form", "action"));
        for link in linked.filter_map(|href| own_path(&href)) {
            if seen.insert(link.clone()) {
                queue.push_back(link);
            }
        }
    }
    assert!(problems.is_empty(), "{problems:#?}");
    for path in MUST_SEE {
        assert!(seen.contains(path), "no link leads to {path}");
        let english = if path == "/" { "/en".to_owned() } else { format!("/en{path}") };
        assert!(path == "/leicht" || seen.contains(&english), "no link leads to {english}");
    }
}

fn language_of(path: &str) -> &'static str {
    let first = path.split(['/', '?']).nth(1).unwrap_or_default();
    match first {
        "en" => "en",
        "leicht" => "de-simple",
        _ => "de",
    }
}
