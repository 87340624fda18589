//! What answers say of TLS.

use axum::http::{StatusCode, header};
use testing::{Reply, TestApp};

const YEAR: &str = "max-age=31536000";

#[tokio::test]
async fn every_answer_of_a_site_with_tls_asks_browsers_to_come_back_over_tls_only() {
    let app = TestApp::new().await;
    let sheet = app.page("/").await.attributes("link[rel='stylesheet']", "href").remove(0);
    for (path, status) in [
        ("/", StatusCode::OK),
        // From memory.
        ("/", StatusCode::OK),
        (sheet.as_str(), StatusCode::OK),
        ("/healthz", StatusCode::OK),
        ("/anmelden", StatusCode::OK),
        ("/gibt-es-nicht", StatusCode::NOT_FOUND),
        ("/prozess/", StatusCode::PERMANENT_REDIRECT),
    ] {
        let reply = app.get(path).await;
        assert_eq!((reply.status, reply.header(header::STRICT_TRANSPORT_SECURITY)), (status, YEAR), "{path}");
    }
}

#[tokio::test]
async fn site_without_tls_does_not_speak_of_it() {
    let app = TestApp::new().await;
    let site = app.node(app.db.db.clone(), "http://ort.example").await;
    for path in ["/", "/", "/healthz", "/gibt-es-nicht"] {
        let request = axum::http::Request::get(path).body(axum::body::Body::empty()).unwrap();
        let reply = Reply::read(site.answer(request).await).await;
        assert_eq!(reply.header(header::STRICT_TRANSPORT_SECURITY), "", "{path}");
    }
}
