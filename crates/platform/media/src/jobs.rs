//! The daily job that deletes media and former bytes after their retention period.

use jiff::{SignedDuration, Timestamp};
use services::jobs::Chore;

use crate::medium::Medium;
use crate::store;

/// Deletes media that were withdrawn, and bytes that were replaced, [`Medium::KEPT_DAYS`] ago.
pub const CHORE: Chore = Chore {
    kind: "purge-media",
    clean: |conn, clock| {
        Box::pin(async move {
            let kept = SignedDuration::from_hours(24 * Medium::KEPT_DAYS);
            let before = clock.now().saturating_sub(kept).unwrap_or(Timestamp::MIN);
            Ok(store::purge(conn, before).await? + store::purge_former(conn, before).await?)
        })
    },
};
