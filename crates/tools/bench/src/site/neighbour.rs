//! A page from memory while something beside it changes all the time, as one event's registrations do while
//! people look at another event: requests per second with and without changes, in turns, of one process.
//!
//! No page of the shipped initiative has a topic of its own, so the process under measurement is this program
//! itself, which serves the start page's bytes as such a page.

use std::net::SocketAddr;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use anyhow::ensure;
use app::compose;
use archive::Folder;
use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::header;
use axum::response::Html;
use axum::routing::get;
use base::{Clock, Ids};
use db::{Address, Db, Topic, TopicKind};
use tokio::net::TcpListener;
use web::{Ctx, Proxies, Routes, Site};

use super::{CONNECTIONS, Page, ROUNDS, Result, SERVER_CORE, TIME, median, turn};
use crate::client;
use crate::program::{Program, Scratch, free_address};

/// The name of the measurement under which this program serves the page.
pub(crate) const SERVER: &str = "site-neighbour";

const EVENT: TopicKind = TopicKind::new("event");
const PAGE: &str = "/seite";
const BEGIN: &str = "/changes/begin";
const END: &str = "/changes/end";
/// The pause between changes of the neighbour.
const PERIOD: Duration = Duration::from_millis(10);

/// Prints the page's requests per second with and without changes.
pub(super) async fn measure(scratch: &Scratch) -> anyhow::Result<()> {
    let program = start(scratch)?;
    let page = Page { address: PAGE, encoding: "gzip", file: String::new(), headers: String::new() };
    let (mut quiet, mut busy, mut changes) = (Vec::new(), Vec::new(), 0);
    for _ in 0..ROUNDS {
        quiet.push(turn(&program, &page).await?);
        let before = changes_after(&program, BEGIN).await?;
        busy.push(turn(&program, &page).await?);
        changes += changes_after(&program, END).await? - before;
    }
    ensure!(changes > 0, "the neighbour does not change");
    let (quiet, busy) = (median(quiet), median(busy));
    print(&page, &quiet, &busy, changes);
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "a rate to show")]
fn print(page: &Page, quiet: &Result, busy: &Result, changes: u64) {
    quiet.print(page, "quiet");
    busy.print(page, "busy");
    let rate = changes as f64 / (TIME.as_secs_f64() * ROUNDS as f64);
    let share = busy.run.per_second / quiet.run.per_second;
    println!("a neighbour topic changes {rate:.0} times per second: {share:.2} × without, {CONNECTIONS} connections\n");
}

fn start(scratch: &Scratch) -> anyhow::Result<Program> {
    let address = free_address()?;
    let mut command = Command::new(std::env::current_exe()?);
    command.args([SERVER, &address.to_string()]).arg(scratch.path().join("neighbour.db"));
    command.env("TOKIO_WORKER_THREADS", "1");
    Program::start(command, address, Some(SERVER_CORE))
}

/// Begins or ends the changes; returns the number of changes so far.
async fn changes_after(program: &Program, address: &str) -> anyhow::Result<u64> {
    let (head, body) = client::ask(program.address, &client::request(address, "identity")).await?;
    ensure!(head.starts_with("http/1.1 200"), "{address} answers {head}");
    Ok(String::from_utf8(body)?.parse()?)
}

/// Serves the page and changes its neighbour when told so, until the process is ended.
///
/// # Errors
/// If the arguments are not the address and the database file, or the site cannot be composed.
pub(crate) async fn serve(arguments: &[String]) -> anyhow::Result<()> {
    let [address, file] = arguments else { anyhow::bail!("`{SERVER}` is started by `site`") };
    let address: SocketAddr = address.parse()?;
    let (clock, db) = (Clock::system(), Db::open(&Address::File(Path::new(file).to_owned())).await?);
    let ids = Ids::new(clock.clone());
    archive::import(&db, &ids, &Folder::embedded()?).await?;
    let own = EVENT.of(ids.next());
    let neighbour = EVENT.of(ids.next());
    let changes = Arc::new(Changes { db: db.clone(), neighbour, are_wanted: false.into(), count: 0.into() });
    let site = compose::service(db, clock, ids, format!("http://{address}")).await?;
    let start_page = site.answer(Request::get("/").body(Body::empty())?).await.into_body();
    let html = String::from_utf8(axum::body::to_bytes(start_page, usize::MAX).await?.to_vec())?;
    let site = Site::new(site.state().clone(), routes(own, html, &changes));
    tokio::spawn(async move { changes.go_on().await });
    let listener = TcpListener::bind(address).await?;
    web::serve(listener, site, Proxies::default(), std::future::pending()).await;
    Ok(())
}

/// The changes of the neighbour.
struct Changes {
    db: Db,
    neighbour: Topic,
    are_wanted: AtomicBool,
    count: AtomicU64,
}

impl Changes {
    async fn go_on(&self) {
        let mut times = tokio::time::interval(PERIOD);
        loop {
            times.tick().await;
            if self.are_wanted.load(Ordering::SeqCst) && self.change().await.is_ok() {
                self.count.fetch_add(1, Ordering::SeqCst);
            }
        }
    }

    async fn change(&self) -> db::Result<()> {
        self.db.write().await?.publish_topics(std::slice::from_ref(&self.neighbour)).await
    }
}

/// The page, and the two addresses that begin and end the changes.
fn routes(own: Topic, html: String, changes: &Arc<Changes>) -> Routes {
    let page = async move |ctx: Ctx| {
        ctx.depends_on(own.clone());
        Html(html.clone())
    };
    let switch = |are_wanted| {
        let changes = Arc::clone(changes);
        get(async move || {
            changes.are_wanted.store(are_wanted, Ordering::SeqCst);
            ([(header::CACHE_CONTROL, "no-store")], changes.count.load(Ordering::SeqCst).to_string())
        })
    };
    let public = Router::new().route(PAGE, get(page)).route(BEGIN, switch(true)).route(END, switch(false));
    Routes { public, ..Routes::default() }
}
