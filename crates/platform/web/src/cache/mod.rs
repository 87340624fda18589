//! The page cache: public pages in memory, rendered once for each address, as long as they are valid.
//!
//! Every public page is the same for everybody, so the answer to a GET without cookie is cached as it was
//! sent, and later requests never reach the router. Each page has a [`Validity`]: until something is
//! published that it depends on, which is the content and the topics that its handler noted
//! ([`db::Tx::publish_topics`]), until the instant that it noted, and until the end of the day, because
//! pages distinguish past from coming events. Requests for a page that is being rendered wait for it
//! instead of rendering it too. A page opts out with `Cache-Control: no-store`, as forms do.
//!
//! Browsers cache a page too, but revalidate it each time (`no-cache` and a strong `ETag`): an editor who
//! publishes sees the result at once, and a revalidation costs no rendering.
//!
//! Memory is bounded ([`CAPACITY`]); the pages that are requested most stay (S3-FIFO).

mod encoded;
mod encoding;
mod validity;

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, HttpBody as _};
use axum::http::{HeaderMap, HeaderValue, Method, Request, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use base::Clock;
use db::Db;
use quick_cache::sync::{Cache, DefaultLifecycle, EntryAction, EntryResult, PlaceholderGuard};
use quick_cache::{DefaultHashBuilder, Weighter};

pub(crate) use encoded::{Encoded, fingerprint};
pub(crate) use validity::Notes;
use validity::Validity;

/// Bytes that the cached pages may take together.
const CAPACITY: u64 = 32 << 20;
/// Typical size of a page, from which the cache estimates the number of its entries.
const TYPICAL_PAGE: u64 = 64 << 10;
/// Largest page that is cached, in bytes. No page of ours comes near.
const LARGEST_PAGE: usize = 4 << 20;
/// Longest address that is cached, in bytes; no filters of ours make longer ones.
const LONGEST_ADDRESS: usize = 1_000;
/// Time for which a request waits for another one that renders the same page, before it renders itself.
const RENDER_WAIT: Duration = Duration::from_secs(2);
/// Browsers and proxies may store pages, if they revalidate them before use.
const POLICY: HeaderValue = HeaderValue::from_static("no-cache");

/// The cached pages, by their addresses.
#[derive(Debug)]
pub(crate) struct PageCache {
    pages: Cache<String, Arc<Kept>, Weight>,
    /// Tells the versions of content and topics.
    db: Db,
    clock: Clock,
}

/// The cache entry of an address.
#[derive(Debug)]
struct Kept {
    /// `None`: the answer must not be cached, so requests do not wait for each other.
    page: Option<Arc<Encoded>>,
    validity: Validity,
}

#[derive(Debug, Clone)]
struct Weight;

type Guard<'a> =
    PlaceholderGuard<'a, String, Arc<Kept>, Weight, DefaultHashBuilder, DefaultLifecycle<String, Arc<Kept>>>;

/// The way in which a request gets its answer.
enum Turn<'a> {
    /// From the cache; or by rendering, if the answer must not be cached.
    Kept(Arc<Kept>),
    /// It renders the page for all that wait.
    Renders(Guard<'a>),
    /// It has waited too long, and renders for itself.
    Alone,
}

impl PageCache {
    pub(crate) fn new(db: Db, clock: Clock) -> Self {
        let pages = usize::try_from(CAPACITY / TYPICAL_PAGE).unwrap_or(usize::MAX);
        Self { pages: Cache::with_weighter(pages, CAPACITY, Weight), db, clock }
    }

    /// Answers from the cache, or lets `render` answer and caches the answer.
    pub(crate) async fn answer<F>(&self, request: Request<Body>, render: impl FnOnce(Request<Body>) -> F) -> Response
    where
        F: Future<Output = Response>,
    {
        let address = request.uri().path_and_query().map_or("", |address| address.as_str());
        if !is_public(request.method(), request.headers()) || address.len() > LONGEST_ADDRESS {
            return render(request).await;
        }
        let guard = match self.turn(address).await {
            Turn::Renders(guard) => guard,
            Turn::Alone => return render(request).await,
            Turn::Kept(kept) => match &kept.page {
                Some(page) => return page.answer(request.method(), request.headers()),
                None => return render(request).await,
            },
        };
        let (method, headers) = (request.method().clone(), request.headers().clone());
        let notes = Notes::begin(self.db.latest_version(), self.clock.now());
        let mut request = plain(request);
        request.extensions_mut().insert(notes.clone());
        let response = render(request).await;
        let keep_as = |page| guard.insert(Arc::new(Kept { page, validity: notes.validity() }));
        // The entry may be gone if the cache was cleared meanwhile; the answer is good all the same.
        match keep(response).await {
            Ok(page) => {
                let page = Arc::new(page);
                let _ = keep_as(Some(Arc::clone(&page)));
                page.answer(&method, &headers)
            }
            Err(response) => {
                if !response.status().is_server_error() {
                    let _ = keep_as(None);
                }
                response
            }
        }
    }

    async fn turn(&self, address: &str) -> Turn<'_> {
        let asked = self.db.latest_version();
        let entry = self.pages.entry_async(address, |_, kept| {
            if kept.validity.holds(&self.db, asked, self.clock.now()) {
                EntryAction::Retain(Arc::clone(kept))
            } else {
                EntryAction::ReplaceWithGuard
            }
        });
        match tokio::time::timeout(RENDER_WAIT, entry).await {
            Ok(EntryResult::Retained(kept)) => Turn::Kept(kept),
            Ok(EntryResult::Vacant(guard) | EntryResult::Replaced(guard, _)) => Turn::Renders(guard),
            Ok(EntryResult::Removed(..) | EntryResult::Timeout) | Err(_) => Turn::Alone,
        }
    }

    /// The cached answer, if there is one, without waiting.
    pub(crate) fn find(&self, address: &str, method: &Method, headers: &HeaderMap) -> Option<Response> {
        let kept = self.pages.get(address)?;
        let page = kept.page.as_ref()?;
        let holds = kept.validity.holds(&self.db, self.db.latest_version(), self.clock.now());
        holds.then(|| page.answer(method, headers))
    }
}

