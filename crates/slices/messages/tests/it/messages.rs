//! What visitors write: it is stored, answered in time, and kept no longer than needed.

use accounts::Role;
use axum::http::{Request, StatusCode, header};
use jiff::SignedDuration;
use messages::Retention;
use testing::html::faults;
use testing::{Letter, Page, Reply, TestApp, encoded};

/// A form that was opened a while ago.
struct Opened<'a> {
    app: &'a TestApp,
    path: &'static str,
    ticket: String,
}

impl<'a> Opened<'a> {
    async fn at(app: &'a TestApp, path: &'static str) -> Self {
        let ticket = ticket(&app.page(path).await);
        app.clock.advance(SignedDuration::from_secs(20));
        Self { app, path, ticket }
    }

    async fn send(&self, fields: &[(&str, &str)]) -> Reply {
        self.app.post(self.path, &[fields, &[("ticket", &self.ticket)]].concat()).await
    }
}

fn ticket(page: &Page) -> String {
    page.attributes("input[name='ticket']", "value").remove(0)
}

/// A contact form without faults.
const CONTACT: [(&str, &str); 4] = [
    ("thema", "vielfalt"),
    ("nachricht", "Wann ist der nächste Fachtag?"),
    ("name", "Ö. Üblich"),
    ("email", "frage@ort.example"),
];

/// The contact form with other values.
fn contact<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let change = |name| changes.iter().find(|(changed, _)| *changed == name).map(|(_, value)| *value);
    CONTACT.iter().map(|(name, value)| (*name, change(*name).unwrap_or(value))).collect()
}

/// The receipt to which an answer leads.
async fn receipt(app: &TestApp, reply: &Reply) -> Page {
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", String::from_utf8_lossy(&reply.bytes));
    let shown = app.get(reply.header(header::LOCATION)).await;
    assert_eq!((shown.status, shown.header(header::CACHE_CONTROL)), (StatusCode::OK, "no-store"));
    shown.page()
}

async fn stored(app: &TestApp) -> i64 {
    app.number("SELECT COUNT(*) FROM messages").await
}

#[tokio::test]
async fn question_is_stored_and_reaches_the_mailbox_of_its_field_and_its_sender() {
    let app = TestApp::new().await;
    let form = Opened::at(&app, "/kontakt").await;
    let reply = form.send(&CONTACT).await;
    let page = receipt(&app, &reply).await;
    let number = page.text(".receipt-number");
    assert!(number.starts_with("K-2026-") && number.len() == 12, "{number}");
    assert!(page.source.contains("7. Dezember 2026"), "the day is missing");
    assert!(page.source.contains("<meta name=\"robots\" content=\"noindex\">"));
    for personal in ["Üblich", "frage@ort.example", "Fachtag?"] {
        assert!(!page.source.contains(personal), "the receipt shows {personal}");
    }
    assert_eq!(faults(&page, "de"), Vec::<String>::new());
    let [forward, confirmation]: [Letter; 2] = app.settle().await.try_into().expect("two mails");
    assert_eq!(forward.recipient, "vielfalt@zukunftsbildung.example");
    assert_eq!(forward.reply_to.as_deref(), Some("frage@ort.example"));
    assert_eq!(forward.subject, format!("[{number}] Nachricht: 04 Vielfalt"));
    for told in ["Wann ist der nächste Fachtag?", "Ö. Üblich", "7. Dezember 2026", "frage@ort.example"] {
        assert!(forward.text.contains(told), "{told} is missing in {}", forward.text);
    }
    assert_eq!(confirmation.recipient, "frage@ort.example");
    assert!(confirmation.text.contains(&number) && confirmation.text.contains("7. Dezember 2026"));
    // Whoever enters somebody else's address cannot have us mail words of theirs.
    assert!(!confirmation.text.contains("Fachtag") && !confirmation.text.contains("Üblich"));
    for letter in [forward, confirmation] {
        assert!(letter.text.contains("\n-- \nZukunftsBildung Ruhr\n"), "no imprint: {}", letter.text);
    }
    assert_eq!(stored(&app).await, 1);
}

#[tokio::test]
async fn each_topic_reaches_its_own_mailbox() {
    let app = TestApp::new().await;
    for (topic, mailbox) in [
        ("allgemein", "kontakt@zukunftsbildung.example"),
        ("presse", "presse-ruhrfutur@zukunftsbildung.example"),
        ("digitalisierung", "digitalisierung@zukunftsbildung.example"),
        ("change-management", "change-management@zukunftsbildung.example"),
    ] {
        let form = Opened::at(&app, "/kontakt").await;
        assert_eq!(form.send(&contact(&[("thema", topic)])).await.status, StatusCode::SEE_OTHER);
        assert_eq!(app.settle().await[0].recipient, mailbox);
    }
    app.execute("DELETE FROM contacts WHERE key = 'vielfalt'").await;
    let form = Opened::at(&app, "/kontakt").await;
    form.send(&CONTACT).await;
    assert_eq!(app.settle().await[0].recipient, "kontakt@zukunftsbildung.example", "nobody is named for the field");
}

