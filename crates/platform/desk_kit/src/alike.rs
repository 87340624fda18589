//! Titles that are likely to mean the same thing: an organisation that somebody is about to create a second time.
//!
//! Case, umlauts and punctuation do not count, nor do small words, legal forms, the order of words and blanks between them.

use std::collections::BTreeSet;

use base::fold;

/// Words that tell no title from another, folded.
const SMALL: &[&str] = &[
    "der", "die", "das", "den", "dem", "des", "ein", "eine", "einer", "eines", "einem", "und", "oder", "in", "im",
    "am", "an", "auf", "aus", "bei", "fuer", "mit", "von", "vom", "zu", "zum", "zur", "the", "a", "of", "and", "for",
    "at", "e", "v", "ev", "ag", "kg", "gmbh", "ggmbh", "eg",
];

/// True if two titles are likely to mean the same thing.
pub(crate) fn is_alike(one: &str, other: &str) -> bool {
    let (one, other) = (fold::words(one), fold::words(other));
    let (one, other) = (telling(&one), telling(&other));
    let set = |words: &[&str]| words.iter().map(ToString::to_string).collect::<BTreeSet<String>>();
    !one.is_empty() && (set(&one) == set(&other) || one.concat() == other.concat())
}

/// The longest word that tells a title from others, folded.
pub(crate) fn longest_word(title: &str) -> Option<String> {
    let words = fold::words(title);
    telling(&words).into_iter().max_by_key(|word| word.len()).map(ToOwned::to_owned)
}

/// The words that tell a title from others; all of them if there are only small ones.
fn telling(words: &str) -> Vec<&str> {
    let all: Vec<&str> = words.split_whitespace().collect();
    let telling: Vec<&str> = all.iter().copied().filter(|word| !SMALL.contains(word)).collect();
    if telling.is_empty() { all } else { telling }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_order_and_legal_form_do_not_make_another_thing() {
        for (one, other) in [
            ("RuhrFutur", "ruhrfutur"),
            ("RuhrFutur", "Ruhr-Futur gGmbH"),
            ("Universität Duisburg-Essen", "UNIVERSITAET DUISBURG ESSEN"),
            ("Verein für Bildung e.V.", "Verein Bildung"),
            ("Bildungsbüro Herne", "Herne: Bildungsbüro"),
            ("Die Zukunft", "Zukunft"),
            ("Der", "der"),
        ] {
            assert!(is_alike(one, other) && is_alike(other, one), "{one} and {other}");
        }
    }

    #[test]
    fn another_year_place_or_word_makes_another_thing() {
        for (one, other) in [
            ("Kongress 2018", "Kongress 2019"),
            ("Stadt Essen", "Stadt Herne"),
            ("Stiftung Mercator", "Stiftung"),
            ("", ""),
            ("!", "?"),
        ] {
            assert!(!is_alike(one, other), "{one} and {other}");
        }
    }
}
