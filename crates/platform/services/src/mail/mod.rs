//! Mail that leaves: stored in the outbox with the act that causes it, sent by a job.
//!
//! [`enqueue`] is all a slice needs. The job hands the mail to an SMTP server; where none is set, it
//! lays it as a file (`.eml`) into the data directory, and so it does with a mail that the server
//! refuses for good: nothing is lost.
//!
//! A mail is sent at least once. If the process dies between the server's *yes* and our note of it,
//! the same mail goes out a second time; it carries the same `Message-ID`, by which mail programs
//! show it once. Headers are made from checked values only: an [`Email`] holds no line break, a
//! [`Subject`] neither, and each further header has a type of its own. Mails contain no remote content, and say that a
//! machine wrote them if one did.

mod attachment;
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
use header::Headers;

pub use attachment::{Attachment, AttachmentError};
pub use delivery::{CHORE, Delivery, Sender, WhoSends};
pub use folder::Folder;
pub use header::{AutoSubmitted, Unsubscribe, UnsubscribeError};
pub use smtp::{Server, ServerError};
pub use store::fates;

/// How many days a mail that was sent, kept or failed stays in the outbox, so that one can see what
/// went out. One that waits is never removed.
pub const RETENTION_DAYS: i64 = 30;

/// How many earlier mails of a conversation a mail names at most.
const REFERENCES: usize = 10;

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
    headers: Headers,
    attachments: Vec<Attachment>,
}

impl Mail {
    /// A mail that a machine writes and somebody expects; answers go to the sender.
    pub fn new(to: Email, subject: Subject, text: String) -> Self {
        let (headers, attachments) = (Headers::default(), Vec::new());
        Self { to, reply_to: None, subject, text, priority: Priority::Normal, headers, attachments }
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

    /// Says whether a machine or a person wrote it.
    #[must_use]
    pub fn auto_submitted(mut self, auto_submitted: AutoSubmitted) -> Self {
        self.headers.auto_submitted = auto_submitted;
        self
    }

    /// The recipient may leave the list for which it was written (`List-Unsubscribe`).
    #[must_use]
    pub fn unsubscribe(mut self, unsubscribe: Unsubscribe) -> Self {
        self.headers.unsubscribe = Some(unsubscribe);
        self
    }

    /// It goes on with a conversation of which these are the earlier mails, the oldest first, by the ids that
    /// [`enqueue`] gave (`In-Reply-To`, `References`). Of many, the first and the latest are named.
    #[must_use]
    pub fn follows(mut self, mails: &[Uuid]) -> Self {
        let latest = mails.len().saturating_sub(REFERENCES - 1).max(1);
        self.headers.follows = mails.iter().take(1).chain(mails.iter().skip(latest)).copied().collect();
        self
    }

    /// With one more file.
    ///
    /// # Errors
    /// If these are too many files, or together too large.
    pub fn attach(mut self, file: Attachment) -> Result<Self, AttachmentError> {
        attachment::add(&mut self.attachments, file)?;
        Ok(self)
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
