//! Acts on many entries at once: publish, withdraw, add or take away a field of action.
//!
//! Invariants:
//! * each entry is an act of its own, with its own transaction, rights, history and line in the audit log; one that is
//!   refused says why and holds up no other;
//! * nothing is done to a version that the person has not seen in the list;
//! * one press undoes all of it within a day, but what somebody has changed since stays as it is.

mod effects;
mod job;
mod pages;
pub(crate) mod paths;
mod store;
mod undoing;

use base::Localized;
use golden_thread::{EntryId, State};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

pub(crate) use job::{BulkWorker, CHORE};
pub(crate) use pages::{router, value};

/// How long an act can be undone.
const UNDOABLE: SignedDuration = SignedDuration::from_hours(24);
/// How long an act is kept, so that its outcome can be looked at.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 30);
/// The number of entries that are seen to while the person waits; a job does the others.
const WHILE_WAITING: i64 = 20;

base::coded! {
    /// An act on many entries.
    pub(crate) enum BulkKind {
        /// The public sees the newest version.
        Publish = "veroeffentlichen",
        /// The public sees them no more.
        Withdraw = "zuruecknehmen",
        /// They belong to one more field of action.
        AddField = "feld",
        /// They belong to a field of action no more.
        RemoveField = "feld-weg",
    }
}

base::coded! {
    /// What became of one entry.
    pub(crate) enum Outcome {
        /// It was done.
        Done = "done",
        /// There was nothing to do.
        Same = "same",
        /// Somebody has saved since.
        Newer = "newer",
        /// The person may not.
        Forbidden = "forbidden",
        /// The draft was deleted.
        Binned = "binned",
        /// There are remarks that somebody should look at first.
        Remarks = "remarks",
        /// It has faults, or does not fit the other content.
        Unfit = "unfit",
        /// Its rights would reach too far.
        GivesRight = "gives-right",
        /// A failure of the program, which the log explains.
        Broken = "broken",
    }
}

/// An act on many entries, as it is kept.
#[derive(Debug, Clone)]
struct Bulk {
    id: Uuid,
    person: Uuid,
    author: String,
    kind: BulkKind,
    /// The slug of the field of action.
    field: Option<String>,
    /// The reason of a withdrawal.
    why: Option<Localized>,
    /// True if remarks do not matter.
    overrules: bool,
    at: Timestamp,
    undone_at: Option<Timestamp>,
}

/// One of its entries.
#[derive(Debug, Clone, Copy)]
struct Item {
    place: i64,
    entry: EntryId,
    /// The version that the person had in front of them.
    seen: i64,
    change: Option<Change>,
}

/// The entry before and after the act.
#[derive(Debug, Clone, Copy)]
struct Change {
    before: Stand,
    head_after: i64,
    live_after: Option<i64>,
}

/// The versions and the state of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stand {
    head: i64,
    live: Option<i64>,
    state: State,
}
