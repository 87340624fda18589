//! What every answer carries: closed policy, no cookie, languages, and weight.

use axum::http::{HeaderName, Request, StatusCode, header};
use testing::{PUBLIC_URL, TestApp};

#[tokio::test]
async fn every_answer_has_the_closed_policy_and_no_cookie() {
    let app = TestApp::new().await;
    for path in ["/", "/en/prozess", "/gibt-es-nicht", "/healthz"] {
        let reply = app.get(path).await;
        let policy = reply.header(header::CONTENT_SECURITY_POLICY);
        assert!(policy.starts_with("default-src 'none';") && !policy.contains("unsafe"), "{path}: {policy}");
        assert_eq!(reply.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff", "{path}");
        assert_eq!(reply.header(header::REFERRER_POLICY), "no-referrer", "{path}");
        assert_eq!(reply.header(HeaderName::from_static("cross-origin-opener-policy")), "same-origin", "{path}");
        assert!(reply.headers.get(header::SET_COOKIE).is_none(), "{path}");
    }
}

#[tokio::test]
async fn page_names_itself_and_its_twin_in_the_other_language() {
    let app = TestApp::new().await;
    let page = app.page("/en/veranstaltungen/kongress-2018").await;
    let link = |rel: &str| page.attributes(rel, "href");
    assert_eq!(link("link[rel='canonical']"), [format!("{PUBLIC_URL}/en/veranstaltungen/kongress-2018")]);
    assert_eq!(link("link[hreflang='de']"), [format!("{PUBLIC_URL}/veranstaltungen/kongress-2018")]);
    assert!(
        page.attributes(".site-languages a[hreflang='de']", "href")
            .contains(&"/veranstaltungen/kongress-2018".to_owned())
    );
}

#[tokio::test]
async fn switching_the_language_keeps_the_filters() {
    let app = TestApp::new().await;
    let page = app.page("/veranstaltungen?jahr=2019").await;
    assert_eq!(page.attributes(".site-languages a[hreflang='en']", "href"), ["/en/veranstaltungen?jahr=2019"]);
}

#[tokio::test]
async fn menu_marks_where_the_visitor_is() {
    let app = TestApp::new().await;
    let page = app.page("/veranstaltungen").await;
    assert_eq!(page.texts(".site-nav [aria-current='page']"), ["Veranstaltungen"]);
    let page = app.page("/veranstaltungen/kongress-2018").await;
    assert_eq!(page.texts(".site-nav [aria-current='true']"), ["Veranstaltungen"]);
}

#[tokio::test]
async fn start_page_and_its_style_weigh_at_most_60_kilobytes_compressed() {
    let app = TestApp::new().await;
    for path in ["/", "/en"] {
        let compressed = |path: String| app.send(Request::get(path).header(header::ACCEPT_ENCODING, "br"));
        let html = compressed(path.to_owned()).await;
        assert_eq!(html.header(header::CONTENT_ENCODING), "br");
        let style = app.page(path).await.attributes("link[rel='stylesheet']", "href").remove(0);
        let css = compressed(style).await;
        assert_eq!((css.status, css.header(header::CONTENT_ENCODING)), (StatusCode::OK, "br"));
        let weight = html.bytes.len() + css.bytes.len();
        assert!(weight <= 60_000, "{path} weighs {weight} bytes");
    }
}

#[tokio::test]
async fn fonts_of_a_first_view_weigh_at_most_80_kilobytes_and_may_be_kept_for_ever() {
    let app = TestApp::new().await;
    let fonts = app.page("/").await.attributes("link[rel='preload'][as='font']", "href");
    let mut weight = 0;
    for font in fonts {
        let reply = app.get(&font).await;
        assert_eq!(reply.header(header::CACHE_CONTROL), "public, max-age=31536000, immutable");
        weight += reply.bytes.len();
    }
    assert!((1..=80_000).contains(&weight), "{weight} bytes");
}

#[tokio::test]
async fn health_check_tells_whether_the_database_answers() {
    let app = TestApp::new().await;
    assert_eq!(app.get("/healthz").await.bytes, b"ok\n");
    app.db.db.close().await;
    // What was said holds for a second, so that nobody keeps the database busy by asking.
    let mut reply = app.get("/healthz").await;
    for _ in 0..200 {
        if reply.status != StatusCode::OK {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        reply = app.get("/healthz").await;
    }
    assert_eq!(reply.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(reply.bytes, b"the database cannot be read\n");
}
