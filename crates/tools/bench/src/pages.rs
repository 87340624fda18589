//! The speed of every kind of page with a big initiative: through the whole service, but without a
//! socket, without compression, and without the page cache.

use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use tower::ServiceExt as _;
use web::Site;

/// The number of requests for each page.
const ROUNDS: usize = 100;
/// The limit for the 99th percentile of each page.
const LIMIT: Duration = Duration::from_millis(20);
/// The number of ancestors of the entry whose whole way is measured.
pub(crate) const ANCESTORS: usize = 1_000;
/// The limit for a page of that way.
const WAY_LIMIT: Duration = Duration::from_millis(50);
/// The first and the last page of that way.
const WAY: [&str; 2] = ["/faden/woher/meilensteine/weg-1000", "/faden/woher/meilensteine/weg-1000?seite=20"];

/// One page of every kind; entries in the middle of the thread have the longest ways on both sides.
const PAGES: [&str; 51] = [
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
    "/faden/wohin/veranstaltungen/kongress-2018",
    "/empfehlungen/uebergaben/uebergabe-der-empfehlungen-2019",
    "/empfehlungen/antworten/antwort-des-schulministeriums-2019",
    "/seiten/mitmachen",
    "/leicht/seiten/mitmachen",
    "/datenschutz",
    "/barrierefreiheit",
    "/gibt-es-nicht",
];

/// Requests every page and prints a table; returns the limits that were exceeded.
pub(crate) async fn measure(site: &Site, product: &str) -> anyhow::Result<Vec<String>> {
    let mut problems = Vec::new();
    let mut worst = ("", Duration::ZERO);
    println!("{:<60} {:>9} {:>9} {:>9} {:>9}", "page", "median ms", "p99 ms", "max ms", "kB");
    for page in PAGES.into_iter().chain(WAY) {
        let (times, text) = ask(site, page).await?;
        let at = |share: usize| times[(times.len() - 1) * share / 100];
        let [median, p99, longest] = [at(50), at(99), at(100)].map(milliseconds);
        println!("{page:<60} {median:>9.1} {p99:>9.1} {longest:>9.1} {:>9}", text.len() / 1000);
        let is_way = WAY.contains(&page);
        if is_way {
            // Twenty pages of fifty entries: no part of the way is left out.
            ensure!(text.matches("path-title").count() == 50, "{page} does not show fifty entries");
        } else if at(99) > worst.1 {
            worst = (page, at(99));
        }
        if at(99) > if is_way { WAY_LIMIT } else { LIMIT } {
            problems.push(format!("{product}: {page} took {p99:.1} ms"));
        }
    }
    let verdict = if worst.1 <= LIMIT { "within" } else { "beyond" };
    println!("{product}: the worst page is {} with {:.1} ms, {verdict} {LIMIT:?}\n", worst.0, milliseconds(worst.1));
    Ok(problems)
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// Requests a page repeatedly, through the whole service but without a socket.
async fn ask(site: &Site, page: &str) -> anyhow::Result<(Vec<Duration>, String)> {
    let mut times = Vec::with_capacity(ROUNDS);
    let mut text = String::new();
    for round in 0..=ROUNDS {
        let start = Instant::now();
        let response = site.clone().oneshot(Request::get(page).body(Body::empty())?).await?;
        let status = response.status();
        let body = axum::body::to_bytes(response.into_body(), 64 << 20).await.context("a whole page")?;
        // The first round warms the databases' own caches.
        if round > 0 {
            times.push(start.elapsed());
        }
        text = String::from_utf8(body.into())?;
        let expected = if page == "/gibt-es-nicht" { StatusCode::NOT_FOUND } else { StatusCode::OK };
        ensure!(status == expected, "{page} answers {status}");
    }
    times.sort();
    Ok((times, text))
}
