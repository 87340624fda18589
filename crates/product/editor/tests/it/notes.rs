//! Notes on an entry: for colleagues only, with mentions, and never lost by another button.

use accounts::Role;
use axum::http::StatusCode;
use jiff::SignedDuration;
use testing::editor::{FORM, act, begin_news, change, desk, notice, publish};
use testing::{Page, Sheet, Someone, TestApp};

const START: &str = "/redaktion";

/// The name of a person at the desk.
async fn name(app: &TestApp, person: &Someone<'_>) -> String {
    let mut reader = app.db.db.read().await.unwrap();
    let sql = "SELECT name FROM persons WHERE id = $1";
    db::on!(&mut reader.conn(), |c| sqlx::query_scalar(sql).bind(person.id).fetch_one(c).await).unwrap()
}

fn open_notes(page: &Page) -> Vec<String> {
    page.texts(".desk-notes > ul .desk-said")
}

#[tokio::test]
async fn note_stands_beside_the_entry_for_colleagues_and_nowhere_in_public() {
    let app = TestApp::new().await;
    let (anna, ben) = (app.as_role(Role::Editor).await, app.as_role(Role::Editor).await);
    let path = begin_news(&anna, "Mit Notiz").await;
    let note = [("notiz", "Stimmt die Zahl?"), ("body", "Noch nicht gespeichert")];
    assert_eq!(notice(&act(&anna, &path, "notizen", &note).await), "notiert");
    assert_eq!(anna.page(&desk(&path)).await.texts(".desk-unsent").len(), 1, "the text that was not saved is offered");
    act(&anna, &path, "notizen", &note).await;
    let page = ben.page(&desk(&path)).await;
    assert_eq!(open_notes(&page), ["Stimmt die Zahl?"], "sent twice, it is one note");
    assert!(page.text(".desk-notes > ul .desk-muted").ends_with("23. November 2026, 13:00 Uhr"));
    publish(&ben, &path).await;
    assert!(!app.page(&format!("/{path}")).await.source.contains("Stimmt die Zahl"));
    assert_eq!(app.settle().await.len(), 0);
}

#[tokio::test]
async fn mention_reaches_people_who_may_open_the_entry_until_the_note_is_done() {
    let app = TestApp::new().await;
    let (anna, ben) = (app.as_role(Role::Editor).await, app.as_role(Role::Editor).await);
    let stranger = app.limited(Role::Organiser, "veranstaltungen/kongress-2018").await;
    let path = begin_news(&anna, "Bitte ansehen").await;
    let (ben_name, stranger_name) = (name(&app, &ben).await, name(&app, &stranger).await);
    let text = format!("@{stranger_name}, geht das?");
    let refused = act(&anna, &path, "notizen", &[("notiz", &text)]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "she may not open it");
    assert_eq!(Sheet::of(&refused.page(), FORM).get("notiz"), text);

    let text = format!("@{ben_name}, geht das so?");
    act(&anna, &path, "notizen", &[("notiz", &text)]).await;
    let letters = app.settle().await;
    assert_eq!(letters.iter().map(|letter| letter.recipient.as_str()).collect::<Vec<_>>(), [ben.email.as_str()]);
    assert!(letters[0].text.contains(&text) && letters[0].text.contains(&desk(&path)));
    let start = ben.page(START).await;
    assert_eq!(start.text("#mentions"), "Eine Notiz erwähnt Sie");
    assert_eq!(start.texts("#mentions + table th a"), ["Bitte ansehen"]);
    assert!(start.text(".desk-areas").contains("eine Sache wartet auf Sie"));
    assert_eq!(anna.page(START).await.texts("#mentions"), [""; 0]);

    let done = ben.page(&desk(&path)).await.attributes(".desk-notes button[name=erledigt]", "formaction").remove(0);
    let form = Sheet::of(&ben.page(&desk(&path)).await, FORM);
    let done = ben.post(&done, &[form.pressed(""), vec![("erledigt", "ja")]].concat()).await;
    assert_eq!(notice(&done), "notiz-erledigt");
    assert_eq!(ben.page(START).await.texts("#mentions"), [""; 0]);
    assert_eq!(ben.page(&desk(&path)).await.texts(".desk-notes details li .desk-said"), [text]);
}

#[tokio::test]
async fn every_button_that_saves_takes_the_note_along_and_a_fault_loses_neither() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Zusammen").await;
    let both = [("notiz", "@Niemand, bitte"), ("body", "Neuer Text")];
    let refused = change(&editor, &path, &both).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let form = Sheet::of(&refused.page(), FORM);
    assert_eq!((form.get("notiz"), form.get("body")), ("@Niemand, bitte", "Neuer Text"));
    assert_eq!(
        notice(&change(&editor, &path, &[("notiz", "Ohne Erwähnung"), ("body", "Neuer Text")]).await),
        "gespeichert"
    );
    let page = editor.page(&desk(&path)).await;
    assert_eq!(open_notes(&page), ["Ohne Erwähnung"]);
    assert_eq!(Sheet::of(&page, FORM).get("body").trim(), "Neuer Text");
    let faulty = change(&editor, &path, &[("matter.title", ""), ("notiz", "Kommt wieder")]).await;
    assert_eq!(Sheet::of(&faulty.page(), FORM).get("notiz"), "Kommt wieder");
}

#[tokio::test]
async fn own_note_is_deleted_and_brought_back_and_nobody_deletes_that_of_somebody_else() {
    let app = TestApp::new().await;
    let (anna, ben) = (app.as_role(Role::Editor).await, app.as_role(Role::Editor).await);
    let path = begin_news(&anna, "Löschen").await;
    act(&anna, &path, "notizen", &[("notiz", "Vertippt")]).await;
    let id = app.uuid("SELECT id FROM entry_notes").await;
    assert!(!ben.page(&desk(&path)).await.source.contains(&format!("{id}/loeschung")));
    let refused = act(&ben, &path, &format!("notizen/{id}/loeschung"), &[]).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    assert_eq!(notice(&act(&anna, &path, &format!("notizen/{id}/loeschung"), &[]).await), "notiz-geloescht");
    assert_eq!(open_notes(&ben.page(&desk(&path)).await), [""; 0]);
    assert!(!ben.page(&desk(&path)).await.source.contains("Vertippt"));
    assert_eq!(notice(&act(&anna, &path, &format!("notizen/{id}/rueckkehr"), &[]).await), "notiz-zurueck");
    assert_eq!(open_notes(&ben.page(&desk(&path)).await), ["Vertippt"]);

    act(&anna, &path, &format!("notizen/{id}/loeschung"), &[]).await;
    app.clock.advance(SignedDuration::from_hours(29 * 24));
    app.run_due_jobs().await;
    assert_eq!(app.number("SELECT COUNT(*) FROM entry_notes").await, 1);
    app.clock.advance(SignedDuration::from_hours(2 * 24));
    app.run_due_jobs().await;
    assert_eq!(app.number("SELECT COUNT(*) FROM entry_notes").await, 0);
}
