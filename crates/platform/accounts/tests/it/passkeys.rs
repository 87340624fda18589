//! Passkeys: made at one's own account, they sign in without a mail, and nobody else's does.

use accounts::Role;
use axum::http::{Request, StatusCode, header};
use jiff::SignedDuration;
use serde_json::Value;
use testing::authenticator::Authenticator;
use testing::html::faults;
use testing::{Reply, Someone, TestApp};

fn json(reply: &Reply) -> Value {
    assert_eq!(reply.header(header::CONTENT_TYPE), "application/json");
    assert_eq!(reply.header(header::CACHE_CONTROL), "no-store");
    serde_json::from_slice(&reply.bytes).expect("JSON")
}

/// Makes a passkey as the module does; the answer of the server.
pub(crate) async fn make(someone: &Someone<'_>, authenticator: &mut Authenticator) -> Reply {
    let asked = json(&someone.post("/redaktion/konto/passkeys/frage", &[]).await);
    let answer = authenticator.make(&asked["options"]);
    let question = asked["question"].as_str().expect("a question");
    someone.post("/redaktion/konto/passkeys", &[("frage", question), ("antwort", &answer), ("name", "Telefon")]).await
}

/// The question to whoever is there, and its options.
pub(crate) async fn ask(app: &TestApp) -> (String, Value) {
    let asked = json(&app.press(Request::post("/anmelden/passkey/frage"), &[]).await);
    (asked["question"].as_str().expect("a question").to_owned(), asked["options"].clone())
}

pub(crate) async fn enter(app: &TestApp, question: &str, answer: &str) -> Reply {
    let request = Request::post("/anmelden/passkey?weiter=/redaktion/konto");
    app.press(request, &[("frage", question), ("antwort", answer)]).await
}

#[tokio::test]
async fn passkey_is_made_at_the_account_and_signs_in_without_a_mail() {
    let app = TestApp::new().await;
    let anna = app.as_role(Role::Editor).await;
    let mut phone = Authenticator::new(1);
    let made = make(&anna, &mut phone).await;
    assert_eq!(made.status, StatusCode::OK, "{}", String::from_utf8_lossy(&made.bytes));
    assert_eq!(json(&made)["onward"], "/redaktion/konto?hinweis=passkey");
    let page = anna.page("/redaktion/konto?hinweis=passkey").await;
    assert_eq!(faults(&page, "de"), Vec::<String>::new());
    assert_eq!(page.texts("#passkeys ~ table tbody th"), ["Telefon"]);
    let (question, options) = ask(&app).await;
    let entered = enter(&app, &question, &phone.answer(&options)).await;
    assert_eq!(entered.status, StatusCode::OK, "{}", String::from_utf8_lossy(&entered.bytes));
    assert_eq!(json(&entered)["onward"], "/redaktion/konto");
    let cookie = entered.header(header::SET_COOKIE).split(';').next().expect("a cookie");
    let shown = app.send(Request::get("/redaktion/konto").header(header::COOKIE, cookie)).await.page();
    assert!(shown.texts("#sessions ~ table tbody td").contains(&"Passkey".to_owned()));
    assert_eq!(app.number("SELECT COUNT(*) FROM audit WHERE deed = 'way_added'").await, 1);
    assert_eq!(app.settle().await, []);
}

#[tokio::test]
async fn answer_counts_once_and_in_time_and_for_its_own_question_only() {
    let app = TestApp::new().await;
    let anna = app.as_role(Role::Editor).await;
    let mut phone = Authenticator::new(1);
    assert_eq!(make(&anna, &mut phone).await.status, StatusCode::OK);
    let (question, options) = ask(&app).await;
    let answer = phone.answer(&options);
    assert_eq!(enter(&app, &question, &answer).await.status, StatusCode::OK);
    let refused = enter(&app, &question, &answer).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "the same answer again");
    assert!(refused.headers.get(header::SET_COOKIE).is_none());
    let (other, _) = ask(&app).await;
    assert_eq!(enter(&app, &other, &answer).await.status, StatusCode::UNPROCESSABLE_ENTITY, "another question");
    let (late, options) = ask(&app).await;
    app.clock.advance(SignedDuration::from_mins(5));
    assert_eq!(enter(&app, &late, &phone.answer(&options)).await.status, StatusCode::UNPROCESSABLE_ENTITY, "too late");
    for nonsense in ["", "x", "{}", "null"] {
        let (question, _) = ask(&app).await;
        assert_eq!(enter(&app, &question, nonsense).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{nonsense}");
    }
}

