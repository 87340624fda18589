//! What was acknowledged outlives the process, however it ends.

use std::collections::{BTreeSet, VecDeque};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use db::Address;
use db::testing::TestDb;
use testing::{encoded, exchange};

use crate::program::{Server, TICKET_AGE};

const KILLS: u64 = 50;
const WRITERS: usize = 4;
/// Forms that are opened ahead, because one that is sent within three seconds is taken for a
/// machine's.
const FORMS: usize = 400;
const FORMS_IN_ONE_LIFE: usize = 8;

/// What the writers know.
#[derive(Default)]
struct Desk {
    tickets: Mutex<VecDeque<String>>,
    /// Where the receipts are that were handed out.
    receipts: Mutex<BTreeSet<String>>,
    sent: AtomicUsize,
}

impl Desk {
    /// Opens all forms that will be sent.
    fn open_forms(self: &Arc<Self>, server: Server) {
        let (desk, place) = (Arc::clone(self), server.address().to_owned());
        in_parallel(move || (0..FORMS / WRITERS).for_each(|_| desk.open_form(&place)))();
        server.kill();
    }

    /// Lets people write, and ends the server at any moment from the first byte of a request to the
    /// last mail in its folder, however slow the machine is.
    fn live(self: &Arc<Self>, server: Server, life: u64) {
        let (desk, place) = (Arc::clone(self), server.address().to_owned());
        let before = self.acknowledged();
        let wait_for_writers = in_parallel(move || desk.write(&place));
        self.wait_for(before + usize::try_from(life % 5).unwrap());
        std::thread::sleep(Duration::from_millis(life * 7 % 23));
        server.kill();
        wait_for_writers();
    }

    /// Opens the form and keeps its ticket.
    fn open_form(&self, server: &str) {
        let page = exchange(server, "GET /kontakt HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").unwrap();
        let (_, rest) = page.split_once("name=\"ticket\" value=\"").expect("a form with a ticket");
        let ticket = rest.split('"').next().unwrap_or_default();
        self.tickets.lock().unwrap().push_back(ticket.to_owned());
    }

    /// Sends forms until the server is gone or has taken its share.
    fn write(&self, server: &str) {
        for _ in 0..FORMS_IN_ONE_LIFE / WRITERS {
            let Some(ticket) = self.tickets.lock().unwrap().pop_front() else { return };
            let Ok(answer) = exchange(server, &self.request(&ticket)) else { return };
            if answer.is_empty() {
                return;
            }
            assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
            let Some((head, _)) = answer.split_once("\r\n\r\n") else { return };
            let location = head.lines().find_map(|line| line.strip_prefix("location: ")).expect("a receipt");
            self.receipts.lock().unwrap().insert(location.to_owned());
        }
    }

    fn acknowledged(&self) -> usize {
        self.receipts.lock().unwrap().len()
    }

    /// Until so many receipts were handed out; a minute at most.
    fn wait_for(&self, receipts: usize) {
        for _ in 0..60_000 {
            if self.acknowledged() >= receipts {
                return;
            }
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    fn request(&self, ticket: &str) -> String {
        let number = self.sent.fetch_add(1, Ordering::Relaxed);
        // Every visitor has addresses of their own, or the limits for one would stop us.
        let email = format!("frage-{number}@ort.example");
        let body = encoded(&[
            ("thema", "vielfalt"),
            ("nachricht", "Kommt diese Nachricht an?"),
            ("email", &email),
            ("ticket", ticket),
        ]);
        format!(
            "POST /kontakt HTTP/1.1\r\nhost: x\r\nconnection: close\r\nsec-fetch-site: same-origin\r\n\
             x-forwarded-for: 198.51.{}.{}\r\ncontent-type: application/x-www-form-urlencoded\r\n\
             content-length: {}\r\n\r\n{body}",
            number / 200,
            number % 200 + 1,
            body.len()
        )
    }
}

/// Begins the same work in several threads; gives what waits for them.
fn in_parallel(work: impl Fn() + Send + Sync + 'static) -> impl FnOnce() {
    let work = Arc::new(work);
    let threads: Vec<_> = (0..WRITERS)
        .map(|_| {
            let work = Arc::clone(&work);
            std::thread::spawn(move || work())
        })
        .collect();
    move || {
        for thread in threads {
            thread.join().unwrap();
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_times_killed_while_people_write_and_nothing_acknowledged_is_lost() {
    let db = TestDb::new().await;
    let address = match &db.address {
        Address::File(path) => format!("sqlite:{}", path.display()),
        Address::Postgres(url) => url.clone(),
    };
    let data = db.directory().join("data");
    let start = || Server::start_with(&data, &["--database", &address]);
    let desk = Arc::new(Desk::default());
    desk.open_forms(start());
    std::thread::sleep(TICKET_AGE);
    for life in 0..KILLS {
        desk.live(start(), life);
    }
    let server = start();
    let receipts = desk.receipts.lock().unwrap().clone();
    assert!(receipts.len() >= 100, "only {} messages were acknowledged", receipts.len());
    for receipt in &receipts {
        assert!(server.get(receipt).starts_with("HTTP/1.1 200"), "{receipt} is lost");
    }
    let acknowledged = i64::try_from(receipts.len()).unwrap();
    assert!(number(&db, "SELECT COUNT(*) FROM messages").await >= acknowledged);
    mails_are_whole(&db, &data.join("mail")).await;
}

/// Each message has both its mails, and each mail that is said to rest in the folder does.
async fn mails_are_whole(db: &TestDb, folder: &Path) {
    let messages = number(db, "SELECT COUNT(*) FROM messages").await;
    assert_eq!(number(db, "SELECT COUNT(*) FROM outbox").await, 2 * messages);
    assert_eq!(number(db, "SELECT COUNT(*) FROM jobs WHERE failed_at IS NOT NULL").await, 0);
    // Asked in this order, because the server is still at work. A mail that was being laid down when
    // the process died waits for the end of its job's lock.
    let kept = number(db, "SELECT COUNT(*) FROM outbox WHERE state = 'kept'").await;
    let resting = std::fs::read_dir(folder).map_or(0, Iterator::count);
    assert!(i64::try_from(resting).unwrap() >= kept, "{kept} mails are said to rest in the folder, {resting} do");
    let under_way = number(db, "SELECT COUNT(*) FROM outbox WHERE state IN ('waiting', 'kept')").await;
    assert_eq!(under_way, 2 * messages);
}

async fn number(db: &TestDb, sql: &'static str) -> i64 {
    let mut reader = db.db.read().await.unwrap();
    db::on!(&mut reader.conn(), |c| sqlx::query_scalar(sql).fetch_one(c).await).unwrap()
}
