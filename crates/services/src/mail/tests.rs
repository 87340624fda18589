//! The post from outside: a mail reaches the server or rests as a file, whatever fails.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use db::testing::TestDb;
use db::{Db, on};
use jiff::SignedDuration;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

use super::*;
use crate::jobs::{Daily, Handler, Wake, Worker};

fn email(text: &str) -> Email {
    Email::parse(text).unwrap()
}

/// A mail server on loopback that keeps what it takes.
struct Post {
    address: String,
    taken: Arc<Mutex<Vec<String>>>,
}

impl Post {
    /// A server that answers `RCPT TO` with this line.
    async fn answering(recipient: &'static str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("smtp://{}", listener.local_addr().unwrap());
        let taken: Arc<Mutex<Vec<String>>> = Arc::default();
        let kept = taken.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(talk(stream, recipient, kept.clone()));
            }
        });
        Self { address, taken }
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
        Delivery {
            db: self.db.clone(),
            clock: self.clock.clone(),
            sender: WhoSends::always(Sender {
                name: "Zukunft, \"Bildung\" & Überraschung".to_owned(),
                address: email("post@zukunft.example"),
            }),
            server: server.map(|address| address.parse().unwrap()),
            folder: Folder::new(&self.directory),
        }
    }

    fn worker(&self, server: Option<&str>) -> Worker {
        let delivery: Arc<dyn Handler> = Arc::new(self.delivery(server));
        Worker::new(self.db.clone(), self.clock.clone(), Wake::default(), vec![delivery])
    }

    async fn post(&self, mail: &Mail) {
        let mut tx = self.db.write().await.unwrap();
        enqueue(&mut tx.conn(), (&self.clock, &self.ids), mail).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// State, attempts and last error of every mail.
    async fn outbox(&self) -> Vec<(String, i64, Option<String>)> {
        let sql = "SELECT state, attempts, last_error FROM outbox ORDER BY id";
        let mut reader = self.db.read().await.unwrap();
        on!(&mut reader.conn(), |c| sqlx::query_as(sql).fetch_all(c).await).unwrap()
    }

    /// Makes a sent mail look as if the process had died before it noted so.
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
    Mail {
        to: email("vielfalt@zukunft.example"),
        reply_to: Some(email("frage@ort.example")),
        subject: Subject::new("Frage zum Ümlaut"),
        text: "Guten Tag,\n\nwie geht's? https://zukunft.example/kontakt".to_owned(),
    }
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
    assert_eq!(office.worker(Some(&post.address)).run_due().await.unwrap(), 1);
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
    assert_eq!(office.worker(None).run_due().await.unwrap(), 2);
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
    // A port that was just given back: nobody listens there.
    let closed = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("smtp://{}", closed.local_addr().unwrap());
    drop(closed);
    office.worker(Some(&address)).run_due().await.unwrap();
    let unreachable = Some("the mail server could not be reached".to_owned());
    assert_eq!(office.outbox().await, [("waiting".to_owned(), 1, unreachable)]);
    let post = Post::answering("250 well").await;
    office.clock.advance(SignedDuration::from_mins(1));
    office.worker(Some(&post.address)).run_due().await.unwrap();
    assert_eq!((post.taken().len(), office.files().len()), (1, 0));
    assert_eq!(office.outbox().await, [("sent".to_owned(), 2, None)]);
}

#[tokio::test]
async fn mail_that_the_server_refuses_for_good_rests_as_a_file() {
    let (office, post) = (Office::new().await, Post::answering("550 <vielfalt@zukunft.example> unknown").await);
    office.post(&mail()).await;
    office.worker(Some(&post.address)).run_due().await.unwrap();
    let why = "the mail server answered 550".to_owned();
    assert_eq!(office.outbox().await, [("failed".to_owned(), 1, Some(why))], "the reason holds no address");
    assert_eq!((post.taken().len(), office.files().len()), (0, 1));
}

#[tokio::test]
async fn mail_that_the_server_does_not_want_yet_waits() {
    let (office, post) = (Office::new().await, Post::answering("451 later").await);
    office.post(&mail()).await;
    office.worker(Some(&post.address)).run_due().await.unwrap();
    let why = "the mail server answered 451".to_owned();
    assert_eq!(office.outbox().await, [("waiting".to_owned(), 1, Some(why))]);
}

#[tokio::test]
async fn crash_between_sending_and_noting_repeats_the_mail_once_with_the_same_id() {
    let (office, post) = (Office::new().await, Post::answering("250 well").await);
    office.post(&mail()).await;
    let job = crate::jobs::Job {
        id: office.ids.next(),
        kind: KIND.to_owned(),
        payload: "\"01a20846-fe00-7000-8000-000000000000\"".to_owned(),
        attempts: 1,
    };
    let delivery = office.delivery(Some(&post.address));
    assert!(delivery.run(&job).await.is_ok());
    office.forget_that_it_was_sent().await;
    office.worker(Some(&post.address)).run_due().await.unwrap();
    assert!(delivery.run(&job).await.is_ok(), "a mail that has left is not sent again");
    let ids: Vec<String> =
        post.taken().iter().map(|letter| header(&headers(letter), "Message-ID").to_owned()).collect();
    assert_eq!(ids.len(), 2);
    assert_eq!(ids[0], ids[1]);
}

#[tokio::test]
async fn nothing_that_a_visitor_writes_becomes_a_header() {
    let office = Office::new().await;
    let subject = Subject::new("Frage\r\nBcc: alle@ort.example\r\n\r\nHallo\u{85}\u{2028}\0 ".repeat(9).as_str());
    assert!(subject.as_str().chars().count() <= Subject::MAX && !subject.as_str().contains(['\r', '\n', '\0']));
    let text = "Text\r\n.\r\nMAIL FROM:<a@ort.example>\r\nBcc: alle@ort.example".to_owned();
    office.post(&Mail { subject, text, ..mail() }).await;
    office.worker(None).run_due().await.unwrap();
    let letter = std::fs::read_to_string(office.directory.join(&office.files()[0])).unwrap();
    let headers = headers(&letter);
    let names: Vec<&str> = headers.iter().filter_map(|line| line.split_once(": ")).map(|(name, _)| name).collect();
    let mut sorted = names.clone();
    sorted.sort_unstable();
    let expected =
        ["Auto-Submitted", "Content-Type", "Date", "From", "MIME-Version", "Message-ID", "Reply-To", "Subject", "To"];
    assert_eq!(sorted, expected, "{letter}");
}

#[tokio::test]
async fn old_mails_leave_the_outbox_but_waiting_ones_never() {
    let office = Office::new().await;
    office.post(&mail()).await;
    office.worker(None).run_due().await.unwrap();
    office.post(&mail()).await;
    let housekeeping: Arc<dyn Handler> =
        Arc::new(Daily { chore: CHORE, db: office.db.clone(), clock: office.clock.clone(), ids: office.ids.clone() });
    let keeper = Worker::new(office.db.clone(), office.clock.clone(), Wake::default(), vec![housekeeping]);
    let mut tx = office.db.write().await.unwrap();
    crate::jobs::run_today(&mut tx.conn(), (&office.clock, &office.ids), CHORE.kind).await.unwrap();
    tx.commit().await.unwrap();
    for (days, left) in [(0, 2), (RETENTION_DAYS - 1, 2), (2, 1)] {
        office.clock.advance(SignedDuration::from_hours(24 * days));
        assert_eq!(keeper.run_due().await.unwrap(), 1, "the job comes back every day");
        assert_eq!(office.outbox().await.len(), left);
    }
    assert_eq!(office.outbox().await, [("waiting".to_owned(), 0, None)]);
}
