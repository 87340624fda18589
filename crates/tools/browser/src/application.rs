//! The application under test: the production router with the shipped content, on a free port of
//! loopback, with a database of its own and a clock that stands still.

use app::jobs::Post;
use app::{compose, jobs};
use archive::Folder;
use base::{Clock, Ids};
use db::Db;
use db::testing::TestDb;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use web::{Proxies, Site};

use crate::desk::{self, Administrator};
use crate::kinds::{self, Page};
use crate::{routes, store};

/// A running application. It ends when this value is dropped.
#[derive(Debug)]
pub struct Application {
    /// Its address, without slash at the end.
    pub address: String,
    /// Its clock.
    pub clock: Clock,
    /// Every kind of page, in every language.
    pub pages: Vec<Page>,
    /// Its routes, as they were written.
    pub routes: Vec<String>,
    /// Who sees these pages; nobody in particular if they are public.
    pub administrator: Option<Administrator>,
    /// The service that answers.
    pub site: Site,
    server: JoinHandle<()>,
    db: TestDb,
}

impl Application {
    /// Starts the application and looks for its kinds of pages.
    ///
    /// # Panics
    /// If it does not start: a test has no use for half of it.
    pub async fn start() -> Self {
        let mut application = Self::without_pages().await;
        application.pages = kinds::of(&application.site, &application.routes, &application.address).await;
        application
    }

    /// The same as an administrator sees it who is signed in: every kind of page of the desk.
    pub async fn start_at_desk() -> Self {
        let mut application = Self::without_pages().await;
        let administrator = Administrator::sign_in(&application).await;
        application.pages = desk::pages(&application, &administrator).await;
        application.administrator = Some(administrator);
        application
    }

    /// The application of which nobody has looked at a page yet.
    pub async fn without_pages() -> Self {
        Self::called("127.0.0.1").await
    }

    /// The same under a name of this machine. Passkeys belong to a name, never to a number.
    pub async fn called(host: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = format!("http://{host}:{}", listener.local_addr().expect("an address").port());
        let db = TestDb::new().await;
        let clock = Clock::fixed("2026-11-23T12:00:00Z".parse().expect("an instant"));
        let site = site(&db, &clock, &address).await;
        let routes = routes::all(&site);
        let service = site.clone();
        let server = tokio::spawn(web::serve(listener, service, Proxies::default(), std::future::pending()));
        Self { address, clock, pages: Vec::new(), routes, administrator: None, site, server, db }
    }

    /// Does all jobs that are due: mails leave, entries go public.
    pub async fn settle(&self) {
        let post = Post { server: None, from: None, folder: self.db.directory().join("mail") };
        jobs::workers(self.site.state(), post).run_due().await.expect("the jobs are done");
    }

    /// The newest mail to this address.
    pub async fn mail_to(&self, email: &str) -> String {
        self.settle().await;
        store::newest_mail_to(&self.db.db, email).await
    }

    /// Its database.
    pub fn db(&self) -> &Db {
        &self.db.db
    }
}

impl Drop for Application {
    fn drop(&mut self) {
        self.server.abort();
    }
}

async fn site(db: &TestDb, clock: &Clock, address: &str) -> Site {
    app::register().expect("the slices fit together");
    let ids = Ids::new(clock.clone());
    let content = Folder::embedded().expect("the embedded content is UTF-8");
    archive::import(&db.db, &ids, &content).await.expect("the content is sound");
    compose::service(db.db.clone(), clock.clone(), ids, address.to_owned()).await.expect("composition")
}
