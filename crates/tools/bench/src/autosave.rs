//! What visitors notice of many people at the desk whose forms save themselves.
//!
//! A form is kept at the server every 20 s, so 50 people send 2.5 forms a second. Here all 50 send theirs in the same moment,
//! twice a second: 40 times as often. Visitors meanwhile ask for a page, once from memory, as they get it, and once rendered anew
//! each time.

use std::time::{Duration, Instant};

use accounts::Role;
use anyhow::ensure;
use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use db::Db;
use tower::ServiceExt as _;
use web::Site;

use crate::desk::{add, sign_in};
use crate::faults::form::Form;

/// The people at the desk.
const PEOPLE: usize = 50;
/// The number of times that all send their form.
const BURSTS: u32 = 30;
/// The pause between two bursts; in truth it is 20 s.
const PAUSE: Duration = Duration::from_millis(500);
/// The requests of the visitor.
const VISITS: usize = 600;
/// The page of the visitor.
const PAGE: &str = "/veranstaltungen/eintrag-009996";
const KEEP: &str = "/redaktion/angefangen/zwischenstand";
const ENTRY: &str = "/redaktion/eintraege/veranstaltungen/kongress-2018";

/// Measures a visitor of each of these sites with and without people at the desk, and prints both.
pub(crate) async fn measure(sites: [(&str, &Site); 2], db: &Db) -> anyhow::Result<()> {
    let site = sites[0].1;
    let mut forms = Vec::with_capacity(PEOPLE);
    for number in 0..PEOPLE {
        let email = format!("person-{number}@ort.example");
        add(db, &email, Role::Editor).await?;
        let cookie = sign_in(site, db, &email).await?;
        let page = Request::get(ENTRY).header(header::COOKIE, &cookie).body(Body::empty())?;
        let page = to_bytes(site.clone().oneshot(page).await?.into_body(), usize::MAX).await?;
        forms.push((cookie, Form::in_html(std::str::from_utf8(&page)?, ENTRY)?));
    }
    println!("{:<60} {:>9} {:>9} {:>9}", "a visitor's page (median, p99, max in ms)", "median", "p99", "max");
    for (how, site) in sites {
        print(&format!("{how}, nobody at the desk"), visit(site).await?);
        let saving = tokio::spawn(save_all(site.clone(), forms.clone()));
        print(&format!("{how}, 50 people whose forms save themselves at once"), visit(site).await?);
        print("such a form is kept", saving.await??);
    }
    println!();
    Ok(())
}

/// Everybody sends the form at once, many times, each time with another text.
async fn save_all(site: Site, forms: Vec<(String, Form)>) -> anyhow::Result<Vec<Duration>> {
    let mut times = Vec::new();
    for burst in 0..BURSTS {
        let all = forms.iter().map(|(cookie, form)| {
            let body = form.clone().set("body", &format!("Ein Satz, {burst}.")).body();
            tokio::spawn(keep(site.clone(), cookie.clone(), body))
        });
        for kept in all.collect::<Vec<_>>() {
            times.push(kept.await??);
        }
        tokio::time::sleep(PAUSE).await;
    }
    Ok(times)
}

async fn keep(site: Site, cookie: String, body: String) -> anyhow::Result<Duration> {
    let start = Instant::now();
    let request = Request::post(KEEP)
        .header(header::COOKIE, cookie)
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(body))?;
    let status = site.oneshot(request).await?.status();
    ensure!(status.is_success(), "{KEEP} answers {status}");
    Ok(start.elapsed())
}

async fn visit(site: &Site) -> anyhow::Result<Vec<Duration>> {
    let mut times = Vec::with_capacity(VISITS);
    for _ in 0..VISITS {
        let start = Instant::now();
        let response = site.clone().oneshot(Request::get(PAGE).body(Body::empty())?).await?;
        ensure!(response.status().is_success(), "{PAGE} answers {}", response.status());
        to_bytes(response.into_body(), 64 << 20).await?;
        times.push(start.elapsed());
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    Ok(times)
}

fn print(what: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |share: usize| times[(times.len() - 1) * share / 100].as_secs_f64() * 1000.0;
    println!("{what:<60} {:>9.1} {:>9.1} {:>9.1}", at(50), at(99), at(100));
}