#[tokio::test]
async fn address_of_the_form_chooses_the_topic_beforehand() {
    let app = TestApp::new().await;
    let chosen = async |path: &str| app.page(path).await.attributes("option[selected]", "value");
    assert_eq!(chosen("/kontakt").await, ["allgemein"]);
    assert_eq!(chosen("/en/kontakt?feld=vielfalt").await, ["vielfalt"]);
    assert_eq!(chosen("/kontakt?feld=unbekannt").await, ["allgemein"]);
    let page = app.page("/barrierefreiheit?seite-adresse=%2Fprozess%3Fjahr%3D2018").await;
    assert_eq!(page.attributes("#form-seite-adresse", "value"), ["/prozess?jahr=2018"]);
}

#[tokio::test]
async fn barrier_report_needs_no_name_and_gets_a_number_and_a_day() {
    let app = TestApp::new().await;
    let form = Opened::at(&app, "/barrierefreiheit").await;
    let reply =
        form.send(&[("barriere", "Das Menü klappt nicht auf."), ("seite-adresse", "/prozess"), ("email", "")]).await;
    let page = receipt(&app, &reply).await;
    let number = page.text(".receipt-number");
    assert!(number.starts_with("B-2026-"), "{number}");
    assert!(page.source.contains("21. Dezember 2026") && page.source.contains("nicht antworten"));
    let [forward]: [Letter; 1] = app.settle().await.try_into().expect("one mail");
    assert_eq!((forward.recipient.as_str(), forward.reply_to), ("kontakt@zukunftsbildung.example", None));
    assert!(forward.subject.starts_with(&format!("[{number}] Barriere gemeldet")));
    assert!(forward.text.contains("Das Menü klappt nicht auf.") && forward.text.contains("Seite: /prozess"));
}

#[tokio::test]
async fn english_form_is_answered_in_english_but_forwarded_in_german() {
    let app = TestApp::new().await;
    let form = Opened::at(&app, "/en/barrierefreiheit").await;
    let reply = form.send(&[("barriere", "The menu does not open."), ("email", "ask@town.example")]).await;
    assert!(reply.header(header::LOCATION).starts_with("/en/nachricht/"));
    let page = receipt(&app, &reply).await;
    assert_eq!(page.text("h1"), "We have your report");
    assert_eq!(faults(&page, "en"), Vec::<String>::new());
    let [forward, confirmation]: [Letter; 2] = app.settle().await.try_into().expect("two mails");
    assert!(forward.text.contains("Bitte antworten Sie bis zum 21. Dezember 2026."));
    assert!(confirmation.text.contains("You will get an answer by 21 December 2026."));
}

#[tokio::test]
async fn faulty_form_comes_back_with_the_input_and_links_to_the_faulty_fields() {
    let app = TestApp::new().await;
    for (path, language, title) in
        [("/kontakt", "de", "Fehler: Kontakt – "), ("/en/kontakt", "en", "Error: Contact – ")]
    {
        let form = Opened::at(&app, path).await;
        let reply = form.send(&contact(&[("thema", "nirgends"), ("nachricht", ""), ("email", "frage@<b>")])).await;
        assert_eq!((reply.status, reply.header(header::CACHE_CONTROL)), (StatusCode::UNPROCESSABLE_ENTITY, "no-store"));
        let page = reply.page();
        assert!(page.text("title").starts_with(title), "{}", page.text("title"));
        assert_eq!(page.attributes(".error-summary a", "href"), ["#form-thema", "#form-nachricht", "#form-email"]);
        assert_eq!(page.attributes("[aria-invalid='true']", "id"), ["form-thema", "form-nachricht", "form-email"]);
        assert_eq!(page.attributes("#form-name", "value"), ["Ö. Üblich"]);
        assert_eq!(page.attributes("#form-email", "value"), ["frage@<b>"]);
        assert_eq!(page.attributes(".error-summary", "tabindex"), ["-1"]);
        assert_eq!(ticket(&page), form.ticket, "the form may be sent again at once");
        // Links, labels and descriptions lead to ids that exist.
        assert_eq!(faults(&page, language), Vec::<String>::new());
    }
    let form = Opened::at(&app, "/barrierefreiheit").await;
    let page = form.send(&[("seite-adresse", "/faden")]).await.page();
    assert_eq!(page.attributes(".error-summary a", "href"), ["#form-barriere"]);
    assert_eq!(page.attributes("#form-seite-adresse", "value"), ["/faden"]);
    assert_eq!(faults(&page, "de"), Vec::<String>::new());
    assert_eq!(stored(&app).await, 0);
}

