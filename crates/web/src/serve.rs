//! From a table of routes to a running server.

use std::future::Future;
use std::time::Duration;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;
use base::Locale;
use tokio::net::TcpListener;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

use crate::ctx::AppState;
use crate::{assets, error, headers};

/// Public requests carry no body yet; what is larger is turned away.
const BODY_LIMIT: usize = 64 * 1024;
/// No page may take longer.
const TIME_LIMIT: Duration = Duration::from_secs(20);

/// Makes the service: every public page in German and, under `/en`, in English; what exists in
/// Leichte Sprache (`easy`) under `/leicht`; assets; and `plain` routes that have no language.
pub fn localised(
    state: AppState,
    public: &Router<AppState>,
    easy: Router<AppState>,
    plain: Router<AppState>,
) -> Router {
    Router::new()
        .merge(public.clone())
        .nest(Locale::En.prefix(), public.clone())
        .nest(Locale::Easy.prefix(), easy)
        .merge(plain)
        .route("/assets/{file}", get(assets::show))
        .layer(CatchPanicLayer::new())
        .layer(TimeoutLayer::with_status_code(axum::http::StatusCode::SERVICE_UNAVAILABLE, TIME_LIMIT))
        .layer(RequestBodyLimitLayer::new(BODY_LIMIT))
        .layer(from_fn_with_state(state.clone(), error::pages))
        .layer(from_fn(headers::secure))
        .layer(CompressionLayer::new())
        .with_state(state)
}

/// Serves until `stop` resolves, then lets running requests finish.
///
/// # Errors
/// If the listener breaks.
pub async fn serve(
    listener: TcpListener,
    service: Router,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    axum::serve(listener, service).with_graceful_shutdown(stop).await
}
