//! Hints about figures and characters: Roman numerals, high numbers, percent, special characters.

use std::ops::Range;

use super::sentences::Sentence;
use super::{Found, HintKind};
use base::words;

/// Numbers from this one on are hard to imagine.
const HIGH: i64 = 1_000;
/// A number of four digits that is not greater is taken for a year.
const LAST_YEAR: i64 = 2_100;
/// Characters that are not read aloud or not generally known.
const SPECIAL: [char; 24] = [
    '&', '§', ';', '…', '(', ')', '/', '*', '_', '=', '+', '~', '|', '^', '<', '>', '„', '“', '”', '"', '»', '«', '–',
    '—',
];

pub(super) fn in_sentence(sentence: &Sentence) -> Vec<Found> {
    let mut found = romans(sentence);
    found.extend(numbers(sentence));
    let start = sentence.range.start;
    let signs = sentence.text().char_indices().filter(|(_, c)| SPECIAL.contains(c));
    found.extend(signs.map(|(at, c)| Found::new(HintKind::SpecialCharacter, start + at..start + at + c.len_utf8())));
    found
}

fn romans(sentence: &Sentence) -> Vec<Found> {
    let mut found = Vec::new();
    for (index, word) in sentence.words.iter().enumerate() {
        // One letter is a numeral only behind a noun: "Sekundarstufe I".
        let is_behind_noun = index > 0 && sentence.words[index - 1].is_capital() && sentence.between(index - 1) == " ";
        if let Some(number) = roman(word.text).filter(|_| word.text.len() > 1 || is_behind_noun) {
            found.push(Found::new(HintKind::RomanNumeral, word.range.clone()).instead(number.to_string()));
        }
    }
    found
}

/// The value of a Roman numeral in its canonical form; `None` for "IIII" and for abbreviations such as "CD".
pub(super) fn roman(word: &str) -> Option<i64> {
    const VALUES: [(&str, i64); 13] = [
        ("M", 1000),
        ("CM", 900),
        ("D", 500),
        ("CD", 400),
        ("C", 100),
        ("XC", 90),
        ("L", 50),
        ("XL", 40),
        ("X", 10),
        ("IX", 9),
        ("V", 5),
        ("IV", 4),
        ("I", 1),
    ];
    const ABBREVIATIONS: [&str; 14] = ["C", "CC", "CD", "CI", "CV", "D", "DI", "DM", "L", "M", "MC", "MD", "MM", "XXL"];
    if ABBREVIATIONS.contains(&word) {
        return None;
    }
    let (mut rest, mut value, mut canonical) = (word, 0, String::new());
    for (letters, worth) in VALUES {
        while let Some(behind) = rest.strip_prefix(letters) {
            (rest, value) = (behind, value + worth);
            canonical.push_str(letters);
            // No canonical numeral is longer; stop early, so that a long text costs no more.
            if canonical.len() > 15 {
                return None;
            }
        }
    }
    let is_right = rest.is_empty() && value > 0 && !canonical.contains("IIII") && !canonical.contains("XXXX");
    is_right.then_some(value)
}

fn numbers(sentence: &Sentence) -> Vec<Found> {
    let (text, start) = (sentence.text(), sentence.range.start);
    let mut found = Vec::new();
    for range in figures(text) {
        let behind = text[range.end..].trim_start_matches([' ', '\u{a0}', '\u{202f}']);
        let blanks = text.len() - range.end - behind.len();
        let unit = ["%", "Prozent"].into_iter().find(|unit| behind.starts_with(unit));
        if let Some(unit) = unit {
            let end = range.end + blanks + unit.len();
            found.push(Found::new(HintKind::Percent, start + range.start..start + end));
        } else if let Some(value) = high(&text[range.clone()]) {
            let spaced = words::number(value, base::Locale::De).replace('.', " ");
            let hint = Found::new(HintKind::HighNumber, start + range.start..start + range.end);
            found.push(if spaced == text[range] { hint } else { hint.instead(spaced) });
        }
    }
    found
}

/// The positions of numbers, including the dots between their thousands.
fn figures(text: &str) -> Vec<Range<usize>> {
    let mut figures = Vec::new();
    let mut at = 0;
    while let Some(skip) = text[at..].find(|c: char| c.is_ascii_digit()) {
        let begin = at + skip;
        let length =
            text[begin..].find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).unwrap_or(text.len() - begin);
        let range = begin..begin + text[begin..begin + length].trim_end_matches(['.', ',']).len();
        at = begin + length;
        figures.push(range);
    }
    figures
}

/// The value of a number that is hard to imagine; `None` for lower ones, years and dates.
fn high(figures: &str) -> Option<i64> {
    let groups: Vec<&str> = figures.split('.').collect();
    let is_grouped = groups.len() > 1 && groups[1..].iter().all(|group| group.len() == 3);
    if groups.len() > 1 && !is_grouped {
        return None;
    }
    let value: i64 = groups.concat().parse().ok()?;
    let is_year = !is_grouped && figures.len() == 4 && value <= LAST_YEAR;
    (value >= HIGH && !is_year).then_some(value)
}
