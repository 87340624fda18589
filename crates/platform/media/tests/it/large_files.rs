//! Large files go out in pieces, and what is replaced is never mixed.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use testing::TestApp;
use testing::media_folder::{FILE, text, with_file};
use tower::ServiceExt as _;

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
