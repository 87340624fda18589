//! Signing in by a provider of identities, against a real one.

use std::path::Path;

use accounts::{ProviderSettings, Role, SignInSettings};
use axum::http::{Request, StatusCode, header};
use jiff::SignedDuration;
use testing::html::faults;
use testing::identity_provider::IdentityProvider;
use testing::{PUBLIC_URL, Reply, TestApp};

async fn app_with(provider: &IdentityProvider) -> TestApp {
    let oidc = ProviderSettings {
        name: "Ruhr-Login".to_owned(),
        issuer: provider.issuer(),
        client_id: "zukunftsbildung".to_owned(),
        client_secret: "geheim".to_owned(),
    };
    TestApp::offering(&SignInSettings { password: false, oidc: Some(oidc) }).await
}

/// A browser on its way: its cookie, and where the provider is.
async fn leave(app: &TestApp) -> (String, String) {
    let reply = app.get("/anmelden/dienst?weiter=/redaktion/konto").await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", String::from_utf8_lossy(&reply.bytes));
    let line = reply.header(header::SET_COOKIE);
    assert!(
        line.starts_with("__Host-journey=") && line.contains("; Max-Age=600; HttpOnly; SameSite=Lax; Secure"),
        "{line}"
    );
    (line.split(';').next().expect("a cookie").to_owned(), reply.header(header::LOCATION).to_owned())
}

async fn come_back(app: &TestApp, cookie: &str, address: &str) -> Reply {
    let path = address.strip_prefix(PUBLIC_URL).expect("an address of ours");
    app.send(Request::get(path).header(header::COOKIE, cookie)).await
}

/// The cookie of the session that a return gave.
fn session(reply: &Reply) -> String {
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", String::from_utf8_lossy(&reply.bytes));
    let cookies: Vec<&str> =
        reply.headers.get_all(header::SET_COOKIE).iter().map(|line| line.to_str().unwrap()).collect();
    assert!(cookies.iter().any(|line| line.starts_with("__Host-journey=; ")), "{cookies:?}");
    let session = cookies.iter().find(|line| line.starts_with("__Host-session=")).expect("a session");
    session.split(';').next().expect("a cookie").to_owned()
}

#[tokio::test]
async fn person_whose_address_the_provider_has_verified_comes_in_and_is_known_by_the_subject_from_then_on() {
    let provider =
        IdentityProvider::start(Path::new(env!("CARGO_TARGET_TMPDIR")), &[("anna", "Person-1@ort.example", true)]);
    let app = app_with(&provider).await;
    let anna = app.as_role(Role::Editor).await;
    let page = app.page("/anmelden").await;
    assert_eq!(page.texts("a[href^='/anmelden/dienst']"), ["Mit Ruhr-Login anmelden"]);
    for _ in 0..200 {
        let picture = Request::get("/anmelden/dienst").header("sec-fetch-dest", "image");
        assert_eq!(app.send(picture).await.status, StatusCode::FORBIDDEN, "a picture on somebody's page");
    }
    let (cookie, address) = leave(&app).await;
    for part in ["code_challenge=", "code_challenge_method=S256", "nonce=", "state=", "scope=openid+email"] {
        assert!(address.contains(part), "{part} is missing in {address}");
    }
    let entered = come_back(&app, &cookie, &provider.authorize(&address, "anna")).await;
    assert_eq!(entered.header(header::LOCATION), "/redaktion/konto");
    let request = Request::get("/redaktion/konto").header(header::COOKIE, session(&entered));
    let shown = app.send(request).await.page();
    assert!(shown.texts("#sessions ~ table tbody td").contains(&"Anmeldedienst".to_owned()));
    app.execute("UPDATE persons SET email = 'neu@ort.example', email_key = 'neu@ort.example'").await;
    let (cookie, address) = leave(&app).await;
    session(&come_back(&app, &cookie, &provider.authorize(&address, "anna")).await);
    assert_eq!(app.number("SELECT COUNT(*) FROM identities").await, 1);
    assert_eq!(app.number("SELECT COUNT(*) FROM audit WHERE deed = 'way_added' AND label = 'provider'").await, 1);
    let boss = app.as_role(Role::Administrator).await;
    boss.post_and_follow(&format!("/redaktion/personen/{}/sperre", anna.id), &[]).await;
    let (cookie, address) = leave(&app).await;
    let refused = come_back(&app, &cookie, &provider.authorize(&address, "anna")).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN, "a disabled person stays out");
}

