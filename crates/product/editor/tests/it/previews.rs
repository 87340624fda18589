//! Previews cost nobody anything: who looks at one keeps no writer waiting, and it is rendered once.

use std::time::Duration;

use accounts::Role;
use axum::http::{StatusCode, header};
use futures_util::future::join_all;
use testing::TestApp;
use testing::editor::{change, press};

const PATH: &str = "veranstaltungen/kongress-2018";
/// Far more than any of this takes, and less than a writer waits for its turn.
const SOON: Duration = Duration::from_secs(5);

/// The link to the preview of a version with this title.
async fn link(app: &TestApp, title: &str) -> String {
    let editor = app.as_role(Role::Editor).await;
    assert_eq!(change(&editor, PATH, &[("matter.title", title)]).await.status, StatusCode::SEE_OTHER);
    press(&editor, PATH, "vorschau", &[]).await.header(header::LOCATION).to_owned()
}

#[tokio::test]
async fn preview_is_rendered_while_somebody_else_writes() {
    let app = TestApp::new().await;
    let link = link(&app, "Der große Kongress").await;
    let mut writer = app.db.db.write().await.unwrap();
    db::run!(&mut writer.conn(), sqlx::query("UPDATE sources SET name_en = name_de")).unwrap();
    let preview = tokio::time::timeout(SOON, app.get(&link)).await.expect("no writer is waited for");
    assert_eq!((preview.status, preview.page().text("h1").as_str()), (StatusCode::OK, "Der große Kongress"));
    writer.commit().await.unwrap();
}

#[tokio::test]
async fn hundred_who_reload_a_preview_keep_nobody_from_writing() {
    let app = TestApp::new().await;
    let link = link(&app, "Der große Kongress").await;
    let first = app.get(&link).await;
    let looking = join_all((0..100).map(|_| app.get(&link)));
    let writing = async {
        for _ in 0..10 {
            app.execute("UPDATE sources SET name_en = name_de").await;
        }
    };
    let (pages, ()) = tokio::time::timeout(SOON * 4, async { tokio::join!(looking, writing) }).await.unwrap();
    assert!(pages.iter().all(|page| page.status == StatusCode::OK && page.bytes == first.bytes));
}

#[tokio::test]
async fn preview_that_was_rendered_is_rendered_anew_once_something_is_published() {
    let app = TestApp::new().await;
    let link = link(&app, "Der große Kongress").await;
    let before = app.get(&link).await;
    assert!(!before.page().source.contains("Umbenannt in Essen"));
    assert_eq!(app.get(&link).await.bytes, before.bytes);
    // The preview names the event's sub-events.
    app.execute(
        "UPDATE entry_texts SET title = 'Umbenannt in Essen' WHERE locale = 'de' AND entry_id IN \
         (SELECT entry_id FROM events WHERE parent_id IN (SELECT id FROM entries WHERE slug = 'kongress-2018'))",
    )
    .await;
    let after = app.get(&link).await;
    assert!(after.page().source.contains("Umbenannt in Essen"));
    assert_eq!(after.header(header::CACHE_CONTROL), "no-store");
    assert_eq!(after.page().texts(".site-preview").len(), 1);
}