#[tokio::test]
async fn text_that_is_too_long_comes_back_whole() {
    let app = TestApp::new().await;
    let form = Opened::at(&app, "/kontakt").await;
    let long = "ä".repeat(5_001);
    let reply = form.send(&contact(&[("nachricht", &long)])).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = reply.page();
    assert_eq!(page.text("#form-nachricht"), long);
    assert!(page.text("#form-nachricht-error").contains("höchstens 5.000 Zeichen. Jetzt sind es 5.001."));
}

#[tokio::test]
async fn second_click_is_no_second_message_but_a_second_text_is() {
    let app = TestApp::new().await;
    let form = Opened::at(&app, "/kontakt").await;
    let (first, second) = tokio::join!(form.send(&CONTACT), form.send(&CONTACT));
    let third = form.send(&CONTACT).await;
    receipt(&app, &first).await;
    for again in [&second, &third] {
        assert_eq!(again.header(header::LOCATION), first.header(header::LOCATION));
    }
    assert_eq!((stored(&app).await, app.settle().await.len()), (1, 2));
    // Somebody goes back and writes something else: that must not be lost.
    let other = form.send(&contact(&[("nachricht", "Noch etwas anderes.")])).await;
    assert_ne!(other.header(header::LOCATION), first.header(header::LOCATION));
    assert_eq!((stored(&app).await, app.settle().await.len()), (2, 2));
}

#[tokio::test]
async fn form_that_comes_back_within_three_seconds_is_shown_once_more() {
    let app = TestApp::new().await;
    let ticket = ticket(&app.page("/kontakt").await);
    let fields = [&CONTACT[..], &[("ticket", &ticket)]].concat();
    app.clock.advance(SignedDuration::from_secs(2));
    let reply = app.post("/kontakt", &fields).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = reply.page();
    assert!(page.text(".error-summary").contains("warten Sie bitte drei Sekunden"));
    assert_eq!(page.text("#form-nachricht"), "Wann ist der nächste Fachtag?");
    assert_eq!(faults(&page, "de"), Vec::<String>::new());
    app.clock.advance(SignedDuration::from_secs(1));
    assert_eq!(app.post("/kontakt", &fields).await.status, StatusCode::SEE_OTHER);
    assert_eq!(app.settle().await.len(), 2);
}

#[tokio::test]
async fn forged_or_missing_ticket_costs_a_click_and_no_text() {
    let app = TestApp::new().await;
    for forged in ["", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"] {
        let reply = app.post("/kontakt", &[&CONTACT[..], &[("ticket", forged)]].concat()).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = reply.page();
        assert_eq!(page.text("#form-nachricht"), "Wann ist der nächste Fachtag?");
        app.clock.advance(SignedDuration::from_secs(3));
        let again = app.post("/kontakt", &[&CONTACT[..], &[("ticket", &ticket(&page))]].concat()).await;
        assert_eq!(again.status, StatusCode::SEE_OTHER);
        assert_eq!(app.settle().await.len(), 2);
    }
}

#[tokio::test]
async fn what_is_no_form_of_ours_is_refused_with_a_page_that_says_what_to_do() {
    let app = TestApp::new().await;
    let form = Opened::at(&app, "/kontakt").await;
    let sound = encoded(&[&CONTACT[..], &[("ticket", &form.ticket)]].concat());
    let foreign = Request::post("/kontakt").header("sec-fetch-site", "cross-site");
    let strange = Request::post("/kontakt").header(header::ORIGIN, "https://evil.example").header(header::HOST, "x");
    let refused = [
        (
            app.send_form(foreign, sound.clone()).await,
            StatusCode::FORBIDDEN,
            "Dieses Formular kam nicht von unserer Seite.",
        ),
        (
            app.send_form(strange, sound.clone()).await,
            StatusCode::FORBIDDEN,
            "Dieses Formular kam nicht von unserer Seite.",
        ),
        (
            app.send_form(Request::post("/kontakt"), "nachricht=".to_owned() + &"x".repeat(70_000)).await,
            StatusCode::PAYLOAD_TOO_LARGE,
            "Das ist zu viel auf einmal.",
        ),
        (
            app.send_form(Request::post("/kontakt"), "nachricht=%FF%FE").await,
            StatusCode::BAD_REQUEST,
            "Diese Anfrage verstehen wir nicht.",
        ),
        (
            app.send(Request::post("/kontakt").header(header::CONTENT_TYPE, "application/json")).await,
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "Das ist kein Formular von uns.",
        ),
    ];
    for (reply, status, title) in refused {
        assert_eq!((reply.status, reply.page().text("h1").as_str()), (status, title));
        assert_eq!(faults(&reply.page(), "de"), Vec::<String>::new());
    }
    assert_eq!(stored(&app).await, 0);
    let own = Request::post("/kontakt").header(header::ORIGIN, "https://zukunftsbildung.example");
    assert_eq!(app.send_form(own, sound).await.status, StatusCode::SEE_OTHER);
    assert_eq!(app.settle().await.len(), 2);
}

