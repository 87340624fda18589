//! CSRF protection: whether a form comes from one of our own pages.

use axum::http::{HeaderMap, HeaderName, header};

/// What browsers say of where a request began; no page can forge it.
const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
/// What browsers say of what they will do with the answer.
const FETCH_DEST: HeaderName = HeaderName::from_static("sec-fetch-dest");

/// Whether a browser says that another site sent this form in its visitor's name.
///
/// `Sec-Fetch-Site` decides where it is there. Browsers leave it out on plain HTTP and old ones do not
/// know it; then `Origin` must be ours. `null` tells nothing: by our own `Referrer-Policy` such
/// browsers send it with forms of ours. What sends neither is no browser and acts for itself.
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

/// Whether a browser fetches this as a part of a page, such as a picture, and not because its visitor
/// goes there. Browsers leave the header out on plain HTTP, and old ones do not know it.
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
