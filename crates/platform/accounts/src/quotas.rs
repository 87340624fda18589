//! Rate limits of sign-in. Each way to sign in has its own, so that none closes another.
//!
//! A link has no limit: nobody guesses its 256 bits, and a false one costs one look-up in an index. A
//! workshop sits behind one address, so one sender may make as many attempts as several dozen people.

use std::time::Duration;

use web::form::{Quota, Rate};

const TEN_MINUTES: Duration = Duration::from_mins(10);

/// Requests for a link by mail. The mails to each person are limited by [`crate::link::may_send`].
pub(crate) const LINK: Quota = Quota::of("sign-in link").per_sender(Rate::per(60, TEN_MINUTES));
/// Challenges for passkeys, and their answers.
pub(crate) const PASSKEY: Quota = Quota::of("passkey").per_sender(Rate::per(120, TEN_MINUTES));
/// Redirects to the identity provider, and back.
pub(crate) const PROVIDER: Quota = Quota::of("provider").per_sender(Rate::per(120, TEN_MINUTES));
/// Attempts with a password, right or wrong.
pub(crate) const PASSWORD: Quota = Quota::of("password").per_sender(Rate::per(60, TEN_MINUTES));
/// Attempts with the password of one account, existing or not: all unknown senders together, and apart from
/// them each sender from which the person has signed in before.
pub(crate) const ACCOUNT: Quota = Quota::of("account").per_target(Rate::per_hour(10));
/// Rows of the audit log about refused attempts of unknown people, for each way to sign in.
pub(crate) const REFUSALS: Quota = Quota::of("refusal").per_target(Rate::per_hour(20));