#[tokio::test]
async fn stranger_and_unverified_address_stay_outside() {
    let people = [("stranger", "niemand@ort.example", true), ("liar", "person-1@ort.example", false)];
    let provider = IdentityProvider::start(Path::new(env!("CARGO_TARGET_TMPDIR")), &people);
    let app = app_with(&provider).await;
    app.as_role(Role::Administrator).await;
    for (subject, _, _) in people {
        let (cookie, address) = leave(&app).await;
        let refused = come_back(&app, &cookie, &provider.authorize(&address, subject)).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{subject}");
        assert!(refused.page().text(".lead").starts_with("Ruhr-Login kennt Sie"), "{subject}");
        assert_eq!(faults(&refused.page(), "de"), Vec::<String>::new());
    }
    assert_eq!(app.number("SELECT COUNT(*) FROM identities").await, 0);
    assert_eq!(app.number("SELECT COUNT(*) FROM audit WHERE deed = 'sign_in_refused'").await, 2);
}

#[tokio::test]
async fn answer_of_the_provider_counts_once_and_only_in_the_browser_that_began() {
    let provider =
        IdentityProvider::start(Path::new(env!("CARGO_TARGET_TMPDIR")), &[("anna", "person-1@ort.example", true)]);
    let app = app_with(&provider).await;
    app.as_role(Role::Editor).await;
    let (cookie, address) = leave(&app).await;
    let (other, _) = leave(&app).await;
    let back = provider.authorize(&address, "anna");
    for (carried, why) in [(other.as_str(), "another browser"), ("", "no cookie"), ("__Host-journey=x", "a forged one")]
    {
        let refused = come_back(&app, carried, &back).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{why}");
        assert!(refused.page().text(".lead").contains("Faden verloren"), "{why}");
    }
    let (_, state) = back.split_once("state=").expect("a state");
    for broken in [
        "/anmelden/dienst/rueckkehr".to_owned(),
        format!("/anmelden/dienst/rueckkehr?state={state}&error=access_denied"),
        back.strip_prefix(PUBLIC_URL).unwrap().replace("state=", "state=0"),
    ] {
        let reply = app.send(Request::get(&broken).header(header::COOKIE, &cookie)).await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST, "{broken}");
    }
    session(&come_back(&app, &cookie, &back).await);
    let again = come_back(&app, &cookie, &back).await;
    assert_eq!(again.status, StatusCode::BAD_GATEWAY, "the provider takes a code once");
    let (cookie, address) = leave(&app).await;
    let back = provider.authorize(&address, "anna");
    app.clock.advance(SignedDuration::from_mins(10));
    assert_eq!(come_back(&app, &cookie, &back).await.status, StatusCode::BAD_REQUEST, "too late");
}

#[tokio::test]
async fn provider_that_does_not_answer_is_named_and_without_one_there_is_no_such_page() {
    let provider = IdentityProvider::start(Path::new(env!("CARGO_TARGET_TMPDIR")), &[]);
    let app = app_with(&provider).await;
    drop(provider);
    let reply = app.get("/en/anmelden/dienst").await;
    assert_eq!(reply.status, StatusCode::BAD_GATEWAY);
    assert!(reply.page().text(".lead").starts_with("Ruhr-Login does not answer"));
    let without = TestApp::new().await;
    for path in ["/anmelden/dienst", "/anmelden/dienst/rueckkehr?code=x&state=y"] {
        assert_eq!(without.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}
