//! Mail from outside: a mail reaches the server or its file, whatever fails.

mod contents;

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use base::{Clock, Ids, Now};
use db::testing::TestDb;
use db::{Db, on};
use jiff::SignedDuration;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

use super::delivery::SendMail;
use super::*;
use crate::jobs::{Crashes, Handler as _, Workers};

fn email(text: &str) -> Email {
    Email::parse(text).unwrap()
}

/// A mail server on loopback that keeps accepted mails.
struct Post {
    address: String,
    taken: Arc<Mutex<Vec<String>>>,
    connections: Arc<AtomicUsize>,
}

impl Post {
    /// A server that answers `RCPT TO` with this line.
    async fn answering(recipient: &'static str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("smtp://{}", listener.local_addr().unwrap());
        let (taken, connections) = (Arc::<Mutex<Vec<String>>>::default(), Arc::<AtomicUsize>::default());
        let (kept, counted) = (taken.clone(), connections.clone());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                counted.fetch_add(1, Ordering::SeqCst);
                tokio::spawn(talk(stream, recipient, kept.clone()));
            }
        });
        Self { address, taken, connections }
    }

    fn taken(&self) -> Vec<String> {
        self.taken.lock().unwrap().clone()
    }
}

async fn talk(stream: TcpStream, recipient: &str, taken: Arc<Mutex<Vec<String>>>) {
    let mut stream = BufReader::new(stream);
    stream.write_all(b"220 post.example\r\n").await.unwrap();
    let (mut line, mut letter) = (String::new(), None::<String>);
    while stream.read_line(&mut line).await.unwrap_or(0) > 0 {
        let answer = match &mut letter {
            Some(content) if line == ".\r\n" => {
                taken.lock().unwrap().push(std::mem::take(content));
                letter = None;
                "250 taken".to_owned()
            }
            Some(content) => {
                content.push_str(&line);
                line.clear();
                continue;
            }
            None if line.starts_with("DATA") => {
                letter = Some(String::new());
                "354 go on".to_owned()
            }
            None if line.starts_with("RCPT") => recipient.to_owned(),
            None => "250 well".to_owned(),
        };
        line.clear();
        if stream.write_all(format!("{answer}\r\n").as_bytes()).await.is_err() {
            return;
        }
    }
}

struct Office {
    db: Db,
    clock: Clock,
    ids: Ids,
    directory: PathBuf,
    _test: TestDb,
}

impl Office {
    async fn new() -> Self {
        let test = TestDb::new().await;
        let clock = Clock::fixed("2026-11-23T12:00:00Z".parse().unwrap());
        let directory = test.directory().join("mail");
        Self { db: test.db.clone(), ids: Ids::new(clock.clone()), clock, directory, _test: test }
    }

    fn delivery(&self, server: Option<&str>) -> Delivery {
        let sender =
            Sender { name: "Zukunft, \"Bildung\" & Überraschung".to_owned(), address: email("post@zukunft.example") };
        let server = server.map(|address| address.parse().unwrap());
        let folder = Folder::new(&self.directory);
        Delivery::new(self.db.clone(), self.clock.clone(), WhoSends::always(sender), server, folder)
    }

    fn workers(&self, server: Option<&str>) -> Workers {
        Workers::new(self.db.clone(), self.clock.clone(), self.ids.clone(), Crashes::new(self.clock.clone()))
            .with(self.delivery(server))
    }

