//! Clients that are slow, silent or many: they keep nobody else out, and take little memory.

use std::io::{Read as _, Write as _};
use std::net::SocketAddr;
use std::time::Duration;

use axum::http::{Request, StatusCode};
use testing::TestApp;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use web::{Limits, Proxies};

use crate::program::Server;

/// Far more than an answer takes, and less than a connection may rest.
const SOON: Duration = Duration::from_secs(10);
const MEBIBYTE: usize = 1 << 20;
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

#[test]
fn process_that_may_open_few_files_answers_newcomers_and_says_so_once() {
    let directory = tempfile::tempdir().unwrap();
    let data = directory.path().join("data");
    // The content is imported with as many files as it likes.
    drop(Server::start(&data));
    let server = Server::start_with_few_files(&data, 160);
    let address = server.address();
    let silent: Vec<_> = (0..400).filter_map(|_| std::net::TcpStream::connect(address).ok()).collect();
    for _ in 0..5 {
        let mut stream = std::net::TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(SOON)).unwrap();
        stream.write_all(GET).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer soon");
        assert!(answer.ends_with("ok\n"), "{answer}");
    }
    drop(silent);
    let (_, log) = server.stop();
    assert_eq!(log.matches("nofile").count(), 1, "{log}");
    assert!(log.matches("could not be accepted").count() <= 1, "{log}");
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

/// Sends all of an upload but its end, and gives the connection.
async fn begin_upload(address: SocketAddr, cookie: &str, file: &[u8]) -> TcpStream {
    let part = "--B\r\nContent-Disposition: form-data; name=\"datei\"; filename=\"a.txt\"\r\n\r\n";
    let head = format!(
        "POST /redaktion/medien/neu HTTP/1.1\r\nhost: x\r\nconnection: close\r\nsec-fetch-site: same-origin\r\ncookie: {cookie}\r\n\
         content-type: multipart/form-data; boundary=B\r\ncontent-length: {}\r\n\r\n{part}",
        part.len() + file.len() + END.len()
    );
    let mut stream = connect(address, head.as_bytes()).await;
    // Who finds no place is not read.
    let _ = tokio::time::timeout(Duration::from_secs(2), stream.write_all(file)).await;
    stream
}

/// How long an upload waits for its place.
const PLACE_WAIT: Duration = Duration::from_secs(10);
const END: &[u8] = b"\r\n--B--\r\n";

#[tokio::test(flavor = "multi_thread")]
async fn many_uploads_at_once_take_little_memory_and_those_beyond_are_told_to_come_back() {
    let directory = tempfile::tempdir().unwrap();
    let server = Server::start(&directory.path().join("data"));
    let (address, cookie) = (server.address().parse().unwrap(), server.sign_in());
    let before = server.memory();
    let file = vec![b'a'; 20 * MEBIBYTE];
    let uploads = (0..24).map(|_| begin_upload(address, &cookie, &file));
    let mut uploads = futures_util::future::join_all(uploads).await;
    let grown = server.memory().saturating_sub(before);
    assert!(grown < 100 * MEBIBYTE, "{} MB more", grown / MEBIBYTE);
    assert!(is_answered(address).await, "everybody else is answered meanwhile");
    let answers = uploads.iter_mut().map(|stream| async move {
        let mut status = [0; 12];
        let answer = tokio::time::timeout(PLACE_WAIT + SOON, stream.read_exact(&mut status)).await;
        answer.is_ok().then(|| String::from_utf8_lossy(&status).into_owned())
    });
    let answers: Vec<String> = futures_util::future::join_all(answers).await.into_iter().flatten().collect();
    assert_eq!(answers, ["HTTP/1.1 503"; 8], "sixteen are on their way");
}
