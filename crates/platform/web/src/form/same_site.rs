//! CSRF protection: rejects forms that a page of another site made a browser send.

use axum::http::{HeaderMap, HeaderName, header};

/// The relation between the page that began a request and this site; pages cannot forge it.
const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
/// The use to which the browser will put the answer.
const FETCH_DEST: HeaderName = HeaderName::from_static("sec-fetch-dest");

/// True if a browser says that another site sent this form in its visitor's name.
///
/// `Sec-Fetch-Site` decides if it is there. Browsers omit it on plain HTTP and old ones do not know it; then
/// `Origin` must be ours. `null` tells nothing: because of our own `Referrer-Policy` such browsers send it with
/// our forms. A client that sends neither is no browser, and acts for itself.
pub fn is_from_another_site(headers: &HeaderMap, public_url: &str) -> bool {
    let value = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    if let Some(site) = value(FETCH_SITE) {
        return !matches!(site, "same-origin" | "none");
    }
    match value(header::ORIGIN) {
        None | Some("null") => false,
        Some(origin) => {
            let host = value(header::HOST).unwrap_or_default();
            origin != public_url && origin.split_once("://").is_none_or(|(_, authority)| authority != host)
        }
    }
}

/// True if a browser fetches this as a part of a page, such as an image, and not by navigation. Browsers
/// omit the header on plain HTTP, and old ones do not know it.
pub fn is_embedded(headers: &HeaderMap) -> bool {
    headers.get(FETCH_DEST).is_some_and(|dest| dest != "document")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn picture_of_a_page_is_nobody_who_goes_there() {
        let is = |dest: &'static str| is_embedded(&HeaderMap::from_iter([(FETCH_DEST, dest.parse().unwrap())]));
        assert_eq!([is("image"), is("iframe"), is("document")], [true, true, false]);
        assert!(!is_embedded(&HeaderMap::new()));
    }

    fn is_foreign(headers: &[(HeaderName, &'static str)]) -> bool {
        let headers = headers.iter().map(|(name, value)| (name.clone(), value.parse().unwrap())).collect();
        is_from_another_site(&headers, "https://zukunft.example")
    }

    #[test]
    fn word_of_the_browser_decides() {
        for (site, foreign) in [("same-origin", false), ("none", false), ("same-site", true), ("cross-site", true)] {
            let origin = (header::ORIGIN, "https://zukunft.example");
            assert_eq!(is_foreign(&[(FETCH_SITE, site), origin]), foreign, "{site}");
        }
    }

    #[test]
    fn without_it_the_origin_must_be_ours() {
        let host = (header::HOST, "10.0.0.7:8080");
        let from = |origin| is_foreign(&[(header::ORIGIN, origin), host.clone()]);
        assert!(!from("https://zukunft.example") && !from("http://10.0.0.7:8080") && !from("null"));
        assert!(from("https://evil.example") && from("https://zukunft.example.evil.example") && from("10.0.0.7:8080"));
        assert!(!is_foreign(&[]), "no browser");
    }
}
