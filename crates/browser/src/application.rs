//! The application under test: the production router with the shipped content, on a free port of
//! loopback, with a database of its own and a clock that stands still.

use app::compose;
use archive::Folder;
use base::{Clock, Ids};
use db::testing::TestDb;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use web::{Proxies, Site};

use crate::kinds::{self, Page};
use crate::routes;

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
    server: JoinHandle<()>,
    _db: TestDb,
}

impl Application {
    /// Starts the application and looks for its kinds of pages.
    ///
    /// # Panics
    /// If it does not start: a test has no use for half of it.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let db = TestDb::new().await;
        let clock = Clock::fixed("2026-11-23T12:00:00Z".parse().expect("an instant"));
        let site = site(&db, &clock, &address).await;
        let routes = routes::all(&site);
        let pages = kinds::of(&site, &routes, &address).await;
        let server = tokio::spawn(web::serve(listener, site, Proxies::default(), std::future::pending()));
        Self { address, clock, pages, routes, server, _db: db }
    }
}

impl Drop for Application {
    fn drop(&mut self) {
        self.server.abort();
    }
}

async fn site(db: &TestDb, clock: &Clock, address: &str) -> Site {
    let ids = Ids::new(clock.clone());
    let content = Folder::embedded().expect("the embedded content is UTF-8");
    archive::import(&db.db, &ids, &content).await.expect("the content is sound");
    compose::service(db.db.clone(), clock.clone(), ids, address.to_owned()).await.expect("composition")
}
