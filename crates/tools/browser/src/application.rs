//! The application under test: the production router with the shipped content, on a free port of
//! loopback, with its own database and a fixed clock.

use app::jobs::Post;
use app::{compose, jobs};
use archive::Folder;
use base::{Clock, Ids};
use db::Db;
use db::testing::TestDb;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};
use web::{Proxies, Site};

use crate::desk::{self, Administrator};
use crate::kinds::{self, Page};
use crate::{routes, store};

/// A running application. It ends when this value is dropped.
#[derive(Debug)]
pub struct Application {
    /// The base address, without a trailing slash.
    pub address: String,
    /// The fixed clock, which tests advance.
    pub clock: Clock,
    /// Every kind of page, in every language.
    pub pages: Vec<Page>,
    /// The routes, as the router was given them.
    pub routes: Vec<String>,
    /// The signed-in administrator, if these are pages of the desk.
    pub administrator: Option<Administrator>,
    /// The service, for requests without a browser.
    pub site: Site,
    /// The server has a runtime of its own, so that it can die with all that it does.
    server: Option<Runtime>,
    db: TestDb,
}

impl Application {
    /// Starts the application and finds its kinds of pages.
    ///
    /// # Panics
    /// If it does not start.
    pub async fn start() -> Self {
        let mut application = Self::without_pages().await;
        application.pages = kinds::of(&application.site, &application.routes, &application.address).await;
        application
    }

    /// Starts the application with a signed-in administrator and finds every kind of page of the desk.
    pub async fn start_at_desk() -> Self {
        let mut application = Self::without_pages().await;
        let administrator = Administrator::sign_in(&application).await;
        application.pages = desk::pages(&application, &administrator).await;
        application.administrator = Some(administrator);
        application
    }

    /// Starts the application without looking for pages.
    pub async fn without_pages() -> Self {
        Self::called("127.0.0.1").await
    }

    /// Starts the application under a host name of this machine. Passkeys need a name instead of an IP address.
    pub async fn called(host: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = format!("http://{host}:{}", listener.local_addr().expect("an address").port());
        // Slices bring their own tables, so they come before the database.
        app::register().expect("the slices fit together");
        let db = TestDb::new().await;
        let clock = Clock::fixed("2026-11-23T12:00:00Z".parse().expect("an instant"));
        let site = site(&db, &clock, &address).await;
        let routes = routes::all(&site);
        let server = Some(serve(listener, site.clone()));
        Self { address, clock, pages: Vec::new(), routes, administrator: None, site, server, db }
    }

    /// Signs the second person at the desk in, an editor; returns the session cookie as `name=value`.
    pub async fn colleague(&self) -> String {
        desk::sign_in(self, desk::COLLEAGUE).await
    }

    /// Ends the server at once, with all requests and all that it has in memory.
    pub fn crash(&mut self) {
        if let Some(server) = self.server.take() {
            server.shutdown_background();
        }
    }

    /// Starts the server again on the same port and database.
    ///
    /// # Panics
    /// If it does not start.
    pub async fn rise(&mut self) {
        let port = self.address.rsplit(':').next().expect("a port");
        let listener = TcpListener::bind(format!("127.0.0.1:{port}")).await.expect("the port is free again");
        self.site = service(&self.db, &self.clock, &self.address).await;
        self.server = Some(serve(listener, self.site.clone()));
    }

    /// Runs all jobs that are due: mails are sent, scheduled entries are published.
    pub async fn settle(&self) {
        let post = Post { server: None, from: None, folder: self.db.directory().join("mail") };
        jobs::workers(self.site.state(), post).run_due().await.expect("the jobs are done");
    }

    /// The newest mail to this address.
    pub async fn mail_to(&self, email: &str) -> String {
        self.settle().await;
        store::newest_mail_to(&self.db.db, email).await
    }

    /// The database of the application.
    pub fn db(&self) -> &Db {
        &self.db.db
    }
}

impl Drop for Application {
    fn drop(&mut self) {
        self.crash();
    }
}

async fn site(db: &TestDb, clock: &Clock, address: &str) -> Site {
    let ids = Ids::new(clock.clone());
    let content = Folder::embedded().expect("the embedded content is UTF-8");
    archive::import(&db.db, &ids, &content).await.expect("the content is sound");
    service(db, clock, address).await
}

async fn service(db: &TestDb, clock: &Clock, address: &str) -> Site {
    let ids = Ids::new(clock.clone());
    compose::service(db.db.clone(), clock.clone(), ids, address.to_owned()).await.expect("composition")
}

/// Serves the site until the runtime is dropped.
fn serve(listener: TcpListener, site: Site) -> Runtime {
    let listener = listener.into_std().expect("a listener");
    let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    runtime.spawn(async move {
        let listener = TcpListener::from_std(listener).expect("a listener");
        web::serve(listener, site, Proxies::default(), std::future::pending()).await;
    });
    runtime
}
