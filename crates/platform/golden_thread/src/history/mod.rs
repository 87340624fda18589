//! Version history: every revision of every entry, the log of acts, and the publication state of each
//! entry.
//!
//! A *revision* is a whole entry as somebody saved it; it is never changed or deleted. Its document is text
//! to this room: the archive knows how to read it. *Work* is the publication state of an entry: its newest
//! revision (`head`), the public one (`live`), and the one that waits for its instant (`due`).
//!
//! Saving is guarded by an optimistic lock: the writer names the head that they have read ([`advance`]); if
//! somebody else has saved since, nothing is written, and the caller shows both texts. That one guarded
//! update keeps two hundred people who save at the same time from overwriting each other, on both
//! databases.

mod store;

use jiff::Timestamp;
use uuid::Uuid;

use crate::EntryId;

pub use store::{
    Author, acts, advance, begin, begin_all, document, find_redirect, forget_redirect, has_been_public, is_due, moved,
    record, redirect, redirects_of, revision, revisions, schedule, set_live, touch, withdraw, withdrawal, without_work,
    work,
};

base::coded! {
    /// An act on an entry, as its history lists it.
    pub enum Act {
        /// It came with a content folder.
        Imported = "imported",
        /// It was begun.
        Created = "created",
        /// A new version was saved.
        Saved = "saved",
        /// An older version was taken up again, as a new one.
        Restored = "restored",
        /// The public sees it.
        Published = "published",
        /// The public will see it at an instant.
        Scheduled = "scheduled",
        /// It does not wait any more.
        Unscheduled = "unscheduled",
        /// Its instant came, and it could not be published.
        NotPublished = "not_published",
        /// The public sees it no more.
        Withdrawn = "withdrawn",
        /// It was deleted, for some time only.
        Binned = "binned",
        /// It was brought back from the bin.
        Returned = "returned",
        /// It got another address.
        Moved = "moved",
        /// It was handed over to be approved.
        ApprovalAsked = "approval_asked",
        /// It was sent back with a remark.
        SentBack = "sent_back",
        /// It is not to be approved any more.
        ApprovalEnded = "approval_ended",
        /// Somebody is to see to it until a day.
        Assigned = "assigned",
        /// What somebody was to see to is done.
        AssignmentDone = "assignment_done",
    }
}

impl Act {
    /// True if it saves a revision; the others are about one that is there.
    pub fn makes_revision(self) -> bool {
        matches!(self, Self::Imported | Self::Created | Self::Saved | Self::Restored)
    }
}

/// Publication state of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Work {
    /// Number of its newest revision, from 1.
    pub head: i64,
    /// Number of the revision that the public sees.
    pub live: Option<i64>,
    /// Number of the revision that waits for its publication, and the instant.
    pub due: Option<(i64, Timestamp)>,
}

impl Work {
    /// True if the newest revision is not the public one.
    pub fn is_ahead(&self) -> bool {
        self.live != Some(self.head)
    }
}

/// One line of an entry's history.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The act itself.
    pub act: Act,
    /// Number of the revision that it made, or that it was about.
    pub number: i64,
    /// Id of the person; `None` for the program.
    pub author_id: Option<Uuid>,
    /// The name of the author, as it was then.
    pub author: String,
    /// Time of the act.
    pub at: Timestamp,
    /// A remark: a reason, an instant, an address.
    pub note: Option<String>,
}

/// A line to be added to an entry's history.
#[derive(Debug, Clone, Copy)]
pub struct NewAct<'a> {
    /// The entry that it is about.
    pub entry: EntryId,
    /// Number of the revision.
    pub number: i64,
    /// The act itself.
    pub act: Act,
    /// A remark: a reason, an instant, an address.
    pub note: Option<&'a str>,
}
