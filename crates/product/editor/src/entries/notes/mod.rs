//! Notes on an entry: what colleagues tell each other while they work on it.
//!
//! Invariants:
//! * the public never sees a note, and no export holds one;
//! * a mention reaches only people who may open the entry, by mail and on their start page, until the note is done;
//! * nobody deletes the note of somebody else; one's own comes back for [`KEPT_DAYS`].

pub(crate) mod actions;
mod mentions;
pub(crate) mod store;

use base::clock::micros;
use jiff::{SignedDuration, Timestamp};
use services::jobs::Chore;
use uuid::Uuid;

pub(crate) use mentions::{Unknown, mentioned};

/// Days for which a deleted note can be brought back.
pub(crate) const KEPT_DAYS: i64 = 30;
/// Days after which a note that is done is deleted.
const DONE_DAYS: i64 = 365;
/// The most characters of a note.
pub(crate) const LONGEST: usize = 4000;

/// A note.
#[derive(Debug, Clone)]
pub(crate) struct EntryNote {
    pub(crate) id: Uuid,
    /// Its author; `None` if they have left.
    pub(crate) person_id: Option<Uuid>,
    /// Their name.
    pub(crate) person: String,
    pub(crate) text: String,
    pub(crate) at: Timestamp,
    pub(crate) is_done: bool,
    pub(crate) is_deleted: bool,
}

/// Deletes notes for good, once a day.
pub(crate) const CHORE: Chore = Chore {
    kind: "purge-entry-notes",
    clean: |conn, clock| {
        Box::pin(async move {
            let before = |days: i64| {
                let kept = SignedDuration::from_hours(24 * days);
                micros(clock.now().saturating_sub(kept).unwrap_or(Timestamp::MIN))
            };
            store::purge(conn, before(KEPT_DAYS), before(DONE_DAYS)).await
        })
    },
};
