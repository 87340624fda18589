//! Remarks: what somebody should look at before the public sees it, and what stands out on the site.

use accounts::Role;
use axum::http::{StatusCode, header};
use jiff::SignedDuration;
use media::samples::photo;
use testing::editor::{act, begin_news, change, desk, notice, press};
use testing::media_desk::upload;
use testing::{Page, Sheet, Someone, TestApp};

const FORM: &str = "form.desk-form";

/// Presses »Veröffentlichen« and gives the remarks that the page asks about.
async fn asked(editor: &Someone<'_>, path: &str, fields: &[(&str, &str)]) -> (Page, Vec<String>) {
    let reply = press(editor, path, "veroeffentlichen", fields).await;
    assert_eq!(notice(&reply), "vorher");
    let page = editor.page(reply.header(header::LOCATION)).await;
    let remarks = page.texts(".notice[aria-labelledby=remarks-asked] li");
    (page, remarks)
}

#[tokio::test]
async fn text_with_something_amiss_is_saved_and_published_only_after_a_second_press() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let medium = upload(&app, &editor, &[("title", "Schulhof")], ("hof.jpg", &photo(64, 48, 1))).await;
    let slug = medium.rsplit('/').next().unwrap();
    let path = begin_news(&editor, "Mit Lücken").await;
    let body = format!(
        "Um XX Uhr: [dort](www.essen.de), [Mail](rathaus@ort.example), [weg](/veranstaltungen/gibts-nicht), \
         [da](/veranstaltungen/kongress-2018#wege), [Suche](/suche?q=a), [auch](https://ort.example).\n\n\
         ![](/medien/{slug})\n\n![](/medien/nie-da)\n\n![x](https://ort.example/a.png)"
    );
    let (page, remarks) = asked(&editor, &path, &[("body", &body)]).await;
    let expected = [
        "Im Text ist noch etwas offen: »XX«.",
        "Der Link www.essen.de ist unvollständig. Webadressen beginnen mit https://, E-Mail-Adressen mit mailto:",
        "Der Link rathaus@ort.example ist unvollständig. Webadressen beginnen mit https://, E-Mail-Adressen mit mailto:",
        "Der Link /veranstaltungen/gibts-nicht führt ins Leere.",
        "»Schulhof« ist noch nicht öffentlich und fehlt deshalb auf der Website.",
        "Das Bild oder die Datei »nie-da« gibt es nicht; auf der Website fehlt es.",
        "Das Bild https://ort.example/a.png liegt auf einer anderen Website und wird nicht gezeigt. Laden Sie es unter »Medien« hoch.",
    ];
    assert_eq!(remarks.len(), expected.len(), "{remarks:#?}");
    for (remark, expected) in remarks.iter().zip(expected) {
        assert!(remark.starts_with(expected), "{remark}");
    }
    assert_eq!(app.get("/aktuelles/mit-luecken").await.status, StatusCode::NOT_FOUND);
    assert_eq!(Sheet::of(&page, FORM).get("body"), body, "it is saved");

    let anyway = editor.post(&desk(&path), &Sheet::of(&page, FORM).pressed("trotzdem")).await;
    assert_eq!(notice(&anyway), "veroeffentlicht");
    let public = app.page("/aktuelles/mit-luecken").await;
    assert!(!public.source.contains("Hier gehört ein Bild hin"), "no visitor sees a word for editors");
    let preview = press(&editor, &path, "vorschau", &[]).await.header(header::LOCATION).to_owned();
    assert_eq!(app.page(&preview).await.source.matches("Hier gehört ein Bild hin").count(), 2);
}

#[tokio::test]
async fn who_overrules_a_remark_overrules_no_other() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Erst eines").await;
    let (page, remarks) = asked(&editor, &path, &[("body", "Ort: ???")]).await;
    assert_eq!(remarks, ["Im Text ist noch etwas offen: »???«."]);
    let form = Sheet::of(&page, FORM).set("body", "Ort: ??? [dort](www.essen.de)");
    assert_eq!(notice(&editor.post(&desk(&path), &form.pressed("trotzdem")).await), "vorher");
    assert_eq!(app.get("/aktuelles/erst-eines").await.status, StatusCode::NOT_FOUND);
    let mended = press(&editor, &path, "veroeffentlichen", &[("body", "Ort: Herne.")]).await;
    assert_eq!(notice(&mended), "veroeffentlicht");
}

#[tokio::test]
async fn new_entry_and_scheduled_one_are_looked_at_too_and_keep_their_instant() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let new = desk("aktuelles/neu");
    let form = Sheet::of(&editor.page(&new).await, FORM).set("matter.title", "Gleich").set("body", "XXX");
    let planned = form.set("tag", "24.11.2026").set("uhrzeit", "9 Uhr");
    let reply = editor.post(&new, &planned.pressed("planen")).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    let page = editor.page(reply.header(header::LOCATION)).await;
    assert_eq!(page.texts(".notice button"), ["Trotzdem zu diesem Zeitpunkt veröffentlichen"]);
    assert_eq!(page.attributes("[name=tag], [name=uhrzeit]", "value"), ["24.11.2026", "9 Uhr"]);
    let form = Sheet::of(&page, FORM).set("tag", "24.11.2026").set("uhrzeit", "9 Uhr");
    let reply = editor.post(&desk("aktuelles/gleich"), &form.pressed("trotzdem-planen")).await;
    assert_eq!(notice(&reply), "geplant");
    app.clock.advance(SignedDuration::from_hours(24));
    app.settle().await;
    assert_eq!(app.get("/aktuelles/gleich").await.status, StatusCode::OK);
}

