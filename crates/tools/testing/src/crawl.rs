//! Follows the links of the site.

use std::collections::{BTreeSet, VecDeque};

use axum::http::header;

use crate::test_app::{PUBLIC_URL, TestApp};

/// Every address that a link from the start pages leads to, over any number of steps.
pub async fn addresses(app: &TestApp) -> BTreeSet<String> {
    let mut seen = BTreeSet::from(["/".to_owned(), "/en".to_owned()]);
    let mut queue: VecDeque<String> = seen.iter().cloned().collect();
    while let Some(path) = queue.pop_front() {
        assert!(seen.len() < 5_000, "the crawl does not end");
        let reply = app.get(&path).await;
        if reply.header(header::CONTENT_TYPE).starts_with("text/html") {
            let page = reply.page();
            let links = page.attributes("a", "href").into_iter().filter_map(|href| own_path(&href));
            queue.extend(links.filter(|link| seen.insert(link.clone())));
        }
    }
    seen
}

/// The path of a link within the site, without fragment; none for mail and other sites.
pub fn own_path(href: &str) -> Option<String> {
    let href = href.strip_prefix(PUBLIC_URL).unwrap_or(href);
    let path = href.split('#').next().unwrap_or_default();
    (path.starts_with('/') && !path.starts_with("//")).then(|| path.to_owned())
}
