//! The bin: drafts that were deleted.
//!
//! Invariants:
//! * only a draft that the public has never seen can be deleted, and none that something public names;
//! * for thirty days it can be brought back as it was, with all its versions;
//! * then it is deleted for good, unless something names or needs it by then.

pub(crate) mod actions;
mod disposal;
pub(crate) mod naming;
pub(crate) mod store;

use jiff::SignedDuration;

pub(crate) use disposal::Disposal;

/// Days after which a deleted draft is gone for good.
pub(crate) const DAYS: i64 = 30;
/// The same as a duration.
pub(crate) const KEPT: SignedDuration = SignedDuration::from_hours(24 * DAYS);
