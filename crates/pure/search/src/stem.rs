//! Stemming with Snowball, and parts of compounds.

use std::borrow::Cow;
use std::sync::LazyLock;

use base::Locale;
use frostem::{Algorithm, Stemmer};

base::coded! {
    /// A language with its own vocabulary and stemmer. Leichte Sprache is German.
    pub enum Language {
        /// German.
        German = "de",
        /// English.
        English = "en",
    }
}

static GERMAN: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::new(Algorithm::German));
static ENGLISH: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::new(Algorithm::English));

impl Language {
    /// The language of texts in this locale.
    pub const fn of(locale: Locale) -> Self {
        match locale {
            Locale::En => Self::English,
            Locale::De | Locale::Easy => Self::German,
        }
    }

    /// The languages that are searched on pages of a locale. The English pages show German texts where a
    /// translation is missing, so they search both.
    pub const fn searched(locale: Locale) -> &'static [Self] {
        match locale {
            Locale::En => &[Self::English, Self::German],
            Locale::De | Locale::Easy => &[Self::German],
        }
    }

    /// The stem of a folded word. A word with digits is its own stem.
    pub fn stem(self, word: &str) -> String {
        if !word.chars().all(char::is_alphabetic) {
            return word.to_owned();
        }
        match self {
            Self::German => GERMAN.stem(&singular(word)).into_owned(),
            Self::English => ENGLISH.stem(word).into_owned(),
        }
    }
}

/// Latin and Greek plurals that Snowball does not know, with their singulars.
const FOREIGN: [(&str, &str); 14] = [
    ("zentren", "zentrum"),
    ("foren", "forum"),
    ("museen", "museum"),
    ("gymnasien", "gymnasium"),
    ("ministerien", "ministerium"),
    ("gremien", "gremium"),
    ("stipendien", "stipendium"),
    ("kriterien", "kriterium"),
    ("materialien", "material"),
    ("praktika", "praktikum"),
    ("themen", "thema"),
    ("firmen", "firma"),
    ("praxen", "praxis"),
    ("szenarien", "szenario"),
];

/// The singular of plurals that Snowball leaves unchanged: `Foren`, `Kitas`, `Büros`.
fn singular(word: &str) -> Cow<'_, str> {
    for (plural, singular) in FOREIGN {
        if let Some(beginning) = word.strip_suffix(plural) {
            return format!("{beginning}{singular}").into();
        }
    }
    // `Glas`, `Kreis` and `arbeitslos` are no plurals.
    let is_plural = word.len() > 4
        && ["as", "is", "os"].iter().any(|end| word.ends_with(end))
        && !["glas", "gras", "gas", "eis", "los", "oos"].iter().any(|end| word.ends_with(end));
    if is_plural { word[..word.len() - 1].into() } else { word.into() }
}

/// The fewest letters of a part; shorter stems occur in too many unrelated words.
const PART: usize = 4;
/// The fewest bytes of a compound besides the part; fewer are an ending.
const REST: usize = 3;

/// True if words with this stem are searched for in compounds.
pub fn can_be_part(stem: &str) -> bool {
    stem.chars().count() >= PART && stem.chars().all(char::is_alphabetic)
}

/// True if `whole` begins or ends with `part`: `bildungskett` with `kett`.
pub(crate) fn is_compound(whole: &str, part: &str) -> bool {
    can_be_part(part)
        && whole.len() >= part.len() + REST
        && (whole.starts_with(part) || whole.ends_with(part))
        && whole.chars().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::folded;

    fn stems(words: &str) -> Vec<String> {
        words.split(' ').map(|word| Language::German.stem(&folded(word))).collect()
    }

    #[test]
    fn forms_of_a_german_word_meet_however_umlauts_are_written() {
        for family in [
            "Haus Häuser Haeuser Häusern Hauses",
            "Arzt Ärzte Aerzte Ärzten Arztes",
            "Stadt Städte Staedte Städten",
            "Empfehlung Empfehlungen",
            "Kette Ketten",
            "Lehrkraft Lehrkräfte Lehrkräften",
            "Abschluss Abschlüsse Abschluß",
            "Straße Strassen",
            "Kita Kitas",
            "Büro Büros",
            "Forum Foren",
            "Lernzentrum Lernzentren",
            "Thema Themen",
            "Kreis Kreise Kreises",
            "arbeitslos arbeitslose",
        ] {
            let stems = stems(family);
            assert!(stems.iter().all(|stem| *stem == stems[0]), "{family}: {stems:?}");
        }
    }

    #[test]
    fn english_has_its_own_stems() {
        assert_eq!(Language::English.stem("recommendations"), Language::English.stem("recommendation"));
        assert_eq!(Language::of(Locale::Easy), Language::German);
    }

    #[test]
    fn numbers_are_their_own_stems() {
        assert_eq!(stems("2018 100en"), ["2018", "100en"]);
    }

    #[test]
    fn compound_begins_or_ends_with_its_part() {
        assert!(is_compound("bildungskett", "kett") && is_compound("kettenreaktion", "kett"));
        assert!(!is_compound("kett", "kett") && !is_compound("kettch", "kett"));
        assert!(!is_compound("ankettung", "kett"), "a part in the middle");
        assert!(!is_compound("kitaplatz", "kit"), "a part of three letters");
        assert!(!is_compound("2018er2018", "2018"), "a number");
    }
}
