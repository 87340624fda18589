//! Public pages in memory: rendered once for each address, as long as they hold.
//!
//! Every public page is the same for everybody, so the answer to a GET without cookie is kept as it
//! was sent, and later requests never reach the router. Beside it stands how long it holds
//! ([`Validity`]): until something is published that it was made from, which is the content and the
//! topics that its handler noted ([`db::Tx::publish_topics`]), until the instant that it noted, and
//! until the end of the day, because pages say what is over and what is still to come. Requests for
//! a page that is being rendered wait for it instead of rendering it too. A page opts out with
//! `Cache-Control: no-store`, as forms do.
//!
//! Browsers keep a page too, but ask each time whether it is still the one (`no-cache` and a strong
//! `ETag`): an editor who publishes sees it at once, and the question costs no rendering.
//!
//! Memory is bounded ([`CAPACITY`]); the pages that are asked for most stay (S3-FIFO).

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

/// How many bytes the pages in memory may take together.
const CAPACITY: u64 = 32 << 20;
/// About how large a page is; only a hint for how many there will be.
const TYPICAL_PAGE: u64 = 64 << 10;
/// A page larger than this is not kept. No page of ours comes near.
const LARGEST_PAGE: usize = 4 << 20;
/// Addresses longer than this carry no filter of ours.
const LONGEST_ADDRESS: usize = 1_000;
/// How long a request waits for another one that renders the same page, before it renders itself.
const RENDER_WAIT: Duration = Duration::from_secs(2);
/// Browsers and proxies may keep pages, if they ask before they show them.
const POLICY: HeaderValue = HeaderValue::from_static("no-cache");

/// The pages in memory, by their addresses.
#[derive(Debug)]
pub(crate) struct PageCache {
    pages: Cache<String, Arc<Kept>, Weight>,
    /// Knows what was published.
    db: Db,
    clock: Clock,
}

/// What is known of an address.
#[derive(Debug)]
struct Kept {
    /// `None`: the answer is not kept, and nobody needs to wait for anybody.
    page: Option<Arc<Encoded>>,
    validity: Validity,
}

#[derive(Debug, Clone)]
struct Weight;

type Guard<'a> =
    PlaceholderGuard<'a, String, Arc<Kept>, Weight, DefaultHashBuilder, DefaultLifecycle<String, Arc<Kept>>>;

/// How a request gets its answer.
enum Turn<'a> {
    /// From memory, or by rendering if nothing is kept.
    Kept(Arc<Kept>),
    /// It renders the page for all.
    Renders(Guard<'a>),
    /// It has waited long enough.
    Alone,
}

impl PageCache {
    pub(crate) fn new(db: Db, clock: Clock) -> Self {
        let pages = usize::try_from(CAPACITY / TYPICAL_PAGE).unwrap_or(usize::MAX);
        Self { pages: Cache::with_weighter(pages, CAPACITY, Weight), db, clock }
    }

    /// Answers from memory, or lets `render` answer and keeps what it said.
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
        // The place may be gone if pages were cleared meanwhile; the answer is good all the same.
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

    /// The answer if it is in memory, without waiting.
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
        // A key, its place in the table and the instants.
        page + kept.validity.weight() + address.len() as u64 + 160
    }
}

/// Whether everybody gets the same answer.
pub(crate) fn is_public(method: &Method, headers: &HeaderMap) -> bool {
    is_reading(method) && !headers.contains_key(header::COOKIE) && !headers.contains_key(header::AUTHORIZATION)
}

/// Whether a request only asks.
pub(crate) fn is_reading(method: &Method) -> bool {
    method == Method::GET || method == Method::HEAD
}

/// The same question, to be answered whole and uncompressed.
fn plain(mut request: Request<Body>) -> Request<Body> {
    *request.method_mut() = Method::GET;
    request.headers_mut().remove(header::ACCEPT_ENCODING);
    request
}

/// Takes a page that may be kept; gives any other answer back.
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
