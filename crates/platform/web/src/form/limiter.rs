//! A rate limiter with keys: the generic cell rate algorithm (GCRA, known from ATM networks) over one
//! table for all purposes.
//!
//! For each key we keep one instant: when its bucket will be full again. The table is bounded, because
//! strangers choose the keys: if it is full, keys with a full bucket go first, then those that have used
//! least. So made-up keys cost memory up to a bound, and shut nobody out.
//!
//! The crate `governor` does the same arithmetic for one limit at a time. Here several limits decide
//! together, and a request that one of them refuses must not be charged to the others; nor does `governor`
//! bound its keys.

use std::collections::HashMap;
use std::time::Duration;

use super::quota::Rate;

/// Most keys; a key takes some 32 bytes.
const MOST_KEYS: usize = 50_000;

/// One charge to a rate limit: the key, and the rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Charge {
    pub(super) key: u64,
    pub(super) rate: Rate,
}

/// The instant at which the bucket of each key is full again, on a monotonic clock.
#[derive(Debug, Default)]
pub(super) struct Limiter(HashMap<u64, Duration>);

impl Limiter {
    /// Charges all of `every` and the first of `any` that has room. If that is impossible nothing is
    /// charged, and the error is the time to wait.
    pub(super) fn admit(&mut self, every: &[Charge], any: &[Charge], now: Duration) -> Result<(), Duration> {
        let wait = |charge: &Charge| self.wait(*charge, now);
        let longest = every.iter().map(wait).max().unwrap_or_default();
        let cheapest = any.iter().min_by_key(|charge| wait(charge));
        let longest = longest.max(cheapest.map(wait).unwrap_or_default());
        if !longest.is_zero() {
            return Err(longest);
        }
        for charge in every.iter().chain(cheapest) {
            self.make_room(now);
            let paid_off = self.paid_off(charge.key, now) + charge.rate.step();
            self.0.insert(charge.key, paid_off);
        }
        Ok(())
    }

    fn wait(&self, Charge { key, rate }: Charge, now: Duration) -> Duration {
        (self.paid_off(key, now) + rate.step()).saturating_sub(now + rate.within())
    }

    fn paid_off(&self, key: u64, now: Duration) -> Duration {
        self.0.get(&key).map_or(now, |at| now.max(*at))
    }

    fn make_room(&mut self, now: Duration) {
        if self.0.len() < MOST_KEYS {
            return;
        }
        self.0.retain(|_, at| *at > now);
        // Half of the table is free afterwards, so this happens once in many thousand times.
        if self.0.len() > MOST_KEYS / 2 {
            let mut instants: Vec<Duration> = self.0.values().copied().collect();
            let middle = instants.len() / 2;
            let median = *instants.select_nth_unstable(middle).1;
            self.0.retain(|_, at| *at > median);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOURLY: Rate = Rate::per_hour(4);

    fn charge(key: u64) -> Charge {
        Charge { key, rate: HOURLY }
    }

    fn minutes(minutes: u64) -> Duration {
        Duration::from_mins(minutes)
    }

    #[test]
    fn all_may_come_at_once_and_then_room_comes_back_evenly() {
        let mut limiter = Limiter::default();
        let mut admit = |at| limiter.admit(&[charge(1)], &[], at);
        for _ in 0..4 {
            assert_eq!(admit(minutes(0)), Ok(()));
        }
        assert_eq!(admit(minutes(0)), Err(minutes(15)));
        assert_eq!(admit(minutes(14)), Err(minutes(1)));
        assert_eq!(admit(minutes(15)), Ok(()));
        assert_eq!(admit(minutes(15)), Err(minutes(15)), "one came back, not all");
        let later = (0..10).filter(|_| admit(minutes(500)).is_ok()).count();
        assert_eq!(later, 4, "more than all never comes back");
    }

    #[test]
    fn what_one_limit_refuses_is_not_charged_to_the_others() {
        let mut limiter = Limiter::default();
        let (one, other, shared) = (charge(1), charge(2), charge(9));
        for _ in 0..4 {
            assert_eq!(limiter.admit(&[one, shared], &[], minutes(0)), Ok(()));
        }
        for _ in 0..50 {
            assert!(limiter.admit(&[other, shared], &[], minutes(0)).is_err());
        }
        let left = (0..50).filter(|_| limiter.admit(&[other], &[], minutes(0)).is_ok()).count();
        assert_eq!(left, 4);
    }

    #[test]
    fn one_of_several_is_enough_where_any_will_do() {
        let mut limiter = Limiter::default();
        let any = [charge(1), charge(2)];
        let let_in = (0..50).filter(|_| limiter.admit(&[], &any, minutes(0)).is_ok()).count();
        assert_eq!(let_in, 8);
        assert_eq!(limiter.admit(&[], &any, minutes(0)), Err(minutes(15)));
    }

    #[test]
    fn made_up_keys_take_bounded_memory_and_shut_nobody_out() {
        let mut limiter = Limiter::default();
        for _ in 0..4 {
            assert_eq!(limiter.admit(&[charge(u64::MAX)], &[], minutes(0)), Ok(()));
        }
        for key in 0..1_000_000 {
            assert_eq!(limiter.admit(&[charge(key)], &[], minutes(0)), Ok(()));
            assert!(limiter.0.len() <= MOST_KEYS);
        }
        assert!(limiter.admit(&[charge(u64::MAX)], &[], minutes(0)).is_err(), "who used most is remembered longest");
        assert_eq!(limiter.admit(&[charge(u64::MAX - 1)], &[], minutes(0)), Ok(()));
    }
}
