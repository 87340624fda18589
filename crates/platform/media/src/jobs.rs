//! Once a day: deletes media that were withdrawn, and bytes that were replaced, long enough ago.

use jiff::{SignedDuration, Timestamp};
use services::jobs::Chore;

use crate::medium::Medium;
use crate::store;

/// Deletes what was withdrawn or replaced and not brought back.
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
