//! `import`: how long a big folder takes, and how fast every kind of page is with it, uncached.

use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use archive::Folder;
use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use base::{Clock, Ids};
use db::{Address, Db};
use tower::ServiceExt as _;

use crate::generate;

const ENTRIES: usize = 10_000;
const LINKS: usize = 30_000;
/// How often each page is asked for.
const ROUNDS: usize = 40;
/// What may be exceeded by no page.
const PAGE_LIMIT: Duration = Duration::from_millis(50);
/// What the import may take.
const IMPORT_LIMIT: Duration = Duration::from_secs(30);

/// One page of every kind; those in the middle of the thread have the longest ways on both sides.
const PAGES: [&str; 50] = [
    "/",
    "/aktuelles",
    "/aktuelles/eintrag-005139",
    "/prozess",
    "/prozess?seite=40",
    "/prozess/phasen/verstetigung",
    "/prozess/meilensteine/eintrag-005168",
    "/ziele",
    "/ziele/attraktive-region",
    "/handlungsfelder",
    "/handlungsfelder/vielfalt",
    "/veranstaltungen",
    "/veranstaltungen?feld=vielfalt&jahr=2010&seite=2",
    "/veranstaltungen/eintrag-005040",
    "/veranstaltungen/eintrag-009996",
    "/veranstaltungen/kongress-2018",
    "/verabredungen",
    "/verabredungen/eintrag-005042",
    "/empfehlungen",
    "/empfehlungen/eintrag-005046",
    "/empfehlungen/uebergaben",
    "/empfehlungen/antworten",
    "/projekte",
    "/projekte/eintrag-005041",
    "/projektideen",
    "/projektideen/eintrag-005050",
    "/papiere",
    "/papiere/eintrag-005045",
    "/leitfragen",
    "/leitfragen/eintrag-005044",
    "/dokumentation",
    "/dokumentation/eintrag-005047",
    "/mitwirkende",
    "/mitwirkende?kommune=05113000",
    "/mitwirkende/ruhrfutur",
    "/mitwirkende/eintrag-005051",
    "/kontakt",
    "/presse",
    "/presse/eintrag-005049",
    "/impressum",
    "/faden",
    "/faden?feld=vielfalt&seite=7",
    "/faden/woher/veranstaltungen/eintrag-009996",
    "/empfehlungen/uebergaben/uebergabe-der-empfehlungen-2019",
    "/empfehlungen/antworten/antwort-des-schulministeriums-2019",
    "/seiten/mitmachen",
    "/leicht/seiten/mitmachen",
    "/datenschutz",
    "/barrierefreiheit",
    "/gibt-es-nicht",
];

/// Measures both databases.
///
/// # Errors
/// If something fails, or a limit is exceeded.
pub(crate) async fn run() -> anyhow::Result<()> {
    let folder = generate::folder(ENTRIES, LINKS)?;
    println!("{} files, {ENTRIES} generated entries with {LINKS} links\n", folder.0.len());
    let mut problems = Vec::new();
    let directory = std::env::temp_dir().join(format!("zukunftsbildung-bench-{}", std::process::id()));
    std::fs::create_dir_all(&directory)?;
    let sqlite = Db::open(&Address::File(directory.join("bench.db"))).await?;
    problems.extend(measure(sqlite, &folder).await?);
    std::fs::remove_dir_all(&directory)?;
    if db::testing::server().is_some() {
        let postgres = db::testing::TestDb::new().await;
        problems.extend(measure(postgres.db.clone(), &folder).await?);
    } else {
        println!("PostgreSQL: not measured, TEST_DATABASE_URL names no server");
    }
    ensure!(problems.is_empty(), "limits exceeded:\n{}", problems.join("\n"));
    Ok(())
}

async fn measure(db: Db, folder: &Folder) -> anyhow::Result<Vec<String>> {
    let product = db.product();
    let clock = Clock::system();
    let ids = Ids::new(clock.clone());
    let start = Instant::now();
    let summary = archive::import(&db, &ids, folder).await?;
    let taken = start.elapsed();
    println!(
        "{product}: import of {} entries with {} links took {:.1} s",
        summary.entries,
        summary.links,
        taken.as_secs_f64()
    );
    let mut problems = Vec::new();
    if taken > IMPORT_LIMIT {
        problems.push(format!("{product}: the import took {taken:?}"));
    }
    let service = app::compose::service(db.clone(), clock, ids, "http://127.0.0.1".to_owned()).await?;
    println!("{:<60} {:>9} {:>9} {:>9} {:>9}", "page", "median ms", "p99 ms", "max ms", "kB");
    for page in PAGES {
        let (mut times, bytes) = ask(&service, page).await?;
        times.sort();
        let at = |share: usize| times[(times.len() - 1) * share / 100].as_secs_f64() * 1000.0;
        println!("{page:<60} {:>9.1} {:>9.1} {:>9.1} {:>9}", at(50), at(99), at(100), bytes / 1000);
        if times[(times.len() - 1) * 99 / 100] > PAGE_LIMIT {
            problems.push(format!("{product}: {page} took {:.1} ms", at(99)));
        }
    }
    println!();
    db.close().await;
    Ok(problems)
}

/// Asks for a page again and again, through the whole service but without a socket.
async fn ask(service: &Router, page: &str) -> anyhow::Result<(Vec<Duration>, usize)> {
    let mut times = Vec::with_capacity(ROUNDS);
    let mut bytes = 0;
    for round in 0..=ROUNDS {
        let start = Instant::now();
        let response = service.clone().oneshot(Request::get(page).body(Body::empty())?).await?;
        let status = response.status();
        let body = axum::body::to_bytes(response.into_body(), 64 << 20).await.context("a whole page")?;
        // The first round fills the databases' own caches.
        if round > 0 {
            times.push(start.elapsed());
        }
        bytes = body.len();
        let expected = if page == "/gibt-es-nicht" { StatusCode::NOT_FOUND } else { StatusCode::OK };
        ensure!(status == expected, "{page} answers {status}");
    }
    Ok((times, bytes))
}
