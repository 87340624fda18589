//! The one way into the application for tests: the production router over a database of its own
//! and a clock that only `advance` moves.

use app::compose;
use archive::Folder;
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use base::{Clock, Ids};
use db::testing::TestDb;
use scraper::{Html, Selector};
use tower::ServiceExt as _;

/// The public address in tests.
pub(crate) const PUBLIC_URL: &str = "https://zukunftsbildung.example";

/// An application with a database of its own.
pub(crate) struct TestApp {
    /// Its database.
    pub(crate) db: TestDb,
    /// Its clock.
    #[expect(dead_code, reason = "tests that depend on the day move it")]
    pub(crate) clock: Clock,
    service: Router,
}

impl TestApp {
    /// The first instance as it is shipped.
    pub(crate) async fn new() -> Self {
        Self::with(&Folder::embedded().expect("the embedded content is UTF-8")).await
    }

    /// An initiative from a folder of the test.
    pub(crate) async fn with(folder: &Folder) -> Self {
        let db = TestDb::new().await;
        let clock = Clock::fixed("2026-11-23T12:00:00Z".parse().expect("an instant"));
        let ids = Ids::new(clock.clone());
        archive::import(&db.db, &ids, folder).await.expect("the content is sound");
        let service =
            compose::service(db.db.clone(), clock.clone(), ids, PUBLIC_URL.to_owned()).await.expect("composition");
        Self { db, clock, service }
    }

    /// Asks for a page.
    pub(crate) async fn get(&self, path: &str) -> Reply {
        self.send(Request::get(path)).await
    }

    /// Sends any request without a body.
    pub(crate) async fn send(&self, request: axum::http::request::Builder) -> Reply {
        let request = request.body(Body::empty()).expect("a sound request");
        let response = self.service.clone().oneshot(request).await.expect("the router never fails");
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, 64 << 20).await.expect("a whole body");
        Reply { status: parts.status, headers: parts.headers, bytes: bytes.to_vec() }
    }

    /// The page at a path, which must exist.
    pub(crate) async fn page(&self, path: &str) -> Page {
        let reply = self.get(path).await;
        assert_eq!(reply.status, StatusCode::OK, "{path}");
        reply.page()
    }

    /// Changes the database behind the application's back.
    pub(crate) async fn execute(&self, sql: &str) {
        let mut tx = self.db.db.write().await.expect("a transaction");
        db::run!(&mut tx.conn(), sqlx::query(sqlx::AssertSqlSafe(sql))).expect("sound SQL");
        tx.commit().await.expect("a commit");
    }
}

/// An answer.
#[derive(Debug)]
pub(crate) struct Reply {
    /// Its status.
    pub(crate) status: StatusCode,
    /// Its headers.
    pub(crate) headers: HeaderMap,
    /// Its body.
    pub(crate) bytes: Vec<u8>,
}

impl Reply {
    /// A header as text; empty if it is missing.
    pub(crate) fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("a readable header"))
    }

    /// The body as a page.
    pub(crate) fn page(&self) -> Page {
        assert_eq!(self.header(header::CONTENT_TYPE), "text/html; charset=utf-8");
        let source = String::from_utf8(self.bytes.clone()).expect("UTF-8");
        Page { html: Html::parse_document(&source), source }
    }
}

/// A parsed page.
pub(crate) struct Page {
    /// As a browser parses it.
    pub(crate) html: Html,
    /// As it was sent.
    pub(crate) source: String,
}

impl Page {
    /// The texts of all elements that a selector finds, with folded white space.
    pub(crate) fn texts(&self, selector: &str) -> Vec<String> {
        let selector = Selector::parse(selector).expect("a sound selector");
        self.html.select(&selector).map(|element| folded(&element.text().collect::<String>())).collect()
    }

    /// The text of the one element that a selector finds.
    pub(crate) fn text(&self, selector: &str) -> String {
        let texts = self.texts(selector);
        assert_eq!(texts.len(), 1, "{selector} finds {texts:?}");
        texts.into_iter().next().unwrap_or_default()
    }

    /// The values of an attribute of all elements that a selector finds.
    pub(crate) fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let selector = Selector::parse(selector).expect("a sound selector");
        self.html.select(&selector).filter_map(|element| element.attr(name)).map(ToOwned::to_owned).collect()
    }
}

/// Text with single spaces.
pub(crate) fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
