//! The logo of an initiative: chosen at the desk, shown at the top of every page, and gone when nobody may see it any more.

use axum::http::{StatusCode, header};
use media::samples::{drawing, pdf, photo};
use testing::accounts::Role;
use testing::editor::FORM;
use testing::html::faults;
use testing::media_desk::{UPLOAD, describe, send, upload};
use testing::{Page, Reply, Sheet, Someone, TestApp};

const SECTION: &str = "/redaktion/einstellungen/logo";
const ASIDE: &str = "/redaktion/medien/neu/zwischendurch";
const NAME: &str = "ZukunftsBildung Ruhr";

/// Uploads a picture that the public may see.
async fn add(app: &TestApp, person: &Someone<'_>, title: &str, (name, bytes): (&str, &[u8])) -> String {
    let about = [("title", title), ("decorative", "ja"), ("holder", "RuhrFutur"), ("licence", "own_rights")];
    upload(app, person, &about, (name, bytes)).await
}

/// Two transparent drawings: `/medien/zeichen` and `/medien/zeichen-hell`.
async fn add_both(app: &TestApp, person: &Someone<'_>) {
    add(app, person, "Zeichen", ("zeichen.png", &drawing(700, 175))).await;
    add(app, person, "Zeichen hell", ("hell.png", &drawing(600, 200))).await;
}

async fn choose(person: &Someone<'_>, light: &str, dark: &str) -> Reply {
    let form = Sheet::of(&person.page(SECTION).await, FORM).set("logo.light", light).set("logo.dark", dark);
    person.post(SECTION, &form.pressed("speichern")).await
}

async fn chosen(person: &Someone<'_>, light: &str, dark: &str) {
    let reply = choose(person, light, dark).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{:?}", reply.page().texts(".control-error"));
    assert_eq!(reply.header(header::LOCATION), format!("{SECTION}?hinweis=gespeichert"));
}

/// What stands at the top of a page: the alternative text of its logo, or else the word.
fn top(page: &Page) -> String {
    let alternative = page.attributes(".site-header a.brand[href='/'] img", "alt");
    alternative.first().map_or_else(|| page.text(".brand"), |alternative| format!("Logo: {alternative}"))
}

#[tokio::test]
async fn logo_stands_in_place_of_the_name_on_every_page_and_is_called_by_it() {
    let app = TestApp::new().await;
    let person = app.as_role(Role::Administrator).await;
    assert_eq!(top(&app.page("/aktuelles").await), NAME);
    add_both(&app, &person).await;
    chosen(&person, "zeichen", "").await;
    for path in ["/", "/aktuelles", "/veranstaltungen/kongress-2018"] {
        let page = app.page(path).await;
        assert_eq!(top(&page), format!("Logo: {NAME}"), "{path}");
        assert_eq!(faults(&page, "de"), Vec::<String>::new(), "{path}");
    }
    let page = app.page("/").await;
    let of = |name: &str| page.attributes("img.brand-logo", name).concat();
    assert_eq!([of("width"), of("height"), of("sizes")], ["700", "175", "208px"], "nothing moves when it arrives");
    assert_eq!(of("srcset"), "/medien/zeichen/480.webp 480w, /medien/zeichen/960.webp 700w");
    assert_eq!(of("src"), "/medien/zeichen/480.webp");
    assert_eq!(app.get("/medien/zeichen/480.webp").await.status, StatusCode::OK);
    assert!(page.texts(".brand source").is_empty(), "there is no other for dark ground");
    assert_eq!(app.page("/en").await.attributes("a.brand[href='/en'] img", "alt"), [NAME]);
    assert_eq!(person.page(SECTION).await.attributes(".desk-header .brand img", "alt"), [NAME], "the desk has it too");
    chosen(&person, "", "").await;
    assert_eq!(top(&app.page("/").await), NAME);
}

