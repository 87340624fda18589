//! Builds a mail as it is sent (RFC 5322, MIME): text, the same text as plain HTML, and attachments.
//!
//! Message id, date and boundaries come from our ids and our clock, so the same mail always gives the same
//! bytes.

use std::fmt::Write as _;
use std::time::SystemTime;

use anyhow::Context as _;
use base::Email;
use lettre::Message;
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Body, Mailbox, MessageBuilder, MultiPart, SinglePart};
use uuid::Uuid;

use super::header::Headers;
use super::{AutoSubmitted, Posted, Sender};

/// The message for a mail server.
///
/// # Errors
/// If an address is not valid for the mail library; the error does not repeat the address.
pub(super) fn letter(posted: &Posted, sender: &Sender) -> anyhow::Result<Message> {
    let mail = &posted.mail;
    let domain = sender.address.as_str().rsplit('@').next().unwrap_or_default();
    let mut letter = Message::builder()
        .from(mailbox(Some(&sender.name), &sender.address)?)
        .to(mailbox(None, &mail.to)?)
        .subject(mail.subject.as_str())
        .date(SystemTime::try_from(posted.created_at)?)
        .message_id(Some(message_id(posted.id, domain)));
    if let Some(reply_to) = &mail.reply_to {
        letter = letter.reply_to(mailbox(None, reply_to)?);
    }
    letter = with_headers(letter, &mail.headers, domain);
    letter.multipart(parts(posted)?).context("the mail cannot be put together")
}

/// The `Message-ID` of one of our mails.
fn message_id(mail: Uuid, domain: &str) -> String {
    format!("<{mail}@{domain}>")
}

fn with_headers(mut letter: MessageBuilder, headers: &Headers, domain: &str) -> MessageBuilder {
    let header = |name: &'static str, value: String| HeaderValue::new(HeaderName::new_from_ascii_str(name), value);
    if headers.auto_submitted != AutoSubmitted::No {
        letter = letter.raw_header(header("Auto-Submitted", headers.auto_submitted.to_string()));
    }
    if let Some(unsubscribe) = &headers.unsubscribe {
        letter = letter.raw_header(header("List-Unsubscribe", format!("<{}>", unsubscribe.address())));
        if unsubscribe.by_one_click() {
            letter = letter.raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()));
        }
    }
    let follows: Vec<String> = headers.follows.iter().map(|mail| message_id(*mail, domain)).collect();
    match follows.last() {
        Some(last) => letter.in_reply_to(last.clone()).references(follows.join(" ")),
        None => letter,
    }
}

/// Text and HTML, with the attachments if there are any. No boundary is a prefix of the other.
fn parts(posted: &Posted) -> anyhow::Result<MultiPart> {
    let text = MultiPart::alternative()
        .boundary(posted.id.simple().to_string())
        .singlepart(SinglePart::plain(posted.mail.text.clone()))
        .singlepart(SinglePart::html(html(&posted.mail.text)));
    if posted.mail.attachments.is_empty() {
        return Ok(text);
    }
    let mut parts = MultiPart::mixed().boundary(format!("mixed-{}", posted.id.simple())).multipart(text);
    for file in &posted.mail.attachments {
        let media_type = ContentType::parse(file.media_type()).context("that is no media type")?;
        // Always Base64: other encodings treat the bytes as lines of text.
        let body = Body::new_with_encoding(file.bytes().to_vec(), ContentTransferEncoding::Base64);
        let body = body.ok().context("a file cannot be encoded")?;
        parts = parts.singlepart(Attachment::new(file.name().to_owned()).body(body, media_type));
    }
    Ok(parts)
}

fn mailbox(name: Option<&str>, address: &Email) -> anyhow::Result<Mailbox> {
    let address = address.as_str().parse().ok().context("the mail library refuses an address")?;
    Ok(Mailbox::new(name.map(ToOwned::to_owned), address))
}

/// The same text as HTML: paragraphs, addresses as links, no remote content.
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
