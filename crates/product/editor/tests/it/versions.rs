//! Versions: two people at the same time, two hundred, and older ones that come back.

use std::collections::BTreeSet;

use accounts::Role;
use axum::http::{StatusCode, header};
use futures_util::future::join_all;
use testing::editor::{begin_news, change, press};
use testing::{Sheet, Someone, TestApp};

const FORM: &str = "form.desk-form";

fn desk(path: &str) -> String {
    format!("/redaktion/eintraege/{path}")
}

#[tokio::test]
async fn second_to_save_sees_both_texts_and_loses_nothing() {
    let app = TestApp::new().await;
    let (first, second) = (app.as_role(Role::Editor).await, app.as_role(Role::Editor).await);
    let path = begin_news(&first, "Gemeinsam").await;
    let opened = Sheet::of(&second.page(&desk(&path)).await, FORM);
    change(&first, &path, &[("body", "Text der ersten Person"), ("matter.summary", "Neue Kurzfassung")]).await;

    let mine = opened.set("body", "Mein Text").set("matter.title", "Mein Titel");
    let conflict = second.post(&desk(&path), &mine.pressed("speichern")).await;
    assert_eq!(conflict.status, StatusCode::CONFLICT);
    let page = conflict.page();
    assert!(page.text("#conflict").starts_with("Person 1"), "{}", page.text("#conflict"));
    assert_eq!(page.texts(".error-summary .desk-sides .desk-text"), ["Text der ersten Person", "Mein Text"]);
    let merged = Sheet::of(&page, FORM);
    assert_eq!(merged.get("matter.summary"), "Neue Kurzfassung", "what only the other changed is taken over");
    assert_eq!((merged.get("matter.title"), merged.get("body").trim()), ("Mein Titel", "Mein Text"));
    assert_eq!(app.number("SELECT MAX(head) FROM work").await, 2, "the conflict saved nothing");

    let saved = second.post(&desk(&path), &merged.pressed("speichern")).await;
    assert!(saved.header(header::LOCATION).ends_with("hinweis=gespeichert"));
    assert_eq!(app.number("SELECT MAX(head) FROM work").await, 3);
}

#[tokio::test]
async fn of_two_hundred_who_save_at_once_each_is_kept_or_told() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Gedränge").await;
    let form = Sheet::of(&editor.page(&desk(&path)).await, FORM);
    let saves = (0..200).map(|number| save(&editor, desk(&path), form.clone(), format!("Text {number}")));
    let told = join_all(saves).await;
    let kept: Vec<String> = told.into_iter().filter_map(Result::ok).collect();
    assert_eq!(app.number("SELECT MAX(head) FROM work").await, 1 + i64::try_from(kept.len()).unwrap());
    assert_eq!(texts(&app).await, kept.into_iter().collect(), "what was acknowledged is there, and nothing else");
}

#[tokio::test]
async fn ten_who_keep_trying_all_get_their_texts_in() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Geduld").await;
    let form = Sheet::of(&editor.page(&desk(&path)).await, FORM);
    let people = (0..10).map(|person| {
        let (editor, address, mut form) = (&editor, desk(&path), form.clone());
        async move {
            for turn in 0..5 {
                let text = format!("Text {person}-{turn}");
                while let Err(again) = save(editor, address.clone(), form.clone(), text.clone()).await {
                    form = again;
                }
                form = Sheet::of(&editor.page(&address).await, FORM);
            }
        }
    });
    join_all(people).await;
    let all = (0..10).flat_map(|person| (0..5).map(move |turn| format!("Text {person}-{turn}")));
    assert_eq!(texts(&app).await, all.collect());
}

/// Saves a text: gives it back if it was taken, else the form of the page that shows both texts.
async fn save(editor: &Someone<'_>, address: String, form: Sheet, text: String) -> Result<String, Sheet> {
    let reply = editor.post(&address, &form.set("body", &text).pressed("speichern")).await;
    if reply.status == StatusCode::SEE_OTHER {
        return Ok(text);
    }
    assert_eq!(reply.status, StatusCode::CONFLICT);
    let form = Sheet::of(&reply.page(), FORM);
    assert_eq!(form.get("body").trim(), text, "my words are still there");
    Err(form)
}

/// The texts of all versions but the first.
async fn texts(app: &TestApp) -> BTreeSet<String> {
    let sql = "SELECT document FROM revisions WHERE document LIKE '%\"body\":\"Text %'";
    let mut reader = app.db.db.read().await.unwrap();
    let documents: Vec<String> = db::on!(&mut reader.conn(), |c| sqlx::query_scalar(sql).fetch_all(c).await).unwrap();
    documents.iter().map(|text| archive::Document::from_json(text).unwrap().body).collect()
}

