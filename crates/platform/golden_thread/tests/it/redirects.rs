//! Where the former address of an entry leads.

use axum::http::{StatusCode, header};
use testing::TestApp;
use testing::accounts::Role;
use testing::editor::{begin_news, change, press};

/// Lets the entry of a kind have had another address.
async fn had(app: &TestApp, kind: &str, former: &str, today: &str) {
    app.execute(&format!(
        "INSERT INTO redirects (kind, slug, entry_id) \
         SELECT kind, '{former}', id FROM entries WHERE kind = '{kind}' AND slug = '{today}'"
    ))
    .await;
}

async fn slug(app: &TestApp, kind: &str) -> String {
    let sql = format!("SELECT slug FROM entries WHERE kind = '{kind}' AND state = 'published' ORDER BY slug LIMIT 1");
    let mut reader = app.db.db.read().await.unwrap();
    let sql = sqlx::AssertSqlSafe(sql);
    db::on!(&mut reader.conn(), |c| sqlx::query_scalar(sql).fetch_one(c).await).unwrap()
}

#[tokio::test]
async fn former_address_leads_to_the_new_one_even_if_it_is_a_part_of_other_words() {
    let app = TestApp::new().await;
    for (kind, base, former) in [
        ("event", "/veranstaltungen", "veranstaltung"),
        ("event", "/veranstaltungen", "veranstaltungen"),
        ("event", "/veranstaltungen", "e"),
        ("event", "/veranstaltungen", "en"),
        ("phase", "/prozess/phasen", "phase"),
        ("phase", "/prozess/phasen", "prozess"),
        ("page", "/seiten", "seite"),
        ("news", "/aktuelles", "aktuell"),
        ("project", "/projekte", "projekt"),
        ("paper", "/papiere", "papier"),
        ("body", "/mitwirkende", "mit"),
    ] {
        let today = slug(&app, kind).await;
        had(&app, kind, former, &today).await;
        for prefix in ["", "/en"] {
            let moved = app.get(&format!("{prefix}{base}/{former}")).await;
            assert_eq!(moved.status, StatusCode::PERMANENT_REDIRECT, "{kind} {former}");
            assert_eq!(moved.header(header::LOCATION), format!("{prefix}{base}/{today}"));
        }
        let folder = base.rsplit('/').next().unwrap();
        for way in ["woher", "wohin"] {
            let moved = app.get(&format!("/faden/{way}/{folder}/{former}")).await;
            assert_eq!(moved.header(header::LOCATION), format!("/faden/{way}/{folder}/{today}"));
        }
    }
}

#[tokio::test]
async fn address_that_comes_back_leads_no_browser_in_a_circle() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Alt").await;
    press(&editor, &path, "veroeffentlichen", &[]).await;
    for (from, to) in [("alt", "anders"), ("anders", "alt")] {
        change(&editor, &format!("aktuelles/{from}"), &[("slug", to)]).await;
        press(&editor, &format!("aktuelles/{from}"), "veroeffentlichen", &[]).await;
        assert_eq!(app.get(&format!("/aktuelles/{to}")).await.status, StatusCode::OK);
        let moved = app.get(&format!("/aktuelles/{from}")).await;
        assert_eq!(moved.header(header::LOCATION), format!("/aktuelles/{to}"));
        // Without it a browser keeps a permanent redirect for ever, and goes from one to the other and back.
        assert_eq!(moved.header(header::CACHE_CONTROL), "no-cache");
    }
}
