//! Messages that arrive, and the acts of people on them at the desk.

use axum::http::{StatusCode, header};
use jiff::SignedDuration;

use crate::person::Someone;
use crate::reply::{Page, Reply};
use crate::test_app::TestApp;

/// The inbox at the desk.
pub const LIST: &str = "/redaktion/nachrichten";

/// Sends a form of the public site and gives the case number.
pub async fn arrives(app: &TestApp, path: &str, fields: &[(&str, &str)]) -> String {
    let ticket = app.page(path).await.attributes("input[name='ticket']", "value").remove(0);
    app.clock.advance(SignedDuration::from_secs(20));
    let reply = app.post(path, &[fields, &[("ticket", &ticket)]].concat()).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    app.settle().await;
    app.page(reply.header(header::LOCATION)).await.text(".receipt-number")
}

/// A question from the contact form; gives its case number.
pub async fn question(app: &TestApp, topic: &str) -> String {
    let fields = [
        ("thema", topic),
        ("nachricht", "Wann ist der nächste Fachtag?\nUnd wo?"),
        ("name", "Ö. Üblich"),
        ("email", "frage@ort.example"),
    ];
    arrives(app, "/kontakt", &fields).await
}

/// The page of a message at the desk.
pub fn place(number: &str) -> String {
    format!("{LIST}/{number}")
}

/// The version that a page of a message carries.
pub fn version(page: &Page) -> String {
    page.attributes("input[name='stand']", "value").remove(0)
}

/// Presses a button on the page of a message, as it is now.
pub async fn step(person: &Someone<'_>, number: &str, noun: &str, fields: &[(&str, &str)]) -> Reply {
    let version = version(&person.page(&place(number)).await);
    person.post(&format!("{}/{noun}", place(number)), &[fields, &[("stand", &version)]].concat()).await
}

/// Presses a button on the page of a message; gives the page after it.
pub async fn step_on(person: &Someone<'_>, number: &str, noun: &str, fields: &[(&str, &str)]) -> Page {
    let reply = step(person, number, noun, fields).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{noun}: {}", String::from_utf8_lossy(&reply.bytes));
    person.page(reply.header(header::LOCATION)).await
}
