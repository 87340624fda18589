//! Rate limits on messages of visitors, and on the confirmations that we send.
//!
//! A school sits behind one address, so one sender may send as much as a hundred people. The total is
//! bounded by the space that the database has for years, far beyond the messages that people write. Under a
//! flood, confirmations are the first to be dropped, because they go to unverified addresses: the message
//! is stored and the page shows its number all the same.

use web::form::{Quota, Rate};

/// Questions.
pub(crate) const CONTACT: Quota = Quota::of("contact").per_sender(Rate::per_hour(120)).in_total(Rate::per_day(20_000));
/// Barrier reports, which no flood of questions keeps out.
pub(crate) const BARRIER: Quota = Quota::of("barrier").per_sender(Rate::per_hour(120)).in_total(Rate::per_day(20_000));
/// Confirmations: for one address, and for all that anybody names.
pub(crate) const CONFIRMATIONS: Quota =
    Quota::of("confirmation").per_target(Rate::per_hour(3)).in_total(Rate::per_hour(300));
