//! Assignments: who sees to an entry, and until which day.
//!
//! Invariants: an entry has one assignment at most; the person is told by mail when they get it and when its day has come, and
//! it stands on their start page until somebody says that it is done; if the person leaves the desk, it stays, with their name.

pub(crate) mod actions;
mod reminders;
pub(crate) mod store;

use jiff::civil::Date;
use uuid::Uuid;

pub(crate) use reminders::Reminders;

/// The assignment of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Assignment {
    /// `None` if they have left.
    pub(crate) person_id: Option<Uuid>,
    /// Their name.
    pub(crate) person: String,
    pub(crate) day: Date,
    /// The name of the person who gave it.
    pub(crate) giver: String,
}
