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

/// How many links somebody is sent within an hour, whoever asks for them.
pub const LINKS: i64 = 5;
/// How many of them at once.
const AT_ONCE: i64 = 2;

/// Whether somebody is sent another link, given how many they were sent within the hour and how many of
/// these still hold. After the second one the next comes only when none holds any more; so a stranger
/// who asks for links all the time cannot bring about a minute in which the person has none that works.
pub(crate) const fn may_send(sent: i64, holding: i64) -> bool {
    sent < LINKS && (sent < AT_ONCE || holding == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stranger_who_asks_every_minute_leaves_nobody_without_a_link_and_causes_few_mails() {
        let lasts = LinkKind::SignIn.lasts().as_mins();
        let mut sent: Vec<i64> = Vec::new();
        for minute in 0..24 * 60 {
            let within = |minutes: i64| sent.iter().filter(|at| minute - **at < minutes).count();
            let (hour, holding) = (within(60), within(lasts));
            if may_send(i64::try_from(hour).unwrap(), i64::try_from(holding).unwrap()) {
                sent.push(minute);
            }
            assert!(sent.iter().any(|at| minute - at < lasts), "no link that works in minute {minute}");
            assert!(sent.iter().filter(|at| minute - **at < 60).count() <= 5);
        }
    }

    #[test]
    fn person_who_uses_links_gets_new_ones_up_to_the_limit() {
        let sent = (0..10).take_while(|sent| may_send(*sent, 0)).count();
        assert_eq!(sent, 5);
        assert!(may_send(1, 1) && !may_send(2, 1));
    }
}
