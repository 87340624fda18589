//! The one way into the application for tests: the production router over a database of its own
//! and a clock that only `advance` moves.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use accounts::SignInSettings;
use app::jobs::Post;
use app::{compose, jobs};
use archive::Folder;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use axum::response::Response;
use base::{Clock, Ids};
use db::testing::TestDb;
use scraper::{Html, Selector};
use tower::ServiceExt as _;
use web::Site;

/// The public address in tests.
pub(crate) const PUBLIC_URL: &str = "https://zukunftsbildung.example";

/// An application with a database of its own.
pub(crate) struct TestApp {
    /// Its database.
    pub(crate) db: TestDb,
    /// Its clock.
    pub(crate) clock: Clock,
    pub(crate) service: Site,
    /// Whether a form was taken whose mails nobody has looked at.
    unread: AtomicBool,
}

impl TestApp {
    /// The first instance as it is shipped.
    pub(crate) async fn new() -> Self {
        Self::with(&Folder::embedded().expect("the embedded content is UTF-8")).await
    }

    /// The first instance, offering these ways in beside links and passkeys.
    pub(crate) async fn offering(sign_in: &SignInSettings) -> Self {
        Self::compose(&Folder::embedded().expect("the embedded content is UTF-8"), sign_in).await
    }

    /// An initiative from a folder of the test.
    pub(crate) async fn with(folder: &Folder) -> Self {
        Self::compose(folder, &SignInSettings::default()).await
    }

    async fn compose(folder: &Folder, sign_in: &SignInSettings) -> Self {
        Self::try_compose(folder, sign_in).await.expect("the content is sound")
    }

    /// An initiative from a folder of the test, or the reason why it is refused.
    pub(crate) async fn try_with(folder: &Folder) -> Result<Self, archive::Refused> {
        Self::try_compose(folder, &SignInSettings::default()).await
    }

    async fn try_compose(folder: &Folder, sign_in: &SignInSettings) -> Result<Self, archive::Refused> {
        app::register().expect("the slices fit together");
        let db = TestDb::new().await;
        let clock = Clock::fixed("2026-11-23T12:00:00Z".parse().expect("an instant"));
        let ids = Ids::new(clock.clone());
        archive::import(&db.db, &ids, folder).await?;
        let service = compose::service_with(db.db.clone(), clock.clone(), ids, PUBLIC_URL.to_owned(), sign_in)
            .await
            .expect("composition");
        Ok(Self { db, clock, service, unread: AtomicBool::new(false) })
    }

    /// Asks for a page.
    pub(crate) async fn get(&self, path: &str) -> Reply {
        self.send(Request::get(path)).await
    }

    /// Sends any request without a body.
    pub(crate) async fn send(&self, request: axum::http::request::Builder) -> Reply {
        let request = request.body(Body::empty()).expect("a sound request");
        Reply::read(self.service.clone().oneshot(request).await.expect("the site never fails")).await
    }

    /// Sends a form as a browser does that shows our page. Who has a message taken must [`settle`].
    ///
    /// [`settle`]: TestApp::settle
    pub(crate) async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let request = Request::post(path).header("sec-fetch-site", "same-origin");
        self.send_form(request, encoded(fields)).await
    }

    /// Sends any request with the body of a form.
    pub(crate) async fn send_form(&self, request: axum::http::request::Builder, body: impl Into<Body>) -> Reply {
        let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let request = request.body(body.into()).expect("a sound request");
        let reply = Reply::read(self.service.clone().oneshot(request).await.expect("the site never fails")).await;
        self.unread.fetch_or(reply.status == StatusCode::SEE_OTHER, Ordering::SeqCst);
        reply
    }

    /// Where mails rest.
    pub(crate) fn mail_folder(&self) -> PathBuf {
        self.db.directory().join("mail")
    }

    /// Does all jobs that are due, and gives the mails that left since the last time. No job may have
    /// failed.
    pub(crate) async fn settle(&self) -> Vec<Letter> {
        let letters = self.settle_with_failures().await;
        let troubles = "SELECT COUNT(*) FROM jobs WHERE last_error IS NOT NULL";
        assert_eq!(self.number(troubles).await, 0, "a job has failed");
        letters
    }

    /// The same, whether or not a job fails.
    pub(crate) async fn settle_with_failures(&self) -> Vec<Letter> {
        let post = Post { server: None, from: None, folder: self.mail_folder() };
        jobs::workers(self.service.state(), post).run_due().await.expect("the jobs are done");
        self.unread.store(false, Ordering::SeqCst);
        let sql = "SELECT recipient, reply_to, subject, text FROM outbox WHERE state = 'kept' ORDER BY id";
        let mut reader = self.db.db.read().await.expect("a connection");
        let letters: Vec<Letter> =
            db::on!(&mut reader.conn(), |c| sqlx::query_as(sql).fetch_all(c).await).expect("sound SQL");
        drop(reader);
        self.execute("DELETE FROM outbox WHERE state = 'kept'").await;
        letters
    }

    /// The one number that a statement gives.
    pub(crate) async fn number(&self, sql: &str) -> i64 {
        let mut reader = self.db.db.read().await.expect("a connection");
        let sql = sqlx::AssertSqlSafe(sql);
        let (number,): (i64,) =
            db::on!(&mut reader.conn(), |c| sqlx::query_as(sql).fetch_one(c).await).expect("sound SQL");
        number
    }

    /// The one id that a statement gives.
    pub(crate) async fn uuid(&self, sql: &str) -> uuid::Uuid {
        let mut reader = self.db.db.read().await.expect("a connection");
        let sql = sqlx::AssertSqlSafe(sql);
        db::on!(&mut reader.conn(), |c| sqlx::query_scalar(sql).fetch_one(c).await).expect("sound SQL")
    }

    /// The page at a path, which must exist.
    pub(crate) async fn page(&self, path: &str) -> Page {
        let reply = self.get(path).await;
        assert_eq!(reply.status, StatusCode::OK, "{path}");
        reply.page()
    }

    /// Changes the content behind the application's back.
    pub(crate) async fn execute(&self, sql: &str) {
        let mut tx = self.db.db.write().await.expect("a transaction");
        db::run!(&mut tx.conn(), sqlx::query(sqlx::AssertSqlSafe(sql))).expect("sound SQL");
        tx.publish().await.expect("a commit");
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        let unread = self.unread.load(Ordering::SeqCst) && !std::thread::panicking();
        assert!(!unread, "a message was taken, but the test did not look at its mails: call `settle`");
    }
}

/// A mail that left.
#[derive(Debug, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct Letter {
    /// Whom it was for.
    pub(crate) recipient: String,
    /// Where answers go.
    pub(crate) reply_to: Option<String>,
    /// What it is about.
    pub(crate) subject: String,
    /// What it says.
    pub(crate) text: String,
}

/// Fields as browsers encode them; every byte that could be anything else is spelled out.
pub(crate) fn encoded(fields: &[(&str, &str)]) -> String {
    let word = |text: &str| {
        let byte =
            |byte: u8| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") };
        text.bytes().map(byte).collect::<String>()
    };
    let pairs = fields.iter().map(|(name, value)| format!("{}={}", word(name), word(value)));
    pairs.collect::<Vec<_>>().join("&")
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
    /// Takes an answer in.
    pub(crate) async fn read(response: Response) -> Self {
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, 64 << 20).await.expect("a whole body");
        Self { status: parts.status, headers: parts.headers, bytes: bytes.to_vec() }
    }

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
