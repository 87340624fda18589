//! Large files go out in pieces: what a slow reader holds is small, and what is replaced is never mixed.

use std::io::Write as _;
use std::net::TcpStream;
use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use base::{Clock, Ids};
use db::Address;
use db::testing::TestDb;
use testing::TestApp;
use testing::media_folder::folder;
use tower::ServiceExt as _;

use crate::program::Server;

const FILE: &str = "/medien/liste/datei/liste.txt";
const MEBIBYTE: usize = 1 << 20;
/// So many bytes wait at a reader when its file is being sent; about as many as wait there at most.
const UNREAD: usize = 32 << 10;
/// No reader waits longer, or the test fails instead of hanging.
const READER_TIMEOUT: Duration = Duration::from_secs(20);

/// A text of so many bytes in which no two places are alike.
fn text(length: usize) -> Vec<u8> {
    let mut text: Vec<u8> = (0..=length / 8).flat_map(|number| format!("{number:07}\n").into_bytes()).collect();
    text.truncate(length);
    text
}

/// The shipped content with a text file.
fn with_file(bytes: Vec<u8>) -> archive::Folder {
    let mut folder = folder();
    let said = folder.0["medien/protokoll.toml"].replace("Protokoll Größe.pdf", "Liste.txt");
    folder.0.insert("medien/liste.toml".to_owned(), said);
    folder.1.insert("medien/liste.txt".to_owned(), bytes);
    folder
}

#[tokio::test]
async fn file_of_many_pieces_comes_whole_and_in_the_part_that_is_asked_for() {
    let bytes = text(300_001);
    let app = TestApp::with(&with_file(bytes.clone())).await;
    let ask = async |name: header::HeaderName, value: &str| app.send(Request::get(FILE).header(name, value)).await;
    let whole = ask(header::ACCEPT_ENCODING, "br, gzip").await;
    assert_eq!(whole.status, StatusCode::OK);
    assert!(whole.bytes == bytes && whole.headers.get(header::CONTENT_ENCODING).is_none());
    assert_eq!((whole.header(header::CONTENT_LENGTH), whole.header(header::ACCEPT_RANGES)), ("300001", "bytes"));
    for (range, expected) in [
        ("bytes=0-0", 0..1),
        ("bytes=65535-65536", 65_535..65_537),
        ("bytes=1000-", 1_000..300_001),
        ("bytes=-2", 299_999..300_001),
    ] {
        let part = ask(header::RANGE, range).await;
        assert_eq!(part.status, StatusCode::PARTIAL_CONTENT, "{range}");
        assert!(part.bytes == bytes[expected.clone()], "{range}");
        let said = format!("bytes {}-{}/300001", expected.start, expected.end - 1);
        assert_eq!(part.header(header::CONTENT_RANGE), said);
        assert_eq!(part.header(header::CONTENT_LENGTH), expected.len().to_string());
    }
    let outside = ask(header::RANGE, "bytes=300001-").await;
    assert_eq!(
        (outside.status, outside.header(header::CONTENT_RANGE), outside.bytes.len()),
        (StatusCode::RANGE_NOT_SATISFIABLE, "bytes */300001", 0)
    );
    let head = app.send(Request::head(FILE)).await;
    assert_eq!((head.header(header::CONTENT_LENGTH), head.bytes.len()), ("300001", 0));
}

#[tokio::test]
async fn file_that_is_replaced_while_it_is_sent_ends_early_and_is_not_mixed() {
    let bytes = text(300_001);
    let app = TestApp::with(&with_file(bytes.clone())).await;
    let request = Request::get(FILE).body(Body::empty()).unwrap();
    let mut body = app.service.clone().oneshot(request).await.unwrap().into_body().into_data_stream();
    let next = async |body: &mut axum::body::BodyDataStream| futures_util::StreamExt::next(body).await;
    let first = next(&mut body).await.unwrap().unwrap();
    assert!(first.len() < bytes.len() && bytes.starts_with(&first), "{} bytes at once", first.len());
    for table in ["media_files", "media_pieces"] {
        let of_the_file = "media_id IN (SELECT id FROM media WHERE slug = 'liste')";
        app.execute(&format!("UPDATE {table} SET etag = 'new' WHERE {of_the_file}")).await;
    }
    assert!(next(&mut body).await.unwrap().is_err(), "the rest is gone");
}

#[tokio::test(flavor = "multi_thread")]
async fn sixty_who_read_a_large_file_slowly_take_little_memory() {
    let db = TestDb::new().await;
    let ids = Ids::new(Clock::system());
    app::register().unwrap();
    archive::import(&db.db, &ids, &with_file(text(29 * MEBIBYTE))).await.unwrap();
    let address = match &db.address {
        Address::File(path) => format!("sqlite:{}", path.display()),
        Address::Postgres(url) => url.clone(),
    };
    let server = Server::start_with(&db.directory().join("data"), &["--database", &address]);
    assert!(server.get("/healthz").ends_with("ok\n"));
    let before = server.memory();
    let readers: Vec<TcpStream> = (0..60)
        .map(|_| {
            let mut reader = TcpStream::connect(server.address()).unwrap();
            write!(reader, "GET {FILE} HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
            reader
        })
        .collect();
    let mut unread = vec![0; UNREAD];
    for reader in &readers {
        reader.set_read_timeout(Some(READER_TIMEOUT)).unwrap();
        while reader.peek(&mut unread).expect("the file is sent") < UNREAD {
            std::thread::sleep(Duration::from_millis(20));
        }
    }
    let grown = server.memory().saturating_sub(before);
    drop(readers);
    assert!(grown < 100 * MEBIBYTE, "{} MB more", grown / MEBIBYTE);
}
