//! The scope of a role is found by a part of its name, and the roles are explained where they are given.

use accounts::Role;
use axum::http::{StatusCode, header};
use testing::html::faults;
use testing::{Page, Reply, Someone, TestApp};

const INVITATION: &str = "/redaktion/personen/einladung";

/// Sends the invitation of an organiser with these values for the scope.
async fn invite(boss: &Someone<'_>, scope: &[(&str, &str)]) -> Reply {
    let known = [("name", "Berta"), ("email", "berta@ort.example"), ("rolle", "organiser")];
    let fields: Vec<(&str, &str)> = known.iter().chain(scope).copied().collect();
    boss.post(INVITATION, &fields).await
}

fn hits(page: &Page) -> (Vec<String>, Vec<String>) {
    (page.texts(".desk-hits label"), page.attributes(".desk-hits input", "value"))
}

#[tokio::test]
async fn part_of_a_name_that_fits_several_asks_which_one() {
    let app = TestApp::new().await;
    let boss = app.as_role(Role::Administrator).await;
    let reply = invite(&boss, &[("geltung", "initiative"), ("eintrag", "universität")]).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = reply.page();
    assert_eq!(faults(&page, "de"), Vec::<String>::new());
    assert_eq!(page.attributes(".error-summary a", "href"), ["#form-eintrag"]);
    let (labels, values) = hits(&page);
    assert!(labels.contains(&"Universität Duisburg-Essen (Organisation)".to_owned()), "{labels:?}");
    assert!(values.len() > 1 && values.contains(&"mitwirkende/universitaet-duisburg-essen".to_owned()), "{values:?}");
    assert_eq!(app.number("SELECT COUNT(*) FROM persons").await, 1);
    let chosen =
        [("geltung", "initiative"), ("eintrag", "universität"), ("treffer", "mitwirkende/universitaet-duisburg-essen")];
    let reply = invite(&boss, &chosen).await;
    let page = boss.page(reply.header(header::LOCATION)).await;
    assert_eq!(page.texts("tbody th"), ["Veranstalten (Universität Duisburg-Essen)"]);
    app.settle().await;
}

#[tokio::test]
async fn whole_name_and_every_suggestion_name_one_entry() {
    let app = TestApp::new().await;
    let boss = app.as_role(Role::Administrator).await;
    let anna = app.as_person(&[]).await;
    let roles = format!("/redaktion/personen/{}/rollen", anna.id);
    let reply = boss.get("/redaktion/personen/vorschlaege?q=kongress").await;
    assert_eq!(reply.header(header::CONTENT_TYPE), "application/json");
    let texts: Vec<String> = serde_json::from_slice(&reply.bytes).unwrap();
    let congress =
        "Kongress ZukunftsBildung Ruhr 2018 (Veranstaltung, 2018) · veranstaltungen/kongress-2018".to_owned();
    assert!(texts.contains(&congress), "{texts:?}");
    for (text, label) in [
        (congress.as_str(), "Redaktion (Kongress ZukunftsBildung Ruhr 2018)"),
        ("universität duisburg-essen", "Redaktion (Universität Duisburg-Essen)"),
        ("Vielfalt", "Redaktion (04 Vielfalt)"),
    ] {
        let fields = [("rolle", "editor"), ("geltung", "initiative"), ("eintrag", text)];
        let page = boss.post_and_follow(&roles, &fields).await;
        assert!(page.texts("tbody th").contains(&label.to_owned()), "{:?}", page.texts("tbody th"));
    }
    let nothing = boss.get("/redaktion/personen/vorschlaege?q=%25").await;
    assert_eq!(nothing.bytes, b"[]"[..], "a sign that is no letter finds nothing");
}

#[tokio::test]
async fn search_shows_hits_and_keeps_the_form_without_inviting_anybody() {
    let app = TestApp::new().await;
    let boss = app.as_role(Role::Administrator).await;
    let search = |text: &'static str| [("geltung", "initiative"), ("eintrag", text), ("suche", "ja")];
    let reply = invite(&boss, &search("universität")).await;
    assert_eq!(reply.status, StatusCode::OK);
    let page = reply.page();
    assert_eq!(faults(&page, "de"), Vec::<String>::new());
    assert!(hits(&page).0.len() > 1);
    assert_eq!(page.attributes("#form-name", "value"), ["Berta"]);
    assert_eq!(page.attributes("input[name=rolle][checked]", "value"), ["organiser"]);
    let page = invite(&boss, &search("ruhrfutur")).await.page();
    assert_eq!(
        page.attributes("#form-eintrag", "value"),
        ["RuhrFutur (Organisation) · mitwirkende/ruhrfutur"],
        "what is called exactly so is taken"
    );
    for text in ["", "gibt es nicht"] {
        let reply = invite(&boss, &search(text)).await;
        assert_eq!(reply.page().attributes(".error-summary a", "href"), ["#form-eintrag"], "{text}");
    }
    let page = invite(&boss, &search("a")).await.page();
    assert_eq!(hits(&page).0.len(), 12, "the first of many");
    assert!(page.text("#form-eintrag-error").contains("mehr als 12"), "{}", page.text("#form-eintrag-error"));
    assert_eq!(app.number("SELECT COUNT(*) FROM persons").await, 1);
}

#[tokio::test]
async fn scope_that_contradicts_itself_is_refused() {
    let app = TestApp::new().await;
    let boss = app.as_role(Role::Administrator).await;
    for (scope, fault) in [
        (&[("geltung", "handlungsfelder/vielfalt"), ("eintrag", "ruhrfutur")][..], "#form-geltung"),
        (&[("geltung", "seite"), ("eintrag", " ")], "#form-eintrag"),
        (&[("geltung", "handlungsfelder/nichts"), ("eintrag", "")], "#form-geltung"),
        (&[("geltung", "seite"), ("eintrag", ""), ("treffer", "aktuelles/x")], "#form-eintrag"),
    ] {
        let reply = invite(&boss, scope).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{scope:?}");
        assert_eq!(reply.page().attributes(".error-summary a", "href"), [fault], "{scope:?}");
    }
    assert_eq!(app.settle().await, []);
}

#[tokio::test]
async fn every_role_is_explained_where_it_is_given() {
    let app = TestApp::new().await;
    let boss = app.as_role(Role::Administrator).await;
    let roles = format!("/redaktion/personen/{}/rollen", boss.id);
    for path in [INVITATION, &roles] {
        let page = boss.page(path).await;
        let told = page.texts("#form-rolle label");
        assert_eq!(told.len(), Role::ALL.len());
        assert!(told[2].starts_with("Veranstalten: schreibt und veröffentlicht die Veranstaltungen"), "{told:?}");
        let page = boss.page(&format!("/en{path}")).await;
        assert_eq!(faults(&page, "en"), Vec::<String>::new());
        assert!(page.texts("#form-rolle label")[0].starts_with("Administration: invites people,"));
    }
}
