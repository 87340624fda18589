//! Every kind of page, found by crawling the site, so that none can be forgotten.
//!
//! Pages of one route are of one kind, and a list with a query is a separate kind. Each kind is represented by
//! its richest page; lists with a query also by the poorest, because that is the empty one.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use base::Locale;
use tower::ServiceExt as _;
use web::Site;

use crate::routes;

/// Addresses without a link to them: error pages, and addresses that people type.
const UNLINKED: [&str; 6] = [
    NOWHERE,
    "/veranstaltungen/%ff",
    "/veranstaltungen?jahr=1850",
    "/suche?q=Kongress",
    "/suche?q=Bildungkette",
    "/suche?q=xyzqwv",
];

/// An address that does not exist.
const NOWHERE: &str = "/gibt-es-nicht";

/// A limit for the crawl: more pages than the shipped content can have.
const MOST_PAGES: usize = 5_000;

/// A page that represents its kind.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Page {
    /// Path and query.
    pub address: String,
    /// The language in which it is requested.
    pub language: Locale,
    /// The route of its German version, followed by `?` if it has a query; for errors their status.
    pub kind: String,
    /// The treatment of the form on the page before it is checked.
    pub form: Option<Form>,
}

/// The treatment of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// It is sent unchanged and comes back with its errors.
    Empty,
    /// It is filled in and sent, which leads to a receipt.
    Filled,
}

impl Form {
    /// The page itself, and both results of its form.
    const AND_WITHOUT: [Option<Self>; 3] = [None, Some(Self::Empty), Some(Self::Filled)];
}

impl std::fmt::Display for Page {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.address)?;
        match self.form {
            None => Ok(()),
            Some(Form::Empty) => f.write_str(" (form sent empty)"),
            Some(Form::Filled) => f.write_str(" (form sent)"),
        }
    }
}

/// One answer of the crawl.
struct Answer {
    status: StatusCode,
    is_page: bool,
    text: String,
}

/// Finds the kinds of pages of a site.
pub(crate) async fn of(site: &Site, routes: &[String], address: &str) -> Vec<Page> {
    let mut kinds: BTreeMap<String, Vec<(usize, String)>> = BTreeMap::new();
    let mut seen = BTreeSet::from(["/".to_owned()]);
    let mut queue: VecDeque<String> = seen.iter().cloned().collect();
    while let Some(path) = queue.pop_front() {
        assert!(seen.len() < MOST_PAGES, "the crawl does not end");
        let answer = ask(site, &path).await;
        if !answer.is_page {
            continue;
        }
        for link in links(&answer.text, address) {
            if !link.starts_with("/en") && seen.insert(link.clone()) {
                queue.push_back(link);
            }
        }
        kinds.entry(kind(routes, &path)).or_default().push((answer.text.len(), path));
    }
    let mut chosen: BTreeSet<String> = kinds.into_values().flat_map(representatives).collect();
    let exists = |path: &str| path == NOWHERE || routes::of(routes, path).is_some();
    chosen.extend(UNLINKED.iter().filter(|path| exists(path)).map(|path| (*path).to_owned()));
    in_all_languages(site, routes, chosen).await
}

/// The richest page of a kind; for pages with a query also the poorest.
fn representatives(mut pages: Vec<(usize, String)>) -> Vec<String> {
    pages.sort();
    let has_query = pages.iter().any(|(_, path)| path.contains('?'));
    let poorest = pages.first().filter(|_| has_query).cloned();
    poorest.into_iter().chain(pages.pop()).map(|(_, path)| path).collect()
}

async fn in_all_languages(site: &Site, routes: &[String], chosen: BTreeSet<String>) -> Vec<Page> {
    let mut pages = Vec::new();
    for path in chosen {
        let is_easy = path.starts_with(Locale::Easy.prefix());
        let languages: &[Locale] = if is_easy { &[Locale::Easy] } else { &[Locale::De, Locale::En] };
        for language in languages {
            let address = address_in(*language, &path);
            let answer = ask(site, &address).await;
            let may_refuse = answer.status.is_client_error() && UNLINKED.contains(&path.as_str());
            assert!(answer.status == StatusCode::OK || may_refuse, "{address} answers {}", answer.status);
            assert!(answer.is_page, "{address} is no page");
            let kind = if answer.status.is_success() { kind(routes, &path) } else { answer.status.as_str().to_owned() };
            let forms: &[Option<Form>] =
                if answer.text.contains("method=\"post\"") { &Form::AND_WITHOUT } else { &[None] };
            pages.extend(forms.iter().map(|form| Page {
                address: address.clone(),
                language: *language,
                kind: kind.clone(),
                form: *form,
            }));
        }
    }
    pages.sort();
    pages
}

pub(crate) fn address_in(language: Locale, path: &str) -> String {
    match language {
        Locale::En if path == "/" => "/en".to_owned(),
        Locale::En => format!("/en{path}"),
        Locale::De | Locale::Easy => path.to_owned(),
    }
}

/// The German route of a page, marked if it has a query.
pub(crate) fn kind(routes: &[String], path: &str) -> String {
    let route = routes::of(routes, path).unwrap_or_else(|| panic!("{path} has no route"));
    format!("{route}{}", if path.contains('?') { "?" } else { "" })
}

async fn ask(site: &Site, path: &str) -> Answer {
    let request = Request::get(path).body(Body::empty()).expect("a sound address");
    let response = site.clone().oneshot(request).await.expect("the router never fails");
    let value = |name| response.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let is_page = value(header::CONTENT_TYPE).starts_with("text/html");
    let status = response.status();
    let body = axum::body::to_bytes(response.into_body(), 64 << 20).await.expect("a whole body");
    Answer { status, is_page, text: String::from_utf8_lossy(&body).into_owned() }
}

/// The addresses within the site to which a page links, without fragments.
pub(crate) fn links(text: &str, address: &str) -> Vec<String> {
    let targets = text.split(" href=\"").skip(1).chain(text.split(" action=\"").skip(1));
    let targets = targets.filter_map(|rest| rest.split('"').next());
    let own = targets.filter_map(|target| {
        let target = target.replace("&amp;", "&").replace("&#38;", "&");
        let target = target.strip_prefix(address).unwrap_or(&target);
        let target = target.split('#').next().unwrap_or_default();
        (target.starts_with('/') && !target.starts_with("//")).then(|| target.to_owned())
    });
    own.collect()
}

#[cfg(test)]
mod tests {
    use super::{links, representatives};

    #[test]
    fn the_richest_page_stands_for_its_kind_and_with_queries_the_poorest_too() {
        let pages = |paths: &[(usize, &str)]| paths.iter().map(|(size, path)| (*size, (*path).to_owned())).collect();
        assert_eq!(representatives(pages(&[(3, "/a"), (7, "/b"), (1, "/c")])), ["/b"]);
        assert_eq!(representatives(pages(&[(3, "/a?x"), (7, "/b?x"), (1, "/c?x")])), ["/c?x", "/b?x"]);
    }

    #[test]
    fn links_within_the_site_are_followed() {
        let text = r##"<a href="/a?b=1&amp;c=2#d"> <a href="https://town.example/"> <form action="/e"> <a href="#f">"##;
        assert_eq!(links(text, "http://127.0.0.1:1"), ["/a?b=1&c=2", "/e"]);
    }
}