#[tokio::test]
async fn logo_for_dark_ground_is_for_dark_screens_and_neither_for_light_ones_nor_for_paper() {
    let app = TestApp::new().await;
    let person = app.as_role(Role::Administrator).await;
    add_both(&app, &person).await;
    chosen(&person, "zeichen", "zeichen-hell").await;
    let page = app.page("/").await;
    let of = |name: &str| page.attributes(".brand picture source", name);
    assert_eq!(of("media"), ["screen and (prefers-color-scheme: dark)"]);
    assert_eq!(of("srcset"), ["/medien/zeichen-hell/480.webp 480w, /medien/zeichen-hell/960.webp 600w"]);
    assert_eq!((of("width").concat(), of("height").concat()), ("600".to_owned(), "200".to_owned()));
    assert_eq!(page.attributes("img.brand-logo", "src"), ["/medien/zeichen/480.webp"]);
    // Gone for dark ground alone, the other stands there.
    person.post("/redaktion/medien/zeichen-hell/ruecknahme", &[("trotzdem", "ja")]).await;
    let page = app.page("/").await;
    assert_eq!((top(&page), page.attributes(".brand source", "media").len()), (format!("Logo: {NAME}"), 0));
    assert_eq!(page.attributes("img.brand-logo", "class"), ["brand-logo is-alone"]);
}

#[tokio::test]
async fn what_the_public_does_not_see_is_refused_at_its_field() {
    let app = TestApp::new().await;
    let person = app.as_role(Role::Administrator).await;
    add_both(&app, &person).await;
    upload(&app, &person, &[("title", "Halb"), ("decorative", "ja")], ("halb.png", &drawing(700, 175))).await;
    add(&app, &person, "Alt", ("alt.png", &drawing(600, 200))).await;
    person.post("/redaktion/medien/alt/ruecknahme", &[]).await;
    let about = [("title", "Satzung"), ("holder", "RuhrFutur"), ("licence", "own_rights")];
    upload(&app, &person, &about, ("satzung.pdf", &pdf(""))).await;
    for (light, dark, field, why) in [
        ("halb", "", "logo.light", "Es fehlt: Rechte, Lizenz."),
        ("alt", "", "logo.light", "zurückgezogen"),
        ("satzung", "", "logo.light", "Wählen Sie ein Bild."),
        ("erfunden", "", "logo.light", "gibt es nicht mehr"),
        ("KEIN SLUG", "", "logo.light", "gibt es nicht mehr"),
        ("zeichen", "halb", "logo.dark", "Es fehlt: Rechte, Lizenz."),
        ("", "zeichen-hell", "logo.light", "zuerst ein Logo für hellen Grund"),
    ] {
        let reply = choose(&person, light, dark).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{light} {dark}");
        let page = reply.page();
        assert_eq!(page.attributes(".error-summary a", "href"), [format!("#form-{field}")], "{light} {dark}");
        let error = page.text(".control-error");
        assert!(error.contains(why), "{light} {dark}: {error}");
        assert_eq!(faults(&page, "de"), Vec::<String>::new());
    }
    assert_eq!(top(&app.page("/").await), NAME);
    assert_eq!(app.number("SELECT COUNT(*) FROM versions WHERE document = 'settings'").await, 0);
}

