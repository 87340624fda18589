//! Once a day: deletes media that were withdrawn long enough ago.

use jiff::{SignedDuration, Timestamp};
use services::jobs::Chore;

use crate::medium::Medium;
use crate::store;

/// Deletes what was withdrawn and not brought back.
pub const CHORE: Chore = Chore {
    kind: "purge-media",
    clean: |conn, clock| {
        Box::pin(async move {
            let kept = SignedDuration::from_hours(24 * Medium::KEPT_DAYS);
            store::purge(conn, clock.now().saturating_sub(kept).unwrap_or(Timestamp::MIN)).await
        })
    },
};