#[tokio::test]
async fn only_the_right_key_of_the_right_person_at_the_right_place_signs_in() {
    let app = TestApp::new().await;
    let (anna, ben) = (app.as_role(Role::Editor).await, app.as_role(Role::Administrator).await);
    let mut phone = Authenticator::new(1);
    assert_eq!(make(&anna, &mut phone).await.status, StatusCode::OK);
    let refused = async |phone: &Authenticator, why: &str| {
        let (question, options) = ask(&app).await;
        let reply = enter(&app, &question, &phone.answer(&options)).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{why}");
        assert!(json(&reply)["message"].as_str().expect("a message").contains("kennen wir nicht"));
    };
    phone.pretend(ben.id.0.as_bytes());
    refused(&phone, "Anna's key in Ben's name").await;
    phone.pretend(anna.id.0.as_bytes());
    phone.origin = "https://zukunftsbildung.example.evil.example".to_owned();
    refused(&phone, "a site that looks like ours").await;
    phone.origin = "https://zukunftsbildung.example".to_owned();
    refused(&Authenticator::new(2), "a key that nobody has").await;
    ben.post_and_follow(&format!("/redaktion/personen/{}/sperre", anna.id), &[]).await;
    refused(&phone, "a person who may not sign in").await;
    // Noted is what was tried with a passkey that signs somebody in, not what strangers make up.
    assert_eq!(app.number("SELECT COUNT(*) FROM audit WHERE deed = 'sign_in_refused' AND label = 'passkey'").await, 1);
}

#[tokio::test]
async fn nobody_adds_or_removes_a_key_at_somebody_elses_account() {
    let app = TestApp::new().await;
    let (anna, ben) = (app.as_role(Role::Editor).await, app.as_role(Role::Administrator).await);
    let mut phone = Authenticator::new(1);
    let asked = json(&anna.post("/redaktion/konto/passkeys/frage", &[]).await);
    let question = asked["question"].as_str().expect("a question").to_owned();
    let answer = phone.make(&asked["options"]);
    let fields = [("frage", question.as_str()), ("antwort", &answer)];
    assert_eq!(ben.post("/redaktion/konto/passkeys", &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        anna.post("/redaktion/konto/passkeys", &fields).await.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "used up"
    );
    assert_eq!(make(&anna, &mut phone).await.status, StatusCode::OK);
    assert_eq!(make(&ben, &mut phone).await.status, StatusCode::UNPROCESSABLE_ENTITY, "a key is somebody's once");
    let page = anna.page("/redaktion/konto").await;
    let id = page.attributes("input[name='passkey']", "value").remove(0);
    let remove = "/redaktion/konto/passkeys/entfernung";
    assert_eq!(ben.post(remove, &[("passkey", &id)]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(anna.post(remove, &[("passkey", "x")]).await.status, StatusCode::NOT_FOUND);
    let page = anna.post_and_follow(remove, &[("passkey", &id)]).await;
    assert_eq!(page.text("#passkeys ~ .gap"), "Sie haben noch keinen Passkey.");
    let (question, options) = ask(&app).await;
    assert_eq!(enter(&app, &question, &phone.answer(&options)).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn pages_offer_passkeys_hidden_until_a_script_can_use_them() {
    let app = TestApp::new().await;
    let anna = app.as_role(Role::Editor).await;
    for page in [app.page("/anmelden").await, anna.page("/redaktion/konto").await] {
        assert_eq!(page.attributes("[data-passkey]", "hidden").len(), 1);
        let module = page.attributes("script[type='module'][src*='passkey']", "src").remove(0);
        let reply = app.get(&module).await;
        assert_eq!(reply.header(header::CONTENT_TYPE), "text/javascript; charset=utf-8");
    }
    let policy = app.get("/anmelden").await;
    assert!(policy.header(header::CONTENT_SECURITY_POLICY).contains("script-src 'self'"));
    for number in 0..122 {
        let status = app.press(Request::post("/anmelden/passkey/frage"), &[]).await.status;
        let expected = if number < 120 { StatusCode::OK } else { StatusCode::TOO_MANY_REQUESTS };
        assert_eq!(status, expected, "{number}");
    }
}
