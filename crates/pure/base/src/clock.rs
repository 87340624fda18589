//! Time as a parameter: the only place that reads the system's clock.
//!
//! A clock counts in whole microseconds, as the database stores them, so that a stored instant is read back
//! unchanged.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};

use jiff::civil::Date;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{SignedDuration, Timestamp};

pub use crate::ids::Ids;

/// A clock: the system's, or a fixed one that stands still until a test moves it. Clones share their
/// time.
#[derive(Debug, Clone)]
pub struct Clock(Source);

#[derive(Debug, Clone)]
enum Source {
    System,
    Fixed(Arc<Fixed>),
}

/// The state of a fixed clock.
#[derive(Debug)]
struct Fixed {
    /// Microseconds since 1970.
    at: AtomicI64,
    /// Microseconds by which [`Clock::advance`] moved it; [`Clock::set`] does not count.
    elapsed: AtomicI64,
    /// The number of ids given on this clock, so that all `Ids` of a test together never repeat
    /// one.
    ids: AtomicU64,
}

impl Clock {
    /// The system's clock.
    pub const fn system() -> Self {
        Self(Source::System)
    }

    /// A clock that stands at this instant until [`Clock::advance`] or [`Clock::set`] moves it.
    pub fn fixed(at: Timestamp) -> Self {
        let at = AtomicI64::new(micros(at));
        Self(Source::Fixed(Arc::new(Fixed { at, elapsed: AtomicI64::new(0), ids: AtomicU64::new(0) })))
    }

    /// Moves a fixed clock, and all its clones.
    ///
    /// # Panics
    /// If this is the system's clock, if the clock would go back, or if it would leave the year
    /// 9999: all are mistakes in a test that must not pass silently.
    pub fn advance(&self, by: SignedDuration) {
        assert!(!by.is_negative(), "a clock does not go back");
        let before = micros(self.now());
        let fixed = self.move_by(by);
        fixed.elapsed.fetch_add(fixed.at.load(Ordering::SeqCst) - before, Ordering::SeqCst);
    }

    /// Moves a fixed clock, and all its clones, forward or back, as somebody may correct the clock of a
    /// machine: [`Clock::now`] jumps, [`Clock::elapsed`] does not.
    ///
    /// # Panics
    /// If this is the system's clock, or if the clock would leave the years -9999 to 9999.
    pub fn set_by(&self, by: SignedDuration) {
        self.move_by(by);
    }

    fn move_by(&self, by: SignedDuration) -> &Fixed {
        let Source::Fixed(fixed) = &self.0 else {
            panic!("only a fixed clock can be moved");
        };
        let moved = self.now().checked_add(by).expect("a clock ends with the year 9999");
        fixed.at.store(micros(moved), Ordering::SeqCst);
        fixed
    }

    /// Monotonic time since the program started: for limits and time spans that must not jump when
    /// somebody sets the machine's clock.
    pub fn elapsed(&self) -> Duration {
        match &self.0 {
            Source::System => system_elapsed(),
            Source::Fixed(fixed) => {
                Duration::from_micros(u64::try_from(fixed.elapsed.load(Ordering::SeqCst)).unwrap_or_default())
            }
        }
    }

    /// Sets a fixed clock, and all its clones, to any instant, also to an earlier one, as when a machine's
    /// wrong clock is corrected.
    ///
    /// # Panics
    /// If this is the system's clock.
    pub fn set(&self, to: Timestamp) {
        let Source::Fixed(fixed) = &self.0 else {
            panic!("only a fixed clock can be set");
        };
        fixed.at.store(micros(to), Ordering::SeqCst);
    }

