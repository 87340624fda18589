//! Deleted drafts: gone from lists, brought back, and after thirty days gone for good.

use accounts::Role;
use axum::http::{StatusCode, header};
use jiff::SignedDuration;
use testing::editor::{FORM, act, begin_news, change, desk, notice, publish};
use testing::{Page, Sheet, Someone, TestApp};

const BIN: &str = "/redaktion/eintraege/papierkorb";

/// Deletes a draft with the button beside its form, and gives the page that follows.
async fn delete(editor: &Someone<'_>, path: &str) -> Page {
    let reply = act(editor, path, "loeschung", &[]).await;
    assert_eq!(notice(&reply), "geloescht");
    let gone = editor.get(reply.header(header::LOCATION)).await;
    assert_eq!(gone.status, StatusCode::GONE);
    gone.page()
}

/// True if lists, suggestions or the start page of the desk name a title.
async fn is_listed(editor: &Someone<'_>, title: &str) -> bool {
    let suggestions = editor.get(&desk(&format!("vorschlaege?q={title}"))).await;
    let mut pages = vec![String::from_utf8_lossy(&suggestions.bytes).into_owned()];
    for path in ["/redaktion", "/redaktion/eintraege"] {
        pages.push(editor.page(path).await.source);
    }
    pages.iter().any(|page| page.contains(title))
}

#[tokio::test]
async fn deleted_draft_is_nowhere_but_in_the_bin_and_comes_back_with_its_versions() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Verklickt").await;
    change(&editor, &path, &[("body", "Wir laden ein.")]).await;
    assert!(is_listed(&editor, "Verklickt").await);
    let page = delete(&editor, &path).await;
    assert_eq!(page.text("h1"), "»Verklickt« liegt im Papierkorb");
    assert_eq!(page.texts(".notice.is-done"), ["Gelöscht. Der Entwurf liegt im Papierkorb."]);
    assert!(!is_listed(&editor, "Verklickt").await);

    let bin = editor.page(BIN).await;
    assert_eq!(bin.texts("tbody th"), ["Verklickt"]);
    let back = bin.attributes("tbody form", "action").remove(0);
    let page = editor.post_and_follow(&back, &[]).await;
    assert_eq!(page.texts(".notice.is-done"), ["Der Entwurf ist wieder da, mit allen Fassungen."]);
    assert_eq!(Sheet::of(&page, FORM).get("body").trim(), "Wir laden ein.");
    assert!(is_listed(&editor, "Verklickt").await);
    assert_eq!(editor.page(BIN).await.texts("tbody th"), [""; 0]);
    let history = editor.page(&desk(&format!("{path}/fassungen"))).await.texts(".desk-history-act");
    assert_eq!(history[..2], ["Aus dem Papierkorb zurückgeholt", "Gelöscht, in den Papierkorb"]);
    let chief = app.as_role(Role::Administrator).await;
    let log = chief.page("/redaktion/protokoll").await.texts("tbody td").join(" | ");
    assert!(log.contains("Entwurf gelöscht") && log.contains("zurückgeholt"), "{log}");
}

#[tokio::test]
async fn what_was_ever_public_is_not_deleted() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Öffentlich").await;
    assert!(editor.page(&desk(&path)).await.source.contains("/loeschung"), "a draft has the button");
    publish(&editor, &path).await;
    let refused = async || {
        assert!(!editor.page(&desk(&path)).await.source.contains("/loeschung"));
        let refused = act(&editor, &path, "loeschung", &[]).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        assert!(refused.page().text(".error-summary").starts_with("Dieser Eintrag war schon öffentlich"));
    };
    refused().await;
    act(&editor, &path, "ruecknahme", &[("grund", "Irrtum")]).await;
    refused().await;
    assert_eq!(app.number("SELECT COUNT(*) FROM binned").await, 0);
}