#[tokio::test]
async fn null_bytes_and_line_breaks_do_no_harm() {
    let app = TestApp::new().await;
    let form = Opened::at(&app, "/kontakt").await;
    let evil = contact(&[
        ("nachricht", "Hallo\0 Welt\r\nzweite Zeile"),
        ("name", "Mal\r\nBcc: alle@ort.example\0"),
        ("email", "frage@ort.example\r\nBcc: alle@ort.example"),
    ]);
    let page = form.send(&evil).await.page();
    assert_eq!(page.attributes(".error-summary a", "href"), ["#form-email"], "a line break is no part of an address");
    let evil: Vec<_> = evil.into_iter().filter(|(name, _)| *name != "email").collect();
    let reply = form.send(&[&evil[..], &[("email", "frage@ort.example")]].concat()).await;
    receipt(&app, &reply).await;
    let forward = app.settle().await.remove(0);
    assert!(forward.text.contains("Hallo Welt\nzweite Zeile"), "{}", forward.text);
    assert!(forward.text.contains("Name: Mal Bcc: alle@ort.example"), "a name is one line");
    assert_eq!(forward.reply_to.as_deref(), Some("frage@ort.example"));
}

#[tokio::test]
async fn content_is_deleted_when_its_retention_ends_and_the_receipt_stays() {
    let app = TestApp::new().await;
    let form = Opened::at(&app, "/kontakt").await;
    let sent = form.send(&CONTACT).await;
    let advert = receipt(&app, &form.send(&contact(&[("nachricht", "Kaufen!")])).await).await.text(".receipt-number");
    let editor = app.as_role(Role::Editor).await;
    let case = format!("/redaktion/nachrichten/{advert}");
    let version = editor.page(&case).await.attributes("form[action$='/unbegruendet'] input", "value").remove(0);
    editor.post_and_follow(&format!("{case}/unbegruendet"), &[("stand", &version)]).await;
    let barrier = Opened::at(&app, "/barrierefreiheit").await;
    barrier.send(&[("barriere", "Zu klein."), ("email", "frage@ort.example")]).await;
    assert_eq!(app.settle().await.len(), 6);
    let full = "SELECT COUNT(*) FROM messages WHERE text IS NOT NULL OR email IS NOT NULL OR name IS NOT NULL";
    for (days, left, rows) in [
        (0, 3, 3),
        (Retention::SPAM - 1, 3, 3),
        (1, 2, 2),
        (Retention::CONTACT - Retention::SPAM - 1, 2, 2),
        (1, 1, 2),
        (Retention::BARRIER - Retention::CONTACT, 0, 2),
    ] {
        app.clock.advance(SignedDuration::from_hours(24 * days));
        app.settle().await;
        assert_eq!((app.number(full).await, stored(&app).await), (left, rows), "after {days} more days");
    }
    let page = app.page(sent.header(header::LOCATION)).await;
    assert!(page.text(".receipt-number").starts_with("K-2026-"));
}

#[tokio::test]
async fn register_of_fields_names_the_days_after_which_content_is_deleted() {
    let app = TestApp::new().await;
    for (path, unit) in [("/datenschutz", "Tage"), ("/en/datenschutz", "days")] {
        let page = app.page(path).await;
        let register = page.texts(".news-details dd").join(" ");
        for days in [Retention::CONTACT, Retention::BARRIER, Retention::SPAM, services::mail::RETENTION_DAYS] {
            assert!(register.contains(&format!("{days} {unit}")), "{path} does not say {days} {unit}");
        }
    }
}

#[tokio::test]
async fn receipt_that_does_not_exist_is_no_page() {
    let app = TestApp::new().await;
    for path in ["/nachricht/01a20846-fe00-7000-8000-00000000ffff", "/nachricht/x", "/nachricht"] {
        assert_eq!(app.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn pages_with_a_form_are_kept_by_nobody() {
    let app = TestApp::new().await;
    for path in ["/kontakt", "/en/kontakt", "/barrierefreiheit"] {
        let (first, second) = (app.get(path).await, app.get(path).await);
        assert_eq!(first.header(header::CACHE_CONTROL), "no-store", "{path}");
        assert_ne!(ticket(&first.page()), ticket(&second.page()), "{path}: each visitor has a ticket");
        assert!(first.headers.get(header::SET_COOKIE).is_none());
    }
}
