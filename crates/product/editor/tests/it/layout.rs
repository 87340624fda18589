//! The order and the names of what stands on the pages of the desk.

use accounts::Role;
use media::samples::pdf;
use testing::editor::{begin_news, change, desk};
use testing::media_desk::upload;
use testing::{Page, TestApp};

const CONGRESS: &str = "veranstaltungen/kongress-2018";

#[tokio::test]
async fn state_and_buttons_stand_before_the_form_so_that_a_phone_shows_them_first() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    for path in [desk("aktuelles/neu"), desk(CONGRESS)] {
        let page = editor.page(&path).await;
        assert_eq!(page.texts(".desk-entry > aside + form").len(), 1, "{path}");
        assert_eq!(
            page.attributes(".desk-aside > .desk-buttons > button", "value"),
            ["veroeffentlichen", "speichern", "vorschau"],
            "{path}: above what is folded"
        );
        assert_eq!(page.attributes(".desk-save > a", "href"), ["#standing"], "{path}: back to them from the end");
        // The Enter key presses the first button of a form on its page.
        assert_eq!(page.attributes("button[type=submit][form=desk-form]", "value")[0], "speichern", "{path}");
    }
    let page = editor.page(&desk(CONGRESS)).await;
    assert_eq!(page.texts(".desk-more:not([open]) a[href$='/sprachen/en']").len(), 1);
}

#[tokio::test]
async fn every_page_of_an_entry_is_called_by_its_title() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Administrator).await;
    let path = begin_news(&editor, "Erste Fassung").await;
    change(&editor, &path, &[("matter.title", "Neues")]).await;
    let names = |page: &Page| (page.text("h1"), page.text(".crumbs [aria-current]"), page.text("title"));
    for (part, heading, here, window) in [
        ("", "Neues", "Neues", "Neues – bearbeiten"),
        ("/sprachen/en", "Neues: Englisch", "Englisch", "Neues: Englisch"),
        ("/fassungen", "Neues: Fassungen", "Fassungen", "Neues: Fassungen"),
        ("/fassungen/1", "Neues: Fassung 1", "Fassung 1", "Neues: Fassung 1"),
    ] {
        let page = editor.page(&desk(&format!("{path}{part}"))).await;
        let (shown, crumb, title) = names(&page);
        assert_eq!((shown.as_str(), crumb.as_str()), (heading, here), "{part}");
        assert_eq!(title, format!("{window} – ZukunftsBildung Ruhr"), "{part}");
    }
    assert_eq!(editor.page(&desk(&path)).await.text(".desk-heading > .kicker"), "Eintrag bearbeiten");
}

#[tokio::test]
async fn differences_of_a_version_stand_one_level_below_their_heading() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Vorher").await;
    change(&editor, &path, &[("matter.title", "Nachher")]).await;
    let page = editor.page(&desk(&format!("{path}/fassungen/2"))).await;
    assert_eq!(page.texts("[aria-labelledby=differences] .desk-difference > h3"), ["Titel"]);
}

#[tokio::test]
async fn lists_have_one_button_that_stands_out() {
    let app = TestApp::new().await;
    let person = app.as_role(Role::Administrator).await;
    for (path, one) in [
        ("/redaktion/eintraege", "Neuer Eintrag"),
        ("/redaktion/medien", "Bild oder Datei hochladen"),
        ("/redaktion/personen", "Person einladen"),
    ] {
        let shown = person.page(path).await.texts(".desk-main .action:not(.is-quiet)");
        assert_eq!(shown, [one], "{path}");
    }
}

#[tokio::test]
async fn long_sections_of_the_settings_are_grouped_and_rows_are_told_by_their_first_sentence() {
    let app = TestApp::new().await;
    let person = app.as_role(Role::Administrator).await;
    let page = person.page("/redaktion/einstellungen/barrierefreiheit").await;
    assert_eq!(page.texts(".desk-part > h2"), ["Recht und Stand", "Prüfung", "Bekannte Barrieren"]);
    let rows = page.texts("#teil-barriers .desk-rows li summary");
    assert_eq!(rows[2], "Es gibt kein Video in Deutscher Gebärdensprache.");
    assert_eq!(
        page.attributes("#teil-barriers li:first-child .desk-pair:first-child textarea", "name"),
        ["accessibility.barriers.0.what.de", "accessibility.barriers.0.what.en"],
        "both languages of a text stand side by side"
    );
}

#[tokio::test]
async fn page_of_a_file_does_not_speak_of_an_alternative_text() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let about = [("title", "Das Papier"), ("holder", "Initiative"), ("licence", "cc_by_4")];
    upload(&app, &editor, &about, ("papier.pdf", &pdf("Eckpunkte"))).await;
    for (path, word) in [("/redaktion/medien", "Alternativtext"), ("/en/redaktion/medien", "lternative text")] {
        let page = editor.page(&format!("{path}/das-papier")).await;
        assert!(!page.text("main").contains(word), "{}", page.text("main"));
    }
}
