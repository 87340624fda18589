//! Hints about single words: long or foreign words, negations, subjunctives, number words, abbreviations.

use std::collections::BTreeMap;

use super::sentences::{Sentence, Word};
use super::{Found, HintKind, MOST_LETTERS, vocabulary};

pub(super) fn in_sentence(sentence: &Sentence) -> Vec<Found> {
    let mut found: Vec<Found> = sentence.words.iter().flat_map(of_word).collect();
    found.extend(abbreviations(sentence));
    found
}

fn of_word(word: &Word) -> Vec<Found> {
    let hint = |kind| Found::new(kind, word.range.clone());
    let small = word.small.as_str();
    let mut found = Vec::new();
    if is_long(word.text) {
        found.push(hint(HintKind::LongWord));
    }
    if vocabulary::is_negation(small) {
        found.push(hint(HintKind::Negation));
    }
    if vocabulary::is_subjunctive(small) {
        found.push(hint(HintKind::Subjunctive));
    }
    if let Some(number) = vocabulary::number(small) {
        found.push(hint(HintKind::NumberWord).instead(base::words::number(number, base::Locale::De)));
    }
    if let Some(plain) = vocabulary::plain_word(small) {
        found.push(hint(HintKind::ForeignWord).instead(plain));
    } else if vocabulary::is_foreign(small) {
        found.push(hint(HintKind::ForeignWord));
    }
    found
}

/// Hyphens, mediopoints and the marks of gender divide a word for the eye; each part is measured alone.
fn is_long(word: &str) -> bool {
    word.split(['-', '·', '*', '_', ':']).any(|part| part.chars().count() > MOST_LETTERS)
}

/// "z. B.", "usw.", "NRW".
fn abbreviations(sentence: &Sentence) -> Vec<Found> {
    let text = sentence.text();
    let start = sentence.range.start;
    // Keyed by their start. They do not overlap, so only the last one that starts before a position can cover it.
    let mut known: BTreeMap<usize, (usize, &str)> = BTreeMap::new();
    for (short, long) in vocabulary::ABBREVIATIONS {
        for (at, _) in text.match_indices(short) {
            let before = text[..at].chars().next_back();
            let is_word = before.is_none_or(|c| !c.is_alphanumeric() && c != '.');
            let is_known = known.range(..=at).next_back().is_some_and(|(_, (end, _))| at < *end);
            if is_word && !is_known {
                known.insert(at, (at + short.len(), long));
            }
        }
    }
    let hint = |(at, (end, long)): (usize, (usize, &str))| {
        Found::new(HintKind::Abbreviation, start + at..start + end).instead(long)
    };
    let mut found: Vec<Found> = known.into_iter().map(hint).collect();
    let letters = sentence.words.iter().filter(|word| is_row_of_letters(word.text));
    found.extend(letters.map(|word| Found::new(HintKind::Abbreviation, word.range.clone())));
    found
}

/// True for an abbreviation in capitals, such as "NRW"; Roman numerals are none.
fn is_row_of_letters(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    capitals > 1 && capitals == word.chars().count() && super::numerals::roman(word).is_none()
}
