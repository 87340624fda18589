//! Once a day: deletes the content of messages whose retention has ended.

use services::jobs::Chore;

use crate::store;

/// Deletes content that is due for deletion. Days and case numbers stay.
pub(crate) const CHORE: Chore =
    Chore { kind: "purge-messages", clean: |conn, clock| Box::pin(store::purge(conn, clock.today())) };
