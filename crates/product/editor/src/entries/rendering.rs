//! The cache of previews: each is rendered once, however many people look at it.
//!
//! A preview is the same for everybody who has a link to it, so it is kept until something makes it outdated, all of
//! which is part of its key: the version of the public content, the day, and the notice above the page. Requests
//! that come while it is being rendered wait for it. At most [`AT_A_TIME`] different ones are rendered at a time,
//! because each needs a copy of the tables in memory.

use std::sync::Arc;

use archive::Document;
use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use axum::response::Response;
use base::Locale;
use golden_thread::EntryId;
use jiff::civil::Date;
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use tokio::sync::Semaphore;
use tower::ServiceExt as _;
use web::{AppState, Ctx, Preview};

use super::actions::{self, Refusal};

/// The most bytes of all previews in memory together.
const CAPACITY: u64 = 8 << 20;
/// The usual size of one in bytes; only a hint for their number.
const TYPICAL: u64 = 64 << 10;
/// A page that is larger is rendered each time.
const LARGEST: usize = 4 << 20;
/// The number that are rendered at a time.
const AT_A_TIME: usize = 2;

/// The previews that were rendered. Cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Rendered(Arc<Parts>);

#[derive(Debug)]
struct Parts {
    pages: Cache<Key, Arc<Page>, Weight>,
    turns: Semaphore,
}

/// The version of an entry whose page is wanted.
#[derive(Debug)]
pub(crate) struct Version<'a> {
    pub(crate) id: EntryId,
    pub(crate) number: i64,
    pub(crate) document: &'a Document,
    /// The notice above the page.
    pub(crate) said: Preview,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key {
    id: EntryId,
    number: i64,
    locale: Locale,
    version: i64,
    day: Date,
    notice: String,
    back: Option<String>,
}

#[derive(Debug)]
struct Page {
    headers: HeaderMap,
    body: Bytes,
}

#[derive(Debug, Clone)]
struct Weight;

impl Weighter<Key, Arc<Page>> for Weight {
    fn weight(&self, key: &Key, page: &Arc<Page>) -> u64 {
        // A key, headers, and a place in the table.
        (page.body.len() + key.notice.len()) as u64 + 1024
    }
}

impl Rendered {
    pub(crate) fn new() -> Self {
        let pages = usize::try_from(CAPACITY / TYPICAL).unwrap_or(usize::MAX);
        let pages = Cache::with_weighter(pages, CAPACITY, Weight);
        Self(Arc::new(Parts { pages, turns: Semaphore::new(AT_A_TIME) }))
    }

    /// The page of a version as the public would see it.
    pub(crate) async fn answer(
        &self,
        ctx: &Ctx,
        public: &Router<AppState>,
        version: Version<'_>,
    ) -> Result<Response, Refusal> {
        let key = key(ctx, &version);
        let guard = match self.0.pages.get_value_or_guard_async(&key).await {
            Ok(page) => return Ok(page.answer()),
            Err(guard) => guard,
        };
        let turn = self.0.turns.acquire().await?;
        let response = render(ctx, public, version).await?;
        drop(turn);
        match keep(response).await? {
            Ok(page) => {
                let page = Arc::new(page);
                // The place may be gone if it was cleared meanwhile; the page is good all the same.
                let _ = guard.insert(Arc::clone(&page));
                Ok(page.answer())
            }
            Err(response) => Ok(response),
        }
    }
}

impl Page {
    fn answer(&self) -> Response {
        let mut response = Response::new(Body::from(self.body.clone()));
        *response.headers_mut() = self.headers.clone();
        response
    }
}

fn key(ctx: &Ctx, version: &Version) -> Key {
    Key {
        id: version.id,
        number: version.number,
        locale: ctx.locale(),
        // Of any topic: previews are few, and their topics are not noted.
        version: ctx.db().latest_version(),
        day: ctx.state().clock.today(),
        notice: version.said.notice.clone(),
        back: version.said.back.clone(),
    }
}

/// Takes a page that may be kept; gives any other answer back.
async fn keep(response: Response) -> Result<Result<Page, Response>, Refusal> {
    let is_same_for_all =
        response.status() == StatusCode::OK && !response.headers().contains_key(header::CACHE_CONTROL);
    if !is_same_for_all {
        return Ok(Err(response));
    }
    let (parts, body) = response.into_parts();
    Ok(Ok(Page { headers: parts.headers, body: to_bytes(body, LARGEST).await? }))
}

/// The page, through the router of the public pages.
async fn render(ctx: &Ctx, public: &Router<AppState>, version: Version<'_>) -> Result<Response, Refusal> {
    let state = ctx.state();
    let Version { id, document, said, .. } = version;
    let tx = actions::preview(state, id, document).await?;
    let preview = state.for_preview(state.db.preview_of(tx), said);
    let prefix = if ctx.locale() == Locale::En { Locale::En.prefix() } else { "" };
    let request = Request::get(format!("{prefix}{}", document.path())).body(Body::empty())?;
    let router = match prefix {
        "" => public.clone(),
        prefix => Router::new().nest(prefix, public.clone()),
    };
    let mut response = match router.with_state(preview).oneshot(request).await {
        Ok(response) => response,
        Err(never) => match never {},
    };
    response.headers_mut().remove(header::ETAG);
    Ok(response)
}
