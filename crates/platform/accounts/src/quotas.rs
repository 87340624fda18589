//! How often somebody may try to come in. Each way has its own quota, so that none closes another.
//!
//! A link has no quota: nobody guesses its 256 bits, and a false one costs a look into an index. A
//! workshop sits behind one address, so one sender may do what several dozen people do.

use std::time::Duration;

use web::form::{Quota, Rate};

const TEN_MINUTES: Duration = Duration::from_mins(10);

/// Asking for a link by mail. What each person is sent is limited by [`crate::link::may_send`].
pub(crate) const LINK: Quota = Quota::of("sign-in link").per_sender(Rate::per(60, TEN_MINUTES));
/// Asking a passkey, and its answer.
pub(crate) const PASSKEY: Quota = Quota::of("passkey").per_sender(Rate::per(120, TEN_MINUTES));
/// Going to the provider of identities, and coming back.
pub(crate) const PROVIDER: Quota = Quota::of("provider").per_sender(Rate::per(120, TEN_MINUTES));
/// Trying passwords, right or wrong.
pub(crate) const PASSWORD: Quota = Quota::of("password").per_sender(Rate::per(60, TEN_MINUTES));
/// Trying the password of one account, existing or not: all strangers together, and each sender from
/// where the person has come in before.
pub(crate) const ACCOUNT: Quota = Quota::of("account").per_target(Rate::per_hour(10));
/// Rows of the audit log about refusals that somebody causes who has not signed in, for each way.
pub(crate) const REFUSALS: Quota = Quota::of("refusal").per_target(Rate::per_hour(20));
