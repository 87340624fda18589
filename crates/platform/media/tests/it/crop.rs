//! How a picture is cropped above a text, and what happens to one with few pixels.

use axum::http::StatusCode;
use media::samples::photo;
use testing::accounts::Role;
use testing::editor::{begin_news, change, notice, publish};
use testing::html::faults;
use testing::media_desk::{COMPLETE, describe, upload};
use testing::{Page, Someone, TestApp};

const SLUG: &str = "/redaktion/medien/saal";

/// A published news item with the picture above its text and in it.
async fn published(app: &TestApp, editor: &Someone<'_>, width: u16) -> Page {
    upload(app, editor, &COMPLETE, ("saal.jpg", &photo(width, 400, 1))).await;
    let path = begin_news(editor, "Mit Bild").await;
    let fields = [("matter.picture", "saal"), ("body", "![](/medien/saal)")];
    assert_eq!(notice(&change(editor, &path, &fields).await), "gespeichert");
    assert_eq!(publish(editor, &path).await.status, StatusCode::SEE_OTHER);
    app.page("/aktuelles/mit-bild").await
}

#[tokio::test]
async fn picture_above_a_text_is_cropped_around_its_focus_and_stays_whole_inside_the_text() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let page = published(&app, &editor, 1000).await;
    assert_eq!(page.attributes("figure", "class"), ["picture is-lead", "picture"]);
    let cut = [("crop", "wide"), ("focus_x", "23 %"), ("focus_y", "100")];
    let fields: Vec<(&str, &str)> = COMPLETE.into_iter().chain(cut).collect();
    let reply = describe(&editor, SLUG, &editor.page(SLUG).await, &fields).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{:?}", reply.page().texts(".control-error"));
    let page = app.page("/aktuelles/mit-bild").await;
    let lead = "picture is-lead is-cropped is-wide picture-x-20 picture-y-100";
    assert_eq!(page.attributes("figure", "class"), [lead, "picture"]);
    let page = editor.page(SLUG).await;
    assert_eq!(faults(&page, "de"), Vec::<String>::new());
    assert_eq!(page.attributes("[name='focus_x']", "value"), ["23"]);
    assert_eq!(page.attributes("[data-crop]", "class"), [lead]);
}

#[tokio::test]
async fn focus_outside_of_the_picture_is_refused_at_its_field() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    upload(&app, &editor, &COMPLETE, ("saal.jpg", &photo(700, 400, 1))).await;
    for wrong in ["101", "-1", "links", "50,5"] {
        let fields: Vec<(&str, &str)> = COMPLETE.into_iter().chain([("focus_y", wrong)]).collect();
        let reply = describe(&editor, SLUG, &editor.page(SLUG).await, &fields).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        assert_eq!(reply.page().attributes("[aria-invalid=true]", "name"), ["focus_y"]);
        assert_eq!(reply.page().attributes("[name='focus_y']", "value"), [wrong]);
    }
}

#[tokio::test]
async fn picture_with_few_pixels_is_not_stretched_and_said_to_be_narrow() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let page = published(&app, &editor, 300).await;
    assert_eq!(page.attributes("figure img", "sizes"), ["min(300px, 92vw)", "min(300px, 88vw)"]);
    let desk = editor.page("/redaktion/eintraege/aktuelles/mit-bild").await;
    let told = "»Saal« ist nur 300 Bildpunkte breit und bleibt auf der Seite schmal.";
    assert!(desk.texts(".desk-act li").contains(&told.to_owned()), "{:?}", desk.texts(".desk-act li"));
    assert_eq!(desk.text(".is-held .desk-tile-note"), "Sehr klein: Auf der Seite bleibt es schmal.");
}

#[tokio::test]
async fn picture_with_enough_pixels_fills_its_place_without_a_word() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let page = published(&app, &editor, 1000).await;
    let whole = ["(min-width: 64rem) 56rem, 92vw", "(min-width: 44rem) 38rem, 88vw"];
    assert_eq!(page.attributes("figure img", "sizes"), whole);
    let desk = editor.page("/redaktion/eintraege/aktuelles/mit-bild").await;
    assert_eq!(desk.texts(".is-held .desk-tile-note"), Vec::<String>::new());
}
