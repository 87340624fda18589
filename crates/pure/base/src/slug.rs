//! Slugs: the names of things in addresses and file names.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::fold;

/// `[a-z0-9]+(-[a-z0-9]+)*`, at most [`Slug::MAX`] characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(String);

/// The reason why a text is not a slug.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SlugError {
    /// The text is empty.
    #[error("a slug must not be empty")]
    Empty,
    /// Longer than [`Slug::MAX`] characters.
    #[error("a slug has at most {max} characters, this one has {length}", max = Slug::MAX)]
    TooLong {
        /// The length of the text in characters.
        length: usize,
    },
    /// A character outside `a-z`, `0-9` and `-`.
    #[error("slug {text:?}: expected a-z, 0-9 or \"-\" at character {at}, found {found:?}")]
    Character {
        /// The refused text.
        text: String,
        /// Position, counted from 1.
        at: usize,
        /// The character at this position.
        found: char,
    },
    /// A hyphen at the start, at the end or after another hyphen.
    #[error("slug {text:?}: expected a letter or digit on both sides of the \"-\" at character {at}")]
    Hyphen {
        /// The refused text.
        text: String,
        /// Position, counted from 1.
        at: usize,
    },
}

impl Slug {
    /// Most characters a slug may have: room for a long title, and a file name on every system.
    pub const MAX: usize = 120;

    /// Checks a text; an invalid one is refused, not corrected.
    pub fn parse(text: &str) -> Result<Self, SlugError> {
        if text.is_empty() {
            return Err(SlugError::Empty);
        }
        let mut after_hyphen = true;
        let mut length = 0;
        for (found, at) in text.chars().zip(1..) {
            match found {
                'a'..='z' | '0'..='9' => after_hyphen = false,
                '-' if !after_hyphen => after_hyphen = true,
                '-' => {
                    return Err(SlugError::Hyphen { text: text.into(), at });
                }
                _ => {
                    return Err(SlugError::Character { text: text.into(), at, found });
                }
            }
            length = at;
        }
        if after_hyphen {
            return Err(SlugError::Hyphen { text: text.into(), at: length });
        }
        if length > Self::MAX {
            return Err(SlugError::TooLong { length });
        }
        Ok(Self(text.to_owned()))
    }

    /// A slug from a title: `ä` becomes `ae`, other marks are dropped, everything else is a hyphen.
    ///
    /// `None` if the title has no Latin letter and no digit. Long titles are cut between words.
    pub fn from_title(title: &str) -> Option<Self> {
        let mut slug = String::new();
        for word in words(title) {
            let free = Self::MAX.saturating_sub(slug.len());
            if slug.is_empty() {
                slug.push_str(&word[..word.len().min(free)]);
            } else if word.len() < free {
                slug.push('-');
                slug.push_str(&word);
            } else {
                break;
            }
        }
        (!slug.is_empty()).then_some(Self(slug))
    }

    /// The slug as a string.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The words of a title in plain ASCII letters and digits. Apostrophes join ("geht's" is one word).
fn words(title: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for c in title.chars() {
        match fold::umlaut(c).or_else(|| fold::plain(c)) {
            Some(letters) => {
                if let Some(word) = words.last_mut() {
                    word.push_str(letters);
                }
            }
            // A combining mark belongs to the letter before it, a soft hyphen is no border.
            None if matches!(c, '\'' | '’' | '\u{ad}' | '\u{300}'..='\u{36f}') => {}
            None => words.push(String::new()),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl AsRef<str> for Slug {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl FromStr for Slug {
    type Err = SlugError;

    fn from_str(text: &str) -> Result<Self, SlugError> {
        Self::parse(text)
    }
}

impl TryFrom<String> for Slug {
    type Error = SlugError;

    fn try_from(text: String) -> Result<Self, SlugError> {
        Self::parse(&text)
    }
}

impl From<Slug> for String {
    fn from(slug: Slug) -> Self {
        slug.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn letters_digits_and_single_hyphens_are_a_slug() {
        for text in ["a", "7", "kongress-2018", "a-b-c", &"a".repeat(120)] {
            assert_eq!(Slug::parse(text).unwrap().as_str(), text);
        }
    }

    #[test]
    fn refusal_names_the_character() {
        let refused = [
            ("", "a slug must not be empty"),
            ("Kongress", "slug \"Kongress\": expected a-z, 0-9 or \"-\" at character 1, found 'K'"),
            ("für", "slug \"für\": expected a-z, 0-9 or \"-\" at character 2, found 'ü'"),
            ("a--b", "slug \"a--b\": expected a letter or digit on both sides of the \"-\" at character 3"),
            ("-a", "slug \"-a\": expected a letter or digit on both sides of the \"-\" at character 1"),
            ("a-", "slug \"a-\": expected a letter or digit on both sides of the \"-\" at character 2"),
        ];
        for (text, message) in refused {
            assert_eq!(Slug::parse(text).unwrap_err().to_string(), message);
        }
        let long = Slug::parse(&"ab".repeat(61)).unwrap_err();
        assert_eq!(long.to_string(), "a slug has at most 120 characters, this one has 122");
    }

    #[test]
    fn titles_become_slugs_as_germans_spell_them() {
        let titles = [
            ("Kongress ZukunftsBildung Ruhr 2018", "kongress-zukunftsbildung-ruhr-2018"),
            (
                "Fachtag »Schulen im Ruhrgebiet: für die Zukunft lernen«",
                "fachtag-schulen-im-ruhrgebiet-fuer-die-zukunft-lernen",
            ),
            ("Übergabe an ÄRZTE, Maß & Öl", "uebergabe-an-aerzte-mass-oel"),
            ("Café “Größe”, wie geht’s?", "cafe-groesse-wie-gehts"),
            ("Łódź – Đakovo", "lodz-dakovo"),
        ];
        for (title, slug) in titles {
            assert_eq!(Slug::from_title(title).unwrap().as_str(), slug);
        }
        assert_eq!(Slug::from_title("!? – 漢字"), None);
    }

    #[test]
    fn long_titles_are_cut_between_words() {
        let slug = Slug::from_title(&"Zukunft ".repeat(30)).unwrap();
        assert_eq!(slug.as_str().len(), 119);
        assert!(slug.as_str().ends_with("-zukunft"));
    }

    #[test]
    fn serde_checks_slugs() {
        assert_eq!(serde_json::from_str::<Slug>("\"vielfalt\"").unwrap().as_str(), "vielfalt");
        assert!(serde_json::from_str::<Slug>("\"Vielfalt\"").is_err());
        assert_eq!(serde_json::to_string(&Slug::parse("vielfalt").unwrap()).unwrap(), "\"vielfalt\"");
    }

    proptest! {
        #[test]
        fn every_slug_from_a_title_is_valid_and_its_own_slug(title in any::<String>()) {
            if let Some(slug) = Slug::from_title(&title) {
                prop_assert_eq!(Slug::parse(slug.as_str()), Ok(slug.clone()));
                prop_assert_eq!(Slug::from_title(slug.as_str()), Some(slug));
            }
        }

        #[test]
        fn parsing_never_changes_a_text(text in "[a-z0-9-]{0,6}|.{0,8}") {
            if let Ok(slug) = Slug::parse(&text) {
                prop_assert_eq!(slug.to_string(), text);
            }
        }
    }
}
