//! What answers say of TLS, and which requests name their host.

use axum::http::{StatusCode, header};
use testing::{Reply, TestApp, exchange};

use crate::program::Server;

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

#[test]
fn request_that_names_no_host_or_two_is_refused_with_a_page() {
    let directory = tempfile::tempdir().unwrap();
    let data = directory.path().join("data");
    let server = Server::start_with(&data, &["--public-url", "https://ort.example"]);
    let refused = |head: &str| {
        let answer = exchange(server.address(), &format!("{head}\r\n\r\n")).unwrap();
        assert!(answer.starts_with("HTTP/1.1 400 ") || answer.starts_with("HTTP/1.0 400 "), "{head}: {answer}");
        let (headers, body) = answer.split_once("\r\n\r\n").unwrap();
        for header in ["strict-transport-security: max-age=31536000", "cache-control: no-store", "connection: close"] {
            assert!(headers.contains(header), "{head}: {headers}");
        }
        assert!(headers.contains("content-security-policy: "), "{headers}");
        assert!(body.contains("Diese Anfrage verstehen wir nicht."), "{head}: {body}");
    };
    refused("GET / HTTP/1.1");
    refused("GET /prozess HTTP/1.1\r\nhost: ort.example\r\nhost: ort.example");
    refused("GET /prozess HTTP/1.1\r\nhost: ort.example, evil.example");
    refused("GET / HTTP/1.0\r\nhost: a\r\nhost: b");
    refused("GET http://ort.example/prozess HTTP/1.1");
    refused("POST /kontakt HTTP/1.1\r\ncontent-length: 0");
    let answered = |head: &str| {
        let answer = exchange(server.address(), &format!("{head}\r\nconnection: close\r\n\r\n")).unwrap();
        assert!(answer.split(' ').nth(1) == Some("200") && answer.contains("<h1"), "{head}: {answer}");
    };
    answered("GET /prozess HTTP/1.0");
    answered("GET /prozess HTTP/1.1\r\nhost: ort.example");
    answered("GET /prozess HTTP/1.1\r\nhost: [2001:db8::1]:8080");
    // The host of an absolute address counts, whatever the header says; here neither decides anything.
    answered("GET http://ort.example/prozess HTTP/1.1\r\nhost: other.example");
}
