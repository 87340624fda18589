//! Files of an entry: chosen or uploaded in its form, offered on its page with language, pages and size.

use axum::http::{StatusCode, header};
use media::samples::pdf;
use testing::accounts::Role;
use testing::editor::{FORM, desk, notice, publish};
use testing::media_desk::upload;
use testing::{Sheet, Someone, TestApp};

const FIRST: &str = "matter.attachments.0";

const PAPER: &str = "papiere/eckpunktepapier-2017";

/// A paper with the row for a file.
async fn with_row(editor: &Someone<'_>, path: &str) -> Sheet {
    let form = Sheet::of(&editor.page(&desk(path)).await, FORM);
    Sheet::of(&editor.post(&desk(path), &form.pressed("mehr:matter.attachments")).await.page(), FORM)
}

async fn add_pdf(app: &TestApp, editor: &Someone<'_>) {
    let about = [("title", "Das ganze Papier"), ("holder", "Initiative"), ("licence", "cc_by_4")];
    upload(app, editor, &about, ("papier.pdf", &pdf("Eckpunkte"))).await;
}

#[tokio::test]
async fn page_offers_the_files_of_its_entry_with_language_pages_and_size() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    add_pdf(&app, &editor).await;
    let form = with_row(&editor, PAPER).await.set(&format!("{FIRST}.file"), "das-ganze-papier");
    let form = form.set(&format!("{FIRST}.language"), "tr").set(&format!("{FIRST}.pages"), "12");
    assert_eq!(notice(&editor.post(&desk(PAPER), &form.pressed("speichern")).await), "gespeichert");
    assert_eq!(notice(&publish(&editor, PAPER).await), "veroeffentlicht");

    let page = app.page(&format!("/{PAPER}")).await;
    assert_eq!(page.texts("section[aria-labelledby='files'] li"), ["Das ganze Papier PDF, Türkisch, 12 Seiten, 1 KB"]);
    let link = page.attributes(".files a", "href").remove(0);
    assert_eq!(app.get(&link).await.header(header::CONTENT_TYPE), "application/pdf");
    assert_eq!(page.attributes(".files a", "hreflang"), ["tr"]);
    let english = app.page(&format!("/en/{PAPER}")).await;
    assert_eq!(english.texts(".files-facts"), ["PDF, Turkish, 12 pages, 1 KB"]);

    let uses = editor.page("/redaktion/medien/das-ganze-papier").await.texts("section[aria-labelledby='uses'] li");
    assert_eq!(uses.len(), 1, "the medium knows that a paper offers it: {uses:?}");
    editor.post_and_follow("/redaktion/medien/das-ganze-papier/ruecknahme", &[("trotzdem", "ja")]).await;
    assert!(app.page(&format!("/{PAPER}")).await.texts(".files").is_empty(), "no public page offers what is gone");
    let remarks = editor.page(&desk(PAPER)).await.texts(".desk-act li");
    assert!(remarks.iter().any(|remark| remark.contains("Das ganze Papier")), "{remarks:?}");
}

#[tokio::test]
async fn row_without_a_file_comes_back_and_a_picture_is_no_file() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let form = with_row(&editor, PAPER).await.set(&format!("{FIRST}.pages"), "12");
    let reply = editor.post(&desk(PAPER), &form.pressed("speichern")).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(reply.page().attributes(".error-summary li a", "href"), [format!("#form-{FIRST}.file")]);
    let reply =
        editor.post("/redaktion/medien/neu/zwischendurch", &form.pressed(&format!("hochladen:{FIRST}.file"))).await;
    assert!(reply.header(header::LOCATION).ends_with("&art=file"), "{}", reply.header(header::LOCATION));
}

#[tokio::test]
async fn files_of_an_entry_survive_export_and_import() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    add_pdf(&app, &editor).await;
    let form = with_row(&editor, PAPER).await.set(&format!("{FIRST}.file"), "das-ganze-papier");
    editor.post(&desk(PAPER), &form.set(&format!("{FIRST}.pages"), "12").pressed("speichern")).await;
    publish(&editor, PAPER).await;
    let folder = testing::archive::export(&app.db.db).await.unwrap();
    let again = TestApp::with(&folder).await;
    let files = again.page(&format!("/{PAPER}")).await.texts(".files li");
    assert_eq!(files, ["Das ganze Papier PDF, 12 Seiten, 1 KB"]);
    assert_eq!(testing::archive::export(&again.db.db).await.unwrap(), folder);
}
