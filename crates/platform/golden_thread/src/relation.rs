//! Relations between entries, and the direction of time in each.

use crate::EntryId;

base::coded! {
    /// The verb of a link: *from* `relation` *to*.
    pub enum Relation {
        /// The question came up at an event.
        RaisedAt = "raised_at",
        /// The wording became a sharper one.
        SharpenedInto = "sharpened_into",
        /// The one brought about the other.
        LedTo = "led_to",
        /// The agreement was made at an event.
        AgreedIn = "agreed_in",
        /// A promise was kept by what followed.
        ImplementedBy = "implemented_by",
        /// It was written down in a document or reported in a news item.
        DocumentedIn = "documented_in",
        /// It changed hands.
        HandedTo = "handed_to",
        /// Somebody answered.
        AnsweredBy = "answered_by",
        /// The same thing went on under another name.
        ContinuedAs = "continued_as",
        /// The same thing in a newer version.
        ReplacedBy = "replaced_by",
        /// It is a part of a larger whole.
        PartOf = "part_of",
    }
}

impl Relation {
    /// Sorts the two ends of a link by time.
    pub fn in_time<T>(self, from: T, to: T) -> InTime<T> {
        match self {
            // A question comes out of the event at which it was raised; a part out of its whole.
            Self::RaisedAt | Self::AgreedIn | Self::PartOf => InTime { origin: to, outcome: from },
            _ => InTime { origin: from, outcome: to },
        }
    }

    /// True if the relation says something about time, so that a cycle of such links would be a
    /// contradiction. Being a part of something does not.
    pub const fn is_directed(self) -> bool {
        !matches!(self, Self::PartOf)
    }
}

/// The two ends of a link in the direction of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InTime<T = EntryId> {
    /// The earlier end.
    pub origin: T,
    /// The later end.
    pub outcome: T,
}

base::coded! {
    /// A direction along the thread.
    pub enum Side {
        /// Towards earlier entries.
        Origin = "origin",
        /// Towards later entries.
        Outcome = "outcome",
    }
}
