//! Links to a preview: for whoever has them, as long as who made them could show the draft themselves.

use accounts::Role;
use axum::http::{StatusCode, header};
use jiff::SignedDuration;
use testing::editor::{begin_news, press};
use testing::html::faults;
use testing::{Sheet, Someone, TestApp};

const FORM: &str = "form.desk-form";

async fn link(person: &Someone<'_>, path: &str) -> String {
    let reply = press(person, path, "vorschau", &[]).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    reply.header(header::LOCATION).to_owned()
}

async fn status(app: &TestApp, link: &str) -> StatusCode {
    app.get(link).await.status
}

fn desk(path: &str) -> String {
    format!("/redaktion/eintraege/{path}")
}

#[tokio::test]
async fn link_is_listed_at_its_entry_and_can_be_revoked_by_whoever_may_write_it() {
    let app = TestApp::new().await;
    let (anna, ben) = (app.as_role(Role::Editor).await, app.as_role(Role::Editor).await);
    let path = begin_news(&anna, "Noch geheim").await;
    assert_eq!(anna.page(&desk(&path)).await.texts(".desk-previews li"), [""; 0]);
    let (first, second) = (link(&anna, &path).await, link(&ben, &path).await);
    let page = anna.page(&desk(&path)).await;
    assert_eq!(faults(&page, "de"), Vec::<String>::new());
    let told = page.texts(".desk-previews li > p");
    assert_eq!(told.len(), 2);
    assert!(told.iter().all(|told| told.ends_with("gilt bis 7. Dezember 2026, 13:00 Uhr")), "{told:?}");
    assert!(!page.source.contains(first.trim_start_matches("/vorschau/")), "the secret is told once");
    let ids = page.attributes(".desk-previews li button[name='link']", "value");
    let form = Sheet::of(&page, FORM);
    let pressing = |link: &str| form.clone().set("link", link);
    let revoke = format!("{}/vorschau/ruecknahme", desk(&path));
    let foreign = app.limited(Role::Editor, "veranstaltungen/kongress-2018").await;
    assert_eq!(foreign.post(&revoke, &pressing(&ids[0]).pressed("")).await.status, StatusCode::FORBIDDEN);
    assert_eq!((status(&app, &first).await, status(&app, &second).await), (StatusCode::OK, StatusCode::OK));
    let mine = told.iter().position(|told| told.contains("von Person 1")).unwrap();
    let page = ben.post_and_follow(&revoke, &pressing(&ids[mine]).pressed("")).await;
    assert_eq!(page.text(".notice.is-done"), "Zurückgezogen. Wer den Link hat, sieht die Vorschau nicht mehr.");
    assert_eq!((status(&app, &first).await, status(&app, &second).await), (StatusCode::NOT_FOUND, StatusCode::OK));
    assert_eq!(ben.post(&revoke, &pressing(&ids[mine]).pressed("")).await.status, StatusCode::NOT_FOUND);
    let third = link(&anna, &path).await;
    anna.post_and_follow(&revoke, &pressing("alle").pressed("")).await;
    for link in [second, third] {
        assert_eq!(status(&app, &link).await, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn link_opens_nothing_once_its_maker_may_not_write_the_entry() {
    let app = TestApp::new().await;
    let boss = app.as_role(Role::Administrator).await;
    let anna = app.as_role(Role::Editor).await;
    let path = begin_news(&anna, "Noch geheim").await;
    let link = link(&anna, &path).await;
    assert_eq!(status(&app, &link).await, StatusCode::OK);
    boss.post_and_follow(&format!("/redaktion/personen/{}/sperre", anna.id), &[]).await;
    assert_eq!(status(&app, &link).await, StatusCode::NOT_FOUND);
    boss.post_and_follow(&format!("/redaktion/personen/{}/freigabe", anna.id), &[]).await;
    assert_eq!(status(&app, &link).await, StatusCode::OK);
    app.execute("DELETE FROM grants WHERE role = 'editor'").await;
    assert_eq!(status(&app, &link).await, StatusCode::NOT_FOUND);
}

/// The number of links to previews that are kept.
const KEPT: &str = "SELECT COUNT(*) FROM passes WHERE purpose = 'preview'";

#[tokio::test]
async fn secret_of_a_link_is_right_to_the_letter_or_none_and_ended_links_are_cleaned_up() {
    let app = TestApp::new().await;
    let anna = app.as_role(Role::Editor).await;
    let path = begin_news(&anna, "Noch geheim").await;
    let link = link(&anna, &path).await;
    let secret = link.trim_start_matches("/vorschau/");
    for wrong in [secret.to_uppercase(), format!("{secret}0"), secret[2..].to_owned()] {
        assert_eq!(status(&app, &format!("/vorschau/{wrong}")).await, StatusCode::NOT_FOUND, "{wrong}");
    }
    assert_eq!(status(&app, &format!("/en{link}")).await, StatusCode::OK);
    assert_eq!(app.number(KEPT).await, 1);
    app.settle().await;
    app.clock.advance(SignedDuration::from_hours(24 * 14 - 1));
    app.settle().await;
    assert_eq!((status(&app, &link).await, app.number(KEPT).await), (StatusCode::OK, 1));
    app.clock.advance(SignedDuration::from_hours(25));
    app.settle().await;
    assert_eq!((status(&app, &link).await, app.number(KEPT).await), (StatusCode::NOT_FOUND, 0));
}