#[tokio::test]
async fn draft_that_is_named_and_a_date_that_has_passed_are_told() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let draft = begin_news(&editor, "Noch geheim").await;
    let path = begin_news(&editor, "Nennt es").await;
    let fields = [
        ("matter.when", "voraussichtlich Herbst 2020"),
        ("body", "Mehr [dort](/aktuelles/noch-geheim)."),
        ("matter.links.zahl", "1"),
        ("matter.links.0.relation", "led_to"),
        ("matter.links.0.to", &draft),
    ];
    let (_, remarks) = asked(&editor, &path, &fields).await;
    let expected = [
        "»Noch geheim« ist nicht öffentlich. Wo der Eintrag es nennt, fehlt es auf der Website.",
        "»Noch geheim« ist nicht öffentlich. Wo der Eintrag es nennt, fehlt es auf der Website.",
        "Die Zeitangabe »voraussichtlich im Herbst 2020« ist vorbei, gilt aber noch als geplant oder möglich.",
    ];
    assert_eq!(remarks, expected);
}

#[tokio::test]
async fn translation_is_public_only_when_somebody_says_that_it_is_checked() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Zweisprachig").await;
    let address = desk(&format!("{path}/sprachen/en"));
    let page = editor.page(&address).await;
    assert_eq!(page.attributes("[name=review] option[selected]", "value"), ["draft"]);
    assert_eq!(page.attributes("[name=review] option", "value"), ["draft", "checked"]);
    let form = Sheet::of(&page, FORM).set("title", "Bilingual").set("review", "");
    notice(&editor.post(&address, &form.pressed("speichern")).await);
    let (page, remarks) = asked(&editor, &path, &[]).await;
    assert_eq!(remarks, ["Englisch: Die Übersetzung ist noch nicht geprüft und bleibt unsichtbar."]);
    notice(&editor.post(&desk(&path), &Sheet::of(&page, FORM).pressed("trotzdem")).await);
    assert_eq!(app.page("/en/aktuelles/zweisprachig").await.text("h1"), "Zweisprachig");
    let form = Sheet::of(&editor.page(&address).await, FORM).set("review", "checked");
    notice(&editor.post(&address, &form.pressed("speichern")).await);
    notice(&press(&editor, &path, "veroeffentlichen", &[]).await);
    assert_eq!(app.page("/en/aktuelles/zweisprachig").await.text("h1"), "Bilingual");
}

#[tokio::test]
async fn imported_translation_stays_public_until_somebody_changes_it() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = "veranstaltungen/kongress-2018";
    let address = desk(&format!("{path}/sprachen/en"));
    let form = Sheet::of(&editor.page(&address).await, FORM);
    assert_eq!(form.get("review"), "");
    notice(&editor.post(&address, &form.pressed("speichern")).await);
    assert_eq!(app.number("SELECT MAX(head) FROM work").await, 1, "nothing was changed");
    notice(&editor.post(&address, &form.set("title", "Another congress").pressed("speichern")).await);
    let form = Sheet::of(&editor.page(&address).await, FORM);
    assert_eq!(form.get("review"), "draft");
}

#[tokio::test]
async fn site_is_inspected_every_night_and_on_demand_and_each_remark_leads_to_its_field() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    app.settle().await;
    let list = async || {
        let page = editor.page("/redaktion/hinweise?art=link-dead").await;
        (page.texts("tbody th, tbody td"), page.attributes("tbody a", "href"))
    };
    assert_eq!(list().await.0, Vec::<String>::new());
    let named = begin_news(&editor, "Wird genannt").await;
    notice(&press(&editor, &named, "veroeffentlichen", &[]).await);
    let path = begin_news(&editor, "Nennt").await;
    notice(&press(&editor, &path, "veroeffentlichen", &[("body", "[da](/aktuelles/wird-genannt-2)")]).await);
    let form = Sheet::of(&editor.page(&desk(&path)).await, FORM);
    notice(&editor.post(&desk(&path), &form.pressed("trotzdem")).await);
    editor.post_and_follow("/redaktion/hinweise/pruefung", &[]).await;
    app.settle().await;
    let told = ["Nennt", "Meldung", "Der Link /aktuelles/wird-genannt-2 führt ins Leere."].map(ToOwned::to_owned);
    assert_eq!(list().await, (told.to_vec(), vec![format!("{}#form-body", desk(&path))]));

    notice(&act(&editor, &path, "ruecknahme", &[("grund", "Zur Probe.")]).await);
    assert_eq!(list().await.0, Vec::<String>::new(), "what nobody sees needs no remark");
    notice(&act(&editor, &named, "ruecknahme", &[("grund", "Zur Probe.")]).await);
    notice(&change(&editor, &path, &[("body", "[da](/aktuelles/wird-genannt)")]).await);
    notice(&press(&editor, &path, "veroeffentlichen", &[]).await);
    let foreign = app.limited(Role::Organiser, "veranstaltungen/kongress-2018").await;
    assert!(!foreign.page("/redaktion/hinweise").await.source.contains("Nennt"));
}

#[tokio::test]
async fn field_of_action_without_a_number_is_remarked_on() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let (_, remarks) = asked(&editor, "handlungsfelder/vielfalt", &[("matter.number", "")]).await;
    let expected = "Das Handlungsfeld hat keine Nummer: Auf der Karte steht keine, und in der Liste kommt es zuletzt.";
    assert!(remarks.iter().any(|remark| remark == expected), "{remarks:?}");
}
