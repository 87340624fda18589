//! How long an answer holds: what it was made from, and until when.

use std::sync::{Arc, Mutex, PoisonError};

use base::clock::{berlin, day_of};
use db::{Db, Topic};
use jiff::Timestamp;

/// How many topics an answer may name. One that names more is made from everything.
const MOST_TOPICS: usize = 200;
/// About how many bytes a topic takes, with its name.
const TOPIC_WEIGHT: u64 = 100;

/// Collects what the handlers of one request note about their answer. Clones share it.
#[derive(Debug, Clone)]
pub(crate) struct Notes(Arc<Mutex<Validity>>);

/// When an answer holds: from the instant and the version at which its rendering began, until the end of its day
/// in Germany, an instant that was noted, or a newer version of what it was made from.
#[derive(Debug, Clone)]
pub(crate) struct Validity {
    version: i64,
    begun: Timestamp,
    end: Timestamp,
    topics: Vec<Topic>,
}

impl Notes {
    /// Begins with what holds for every page. What is published or passes from now on makes the answer outdated,
    /// also while it is rendered; so this comes before the first read.
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

    /// The earliest instant counts. One that has passed when the rendering began changes nothing any more.
    pub(crate) fn holds_until(&self, end: Timestamp) {
        self.change(|validity| {
            if end > validity.begun {
                validity.end = validity.end.min(end);
            }
        });
    }

    /// What was noted so far.
    pub(crate) fn validity(&self) -> Validity {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn change(&self, change: impl FnOnce(&mut Validity)) {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

/// Of a request whose answer is kept nowhere.
impl Default for Notes {
    fn default() -> Self {
        Self::begin(0, Timestamp::UNIX_EPOCH)
    }
}

impl Validity {
    /// Whether the answer is good for somebody who asked when this node knew of the version `asked`. An answer
    /// whose rendering began later than that is, even if its topics have changed again: otherwise those who wait
    /// for it would all render one after the other, as long as somebody writes.
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

    /// About how much memory it takes, in bytes.
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
