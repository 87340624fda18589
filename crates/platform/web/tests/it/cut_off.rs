//! A form that was cut off on its way changes nothing: what is missing in it is not taken for deleted.

use axum::http::StatusCode;
use testing::accounts::Role;
use testing::media::samples::drawing;
use testing::media_desk::upload;
use testing::{Sheet, Someone, TestApp};

/// Forms from whose gaps something would be deleted: where each is shown and sent to, and its selector.
const FORMS: [(&str, &str); 16] = [
    ("/redaktion/kontakte", "form.desk-form"),
    ("/redaktion/quellen", "form.desk-form"),
    ("/redaktion/eintraege/veranstaltungen/kongress-2018", "form.desk-form"),
    ("/redaktion/eintraege/mitwirkende/ruhrfutur", "form.desk-form"),
    ("/redaktion/eintraege/aktuelles/neu", "form.desk-form"),
    ("/redaktion/eintraege/veranstaltungen/kongress-2018/sprachen/en", "form.desk-form"),
    ("/redaktion/eintraege/veranstaltungen/kongress-2018/sprachen/leicht", "form.desk-form"),
    ("/redaktion/medien/saal", ".desk-columns section form.form"),
    ("/redaktion/einstellungen/name", "main form.form"),
    ("/redaktion/einstellungen/sprachen", "main form.form"),
    ("/redaktion/einstellungen/traeger", "main form.form"),
    ("/redaktion/einstellungen/farben", "main form.form"),
    ("/redaktion/einstellungen/impressum", "main form.form"),
    ("/redaktion/einstellungen/barrierefreiheit", "main form.form"),
    ("/redaktion/einstellungen/post", "main form.form"),
    ("/redaktion/einstellungen/daten", "main form.form"),
];

/// The person who may send this form.
fn sender<'p, 'a>(path: &str, editor: &'p Someone<'a>, admin: &'p Someone<'a>) -> &'p Someone<'a> {
    if path.starts_with("/redaktion/einstellungen") { admin } else { editor }
}

/// All that could have changed, as an export says it.
async fn stand(app: &TestApp) -> testing::archive::Folder {
    testing::archive::export(&app.db.db).await.unwrap()
}

#[tokio::test]
async fn form_that_was_cut_off_anywhere_changes_nothing() {
    let app = TestApp::new().await;
    let (editor, admin) = (app.as_role(Role::Editor).await, app.as_role(Role::Administrator).await);
    upload(&app, &editor, &[("title", "Saal")], ("saal.png", &drawing(40, 30))).await;
    let before = stand(&app).await;
    for (path, selector) in FORMS {
        let person = sender(path, &editor, &admin);
        let form = Sheet::of(&person.page(path).await, selector);
        let fields = form.pressed("speichern");
        let fields = &fields[..fields.len() - 1];
        assert_eq!(fields.last(), Some(&("ende", "ja")), "{path} does not end with its mark");
        for length in [2, fields.len() / 2, fields.len() - 1] {
            let cut = person.post(path, &fields[..length.max(1)]).await;
            assert!(cut.status.is_client_error(), "{path}: {}", cut.status);
            if cut.status == StatusCode::UNPROCESSABLE_ENTITY {
                assert_eq!(cut.page().text("h1"), "Das Formular ist nicht ganz angekommen.", "{path}");
            }
        }
    }
    assert_eq!(stand(&app).await, before);
    assert_eq!(app.number("SELECT MAX(head) FROM work").await, 1);
    assert_eq!(app.number("SELECT COUNT(*) FROM versions").await, 0);
}

#[tokio::test]
async fn form_without_one_of_its_lists_changes_nothing() {
    let app = TestApp::new().await;
    let (editor, admin) = (app.as_role(Role::Editor).await, app.as_role(Role::Administrator).await);
    for (path, selector) in FORMS.into_iter().filter(|(path, _)| !path.contains("/medien/")) {
        let person = sender(path, &editor, &admin);
        let form = Sheet::of(&person.page(path).await, selector);
        let counts: Vec<String> = form.names().filter(|name| name.ends_with("zahl")).map(ToOwned::to_owned).collect();
        for count in counts {
            let cut = person.post(path, &form.clone().without(&count).pressed("speichern")).await;
            assert_eq!(cut.status, StatusCode::UNPROCESSABLE_ENTITY, "{path} without {count}");
            assert_eq!(cut.page().text("h1"), "Das Formular ist nicht ganz angekommen.", "{path}");
        }
    }
    assert_eq!(app.number("SELECT MAX(head) FROM work").await, 1);
    assert_eq!(app.number("SELECT COUNT(*) FROM contacts").await, 10);
}
