//! Who reads slowly holds little of the program's memory.

use std::io::Write as _;
use std::net::TcpStream;
use std::time::Duration;

use base::{Clock, Ids};
use db::Address;
use db::testing::TestDb;
use testing::media_folder::{FILE, text, with_file};

use crate::program::Server;

const MEBIBYTE: usize = 1 << 20;
/// So many bytes wait at a reader when its file is being sent; about as many as wait there at most.
const UNREAD: usize = 32 << 10;
/// No reader waits longer, or the test fails instead of hanging.
const READER_TIMEOUT: Duration = Duration::from_secs(20);

#[tokio::test(flavor = "multi_thread")]
async fn sixty_who_read_a_large_file_slowly_take_little_memory() {
    let db = TestDb::new().await;
    let ids = Ids::new(Clock::system());
    testing::register();
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
