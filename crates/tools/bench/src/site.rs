//! `site`: compares public pages from the page cache with nginx, which serves the same bytes from files.
//!
//! Each server has one worker thread on one core, the client has the other core; the servers take turns. Then a page
//! is measured beside whose topic another one changes all the time.

mod neighbour;

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context as _, ensure};
use tokio::task::LocalSet;

use crate::client::{self, Run};
use crate::program::{Program, Scratch, free_address, pin, release_binary};

pub(crate) use neighbour::{SERVER, serve};

/// The compared pages: the start page and the largest event.
const PAGES: [&str; 2] = ["/", "/veranstaltungen/kongress-2018"];
const ENCODINGS: [&str; 2] = ["gzip", "identity"];
const CONNECTIONS: usize = 32;
/// The number of turns of each server, and the duration of a turn.
const ROUNDS: usize = 7;
const TIME: Duration = Duration::from_secs(2);
/// The least requests per second, as a share of nginx's.
const SHARE: f64 = 0.8;
/// The content coding for which the limit holds. Without compression, nginx sends files with
/// `sendfile`, which is not possible for bytes in a program's memory; no browser requests that, and the
/// figures are only printed.
const AS_BROWSERS_ASK: &str = "gzip";
const SERVER_CORE: usize = 0;
const CLIENT_CORE: usize = 1;

/// Measures and compares all pages.
///
/// # Errors
/// If a server does not start, the bytes differ, or the limit is missed.
pub(crate) fn run() -> anyhow::Result<()> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(measure())
}

async fn measure() -> anyhow::Result<()> {
    let scratch = Scratch::new("site")?;
    let ours = ours(&scratch)?;
    let pages = save(&ours, scratch.path()).await?;
    let nginx = nginx(scratch.path(), &pages)?;
    pin(std::process::id(), CLIENT_CORE);
    println!(
        "{CONNECTIONS} connections, {ROUNDS} turns of {TIME:?} each, medians of the turns; one core for the server, one for the client\n"
    );
    println!(
        "{:<34} {:<9} {:<6} {:>10} {:>10} {:>8} {:>12}",
        "page", "encoding", "server", "requests/s", "median µs", "p99 µs", "processor µs"
    );
    let mut problems = Vec::new();
    for page in &pages {
        let (us, them) = compare(&ours, &nginx, page).await?;
        us.print(page, "ours");
        them.print(page, "nginx");
        let share = us.run.per_second / them.run.per_second;
        println!("{:<34} {:<9} requests/s: {share:.2} × nginx\n", page.address, page.encoding);
        if share < SHARE && page.encoding == AS_BROWSERS_ASK {
            problems.push(format!("{} {}: {share:.2} × nginx", page.address, page.encoding));
        }
    }
    neighbour::measure(&scratch).await?;
    println!("memory: ours {:.1} MB, nginx's worker {:.1} MB", megabytes(&ours)?, megabytes(&nginx)?);
    ensure!(problems.is_empty(), "limits missed:\n{}", problems.join("\n"));
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "a figure to show")]
fn megabytes(program: &Program) -> anyhow::Result<f64> {
    Ok(program.memory()? as f64 / 1e6)
}

/// One page in one content coding.
struct Page {
    address: &'static str,
    encoding: &'static str,
    /// The file name, without the ending of the content coding.
    file: String,
    headers: String,
}

impl Page {
    fn request(&self) -> Vec<u8> {
        client::request(self.address, self.encoding)
    }
}

/// The result of one server for one page.
struct Result {
    run: Run,
    /// The server's processor time per request.
    each: Duration,
}

impl Result {
    fn print(&self, page: &Page, server: &str) {
        println!(
            "{:<34} {:<9} {server:<6} {:>10.0} {:>10.0} {:>8.0} {:>12.1}",
            page.address,
            page.encoding,
            self.run.per_second,
            self.run.median.as_secs_f64() * 1e6,
            self.run.p99.as_secs_f64() * 1e6,
            self.each.as_secs_f64() * 1e6
        );
    }
}

