//! The languages of the site, and texts that exist in them.
//!
//! German is the source language. English is a translation. Leichte Sprache is a variant of German:
//! it has its own content where somebody wrote it, but no interface of its own.

use serde::{Deserialize, Serialize};

use crate::coded;

coded! {
    /// A language in which a page can be asked for.
    pub enum Locale {
        /// German, the source language.
        De = "de",
        /// English.
        En = "en",
        /// Leichte Sprache: German in short, plain sentences.
        Easy = "leicht",
    }
}

impl Locale {
    /// BCP 47 tag for the `lang` attribute and feeds.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::De => "de",
            Self::En => "en",
            Self::Easy => "de-simple",
        }
    }

    /// The prefix of a page's path: nothing, `/en` or `/leicht`.
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::De => "",
            Self::En => "/en",
            Self::Easy => "/leicht",
        }
    }

    /// The language in which buttons and headings are shown: Leichte Sprache uses the German ones.
    #[must_use]
    pub const fn interface(self) -> Self {
        match self {
            Self::De | Self::Easy => Self::De,
            Self::En => Self::En,
        }
    }
}

/// A short text in German and, where somebody translated it, in English.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Localized {
    /// The German text, which always exists.
    pub de: String,
    /// The English translation, if somebody wrote one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl Localized {
    /// The best text for this locale, and the locale it is really in (for the `lang` attribute).
    pub fn get(&self, locale: Locale) -> (&str, Locale) {
        match (locale, &self.en) {
            (Locale::En, Some(en)) => (en, Locale::En),
            _ => (&self.de, Locale::De),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leichte_sprache_is_a_variant_of_german() {
        assert_eq!(Locale::from_code("leicht"), Some(Locale::Easy));
        assert_eq!(Locale::Easy.tag(), "de-simple");
        assert_eq!(Locale::Easy.prefix(), "/leicht");
        assert_eq!(Locale::Easy.interface(), Locale::De);
    }

    #[test]
    fn codes_lead_back_to_their_locale() {
        for locale in Locale::ALL {
            assert_eq!(Locale::from_code(locale.code()), Some(locale));
        }
        assert_eq!(Locale::from_code("fr"), None);
        assert_eq!(Locale::from_code("DE"), None);
    }

    #[test]
    fn missing_translation_falls_back_to_german_and_says_so() {
        let mut text = Localized { de: "Kongress".into(), en: None };
        assert_eq!(text.get(Locale::En), ("Kongress", Locale::De));
        assert_eq!(text.get(Locale::Easy), ("Kongress", Locale::De));
        text.en = Some("Congress".into());
        assert_eq!(text.get(Locale::En), ("Congress", Locale::En));
        assert_eq!(text.get(Locale::De), ("Kongress", Locale::De));
    }

    #[test]
    fn unknown_languages_in_a_text_are_refused() {
        let error = serde_json::from_str::<Localized>(r#"{"de": "Kongress", "fr": "Congrès"}"#).unwrap_err();
        assert!(error.to_string().contains("unknown field `fr`"), "{error}");
    }

    #[test]
    fn unknown_code_error_lists_the_known_ones() {
        let error = serde_json::from_str::<Locale>("\"fr\"").unwrap_err();
        assert!(error.to_string().contains("expected one of `de`, `en`, `leicht`"), "{error}");
        assert_eq!(serde_json::to_string(&Locale::Easy).unwrap(), "\"leicht\"");
    }
}
