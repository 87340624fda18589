//! A mail in the form in which it travels (RFC 5322, MIME): text and the same text as plain HTML.
//!
//! What identifies it comes from our ids and our clock, so a mail that is made twice is the same mail.

use std::fmt::Write as _;
use std::time::SystemTime;

use anyhow::Context as _;
use base::Email;
use lettre::Message;
use lettre::message::header::{Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};

use super::{Posted, Sender};

/// The mail of a sender, ready to travel.
///
/// # Errors
/// If an address is none for the mail library; its message does not hold the address.
pub(super) fn letter(posted: &Posted, sender: &Sender) -> anyhow::Result<Message> {
    let mail = &posted.mail;
    let domain = sender.address.as_str().rsplit('@').next().unwrap_or_default();
    let mut letter = Message::builder()
        .from(mailbox(Some(&sender.name), &sender.address)?)
        .to(mailbox(None, &mail.to)?)
        .subject(mail.subject.as_str())
        .date(SystemTime::try_from(posted.created_at)?)
        .message_id(Some(format!("<{}@{domain}>", posted.id)))
        .header(AutoSubmitted);
    if let Some(reply_to) = &mail.reply_to {
        letter = letter.reply_to(mailbox(None, reply_to)?);
    }
    let parts = MultiPart::alternative()
        .boundary(posted.id.simple().to_string())
        .singlepart(SinglePart::plain(mail.text.clone()))
        .singlepart(SinglePart::html(html(&mail.text)));
    let mut letter = letter.multipart(parts).context("the mail cannot be put together")?;
    for header in &mail.headers {
        let name = HeaderName::new_from_ascii(header.name().to_owned()).ok().context("that is no name of a header")?;
        letter.headers_mut().insert_raw(HeaderValue::new(name, header.value().to_owned()));
    }
    Ok(letter)
}

fn mailbox(name: Option<&str>, address: &Email) -> anyhow::Result<Mailbox> {
    let address = address.as_str().parse().ok().context("the mail library refuses an address")?;
    Ok(Mailbox::new(name.map(ToOwned::to_owned), address))
}

/// A machine wrote this: programs that answer by themselves shall not (RFC 3834).
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// The same text as HTML: a paragraph for each, addresses as links, nothing from elsewhere.
fn html(text: &str) -> String {
    let mut html = String::from("<!doctype html><meta charset=\"utf-8\"><body>");
    for paragraph in text.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty()) {
        let lines: Vec<String> = paragraph.trim_matches('\n').lines().map(line).collect();
        let _ = write!(html, "<p>{}</p>", lines.join("<br>\n"));
    }
    html
}

fn line(line: &str) -> String {
    let words = line.split(' ').map(|word| {
        let shown = escaped(word);
        if word.starts_with("https://") { format!("<a href=\"{shown}\">{shown}</a>") } else { shown }
    });
    words.collect::<Vec<_>>().join(" ")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_says_the_same_and_loads_nothing() {
        let text = "Guten Tag,\n<b>fett</b> \"und\" mehr\n\nSiehe https://town.example/a?b=1&c=2 bitte\n";
        let expected = "<!doctype html><meta charset=\"utf-8\"><body><p>Guten Tag,<br>\n&lt;b&gt;fett&lt;/b&gt; &quot;und&quot; mehr</p>\
             <p>Siehe <a href=\"https://town.example/a?b=1&amp;c=2\">https://town.example/a?b=1&amp;c=2</a> bitte</p>";
        assert_eq!(html(text), expected);
    }
}
