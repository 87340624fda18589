//! The versions of topics, as far as this process knows them.
//!
//! A version is the number of a publication; all topics share one sequence. It is taken under a lock that
//! lasts until the commit, so a reader who has learned of a number sees everything that was published up to
//! it. So one number dates a page: the page is outdated if any of its topics has a greater one. Numbers of
//! other nodes may arrive in any order, because the greatest counts.

use std::collections::HashMap;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use crate::topic::Topic;

/// Topics besides the content that are remembered, about 1 MB. With more, all are forgotten and every page
/// is rendered anew.
const LIMIT: usize = 10_000;

/// Clones share their knowledge.
#[derive(Debug, Clone, Default)]
pub(crate) struct Versions(Arc<Known>);

#[derive(Debug, Default)]
struct Known {
    latest: AtomicI64,
    content: AtomicI64,
    others: RwLock<HashMap<Topic, i64>>,
    read_to: AtomicI64,
}

impl Versions {
    /// The greatest number of any topic.
    pub(crate) fn latest(&self) -> i64 {
        self.0.latest.load(Ordering::Acquire)
    }

    /// The version of the content.
    pub(crate) fn content(&self) -> i64 {
        self.0.content.load(Ordering::Acquire)
    }

    /// True if the content or one of these topics has a greater number.
    pub(crate) fn has_changed(&self, topics: &[Topic], since: i64) -> bool {
        if topics.is_empty() {
            return self.content() > since;
        }
        let others = self.0.others.read().unwrap_or_else(PoisonError::into_inner);
        // Under the lock, because forgetting topics moves their numbers to the content.
        self.content() > since || topics.iter().any(|topic| others.get(topic).is_some_and(|version| *version > since))
    }

    /// Records that a publication has changed these topics.
    pub(crate) fn learn<'a>(&self, version: i64, topics: impl IntoIterator<Item = &'a Topic>) {
        for topic in topics {
            if topic.is_content() {
                self.0.content.fetch_max(version, Ordering::AcqRel);
            } else {
                self.learn_one(version, topic);
            }
        }
        self.0.latest.fetch_max(version, Ordering::AcqRel);
    }

    fn learn_one(&self, version: i64, topic: &Topic) {
        let mut others = self.0.others.write().unwrap_or_else(PoisonError::into_inner);
        let known = others.entry(topic.clone()).or_default();
        *known = version.max(*known);
        if others.len() > LIMIT {
            let greatest = others.values().copied().max().unwrap_or_default();
            self.0.content.fetch_max(greatest, Ordering::AcqRel);
            others.clear();
        }
    }

    /// The number up to which the tables have been read. Numbers heard beyond it may have gaps.
    pub(crate) fn read_to(&self) -> i64 {
        self.0.read_to.load(Ordering::Acquire)
    }

    /// Records that everything up to this number has been learned.
    pub(crate) fn have_read_to(&self, version: i64) {
        self.0.read_to.fetch_max(version, Ordering::AcqRel);
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::topic::TopicKind;

    const EVENT: TopicKind = TopicKind::new("event");

    fn event(number: u32) -> Topic {
        EVENT.of(Uuid::from_u128(number.into()))
    }

    #[test]
    fn topic_has_changed_since_every_smaller_number_and_no_other_topic_has() {
        let versions = Versions::default();
        versions.learn(7, &[event(1)]);
        assert!(versions.has_changed(&[event(2), event(1)], 6));
        assert!(!versions.has_changed(&[event(1)], 7));
        assert!(!versions.has_changed(&[event(2)], 0));
        assert!(!versions.has_changed(&[], 0));
        assert_eq!((versions.latest(), versions.content()), (7, 0));
    }

    #[test]
    fn content_changes_every_page() {
        let versions = Versions::default();
        versions.learn(3, &[Topic::content()]);
        assert!(versions.has_changed(&[], 2) && versions.has_changed(&[event(1)], 2));
        assert!(!versions.has_changed(&[event(1)], 3));
    }

    #[test]
    fn numbers_may_be_heard_in_any_order() {
        let versions = Versions::default();
        versions.learn(9, &[event(1)]);
        versions.learn(8, &[event(1), event(2)]);
        assert!(versions.has_changed(&[event(1)], 8), "an old number does not replace a new one");
        assert!(versions.has_changed(&[event(2)], 7), "what is heard late counts");
        assert_eq!(versions.latest(), 9);
    }

    #[test]
    fn memory_is_bounded_and_no_change_is_lost_with_what_is_forgotten() {
        let versions = Versions::default();
        for number in 1..=u32::try_from(LIMIT).unwrap() {
            versions.learn(number.into(), &[event(number)]);
        }
        assert!(!versions.has_changed(&[event(0)], 0), "all are remembered");
        versions.learn(20_000, &[event(0)]);
        assert_eq!(versions.0.others.read().unwrap().len(), 0);
        assert!(versions.has_changed(&[event(5)], 4) && versions.has_changed(&[event(0)], 19_999));
        assert!(!versions.has_changed(&[event(5)], 20_000), "what is rendered afterwards holds");
    }
}
