//! The public sees what is published, and no trace of anything else.

use axum::http::StatusCode;
use testing::TestApp;

const FORUM: &str = "/veranstaltungen/forum-4-vielfalt";
const AGREEMENT: &str = "/verabredungen/bildungspartnerschaften-mit-eltern";

#[tokio::test]
async fn unpublished_entry_answers_404_and_is_named_nowhere() {
    let app = TestApp::new().await;
    let lists = ["/", "/verabredungen", "/faden", FORUM, "/handlungsfelder/vielfalt"];
    for path in lists {
        let page = app.page(path).await;
        // The start page shows it only if it is one of the highlighted entries.
        if path != "/" {
            assert!(page.source.contains(AGREEMENT), "{path} shows the agreement while it is published");
        }
    }
    for state in ["draft", "withdrawn"] {
        app.execute(&format!("UPDATE entries SET state = '{state}' WHERE slug = 'bildungspartnerschaften-mit-eltern'"))
            .await;
        for prefix in ["", "/en"] {
            assert_eq!(app.get(&format!("{prefix}{AGREEMENT}")).await.status, StatusCode::NOT_FOUND, "{state}");
            for path in lists {
                let address = if path == "/" && prefix == "/en" { "/en".to_owned() } else { format!("{prefix}{path}") };
                let page = app.page(&address).await;
                assert!(!page.source.contains(AGREEMENT), "{prefix}{path} names a {state} entry");
            }
        }
    }
}

#[tokio::test]
async fn no_way_leads_through_an_unpublished_entry() {
    let app = TestApp::new().await;
    let fachtag = "/faden/woher/veranstaltungen/fachtag-gemeinsam-chancen-schaffen-2019";
    assert!(app.page(fachtag).await.source.contains(FORUM));
    app.execute("UPDATE entries SET state = 'draft' WHERE slug = 'bildungspartnerschaften-mit-eltern'").await;
    assert!(!app.page(fachtag).await.source.contains(FORUM));
}

#[tokio::test]
async fn withdrawn_link_is_followed_no_more() {
    let app = TestApp::new().await;
    app.execute(
        "UPDATE links SET withdrawn_at = 1, withdrawn_why = 'Irrtum' WHERE from_id = \
         (SELECT id FROM entries WHERE slug = 'bildungspartnerschaften-mit-eltern') AND relation = 'agreed_in'",
    )
    .await;
    assert!(
        !app.page(AGREEMENT).await.texts(".is-fan .path-title").iter().any(|title| title.contains("Themenforum 04"))
    );
}
