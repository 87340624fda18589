//! Pages that say what went wrong.

use axum::http::{Method, Request, StatusCode, header};
use testing::TestApp;
use testing::html::faults;

#[tokio::test]
async fn unknown_address_gets_a_page_in_the_visitors_language() {
    let app = TestApp::new().await;
    for (path, language, title) in [
        ("/gibt-es-nicht", "de", "Hier reißt der Faden."),
        ("/en/gibt-es-nicht", "en", "The thread breaks here."),
        ("/veranstaltungen/gibt-es-nicht", "de", "Hier reißt der Faden."),
        ("/veranstaltungen/GROSS", "de", "Hier reißt der Faden."),
        ("/assets/site-0.css", "de", "Hier reißt der Faden."),
    ] {
        let reply = app.get(path).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{path}");
        let page = reply.page();
        assert_eq!(page.text("h1"), title, "{path}");
        assert_eq!(faults(&page, language), Vec::<String>::new(), "{path}");
    }
}

#[tokio::test]
async fn breakage_shows_an_id_and_not_its_cause() {
    let app = TestApp::new().await;
    app.execute("DROP TABLE gaps").await;
    for (path, language) in [("/veranstaltungen/kongress-2018", "de"), ("/en/veranstaltungen/kongress-2018", "en")] {
        let reply = app.get(path).await;
        assert_eq!(reply.status, StatusCode::INTERNAL_SERVER_ERROR);
        let page = reply.page();
        assert_eq!(faults(&page, language), Vec::<String>::new());
        let id = page.text(".error-id").rsplit(' ').next().unwrap().to_owned();
        assert_eq!(id.len(), 36, "{id}");
        assert!(!page.source.contains("gaps"), "the page tells the cause");
    }
}

#[tokio::test]
async fn slash_at_the_end_leads_to_the_address_without_it() {
    let app = TestApp::new().await;
    for (from, to) in [("/en/", "/en"), ("/prozess/", "/prozess"), ("/en/faden/?jahr=2019", "/en/faden?jahr=2019")] {
        let reply = app.get(from).await;
        assert_eq!((reply.status, reply.header(header::LOCATION)), (StatusCode::PERMANENT_REDIRECT, to));
    }
}

#[tokio::test]
async fn no_address_makes_us_lead_a_visitor_to_another_host() {
    let app = TestApp::new().await;
    for address in
        ["//elsewhere.example/", "/\\elsewhere.example/", "/en//elsewhere.example", "/en/\\elsewhere.example/x"]
    {
        let reply = app.get(address).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{address}");
        let page = reply.page();
        for href in page.attributes("a", "href") {
            assert!(!href.contains("elsewhere.example"), "{address} makes a link to {href}");
        }
    }
}

#[tokio::test]
async fn wrong_method_is_refused_with_a_page_that_is_no_success() {
    let app = TestApp::new().await;
    let reply = app.send(Request::builder().method(Method::POST).uri("/aktuelles")).await;
    assert_eq!(reply.status, StatusCode::METHOD_NOT_ALLOWED);
    assert!(reply.header(header::ALLOW).contains("GET"));
    assert_eq!(reply.page().text("h1"), "Diese Anfrage verstehen wir nicht.");
}

#[tokio::test]
async fn nonsense_in_the_address_is_the_visitors_page_or_a_refusal_but_never_breakage() {
    let app = TestApp::new().await;
    for address in [
        "/faden?jahr=9999999999&seite=-5",
        "/faden?seite=99999999999999999999",
        "/veranstaltungen?feld=%00&jahr=abc",
        "/aktuelles?seite=%F0%9F%92%A9",
        "/aktuelles/%FF%FE",
        "/faden?art=drop%20table",
        "/mitwirkende?kommune=%27%20OR%201%3D1&bereich=%00&station=x",
        "/faden/woher/veranstaltungen/%2e%2e%2f",
        "/en/en/prozess",
    ] {
        let status = app.get(address).await.status;
        assert!(status == StatusCode::OK || status.is_client_error(), "{address}: {status}");
    }
}
