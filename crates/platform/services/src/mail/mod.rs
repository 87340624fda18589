//! Outgoing mail: stored in the outbox with the act that causes it, sent by a job.
//!
//! [`enqueue`] is all a slice needs. The job hands the mail to an SMTP server; without a server it writes
//! it to a file (`.eml`) in the data directory, as it does with a mail that the server refuses for good:
//! nothing is lost.
//!
//! A mail is sent at least once. If the process dies between the server's acceptance and our record of it,
//! the same mail is sent a second time; it carries the same `Message-ID`, by which mail programs show it
//! once. Headers are made from checked values only: an [`Email`] holds no line break, a [`Subject`]
//! neither, and each further header has a type of its own. Mails contain no remote content, and are marked
//! if a machine wrote them.

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

use base::{Email, Now, coded};
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

/// Retention in days of a mail that was sent, kept or failed. One that waits is never deleted.
pub const RETENTION_DAYS: i64 = 30;

/// Most earlier mails of a conversation that a mail refers to.
const REFERENCES: usize = 10;

/// A mail to be sent.
#[derive(Debug, Clone)]
pub struct Mail {
    /// The recipient.
    pub to: Email,
    /// The address for replies, if not the sender.
    pub reply_to: Option<Email>,
    /// The subject line.
    pub subject: Subject,
    /// The text; lines may be of any length.
    pub text: String,
    /// Order among waiting mails.
    pub priority: Priority,
    headers: Headers,
    attachments: Vec<Attachment>,
}

impl Mail {
    /// A mail that a machine writes and the recipient expects; replies go to the sender.
    pub fn new(to: Email, subject: Subject, text: String) -> Self {
        let (headers, attachments) = (Headers::default(), Vec::new());
        Self { to, reply_to: None, subject, text, priority: Priority::Normal, headers, attachments }
    }

    /// Sets the address for replies.
    #[must_use]
    pub fn reply_to(mut self, address: Option<Email>) -> Self {
        self.reply_to = address;
        self
    }

    /// Sets the order among waiting mails.
    #[must_use]
    pub fn priority(mut self, priority: Priority) -> Self {
        self.priority = priority;
        self
    }

    /// Sets if a machine or a person wrote it.
    #[must_use]
    pub fn auto_submitted(mut self, auto_submitted: AutoSubmitted) -> Self {
        self.headers.auto_submitted = auto_submitted;
        self
    }

    /// Lets the recipient leave the list for which it was written (`List-Unsubscribe`).
    #[must_use]
    pub fn unsubscribe(mut self, unsubscribe: Unsubscribe) -> Self {
        self.headers.unsubscribe = Some(unsubscribe);
        self
    }

    /// Continues a conversation of which these are the earlier mails, the oldest first, by the ids that
    /// [`enqueue`] returned (`In-Reply-To`, `References`). Of many, the first and the latest are named.
    #[must_use]
    pub fn follows(mut self, mails: &[Uuid]) -> Self {
        let latest = mails.len().saturating_sub(REFERENCES - 1).max(1);
        self.headers.follows = mails.iter().take(1).chain(mails.iter().skip(latest)).copied().collect();
        self
    }

    /// Adds an attachment.
    ///
    /// # Errors
    /// If there are too many files, or they are too large together.
    pub fn attach(mut self, file: Attachment) -> Result<Self, AttachmentError> {
        attachment::add(&mut self.attachments, file)?;
        Ok(self)
    }
}

/// The subject of a mail: one line of at most [`Subject::MAX`] characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject(String);

impl Subject {
    /// Most characters; a longer text is cut.
    pub const MAX: usize = 150;

    /// A subject from any text: line breaks and other control characters become blanks.
    pub fn new(text: &str) -> Self {
        let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let words = line.split_whitespace().collect::<Vec<_>>().join(" ");
        Self(words.chars().take(Self::MAX).collect())
    }

    /// The subject as one line.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

coded! {
    /// State of a mail.
    pub enum MailState {
        /// It will be sent.
        Waiting = "waiting",
        /// The server has accepted it.
        Sent = "sent",
        /// It was written to a file, because no server is set.
        Kept = "kept",
        /// The server refused it, or could not be reached for days. It was written to a file too.
        Failed = "failed",
    }
}

/// A mail of the outbox. Its priority is stored with its job only.
#[derive(Debug, Clone)]
pub(crate) struct Posted {
    pub(crate) id: Uuid,
    pub(crate) mail: Mail,
    pub(crate) state: MailState,
    pub(crate) created_at: Timestamp,
}

/// The state of delivery of a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fate {
    /// Id of the mail.
    pub id: Uuid,
    /// Present state.
    pub state: MailState,
    /// Number of attempts at delivery.
    pub attempts: i64,
    /// The last error of the server, if it did not accept the mail.
    pub last_error: Option<String>,
}

/// Stores a mail and the job that sends it, in the transaction of the act that causes it. Returns the id by
/// which [`fates`] finds its state.
///
/// # Errors
/// If the database fails.
pub async fn enqueue(conn: &mut Conn<'_>, Now { clock, ids }: Now<'_>, mail: &Mail) -> db::Result<Uuid> {
    let id = ids.next();
    store::insert(conn, id, mail, clock.now()).await?;
    jobs::enqueue(conn, Now { clock, ids }, &delivery::SendMail { mail: id, priority: mail.priority }).await?;
    Ok(id)
}
