//! Security headers: no content of other sites, no inline script, no framing.

use axum::extract::Request;
use axum::http::HeaderValue;
use axum::http::header::{self, HeaderName};
use axum::middleware::Next;
use axum::response::Response;

/// Closed: all resources of a page come from this server, and inline script or style never runs.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; \
     form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// At the desk, modules of our own may enhance forms and fetch from this server.
const DESK_CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; \
     script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The headers of every answer.
pub(crate) const HEADERS: [(HeaderName, &str); 5] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=(), browsing-topics=()"),
];

/// HSTS: browsers that have been here over TLS use nothing else for a year. Without subdomains, which may
/// belong to somebody else and have no TLS; and without `preload`, because it takes months to remove a
/// domain from the browsers' lists.
const STRICT_TRANSPORT: HeaderValue = HeaderValue::from_static("max-age=31536000");

/// The HSTS header, if the public reaches the site over TLS.
pub(crate) fn strict_transport(public_url: &str) -> Option<HeaderValue> {
    public_url.starts_with("https://").then_some(STRICT_TRANSPORT)
}

/// Middleware: sets the headers on every answer, except those that the route has set itself.
pub(crate) async fn secure(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    complete(&mut response);
    response
}

/// Sets the headers that are missing.
pub(crate) fn complete(response: &mut Response) {
    for (name, value) in HEADERS {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
}

/// Middleware: answers of the desk are for one person, and may load our scripts.
pub(crate) async fn of_the_desk(response: Response) -> Response {
    let mut response = never_kept(response).await;
    let policy = HeaderValue::from_static(DESK_CONTENT_SECURITY_POLICY);
    response.headers_mut().entry(header::CONTENT_SECURITY_POLICY).or_insert(policy);
    response
}

/// Middleware: the answer must not be cached.
pub(crate) async fn never_kept(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
