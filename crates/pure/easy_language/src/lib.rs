//! A linter for texts in Leichte Sprache: hints at wording that its readers often cannot understand.
//!
//! The rules are those of DIN SPEC 33429 (Deutsche Leichte Sprache) and of Netzwerk Leichte Sprache
//! (Die Regeln für Leichte Sprache), as far as a machine can see them without knowing what a text
//! means. Where they name no number, the constants here are ours.
//!
//! Hints advise and never block: a heuristic cannot know that a long word is a name, or that a negation
//! is needed. Only people who need Leichte Sprache can say whether a text is good. Texts are Markdown; marks and
//! addresses of links are ignored. The same text always has the same hints. The work is linear in the text:
//! a sentence longer than `sentences::LONGEST` bytes is cut, and a hint borrows from the text.

mod excerpt;
mod numerals;
mod phrases;
mod sentences;
mod single_words;
#[cfg(test)]
mod tests;
mod vocabulary;

use std::borrow::Cow;
use std::ops::Range;

use base::coded;
use sentences::Sentence;

/// A part of a word with more letters than this is hard to read.
pub const MOST_LETTERS: usize = 12;
/// A sentence with more words than this is hard to remember.
pub const MOST_WORDS: usize = 12;

coded! {
    /// A reason why a text is hard to read.
    pub enum HintKind {
        /// A part of a word has more than [`MOST_LETTERS`] letters.
        LongWord = "long_word",
        /// A sentence has more than [`MOST_WORDS`] words.
        LongSentence = "long_sentence",
        /// A sentence makes several statements.
        ManyStatements = "many_statements",
        /// Passive voice, which does not name who acts: "wird gebaut".
        Passive = "passive",
        /// "das Haus des Lehrers" for "das Haus von dem Lehrer".
        Genitive = "genitive",
        /// Subjunctive, which speaks of something that is not real: "könnte", "wäre".
        Subjunctive = "subjunctive",
        /// Negation, where the text could say what is true instead.
        Negation = "negation",
        /// "fünf" for 5.
        NumberWord = "number_word",
        /// "XIV" for 14.
        RomanNumeral = "roman_numeral",
        /// An abbreviation: letters that stand for words.
        Abbreviation = "abbreviation",
        /// A word from another language or from official German.
        ForeignWord = "foreign_word",
        /// A number that is too high to imagine.
        HighNumber = "high_number",
        /// A share in percent.
        Percent = "percent",
        /// A character that is not read aloud or not generally known.
        SpecialCharacter = "special_character",
    }
}

/// Wording that may be hard to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint<'a> {
    /// The reason why it is hard to read.
    pub kind: HintKind,
    /// The words, as they stand in the text.
    pub words: &'a str,
    /// The position of the words, in bytes of the text.
    pub range: Range<usize>,
    /// The sentence around them, as it stands in the text.
    pub sentence: &'a str,
    /// The position of the words in the sentence, in bytes.
    offset: usize,
    /// A replacement, where it is certain: `5` for "fünf".
    pub instead: Option<String>,
}

/// The first hints for a text, and the number of the others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hints<'a> {
    /// The hints, in the order of the text.
    pub first: Vec<Hint<'a>>,
    /// The number of hints that were left out.
    pub more: usize,
}

/// The first `most` hints for a German text, and the number of the others.
pub fn hints(text: &str, most: usize) -> Hints<'_> {
    let visible = sentences::visible(text);
    let mut hints = Hints::default();
    for sentence in sentences::sentences(&visible) {
        let found = in_sentence(&sentence);
        let room = most - hints.first.len();
        hints.more += found.len().saturating_sub(room);
        hints.first.extend(found.into_iter().take(room).map(|found| Hint {
            kind: found.kind,
            words: &text[found.range.clone()],
            offset: found.range.start - sentence.range.start,
            range: found.range,
            sentence: &text[sentence.range.clone()],
            instead: found.instead,
        }));
    }
    hints
}

impl Hint<'_> {
    /// The words and the sentence around them, both cut to lengths that fit in a list.
    pub fn excerpt(&self) -> (Cow<'_, str>, Cow<'_, str>) {
        let words = excerpt::around(self.words, 0, excerpt::WORDS);
        (words, excerpt::around(self.sentence, self.offset, excerpt::SENTENCE))
    }
}

/// A hint before its words and sentence are cut from the text.
struct Found {
    kind: HintKind,
    range: Range<usize>,
    instead: Option<String>,
}

impl Found {
    fn new(kind: HintKind, range: Range<usize>) -> Self {
        Self { kind, range, instead: None }
    }

    fn instead(self, instead: impl Into<String>) -> Self {
        Self { instead: Some(instead.into()), ..self }
    }
}

fn in_sentence(sentence: &Sentence) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    if sentence.words.len() > MOST_WORDS {
        found.push(Found::new(HintKind::LongSentence, sentence.range.clone()));
    }
    found.extend(phrases::in_sentence(sentence));
    found.extend(single_words::in_sentence(sentence));
    found.extend(numerals::in_sentence(sentence));
    found.sort_by_key(|found| (found.range.start, found.kind));
    found
}
