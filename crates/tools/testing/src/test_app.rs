//! The one way into the application for tests: the production router over a database of its own
//! and a clock that only `advance` moves.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use accounts::SignInSettings;
use app::compose::Setup;
use app::jobs::Post;
use app::{compose, jobs};
use archive::Folder;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use base::{Clock, Ids};
use db::Db;
use db::testing::TestDb;
use tower::ServiceExt as _;
use web::Site;

use crate::reply::{Page, Reply};
use crate::store::Letter;

/// The public address in tests.
pub const PUBLIC_URL: &str = "https://zukunftsbildung.example";

/// An application with a database of its own.
pub struct TestApp {
    /// Its database.
    pub db: TestDb,
    /// Its clock.
    pub clock: Clock,
    /// The production router with its middleware, as it serves a connection.
    pub service: Site,
    /// True if a form was accepted whose mails the test has not looked at.
    unread: AtomicBool,
}

impl TestApp {
    /// The first instance as it is shipped.
    pub async fn new() -> Self {
        Self::with(&shipped()).await
    }

    /// The first instance, offering these ways in beside links and passkeys.
    pub async fn offering(sign_in: &SignInSettings) -> Self {
        Self::compose(&shipped(), sign_in).await
    }

    /// An initiative from a folder of the test.
    pub async fn with(folder: &Folder) -> Self {
        Self::compose(folder, &SignInSettings::default()).await
    }

    /// The first instance on a machine that has no mail server.
    pub async fn without_mail_server() -> Self {
        let setup = Setup { sign_in: &SignInSettings::default(), has_mail_server: false };
        Self::try_compose(&shipped(), setup).await.expect("the content is sound")
    }

    async fn compose(folder: &Folder, sign_in: &SignInSettings) -> Self {
        Self::try_compose(folder, Setup { sign_in, has_mail_server: true }).await.expect("the content is sound")
    }

    /// An initiative from a folder of the test.
    ///
    /// # Errors
    /// If the import refuses the folder.
    pub async fn try_with(folder: &Folder) -> Result<Self, archive::Refusal> {
        Self::try_compose(folder, Setup { sign_in: &SignInSettings::default(), has_mail_server: true }).await
    }

    async fn try_compose(folder: &Folder, setup: Setup<'_>) -> Result<Self, archive::Refusal> {
        register();
        let db = TestDb::new().await;
        let clock = Clock::fixed("2026-11-23T12:00:00Z".parse().expect("an instant"));
        let ids = Ids::new(clock.clone());
        archive::import(&db.db, &ids, folder).await?;
        let service = compose::service_with(db.db.clone(), clock.clone(), ids, PUBLIC_URL.to_owned(), setup)
            .await
            .expect("composition");
        Ok(Self { db, clock, service, unread: AtomicBool::new(false) })
    }

    /// One more node over a connection to the same database, which is known under this public address.
    pub async fn node(&self, db: Db, public_url: &str) -> Site {
        let ids = Ids::new(self.clock.clone());
        compose::service(db, self.clock.clone(), ids, public_url.to_owned()).await.expect("composition")
    }

    /// Asks for a page.
    pub async fn get(&self, path: &str) -> Reply {
        self.send(Request::get(path)).await
    }

    /// Sends any request without a body.
    pub async fn send(&self, request: axum::http::request::Builder) -> Reply {
        let request = request.body(Body::empty()).expect("a sound request");
        Reply::read(self.service.clone().oneshot(request).await.expect("the site never fails")).await
    }

    /// Sends a form as a browser does that shows our page. After a form with mails the test must [`settle`].
    ///
    /// [`settle`]: TestApp::settle
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let request = Request::post(path).header("sec-fetch-site", "same-origin");
        self.send_form(request, encoded(fields)).await
    }

    /// Sends any request with the body of a form.
    pub async fn send_form(&self, request: axum::http::request::Builder, body: impl Into<Body>) -> Reply {
        let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let request = request.body(body.into()).expect("a sound request");
        let reply = Reply::read(self.service.clone().oneshot(request).await.expect("the site never fails")).await;
        self.unread.fetch_or(reply.status == StatusCode::SEE_OTHER, Ordering::SeqCst);
        reply
    }

    /// The folder in which mails rest.
    pub fn mail_folder(&self) -> PathBuf {
        self.db.directory().join("mail")
    }

    /// Does all jobs that are due, and gives the mails that left since the last time. No job may have
    /// failed.
    pub async fn settle(&self) -> Vec<Letter> {
        let letters = self.settle_with_failures().await;
        assert_eq!(self.failed_jobs().await, 0, "a job has failed");
        letters
    }

    /// The same; jobs may fail.
    pub async fn settle_with_failures(&self) -> Vec<Letter> {
        self.run_due_jobs().await;
        self.unread.store(false, Ordering::SeqCst);
        self.take_letters().await
    }

    /// Does all jobs that are due; mails that left stay in the outbox until the test settles.
    pub async fn run_due_jobs(&self) {
        let post = Post { server: None, from: None, folder: self.mail_folder() };
        jobs::workers(self.service.state(), post).run_due().await.expect("the jobs are done");
    }

    /// The page at a path, which must exist.
    pub async fn page(&self, path: &str) -> Page {
        let reply = self.get(path).await;
        assert_eq!(reply.status, StatusCode::OK, "{path}");
        reply.page()
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        let unread = self.unread.load(Ordering::SeqCst) && !std::thread::panicking();
        assert!(!unread, "a message was taken, but the test did not look at its mails: call `settle`");
    }
}

/// Makes the kinds of all slices known to this process. [`TestApp`] and [`shipped`] do so by themselves.
pub fn register() {
    app::register().expect("the slices fit together");
}

/// The first instance's content as it is shipped, with its kinds known.
pub fn shipped() -> Folder {
    register();
    Folder::embedded().expect("the embedded content is UTF-8")
}

/// Fields as browsers encode them; every byte that could be anything else is spelled out.
pub fn encoded(fields: &[(&str, &str)]) -> String {
    let word = |text: &str| {
        let byte =
            |byte: u8| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") };
        text.bytes().map(byte).collect::<String>()
    };
    let pairs = fields.iter().map(|(name, value)| format!("{}={}", word(name), word(value)));
    pairs.collect::<Vec<_>>().join("&")
}
