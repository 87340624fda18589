//! Pages from memory: small, true, and asked for again.

use std::io::Read as _;
use std::time::Duration;

use axum::Router;
use axum::http::{Request, StatusCode, header};
use axum::routing::get;
use db::TopicKind;
use jiff::{SignedDuration, Timestamp};
use testing::{PUBLIC_URL, Reply, TestApp};
use tower::ServiceExt as _;
use web::{Ctx, Routes, Site};

const RENAME: &str = "UPDATE entry_texts SET title = 'Umbenannt' WHERE locale = 'de' AND entry_id IN \
                      (SELECT id FROM entries WHERE slug = 'kongress-2018')";
const CONGRESS: &str = "/veranstaltungen/kongress-2018";

#[tokio::test]
async fn page_changes_when_something_is_published_and_not_before() {
    let app = TestApp::new().await;
    let before = app.page(CONGRESS).await.text("h1");
    let mut tx = app.db.db.write().await.unwrap();
    db::run!(&mut tx.conn(), sqlx::query(RENAME)).unwrap();
    tx.commit().await.unwrap();
    assert_eq!(app.page(CONGRESS).await.text("h1"), before, "nothing was published yet");
    app.db.db.write().await.unwrap().publish().await.unwrap();
    assert_eq!(app.page(CONGRESS).await.text("h1"), "Umbenannt");
}

