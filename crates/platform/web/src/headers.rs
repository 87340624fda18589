//! Headers that keep a page to itself: nothing from elsewhere, no script, no frame.

use axum::extract::Request;
use axum::http::HeaderValue;
use axum::http::header::{self, HeaderName};
use axum::middleware::Next;
use axum::response::Response;

/// Closed: what a page needs comes from this server, and inline script or style never runs.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; \
     form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// At the desk, modules of our own may enhance forms and fetch from this server.
const DESK_CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; \
     script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// What every answer carries.
pub(crate) const HEADERS: [(HeaderName, &str); 5] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=(), browsing-topics=()"),
];

/// Browsers that have been here over TLS come back over nothing else for a year. Not for names below ours, which
/// may belong to somebody else and have no TLS; and not for browsers' lists (`preload`), from which a name that
/// is given up comes off after months.
const STRICT_TRANSPORT: HeaderValue = HeaderValue::from_static("max-age=31536000");

/// What an answer says of TLS, if the public reaches the site over it.
pub(crate) fn strict_transport(public_url: &str) -> Option<HeaderValue> {
    public_url.starts_with("https://").then_some(STRICT_TRANSPORT)
}

/// Middleware: sets the headers on every answer; what a route has set itself stays.
pub(crate) async fn secure(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    complete(&mut response);
    response
}

/// Sets the headers that are not set.
pub(crate) fn complete(response: &mut Response) {
    for (name, value) in HEADERS {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
}

/// Middleware: what the desk answers is for one person, and may carry modules of ours.
pub(crate) async fn of_the_desk(response: Response) -> Response {
    let mut response = never_kept(response).await;
    let policy = HeaderValue::from_static(DESK_CONTENT_SECURITY_POLICY);
    response.headers_mut().entry(header::CONTENT_SECURITY_POLICY).or_insert(policy);
    response
}

/// Middleware: the answer is true for this moment only.
pub(crate) async fn never_kept(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
