//! Topics: the cache keys of public pages. A topic is all content, or one thing that changes more often.

use std::sync::Arc;

use uuid::Uuid;

/// The longest name of a topic, in bytes; the table has the same limit.
const LONGEST: usize = 64;
/// A colon and an id as text.
const ID_LENGTH: usize = 37;
/// The topic of everything that editors publish.
const CONTENT: &str = "content";

/// A part of the data that pages depend on and a write can change: `content`, or one thing such as
/// `event:01890a5d-…`. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Topic(Arc<str>);

/// A kind of things of which each is a topic.
///
/// ```
/// const EVENT: db::TopicKind = db::TopicKind::new("event");
/// assert_eq!(EVENT.of(uuid::Uuid::nil()).name(), "event:00000000-0000-0000-0000-000000000000");
/// ```
#[derive(Debug, Clone, Copy)]
pub struct TopicKind(&'static str);

impl TopicKind {
    /// A kind of this name: small letters and underscores, at most 27.
    ///
    /// # Panics
    /// If the name is anything else. Kinds are constants, so the compiler reports it.
    pub const fn new(name: &'static str) -> Self {
        let bytes = name.as_bytes();
        assert!(!bytes.is_empty() && bytes.len() <= LONGEST - ID_LENGTH, "a kind of topic has 1 to 27 letters");
        let mut place = 0;
        while place < bytes.len() {
            assert!(bytes[place].is_ascii_lowercase() || bytes[place] == b'_', "a kind of topic has small letters");
            place += 1;
        }
        Self(name)
    }

    /// The topic of one thing.
    pub fn of(self, id: Uuid) -> Topic {
        Topic(format!("{}:{id}", self.0).into())
    }
}

impl Topic {
    /// Everything that editors publish. Every public page depends on it implicitly.
    pub fn content() -> Self {
        Self(CONTENT.into())
    }

    /// A stored or announced topic; `None` if the name is not valid.
    pub(crate) fn named(name: &str) -> Option<Self> {
        (1..=LONGEST).contains(&name.len()).then(|| Self(name.into()))
    }

    /// The name, at most 64 bytes.
    pub fn name(&self) -> &str {
        &self.0
    }

    pub(crate) fn is_content(&self) -> bool {
        self.name() == CONTENT
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONGEST_KIND: TopicKind = TopicKind::new("abcdefghijklmnopqrstuvwxyz_");

    #[test]
    fn longest_name_is_as_long_as_the_table_takes() {
        let topic = LONGEST_KIND.of(Uuid::max());
        assert_eq!(topic.name().len(), LONGEST);
        assert_eq!(Topic::named(topic.name()), Some(topic));
        assert_eq!(Topic::named(&"a".repeat(LONGEST + 1)), None);
        assert_eq!(Topic::named(""), None);
    }

    #[test]
    fn only_the_content_is_the_content() {
        assert!(Topic::content().is_content());
        assert!(!TopicKind::new("content").of(Uuid::nil()).is_content());
    }

    #[test]
    #[should_panic(expected = "1 to 27 letters")]
    fn kind_that_is_too_long_is_refused() {
        TopicKind::new("abcdefghijklmnopqrstuvwxyz__");
    }

    #[test]
    #[should_panic(expected = "small letters")]
    fn kind_with_a_colon_is_refused() {
        TopicKind::new("event:x");
    }
}
