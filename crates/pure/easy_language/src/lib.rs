//! Hints for texts in Leichte Sprache: what people who need it often cannot read.
//!
//! The rules are those of DIN SPEC 33429 (Deutsche Leichte Sprache) and of Netzwerk Leichte Sprache
//! (Die Regeln für Leichte Sprache), as far as a machine can see them without knowing what a text
//! means. Where they name no number, the constants here are ours.
//!
//! Hints advise and never block: a heuristic cannot know that a long word is a name, or that a negation
//! is needed. Whether a text is good, only people who need it can say. Texts are Markdown; marks and
//! addresses of links are not looked at. Pure: the same text has the same hints. The work is linear in the text:
//! what goes on for `sentences::LONGEST` bytes without an end is cut, and a hint lends from the text.

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

/// More letters than this in one piece of a word are hard to read.
pub const MOST_LETTERS: usize = 12;
/// More words than this in a sentence are hard to keep in mind.
pub const MOST_WORDS: usize = 12;

coded! {
    /// What makes a text hard to read.
    pub enum HintKind {
        /// A long word without hyphen or mediopoint.
        LongWord = "long_word",
        /// A sentence with many words.
        LongSentence = "long_sentence",
        /// A sentence that says several things.
        ManyStatements = "many_statements",
        /// Nobody does it: "wird gebaut".
        Passive = "passive",
        /// "das Haus des Lehrers" for "das Haus von dem Lehrer".
        Genitive = "genitive",
        /// "könnte", "wäre": what is not so.
        Subjunctive = "subjunctive",
        /// What is not, instead of what is.
        Negation = "negation",
        /// "fünf" for 5.
        NumberWord = "number_word",
        /// "XIV" for 14.
        RomanNumeral = "roman_numeral",
        /// Letters that stand for words.
        Abbreviation = "abbreviation",
        /// A word from another language, or from an office.
        ForeignWord = "foreign_word",
        /// A number that nobody can imagine.
        HighNumber = "high_number",
        /// A share in percent.
        Percent = "percent",
        /// A sign that is not read aloud, or not known.
        SpecialCharacter = "special_character",
    }
}

/// Something that may be hard to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint<'a> {
    /// Why.
    pub kind: HintKind,
    /// The words it is about, as they stand in the text.
    pub words: &'a str,
    /// Where they stand, in bytes of the text.
    pub range: Range<usize>,
    /// The sentence around them, as it stands in the text.
    pub sentence: &'a str,
    /// Where the words begin in the sentence, in bytes.
    offset: usize,
    /// What could stand there instead, where that is certain: `5` for "fünf".
    pub instead: Option<String>,
}

/// The hints for a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hints<'a> {
    /// The first ones, in the order of the text.
    pub first: Vec<Hint<'a>>,
    /// How many there are besides.
    pub more: usize,
}

/// What may be hard to read in a German text: its first hints, `most` of them, and how many more there are.
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
    /// The words, and the sentence around them: what fits in a list, however long they are.
    pub fn excerpt(&self) -> (Cow<'_, str>, Cow<'_, str>) {
        let words = excerpt::around(self.words, 0, excerpt::WORDS);
        (words, excerpt::around(self.sentence, self.offset, excerpt::SENTENCE))
    }
}

/// A hint before it knows its text.
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
