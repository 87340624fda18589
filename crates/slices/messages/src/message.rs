//! A message and its rules: the day until which it is answered, and the day on which its content is
//! deleted.

use base::{Email, Locale, coded};
use golden_thread::EntryId;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use uuid::Uuid;
use web::initiative::Replies;

coded! {
    /// The kind of a message.
    pub enum MessageKind {
        /// A question or remark to the people in charge.
        Contact = "contact",
        /// A report about a barrier on the site.
        Barrier = "barrier",
    }
}

coded! {
    /// The subject of a message, as far as it decides who answers.
    pub enum Topic {
        /// One field of action.
        Field = "field",
        /// The initiative as a whole.
        General = "general",
        /// A question of a journalist.
        Press = "press",
    }
}

coded! {
    /// The state of a message.
    pub enum MessageState {
        /// Nobody has looked at it yet.
        New = "new",
        /// A person takes care of it.
        Assigned = "assigned",
        /// The sender has an answer.
        Answered = "answered",
        /// Nothing is left to do.
        Closed = "closed",
        /// Somebody put it away as spam.
        Spam = "spam",
        /// Its content is deleted.
        Purged = "purged",
    }
}

/// A message as it is received.
#[derive(Debug, Clone)]
pub(crate) struct Message {
    pub(crate) id: Uuid,
    pub(crate) kind: MessageKind,
    /// The case number.
    pub(crate) number: String,
    /// Fingerprint of the content, to recognize a second click.
    pub(crate) fingerprint: String,
    pub(crate) topic: Topic,
    pub(crate) field: Option<EntryId>,
    /// The mailbox that answers.
    pub(crate) mailbox: Email,
    /// The page on which the barrier is, in the words of the sender.
    pub(crate) page: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) email: Option<Email>,
    pub(crate) text: String,
    pub(crate) locale: Locale,
    pub(crate) received_at: Timestamp,
    /// The day until which we answer.
    pub(crate) due: Date,
    pub(crate) state: MessageState,
    /// The day on which the content is deleted.
    pub(crate) purge_on: Date,
}

impl MessageKind {
    /// The letter with which its case numbers begin.
    pub(crate) fn letter(self) -> char {
        match self {
            Self::Contact => 'K',
            Self::Barrier => 'B',
        }
    }

    /// The day until which a message of this day is answered.
    pub(crate) fn due(self, received: Date, replies: Replies) -> Date {
        let days = match self {
            Self::Contact => replies.contact_days,
            Self::Barrier => replies.barrier_days,
        };
        received.saturating_add(i64::from(days).days())
    }
}

/// Retention of the content in days, defined here only. The register of fields in `initiative.toml` names
/// the same numbers.
#[derive(Debug, Clone, Copy)]
pub struct Retention;

impl Retention {
    /// For questions, because an answer may lead to another question.
    pub const CONTACT: i64 = 180;
    /// For barrier reports, until a complaint about our answer is settled.
    pub const BARRIER: i64 = 365;
    /// For messages that were put away, so that a mistake can be noticed.
    pub const SPAM: i64 = 30;

    /// The day on which the content of a message of this day is deleted.
    pub(crate) fn ends(kind: MessageKind, state: MessageState, received: Date) -> Date {
        let days = match (state, kind) {
            (MessageState::Spam, _) => Self::SPAM,
            (_, MessageKind::Contact) => Self::CONTACT,
            (_, MessageKind::Barrier) => Self::BARRIER,
        };
        received.saturating_add(days.days())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn each_kind_is_answered_and_deleted_in_its_time() {
        let (day, replies) = (date(2026, 11, 23), Replies::default());
        assert_eq!(MessageKind::Contact.due(day, replies), date(2026, 12, 7));
        assert_eq!(MessageKind::Barrier.due(day, replies), date(2026, 12, 21));
        let ends = |kind, state| Retention::ends(kind, state, day);
        assert_eq!(ends(MessageKind::Contact, MessageState::New), date(2027, 5, 22));
        assert_eq!(ends(MessageKind::Barrier, MessageState::New), date(2027, 11, 23));
        assert_eq!(ends(MessageKind::Barrier, MessageState::Spam), date(2026, 12, 23));
    }
}
