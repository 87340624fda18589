//! Pictures in the form of an entry: chosen from tiles, or uploaded in between without losing what was typed.

use axum::http::{StatusCode, header};
use media::samples::{pdf, photo};
use testing::accounts::Role;
use testing::editor::{FORM, begin_news, change, desk, notice};
use testing::html::faults;
use testing::media_desk::{COMPLETE, UPLOAD, send, upload};
use testing::{Page, Sheet, Someone, TestApp};

const NEW: &str = "/redaktion/eintraege/aktuelles/neu";
const ASIDE: &str = "/redaktion/medien/neu/zwischendurch";
const CHOICE: &str = "/redaktion/medien/neu/auswahl";
const FORUM: &str = "veranstaltungen/forum-4-vielfalt";

/// The titles of the tiles among which one chooses.
fn offered(page: &Page) -> Vec<String> {
    page.texts(".desk-picture-choice .desk-tile-title")
}

async fn add(app: &TestApp, person: &Someone<'_>, title: &str) {
    app.clock.advance(jiff::SignedDuration::from_secs(1));
    let about = [("title", title), ("alt.de", "Menschen"), ("holder", "Stadt Essen"), ("licence", "cc_by_4")];
    upload(app, person, &about, ("bild.jpg", &photo(700, 400, 1))).await;
}

/// Puts a form aside for an upload, and opens the page to which that leads.
async fn aside(person: &Someone<'_>, form: &Sheet) -> (String, Page) {
    let reply = person.post(ASIDE, &form.pressed("hochladen:matter.picture")).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    let address = reply.header(header::LOCATION).to_owned();
    let page = person.page(&address).await;
    (address, page)
}

/// Uploads in the form of a page; gives the address to which that leads.
async fn upload_for(app: &TestApp, person: &Someone<'_>, page: &Page, file: (&str, &[u8])) -> String {
    let form = Sheet::of(page, FORM);
    let fields: Vec<(&str, &str)> =
        ["fuer", "feld", "art"].into_iter().map(|name| (name, form.get(name))).chain(COMPLETE).collect();
    let reply = send(app, &person.cookie, UPLOAD, &fields, file).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{:?}", reply.page().texts(".control-error"));
    reply.header(header::LOCATION).to_owned()
}

#[tokio::test]
async fn pictures_are_offered_as_tiles_ones_own_first_and_none_is_cut_silently() {
    let app = TestApp::new().await;
    let (editor, other) = (app.as_role(Role::Editor).await, app.as_role(Role::Editor).await);
    for number in 0..30 {
        add(&app, &editor, &format!("Eigenes {number}")).await;
    }
    add(&app, &other, "Fremdes").await;
    let page = editor.page(NEW).await;
    assert_eq!(faults(&page, "de"), Vec::<String>::new());
    assert_eq!(offered(&page)[..2], ["Eigenes 29", "Eigenes 28"]);
    assert_eq!(offered(&page).len(), 24);
    assert_eq!(page.text(".desk-picture-choice [role=status]"), "31 passen, die eigenen und die neuesten zuerst");
    assert_eq!(page.text("button[value='bilder:matter.picture']"), "Weitere zeigen (noch 7)");
    let form = Sheet::of(&page, FORM).set("matter.title", "Getippt");
    let more = editor.post(NEW, &form.pressed("bilder:matter.picture")).await.page();
    assert_eq!(offered(&more).len(), 31);
    assert_eq!(offered(&more)[30], "Fremdes");
    assert!(more.texts("button[value='bilder:matter.picture']").is_empty());
    assert_eq!(Sheet::of(&more, FORM).get("matter.title"), "Getippt");
    assert_eq!(more.texts("details.desk-picture-choice[open]").len(), 1);

    for words in ["fremdes", "https://zukunftsbildung.example/medien/fremdes"] {
        let form = form.clone().set("matter.picture-suche", words);
        let found = editor.post(NEW, &form.pressed("suche:matter.picture")).await.page();
        assert_eq!(offered(&found), ["Fremdes"], "{words}");
        assert_eq!(Sheet::of(&found, FORM).get("matter.picture-suche"), words);
    }
    let english = editor.page(&format!("/en{NEW}")).await;
    assert_eq!(faults(&english, "en"), Vec::<String>::new());
}

#[tokio::test]
async fn chosen_picture_stays_in_sight_while_another_one_is_looked_for() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    add(&app, &editor, "Saal").await;
    add(&app, &editor, "Hof").await;
    let path = begin_news(&editor, "Mit Bild").await;
    assert_eq!(notice(&change(&editor, &path, &[("matter.picture", "saal")]).await), "gespeichert");
    let form = Sheet::of(&editor.page(&desk(&path)).await, FORM).set("matter.picture-suche", "nirgends");
    let found = editor.post(&desk(&path), &form.pressed("suche:matter.picture")).await.page();
    assert_eq!(offered(&found), ["Saal"], "the one that it holds");
    assert_eq!(
        (found.text(".is-held .desk-tile-title").as_str(), Sheet::of(&found, FORM).get("matter.picture")),
        ("Saal", "saal")
    );
    let none = editor.post(&desk(&path), &form.set("matter.picture", "").pressed("speichern")).await;
    assert_eq!(notice(&none), "gespeichert");
    assert_eq!(Sheet::of(&editor.page(&desk(&path)).await, FORM).get("matter.picture"), "");
}

