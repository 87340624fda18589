//! Versions: two people at the same time, two hundred, and older ones that come back.

use std::collections::BTreeSet;

use accounts::Role;
use axum::http::{StatusCode, header};
use futures_util::future::join_all;
use testing::editor::{begin_news, change, press};
use testing::{Reply, Sheet, Someone, TestApp};

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

    let restored = editor
        .post(&desk(&format!("{path}/fassungen/2/wiederherstellung")), &[("fassung", "3"), ("teil", "all")])
        .await;
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
    let restored = editor
        .post(&desk(&format!("{path}/fassungen/2/wiederherstellung")), &[("fassung", "3"), ("teil", "all")])
        .await;
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
    editor.post(&desk(&format!("{path}/fassungen/1/wiederherstellung")), &[("fassung", "2"), ("teil", "all")]).await;
    press(&editor, path, "veroeffentlichen", &[]).await;
    let after = archive::export(&app.db.db).await.unwrap();
    assert!(before == after, "two rounds through form and history leave every file as it was");
}

/// Restores a part of a version on top of the newest one that was seen.
async fn restore(editor: &Someone<'_>, path: &str, number: i64, (head, part): (&str, &str)) -> Reply {
    let address = desk(&format!("{path}/fassungen/{number}/wiederherstellung"));
    editor.post(&address, &[("fassung", head), ("teil", part)]).await
}

/// Writes the English text of an entry.
async fn translate(editor: &Someone<'_>, path: &str, title: &str) {
    let address = desk(&format!("{path}/sprachen/en"));
    let form = Sheet::of(&editor.page(&address).await, FORM);
    let form = form.set("title", title).set("summary", "About it.").set("body", "We invite.");
    let saved = editor.post(&address, &form.pressed("speichern")).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", String::from_utf8_lossy(&saved.bytes));
}

#[tokio::test]
async fn what_a_restoration_would_take_away_is_said_before_and_the_german_text_can_be_restored_alone() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Zurück").await;
    change(&editor, &path, &[("body", "Wir laden ein."), ("slug", "zurueck-und-vor")]).await;
    let path = "aktuelles/zurueck-und-vor";
    translate(&editor, path, "Back and forth").await;

    let page = editor.page(&desk(&format!("{path}/fassungen/1"))).await;
    let told = [
        "Diese Felder bekommen ihren Inhalt aus dieser Fassung: Text, Adresse, Titel auf Englisch, Kurzfassung auf \
         Englisch, Text auf Englisch.",
        "»Englisch« gibt es in dieser Fassung noch nicht. Dieser Text fällt weg.",
        "Die Adresse geht zurück: aus »zurueck-und-vor« wird wieder »zurueck«.",
    ];
    assert_eq!(page.texts(".desk-consequences li"), told);
    assert_eq!(page.texts(".desk-restoration button"), ["Alles wiederherstellen", "Nur den deutschen Text"]);

    let restored = restore(&editor, path, 1, ("3", "de")).await;
    assert_eq!(restored.header(header::LOCATION), format!("{}?hinweis=wiederhergestellt", desk(path)));
    let page = editor.page(&desk(&format!("{path}/sprachen/en"))).await;
    assert_eq!(Sheet::of(&page, FORM).get("title"), "Back and forth", "the later translation stays");
    assert_eq!(Sheet::of(&editor.page(&desk(path)).await, FORM).get("body").trim(), "");
    let history = editor.page(&desk(&format!("{path}/fassungen"))).await;
    assert_eq!(history.texts(".desk-history li:first-child p")[1], "Nur der deutsche Text aus Fassung 1");
}

#[tokio::test]
async fn an_older_translation_is_restored_without_the_german_text_beside_it() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Englisch").await;
    translate(&editor, &path, "First").await;
    translate(&editor, &path, "Second").await;
    change(&editor, &path, &[("body", "Neuer deutscher Text")]).await;
    let buttons = editor.page(&desk(&format!("{path}/fassungen/2"))).await.texts(".desk-restoration button");
    assert_eq!(buttons, ["Alles wiederherstellen", "Nur den deutschen Text", "Nur Englisch"]);
    let buttons = editor.page(&desk(&format!("{path}/fassungen/1"))).await.texts(".desk-restoration button");
    assert_eq!(buttons, ["Alles wiederherstellen", "Nur den deutschen Text"], "it has no English text");
    restore(&editor, &path, 2, ("4", "en")).await;
    let page = editor.page(&desk(&format!("{path}/sprachen/en"))).await;
    assert_eq!(Sheet::of(&page, FORM).get("title"), "First");
    assert_eq!(Sheet::of(&editor.page(&desk(&path)).await, FORM).get("body").trim(), "Neuer deutscher Text");
    assert_eq!(restore(&editor, &path, 1, ("5", "leicht")).await.status, StatusCode::BAD_REQUEST, "nothing to restore");
}

#[tokio::test]
async fn nothing_is_restored_over_a_version_that_the_page_did_not_speak_of() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Inzwischen").await;
    change(&editor, &path, &[("body", "Eins")]).await;
    translate(&editor, &path, "Meanwhile").await;
    let late = restore(&editor, &path, 1, ("2", "all")).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.page().text(".error-summary").starts_with("Inzwischen hat jemand"));
    assert_eq!(app.number("SELECT MAX(head) FROM work").await, 3);
}

#[tokio::test]
async fn long_history_comes_in_pages_and_every_version_says_what_it_changed() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Lang").await;
    for number in 2..=52 {
        change(&editor, &path, &[("body", &format!("Text {number}"))]).await;
    }
    change(&editor, &path, &[("matter.title", "Länger"), ("matter.summary", "Neu")]).await;
    let history = editor.page(&desk(&format!("{path}/fassungen"))).await;
    assert_eq!(history.texts(".desk-history-act").len(), 50);
    let line = history.texts(".desk-history li:first-child p");
    assert_eq!(line[1], "Geändert: Titel, Kurzfassung");
    assert!(line[2].ends_with(" Uhr, Person 1"), "{line:?}");
    assert_eq!(history.texts(".desk-history li:nth-child(2) p")[1], "Geändert: Text");
    let last = editor.page(&desk(&format!("{path}/fassungen?seite=2"))).await;
    assert_eq!(
        last.texts(".desk-history-act"),
        ["Fassung 3 gespeichert", "Fassung 2 gespeichert", "Fassung 1 angelegt"]
    );

    let version = editor.page(&desk(&format!("{path}/fassungen/52"))).await;
    let others = version.texts("nav[aria-labelledby='others'] li");
    assert_eq!(others.len(), 49, "a page without the version itself");
    assert!(others[0].starts_with("Fassung 53 ") && others[0].ends_with(", Person 1. Geändert: Titel, Kurzfassung"));
    let version = editor.page(&desk(&format!("{path}/fassungen/52?mit=1&seite=2"))).await;
    assert_eq!(version.texts("nav[aria-labelledby='others'] li").len(), 3);
    assert_eq!(version.text("#differences"), "Verglichen mit Fassung 1");
}
