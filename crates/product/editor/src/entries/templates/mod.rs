//! Templates: entries of a kind that begin with what is the same each time.
//!
//! Invariants:
//! * a template is no entry: the public never sees it, and no export holds one;
//! * among the templates of a kind each name is there once; a new one with the name of another takes its place;
//! * one that was deleted or replaced can be brought back for [`KEPT_DAYS`].

pub(crate) mod actions;
pub(crate) mod store;

use archive::Document;
use base::clock::micros;
use golden_thread::Kind;
use jiff::{SignedDuration, Timestamp};
use services::jobs::Chore;
use uuid::Uuid;

/// Days for which a deleted template can be brought back.
pub(crate) const KEPT_DAYS: i64 = 30;
/// The most characters of a name.
pub(crate) const LONGEST_NAME: usize = 80;

/// A template without its content.
#[derive(Debug, Clone)]
pub(crate) struct Template {
    pub(crate) id: Uuid,
    pub(crate) kind: Kind,
    pub(crate) name: String,
    /// The name of the person who has kept it.
    pub(crate) person: String,
    pub(crate) at: Timestamp,
    pub(crate) is_deleted: bool,
}

/// A template that a new entry begins with.
#[derive(Debug, Clone)]
pub(crate) struct Chosen {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) document: Document,
}

/// Deletes templates for good, once a day.
pub(crate) const CHORE: Chore = Chore {
    kind: "purge-templates",
    clean: |conn, clock| {
        Box::pin(async move {
            let kept = SignedDuration::from_hours(24 * KEPT_DAYS);
            store::purge(conn, micros(clock.now().saturating_sub(kept).unwrap_or(Timestamp::MIN))).await
        })
    },
};
