//! What is kept, for how long, and how often it is rendered.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;

const TODAY: Date = jiff::civil::date(2026, 11, 23);
const NOW: Edition = Edition { version: 1, day: TODAY };

/// A page whose text is the number of times that pages were rendered.
struct Counting(AtomicUsize);

impl Counting {
    fn new() -> Self {
        Self(AtomicUsize::new(0))
    }

    async fn render(&self, headers: &[(header::HeaderName, &'static str)]) -> Response {
        let count = self.0.fetch_add(1, Ordering::SeqCst) + 1;
        tokio::time::sleep(Duration::from_millis(5)).await;
        let mut response = Response::new(Body::from(format!("rendering {count}")));
        for (name, value) in headers {
            response.headers_mut().insert(name, HeaderValue::from_static(value));
        }
        response
    }

    fn count(&self) -> usize {
        self.0.load(Ordering::SeqCst)
    }
}

fn get(address: &str) -> Request<Body> {
    Request::get(address).body(Body::empty()).unwrap()
}

async fn text(response: Response) -> String {
    let bytes = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap();
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[tokio::test]
async fn six_hundred_who_ask_at_once_wait_for_one_rendering() {
    let (cache, page) = (Arc::new(PageCache::new()), Arc::new(Counting::new()));
    let mut visitors = tokio::task::JoinSet::new();
    for _ in 0..600 {
        let (cache, page) = (Arc::clone(&cache), Arc::clone(&page));
        visitors.spawn(async move { text(cache.answer(NOW, get("/"), |_| page.render(&[])).await).await });
    }
    assert_eq!(visitors.join_all().await, vec!["rendering 1"; 600]);
    assert_eq!(page.count(), 1);
}

#[tokio::test]
async fn next_version_and_next_day_are_rendered_anew() {
    let (cache, page) = (PageCache::new(), Counting::new());
    for (edition, expected) in [
        (NOW, "rendering 1"),
        (NOW, "rendering 1"),
        (Edition { version: 2, ..NOW }, "rendering 2"),
        (Edition { day: TODAY.tomorrow().unwrap(), ..NOW }, "rendering 3"),
    ] {
        assert_eq!(text(cache.answer(edition, get("/"), |_| page.render(&[])).await).await, expected);
    }
}

#[tokio::test]
async fn every_address_is_a_page_of_its_own() {
    let (cache, page) = (PageCache::new(), Counting::new());
    for address in ["/faden", "/faden?seite=2", "/en/faden"] {
        cache.answer(NOW, get(address), |_| page.render(&[])).await;
    }
    assert_eq!(page.count(), 3);
}

#[tokio::test]
async fn page_that_says_no_store_or_sets_a_cookie_is_never_kept() {
    for header in [(header::CACHE_CONTROL, "no-store"), (header::SET_COOKIE, "a=b")] {
        let (cache, page) = (PageCache::new(), Counting::new());
        for expected in ["rendering 1", "rendering 2", "rendering 3"] {
            let headers = [header.clone()];
            let answer = cache.answer(NOW, get("/kontakt"), |_| page.render(&headers)).await;
            assert_eq!(text(answer).await, expected);
        }
    }
}

#[tokio::test]
async fn who_sends_a_cookie_or_a_form_is_not_answered_from_memory() {
    let (cache, page) = (PageCache::new(), Counting::new());
    cache.answer(NOW, get("/"), |_| page.render(&[])).await;
    let signed_in = Request::get("/").header(header::COOKIE, "session=x").body(Body::empty()).unwrap();
    assert_eq!(text(cache.answer(NOW, signed_in, |_| page.render(&[])).await).await, "rendering 2");
    let post = Request::post("/").body(Body::empty()).unwrap();
    assert_eq!(text(cache.answer(NOW, post, |_| page.render(&[])).await).await, "rendering 3");
}

#[tokio::test]
async fn breakage_is_not_kept() {
    let cache = PageCache::new();
    let broken = || async { StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    let page = Counting::new();
    assert_eq!(cache.answer(NOW, get("/"), |_| broken()).await.status(), StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(text(cache.answer(NOW, get("/"), |_| page.render(&[])).await).await, "rendering 1");
    assert_eq!(text(cache.answer(NOW, get("/"), |_| page.render(&[])).await).await, "rendering 1");
}

#[tokio::test]
async fn memory_is_bounded_however_many_addresses_somebody_makes_up() {
    let cache = PageCache::new();
    for number in 0..3_000 {
        let large = || async { Response::new(Body::from(vec![b'x'; 60_000])) };
        cache.answer(NOW, get(&format!("/?made-up={number}")), |_| large()).await;
    }
    assert!(cache.0.weight() <= CAPACITY, "{} bytes", cache.0.weight());
    assert!(cache.0.len() > 100, "it holds {} pages", cache.0.len());
}

#[tokio::test]
async fn head_fills_the_memory_with_the_whole_page() {
    let (cache, page) = (PageCache::new(), Counting::new());
    let head = Request::head("/").body(Body::empty()).unwrap();
    assert_eq!(text(cache.answer(NOW, head, |_| page.render(&[])).await).await, "");
    assert_eq!(text(cache.answer(NOW, get("/"), |_| page.render(&[])).await).await, "rendering 1");
}
