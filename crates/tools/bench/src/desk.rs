//! The speed of the desk's lists with a big initiative, for a signed-in administrator.

use std::time::{Duration, Instant};

use accounts::{Grant, Newcomer, Role, Scope, directory};
use anyhow::{Context as _, ensure};
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use base::{Clock, Email, Ids, Now};
use db::Db;
use tower::ServiceExt as _;
use web::Site;

use crate::faults::form::Form;

/// Who asks for the lists.
const EMAIL: &str = "leitung@ort.example";
/// The number of requests for each list.
const ROUNDS: usize = 100;
/// The limit for the 99th percentile of each list.
const LIMIT: Duration = Duration::from_millis(50);

/// The lists, and other pages that are often open; the latter are measured without a limit.
const LISTS: [&str; 15] = [
    "/redaktion",
    "/redaktion/eintraege",
    "/redaktion/eintraege?seite=200",
    "/redaktion/eintraege?art=event",
    "/redaktion/eintraege?stand=published&q=eintrag",
    "/redaktion/eintraege?sprache=veraltet",
    "/redaktion/eintraege?q=schule+bildung&folge=titel",
    "/redaktion/eintraege?person=ich&bild=ohne&folge=datum&spalte=felder&spalte=sprachen",
    "/redaktion/medien",
    "/redaktion/nachrichten",
    "/redaktion/personen",
    "/redaktion/protokoll",
    "/redaktion/kontakte",
    "/redaktion/quellen",
    "/redaktion/eintraege/vorschlaege?q=eintrag",
];
const FORMS: [&str; 2] =
    ["/redaktion/eintraege/veranstaltungen/kongress-2018", "/redaktion/eintraege/veranstaltungen/eintrag-009996"];

/// Requests every list and prints a table; returns the limits that were exceeded.
pub(crate) async fn measure(site: &Site, db: &Db, product: &str) -> anyhow::Result<Vec<String>> {
    add(db, EMAIL, Role::Administrator).await?;
    let cookie = sign_in(site, db, EMAIL).await?;
    let mut problems = Vec::new();
    println!("{:<60} {:>9} {:>9} {:>9}", "desk", "median ms", "p99 ms", "max ms");
    for page in LISTS.into_iter().chain(FORMS) {
        let times = ask(site, page, &cookie).await?;
        let at = |share: usize| times[(times.len() - 1) * share / 100];
        let [median, p99, longest] = [at(50), at(99), at(100)].map(|time| time.as_secs_f64() * 1000.0);
        println!("{page:<60} {median:>9.1} {p99:>9.1} {longest:>9.1}");
        if at(99) > LIMIT && LISTS.contains(&page) {
            problems.push(format!("{product}: {page} took {p99:.1} ms"));
        }
    }
    let mut times = publish(site, &cookie).await?;
    times.sort();
    let at = |share: usize| times[(times.len() - 1) * share / 100].as_secs_f64() * 1000.0;
    println!("{:<60} {:>9.1} {:>9.1} {:>9.1}\n", "publishing an event once more", at(50), at(99), at(100));
    Ok(problems)
}

/// Publishes the first version of an event repeatedly: tables, links, search, history.
async fn publish(site: &Site, cookie: &str) -> anyhow::Result<Vec<Duration>> {
    let mut times = Vec::with_capacity(ROUNDS);
    let page = Request::get(FORMS[1]).header(header::COOKIE, cookie).body(Body::empty())?;
    let page = to_bytes(site.clone().oneshot(page).await?.into_body(), usize::MAX).await?;
    let body = Form::in_html(std::str::from_utf8(&page)?, FORMS[1])?.set("do", "veroeffentlichen").body();
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let request = Request::post(FORMS[1])
            .header(header::COOKIE, cookie)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body.clone()))?;
        let response = site.clone().oneshot(request).await?;
        let status = response.status();
        ensure!(status == StatusCode::SEE_OTHER, "publishing answers {status}");
        let place = response.headers().get(header::LOCATION).context("an address")?.to_str()?;
        ensure!(place.ends_with("hinweis=veroeffentlicht"), "publishing leads to {place}");
        times.push(start.elapsed());
    }
    Ok(times)
}

/// Adds a person with a role everywhere.
pub(crate) async fn add(db: &Db, email: &str, role: Role) -> anyhow::Result<()> {
    let clock = Clock::system();
    let ids = Ids::new(clock.clone());
    let grant = Grant::new(role, Scope::Initiative).context("a role that may hold everywhere")?;
    let newcomer = Newcomer::named("Leitung", email.parse()?, vec![grant]).context("a name")?;
    directory::add(db, Now::new(&clock, &ids), &newcomer).await.map_err(|refused| anyhow::anyhow!("{refused:?}"))?;
    Ok(())
}

/// Signs a person in by a link, and returns the cookie.
pub(crate) async fn sign_in(site: &Site, db: &Db, email: &str) -> anyhow::Result<String> {
    let clock = Clock::system();
    let ids = Ids::new(clock.clone());
    let email: Email = email.parse()?;
    let link = directory::link(db, Now::new(&clock, &ids), &email).await;
    let request = Request::post(link.map_err(|refused| anyhow::anyhow!("{refused:?}"))?)
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::empty())?;
    let response = site.clone().oneshot(request).await?;
    let cookie = response.headers().get(header::SET_COOKIE).context("a cookie")?.to_str()?;
    Ok(cookie.split(';').next().unwrap_or_default().to_owned())
}

async fn ask(site: &Site, page: &str, cookie: &str) -> anyhow::Result<Vec<Duration>> {
    let mut times = Vec::with_capacity(ROUNDS);
    for round in 0..=ROUNDS {
        let start = Instant::now();
        let request = Request::get(page).header(header::COOKIE, cookie).body(Body::empty())?;
        let response = site.clone().oneshot(request).await?;
        let status = response.status();
        axum::body::to_bytes(response.into_body(), 64 << 20).await.context("a whole page")?;
        ensure!(status == StatusCode::OK, "{page} answers {status}");
        // The first round warms the databases' own caches.
        if round > 0 {
            times.push(start.elapsed());
        }
    }
    times.sort();
    Ok(times)
}
