//! The HTTP service: routes, page cache and files as one [`Site`], and the server that runs it.
//!
//! A request is looked up in memory first (cached pages, assets), then routed. [`serve`] accepts the
//! connections.

mod accept;
mod budget;
mod descriptors;
mod english;
mod head;
mod linger;
mod pace;
mod peer;
mod slots;
mod stall;

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::body::Body;
use axum::http::{Extensions, HeaderMap, HeaderValue, Request, StatusCode, Version, header};
use axum::middleware::{from_fn, from_fn_with_state, map_response};
use axum::response::Response;
use axum::{Extension, Router};
use base::Locale;
use tower::ServiceExt as _;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, Predicate as _};
use tower_http::limit::RequestBodyLimitLayer;

use crate::cache::{PageCache, is_public, is_reading};
use crate::ctx::AppState;
use crate::{assets, error, form, headers};

pub use accept::{serve, serve_within};
pub use pace::is_too_slow;
pub use peer::{Peer, Proxies};
pub use slots::Limits;

/// Largest body at the desk, in bytes: a file with its form.
const DESK_BODY: usize = 32 << 20;
/// Largest form without a file at the desk, in bytes: an entry whose lists have all the rows that they may
/// have, and texts far longer than can be saved, so that one that is too long is shown again in its form,
/// with the reason.
const DESK_FORM: usize = 8 << 20;

/// The routes of all rooms, without language prefix.
#[derive(Debug, Clone, Default)]
pub struct Routes {
    /// Public pages; also served in English.
    pub public: Router<AppState>,
    /// Pages in Leichte Sprache.
    pub easy: Router<AppState>,
    /// The desk and sign-in; also served in English, never cached.
    pub desk: Router<AppState>,
    /// Endpoints that report the present state, and are no pages.
    pub plain: Router<AppState>,
}

/// The whole site as one service. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Site(Arc<Parts>);

#[derive(Debug)]
struct Parts {
    state: AppState,
    router: Router,
    pages: Option<PageCache>,
    /// The HSTS header of every answer.
    strict_transport: Option<HeaderValue>,
}

impl Site {
    /// Every page in German and, under `/en`, in English; pages in Leichte Sprache under `/leicht`; assets.
    pub fn new(state: AppState, rooms: Routes) -> Self {
        let desk = Router::new()
            .merge(rooms.desk.clone())
            .nest(Locale::En.prefix(), rooms.desk)
            .layer(map_response(headers::of_the_desk))
            .layer(Extension(form::FormLimit(DESK_FORM)))
            .layer(CatchPanicLayer::new())
            .layer(from_fn(|request, next| budget::keep(budget::DESK, request, next)))
            .layer(RequestBodyLimitLayer::new(DESK_BODY));
        let router = Router::new()
            .merge(rooms.public.clone())
            .nest(Locale::En.prefix(), rooms.public.layer(from_fn_with_state(state.clone(), english::offered)))
            .nest(Locale::Easy.prefix(), rooms.easy)
            .merge(rooms.plain.layer(map_response(headers::never_kept)))
            .layer(CatchPanicLayer::new())
            .layer(from_fn(|request, next| budget::keep(budget::PUBLIC, request, next)))
            .layer(RequestBodyLimitLayer::new(form::LARGEST_BODY))
            .merge(desk)
            .layer(from_fn_with_state(state.clone(), error::pages))
            .layer(from_fn(headers::secure))
            .layer(CompressionLayer::new().compress_when(DefaultPredicate::new().and(may_be_compressed)))
            .with_state(state.clone());
        let strict_transport = headers::strict_transport(&state.public_url);
        let pages = PageCache::new(state.db.clone(), state.clock.clone());
        Self(Arc::new(Parts { state, router, pages: Some(pages), strict_transport }))
    }

    /// The same site without page cache: every request is rendered anew, for measurements.
    #[must_use]
    pub fn uncached(&self) -> Self {
        let Parts { state, router, strict_transport, .. } = &*self.0;
        let (state, router, strict_transport) = (state.clone(), router.clone(), strict_transport.clone());
        Self(Arc::new(Parts { state, router, pages: None, strict_transport }))
    }

    /// The state of the application, shared with the jobs.
    pub fn state(&self) -> &AppState {
        &self.0.state
    }

    /// Answers a request.
    pub async fn answer(&self, request: Request<Body>) -> Response {
        match self.in_memory(&request) {
            Some(response) => response,
            None => self.beyond_memory(request).await,
        }
    }

    /// Answers requests for which [`Site::in_memory`] has no answer.
    async fn beyond_memory(&self, request: Request<Body>) -> Response {
        self.over_tls(match &self.0.pages {
            Some(pages) => pages.answer(request, |request| self.render(request)).await,
            None => self.render(request).await,
        })
    }

    /// The answer, if it is an asset or a cached page. This is the fast path that most requests take.
    fn in_memory<B>(&self, request: &Request<B>) -> Option<Response> {
        self.found(request).map(|response| self.over_tls(response))
    }

    fn found<B>(&self, request: &Request<B>) -> Option<Response> {
        let (method, headers) = (request.method(), request.headers());
        let address = request.uri().path_and_query()?.as_str();
        if let Some(file) = address.strip_prefix(assets::FOLDER)
            && is_reading(method)
        {
            let fixed = self.0.state.assets.find(file).map(|file| file.answer(method, headers));
            return fixed.or_else(|| self.colours(request));
        }
        let pages = self.0.pages.as_ref().filter(|_| is_public(method, headers))?;
        pages.find(address, method, headers)
    }

    /// Adds the HSTS header.
    fn over_tls(&self, mut response: Response) -> Response {
        if let Some(value) = &self.0.strict_transport {
            response.headers_mut().insert(header::STRICT_TRANSPORT_SECURITY, value.clone());
        }
        response
    }

    /// Compresses the assets that every visitor loads, so that the first does not wait for it.
    pub fn prepare(&self) {
        self.0.state.assets.prepare();
    }

    /// The style sheet of the initiative's own colours, if it is requested.
    fn colours<B>(&self, request: &Request<B>) -> Option<Response> {
        let masthead = self.0.state.masthead();
        let (address, file) = masthead.colours.as_ref()?;
        let is_asked = request.uri().path() == address && is_reading(request.method());
        is_asked.then(|| file.answer(request.method(), request.headers()))
    }

    async fn render(&self, request: Request<Body>) -> Response {
        self.0.state.refresh().await;
        // Another node may have published the colours a moment ago.
        if let Some(response) = self.colours(&request) {
            return response;
        }
        match self.0.router.clone().oneshot(request).await {
            Ok(response) => response,
            Err(never) => match never {},
        }
    }
}

/// Files that support range requests are sent without content coding: ranges refer to the plain bytes, and
/// compressing for each slow reader takes megabytes of memory.
fn may_be_compressed(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    !headers.contains_key(header::ACCEPT_RANGES)
}

/// For tests and measurements, which send requests without a connection.
impl tower::Service<Request<Body>> for Site {
    type Response = Response;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Body>) -> Self::Future {
        let site = self.clone();
        Box::pin(async move { Ok(site.answer(request).await) })
    }
}