#[tokio::test]
async fn draft_that_something_public_names_is_not_deleted_and_other_drafts_are_told() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Ziel").await;
    let (draft, public) = (begin_news(&editor, "Entwurf daneben").await, begin_news(&editor, "Draußen").await);
    name(&editor, &draft, &path).await;
    let page = delete(&editor, &path).await;
    assert_eq!(page.texts("section[aria-labelledby=naming] a"), ["Entwurf daneben"]);
    // Without it, the other draft could not be saved any more.
    app.clock.advance(SignedDuration::from_hours(32 * 24));
    app.run_due_jobs().await;
    assert_eq!(app.number("SELECT COUNT(*) FROM binned").await, 1);

    let editor = app.as_role(Role::Editor).await;
    editor.post_and_follow(&desk(&format!("{path}/rueckkehr")), &[]).await;
    name(&editor, &public, &path).await;
    publish(&editor, &public).await;
    let refused = act(&editor, &path, "loeschung", &[]).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    let told = refused.page().text(".error-summary");
    assert!(told.starts_with("Nicht gelöscht") && told.ends_with(": Draußen."), "{told}");
}

/// Links an entry to another one.
async fn name(editor: &Someone<'_>, path: &str, other: &str) {
    let relation = ("matter.links.0.relation", "documented_in");
    let link = [("matter.links.zahl", "1"), relation, ("matter.links.0.to", other)];
    assert_eq!(notice(&change(editor, path, &link).await), "gespeichert");
}

#[tokio::test]
async fn form_that_is_saved_after_the_deletion_loses_nothing() {
    let app = TestApp::new().await;
    let (first, second) = (app.as_role(Role::Editor).await, app.as_role(Role::Editor).await);
    let path = begin_news(&first, "Zu spät").await;
    let form = Sheet::of(&second.page(&desk(&path)).await, FORM).set("body", "Noch nicht gespeichert");
    delete(&first, &path).await;
    for button in ["speichern", "veroeffentlichen"] {
        let late = second.post(&desk(&path), &form.pressed(button)).await;
        assert_eq!(late.status, StatusCode::CONFLICT, "{button}");
        let page = late.page();
        assert!(page.text(".error-summary").starts_with("Jemand hat diesen Entwurf inzwischen gelöscht."));
        assert_eq!(Sheet::of(&page, FORM).get("body"), "Noch nicht gespeichert");
        assert_eq!(page.attributes(".error-summary button", "formaction"), [desk(&format!("{path}/rueckkehr"))]);
    }
    let back = second.post(&desk(&format!("{path}/rueckkehr")), &form.pressed("")).await;
    assert_eq!(notice(&back), "zurueckgeholt");
    let page = second.page(&desk(&path)).await;
    assert_eq!(page.texts(".desk-unsent").len(), 1, "the text is offered");
    let saved = second.post(&desk(&path), &form.pressed("speichern")).await;
    assert_eq!(notice(&saved), "gespeichert");
}

#[tokio::test]
async fn after_thirty_days_a_deleted_draft_is_gone_for_good() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let before = app.number("SELECT COUNT(*) FROM entries").await;
    let path = begin_news(&editor, "Endgültig").await;
    change(&editor, &path, &[("body", "Wir laden ein.")]).await;
    delete(&editor, &path).await;
    app.clock.advance(SignedDuration::from_hours(30 * 24 - 1));
    app.run_due_jobs().await;
    assert_eq!(app.number("SELECT COUNT(*) FROM binned").await, 1);
    app.clock.advance(SignedDuration::from_hours(25));
    app.run_due_jobs().await;
    assert_eq!(app.number("SELECT COUNT(*) FROM binned").await, 0);
    assert_eq!(app.number("SELECT COUNT(*) FROM entries").await, before);
    assert_eq!(app.number("SELECT COUNT(*) FROM revisions WHERE document LIKE '%Endgültig%'").await, 0);
    let editor = app.as_role(Role::Editor).await;
    assert_eq!(editor.get(&desk(&path)).await.status, StatusCode::NOT_FOUND);
}