#[tokio::test]
async fn without_its_picture_the_name_stands_there_again_at_once() {
    let app = TestApp::new().await;
    let person = app.as_role(Role::Administrator).await;
    add_both(&app, &person).await;
    chosen(&person, "zeichen", "").await;
    let is_logo = async || top(&app.page("/").await) == format!("Logo: {NAME}");
    assert!(is_logo().await);
    let medium = "/redaktion/medien/zeichen";
    person.post(&format!("{medium}/ruecknahme"), &[("trotzdem", "ja")]).await;
    assert_eq!(top(&app.page("/").await), NAME, "withdrawn");
    let section = person.page(SECTION).await;
    assert!(section.text(".desk-logo .notice").contains("zurückgezogen"), "the settings say why");
    assert_eq!(faults(&section, "de"), Vec::<String>::new());
    // What stands there already keeps nobody from saving something else.
    chosen(&person, "zeichen", "").await;
    person.post(&format!("{medium}/wiederherstellung"), &[]).await;
    assert!(is_logo().await, "brought back");
    let without = [("title", "Zeichen"), ("decorative", "ja"), ("holder", "RuhrFutur"), ("licence", "")];
    describe(&person, medium, &person.page(medium).await, &without).await;
    assert_eq!(top(&app.page("/").await), NAME, "its licence was taken back");
    let with = [("title", "Zeichen"), ("decorative", "ja"), ("holder", "RuhrFutur"), ("licence", "own_rights")];
    describe(&person, medium, &person.page(medium).await, &with).await;
    assert!(is_logo().await, "it has one again");
    app.execute("DELETE FROM media_pieces").await;
    app.db.db.write().await.unwrap().publish().await.unwrap();
    assert_eq!(top(&app.page("/").await), NAME, "its bytes are gone");
}

#[tokio::test]
async fn other_bytes_of_the_logo_are_on_every_page_at_once_in_their_own_shape() {
    let app = TestApp::new().await;
    let person = app.as_role(Role::Administrator).await;
    add_both(&app, &person).await;
    chosen(&person, "zeichen", "").await;
    let shape = async || {
        let page = app.page("/").await;
        ["width", "height"].map(|name| page.attributes("img.brand-logo", name).concat())
    };
    assert_eq!(shape().await, ["700", "175"]);
    let tag = app.get("/medien/zeichen/480.webp").await.header(header::ETAG).to_owned();
    let replacement = "/redaktion/medien/zeichen/ersatz";
    let reply = send(&app, &person.cookie, replacement, &[], ("neu.png", &drawing(500, 250))).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    assert_eq!(shape().await, ["500", "250"]);
    assert_ne!(app.get("/medien/zeichen/480.webp").await.header(header::ETAG), tag);
}

#[tokio::test]
async fn logo_is_chosen_from_tiles_and_uploaded_in_between_without_scripts() {
    let app = TestApp::new().await;
    let person = app.as_role(Role::Administrator).await;
    add_both(&app, &person).await;
    let page = person.page(SECTION).await;
    assert_eq!(page.texts("#form-logo\\.light .desk-picture-choice .desk-tile-title").len(), 2);
    let form = Sheet::of(&page, FORM).set("logo.light-suche", "hell");
    let found = person.post(SECTION, &form.pressed("suche:logo.light")).await.page();
    assert_eq!(found.texts("#form-logo\\.light .desk-picture-choice .desk-tile-title"), ["Zeichen hell"]);
    let form = Sheet::of(&found, FORM).set("logo.light", "zeichen-hell");
    let reply = person.post(ASIDE, &form.pressed("hochladen:logo.dark")).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    let page = person.page(reply.header(header::LOCATION)).await;
    let waiting = Sheet::of(&page, FORM);
    let about = [("title", "Drittes"), ("decorative", "ja"), ("holder", "RuhrFutur"), ("licence", "own_rights")];
    let fields: Vec<(&str, &str)> =
        ["fuer", "feld", "art"].into_iter().map(|name| (name, waiting.get(name))).chain(about).collect();
    let reply = send(&app, &person.cookie, UPLOAD, &fields, ("drittes.png", &drawing(500, 200))).await;
    let back = reply.header(header::LOCATION).to_owned();
    assert!(back.ends_with("#form-logo.dark"), "{back}");
    let page = person.page(back.split('#').next().unwrap()).await;
    assert_eq!(faults(&page, "de"), Vec::<String>::new());
    let form = Sheet::of(&page, FORM);
    assert_eq!((form.get("logo.light"), form.get("logo.dark")), ("zeichen-hell", "drittes"));
    assert_eq!(person.post(SECTION, &form.pressed("speichern")).await.status, StatusCode::SEE_OTHER);
    assert_eq!(app.page("/").await.attributes("img.brand-logo", "src"), ["/medien/zeichen-hell/480.webp"]);
}

