//! Ids that sort by time (UUID version 7, RFC 9562), taken from a [`Clock`] instead of the system.

use std::sync::{Arc, Mutex};

use uuid::{Builder, ContextV7, Uuid};

use crate::clock::Clock;

/// A generator of ids. Every id sorts after the one before, also within a millisecond and after the
/// machine's clock was set back. Clones share the order.
///
/// On the system's clock the tail is random, so that two programs never give the same id. On a
/// fixed clock it is counted per clock, so that a test sees the same ids every time; ids of two
/// fixed clocks can be equal.
#[derive(Debug, Clone)]
pub struct Ids {
    clock: Clock,
    context: Arc<Mutex<ContextV7>>,
}

impl Ids {
    /// A source of ids on this clock.
    pub fn new(clock: Clock) -> Self {
        Self { clock, context: Arc::default() }
    }

    /// The clock from which the ids take their time.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// A new id; on the system's clock it sorts after all before it.
    pub fn next(&self) -> Uuid {
        let now = self.clock.now();
        if let Some(count) = self.clock.count_id() {
            // Ids have no time before 1970.
            return counted(u64::try_from(now.as_millisecond()).unwrap_or_default(), count);
        }
        let seconds = u64::try_from(now.as_second()).unwrap_or_default();
        let nanos = u32::try_from(now.subsec_nanosecond()).unwrap_or_default();
        Uuid::new_v7(uuid::Timestamp::from_unix(&*self.context, seconds, nanos))
    }
}

fn counted(millis: u64, count: u64) -> Uuid {
    let mut tail = [0; 10];
    // Version and variant take bits of the first three bytes.
    tail[3..].copy_from_slice(&count.to_be_bytes()[1..]);
    Builder::from_unix_timestamp_millis(millis, &tail).into_uuid()
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;

    fn noon() -> Clock {
        Clock::fixed("2026-11-23T12:00:00Z".parse().unwrap())
    }

    #[test]
    fn ids_on_a_fixed_clock_can_be_foreseen() {
        let ids = Ids::new(noon());
        assert_eq!(ids.next().to_string(), "01a20846-fe00-7000-8000-000000000000");
        assert_eq!(ids.next().to_string(), "01a20846-fe00-7000-8000-000000000001");
    }

    #[test]
    fn two_sources_on_one_fixed_clock_do_not_repeat_each_other() {
        let clock = noon();
        assert_ne!(Ids::new(clock.clone()).next(), Ids::new(clock).next());
    }

    #[test]
    fn ids_carry_version_and_time_of_their_clock() {
        for clock in [noon(), Clock::system()] {
            let before = clock.now().as_second();
            let id = Ids::new(clock).next();
            assert_eq!(id.get_version_num(), 7);
            let (seconds, _) = id.get_timestamp().unwrap().to_unix();
            assert!((0..=1).contains(&(i64::try_from(seconds).unwrap() - before)));
        }
    }

    #[test]
    fn ids_keep_their_order_within_and_across_milliseconds() {
        let clock = noon();
        for ids in [Ids::new(clock.clone()), Ids::new(Clock::system())] {
            let mut given: Vec<Uuid> = (0..1000).map(|_| ids.next()).collect();
            clock.advance(SignedDuration::from_millis(1));
            given.push(ids.clone().next());
            assert!(given.is_sorted_by(|a, b| a < b));
        }
    }

    #[test]
    fn ids_on_the_system_clock_differ_between_programs() {
        let clock = Clock::system();
        let (here, there) = (Ids::new(clock.clone()), Ids::new(clock));
        assert_ne!(here.next(), there.next());
    }
}
