//! The limits of the program as a process of its own: what strangers send takes few files and little memory, and what
//! names no host is refused before it is a request.

use std::io::{Read as _, Write as _};
use std::net::SocketAddr;
use std::time::Duration;

use testing::exchange;
use testing::wire::send;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::program::Server;

/// Far more than an answer takes, and less than a connection may rest.
const SOON: Duration = Duration::from_secs(10);
const MEBIBYTE: usize = 1 << 20;
const GET: &[u8] = b"GET /healthz HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n";
/// How long an upload waits for its place.
const PLACE_WAIT: Duration = Duration::from_secs(10);
const END: &[u8] = b"\r\n--B--\r\n";

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
async fn bodies_of_any_size_are_refused_with_a_page_and_not_kept_in_memory() {
    // A process of its own, so that nothing but the server counts.
    let directory = tempfile::tempdir().unwrap();
    let process = Server::start(&directory.path().join("data"));
    let server = process.address().parse().unwrap();
    let chunk = vec![b'a'; MEBIBYTE];
    let before = process.memory();
    for path in ["/", "/kontakt", "/barrierefreiheit", "/suche", "/gibt-es-nicht"] {
        let head = format!(
            "POST {path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n",
            100 * MEBIBYTE
        );
        let mut parts = vec![head.as_bytes()];
        parts.extend(std::iter::repeat_n(chunk.as_slice(), 100));
        let reply = send(server, &parts).await;
        assert!((400..500).contains(&reply.status), "{path} answers {}", reply.status);
        assert!(!reply.heading().is_empty());
    }
    let grown = process.memory().saturating_sub(before);
    assert!(grown < 64 * MEBIBYTE, "{grown} bytes more after 500 MiB of bodies");
}

/// Sends all of an upload but its end, and gives the connection.
async fn begin_upload(address: SocketAddr, cookie: &str, file: &[u8]) -> TcpStream {
    let part = "--B\r\nContent-Disposition: form-data; name=\"datei\"; filename=\"a.txt\"\r\n\r\n";
    let head = format!(
        "POST /redaktion/medien/neu HTTP/1.1\r\nhost: x\r\nconnection: close\r\nsec-fetch-site: same-origin\r\ncookie: {cookie}\r\n\
         content-type: multipart/form-data; boundary=B\r\ncontent-length: {}\r\n\r\n{part}",
        part.len() + file.len() + END.len()
    );
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(head.as_bytes()).await.unwrap();
    // Who finds no place is not read.
    let _ = tokio::time::timeout(Duration::from_secs(2), stream.write_all(file)).await;
    stream
}

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
    assert!(server.get("/healthz").ends_with("ok\n"), "everybody else is answered meanwhile");
    let answers = uploads.iter_mut().map(|stream| async move {
        let mut status = [0; 12];
        let answer = tokio::time::timeout(PLACE_WAIT + SOON, stream.read_exact(&mut status)).await;
        answer.is_ok().then(|| String::from_utf8_lossy(&status).into_owned())
    });
    let answers: Vec<String> = futures_util::future::join_all(answers).await.into_iter().flatten().collect();
    assert_eq!(answers, ["HTTP/1.1 503"; 8], "sixteen are on their way");
}