#[tokio::test]
async fn other_node_shows_what_was_published_within_a_second() {
    let here = TestApp::new().await;
    let db = here.db.reopen().await.unwrap();
    let there = here.node(db, PUBLIC_URL).await;
    let title = async || {
        let request = Request::get(CONGRESS).body(axum::body::Body::empty()).unwrap();
        let response = there.clone().oneshot(request).await.unwrap();
        Reply::read(response).await.page().text("h1")
    };
    assert_ne!(title().await, "Umbenannt");
    here.execute(RENAME).await;
    for _ in 0..20 {
        if title().await == "Umbenannt" {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the other node still shows the old title");
}

#[tokio::test]
async fn page_says_the_same_in_every_encoding() {
    let app = TestApp::new().await;
    let plain = app.get("/").await;
    assert_eq!(plain.headers.get(header::CONTENT_ENCODING), None);
    let ask = async |encoding| app.send(Request::get("/").header(header::ACCEPT_ENCODING, encoding)).await;

    let gzip = ask("gzip").await;
    assert_eq!(gzip.header(header::CONTENT_ENCODING), "gzip");
    let mut unpacked = Vec::new();
    flate2::read::GzDecoder::new(gzip.bytes.as_slice()).read_to_end(&mut unpacked).unwrap();
    assert_eq!(unpacked, plain.bytes);

    let br = ask("gzip, deflate, br").await;
    assert_eq!(br.header(header::CONTENT_ENCODING), "br");
    unpacked.clear();
    brotli::Decompressor::new(br.bytes.as_slice(), 4096).read_to_end(&mut unpacked).unwrap();
    assert_eq!(unpacked, plain.bytes);
    for reply in [plain, gzip, br] {
        assert_eq!(reply.header(header::VARY), "accept-encoding");
        assert_eq!(reply.header(header::CONTENT_LENGTH), reply.bytes.len().to_string());
    }
}

#[tokio::test]
async fn browser_that_still_has_the_page_is_told_so_until_it_changes() {
    let app = TestApp::new().await;
    let first = app.get(CONGRESS).await;
    assert_eq!(first.header(header::CACHE_CONTROL), "no-cache");
    let tag = first.header(header::ETAG).to_owned();
    let again = async || app.send(Request::get(CONGRESS).header(header::IF_NONE_MATCH, &tag)).await;
    let reply = again().await;
    assert_eq!((reply.status, reply.bytes.len()), (StatusCode::NOT_MODIFIED, 0));
    assert_eq!(reply.header(header::ETAG), tag);
    app.execute(RENAME).await;
    let reply = again().await;
    assert_eq!(reply.status, StatusCode::OK);
    assert_ne!(reply.header(header::ETAG), tag);
}

#[tokio::test]
async fn page_from_memory_has_the_closed_policy_too() {
    let app = TestApp::new().await;
    let (first, second) = (app.get("/").await, app.get("/").await);
    assert_eq!(first.headers, second.headers);
    assert!(second.header(header::CONTENT_SECURITY_POLICY).starts_with("default-src 'none';"));
}

#[tokio::test]
async fn files_are_compressed_kept_for_a_year_and_found_with_any_cookie() {
    let app = TestApp::new().await;
    let page = app.page("/").await;
    let style_sheet = &page.attributes("link[rel='stylesheet']", "href")[0];
    let reply =
        app.send(Request::get(style_sheet).header(header::ACCEPT_ENCODING, "br").header(header::COOKIE, "a=b")).await;
    assert_eq!(reply.header(header::CONTENT_ENCODING), "br");
    assert_eq!(reply.header(header::CACHE_CONTROL), "public, max-age=31536000, immutable");
    assert_eq!(reply.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
    let fonts = page.attributes("link[rel='preload']", "href");
    let font = app.send(Request::get(&fonts[0]).header(header::ACCEPT_ENCODING, "br")).await;
    assert_eq!(font.headers.get(header::CONTENT_ENCODING), None, "fonts are compressed already");
}

#[tokio::test]
async fn what_was_to_come_is_over_the_next_day_without_anybody_publishing() {
    let app = TestApp::new().await;
    let (today, tomorrow) = (app.clock.today(), app.clock.today().tomorrow().unwrap());
    app.execute(&format!(
        "UPDATE entries SET edtf = '{today}', certainty = 'fixed', earliest = {day}, latest = {day} \
         WHERE slug = 'kongress-2018'",
        day = (today - jiff::civil::date(1970, 1, 1)).get_days()
    ))
    .await;
    let upcoming = async || app.page("/veranstaltungen").await.source;
    let before = upcoming().await;
    app.clock.advance(SignedDuration::from_hours(24));
    assert_eq!(app.clock.today(), tomorrow);
    assert_ne!(upcoming().await, before);
}

/// A page of which the test says what it is made from: it tells the time.
async fn registration(ctx: Ctx) -> String {
    let deadline: Timestamp = "2026-11-23T17:00:00Z".parse().unwrap();
    ctx.depends_on(EVENT.of(uuid::Uuid::from_u128(1)));
    ctx.holds_until(deadline);
    let now = ctx.state().clock.now();
    if now < deadline { format!("Anmeldung bis 18 Uhr ({now})") } else { "Anmeldung beendet".to_owned() }
}

const EVENT: TopicKind = TopicKind::new("event");

#[tokio::test]
async fn what_a_handler_notes_decides_how_long_its_page_is_kept() {
    let app = TestApp::new().await;
    let routes = Routes { public: Router::new().route("/anmeldung", get(registration)), ..Routes::default() };
    let site = Site::new(app.service.state().clone(), routes);
    let text = async || {
        let request = Request::get("/en/anmeldung").body(axum::body::Body::empty()).unwrap();
        String::from_utf8(Reply::read(site.clone().oneshot(request).await.unwrap()).await.bytes).unwrap()
    };
    let publish = async |number| {
        let topic = EVENT.of(uuid::Uuid::from_u128(number));
        app.db.db.write().await.unwrap().publish_topics(&[topic]).await.unwrap();
    };
    assert_eq!(text().await, "Anmeldung bis 18 Uhr (2026-11-23T12:00:00Z)");
    app.clock.advance(SignedDuration::from_hours(1));
    publish(2).await;
    assert_eq!(text().await, "Anmeldung bis 18 Uhr (2026-11-23T12:00:00Z)", "another event");
    publish(1).await;
    assert_eq!(text().await, "Anmeldung bis 18 Uhr (2026-11-23T13:00:00Z)");
    app.clock.advance(SignedDuration::from_hours(4));
    assert_eq!(text().await, "Anmeldung beendet");
}