    async fn post(&self, mail: &Mail) {
        let mut tx = self.db.write().await.unwrap();
        enqueue(&mut tx.conn(), Now::new(&self.clock, &self.ids), mail).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// State, attempts and last error of every mail.
    async fn outbox(&self) -> Vec<(String, i64, Option<String>)> {
        let sql = "SELECT state, attempts, last_error FROM outbox ORDER BY id";
        let mut reader = self.db.read().await.unwrap();
        on!(&mut reader.conn(), |c| sqlx::query_as(sql).fetch_all(c).await).unwrap()
    }

    async fn attachments(&self) -> i64 {
        let sql = "SELECT COUNT(*) FROM outbox_attachments";
        on!(&mut self.db.read().await.unwrap().conn(), |c| sqlx::query_scalar(sql).fetch_one(c).await).unwrap()
    }

    /// Makes a sent mail look as if the process had died before it was recorded.
    async fn forget_that_it_was_sent(&self) {
        let mut tx = self.db.write().await.unwrap();
        db::run!(&mut tx.conn(), sqlx::query("UPDATE outbox SET state = 'waiting', sent_at = NULL")).unwrap();
        tx.commit().await.unwrap();
    }

    fn files(&self) -> Vec<String> {
        let Ok(files) = std::fs::read_dir(&self.directory) else { return Vec::new() };
        let mut names: Vec<String> = files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

fn mail() -> Mail {
    let text = "Guten Tag,\n\nwie geht's? https://zukunft.example/kontakt".to_owned();
    Mail::new(email("vielfalt@zukunft.example"), Subject::new("Frage zum Ümlaut"), text)
        .reply_to(Some(email("frage@ort.example")))
}

/// The headers of a letter, with their continuation lines.
fn headers(letter: &str) -> Vec<String> {
    let head = letter.split("\r\n\r\n").next().unwrap().replace("\r\n ", " ");
    head.split("\r\n").map(ToOwned::to_owned).collect()
}

fn header<'a>(headers: &'a [String], name: &str) -> &'a str {
    let found: Vec<&str> = headers.iter().filter_map(|line| line.strip_prefix(name)?.strip_prefix(": ")).collect();
    assert_eq!(found.len(), 1, "{name} in {headers:?}");
    found[0]
}

#[tokio::test]
async fn server_takes_a_mail_with_all_that_it_must_say() {
    let (office, post) = (Office::new().await, Post::answering("250 well").await);
    office.post(&mail()).await;
    assert_eq!(office.workers(Some(&post.address)).run_due().await.unwrap(), 1);
    let taken = post.taken();
    assert_eq!(taken.len(), 1);
    let headers = headers(&taken[0]);
    assert_eq!(header(&headers, "To"), "vielfalt@zukunft.example");
    assert_eq!(header(&headers, "Reply-To"), "frage@ort.example");
    assert_eq!(header(&headers, "Auto-Submitted"), "auto-generated");
    assert_eq!(header(&headers, "Date"), "Mon, 23 Nov 2026 12:00:00 +0000");
    assert_eq!(header(&headers, "Message-ID"), "<01a20846-fe00-7000-8000-000000000000@zukunft.example>");
    assert!(header(&headers, "From").ends_with("<post@zukunft.example>"), "{headers:?}");
    assert!(header(&headers, "Content-Type").starts_with("multipart/alternative"));
    assert!(taken[0].contains("text/plain") && taken[0].contains("text/html"));
    assert_eq!(office.outbox().await, [("sent".to_owned(), 1, None)]);
    assert_eq!(office.files(), [""; 0], "what was sent rests nowhere");
}

#[tokio::test]
async fn without_a_server_mails_rest_as_files_that_sort_by_time() {
    let office = Office::new().await;
    office.post(&mail()).await;
    office.clock.advance(SignedDuration::from_secs(61));
    office.post(&mail()).await;
    assert_eq!(office.workers(None).run_due().await.unwrap(), 2);
    let expected = [
        "20261123T120000Z-01a20846fe0070008000000000000000.eml",
        "20261123T120101Z-01a20847ec4870008000000000000002.eml",
    ];
    assert_eq!(office.files(), expected);
    let letter = std::fs::read_to_string(office.directory.join(expected[0])).unwrap();
    assert_eq!(header(&headers(&letter), "To"), "vielfalt@zukunft.example");
    assert_eq!(office.outbox().await, [("kept".to_owned(), 1, None), ("kept".to_owned(), 1, None)]);
}

#[tokio::test]
async fn mail_that_nobody_answers_waits_and_leaves_when_the_server_is_back() {
    let office = Office::new().await;
    office.post(&mail()).await;
    // A port that was just closed: nobody listens there.
    let closed = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("smtp://{}", closed.local_addr().unwrap());
    drop(closed);
    office.workers(Some(&address)).run_due().await.unwrap();
    let unreachable = Some("the mail server could not be reached".to_owned());
    assert_eq!(office.outbox().await, [("waiting".to_owned(), 1, unreachable)]);
    let post = Post::answering("250 well").await;
    office.clock.advance(SignedDuration::from_secs(2));
    office.workers(Some(&post.address)).run_due().await.unwrap();
    assert_eq!((post.taken().len(), office.files().len()), (1, 0));
    assert_eq!(office.outbox().await, [("sent".to_owned(), 2, None)]);
}

#[tokio::test]
async fn mail_that_the_server_refuses_for_good_rests_as_a_file() {
    let (office, post) = (Office::new().await, Post::answering("550 <vielfalt@zukunft.example> unknown").await);
    office.post(&mail()).await;
    office.workers(Some(&post.address)).run_due().await.unwrap();
    let why = "the mail server answered 550".to_owned();
    assert_eq!(office.outbox().await, [("failed".to_owned(), 1, Some(why))], "the reason holds no address");
    assert_eq!((post.taken().len(), office.files().len()), (0, 1));
}

#[tokio::test]
async fn mail_that_the_server_does_not_want_yet_waits() {
    let (office, post) = (Office::new().await, Post::answering("451 later").await);
    office.post(&mail()).await;
    office.workers(Some(&post.address)).run_due().await.unwrap();
    let why = "the mail server answered 451".to_owned();
    assert_eq!(office.outbox().await, [("waiting".to_owned(), 1, Some(why))]);
}

#[tokio::test]
async fn crash_between_sending_and_noting_repeats_the_mail_once_with_the_same_id() {
    let (office, post) = (Office::new().await, Post::answering("250 well").await);
    office.post(&mail()).await;
    let id = "01a20846-fe00-7000-8000-000000000000".parse().unwrap();
    let job = || SendMail { mail: id, priority: Priority::Normal };
    let delivery = office.delivery(Some(&post.address));
    assert!(delivery.run(office.ids.next(), job()).await.is_ok());
    office.forget_that_it_was_sent().await;
    office.workers(Some(&post.address)).run_due().await.unwrap();
    assert!(delivery.run(office.ids.next(), job()).await.is_ok(), "a mail that has left is not sent again");
    let ids: Vec<String> =
        post.taken().iter().map(|letter| header(&headers(letter), "Message-ID").to_owned()).collect();
    assert_eq!(ids.len(), 2);
    assert_eq!(ids[0], ids[1]);
}

#[tokio::test]
async fn old_mails_leave_the_outbox_but_waiting_ones_never() {
    let office = Office::new().await;
    office.post(&mail()).await;
    office.workers(None).run_due().await.unwrap();
    office.post(&mail()).await;
    let crashes = Crashes::new(office.clock.clone());
    let keeper = Workers::new(office.db.clone(), office.clock.clone(), office.ids.clone(), crashes);
    let keeper = keeper.with_chores(&[CHORE]);
    for (days, left) in [(0, 2), (RETENTION_DAYS - 1, 2), (2, 1)] {
        office.clock.advance(SignedDuration::from_hours(24 * days));
        assert_eq!(keeper.run_due().await.unwrap(), 1, "the job comes back every day");
        assert_eq!(office.outbox().await.len(), left);
    }
    assert_eq!(office.outbox().await, [("waiting".to_owned(), 0, None)]);
}

#[tokio::test]
async fn several_mails_leave_through_one_connection() {
    let (office, post) = (Office::new().await, Post::answering("250 well").await);
    for _ in 0..10 {
        office.post(&mail()).await;
    }
    assert_eq!(office.workers(Some(&post.address)).run_due().await.unwrap(), 10);
    // A connection is free again a moment after its mail; a mail that comes earlier opens a second one.
    let connections = post.connections.load(Ordering::SeqCst);
    assert!(connections <= 2 && post.taken().len() == 10, "{connections} connections");
}

#[tokio::test]
async fn mail_that_failed_leaves_when_it_is_tried_again_and_its_file_goes() {
    let (office, post) = (Office::new().await, Post::answering("550 unknown").await);
    office.post(&mail()).await;
    office.workers(Some(&post.address)).run_due().await.unwrap();
    let given_up = jobs::alarms::alarms(&mut office.db.read().await.unwrap().conn(), office.clock.now()).await.unwrap();
    let mut tx = office.db.write().await.unwrap();
    jobs::alarms::try_again(&mut tx.conn(), given_up.given_up[0].id, office.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    let post = Post::answering("250 well").await;
    assert_eq!(office.workers(Some(&post.address)).run_due().await.unwrap(), 1);
    assert_eq!((post.taken().len(), office.files().len()), (1, 0), "nobody sends the file by hand as well");
    assert_eq!(office.outbox().await, [("sent".to_owned(), 2, None)]);
}
