//! Links that let somebody in: once, and not for long.
//!
//! To open a link shows a page with a button; only the button signs in. Programs that look at mails
//! before people do may open a link as often as they like.

use base::coded;
use jiff::SignedDuration;

coded! {
    /// What a link is for.
    pub enum LinkKind {
        /// Somebody wants to sign in.
        SignIn = "sign_in",
        /// Somebody was invited and signs in for the first time.
        Invitation = "invitation",
        /// Nobody is at the desk yet: whoever started the program becomes its administrator.
        First = "first",
    }
}

impl LinkKind {
    /// How long it holds.
    pub const fn lasts(self) -> SignedDuration {
        match self {
            Self::SignIn => SignedDuration::from_mins(15),
            Self::Invitation => SignedDuration::from_hours(24 * 7),
            Self::First => SignedDuration::from_hours(24),
        }
    }
}
