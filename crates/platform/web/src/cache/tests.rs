//! The content of the cache, and the number of renderings.

mod renewal;

use std::sync::atomic::{AtomicUsize, Ordering};

use db::testing::TestDb;
use db::{Topic, TopicKind};
use jiff::Timestamp;
use uuid::Uuid;

use super::*;

const EVENT: TopicKind = TopicKind::new("event");

/// A page cache over a database and a clock of its own.
struct World {
    test: TestDb,
    clock: Clock,
    pages: PageCache,
}

impl World {
    async fn new() -> Self {
        let test = TestDb::new().await;
        let clock = Clock::fixed("2026-11-23T12:00:00Z".parse().unwrap());
        let pages = PageCache::new(test.db.clone(), clock.clone());
        Self { test, clock, pages }
    }

    async fn publish(&self, topics: &[Topic]) {
        self.test.db.write().await.unwrap().publish_topics(topics).await.unwrap();
    }

    /// The answer to `request`, for which `page` is rendered if it is not cached.
    async fn ask(&self, request: Request<Body>, page: &Counting) -> Response {
        self.pages.answer(request, |request| page.render(request)).await
    }

    async fn text(&self, page: &Counting) -> String {
        // As the fast path of a request looks it up.
        match self.pages.find("/", &Method::GET, &HeaderMap::new()) {
            Some(answer) => text(answer).await,
            None => text(self.ask(get("/"), page).await).await,
        }
    }
}

/// A page whose text is the number of times that pages were rendered.
#[derive(Default)]
struct Counting {
    count: AtomicUsize,
    header: Option<(header::HeaderName, &'static str)>,
    topics: Vec<Topic>,
    ends: Vec<Timestamp>,
}

impl Counting {
    fn about(topics: &[Topic]) -> Self {
        Self { topics: topics.to_vec(), ..Self::default() }
    }

    async fn render(&self, request: Request<Body>) -> Response {
        let count = self.count.fetch_add(1, Ordering::SeqCst) + 1;
        if let Some(notes) = request.extensions().get::<Notes>() {
            self.topics.iter().for_each(|topic| notes.depends_on(topic.clone()));
            self.ends.iter().for_each(|end| notes.holds_until(*end));
        }
        // Other requests come meanwhile.
        tokio::task::yield_now().await;
        let mut response = Response::new(Body::from(format!("rendering {count}")));
        if let Some((name, value)) = &self.header {
            response.headers_mut().insert(name, HeaderValue::from_static(value));
        }
        response
    }

    fn count(&self) -> usize {
        self.count.load(Ordering::SeqCst)
    }
}

fn event(number: u128) -> Topic {
    EVENT.of(Uuid::from_u128(number))
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
    let (world, page) = (Arc::new(World::new().await), Arc::new(Counting::default()));
    let mut visitors = tokio::task::JoinSet::new();
    for _ in 0..600 {
        let (world, page) = (Arc::clone(&world), Arc::clone(&page));
        visitors.spawn(async move { text(world.ask(get("/"), &page).await).await });
    }
    assert_eq!(visitors.join_all().await, vec!["rendering 1"; 600]);
    assert_eq!(page.count(), 1);
}

#[tokio::test]
async fn every_address_is_a_page_of_its_own() {
    let (world, page) = (World::new().await, Counting::default());
    for address in ["/faden", "/faden?seite=2", "/en/faden"] {
        world.ask(get(address), &page).await;
    }
    assert_eq!(page.count(), 3);
}

#[tokio::test]
async fn page_that_says_no_store_or_sets_a_cookie_is_never_kept() {
    let world = World::new().await;
    for (address, header) in [("/a", (header::CACHE_CONTROL, "no-store")), ("/b", (header::SET_COOKIE, "a=b"))] {
        let page = Counting { header: Some(header), ..Counting::default() };
        for expected in ["rendering 1", "rendering 2", "rendering 3"] {
            assert_eq!(text(world.ask(get(address), &page).await).await, expected);
        }
    }
}

#[tokio::test]
async fn who_sends_a_cookie_or_a_form_is_not_answered_from_memory() {
    let (world, page) = (World::new().await, Counting::default());
    world.ask(get("/"), &page).await;
    let signed_in = Request::get("/").header(header::COOKIE, "session=x").body(Body::empty()).unwrap();
    assert_eq!(text(world.ask(signed_in, &page).await).await, "rendering 2");
    let post = Request::post("/").body(Body::empty()).unwrap();
    assert_eq!(text(world.ask(post, &page).await).await, "rendering 3");
}

#[tokio::test]
async fn breakage_is_not_kept() {
    let (world, page) = (World::new().await, Counting::default());
    let broken = async |_| StatusCode::INTERNAL_SERVER_ERROR.into_response();
    assert_eq!(world.pages.answer(get("/"), broken).await.status(), StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(world.text(&page).await, "rendering 1");
    assert_eq!(world.text(&page).await, "rendering 1");
}

#[tokio::test]
async fn memory_is_bounded_however_many_addresses_somebody_makes_up() {
    let world = World::new().await;
    let large = async |_| Response::new(Body::from(vec![b'x'; 60_000]));
    let page = Counting::default();
    for number in 0..3_000 {
        world.pages.answer(get(&format!("/?made-up={number}")), large).await;
        // It is requested again and again, and rendered anew now and then.
        if number % 1_000 == 0 {
            world.publish(&[Topic::content()]).await;
        }
        world.text(&page).await;
    }
    let pages = &world.pages.pages;
    assert!(pages.weight() <= CAPACITY, "{} bytes", pages.weight());
    assert!(pages.len() > 100, "it holds {} pages", pages.len());
    assert_eq!(page.count(), 3, "what is made up pushes nothing out that is asked for");
}

#[tokio::test]
async fn head_fills_the_memory_with_the_whole_page() {
    let (world, page) = (World::new().await, Counting::default());
    let head = Request::head("/").body(Body::empty()).unwrap();
    assert_eq!(text(world.ask(head, &page).await).await, "");
    assert_eq!(world.text(&page).await, "rendering 1");
}
