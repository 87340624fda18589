//! Mail of the whole application: it leaves or rests, but is never lost.

use accounts::Role;
use axum::http::{Request, StatusCode};
use jiff::SignedDuration;
use testing::inbox::{question, step_on};
use testing::{TestApp, encoded};

/// Sends a barrier report with an address.
async fn report(app: &TestApp) {
    let ticket = app.page("/barrierefreiheit").await.attributes("input[name='ticket']", "value").remove(0);
    app.clock.advance(SignedDuration::from_secs(20));
    let fields = [("barriere", "Zu klein."), ("email", "frage@ort.example"), ("ticket", &ticket)];
    assert_eq!(app.post("/barrierefreiheit", &fields).await.status, StatusCode::SEE_OTHER);
}

fn files(app: &TestApp) -> Vec<String> {
    let Ok(files) = std::fs::read_dir(app.mail_folder()) else { return Vec::new() };
    let mut letters: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    letters.sort();
    letters.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

#[tokio::test]
async fn without_a_mail_server_mails_rest_as_files_that_a_mail_program_can_send() {
    let app = TestApp::new().await;
    report(&app).await;
    assert_eq!(files(&app), [""; 0], "nothing happens before the job runs");
    assert_eq!(app.settle().await.len(), 2);
    let letters = files(&app);
    assert_eq!(letters.len(), 2);
    assert!(letters[0].contains("To: kontakt@zukunftsbildung.example\r\n"), "{}", letters[0]);
    assert!(letters[0].contains("Reply-To: frage@ort.example\r\n"));
    assert!(letters[1].contains("To: frage@ort.example\r\n"));
    for letter in letters {
        assert!(letter.contains("From: \"ZukunftsBildung Ruhr\" <kontakt@zukunftsbildung.example>\r\n"), "{letter}");
        assert!(letter.contains("Auto-Submitted: auto-generated\r\n"));
    }
}

/// The value of a header, without its folds.
fn header(letter: &str, name: &str) -> Option<String> {
    let head = letter.split("\r\n\r\n").next().unwrap().replace("\r\n ", " ");
    head.split("\r\n").find_map(|line| Some(line.strip_prefix(name)?.strip_prefix(": ")?.to_owned()))
}

#[tokio::test]
async fn answers_of_a_person_are_one_conversation_and_no_automatic_mails() {
    let app = TestApp::new().await;
    let number = question(&app, "vielfalt").await;
    let editor = app.as_role(Role::Editor).await;
    let before = files(&app).len();
    for text in ["Am 4. Mai.", "Doch am 5. Mai."] {
        step_on(&editor, &number, "antwort", &[("antwort", text)]).await;
        assert_eq!(app.settle().await.len(), 1);
        app.clock.advance(SignedDuration::from_secs(1));
    }
    let letters = files(&app).split_off(before);
    let [first, second] = [&letters[0], &letters[1]].map(|letter| move |name| header(letter, name));
    for answer in [&first, &second] {
        assert_eq!(answer("Auto-Submitted"), None, "absence notes may answer");
    }
    assert_eq!((first("In-Reply-To"), first("References")), (None, None));
    assert_eq!((second("In-Reply-To"), second("References")), (first("Message-ID"), first("Message-ID")));
}

#[tokio::test]
async fn link_to_sign_in_is_an_automatic_mail() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let before = files(&app).len();
    let request = Request::post("/anmelden").header("sec-fetch-site", "same-origin");
    app.send_form(request, encoded(&[("email", &editor.email)])).await;
    assert_eq!(app.settle().await.len(), 1);
    assert_eq!(header(&files(&app)[before], "Auto-Submitted").as_deref(), Some("auto-generated"));
}

#[tokio::test]
async fn message_whose_node_died_is_mailed_after_the_lease_ends() {
    let app = TestApp::new().await;
    report(&app).await;
    // As if a node had taken both jobs and died.
    app.execute(&format!(
        "UPDATE jobs SET attempts = 1, locked_until = {} WHERE kind = 'mail'",
        base::clock::micros(app.clock.now() + services::jobs::LEASE)
    ))
    .await;
    assert_eq!(app.settle().await, []);
    app.clock.advance(services::jobs::LEASE + SignedDuration::from_secs(1));
    assert_eq!(app.settle().await.len(), 2);
}

#[tokio::test]
async fn message_whose_mails_cannot_be_stored_is_not_said_to_be_received() {
    let app = TestApp::new().await;
    let ticket = app.page("/barrierefreiheit").await.attributes("input[name='ticket']", "value").remove(0);
    app.clock.advance(SignedDuration::from_secs(20));
    app.execute("ALTER TABLE outbox RENAME TO lost").await;
    let reply = app.post("/barrierefreiheit", &[("barriere", "Zu klein."), ("ticket", &ticket)]).await;
    assert_eq!(reply.status, StatusCode::INTERNAL_SERVER_ERROR, "the visitor is not told that it was received");
    assert_eq!(app.number("SELECT COUNT(*) FROM messages").await, 0);
    app.execute("ALTER TABLE lost RENAME TO outbox").await;
    let reply = app.post("/barrierefreiheit", &[("barriere", "Zu klein."), ("ticket", &ticket)]).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    assert_eq!(app.settle().await.len(), 1);
}
