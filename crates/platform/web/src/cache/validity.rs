//! The validity of an answer: the data that it depends on, and the instant at which it expires.

use std::sync::{Arc, Mutex, PoisonError};

use base::clock::{berlin, day_of};
use db::{Db, Topic};
use jiff::Timestamp;

/// Most topics that an answer may note. One that notes more depends on everything.
const MOST_TOPICS: usize = 200;
/// Estimated bytes of a topic, with its name.
const TOPIC_WEIGHT: u64 = 100;

/// Collects the notes of the handlers of one request about their answer. Clones share it.
#[derive(Debug, Clone)]
pub(crate) struct Notes(Arc<Mutex<Validity>>);

/// The period in which an answer is valid: from the instant and the version at which its rendering began,
/// until the end of its day in Germany, an instant that was noted, or a newer version of the data that it
/// depends on.
#[derive(Debug, Clone)]
pub(crate) struct Validity {
    version: i64,
    begun: Timestamp,
    end: Timestamp,
    topics: Vec<Topic>,
}

impl Notes {
    /// Begins with the validity of every page. Publications and instants from now on make the answer
    /// outdated, also while it is rendered; so this must come before the first read.
    pub(crate) fn begin(version: i64, now: Timestamp) -> Self {
        Self(Arc::new(Mutex::new(Validity { version, begun: now, end: end_of_day(now), topics: Vec::new() })))
    }

    pub(crate) fn depends_on(&self, topic: Topic) {
        self.change(|validity| {
            if validity.topics.len() <= MOST_TOPICS && !validity.topics.contains(&topic) {
                validity.topics.push(topic);
            }
        });
    }

    /// Expires the answer at this instant; the earliest one counts. One that had passed when the rendering
    /// began is ignored.
    pub(crate) fn holds_until(&self, end: Timestamp) {
        self.change(|validity| {
            if end > validity.begun {
                validity.end = validity.end.min(end);
            }
        });
    }

    /// The notes so far.
    pub(crate) fn validity(&self) -> Validity {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn change(&self, change: impl FnOnce(&mut Validity)) {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

/// For a request whose answer is not cached.
impl Default for Notes {
    fn default() -> Self {
        Self::begin(0, Timestamp::UNIX_EPOCH)
    }
}

impl Validity {
    /// True if the answer is valid for a request that began when this node knew of the version `asked`. So
    /// is an answer whose rendering began later than that, even if its topics have changed again: otherwise
    /// the requests that wait for it would all render one after the other, as long as somebody publishes.
    pub(crate) fn holds(&self, db: &Db, asked: i64, now: Timestamp) -> bool {
        let is_in_time = self.begun <= now && now < self.end;
        is_in_time && (self.version >= asked || !self.is_outdated(db))
    }

    fn is_outdated(&self, db: &Db) -> bool {
        if self.topics.len() > MOST_TOPICS {
            return db.latest_version() > self.version;
        }
        db.has_changed(&self.topics, self.version)
    }

    /// Estimated memory, in bytes.
    pub(crate) fn weight(&self) -> u64 {
        self.topics.len() as u64 * TOPIC_WEIGHT
    }
}

/// Pages say what is over and what is still to come, so they all end with the day in Germany.
fn end_of_day(now: Timestamp) -> Timestamp {
    let tomorrow = day_of(now).tomorrow().and_then(|day| day.to_zoned_datetime(berlin()));
    tomorrow.map_or(Timestamp::MAX, |midnight| midnight.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn every_page_ends_with_the_day_in_germany() {
        for (now, end) in [
            ("2026-11-23T12:00:00Z", "2026-11-23T23:00:00Z"),
            ("2026-11-23T23:00:00Z", "2026-11-24T23:00:00Z"),
            ("2026-07-31T21:59:59Z", "2026-07-31T22:00:00Z"),
            // The day on which clocks are set back has 25 hours.
            ("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"),
        ] {
            assert_eq!(end_of_day(at(now)), at(end), "{now}");
        }
        assert_eq!(end_of_day(Timestamp::MAX), Timestamp::MAX);
    }

    #[test]
    fn earliest_instant_counts_and_none_that_has_passed() {
        let notes = Notes::begin(0, at("2026-11-23T12:00:00Z"));
        let end = || notes.validity().end;
        notes.holds_until(at("2026-11-24T12:00:00Z"));
        assert_eq!(end(), at("2026-11-23T23:00:00Z"), "no page outlives its day");
        notes.holds_until(at("2026-11-23T17:00:00Z"));
        notes.clone().holds_until(at("2026-11-23T18:00:00Z"));
        assert_eq!(end(), at("2026-11-23T17:00:00Z"));
        notes.holds_until(at("2026-11-23T12:00:00Z"));
        assert_eq!(end(), at("2026-11-23T17:00:00Z"));
    }
}
