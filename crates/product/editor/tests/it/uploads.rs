//! Uploads on the page of media: several files at once, and the cut of a picture along with it.

use axum::http::{StatusCode, header};
use media::samples::{pdf, photo};
use testing::accounts::Role;
use testing::editor::FORM;
use testing::html::faults;
use testing::media_desk::{COMPLETE, UPLOAD, send, send_all};
use testing::{Sheet, TestApp};

const RIGHTS: [(&str, &str); 2] = [("holder", "Stadt Essen"), ("licence", "cc_by_4")];

#[tokio::test]
async fn several_files_are_uploaded_at_once_with_the_same_rights_and_each_under_its_own_name() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let page = editor.page(UPLOAD).await;
    assert_eq!(faults(&page, "de"), Vec::<String>::new());
    assert_eq!(page.attributes("input[type=file]", "multiple").len(), 1);
    let (first, second, third) = (photo(700, 400, 1), photo(300, 500, 2), pdf(""));
    let files: [(&str, &[u8]); 3] = [("Saal.jpg", &first), ("Hof.jpg", &second), ("Programm.pdf", &third)];
    // A title and a description are of one picture, so none of several gets them.
    let about = [&RIGHTS[..], &[("title", "Nur eines"), ("alt.de", "Ein Saal"), ("focus_x", "20")]].concat();
    let reply = send_all(&app, &editor.cookie, UPLOAD, &about, &files).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    let list = reply.header(header::LOCATION).to_owned();
    assert_eq!(list, "/redaktion/medien?hinweis=mehrere&stand=unvollstaendig");
    let page = editor.page(&list).await;
    assert!(page.text(".notice").contains("Hochgeladen"));
    let mut titles = page.texts(".desk-media-title");
    titles.sort();
    assert_eq!(titles, ["Hof", "Saal"], "the file needs no description");
    for (slug, holder) in [("saal", "Stadt Essen"), ("hof", "Stadt Essen"), ("programm", "Stadt Essen")] {
        let form = Sheet::of(&editor.page(&format!("/redaktion/medien/{slug}")).await, FORM);
        assert_eq!(form.get("holder"), holder, "{slug}");
    }
    let form = Sheet::of(&editor.page("/redaktion/medien/saal").await, FORM);
    assert_eq!((form.get("alt.de"), form.get("focus_x")), ("", ""));
}

#[tokio::test]
async fn file_that_is_refused_among_several_is_named_and_the_others_are_kept() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let good = photo(700, 400, 1);
    let files: [(&str, &[u8]); 3] = [("Saal.jpg", &good), ("Leer.jpg", b""), ("Falsch.pdf", b"kein PDF")];
    let reply = send_all(&app, &editor.cookie, UPLOAD, &RIGHTS, &files).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = reply.page();
    assert_eq!(faults(&page, "de"), Vec::<String>::new());
    assert!(page.text(".notice.is-done").contains("Eine Datei ist hochgeladen"), "{}", page.text(".notice.is-done"));
    let told = page.text(".control-error");
    assert!(told.contains("»Leer«") && told.contains("»Falsch«") && !told.contains("»Saal«"), "{told}");
    assert_eq!(Sheet::of(&page, FORM).get("holder"), "Stadt Essen");
    assert_eq!(app.number("SELECT COUNT(*) FROM media WHERE slug = 'saal'").await, 1);
    assert_eq!(app.number("SELECT COUNT(*) FROM media WHERE slug IN ('leer', 'falsch')").await, 0);
}

#[tokio::test]
async fn script_that_sends_several_one_after_the_other_gets_what_it_would_get_for_all() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let about = [&COMPLETE[..], &[("mehrere", "ja")]].concat();
    let reply = send(&app, &editor.cookie, UPLOAD, &about, ("Hof.jpg", &photo(700, 400, 1))).await;
    assert!(reply.header(header::LOCATION).starts_with("/redaktion/medien?hinweis=mehrere"));
    assert_eq!(app.number("SELECT COUNT(*) FROM media WHERE slug = 'hof'").await, 1, "its own name, not the title");
}

#[tokio::test]
async fn focal_point_and_cut_are_given_along_with_the_picture() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let cut = [("crop", "square"), ("focus_x", "25"), ("focus_y", "75")];
    let wrong = [&COMPLETE[..], &[("focus_x", "weit links")]].concat();
    let reply = send(&app, &editor.cookie, UPLOAD, &wrong, ("a.jpg", &photo(700, 400, 1))).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(reply.page().attributes(".desk-cut", "hidden").len(), 0, "what is wrong in it is in sight");
    let about = [&COMPLETE[..], &cut].concat();
    let reply = send(&app, &editor.cookie, UPLOAD, &about, ("a.jpg", &photo(700, 400, 1))).await;
    let path = reply.header(header::LOCATION).split('?').next().unwrap().to_owned();
    let form = Sheet::of(&editor.page(&path).await, FORM);
    assert_eq!(cut.map(|(name, _)| form.get(name)), cut.map(|(_, value)| value));
    let reply = send(&app, &editor.cookie, UPLOAD, &cut, ("b.pdf", &pdf(""))).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "a file has no cut");
    assert_eq!(app.number("SELECT COUNT(*) FROM media WHERE slug = 'b' AND crop IS NOT NULL").await, 0);
}
