//! Clients that are slow, silent or many: they keep nobody else out.

use std::net::SocketAddr;
use std::time::Duration;

use axum::http::{Request, StatusCode};
use testing::TestApp;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use web::{Limits, Proxies};

/// Far more than an answer takes, and less than a connection may rest.
const SOON: Duration = Duration::from_secs(10);
const GET: &[u8] = b"GET /healthz HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n";

/// A server on loopback with so many places, which ends with the test.
async fn server(connections: usize) -> SocketAddr {
    let app = TestApp::new().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let limits = Limits { connections, ..Limits::default() };
    tokio::spawn(async move {
        let never = std::future::pending();
        web::serve_within(limits, listener, app.service.clone(), Proxies::default(), never).await;
    });
    address
}

async fn connect(server: SocketAddr, first: &[u8]) -> TcpStream {
    let mut stream = TcpStream::connect(server).await.unwrap();
    stream.write_all(first).await.unwrap();
    stream
}

/// What comes until the connection ends; it must end soon.
async fn rest(mut stream: TcpStream) -> String {
    let mut answer = Vec::new();
    // A connection that was closed with unread bytes ends with an error.
    let _ = tokio::time::timeout(SOON, stream.read_to_end(&mut answer)).await.expect("the server hangs up");
    String::from_utf8_lossy(&answer).into_owned()
}

async fn is_answered(server: SocketAddr) -> bool {
    rest(connect(server, GET).await).await.ends_with("ok\n")
}

#[tokio::test]
async fn connections_that_say_nothing_make_room_for_newcomers() {
    let server = server(4).await;
    let silent = [connect(server, b"").await, connect(server, b"GET / HT").await];
    let mut kept = connect(server, b"GET /healthz HTTP/1.1\r\nhost: a\r\n\r\n").await;
    assert!(kept.read(&mut [0; 4096]).await.unwrap() > 0, "answered, and kept open");
    let mut more = Vec::new();
    for _ in 0..6 {
        more.push(connect(server, b"").await);
        assert!(is_answered(server).await);
    }
    for stream in silent {
        assert_eq!(rest(stream).await, "", "who has rested longest was sent away");
    }
}

#[tokio::test]
async fn clients_that_do_not_take_their_answers_make_room_for_newcomers() {
    let server = server(4).await;
    let page = b"GET /prozess HTTP/1.1\r\nhost: a\r\n\r\n".repeat(2_000);
    let mut reluctant = Vec::new();
    for _ in 0..4 {
        let mut stream = TcpStream::connect(server).await.unwrap();
        // Sent until the server takes no more, because it cannot get rid of its answers.
        let _ = tokio::time::timeout(Duration::from_millis(500), stream.write_all(&page)).await;
        reluctant.push(stream);
    }
    assert!(is_answered(server).await);
}

#[tokio::test]
async fn strangers_at_the_way_in_send_forms_as_small_as_on_the_public_site() {
    let app = TestApp::new().await;
    for path in ["/anmelden", "/anmelden/passwort", "/anmelden/passkey", "/en/anmelden"] {
        let request = Request::post(path).header("sec-fetch-site", "same-origin");
        let reply = app.send_form(request, "a".repeat(64 * 1024 + 1)).await;
        assert_eq!(reply.status, StatusCode::PAYLOAD_TOO_LARGE, "{path}");
    }
}
