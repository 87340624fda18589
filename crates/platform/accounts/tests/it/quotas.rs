//! What strangers send for free uses up nothing that others need: the ways in.

use accounts::{Role, SignInSettings};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use jiff::SignedDuration;
use testing::authenticator::Authenticator;
use testing::{PUBLIC_URL, Reply, Someone, TestApp, cookie_of, encoded};
use tokio::task::JoinSet;
use tower::ServiceExt as _;
use web::Peer;

use crate::passkeys::{ask, enter, make};

const PASSWORD: &str = "drei Tauben am Förderturm";

async fn with_passwords() -> TestApp {
    TestApp::offering(&SignInSettings { password: true, oidc: None }).await
}

async fn send(app: &TestApp, path: &str, from: &str, fields: &[(&str, &str)]) -> Reply {
    let peer = Peer(from.parse().unwrap());
    app.send_form(Request::post(path).header("sec-fetch-site", "same-origin").extension(peer), encoded(fields)).await
}

/// Tries a password.
async fn try_password(app: &TestApp, from: &str, email: &str, password: &str) -> Reply {
    send(app, "/anmelden/passwort", from, &[("email", email), ("passwort", password)]).await
}

/// Asks for a link and follows it from the same place.
async fn come_in_by_link(app: &TestApp, from: &str, email: &str) {
    let reply = send(app, "/anmelden", from, &[("email", email)]).await;
    assert_eq!(reply.header(header::LOCATION), "/anmelden/unterwegs");
    let letters = app.settle().await;
    let letter = letters.iter().find(|letter| letter.recipient == email).expect("a mail with a link");
    let link = letter.text.lines().find(|line| line.starts_with(PUBLIC_URL)).expect("a link");
    assert!(!cookie_of(&send(app, &link[PUBLIC_URL.len()..], from, &[]).await).is_empty());
    app.settle().await;
}

async fn set_password(app: &TestApp, person: &Someone<'_>) {
    person.post_and_follow("/redaktion/konto/passwort", &[("passwort", PASSWORD)]).await;
    app.settle().await;
}

async fn refusals(app: &TestApp) -> i64 {
    app.number("SELECT COUNT(*) FROM audit WHERE deed = 'sign_in_refused'").await
}

#[tokio::test]
async fn thousand_false_links_and_pictures_on_foreign_pages_leave_every_way_in_open() {
    let app = with_passwords().await;
    let anna = app.as_role(Role::Editor).await;
    set_password(&app, &anna).await;
    let mut phone = Authenticator::new(1);
    assert_eq!(make(&anna, &mut phone).await.status, StatusCode::OK);
    for number in 0..1_000_u32 {
        let path = format!("/anmelden/link/{number:064x}");
        let peer = Peer(format!("198.51.{}.7", number % 100).parse().unwrap());
        let request = if number % 2 == 0 { Request::get(path) } else { Request::post(path) };
        assert_eq!(app.send_form(request.extension(peer), "").await.status, StatusCode::GONE);
    }
    for _ in 0..10 {
        let picture = Request::get("/anmelden/link/x").header("sec-fetch-site", "cross-site");
        let picture = picture.header("sec-fetch-dest", "image").extension(Peer("192.0.2.1".parse().unwrap()));
        assert_eq!(app.send(picture).await.status, StatusCode::GONE);
    }
    assert_eq!(refusals(&app).await, 0, "nothing is written down");
    come_in_by_link(&app, "192.0.2.1", &anna.email).await;
    assert_eq!(try_password(&app, "192.0.2.1", &anna.email, PASSWORD).await.status, StatusCode::SEE_OTHER);
    let (question, options) = ask(&app).await;
    assert_eq!(enter(&app, &question, &phone.answer(&options)).await.status, StatusCode::OK);
    app.settle().await;
}

#[tokio::test]
async fn workshop_behind_one_address_gets_its_links_at_once() {
    let app = TestApp::new().await;
    for number in 0..60 {
        // Filled in and sent by a password manager: at once, and with whatever it knows.
        let fields = [("email", &*format!("person-{number}@ort.example")), ("homepage", "https://ort.example")];
        assert_eq!(send(&app, "/anmelden", "192.0.2.1", &fields).await.status, StatusCode::SEE_OTHER, "{number}");
    }
    let refused = send(&app, "/anmelden", "192.0.2.1", &[("email", "noch@ort.example")]).await;
    assert_eq!((refused.status, refused.header(header::RETRY_AFTER)), (StatusCode::TOO_MANY_REQUESTS, "10"));
    assert_eq!(refused.page().attributes("#form-email", "value"), ["noch@ort.example"]);
    assert_eq!(send(&app, "/anmelden", "192.0.2.2", &[("email", "x@ort.example")]).await.status, StatusCode::SEE_OTHER);
    app.clock.advance(SignedDuration::from_secs(10));
    assert_eq!(send(&app, "/anmelden", "192.0.2.1", &[("email", "y@ort.example")]).await.status, StatusCode::SEE_OTHER);
    app.settle().await;
}