impl Weighter<String, Arc<Kept>> for Weight {
    fn weight(&self, address: &String, kept: &Arc<Kept>) -> u64 {
        let page = kept.page.as_ref().map_or(0, |page| page.weight());
        // A key, its slot in the table and the instants.
        page + kept.validity.weight() + address.len() as u64 + 160
    }
}

/// True if everybody gets the same answer.
pub(crate) fn is_public(method: &Method, headers: &HeaderMap) -> bool {
    is_reading(method) && !headers.contains_key(header::COOKIE) && !headers.contains_key(header::AUTHORIZATION)
}

/// True for a safe method.
pub(crate) fn is_reading(method: &Method) -> bool {
    method == Method::GET || method == Method::HEAD
}

/// The same request, to be answered as a whole and without content coding.
fn plain(mut request: Request<Body>) -> Request<Body> {
    *request.method_mut() = Method::GET;
    request.headers_mut().remove(header::ACCEPT_ENCODING);
    request
}

/// Reads a page that may be cached; returns any other answer unchanged.
async fn keep(response: Response) -> Result<Encoded, Response> {
    let may_be_kept = response.status() == StatusCode::OK
        && !response.headers().contains_key(header::SET_COOKIE)
        && !response.headers().contains_key(header::CACHE_CONTROL)
        && response.body().size_hint().upper().is_some_and(|size| size <= LARGEST_PAGE as u64);
    if !may_be_kept {
        return Err(response);
    }
    let (mut parts, body) = response.into_parts();
    match axum::body::to_bytes(body, LARGEST_PAGE).await {
        Ok(bytes) => {
            parts.headers.remove(header::CONTENT_LENGTH);
            parts.headers.insert(header::CACHE_CONTROL, POLICY);
            Ok(Encoded::new(bytes, parts.headers))
        }
        // A body of known length is in memory already and cannot fail.
        Err(error) => Err(crate::Error::from(error).into_response()),
    }
}

#[cfg(test)]
mod tests;