#[tokio::test]
async fn form_shows_the_choice_on_both_grounds_before_anything_is_saved() {
    let app = TestApp::new().await;
    let person = app.as_role(Role::Administrator).await;
    add_both(&app, &person).await;
    let page = person.page(SECTION).await;
    assert_eq!(page.texts(".desk-logo-ground .brand"), [NAME, NAME], "without a logo the name");
    let show = async |light: &str, dark: &str| {
        let form = Sheet::of(&page, FORM).set("logo.light", light).set("logo.dark", dark);
        let page = person.post(SECTION, &form.pressed("zeigen")).await.page();
        (page.attributes(".desk-logo-ground img", "src"), page.attributes(".desk-logo-ground img", "class"))
    };
    let (light, dark) = ("/medien/zeichen/480.webp", "/medien/zeichen-hell/480.webp");
    assert_eq!(show("zeichen", "zeichen-hell").await.0, [light, dark]);
    let (alone, classes) = show("zeichen", "").await;
    assert_eq!(alone, [light, light]);
    assert_eq!(classes, ["brand-logo is-alone", "brand-logo is-alone"], "it stands on a light patch");
    assert_eq!(top(&app.page("/").await), NAME, "nothing was saved");
}

#[tokio::test]
async fn what_would_look_poor_is_remarked_on_and_can_be_saved() {
    let app = TestApp::new().await;
    let person = app.as_role(Role::Administrator).await;
    add_both(&app, &person).await;
    add(&app, &person, "Klein", ("klein.png", &drawing(300, 80))).await;
    add(&app, &person, "Foto", ("foto.jpg", &photo(600, 400, 1))).await;
    add(&app, &person, "Balken", ("balken.png", &drawing(1400, 200))).await;
    let remarks = async |light: &str, dark: &str| {
        chosen(&person, light, dark).await;
        person.page(SECTION).await.texts(".desk-logo .notice li")
    };
    assert_eq!(remarks("zeichen", "zeichen-hell").await, [""; 0]);
    let small = "Logo: Das Bild hat 300 × 80 Pixel. Auf scharfen Bildschirmen wirkt es unscharf; schöner wird es, wenn es \
                 mindestens 390 Pixel breit ist.";
    assert_eq!(remarks("klein", "").await, [small]);
    assert_eq!(person.page(SECTION).await.texts(".desk-tile-note"), [""; 0], "what is little in a text is enough here");
    let solid = remarks("zeichen", "foto").await;
    assert!(solid.len() == 1 && solid[0].starts_with("Logo für dunklen Grund: Das Bild hat keinen"), "{solid:?}");
    let wide = remarks("balken", "").await;
    assert!(wide.len() == 1 && wide[0].starts_with("Logo: Das Bild ist sehr breit."), "{wide:?}");
}

#[tokio::test]
async fn logo_counts_among_the_uses_of_its_picture() {
    let app = TestApp::new().await;
    let person = app.as_role(Role::Administrator).await;
    let editor = app.as_role(Role::Editor).await;
    add_both(&app, &person).await;
    chosen(&person, "zeichen", "").await;
    let page = person.page("/redaktion/medien/zeichen").await;
    assert_eq!(page.texts("section[aria-labelledby='uses'] li"), ["Logo oben auf jeder Seite Einstellungen"]);
    assert_eq!(page.attributes("section[aria-labelledby='uses'] a", "href"), [SECTION]);
    assert!(page.text("section[aria-labelledby='withdraw']").contains("Das ist das Logo."));
    let page = editor.page("/redaktion/medien/zeichen").await;
    assert_eq!(page.attributes("section[aria-labelledby='uses'] a", "href"), ["/"], "editors change no settings");
    let list =
        async |uses: &str| editor.page(&format!("/redaktion/medien?nutzung={uses}")).await.texts(".desk-media-title");
    assert_eq!(list("genutzt").await, ["Zeichen"]);
    assert_eq!(list("ungenutzt").await, ["Zeichen hell"]);
    let refused = editor.post("/redaktion/medien/zeichen/ruecknahme", &[]).await;
    assert_eq!(refused.header(header::LOCATION), "/redaktion/medien/zeichen?hinweis=genutzt");
    assert_eq!(top(&app.page("/").await), format!("Logo: {NAME}"));
    chosen(&person, "", "").await;
    assert_eq!(list("genutzt").await, [""; 0]);
    let done = editor.post("/redaktion/medien/zeichen/ruecknahme", &[]).await;
    assert_eq!(done.header(header::LOCATION), "/redaktion/medien/zeichen?hinweis=zurueckgezogen");
}

