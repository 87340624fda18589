//! What somebody typed is not lost when a fault of ours keeps it from being taken.

use axum::http::{Request, StatusCode, header};
use jiff::SignedDuration;
use testing::accounts::{Role, SignInSettings};
use testing::html::faults;
use testing::{Page, Reply, Sheet, TestApp, encoded};

const AGAIN: &str = "form.error-again";
const TEXT: &str = "Wann ist der <nächste> \"Fachtag\"?\n\nUnd wo?";

/// The ticket of a form that was opened a while ago.
async fn ticket(app: &TestApp, path: &str) -> String {
    let ticket = app.page(path).await.attributes("input[name='ticket']", "value").remove(0);
    app.clock.advance(SignedDuration::from_secs(20));
    ticket
}

fn question<'a>(text: &'a str, ticket: &'a str) -> [(&'a str, &'a str); 5] {
    [("thema", "vielfalt"), ("nachricht", text), ("name", "Ö. Üblich"), ("email", "a@ort.example"), ("ticket", ticket)]
}

/// The page of a refusal that nobody may keep.
fn refused(reply: &Reply, status: StatusCode) -> Page {
    assert_eq!((reply.status, reply.header(header::CACHE_CONTROL)), (status, "no-store"));
    assert!(reply.header(header::CONTENT_SECURITY_POLICY).contains("form-action 'self'"));
    reply.page()
}

/// What the form to send once more holds, in the order of its fields.
fn held(page: &Page) -> Vec<(String, String)> {
    let sheet = Sheet::of(page, AGAIN);
    let mut fields = sheet.pressed("");
    fields.pop();
    fields.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

fn owned(fields: &[(&str, &str)]) -> Vec<(String, String)> {
    fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[tokio::test]
async fn form_that_could_not_be_taken_comes_back_whole_and_can_be_sent_again() {
    let app = TestApp::new().await;
    let ticket = ticket(&app, "/kontakt").await;
    let fields = question(TEXT, &ticket);
    app.execute("ALTER TABLE messages RENAME TO messages_away").await;
    for (prefix, language, button) in [("/en", "en", "Send again"), ("", "de", "Noch einmal senden")] {
        let reply = app.post(&format!("{prefix}/kontakt"), &fields).await;
        let page = refused(&reply, StatusCode::INTERNAL_SERVER_ERROR);
        assert_eq!(faults(&page, language), Vec::<String>::new());
        assert_eq!(page.attributes(AGAIN, "action"), [format!("{prefix}/kontakt")]);
        assert_eq!(page.text(&format!("{AGAIN} button")), button);
        assert_eq!(held(&page), owned(&fields));
        assert_eq!(page.texts(&format!("{AGAIN} textarea")).len(), 1, "the text can be read and copied");
    }
    app.execute("ALTER TABLE messages_away RENAME TO messages").await;
    assert_eq!(app.post("/kontakt", &fields).await.status, StatusCode::SEE_OTHER);
    assert!(app.settle().await[0].text.contains("Und wo?"));
}

#[tokio::test]
async fn desk_gives_back_what_was_typed_even_if_it_cannot_tell_who_typed_it() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = "/redaktion/eintraege/veranstaltungen/kongress-2018";
    let typed = Sheet::of(&editor.page(path).await, "form.desk-form").set("matter.title", "Ein neuer Titel");
    let fields = typed.pressed("speichern");
    // The session is read before the form is.
    app.execute("ALTER TABLE sessions RENAME TO sessions_away").await;
    let page = refused(&editor.post(path, &fields).await, StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(page.attributes(AGAIN, "action"), [path]);
    assert_eq!(held(&page), owned(&fields));
    app.execute("ALTER TABLE sessions_away RENAME TO sessions").await;
    assert_eq!(editor.post(path, &fields).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn text_that_is_too_long_comes_back_to_be_shortened() {
    let app = TestApp::new().await;
    let ticket = ticket(&app, "/kontakt").await;
    let text = "Wort ".repeat(12_000);
    let page = refused(&app.post("/kontakt", &question(&text, &ticket)).await, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(faults(&page, "de"), Vec::<String>::new());
    assert_eq!(held(&page), owned(&question(&text, &ticket)));
    let shorter = question("Ein Wort.", &ticket);
    assert_eq!(app.post("/kontakt", &shorter).await.status, StatusCode::SEE_OTHER);
    app.settle().await;
    // Beyond that nothing is read, so that nothing can be shown.
    let text = "Wort ".repeat(40_000);
    let page = refused(&app.post("/kontakt", &question(&text, &ticket)).await, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(page.texts(AGAIN), Vec::<String>::new());
}

#[tokio::test]
async fn secrets_and_forms_of_other_sites_are_not_shown() {
    let app = TestApp::offering(&SignInSettings { password: true, oidc: None }).await;
    app.execute("ALTER TABLE persons RENAME TO persons_away").await;
    let fields = [("email", "a@ort.example"), ("passwort", "ein geheimes Wort")];
    let reply = app.post("/anmelden/passwort", &fields).await;
    let page = refused(&reply, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(page.texts(AGAIN).is_empty() && !page.source.contains("geheim"), "{}", page.source);
    app.execute("ALTER TABLE messages RENAME TO messages_away").await;
    let foreign = Request::post("/kontakt").header("sec-fetch-site", "cross-site");
    let page = refused(&app.send_form(foreign, encoded(&question(TEXT, ""))).await, StatusCode::FORBIDDEN);
    assert!(page.texts(AGAIN).is_empty());
}
