//! How the server ends: what is running is finished, who waits for nothing is sent away at once.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::program::Server;

/// Longer than the ten seconds after which everything used to be cut off.
const UPLOAD_STEPS: u32 = 13;

/// An upload of which only the head is sent, and what is still to be sent.
fn begin_upload(server: &Server, cookie: &str) -> (TcpStream, Vec<u8>) {
    let mut body = b"--GRENZE\r\nContent-Disposition: form-data; name=\"datei\"; filename=\"zahlen.csv\"\r\n\
        Content-Type: text/csv\r\n\r\n"
        .to_vec();
    // Large enough for a line that is slow, but not slower than any.
    body.extend(b"1;2\n".repeat(50_000));
    body.extend(b"\r\n--GRENZE--\r\n");
    let mut stream = TcpStream::connect(server.address()).unwrap();
    write!(
        stream,
        "POST /redaktion/medien/neu HTTP/1.1\r\nhost: x\r\nsec-fetch-site: same-origin\r\ncookie: {cookie}\r\n\
         content-type: multipart/form-data; boundary=GRENZE\r\ncontent-length: {}\r\n\r\n",
        body.len()
    )
    .unwrap();
    (stream, body)
}

/// Whether the server closes a connection within so many seconds without saying anything.
fn is_closed_within(stream: &mut TcpStream, seconds: u64) -> bool {
    stream.set_read_timeout(Some(Duration::from_secs(seconds))).unwrap();
    // A reset is an end as well.
    !stream.read(&mut [0; 64]).is_err_and(|error| error.kind() == std::io::ErrorKind::WouldBlock)
}

/// A connection that has been answered and stays open.
fn kept_alive(server: &Server) -> TcpStream {
    let mut stream = TcpStream::connect(server.address()).unwrap();
    write!(stream, "GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    while !answer.ends_with(b"ok\n") {
        let mut byte = [0];
        stream.read_exact(&mut byte).unwrap();
        answer.push(byte[0]);
    }
    stream
}

#[test]
fn slow_upload_is_finished_while_idle_connections_are_closed_at_once() {
    let directory = tempfile::tempdir().unwrap();
    let server = Server::start(&directory.path().join("data"));
    let cookie = server.sign_in();
    let (mut upload, body) = begin_upload(&server, &cookie);
    let (mut idle, mut fresh) = (kept_alive(&server), TcpStream::connect(server.address()).unwrap());
    server.ask_to_stop();
    assert!(is_closed_within(&mut idle, 5) && is_closed_within(&mut fresh, 5));
    let (last, slow) = body.split_last().unwrap();
    for piece in slow.chunks(slow.len() / UPLOAD_STEPS as usize + 1) {
        upload.write_all(piece).unwrap();
        std::thread::sleep(Duration::from_secs(1));
    }
    upload.write_all(&[*last]).unwrap();
    let mut answer = String::new();
    upload.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    let (code, log) = server.wait();
    assert_eq!(code, Some(0), "{log}");
    assert!(!log.contains("cut off"), "{log}");
}

#[test]
#[expect(clippy::disallowed_methods, reason = "how long the program takes is what is asked")]
fn second_request_to_stop_is_obeyed_at_once() {
    let directory = tempfile::tempdir().unwrap();
    let server = Server::start(&directory.path().join("data"));
    let cookie = server.sign_in();
    let (_upload, _) = begin_upload(&server, &cookie);
    assert!(server.get("/healthz").ends_with("ok\n"));
    server.ask_to_stop();
    // It has begun to stop when it takes nobody any more.
    assert!((0..200).any(|_| {
        std::thread::sleep(Duration::from_millis(20));
        TcpStream::connect(server.address()).is_err()
    }));
    let asked = Instant::now();
    let (code, log) = server.stop();
    assert!(asked.elapsed() < Duration::from_secs(10), "{log}");
    assert_eq!(code, Some(0), "{log}");
    assert!(log.contains("at once"), "{log}");
}

#[test]
fn closed_terminal_does_not_end_the_server() {
    let directory = tempfile::tempdir().unwrap();
    let mut server = Server::start(&directory.path().join("data"));
    server.signal("HUP");
    assert!(server.get("/prozess").starts_with("HTTP/1.1 200"));
    // Lines for the log that nobody takes any more.
    server.close_log();
    for _ in 0..3 {
        server.signal("HUP");
        assert!(server.get("/veranstaltungen").starts_with("HTTP/1.1 200"));
    }
    assert_eq!(server.stop().0, Some(0));
}
