//! The log of what people do at the desk: every act leads to what it was about.

use accounts::Role;
use axum::http::StatusCode;
use media::samples::photo;
use testing::editor::{begin_news, notice, press};
use testing::media_desk::{COMPLETE, upload};
use testing::{Sheet, TestApp};

const FORM: &str = "form.desk-form";

#[tokio::test]
async fn acts_on_entries_media_lists_and_settings_lead_to_their_pages() {
    let app = TestApp::new().await;
    let boss = app.as_role(Role::Administrator).await;
    let news = begin_news(&boss, "Ein Anfang").await;
    notice(&press(&boss, &news, "veroeffentlichen", &[]).await);
    upload(&app, &boss, &COMPLETE, ("saal.jpg", &photo(60, 40, 1))).await;
    for (path, field) in [("/redaktion/kontakte", "contact.0.role.de"), ("/redaktion/quellen", "source.0.name.de")] {
        let form = Sheet::of(&boss.page(path).await, FORM).set(field, "Leitstelle");
        assert_eq!(boss.post(path, &form.pressed("speichern")).await.status, StatusCode::SEE_OTHER, "{path}");
    }
    let log = boss.page("/redaktion/protokoll").await;
    let links = log.attributes("tbody a", "href");
    let news = format!("/redaktion/eintraege/{news}");
    for expected in [news.as_str(), "/redaktion/medien/saal", "/redaktion/kontakte", "/redaktion/quellen"] {
        assert!(links.iter().any(|link| link == expected), "{expected} in {links:?}");
    }
    for link in &links {
        assert_eq!(boss.get(link).await.status, StatusCode::OK, "{link}");
    }
    let words = log.texts("tbody td:last-child");
    for expected in ["Ein Anfang", "Kontakte", "Quellen"] {
        assert!(words.contains(&expected.to_owned()), "{expected} in {words:?}");
    }
    assert!(words.iter().all(|words| !words.is_empty()), "{words:?}");
}

#[tokio::test]
async fn row_of_an_earlier_version_without_a_label_is_named_by_its_place() {
    let app = TestApp::new().await;
    let boss = app.as_role(Role::Administrator).await;
    let form = Sheet::of(&boss.page("/redaktion/quellen").await, FORM).set("source.0.name.de", "Leitstelle");
    boss.post_and_follow("/redaktion/quellen", &form.pressed("speichern")).await;
    app.execute("UPDATE audit SET label = '' WHERE deed = 'setting_changed'").await;
    let log = boss.page("/redaktion/protokoll?tat=setting_changed").await;
    assert_eq!(log.texts("tbody td:last-child a"), ["quellen"]);
}