/// Starts our program with one worker thread.
fn ours(scratch: &Scratch) -> anyhow::Result<Program> {
    let address = free_address()?;
    let mut command = Command::new(release_binary()?);
    command
        .args(["serve", "--listen", &address.to_string(), "--data"])
        .arg(scratch.path().join("data"))
        .current_dir(scratch.path())
        .env("TOKIO_WORKER_THREADS", "1");
    Program::start(command, address, Some(SERVER_CORE))
}

/// Writes every page to a file, plain and compressed, as our program sends it.
async fn save(ours: &Program, directory: &Path) -> anyhow::Result<Vec<Page>> {
    let mut pages = Vec::new();
    for (number, address) in PAGES.into_iter().enumerate() {
        for encoding in ENCODINGS {
            let file = format!("page-{number}.html");
            let (head, body) = client::ask(ours.address, &client::request(address, encoding)).await?;
            let ending = if encoding == "gzip" { ".gz" } else { "" };
            std::fs::write(directory.join(format!("{file}{ending}")), body)?;
            pages.push(Page { address, encoding, file, headers: head });
        }
    }
    Ok(pages)
}

/// Starts nginx with one worker, tuned for files as its manual recommends: no log, open files cached.
fn nginx(directory: &Path, pages: &[Page]) -> anyhow::Result<Program> {
    let address = free_address()?;
    let mut locations = String::new();
    for page in pages.iter().filter(|page| page.encoding == "gzip") {
        write!(locations, "location = {} {{ ", page.address)?;
        for header in same_headers(&page.headers) {
            write!(locations, "add_header {header}; ")?;
        }
        writeln!(locations, "try_files /{} =404; }}", page.file)?;
    }
    let folder = directory.display();
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("{kind}_temp_path {folder}/{kind}; "))
        .concat();
    let configuration = format!(
        "user root; worker_processes 1; daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log;
         events {{ worker_connections 1024; }}
         http {{ {temporary} access_log off; sendfile on; tcp_nopush on; tcp_nodelay on; keepalive_requests 1000000000;
           gzip_static on; gzip_vary on; default_type text/html; charset utf-8; types {{ text/html html; }}
           open_file_cache max=100 inactive=1h; open_file_cache_valid 1h; open_file_cache_min_uses 1;
           server {{ listen {address}; root {folder}; {locations} }} }}"
    );
    let file = directory.join("nginx.conf");
    std::fs::write(&file, configuration)?;
    let mut command = Command::new("nginx");
    command.arg("-c").arg(&file);
    Program::start(command, address, Some(SERVER_CORE))
        .context("nginx (package nginx) is needed for the comparison")?
        .watch_worker(SERVER_CORE)
}

/// Our headers that nginx does not set itself, in its configuration syntax.
fn same_headers(head: &str) -> impl Iterator<Item = String> {
    let own = ["content-", "etag", "date", "vary", "connection"];
    head.lines()
        .skip(1)
        .filter(move |line| line.starts_with("content-security") || !own.iter().any(|name| line.starts_with(name)))
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| format!("{name} \"{value}\""))
}

/// Measures both servers in turns and returns the medians.
async fn compare(ours: &Program, nginx: &Program, page: &Page) -> anyhow::Result<(Result, Result)> {
    let (_, our_body) = client::ask(ours.address, &page.request()).await?;
    let (_, their_body) = client::ask(nginx.address, &page.request()).await?;
    ensure!(our_body == their_body, "{} {}: the bytes differ", page.address, page.encoding);
    let (mut us, mut them) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        us.push(turn(ours, page).await?);
        them.push(turn(nginx, page).await?);
    }
    Ok((median(us), median(them)))
}

async fn turn(program: &Program, page: &Page) -> anyhow::Result<Result> {
    let before = program.processor_time()?;
    let request = page.request();
    let load = client::load(program.address, &request, CONNECTIONS, TIME);
    let run = LocalSet::new().run_until(load).await?;
    let used = program.processor_time()?.saturating_sub(before);
    let each = used.div_f64((run.per_second * TIME.as_secs_f64()).max(1.0));
    Ok(Result { run, each })
}

fn median(mut turns: Vec<Result>) -> Result {
    turns.sort_by(|a, b| a.run.per_second.total_cmp(&b.run.per_second));
    turns.swap_remove(turns.len() / 2)
}
