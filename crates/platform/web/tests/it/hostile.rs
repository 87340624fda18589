//! What a hostile visitor sends, through a real connection: every request is answered with a fitting page,
//! none is a breakage.

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;

use testing::TestApp;
use testing::crawl::addresses;
use testing::wire::{Wire, send};
use tokio::net::TcpListener;
use web::Proxies;

const MEBIBYTE: usize = 1 << 20;
/// What is still read of an address and of all headers, in bytes.
const LONGEST_ADDRESS: usize = 8 << 10;
const MOST_HEADERS: usize = 32 << 10;

/// A server on loopback that ends with the test.
async fn server() -> SocketAddr {
    let app = TestApp::new().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(
        async move { web::serve(listener, app.service.clone(), Proxies::default(), std::future::pending()).await },
    );
    address
}

async fn get(server: SocketAddr, address: &[u8]) -> Wire {
    send(server, &[b"GET ", address, b" HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n"]).await
}

#[tokio::test]
async fn address_that_is_too_long_is_refused_with_a_page_in_the_visitors_language() {
    let server = server().await;
    let query = |path: &str, length: usize| format!("{path}?q={}", "a".repeat(length - path.len() - "?q=".len()));
    assert_eq!(get(server, query("/suche", LONGEST_ADDRESS).as_bytes()).await.status, 200);
    for length in [LONGEST_ADDRESS + 1, 7 * LONGEST_ADDRESS] {
        for (path, heading) in [("/suche", "Diese Adresse ist zu lang."), ("/en/suche", "This address is too long.")] {
            let reply = get(server, query(path, length).as_bytes()).await;
            assert_eq!((reply.status, reply.heading().as_str()), (414, heading), "{path}, {length}");
        }
    }
}

#[tokio::test]
async fn headers_that_are_too_many_are_refused_with_a_page_that_says_so() {
    let server = server().await;
    let with_cookies = async |length: usize| {
        let cookies = format!("cookie: {}\r\nconnection: close\r\n\r\n", "a".repeat(length));
        send(server, &[b"GET /en/prozess HTTP/1.1\r\nhost: a\r\n", cookies.as_bytes()]).await
    };
    assert_eq!(with_cookies(MOST_HEADERS - 100).await.status, 200);
    let reply = with_cookies(MOST_HEADERS).await;
    assert_eq!((reply.status, reply.heading().as_str()), (431, "This address is too long."));
}

#[tokio::test]
async fn heads_far_beyond_all_limits_are_refused_before_they_are_read() {
    let server = server().await;
    for address in [format!("/suche?q={}", "a".repeat(MEBIBYTE)), "/a".repeat(MEBIBYTE / 2)] {
        let reply = get(server, address.as_bytes()).await;
        assert!([414, 431].contains(&reply.status), "{}", reply.status);
    }
    let header = [b"x: ", "a".repeat(MEBIBYTE).as_bytes(), b"\r\n"].concat();
    let reply = send(server, &[b"GET / HTTP/1.1\r\nhost: a\r\n", &header, b"\r\n"]).await;
    assert_eq!(reply.status, 431);
}

#[tokio::test]
async fn bytes_that_are_no_request_are_refused() {
    let server = server().await;
    for nonsense in [
        &b"GET /\0 HTTP/1.1\r\nhost: a\r\n\r\n"[..],
        b"GET /\xff\xfe HTTP/1.1\r\nhost: a\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n",
        b"GET / HTTP/1.1\r\nhost : a\r\n\r\n",
        b"GET / HTTP/1.1\r\nx: \0\r\n\r\n",
        b"{} / HTTP/1.1\r\n\r\n",
    ] {
        let reply = send(server, &[nonsense]).await;
        assert_eq!((reply.status, reply.body.as_str()), (400, ""), "{}", String::from_utf8_lossy(nonsense));
    }
}

#[tokio::test]
async fn every_page_bears_every_kind_of_nonsense_in_its_address() {
    let app = TestApp::new().await;
    let mut asked = 0;
    for path in one_of_every_kind(addresses(&app).await) {
        for nonsense in [
            "?seite=-1",
            "?seite=0",
            "?seite=18446744073709551616",
            "?seite=%FF%FE&jahr=%C3%28",
            "?q=%00&feld=%00&art=%00&kommune=%00&jahr=%00",
            "?feld=%F0%9F%92%A9&jahr=-2000&art=nichts&station=x&bereich=y&rolle=z",
            "?seite=1&seite=2&feld&=&&&%",
            "/%00",
            "/%FF%FE",
            "/..%2f..%2fetc%2fpasswd",
            "%00",
            "%ED%A0%80",
        ] {
            let hostile = format!("{path}{nonsense}");
            let status = app.get(&hostile).await.status;
            assert!(status.is_success() || status.is_client_error(), "{hostile} answers {status}");
            asked += 1;
        }
    }
    assert!(asked > 500, "only {asked} addresses were asked");
}

/// One path for every list, and one for the entries of each.
fn one_of_every_kind(addresses: BTreeSet<String>) -> Vec<String> {
    let mut kinds = BTreeMap::new();
    for address in addresses {
        let path = address.split('?').next().unwrap_or_default().to_owned();
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        // What lies directly below the start page is a page of a kind of its own.
        let kind = if ["", "/en", "/leicht"].contains(&folder.as_str()) { path.clone() } else { folder };
        kinds.entry(kind).or_insert(path);
    }
    kinds.into_values().collect()
}

#[tokio::test]
async fn unknown_language_is_a_page_that_does_not_exist() {
    let app = TestApp::new().await;
    for address in ["/fr", "/fr/prozess", "/de/prozess", "/EN/prozess", "/en-GB", "/leicht/en"] {
        let reply = app.get(address).await;
        assert_eq!(reply.status, 404, "{address}");
        assert_eq!(reply.page().text("h1"), "Hier reißt der Faden.");
    }
    let reply =
        app.send(axum::http::Request::get("/prozess").header("accept-language", b"\xff;q=nonsense".as_slice())).await;
    assert_eq!(reply.status, 200);
}

#[tokio::test]
async fn body_without_a_stated_length_is_bounded_too() {
    let server = server().await;
    let head = b"POST /kontakt HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-type: application/x-www-form-urlencoded\r\ntransfer-encoding: chunked\r\n\r\n";
    let chunk = [b"100000\r\n".as_slice(), &vec![b'a'; MEBIBYTE], b"\r\n"].concat();
    let mut parts = vec![head.as_slice()];
    parts.extend(std::iter::repeat_n(chunk.as_slice(), 50));
    let reply = send(server, &parts).await;
    assert_eq!(reply.status, 413);
    assert!(!reply.heading().is_empty());
}
