//! A control of the desk always holds its current value, however old, renamed or withdrawn that is.

use accounts::Role;
use axum::http::StatusCode;
use media::samples::drawing;
use testing::editor::{act, begin_news, change, notice, press};
use testing::generated::{Entry, entry};
use testing::media_desk::upload;
use testing::{Sheet, Someone, TestApp};

const FORM: &str = "form.desk-form";

fn desk(path: &str) -> String {
    format!("/redaktion/eintraege/{path}")
}

async fn form(editor: &Someone<'_>, path: &str) -> Sheet {
    Sheet::of(&editor.page(&desk(path)).await, FORM)
}

/// Opens an entry and saves it as it is.
async fn saved_unchanged(editor: &Someone<'_>, path: &str) -> String {
    notice(&editor.post(&desk(path), &form(editor, path).await.pressed("speichern")).await)
}

/// Gives an entry another address and publishes it.
async fn rename(editor: &Someone<'_>, path: &str, slug: &str) {
    notice(&change(editor, path, &[("slug", slug)]).await);
    notice(&press(editor, path, "veroeffentlichen", &[]).await);
}

#[tokio::test]
async fn picture_is_kept_though_a_hundred_newer_ones_fill_the_list() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let picture = drawing(40, 30);
    for number in 0..102 {
        app.clock.advance(jiff::SignedDuration::from_secs(1));
        upload(&app, &editor, &[("title", &format!("Bild {number}"))], ("bild.png", &picture)).await;
    }
    let path = begin_news(&editor, "Mit Bild").await;
    let page = editor.page(&desk(&path)).await;
    assert_eq!(page.texts(".desk-picture-choice .desk-tile-title").len(), 24);
    assert_eq!(notice(&change(&editor, &path, &[("matter.picture", "bild-0")]).await), "gespeichert");
    let page = editor.page(&desk(&path)).await;
    assert_eq!(page.text(".is-held .desk-tile-title"), "Bild 0");
    assert_eq!(saved_unchanged(&editor, &path).await, "unveraendert");
    assert_eq!(notice(&change(&editor, &path, &[("body", "Neuer Text")]).await), "gespeichert");
    assert_eq!(form(&editor, &path).await.get("matter.picture"), "bild-0");

    app.execute("UPDATE media SET withdrawn_at = 1 WHERE slug = 'bild-0'").await;
    let page = editor.page(&desk(&path)).await;
    assert!(page.text(".is-held .desk-tile-note").starts_with("Zurückgezogen."));
    assert_eq!(saved_unchanged(&editor, &path).await, "unveraendert");
}

#[tokio::test]
async fn picture_that_no_list_knows_is_kept_and_marked() {
    let mut folder = testing::shipped();
    let file = entry(Entry { matter: "picture = \"verschollen\"", ..Entry::new("Alt") });
    folder.0.insert("seiten/alt.md".to_owned(), file);
    let app = TestApp::with(&folder).await;
    let editor = app.as_role(Role::Editor).await;
    let page = editor.page(&desk("seiten/alt")).await;
    let told = page.text(".is-held");
    assert_eq!(told, "verschollen Dieses Bild gibt es nicht mehr.");
    notice(&change(&editor, "seiten/alt", &[("matter.title", "Neu")]).await);
    assert_eq!(form(&editor, "seiten/alt").await.get("matter.picture"), "verschollen");
}

#[tokio::test]
async fn field_is_kept_under_its_new_name_in_forms_lists_and_search() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Quagga im Feld").await;
    notice(&change(&editor, &path, &[("matter.fields", "vielfalt")]).await);
    notice(&press(&editor, &path, "veroeffentlichen", &[]).await);
    rename(&editor, "handlungsfelder/vielfalt", "vielfalt-leben").await;

    assert_eq!(form(&editor, &path).await.get("matter.fields"), "vielfalt-leben");
    assert_eq!(saved_unchanged(&editor, &path).await, "unveraendert");
    let found = async || app.page("/suche?q=Quagga&feld=vielfalt-leben").await.texts(".search-title");
    assert_eq!(found().await, ["Quagga im Feld"]);
    let facets = app.page("/suche?q=Quagga").await.attributes(".search-facets li > a", "href");
    assert!(facets.iter().any(|href| href.contains("feld=vielfalt-leben")), "{facets:?}");

    notice(&change(&editor, &path, &[("body", "Noch ein Satz.")]).await);
    notice(&press(&editor, &path, "veroeffentlichen", &[]).await);
    assert_eq!(found().await, ["Quagga im Feld"]);
    assert!(app.page("/aktuelles?feld=vielfalt-leben").await.source.contains("Quagga im Feld"));
}

