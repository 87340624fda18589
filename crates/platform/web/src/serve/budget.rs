//! Timeouts of a request.
//!
//! | part | limit |
//! |---|---|
//! | its head | [`super::accept::HEAD_LIMIT`] |
//! | its body | [`super::pace`]: ten seconds and one more for each 8 KiB |
//! | a connection to the database | 10 s (`db`) |
//! | a handler of the public site | [`PUBLIC`] |
//! | a handler of the desk | [`DESK`] |
//! | a client that does not take its answer | [`super::stall::WRITE_LIMIT`] without progress |
//!
//! A handler that waits too long is cancelled. One that computes cannot be interrupted from outside, so
//! each answer that took longer than its budget is logged besides, by the pattern of its route: addresses
//! may hold secrets.

use std::time::Duration;

use axum::extract::{MatchedPath, Request};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use tokio::time::Instant;

/// Timeout of public pages, reading the body of a form included.
pub(super) const PUBLIC: Duration = Duration::from_secs(20);
/// Timeout of desk pages, to which people upload pictures over slow lines.
pub(super) const DESK: Duration = Duration::from_mins(5);

/// Middleware: cancels a handler after its budget, and logs its route.
pub(super) async fn keep(budget: Duration, request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().cloned();
    let method = request.method().clone();
    let began = now();
    let answer = tokio::time::timeout(budget, next.run(request)).await;
    let took = now() - began;
    if took >= budget {
        let route = route.as_ref().map_or("(none)", MatchedPath::as_str);
        tracing::warn!(%method, route, seconds = took.as_secs_f32(), "a request took longer than its budget");
    }
    answer.unwrap_or_else(|_| StatusCode::SERVICE_UNAVAILABLE.into_response())
}

/// The monotonic clock. For timeouts, never for stored times.
#[expect(clippy::disallowed_methods, reason = "how long something took is asked of the machine, not of the calendar")]
pub(super) fn now() -> Instant {
    Instant::now()
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::body::Body;
    use axum::middleware::from_fn;
    use axum::routing::get;
    use tower::ServiceExt as _;

    use super::*;

    async fn wait(seconds: u64) -> &'static str {
        tokio::time::sleep(Duration::from_secs(seconds)).await;
        "done"
    }

    #[tokio::test(start_paused = true)]
    async fn handler_that_waits_longer_than_its_budget_is_given_up() {
        let budget = from_fn(|request, next| keep(PUBLIC, request, next));
        let router: Router =
            Router::new().route("/quick", get(|| wait(0))).route("/slow/{secret}", get(|| wait(60))).layer(budget);
        let ask = async |path: &str| {
            router.clone().oneshot(axum::http::Request::get(path).body(Body::empty()).unwrap()).await.unwrap().status()
        };
        assert_eq!(ask("/quick").await, StatusCode::OK);
        let began = now();
        assert_eq!(ask("/slow/x").await, StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(now() - began, PUBLIC);
    }
}