#[tokio::test]
async fn older_version_is_shown_compared_and_restored() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Fassungen").await;
    change(&editor, &path, &[("body", "Wir laden ein.")]).await;
    change(&editor, &path, &[("body", "Wir laden alle ein.")]).await;
    press(&editor, &path, "veroeffentlichen", &[]).await;

    let history = editor.page(&desk(&format!("{path}/fassungen"))).await;
    assert_eq!(history.texts(".desk-history-act").len(), 4);
    let version = editor.page(&desk(&format!("{path}/fassungen/3"))).await;
    assert_eq!(version.texts(".desk-difference ins"), ["neu: alle Ende"]);
    assert!(version.texts(".desk-difference del").is_empty());
    let first = editor.page(&desk(&format!("{path}/fassungen/3?mit=1"))).await;
    assert_eq!(first.texts(".desk-difference ins"), ["neu: Wir laden alle ein. Ende"]);

    let restored = editor.post(&desk(&format!("{path}/fassungen/2/wiederherstellung")), &[("fassung", "3")]).await;
    assert!(restored.header(header::LOCATION).ends_with("hinweis=wiederhergestellt"));
    assert!(app.page("/aktuelles/fassungen").await.source.contains("laden alle ein"), "not public yet");
    press(&editor, &path, "veroeffentlichen", &[]).await;
    assert!(app.page("/aktuelles/fassungen").await.source.contains("Wir laden ein."));
    assert_eq!(
        app.number("SELECT COUNT(*) FROM revisions WHERE document LIKE '%Fassungen%'").await,
        4,
        "none was lost"
    );
}

#[tokio::test]
async fn versions_that_an_older_program_wrote_are_shown_edited_and_restored() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Altbestand").await;
    change(&editor, &path, &[("body", "Wir luden ein.")]).await;
    // Until format 1, documents did not say their format.
    let begin = "{\"format\":1,";
    assert_eq!(app.number(&format!("SELECT COUNT(*) FROM revisions WHERE document NOT LIKE '{begin}%'")).await, 0);
    app.execute(&format!("UPDATE revisions SET document = '{{' || substr(document, {})", begin.len() + 1)).await;
    let version = editor.page(&desk(&format!("{path}/fassungen/2?mit=1"))).await;
    assert_eq!(version.texts(".desk-difference ins"), ["neu: Wir luden ein. Ende"]);
    change(&editor, &path, &[("body", "Wir laden ein.")]).await;
    let restored = editor.post(&desk(&format!("{path}/fassungen/2/wiederherstellung")), &[("fassung", "3")]).await;
    assert!(restored.header(header::LOCATION).ends_with("hinweis=wiederhergestellt"));
    press(&editor, &path, "veroeffentlichen", &[]).await;
    assert!(app.page("/aktuelles/altbestand").await.source.contains("Wir luden ein."));
    let formats = app.number(&format!("SELECT COUNT(*) FROM revisions WHERE document LIKE '{begin}%'")).await;
    assert_eq!(formats, 2, "what is written now says its format; nothing that was written is changed");
}

#[tokio::test]
async fn who_publishes_a_version_that_is_not_the_newest_any_more_is_asked_to_look_again() {
    let app = TestApp::new().await;
    let (first, second) = (app.as_role(Role::Editor).await, app.as_role(Role::Editor).await);
    let path = begin_news(&first, "Überholt").await;
    let form = Sheet::of(&first.page(&desk(&path)).await, FORM);
    change(&second, &path, &[("body", "Noch nicht fertig")]).await;
    let late = first.post(&desk(&path), &form.pressed("veroeffentlichen")).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert_eq!(late.page().text("#conflict"), "Person 2 hat inzwischen auch gespeichert");
    assert_eq!(app.get("/aktuelles/ueberholt").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_the_public_sees_is_always_what_the_live_version_says() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let before = archive::export(&app.db.db).await.unwrap();
    let path = "veranstaltungen/kongress-2018";
    change(&editor, path, &[("matter.title", "Anders")]).await;
    press(&editor, path, "veroeffentlichen", &[]).await;
    editor.post(&desk(&format!("{path}/fassungen/1/wiederherstellung")), &[("fassung", "2")]).await;
    press(&editor, path, "veroeffentlichen", &[]).await;
    let after = archive::export(&app.db.db).await.unwrap();
    assert!(before == after, "two rounds through form and history leave every file as it was");
}