#[tokio::test]
async fn versions_call_the_logo_by_its_title_and_bring_back_no_hidden_one() {
    let app = TestApp::new().await;
    let person = app.as_role(Role::Administrator).await;
    add_both(&app, &person).await;
    chosen(&person, "zeichen", "").await;
    chosen(&person, "zeichen-hell", "").await;
    let version = "/redaktion/einstellungen/verlauf/1";
    let page = person.page(version).await;
    assert_eq!(page.texts(".desk-difference h4"), ["Logo", "Logo"]);
    let come = page.texts(".desk-difference ins").concat();
    assert!(come.contains("Zeichen (zeichen)"), "{come}");
    let form = [("fassung", "2"), ("bereich", "logo")];
    person.post("/redaktion/medien/zeichen/ruecknahme", &[]).await;
    let refused = person.post(&format!("{version}/wiederherstellung"), &form).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    let why = refused.page().text(".error-summary");
    assert!(why.contains("Dieses Bild ist zurückgezogen"), "{why}");
    person.post("/redaktion/medien/zeichen/wiederherstellung", &[]).await;
    let page = person.post_and_follow(&format!("{version}/wiederherstellung"), &form).await;
    assert_eq!(page.texts(".notice.is-done").len(), 1);
    assert_eq!(app.page("/").await.attributes("img.brand-logo", "src"), ["/medien/zeichen/480.webp"]);
    let form = [("fassung", "3"), ("bereich", "logo")];
    person.post("/redaktion/einstellungen/verlauf/0/wiederherstellung", &form).await;
    assert_eq!(top(&app.page("/").await), NAME, "before the first change there was none");
}

#[tokio::test]
async fn export_and_import_carry_the_logo_and_its_pictures_to_the_byte() {
    let app = TestApp::new().await;
    let person = app.as_role(Role::Administrator).await;
    add_both(&app, &person).await;
    chosen(&person, "zeichen", "zeichen-hell").await;
    let folder = archive::export(&app.db.db).await.unwrap();
    let settings = &folder.0["initiative.toml"];
    assert!(settings.contains("[logo]\nlight = \"zeichen\"\ndark = \"zeichen-hell\"\n"), "{settings}");
    let other = TestApp::with(&folder).await;
    assert_eq!(archive::export(&other.db.db).await.unwrap(), folder);
    for file in ["/medien/zeichen/960.webp", "/medien/zeichen-hell/960.webp"] {
        assert_eq!(other.get(file).await.bytes, app.get(file).await.bytes, "{file}");
    }
    let brand = async |app: &TestApp| {
        let page = app.page("/").await;
        (page.attributes(".brand source", "srcset"), page.attributes(".brand img", "srcset"), top(&page))
    };
    assert_eq!(brand(&other).await, brand(&app).await);
    // A folder may name a picture that it does not hold: then the name stands there.
    let mut without = folder.clone();
    without.0.remove("medien/zeichen.toml");
    without.1.remove("medien/zeichen.webp");
    assert_eq!(top(&TestApp::with(&without).await.page("/").await), NAME);
}
