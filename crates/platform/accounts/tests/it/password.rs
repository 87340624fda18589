//! Passwords: only where the settings allow them, long and not on a list, and the same answer for
//! accounts that are there and those that are not.

use accounts::{Role, SignInSettings};
use axum::http::{Request, StatusCode, header};
use jiff::SignedDuration;
use testing::html::faults;
use testing::{Reply, TestApp, cookie_of, encoded};
use web::Peer;

const GOOD: &str = "drei Tauben am Förderturm";

async fn with_passwords() -> TestApp {
    TestApp::offering(&SignInSettings { password: true, oidc: None }).await
}

async fn try_it(app: &TestApp, email: &str, password: &str, from: &str) -> Reply {
    let page = app.page("/anmelden/passwort?weiter=/redaktion/konto").await;
    let action = page.attributes("form.form", "action").remove(0);
    let peer = Peer(from.parse().unwrap());
    let fields = [("email", email), ("passwort", password)];
    let request = Request::post(action).extension(peer).header("sec-fetch-site", "same-origin");
    let reply = app.send_form(request, encoded(&fields)).await;
    app.settle().await;
    reply
}

#[tokio::test]
async fn without_the_setting_there_are_no_passwords() {
    let app = TestApp::new().await;
    let anna = app.as_role(Role::Editor).await;
    assert!(!app.page("/anmelden").await.source.contains("/anmelden/passwort"));
    assert!(!anna.page("/redaktion/konto").await.source.contains("/redaktion/konto/passwort"));
    for path in ["/anmelden/passwort", "/redaktion/konto/passwort"] {
        assert_eq!(anna.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(anna.post(path, &[("passwort", GOOD)]).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(anna.post("/redaktion/konto/passwort/entfernung", &[]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn password_is_set_signs_in_and_is_removed() {
    let app = with_passwords().await;
    let anna = app.as_role(Role::Editor).await;
    let other = app.sign_in(&anna.email).await;
    let page = anna.page("/redaktion/konto/passwort").await;
    assert_eq!(faults(&page, "de"), Vec::<String>::new());
    for weak in ["kurz", "password1234", "Person 1 Person 1", &"x ".repeat(100)] {
        let reply = anna.post("/redaktion/konto/passwort", &[("passwort", weak)]).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{weak}");
        assert!(!reply.page().source.contains("value=\"kurz\""), "a password is not shown again");
    }
    let page = anna.post_and_follow("/redaktion/konto/passwort", &[("passwort", GOOD)]).await;
    assert_eq!(page.text(".notice p"), "Das Passwort ist gespeichert. Alle anderen Anmeldungen sind beendet.");
    let reply = app.send(Request::get("/redaktion/konto").header(header::COOKIE, other)).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "other sessions have ended");
    let entered = try_it(&app, &anna.email.to_uppercase(), GOOD, "192.0.2.1").await;
    assert_eq!(entered.header(header::LOCATION), "/redaktion/konto");
    assert!(cookie_of(&entered).starts_with("__Host-session="));
    anna.post_and_follow("/redaktion/konto/passwort/entfernung", &[]).await;
    assert_eq!(try_it(&app, &anna.email, GOOD, "192.0.2.1").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(app.number("SELECT COUNT(*) FROM persons WHERE password IS NOT NULL").await, 0);
}

#[tokio::test]
async fn wrong_password_and_unknown_account_look_the_same_and_are_counted() {
    let app = with_passwords().await;
    let (anna, ben) = (app.as_role(Role::Administrator).await, app.as_role(Role::Editor).await);
    for person in [&anna, &ben] {
        person.post_and_follow("/redaktion/konto/passwort", &[("passwort", GOOD)]).await;
    }
    anna.post_and_follow(&format!("/redaktion/personen/{}/sperre", ben.id), &[]).await;
    let shown = |reply: &Reply, email: &str| {
        let page = reply.page();
        assert_eq!(faults(&page, "de"), Vec::<String>::new());
        (reply.status, page.texts("main").join(" "), page.attributes("#form-email", "value") == [email])
    };
    let mut answers = Vec::new();
    for (email, password) in [(&*anna.email, "falsch"), (&*ben.email, GOOD), ("niemand@ort.example", GOOD), ("x", "")] {
        answers.push(shown(&try_it(&app, email, password, "192.0.2.1").await, email));
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:#?}");
    for email in [&*anna.email, "niemand@ort.example"] {
        for number in 1..10 {
            let reply = try_it(&app, email, "falsch", &format!("192.0.2.{number}")).await;
            assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{email} {number}");
        }
        let reply = try_it(&app, email, GOOD, "198.51.100.1").await;
        assert_eq!(reply.status, StatusCode::TOO_MANY_REQUESTS, "{email}: even the right one has to wait");
        assert_eq!(reply.header(header::RETRY_AFTER), "360", "{email}");
        assert_eq!(faults(&reply.page(), "de"), Vec::<String>::new());
    }
    app.clock.advance(SignedDuration::from_hours(1));
    assert_eq!(try_it(&app, &anna.email, GOOD, "192.0.2.1").await.status, StatusCode::SEE_OTHER);
}
