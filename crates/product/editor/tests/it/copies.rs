//! An entry that is copied as a new one.

use accounts::Role;
use axum::http::{StatusCode, header};
use testing::editor::{FORM, act, desk, notice};
use testing::{Sheet, TestApp};

#[tokio::test]
async fn copy_is_a_draft_with_the_same_content_but_its_date() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = "veranstaltungen/kongress-2018";
    let original = Sheet::of(&editor.page(&desk(path)).await, FORM);
    let reply = act(&editor, path, "kopie", &[("body", "Noch nicht gespeichert")]).await;
    assert_eq!(notice(&reply), "kopiert");
    let page = editor.page(reply.header(header::LOCATION)).await;
    let copy = Sheet::of(&page, FORM);
    assert_eq!(copy.get("matter.title"), format!("{} (Kopie)", original.get("matter.title")));
    for name in ["matter.summary", "body", "matter.links.zahl", "matter.links.0.to", "matter.municipality"] {
        assert_eq!(copy.get(name), original.get(name), "{name}");
    }
    for name in ["matter.when", "matter.certainty", "table.starts", "table.ends"] {
        assert_eq!(copy.get(name), "", "{name}");
    }
    assert_ne!(original.get("matter.when"), "");
    assert_eq!(copy.get("zustand"), "draft");
    let text = desk(&format!("veranstaltungen/{}/sprachen/en", copy.get("slug")));
    assert_eq!(Sheet::of(&editor.page(&text).await, FORM).get("review"), "draft");
    assert_eq!(editor.page(&desk(path)).await.texts(".desk-unsent").len(), 1, "what was typed is offered");
    let second = act(&editor, path, "kopie", &[]).await;
    assert_eq!(second.status, StatusCode::SEE_OTHER, "a second copy has an address of its own");
}
