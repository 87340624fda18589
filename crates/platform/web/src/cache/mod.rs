//! Public pages in memory: rendered once for each address, version of the content and day.
//!
//! Every public page is the same for everybody, so the answer to a GET without cookie is kept as it
//! was sent, and later requests never reach the router. What makes it outdated is part of its key:
//! the version of the content ([`db::Db::content_version`]) and the day, because pages say what is
//! over and what is still to come. Requests for a page that is being rendered wait for it instead
//! of rendering it too. A page opts out with `Cache-Control: no-store`, as forms do.
//!
//! Browsers keep a page too, but ask each time whether it is still the one (`no-cache` and a strong
//! `ETag`): an editor who publishes sees it at once, and the question costs no rendering.
//!
//! Memory is bounded ([`CAPACITY`]); the pages that are asked for most stay (S3-FIFO).

mod encoded;
mod encoding;

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, HttpBody as _};
use axum::http::{HeaderMap, HeaderValue, Method, Request, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use jiff::civil::Date;
use quick_cache::sync::Cache;
use quick_cache::{Equivalent, Weighter};

pub(crate) use encoded::{Encoded, fingerprint};

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

/// The pages in memory.
#[derive(Debug)]
pub(crate) struct PageCache(Cache<Key, Kept, Weight>);

/// When a page was true.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Edition {
    /// The version of the content.
    pub(crate) version: i64,
    /// The day in Germany.
    pub(crate) day: Date,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key {
    edition: Edition,
    address: Box<str>,
}

/// A key that is only looked up. Its fields hash like those of [`Key`].
#[derive(Debug, Hash)]
struct Wanted<'a> {
    edition: Edition,
    address: &'a str,
}

#[derive(Debug, Clone)]
enum Kept {
    Page(Arc<Encoded>),
    /// The answer at this address is not kept; nobody needs to wait for anybody.
    Nothing,
}

#[derive(Debug, Clone)]
struct Weight;

impl PageCache {
    pub(crate) fn new() -> Self {
        let pages = usize::try_from(CAPACITY / TYPICAL_PAGE).unwrap_or(usize::MAX);
        Self(Cache::with_weighter(pages, CAPACITY, Weight))
    }

    /// Answers from memory, or lets `render` answer and keeps what it said.
    pub(crate) async fn answer<F>(
        &self,
        edition: Edition,
        request: Request<Body>,
        render: impl FnOnce(Request<Body>) -> F,
    ) -> Response
    where
        F: Future<Output = Response>,
    {
        let address = request.uri().path_and_query().map_or("", |address| address.as_str());
        if !is_public(request.method(), request.headers()) || address.len() > LONGEST_ADDRESS {
            return render(request).await;
        }
        let key = Key { edition, address: address.into() };
        let guard = match tokio::time::timeout(RENDER_WAIT, self.0.get_value_or_guard_async(&key)).await {
            Ok(Ok(Kept::Page(page))) => return page.answer(request.method(), request.headers()),
            Ok(Err(guard)) => guard,
            Ok(Ok(Kept::Nothing)) | Err(_) => return render(request).await,
        };
        let (method, headers) = (request.method().clone(), request.headers().clone());
        let response = render(plain(request)).await;
        match keep(response).await {
            Ok(page) => {
                let page = Arc::new(page);
                // The place may be gone if pages were cleared meanwhile; the answer is good all the same.
                let _ = guard.insert(Kept::Page(Arc::clone(&page)));
                page.answer(&method, &headers)
            }
            Err(response) => {
                if !response.status().is_server_error() {
                    let _ = guard.insert(Kept::Nothing);
                }
                response
            }
        }
    }

    /// The page if it is in memory, without waiting.
    pub(crate) fn find(&self, edition: Edition, address: &str) -> Option<Arc<Encoded>> {
        match self.0.get(&Wanted { edition, address })? {
            Kept::Page(page) => Some(page),
            Kept::Nothing => None,
        }
    }
}

impl Equivalent<Key> for Wanted<'_> {
    fn equivalent(&self, key: &Key) -> bool {
        self.edition == key.edition && self.address == &*key.address
    }
}

impl Weighter<Key, Kept> for Weight {
    fn weight(&self, key: &Key, kept: &Kept) -> u64 {
        let page = match kept {
            Kept::Page(page) => page.weight(),
            Kept::Nothing => 0,
        };
        // A key and its place in the table.
        page + key.address.len() as u64 + 128
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
