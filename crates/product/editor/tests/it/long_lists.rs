//! Lists with as many rows as they may have, and with more: all are shown and kept, or refused with a reason.

use accounts::Role;
use archive::Folder;
use axum::http::StatusCode;
use testing::editor::notice;
use testing::generated::{Entry, entry};
use testing::{Reply, Sheet, TestApp};

const FORM: &str = "form.desk-form";

fn desk(path: &str) -> String {
    format!("/redaktion/eintraege/{path}")
}

fn programme(rows: usize) -> String {
    let items: Vec<String> = (1..=rows).map(|row| format!("{{ title = {{ de = \"Punkt {row}\" }} }}")).collect();
    format!("[event]\nformat = \"congress\"\nprogramme = [{}]\n", items.join(", "))
}

/// The first instance with one more event, whose programme has so many items.
fn with_programme(rows: usize) -> Folder {
    let mut folder = testing::shipped();
    folder
        .0
        .insert("veranstaltungen/lang.md".to_owned(), entry(Entry { table: &programme(rows), ..Entry::new("Lang") }));
    folder
}

fn summary(reply: &Reply) -> String {
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    reply.page().text(".error-summary ul")
}

#[tokio::test]
async fn thousand_rows_are_shown_kept_and_published() {
    let app = TestApp::with(&with_programme(1_000)).await;
    let editor = app.as_role(Role::Editor).await;
    let path = desk("veranstaltungen/lang");
    let form = Sheet::of(&editor.page(&path).await, FORM);
    assert_eq!(form.get("table.programme.999.title.de"), "Punkt 1000");
    let form = form.set("matter.title", "Noch länger");
    assert_eq!(notice(&editor.post(&path, &form.pressed("speichern")).await), "gespeichert");
    let form = Sheet::of(&editor.page(&path).await, FORM);
    let published = editor.post(&path, &form.pressed("veroeffentlichen")).await;
    assert_eq!(notice(&published), "veroeffentlicht");
    // Beside those of the congress, which has seven.
    assert_eq!(app.number("SELECT COUNT(*) FROM programme_items").await, 1_007);
}

#[tokio::test]
async fn row_beyond_the_last_is_refused_by_name_and_nothing_that_was_typed_is_lost() {
    let app = TestApp::with(&with_programme(1_000)).await;
    let editor = app.as_role(Role::Editor).await;
    let path = desk("veranstaltungen/lang");
    let form = Sheet::of(&editor.page(&path).await, FORM);
    let more = editor.post(&path, &form.pressed("mehr:table.programme")).await;
    let form = Sheet::of(&more.page(), FORM).set("table.programme.1000.title.de", "Einer zu viel");
    let refused = editor.post(&path, &form.pressed("speichern")).await;
    let told = summary(&refused);
    assert!(told.contains("Programm") && told.contains("1.001") && told.contains("1.000"), "{told}");
    assert_eq!(refused.page().attributes(".error-summary a", "href"), ["#form-table.programme"]);
    assert_eq!(Sheet::of(&refused.page(), FORM).get("table.programme.1000.title.de"), "Einer zu viel");
    assert_eq!(app.number("SELECT MAX(head) FROM work").await, 1);
}

#[tokio::test]
async fn import_refuses_a_longer_list_with_its_file_and_name() {
    let db = db::testing::TestDb::new().await;
    let ids = base::Ids::new(base::Clock::fixed("2026-11-23T12:00:00Z".parse().unwrap()));
    testing::register();
    let refused = archive::import(&db.db, &ids, &with_programme(1_001)).await.unwrap_err().to_string();
    assert!(refused.contains("veranstaltungen/lang.md:"), "{refused}");
    assert!(refused.contains("`event.programme` has 1001 rows; a list has at most 1000"), "{refused}");
}

#[tokio::test]
async fn form_with_absurdly_many_rows_is_not_read_and_changes_nothing() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = desk("veranstaltungen/kongress-2018");
    let mut form = Sheet::of(&editor.page(&path).await, FORM).set("matter.gaps.zahl", "1000000");
    form = form.set("matter.gaps.999999.text.de", "x");
    let refused = editor.post(&path, &form.pressed("speichern")).await;
    assert_eq!(refused.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(app.number("SELECT MAX(head) FROM work").await, 1);
}
