//! Work in the background of the whole application: a mail server that hangs delays nobody else, what a process had
//! in hand goes on after its end, and the desk hears of what went wrong.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use accounts::Role;
use app::jobs::{Post, workers};
use axum::http::{Request, StatusCode, header};
use db::Address;
use db::testing::TestDb;
use jiff::{SignedDuration, Timestamp};
use services::jobs::Crash;
use services::mail::{self, Mail, Subject};
use testing::editor::{begin_news, press};
use testing::html::faults;
use testing::{TestApp, encoded, exchange};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

use crate::program::{Server, TICKET_AGE};

const JOBS: &str = "/redaktion/auftraege";

/// A mail server on loopback that takes connections, and says nothing as long as it is told to.
struct MailServer {
    address: String,
    is_silent: Arc<AtomicBool>,
    connections: Arc<AtomicUsize>,
    taken: Arc<AtomicUsize>,
}

impl MailServer {
    async fn silent() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let server = Self {
            address: format!("smtp://{}", listener.local_addr().unwrap()),
            is_silent: Arc::new(AtomicBool::new(true)),
            connections: Arc::default(),
            taken: Arc::default(),
        };
        let (is_silent, connections, taken) =
            (server.is_silent.clone(), server.connections.clone(), server.taken.clone());
        tokio::spawn(async move {
            let mut held = Vec::new();
            while let Ok((stream, _)) = listener.accept().await {
                connections.fetch_add(1, Ordering::SeqCst);
                if is_silent.load(Ordering::SeqCst) {
                    held.push(stream);
                } else {
                    tokio::spawn(talk(stream, taken.clone()));
                }
            }
        });
        server
    }

    async fn has(&self, count: &AtomicUsize, least: usize, within: Duration) -> bool {
        until(within, async || count.load(Ordering::SeqCst) >= least).await
    }
}

async fn talk(stream: TcpStream, taken: Arc<AtomicUsize>) {
    let mut stream = BufReader::new(stream);
    stream.write_all(b"220 post.example\r\n").await.unwrap();
    let (mut line, mut is_letter) = (String::new(), false);
    while stream.read_line(&mut line).await.unwrap_or(0) > 0 {
        let answer = match (is_letter, line.as_str()) {
            (true, ".\r\n") => {
                taken.fetch_add(1, Ordering::SeqCst);
                is_letter = false;
                "250 taken\r\n"
            }
            (true, _) => "",
            (false, text) if text.starts_with("DATA") => {
                is_letter = true;
                "354 go on\r\n"
            }
            (false, _) => "250 well\r\n",
        };
        line.clear();
        if stream.write_all(answer.as_bytes()).await.is_err() {
            return;
        }
    }
}