#[tokio::test]
async fn field_that_was_withdrawn_stays_ticked_and_comes_back_with_all_its_entries() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Quagga bleibt").await;
    notice(&change(&editor, &path, &[("matter.fields", "vielfalt")]).await);
    notice(&press(&editor, &path, "veroeffentlichen", &[]).await);
    let other = begin_news(&editor, "Ohne Feld").await;
    notice(&act(&editor, "handlungsfelder/vielfalt", "ruecknahme", &[("grund", "Zur Probe.")]).await);

    let labels = editor.page(&desk(&path)).await.texts("#form-matter\\.fields label");
    assert!(labels.iter().any(|label| label.ends_with("(zurückgezogen)")), "{labels:?}");
    let labels = editor.page(&desk(&other)).await.texts("#form-matter\\.fields label");
    assert_eq!(labels.len(), 5, "what nobody chose is offered to nobody: {labels:?}");
    notice(&change(&editor, &path, &[("body", "Noch ein Satz.")]).await);
    notice(&press(&editor, &path, "veroeffentlichen", &[]).await);
    notice(&press(&editor, "handlungsfelder/vielfalt", "veroeffentlichen", &[]).await);
    let found = app.page("/suche?q=Quagga&feld=vielfalt").await.texts(".search-title");
    assert_eq!(found, ["Quagga bleibt"]);
}

#[tokio::test]
async fn draft_that_got_another_address_is_still_found_by_those_that_name_it() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let (named, naming) = (begin_news(&editor, "Erst so").await, begin_news(&editor, "Nennt es").await);
    let link = [("matter.links.zahl", "1"), ("matter.links.0.relation", "led_to"), ("matter.links.0.to", &*named)];
    notice(&change(&editor, &naming, &link).await);
    notice(&change(&editor, &named, &[("slug", "dann-so")]).await);
    assert_eq!(form(&editor, &naming).await.get("matter.links.0.to"), "Erst so · aktuelles/dann-so");
    notice(&change(&editor, &naming, &[("body", "Mehr.")]).await);
    assert_eq!(app.get("/aktuelles/erst-so").await.status, StatusCode::NOT_FOUND, "it never was public");
}

#[tokio::test]
async fn claim_of_hundreds_without_a_number_is_kept() {
    let mut folder = testing::shipped();
    let claim = "[[claims]]\nkind = \"planned\"\nqualifier = \"hundreds\"\nunit = \"people\"\n";
    folder.0.insert("seiten/viele.md".to_owned(), entry(Entry { table: claim, ..Entry::new("Viele") }));
    let app = TestApp::with(&folder).await;
    let editor = app.as_role(Role::Editor).await;
    // Another row is new, and stays blank.
    let sheet = form(&editor, "seiten/viele").await;
    let more = editor.post(&desk("seiten/viele"), &sheet.pressed("mehr:matter.claims")).await;
    let sheet = Sheet::of(&more.page(), FORM);
    notice(&editor.post(&desk("seiten/viele"), &sheet.pressed("speichern")).await);
    let sheet = form(&editor, "seiten/viele").await;
    assert_eq!((sheet.get("matter.claims.zahl"), sheet.get("matter.claims.0.qualifier")), ("1", "hundreds"));
}

#[tokio::test]
async fn decimal_point_and_comma_mean_the_same_at_both_desks() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Zahlen").await;
    let claim = |value: &'static str| {
        [
            ("matter.claims.zahl", "1"),
            ("matter.claims.0.kind", "reported"),
            ("matter.claims.0.qualifier", "exact"),
            ("matter.claims.0.unit", "days"),
            ("matter.claims.0.value", value),
        ]
    };
    for (prefix, typed, shown) in [
        ("", "1.5", "1,5"),
        ("", "0.5", "0,5"),
        ("", "1.50", "1,5"),
        ("", "1.500", "1500"),
        ("", "1\u{202f}234", "1234"),
        ("", "1,5", "1,5"),
        ("/en", "1,5", "1.5"),
        ("/en", "1,500", "1500"),
    ] {
        let address = format!("{prefix}{}", desk(&path));
        let sheet = Sheet::of(&editor.page(&address).await, FORM);
        let sheet = claim(typed).iter().fold(sheet, |sheet, (name, value)| sheet.set(name, value));
        notice(&editor.post(&address, &sheet.pressed("speichern")).await);
        let sheet = Sheet::of(&editor.page(&address).await, FORM);
        assert_eq!(sheet.get("matter.claims.0.value"), shown, "{prefix} {typed}");
    }
    for typed in ["1,25", "12.34", "1,500"] {
        let refused = change(&editor, &path, &claim(typed)).await;
        assert_eq!(refused.page().attributes("[aria-invalid=true]", "name"), ["matter.claims.0.value"], "{typed}");
    }
}

#[tokio::test]
async fn english_text_that_was_tested_stays_so() {
    let mut folder = testing::shipped();
    folder.0.insert("seiten/probe.md".to_owned(), entry(Entry::new("Probe")));
    let english = "+++\ntitle = \" Trial\"\nsummary = \"\"\nreview = \"tested\"\n+++\n\nText.\n";
    folder.0.insert("seiten/probe.en.md".to_owned(), english.to_owned());
    let app = TestApp::with(&folder).await;
    let editor = app.as_role(Role::Editor).await;
    let address = desk("seiten/probe/sprachen/en");
    let sheet = Sheet::of(&editor.page(&address).await, FORM);
    assert_eq!(sheet.get("review"), "tested");
    notice(&editor.post(&address, &sheet.pressed("speichern")).await);
    assert_eq!(app.number("SELECT MAX(head) FROM work").await, 1, "nothing was changed");
}
