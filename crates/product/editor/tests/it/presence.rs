//! Presence: a form says who else has it open, for some minutes after they were last heard of.

use accounts::Role;
use axum::http::StatusCode;
use jiff::SignedDuration;
use testing::editor::{FORM, act, begin_news, desk};
use testing::{Sheet, Someone, TestApp};

const HERE: &str = "/redaktion/angefangen/anwesenheit";

async fn others(person: &Someone<'_>, path: &str) -> Vec<String> {
    person.page(path).await.texts(".desk-others p")
}

/// What the script of a page hears.
async fn hears(person: &Someone<'_>, form: &str) -> (StatusCode, String) {
    let reply = person.post(HERE, &[("bogen", form)]).await;
    (reply.status, String::from_utf8_lossy(&reply.bytes).into_owned())
}

#[tokio::test]
async fn form_says_who_else_has_it_open_until_nothing_is_heard_of_them_for_some_minutes() {
    let app = TestApp::new().await;
    let (anna, ben) = (app.as_role(Role::Editor).await, app.as_role(Role::Editor).await);
    let path = desk(&begin_news(&anna, "Zu zweit").await);
    assert_eq!(others(&anna, &path).await, [""; 0]);
    app.clock.advance(SignedDuration::from_mins(9));
    let told = others(&ben, &path).await;
    assert_eq!(
        told,
        ["Person 1 hat dieses Formular seit 13:00 Uhr offen. Speichern Sie beide, werden die Texte zusammengeführt."]
    );
    assert!(others(&anna, &path).await[0].starts_with("Person 2 hat dieses Formular seit 13:09 Uhr offen."));
    // Ben is not heard of any more; Anna presses buttons of the form.
    app.clock.advance(SignedDuration::from_mins(9));
    assert_eq!(others(&ben, &format!("{path}/sprachen/en")).await.len(), 1, "the translation is about the same entry");
    app.clock.advance(SignedDuration::from_mins(11));
    let page = anna.page(&path).await;
    assert_eq!(page.texts(".desk-others p"), [""; 0]);
    let form = Sheet::of(&page, FORM);
    app.clock.advance(SignedDuration::from_mins(8));
    anna.post(&path, &form.pressed("mehr:matter.claims")).await;
    app.clock.advance(SignedDuration::from_mins(8));
    assert!(others(&ben, &path).await[0].starts_with("Person 1 hat dieses Formular seit 13:29 Uhr offen."));
}

#[tokio::test]
async fn script_hears_who_comes_and_goes_and_only_of_forms_that_its_person_was_shown() {
    let app = TestApp::new().await;
    let (anna, ben) = (app.as_role(Role::Editor).await, app.as_role(Role::Editor).await);
    let entry = begin_news(&anna, "Zu zweit").await;
    let path = desk(&entry);
    let form = Sheet::of(&anna.page(&path).await, FORM).get("bogen").to_owned();
    assert_eq!(hears(&anna, &form).await, (StatusCode::OK, String::new()));
    assert_eq!(hears(&ben, &form).await.0, StatusCode::NOT_FOUND);
    ben.page(&path).await;
    assert!(hears(&anna, &form).await.1.starts_with("Person 2 hat dieses Formular seit"));
    assert_eq!(ben.post(HERE, &[("bogen", &form), ("weg", "ja")]).await.status, StatusCode::NO_CONTENT);
    assert_eq!(hears(&anna, &form).await, (StatusCode::OK, String::new()));
    assert!(hears(&ben, &form).await.1.starts_with("Person 1"), "the page is shown again as it was");

    act(&anna, &entry, "kopie", &[]).await;
    app.clock.advance(SignedDuration::from_hours(49));
    app.run_due_jobs().await;
    assert_eq!(app.number("SELECT COUNT(*) FROM open_forms").await, 0);
}