#[tokio::test]
async fn answers_that_no_passkey_gave_are_neither_noted_nor_kept() {
    let app = TestApp::new().await;
    let anna = app.as_role(Role::Editor).await;
    for number in 0..1_000 {
        let from = format!("198.51.{}.7", number % 100);
        let reply = send(&app, "/anmelden/passkey", &from, &[("frage", "x"), ("antwort", "x")]).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_eq!(refusals(&app).await, 0);
    // A passkey that we know, at a site that looks like ours.
    let mut phone = Authenticator::new(1);
    assert_eq!(make(&anna, &mut phone).await.status, StatusCode::OK);
    phone.origin = "https://evil.example".to_owned();
    for _ in 0..50 {
        let (question, options) = ask(&app).await;
        assert_eq!(enter(&app, &question, &phone.answer(&options)).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_eq!(refusals(&app).await, 20, "noted, but not without end");
    let asked = async || app.press(Request::post("/anmelden/passkey/frage"), &[]).await;
    let mut last = asked().await;
    for _ in 0..120 {
        last = asked().await;
    }
    assert_eq!((last.status, last.header(header::RETRY_AFTER)), (StatusCode::TOO_MANY_REQUESTS, "5"));
    app.clock.advance(SignedDuration::from_mins(6));
    asked().await;
    assert_eq!(app.number("SELECT COUNT(*) FROM challenges").await, 1, "what nobody answered is gone");
}

#[tokio::test]
async fn wrong_passwords_that_come_together_are_all_counted_and_lock_no_owner_out() {
    let app = with_passwords().await;
    let anna = app.as_role(Role::Editor).await;
    set_password(&app, &anna).await;
    let mut attempts = JoinSet::new();
    for number in 0..120 {
        let body = encoded(&[("email", &*anna.email), ("passwort", "falsch falsch falsch")]);
        let request = Request::post("/anmelden/passwort")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .extension(Peer(format!("198.51.{number}.7").parse().unwrap()))
            .body(Body::from(body))
            .unwrap();
        attempts.spawn(app.service.clone().oneshot(request));
    }
    let answers = attempts.join_all().await;
    let tried = answers.into_iter().filter(|answer| answer.as_ref().unwrap().status() != StatusCode::TOO_MANY_REQUESTS);
    let tried = tried.count();
    assert_eq!(tried, 10);
    let refused = try_password(&app, "192.0.2.1", &anna.email, PASSWORD).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(refused.page().attributes(".more a[href^='/']", "href"), ["/anmelden?weiter=/redaktion"], "another way");
    come_in_by_link(&app, "192.0.2.1", &anna.email).await;
    let entered = try_password(&app, "192.0.2.1", &anna.email, PASSWORD).await;
    assert_eq!(entered.status, StatusCode::SEE_OTHER, "the password works again from where she came in");
    let stranger = try_password(&app, "203.0.113.9", &anna.email, PASSWORD).await;
    assert_eq!(stranger.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(refusals(&app).await <= 20);
    app.settle().await;
}

#[tokio::test]
async fn clock_that_ran_ahead_keeps_nobody_out_and_nobody_in() {
    let app = TestApp::new().await;
    let anna = app.as_role(Role::Editor).await;
    let ahead = SignedDuration::from_hours(24 * 400);
    app.clock.set_by(ahead);
    for _ in 0..6 {
        send(&app, "/anmelden", "192.0.2.1", &[("email", &anna.email)]).await;
        app.settle().await;
        app.clock.advance(SignedDuration::from_mins(16));
    }
    let then = app.sign_in(&anna.email).await;
    let opens = async |cookie: &str| {
        app.send(Request::get("/redaktion/konto").header(header::COOKIE, cookie)).await.status == StatusCode::OK
    };
    assert!(opens(&then).await);
    app.clock.set_by(-ahead);
    assert!(!opens(&then).await, "it would hold for 430 days");
    come_in_by_link(&app, "192.0.2.1", &anna.email).await;
    let now = app.sign_in(&anna.email).await;
    app.clock.set_by(SignedDuration::from_hours(-1));
    assert!(opens(&now).await, "a clock that is put right by an hour ends no session");
}
