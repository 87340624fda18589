//! Mail that leaves: stored in the outbox with the act that causes it, sent by a job.
//!
//! [`enqueue`] is all a slice needs. The job hands the mail to an SMTP server; where none is set, it
//! lays it as a file (`.eml`) into the data directory, and so it does with a mail that the server
//! refuses for good: nothing is lost.
//!
//! A mail is sent at least once. If the process dies between the server's *yes* and our note of it,
//! the same mail goes out a second time; it carries the same `Message-ID`, by which mail programs
//! show it once. Headers are made from checked values only: an [`Email`] holds no line break, a
//! [`Subject`] neither. Mails contain no remote content, and say that a machine wrote them.

mod connections;
mod delivery;
mod folder;
mod header;
mod letter;
mod smtp;
mod store;
#[cfg(test)]
mod tests;

use base::{Clock, Email, Ids, coded};
use db::Conn;
use jiff::Timestamp;
use uuid::Uuid;

use crate::jobs::{self, Priority};

pub use delivery::{CHORE, Delivery, Sender, WhoSends};
pub use folder::Folder;
pub use header::Header;
pub use smtp::{Server, ServerError};
pub use store::fates;

/// How many days a mail that was sent, kept or failed stays in the outbox, so that one can see what
/// went out. One that waits is never removed.
pub const RETENTION_DAYS: i64 = 30;

/// What a slice wants to have sent.
#[derive(Debug, Clone)]
pub struct Mail {
    /// Whom it is for.
    pub to: Email,
    /// Where answers go, if not to the sender.
    pub reply_to: Option<Email>,
    /// What it is about.
    pub subject: Subject,
    /// The text; lines may be of any length.
    pub text: String,
    /// What leaves first when many wait.
    pub priority: Priority,
    /// Further headers, such as `List-Unsubscribe`.
    pub headers: Vec<Header>,
}

impl Mail {
    /// A mail that somebody expects; answers go to the sender.
    pub fn new(to: Email, subject: Subject, text: String) -> Self {
        Self { to, reply_to: None, subject, text, priority: Priority::Normal, headers: Vec::new() }
    }

    /// Answers go there.
    #[must_use]
    pub fn reply_to(mut self, address: Option<Email>) -> Self {
        self.reply_to = address;
        self
    }

    /// It leaves before or after others.
    #[must_use]
    pub fn priority(mut self, priority: Priority) -> Self {
        self.priority = priority;
        self
    }

    /// With one more header.
    #[must_use]
    pub fn header(mut self, header: Header) -> Self {
        self.headers.push(header);
        self
    }
}

/// The subject of a mail: one line of at most [`Subject::MAX`] characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject(String);

impl Subject {
    /// Most characters; what is longer is cut.
    pub const MAX: usize = 150;

    /// A subject from any text: line breaks and other control characters become blanks.
    pub fn new(text: &str) -> Self {
        let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let words = line.split_whitespace().collect::<Vec<_>>().join(" ");
        Self(words.chars().take(Self::MAX).collect())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

coded! {
    /// What became of a mail.
    pub enum MailState {
        /// It will be sent.
        Waiting = "waiting",
        /// The server has taken it.
        Sent = "sent",
        /// It rests as a file, because no server is set.
        Kept = "kept",
        /// The server refuses it, or could not be reached for days. It rests as a file too.
        Failed = "failed",
    }
}

/// A mail in the outbox. Its priority is known to its job alone.
#[derive(Debug, Clone)]
pub(crate) struct Posted {
    pub(crate) id: Uuid,
    pub(crate) mail: Mail,
    pub(crate) state: MailState,
    pub(crate) created_at: Timestamp,
}

/// What became of a mail so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fate {
    /// The mail.
    pub id: Uuid,
    /// How far it has come.
    pub state: MailState,
    /// How often a server was asked to take it.
    pub attempts: i64,
    /// What the server said last, if it did not take it.
    pub last_error: Option<String>,
}

/// Stores a mail and the job that sends it, in the transaction of the act that causes it. Gives the id by
/// which [`fates`] tells what became of it.
///
/// # Errors
/// If the database fails.
pub async fn enqueue(conn: &mut Conn<'_>, (clock, ids): (&Clock, &Ids), mail: &Mail) -> db::Result<Uuid> {
    let id = ids.next();
    store::insert(conn, id, mail, clock.now()).await?;
    jobs::enqueue(conn, (clock, ids), &delivery::SendMail { mail: id, priority: mail.priority }).await?;
    Ok(id)
}
