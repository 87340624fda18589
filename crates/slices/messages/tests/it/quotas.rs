//! What strangers send for free uses up nothing that others need: the public forms.

use axum::http::{Request, StatusCode, header};
use jiff::SignedDuration;
use testing::html::faults;
use testing::{Reply, TestApp, encoded};
use web::Peer;

/// The ticket of a form that was opened a while ago.
async fn ticket(app: &TestApp, path: &str) -> String {
    let ticket = app.page(path).await.attributes("input[name='ticket']", "value").remove(0);
    app.clock.advance(SignedDuration::from_secs(20));
    ticket
}

async fn send(app: &TestApp, path: &str, from: &str, fields: &[(&str, &str)]) -> Reply {
    let peer = Peer(from.parse().unwrap());
    app.send_form(Request::post(path).header("sec-fetch-site", "same-origin").extension(peer), encoded(fields)).await
}

async fn question(app: &TestApp, ticket: &str, from: &str, (text, email): (&str, &str)) -> Reply {
    let fields = [("thema", "vielfalt"), ("nachricht", text), ("email", email), ("ticket", ticket)];
    send(app, "/kontakt", from, &fields).await
}

#[tokio::test]
async fn school_behind_one_address_sends_120_forms_and_is_then_told_what_to_do() {
    let app = TestApp::new().await;
    let opened = ticket(&app, "/kontakt").await;
    let ask = async |number: usize, from: &str| {
        question(&app, &opened, from, (&format!("Frage {number}"), &format!("kind-{number}@ort.example"))).await
    };
    for number in 0..120 {
        assert_eq!(ask(number, "192.0.2.1").await.status, StatusCode::SEE_OTHER, "{number}");
    }
    let refused = ask(120, "192.0.2.1").await;
    assert_eq!((refused.status, refused.header(header::RETRY_AFTER)), (StatusCode::TOO_MANY_REQUESTS, "30"));
    let page = refused.page();
    assert_eq!(page.text("#form-nachricht"), "Frage 120");
    let summary = page.text(".error-summary");
    assert!(summary.contains("Bitte senden Sie in einer Minute noch einmal."), "{summary}");
    assert!(summary.contains("Wenn es eilt, schreiben Sie uns bitte an kontakt@zukunftsbildung.example"), "{summary}");
    assert_eq!(faults(&page, "de"), Vec::<String>::new());
    assert_eq!(ask(7, "192.0.2.1").await.status, StatusCode::SEE_OTHER, "a second click costs nothing");
    assert_eq!(ask(120, "192.0.2.2").await.status, StatusCode::SEE_OTHER, "others are not concerned");
    let barrier = ticket(&app, "/barrierefreiheit").await;
    let report = [("barriere", "Das Menü klappt nicht auf."), ("ticket", &barrier)];
    let reply = send(&app, "/barrierefreiheit", "192.0.2.1", &report).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "another form has a quota of its own");
    app.clock.advance(SignedDuration::from_secs(10));
    assert_eq!(ask(121, "192.0.2.1").await.status, StatusCode::SEE_OTHER, "after 30 seconds in all");
    assert_eq!(app.number("SELECT COUNT(*) FROM messages").await, 123);
    app.settle().await;
}

#[tokio::test]
async fn three_hundred_messages_that_name_one_victim_send_it_three_mails_and_stop_nobody() {
    let app = TestApp::new().await;
    let opened = ticket(&app, "/kontakt").await;
    for number in 0..300 {
        // The spelling changes, the mailbox does not.
        let victim = ["opfer@ort.example", "Opfer@ort.example", "opfer+1@ort.example"][number % 3];
        let from = format!("198.51.{}.7", number % 30);
        let reply = question(&app, &opened, &from, (&format!("Nachricht {number}"), victim)).await;
        let receipt = app.get(reply.header(header::LOCATION)).await;
        assert_eq!((reply.status, receipt.status), (StatusCode::SEE_OTHER, StatusCode::OK), "{number}");
        assert!(receipt.page().text(".receipt-number").starts_with("K-2026-"));
    }
    let reply = question(&app, &opened, "192.0.2.1", ("Wann ist der Fachtag?", "person@ort.example")).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    let recipients: Vec<String> = app.settle().await.into_iter().map(|letter| letter.recipient).collect();
    let to = |part: &str| recipients.iter().filter(|recipient| recipient.to_lowercase().starts_with(part)).count();
    assert_eq!((to("opfer"), to("person@"), to("vielfalt@")), (3, 1, 301));
    assert_eq!(app.number("SELECT COUNT(*) FROM messages WHERE state = 'new'").await, 301);
}

#[tokio::test]
async fn filled_honeypot_leads_back_to_the_form_and_the_second_sending_is_taken() {
    let app = TestApp::new().await;
    for (path, field) in [("/kontakt", "nachricht"), ("/barrierefreiheit", "barriere")] {
        let opened = ticket(&app, path).await;
        let text = format!("Ein Anliegen über {path}");
        let typed = [("thema", "vielfalt"), (field, &text), ("email", "frage@ort.example")];
        let trap = ("freilassen", "https://ort.example");
        let before = app.number("SELECT COUNT(*) FROM messages").await;
        let asked = app.post(path, &[&typed[..], &[("ticket", &opened), trap]].concat()).await;
        assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
        let page = asked.page();
        assert_eq!(page.text(".error-summary h2"), "Bitte senden Sie noch einmal");
        assert_eq!(page.text(&format!("#form-{field}")), text);
        assert_eq!(page.attributes("input[name='freilassen']", "value"), Vec::<String>::new(), "it is emptied");
        assert_eq!(faults(&page, "de"), Vec::<String>::new());
        assert_eq!(app.number("SELECT COUNT(*) FROM messages").await, before);
        // At once; and a password manager fills the field in again.
        let second = page.attributes("input[name='ticket']", "value").remove(0);
        let taken = app.post(path, &[&typed[..], &[("ticket", &second), trap]].concat()).await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER, "{path}");
        assert_eq!(app.settle().await.len(), 2, "those who answer and those who wrote are told");
    }
    assert_eq!(app.number("SELECT COUNT(*) FROM messages WHERE state = 'new'").await, 2);
}

#[tokio::test]
async fn honeypot_is_nothing_that_browsers_fill_in_or_people_meet() {
    let app = TestApp::new().await;
    let page = app.page("/kontakt").await;
    let input = "[aria-hidden='true'] input[name='freilassen'][tabindex='-1'][autocomplete='off']";
    assert_eq!(page.attributes(input, "type"), ["text"]);
    for path in ["/anmelden", "/en/anmelden"] {
        let page = app.page(path).await;
        assert_eq!(page.attributes("form.form input", "name"), ["email"], "nothing to fall into on {path}");
    }
}

#[tokio::test]
async fn forms_and_limits_survive_that_the_clock_is_set() {
    let app = TestApp::new().await;
    let early = ticket(&app, "/kontakt").await;
    for (number, hours) in [1, -1, -48, 24 * 400, -24 * 400].into_iter().enumerate() {
        app.clock.set_by(SignedDuration::from_hours(hours));
        let (text, email) = (format!("Nach {hours} Stunden"), format!("frage-{number}@ort.example"));
        let reply = question(&app, &early, "192.0.2.1", (&text, &email)).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "opened before the clock was set by {hours} h");
        let fresh = ticket(&app, "/kontakt").await;
        let reply = question(&app, &fresh, "192.0.2.1", (&text, &email)).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "opened after the clock was set by {hours} h");
    }
    app.settle().await;
}