#[tokio::test]
async fn upload_in_between_keeps_what_was_typed_and_chooses_the_picture() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let typed = Sheet::of(&editor.page(NEW).await, FORM).set("matter.title", "Neues Bild").set("body", "Zeile eins");
    let (address, page) = aside(&editor, &typed).await;
    assert!(address.starts_with(&format!("{UPLOAD}?fuer=")), "{address}");
    assert_eq!(faults(&page, "de"), Vec::<String>::new());
    assert_eq!(page.text("h1"), "Bild hochladen");
    let back = upload_for(&app, &editor, &page, ("saal.jpg", &photo(700, 400, 1))).await;
    assert!(back.starts_with("/redaktion/angefangen/") && back.ends_with("#form-matter.picture"), "{back}");
    let page = editor.page(back.split('#').next().unwrap()).await;
    assert_eq!(faults(&page, "de"), Vec::<String>::new());
    let form = Sheet::of(&page, FORM);
    assert_eq!(
        ["matter.title", "body", "matter.picture"].map(|name| form.get(name)),
        ["Neues Bild", "Zeile eins", "saal"]
    );
    assert_eq!(page.text(".is-held .desk-tile-title"), "Saal");
    assert_eq!(notice(&editor.post(NEW, &form.pressed("speichern")).await), "angelegt");
    assert_eq!(app.number("SELECT COUNT(*) FROM unsent").await, 0, "saved, it is forgotten");
}

#[tokio::test]
async fn upload_in_between_is_refused_with_its_reason_and_the_form_still_waits() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let typed = Sheet::of(&editor.page(NEW).await, FORM).set("matter.title", "Neues Bild");
    let (_, page) = aside(&editor, &typed).await;
    let form = Sheet::of(&page, FORM);
    let waiting: Vec<(&str, &str)> = ["fuer", "feld", "art"].map(|name| (name, form.get(name))).to_vec();
    let reply = send(&app, &editor.cookie, UPLOAD, &waiting, ("protokoll.pdf", &pdf(""))).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(reply.page().texts(".control-error"), ["Fehler: Hierher gehört ein Bild. Diese Datei ist keines."]);
    assert_eq!(Sheet::of(&reply.page(), FORM).get("fuer"), form.get("fuer"));
    assert_eq!(app.number("SELECT COUNT(*) FROM media WHERE slug = 'protokoll'").await, 0);
    let cut = editor.post(ASIDE, &typed.without("ende").pressed("hochladen:matter.picture")).await;
    assert_eq!(cut.status, StatusCode::UNPROCESSABLE_ENTITY, "half a form is not put aside");
}

#[tokio::test]
async fn upload_of_an_organiser_belongs_to_her_scope_and_fills_in_no_form_of_others() {
    let app = TestApp::new().await;
    let (organiser, editor) = (app.limited(Role::Organiser, FORUM).await, app.as_role(Role::Editor).await);
    let typed = Sheet::of(&editor.page(NEW).await, FORM).set("matter.title", "Von der Redaktion");
    let (_, page) = aside(&editor, &typed).await;
    let path = upload_for(&app, &organiser, &page, ("saal.jpg", &photo(700, 400, 1))).await;
    assert!(path.starts_with("/redaktion/medien/saal"), "{path}");
    assert_eq!(app.number("SELECT COUNT(*) FROM unsent WHERE body LIKE '%saal%'").await, 0);
    assert_eq!(app.number("SELECT COUNT(*) FROM media_scopes").await, 1);
    let stranger = app.limited(Role::Organiser, "veranstaltungen/forum-2-potenzialfoerderung").await;
    assert_eq!(
        send(&app, &stranger.cookie, "/redaktion/medien/saal/ersatz", &[], ("a.jpg", &photo(9, 9, 1))).await.status,
        StatusCode::FORBIDDEN
    );
}

#[tokio::test]
async fn dialog_of_a_text_offers_what_somebody_sees() {
    let app = TestApp::new().await;
    let owner = app.limited(Role::Facilitator, FORUM).await;
    add(&app, &owner, "Vertraulich").await;
    let editor = app.as_role(Role::Editor).await;
    upload(&app, &editor, &[("title", "Protokoll")], ("protokoll.pdf", &pdf(""))).await;
    let stranger = app.limited(Role::Facilitator, "veranstaltungen/forum-2-potenzialfoerderung").await;
    let titles = async |person: &Someone<'_>, query: &str| {
        person.get(&format!("{CHOICE}?{query}")).await.page().attributes("button.desk-tile", "data-title")
    };
    assert_eq!(titles(&owner, "art=image").await, ["Vertraulich"]);
    assert_eq!(titles(&editor, "art=image&q=VERTRAU").await, ["Vertraulich"]);
    assert_eq!(titles(&editor, "art=file").await, ["Protokoll"]);
    assert_eq!(titles(&stranger, "art=image").await, Vec::<String>::new());
}
