//! How much visitors may write, and how often we write to whom they name.
//!
//! A school sits behind one address, so one sender may send what a hundred people do. All together are
//! bounded by what the database holds for years, far beyond what people write. What gives way under a
//! flood before that is the mail to those who wrote, because it goes to addresses that nobody has
//! proved: the message is stored and the page shows its number all the same.

use web::form::{Quota, Rate};

/// Questions.
pub(crate) const CONTACT: Quota = Quota::of("contact").per_sender(Rate::per_hour(120)).in_total(Rate::per_day(20_000));
/// Barrier reports, which no flood of questions keeps out.
pub(crate) const BARRIER: Quota = Quota::of("barrier").per_sender(Rate::per_hour(120)).in_total(Rate::per_day(20_000));
/// Confirmations: for one address, and for all that anybody names.
pub(crate) const CONFIRMATIONS: Quota =
    Quota::of("confirmation").per_target(Rate::per_hour(3)).in_total(Rate::per_hour(300));
