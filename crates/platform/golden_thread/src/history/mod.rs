//! Every version of every entry, who did what, and where an entry stands.
//!
//! A *revision* is a whole entry as somebody saved it; it is never changed or deleted. Its document is
//! text to this room: the archive knows how to read it. *Work* is where an entry stands: its newest
//! revision (`head`), the one that the public sees (`live`), and the one that waits for its instant.
//!
//! Whoever writes names the head that they have read ([`advance`]); if somebody else has saved since, nothing
//! is written, and the caller shows both texts. That one guarded update is what keeps two hundred people
//! who save at the same time from overwriting each other, on both databases.

mod store;

use jiff::Timestamp;
use uuid::Uuid;

use crate::EntryId;

pub use store::{
    Author, acts, advance, begin, begin_all, document, find_redirect, forget_redirect, has_been_public, is_due, moved,
    record, redirect, redirects_of, revision, schedule, set_live, touch, withdraw, withdrawal, without_work, work,
};

base::coded! {
    /// What somebody did with an entry.
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
        /// It got another address.
        Moved = "moved",
    }
}

/// Where an entry stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Work {
    /// Number of its newest revision, from 1.
    pub head: i64,
    /// Number of the revision that the public sees.
    pub live: Option<i64>,
    /// Number of the revision that the public will see, and when.
    pub due: Option<(i64, Timestamp)>,
}

impl Work {
    /// Whether the newest revision is not the one that the public sees.
    pub fn is_ahead(&self) -> bool {
        self.live != Some(self.head)
    }
}

/// One line of an entry's history.
#[derive(Debug, Clone)]
pub struct Entry {
    /// What was done.
    pub act: Act,
    /// Number of the revision that it made, or that it was about.
    pub number: i64,
    /// Who did it; `None` for the program.
    pub author_id: Option<Uuid>,
    /// The name of the author, as it was then.
    pub author: String,
    /// When.
    pub at: Timestamp,
    /// A few words on it: a reason, an instant, an address.
    pub note: Option<String>,
}

/// What is put into the history.
#[derive(Debug, Clone, Copy)]
pub struct NewAct<'a> {
    /// The entry.
    pub entry: EntryId,
    /// Number of the revision.
    pub number: i64,
    /// What was done.
    pub act: Act,
    /// A few words on it.
    pub note: Option<&'a str>,
}