    /// The current instant, in whole microseconds.
    pub fn now(&self) -> Timestamp {
        let micros = match &self.0 {
            Source::System => micros(system_now()),
            Source::Fixed(fixed) => fixed.at.load(Ordering::SeqCst),
        };
        // Both sources give the microseconds of a valid instant.
        from_micros(micros).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// Today's date in Germany.
    pub fn today(&self) -> Date {
        day_of(self.now())
    }

    /// The number of the next id on a fixed clock; `None` on the system's.
    pub(crate) fn count_id(&self) -> Option<u64> {
        match &self.0 {
            Source::System => None,
            Source::Fixed(fixed) => Some(fixed.ids.fetch_add(1, Ordering::SeqCst)),
        }
    }
}

/// The date in Germany at this instant.
pub fn day_of(at: Timestamp) -> Date {
    at.to_zoned_datetime(berlin()).date()
}

/// Microseconds since 1970, as the database stores instants.
pub fn micros(at: Timestamp) -> i64 {
    at.as_microsecond()
}

/// The instant of a stored number; an error if it is outside the years -9999 to 9999.
pub fn from_micros(micros: i64) -> Result<Timestamp, jiff::Error> {
    Timestamp::from_microsecond(micros)
}

/// The time zone of every date and time that people see, from the data inside the program.
pub fn berlin() -> TimeZone {
    static BERLIN: LazyLock<TimeZone> = LazyLock::new(|| {
        TimeZoneDatabase::bundled().get("Europe/Berlin").expect("the bundled time zones hold Europe/Berlin")
    });
    BERLIN.clone()
}

#[expect(clippy::disallowed_methods, reason = "the one place that may read the system's clock")]
fn system_now() -> Timestamp {
    Timestamp::now()
}

#[expect(clippy::disallowed_methods, reason = "the one place that may read the system's clock")]
fn system_elapsed() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    START.elapsed()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn fixed_clock_moves_only_by_hand_and_for_all_clones() {
        let clock = Clock::fixed(at("2026-11-23T12:00:00Z"));
        let clone = clock.clone();
        assert_eq!(clone.now(), at("2026-11-23T12:00:00Z"));
        clock.advance(SignedDuration::from_mins(90));
        assert_eq!(clone.now(), at("2026-11-23T13:30:00Z"));
    }

    #[test]
    fn fixed_clock_is_set_to_any_instant_as_a_corrected_one_is() {
        let clock = Clock::fixed(at("2100-01-01T00:00:00Z"));
        clock.clone().set(at("1990-01-01T00:00:00Z"));
        assert_eq!(clock.now(), at("1990-01-01T00:00:00Z"));
    }

    #[test]
    #[should_panic(expected = "only a fixed clock can be moved")]
    fn system_clock_cannot_be_moved() {
        Clock::system().advance(SignedDuration::from_secs(1));
    }

    #[test]
    #[should_panic(expected = "a clock does not go back")]
    fn fixed_clock_does_not_go_back() {
        Clock::fixed(Timestamp::UNIX_EPOCH).advance(SignedDuration::from_secs(-1));
    }

    #[test]
    fn elapsed_time_does_not_jump_when_the_clock_is_set() {
        let clock = Clock::fixed(at("2026-11-23T12:00:00Z"));
        clock.advance(SignedDuration::from_secs(5));
        clock.set_by(SignedDuration::from_hours(-48));
        assert_eq!((clock.now(), clock.elapsed()), (at("2026-11-21T12:00:05Z"), Duration::from_secs(5)));
        clock.set_by(SignedDuration::from_hours(48));
        clock.advance(SignedDuration::from_secs(1));
        assert_eq!((clock.now(), clock.elapsed()), (at("2026-11-23T12:00:06Z"), Duration::from_secs(6)));
        let system = Clock::system();
        let first = system.elapsed();
        assert!(system.elapsed() >= first);
    }

    #[test]
    fn system_clock_runs_in_whole_microseconds() {
        let clock = Clock::system();
        let first = clock.now();
        assert!(first > at("2025-01-01T00:00:00Z"));
        assert!(clock.now() >= first);
        assert_eq!(first.subsec_nanosecond() % 1000, 0);
    }

    #[test]
    fn today_is_the_date_in_germany() {
        let summer_night = Clock::fixed(at("2026-07-31T22:00:00Z"));
        assert_eq!(summer_night.today(), Date::constant(2026, 8, 1));
        let winter_night = Clock::fixed(at("2026-12-31T22:59:59Z"));
        assert_eq!(winter_night.today(), Date::constant(2026, 12, 31));
        winter_night.advance(SignedDuration::from_secs(1));
        assert_eq!(winter_night.today(), Date::constant(2027, 1, 1));
    }

    #[test]
    fn stored_instant_is_the_one_that_was_read_from_the_clock() {
        let now = Clock::fixed(at("2026-11-23T12:00:00.123456789Z")).now();
        assert_eq!(now, at("2026-11-23T12:00:00.123456Z"));
        assert_eq!(micros(now), 1_795_435_200_123_456);
        assert_eq!(from_micros(micros(now)).unwrap(), now);
    }

    #[test]
    fn stored_number_outside_the_calendar_is_an_error() {
        assert!(from_micros(i64::MAX).is_err());
        assert!(from_micros(i64::MIN).is_err());
    }
}
