//! A further way in is set up soon after a sign-in only, so that a browser left open does not become a lasting key.

use accounts::{Role, SignInSettings, session};
use axum::http::{Request, StatusCode, header};
use jiff::SignedDuration;
use testing::TestApp;
use testing::html::faults;

const PASSWORD: &str = "/redaktion/konto/passwort";
const GOOD: &[(&str, &str)] = &[("passwort", "drei Tauben am Förderturm")];

/// An application with passwords, and one on whose address browsers make passkeys.
async fn app() -> TestApp {
    TestApp::offering(&SignInSettings { password: true, oidc: None }).await
}

#[tokio::test]
async fn password_is_set_within_minutes_of_a_sign_in_and_not_later() {
    let app = app().await;
    let anna = app.as_role(Role::Editor).await;
    app.clock.advance(session::FRESH);
    assert_eq!(anna.page(PASSWORD).await.texts("input[name='passwort']").len(), 1, "the last moment");
    app.clock.advance(SignedDuration::from_secs(1));
    let page = anna.page(PASSWORD).await;
    assert_eq!(faults(&page, "de"), Vec::<String>::new());
    assert_eq!(page.texts("input[name='passwort']"), [""; 0]);
    let again = page.attributes("main a.action", "href").remove(0);
    assert_eq!(again, "/anmelden?weiter=/redaktion/konto/passwort&neu=ja");
    let reply = anna.post(PASSWORD, GOOD).await;
    assert_eq!(
        (reply.status, reply.page().text("main a.action")),
        (StatusCode::FORBIDDEN, "Noch einmal anmelden und weitermachen".to_owned())
    );
    assert_eq!(app.number("SELECT COUNT(*) FROM persons WHERE password IS NOT NULL").await, 0);

    let page = anna.get(&again).await.page();
    assert_eq!(
        page.text(".notice p"),
        "Melden Sie sich bitte noch einmal an. Danach geht es dort weiter, wo Sie waren."
    );
    let action = page.attributes("form.form", "action").remove(0);
    assert_eq!(action, "/anmelden?weiter=/redaktion/konto/passwort", "and back");
    let cookie = app.sign_in(&anna.email).await;
    let reply = app.press(Request::post(PASSWORD).header(header::COOKIE, cookie), GOOD).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    assert_eq!(app.number("SELECT COUNT(*) FROM persons WHERE password IS NOT NULL").await, 1);
}

#[tokio::test]
async fn passkey_is_set_up_within_minutes_of_a_sign_in_and_not_later() {
    let app = app().await;
    let anna = app.as_role(Role::Editor).await;
    assert_eq!(anna.page("/redaktion/konto").await.texts("[data-passkey]").len(), 1);
    assert_eq!(anna.post("/redaktion/konto/passkeys/frage", &[]).await.status, StatusCode::OK);
    app.clock.advance(session::FRESH + SignedDuration::from_secs(1));
    let page = anna.page("/redaktion/konto").await;
    assert_eq!(page.texts("[data-passkey]"), [""; 0]);
    let again = page.attributes("section[aria-labelledby='passkeys'] a", "href");
    assert_eq!(again, ["/anmelden?weiter=/redaktion/konto&neu=ja"]);
    for path in ["/redaktion/konto/passkeys/frage", "/redaktion/konto/passkeys"] {
        let reply = anna.post(path, &[("frage", "x"), ("antwort", "x")]).await;
        assert_eq!(reply.status, StatusCode::FORBIDDEN, "{path}");
        assert!(String::from_utf8_lossy(&reply.bytes).contains("Melden Sie sich noch einmal an"), "{path}");
    }
    app.clock.set_by(-session::FRESH * 3);
    assert_eq!(anna.page("/redaktion/konto").await.texts("[data-passkey]"), [""; 0], "the clock was set back");
    let reply = anna.post("/redaktion/konto/abmeldungen", &[("sitzung", "andere")]).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "closing doors is always allowed");
}