async fn until(within: Duration, is_so: impl AsyncFn() -> bool) -> bool {
    let wait = async {
        while !is_so().await {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(within, wait).await.is_ok()
}

async fn post_mails(app: &TestApp, number: usize) {
    let state = app.service.state();
    let mut tx = state.db.write().await.unwrap();
    for _ in 0..number {
        let to = "frage@ort.example".parse().unwrap();
        let letter = Mail::new(to, Subject::new("Eingang"), "Guten Tag".to_owned());
        mail::enqueue(&mut tx.conn(), state.now(), &letter).await.unwrap();
    }
    tx.commit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_mails_to_a_silent_server_do_not_delay_a_scheduled_publication() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Pünktlich").await;
    let scheduled = press(&editor, &path, "planen", &[("tag", "24.11.2026"), ("uhrzeit", "9 Uhr")]).await;
    assert_eq!(scheduled.status, StatusCode::SEE_OTHER);
    let server = MailServer::silent().await;
    let post = Post { server: Some(server.address.parse().unwrap()), from: None, folder: app.mail_folder() };
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let working = tokio::spawn(workers(app.service.state(), post).run(async move {
        let _ = stopped.await;
    }));
    post_mails(&app, 20).await;
    assert!(server.has(&server.connections, 2, Duration::from_secs(5)).await, "several mails are under way at once");
    assert_eq!(app.get("/aktuelles/puenktlich").await.status, StatusCode::NOT_FOUND);
    app.clock.set("2026-11-24T08:00:00Z".parse().unwrap());
    let is_public = async || app.get("/aktuelles/puenktlich").await.status == StatusCode::OK;
    assert!(until(Duration::from_secs(2), is_public).await, "the publication waited for the mails");
    drop(stop);
    working.abort();
}

#[tokio::test(flavor = "multi_thread")]
async fn mail_in_hand_when_the_process_dies_leaves_within_half_a_minute_of_the_next_start() {
    let (db, server) = (TestDb::new().await, MailServer::silent().await);
    let address = match &db.address {
        Address::File(path) => format!("sqlite:{}", path.display()),
        Address::Postgres(url) => url.clone(),
    };
    let data = db.directory().join("data");
    let start = || Server::start_with(&data, &["--database", &address, "--mail-smtp", &server.address]);
    let first = start();
    report(first.address().to_owned()).await;
    assert!(server.has(&server.connections, 2, Duration::from_secs(10)).await, "both mails are in hand");
    first.kill();
    server.is_silent.store(false, Ordering::SeqCst);
    let _second = start();
    assert!(server.has(&server.taken, 2, Duration::from_secs(30)).await, "the mails wait for the dead process");
}

/// Sends a barrier report with an address: two mails.
async fn report(server: String) {
    let send = move || {
        let page = exchange(&server, "GET /barrierefreiheit HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").unwrap();
        let (_, rest) = page.split_once("name=\"ticket\" value=\"").expect("a form with a ticket");
        let ticket = rest.split('"').next().unwrap_or_default();
        std::thread::sleep(TICKET_AGE);
        let body = encoded(&[("barriere", "Zu klein."), ("email", "frage@ort.example"), ("ticket", ticket)]);
        let answer = exchange(
            &server,
            &format!(
                "POST /barrierefreiheit HTTP/1.1\r\nhost: x\r\nconnection: close\r\nsec-fetch-site: same-origin\r\n\
                 content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
                body.len()
            ),
        );
        assert!(answer.unwrap().starts_with("HTTP/1.1 303"));
    };
    tokio::task::spawn_blocking(send).await.unwrap();
}

#[tokio::test]
async fn job_that_was_given_up_is_shown_to_administrators_and_tried_again_or_dismissed() {
    let app = TestApp::new().await;
    let (boss, editor) = (app.as_role(Role::Administrator).await, app.as_role(Role::Editor).await);
    let heading = "2 Störungen im Hintergrund";
    assert!(!boss.page("/redaktion").await.source.contains("Störung"));
    post_mails(&app, 2).await;
    let now = base::clock::micros(app.clock.now());
    app.execute(&format!("UPDATE jobs SET failed_at = {now}, last_error = 'the mail server answered 550'")).await;
    let start = boss.page("/redaktion").await;
    assert_eq!(start.texts("#jobs")[0], heading);
    assert_eq!(start.attributes("#jobs + table th a", "href"), [JOBS, JOBS]);
    assert!(!editor.page("/redaktion").await.source.contains(heading));
    assert_eq!(editor.get(JOBS).await.status, StatusCode::FORBIDDEN);

    for (path, language) in [(JOBS.to_owned(), "de"), (format!("/en{JOBS}"), "en")] {
        let page = boss.page(&path).await;
        assert_eq!(faults(&page, language), Vec::<String>::new());
        assert_eq!(page.texts("#given-up + ul code"), ["the mail server answered 550"; 2]);
    }
    let buttons = boss.page(JOBS).await.attributes("#given-up + ul form", "action");
    assert_eq!(buttons.len(), 4);
    for (button, notice) in [(0, "wiederholt"), (0, "weg"), (3, "verzichtet"), (3, "weg")] {
        let reply = boss.post(&buttons[button], &[]).await;
        assert_eq!(reply.header(header::LOCATION), format!("{JOBS}?hinweis={notice}"));
        let page = boss.page(reply.header(header::LOCATION)).await;
        assert_eq!(page.texts(".notice.is-done").len(), 1);
    }
    for deed in ["job_retried", "job_dismissed"] {
        assert_eq!(app.number(&format!("SELECT COUNT(*) FROM audit WHERE deed = '{deed}'")).await, 1, "{deed}");
    }
    app.execute("UPDATE jobs SET last_error = NULL").await;
    assert_eq!(app.settle().await.len(), 1, "one was tried again, the other dismissed");
    assert!(boss.page(JOBS).await.text(".gap").starts_with("Alles läuft."));
}

#[tokio::test]
async fn backlog_late_chore_and_crash_are_shown_with_what_to_do() {
    let app = TestApp::new().await;
    app.settle().await;
    let mut boss = app.as_role(Role::Administrator).await;
    post_mails(&app, 3).await;
    app.clock.advance(SignedDuration::from_hours(27));
    boss.cookie = app.sign_in(&boss.email).await;
    let state = app.service.state();
    let supervised =
        services::jobs::supervise("mail", state.crashes.clone(), || !state.crashes.latest().is_empty(), async || {});
    tokio::time::timeout(Duration::from_secs(5), supervised).await.unwrap();
    assert_eq!(state.crashes.latest(), [Crash { task: "mail", at: app.clock.now() }]);
    let page = boss.page(JOBS).await;
    assert!(page.text("#behind + ul li").starts_with("3 E-Mails warten, die erste Arbeit seit"), "{}", page.source);
    // Beside the chores: the inspection of the site, emptying the bin, and reminders of assignments.
    let daily = app::jobs::chores().len() + 3;
    assert_eq!(page.texts("#late + ul li").len(), daily);
    assert_eq!(page.texts("#crashed + ul code"), ["mail"]);
    assert_eq!(faults(&page, "de"), Vec::<String>::new());
    let total = daily + 2;
    assert_eq!(boss.page("/redaktion").await.texts("#jobs")[0], format!("{total} Störungen im Hintergrund"));
    app.settle().await;
    app.clock.advance(SignedDuration::from_hours(1));
    let page = boss.page(JOBS).await;
    assert!(page.texts("#behind").is_empty() && page.texts("#late").is_empty(), "what was made up for is forgotten");
}

#[tokio::test]
async fn messages_that_were_sent_while_the_clock_was_wrong_are_mailed_after_it_is_corrected() {
    let app = TestApp::new().await;
    let right: Timestamp = app.clock.now();
    for wrong in ["2027-12-28T12:00:00Z", "1990-01-01T00:00:00Z", "2100-01-01T00:00:00Z"] {
        app.clock.set(wrong.parse().unwrap());
        post_mails(&app, 2).await;
        app.clock.set(right);
        assert_eq!(app.settle().await.len(), 2, "{wrong}");
    }
}

#[tokio::test]
async fn jobs_of_every_kind_that_the_version_before_has_stored_are_done() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Von früher").await;
    let scheduled = press(&editor, &path, "planen", &[("tag", "24.11.2026"), ("uhrzeit", "9 Uhr")]).await;
    assert_eq!(scheduled.status, StatusCode::SEE_OTHER);
    let asked = Request::post("/anmelden").header("sec-fetch-site", "same-origin");
    assert_eq!(app.send_form(asked, encoded(&[("email", &editor.email)])).await.status, StatusCode::SEE_OTHER);
    post_mails(&app, 1).await;
    let entry = app.uuid("SELECT entry_id FROM entry_texts WHERE title = 'Von früher'").await;
    let person = app.uuid(&format!("SELECT id FROM persons WHERE email = '{}'", editor.email)).await;
    let mail = app.uuid("SELECT id FROM outbox WHERE subject = 'Eingang'").await;
    for (kind, payload) in [
        ("publish-entry", format!(r#"{{"entry":"{entry}","number":1,"by":"{person}","name":"Anna"}}"#)),
        ("send-sign-in-link", format!(r#"{{"email":"{}","locale":"de","onward":"/redaktion"}}"#, editor.email)),
        ("mail", format!(r#"{{"mail":"{mail}","priority":"normal"}}"#)),
    ] {
        app.execute(&format!("UPDATE jobs SET payload = '{payload}' WHERE kind = '{kind}'")).await;
        assert_eq!(app.number(&format!("SELECT COUNT(*) FROM jobs WHERE kind = '{kind}'")).await, 1, "{kind}");
    }
    app.clock.set("2026-11-24T08:00:00Z".parse().unwrap());
    assert_eq!(app.settle().await.len(), 2, "the mail, and the link");
    assert_eq!(app.get("/aktuelles/von-frueher").await.status, StatusCode::OK);
}

#[tokio::test]
async fn job_that_cannot_be_read_is_told_at_the_desk_with_what_to_do() {
    let app = TestApp::new().await;
    let boss = app.as_role(Role::Administrator).await;
    post_mails(&app, 1).await;
    app.execute("UPDATE jobs SET payload = '{\"letter\": \"geheim@ort.example\"}'").await;
    app.settle_with_failures().await;
    for (path, language, advice) in
        [(JOBS.to_owned(), "de", "eine andere Version"), (format!("/en{JOBS}"), "en", "another version")]
    {
        let page = boss.page(&path).await;
        assert_eq!(faults(&page, language), Vec::<String>::new());
        assert!(page.text("#given-up + ul").contains(advice), "{}", page.source);
        assert!(page.text("#given-up + ul code").starts_with("what is stored of the job cannot be read: a field"));
        assert!(!page.source.contains("geheim"));
    }
    app.execute("DELETE FROM jobs").await;
    app.execute("DELETE FROM outbox").await;
}
