//! How many forms may be sent within an hour: by one sender, and by all together.

use std::collections::VecDeque;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

/// The window that slides along with time.
const WINDOW: SignedDuration = SignedDuration::from_hours(1);
/// Forms of one sender within the window. A school sits behind one address.
pub(super) const OF_ONE: usize = 10;
/// Forms of all senders within the window. It bounds the memory too: who was not let in is not
/// remembered.
pub(super) const OF_ALL: usize = 300;

/// Who was let in within the window, oldest first. Senders are known by a hash only.
#[derive(Debug, Default)]
pub(super) struct Limit(VecDeque<(Timestamp, u64)>);

impl Limit {
    /// Lets a sender in, or says how long to wait.
    pub(super) fn admit(&mut self, sender: u64, now: Timestamp) -> Result<(), Duration> {
        while self.0.front().is_some_and(|(at, _)| now.duration_since(*at) >= WINDOW) {
            self.0.pop_front();
        }
        let own = || self.0.iter().filter(|(_, other)| *other == sender);
        let first =
            if own().count() >= OF_ONE { own().next() } else { self.0.front().filter(|_| self.0.len() >= OF_ALL) };
        if let Some((at, _)) = first {
            let wait = WINDOW - now.duration_since(*at);
            return Err(wait.unsigned_abs());
        }
        self.0.push_back((now, sender));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_sender_waits_until_the_first_form_is_an_hour_old() {
        let mut limit = Limit::default();
        let start: Timestamp = "2026-11-23T12:00:00Z".parse().unwrap();
        let at = |minutes| start + SignedDuration::from_mins(minutes);
        for minute in 0..i64::try_from(OF_ONE).unwrap() {
            assert_eq!(limit.admit(1, at(minute)), Ok(()));
        }
        assert_eq!(limit.admit(1, at(20)), Err(Duration::from_mins(40)));
        assert_eq!(limit.admit(2, at(20)), Ok(()), "others are not concerned");
        assert_eq!(limit.admit(1, at(60)), Ok(()));
        assert_eq!(limit.admit(1, at(60)), Err(Duration::from_mins(1)), "the window slides");
    }

    #[test]
    fn all_together_have_a_limit_that_bounds_the_memory() {
        let mut limit = Limit::default();
        let start: Timestamp = "2026-11-23T12:00:00Z".parse().unwrap();
        let let_in = (0..10_000).filter(|sender| limit.admit(*sender, start).is_ok()).count();
        assert_eq!((let_in, limit.0.len()), (OF_ALL, OF_ALL));
        assert_eq!(limit.admit(10_001, start + WINDOW), Ok(()));
        assert_eq!(limit.0.len(), 1);
    }
}
