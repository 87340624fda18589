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
        /// The one tells about the other, before or after it.
        ReportsOn = "reports_on",
        /// It was shown at an event.
        PresentedAt = "presented_at",
        /// The one names the other.
        RefersTo = "refers_to",
        /// The one takes up the other.
        BuildsOn = "builds_on",
        /// It lives on within something larger or other.
        ContinuedIn = "continued_in",
    }
}

base::coded! {
    /// The ground on which a link stands.
    pub enum Basis {
        /// The source says so.
        Stated = "stated",
        /// The source suggests it.
        Suggested = "suggested",
        /// The editors read it so.
        Editorial = "editorial",
    }
}

impl Relation {
    /// Sorts the two ends of a link by time.
    pub fn in_time<T>(self, from: T, to: T) -> InTime<T> {
        match self {
            // A question comes out of the event at which it was raised; a part out of its whole.
            Self::RaisedAt | Self::AgreedIn | Self::PartOf | Self::ReportsOn | Self::RefersTo | Self::BuildsOn => {
                InTime { origin: to, outcome: from }
            }
            _ => InTime { origin: from, outcome: to },
        }
    }

    /// True if the relation says something about time, so that a cycle of such links would be a
    /// contradiction. Being a part of something does not; a report may come before its event; and what came out of an
    /// event may be presented there.
    pub const fn is_directed(self) -> bool {
        !matches!(self, Self::PartOf | Self::ReportsOn | Self::PresentedAt | Self::RefersTo)
    }

    /// True if the one only tells of the other: then it did not come of it.
    pub const fn only_tells(self) -> bool {
        matches!(self, Self::ReportsOn | Self::RefersTo)
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
