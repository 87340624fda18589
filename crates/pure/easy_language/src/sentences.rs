//! A tokenizer: it cuts Markdown into sentences and words, and hides marks and addresses.

use std::ops::Range;
use std::str::CharIndices;

use super::vocabulary;

/// A sentence of the visible text, with its words.
pub(super) struct Sentence<'a> {
    /// The whole visible text.
    pub(super) visible: &'a str,
    /// The position of the sentence in the visible text, in bytes.
    pub(super) range: Range<usize>,
    /// The words of the sentence; numbers are not words.
    pub(super) words: Vec<Word<'a>>,
}

/// A word: letters, with hyphens and mediopoints between them.
#[derive(Clone)]
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    pub(super) small: String,
    pub(super) range: Range<usize>,
}

impl Word<'_> {
    /// True for nouns and names, and for the first word of a sentence.
    pub(super) fn is_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }
}

impl<'a> Sentence<'a> {
    /// The sentence as it stands in the text.
    pub(super) fn text(&self) -> &'a str {
        &self.visible[self.range.clone()]
    }

    /// The text between the word with this index and the next one.
    pub(super) fn between(&self, first: usize) -> &'a str {
        &self.visible[self.words[first].range.end..self.words[first + 1].range.start]
    }
}

/// The most bytes of a sentence; a longer one is cut before its next word.
pub(super) const LONGEST: usize = 2_000;

/// A part that readers do not see: its beginning, a test for the character that ends it, and the number of
/// bytes of that character that are hidden too.
type Hidden = (&'static str, fn(char) -> bool, usize);

const HIDDEN: [Hidden; 4] = [
    ("](", |c| c == ')', 1),
    ("https://", ends_address, 0),
    ("http://", ends_address, 0),
    ("mailto:", ends_address, 0),
];

fn ends_address(c: char) -> bool {
    c.is_whitespace() || c == '>'
}

/// The text with marks and addresses replaced by blanks, so that byte positions stay the same.
pub(super) fn visible(text: &str) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let mut blank = |range: Range<usize>| bytes[range].fill(b' ');
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        let mark = mark_length(line);
        // The blanks that replace a mark tell the iterator that a new sentence begins here.
        blank(line_start..line_start + mark);
        line_start += line.len();
    }
    for (begin, is_end, with_end) in HIDDEN {
        let mut from = 0;
        while let Some(at) = text[from..].find(begin).map(|at| from + at) {
            // A hidden part that begins inside another one ends with it.
            from = text[at..].find(is_end).map_or(text.len(), |length| at + length + with_end);
            blank(at..from);
        }
    }
    for (at, sign) in text.char_indices().filter(|(_, c)| matches!(c, '*' | '_' | '`' | '[' | '<' | '>')) {
        if !is_inside_word(text, at) {
            blank(at..at + sign.len_utf8());
        }
    }
    // Only whole characters were replaced, so this is still UTF-8.
    String::from_utf8(bytes).unwrap_or_default()
}

/// An asterisk or underscore between letters belongs to the word: "Lehrer*innen".
fn is_inside_word(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back().is_some_and(char::is_alphabetic);
    before && text[at..].chars().nth(1).is_some_and(char::is_alphabetic)
}

/// The length in bytes of the mark at the beginning of a line: a heading, a quotation, an item of a list.
fn mark_length(line: &str) -> usize {
    let indent = line.len() - line.trim_start_matches([' ', '\t', '>']).len();
    let rest = &line[indent..];
    let hashes = rest.len() - rest.trim_start_matches('#').len();
    if hashes > 0 && rest[hashes..].starts_with(' ') {
        return indent + hashes;
    }
    if rest.starts_with("- ") || rest.starts_with("* ") || rest.starts_with("+ ") {
        return indent + 1;
    }
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if digits > 0 && digits < 4 && rest[digits..].starts_with(". ") { indent + digits + 1 } else { 0 }
}

/// The sentences of the visible text; those without a word are left out.
pub(super) fn sentences(visible: &str) -> Sentences<'_> {
    let end = visible.trim_end().len();
    Sentences { visible, end, signs: visible.char_indices(), start: 0, previous_line_ends: false }
}

/// An iterator that cuts the sentences one after the other.
pub(super) struct Sentences<'a> {
    visible: &'a str,
    /// The end of the text without trailing blanks.
    end: usize,
    signs: CharIndices<'a>,
    /// The start of the sentence that is being read.
    start: usize,
    previous_line_ends: bool,
}

impl<'a> Iterator for Sentences<'a> {
    type Item = Sentence<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        while let Some((at, c)) = self.signs.next() {
            if self.ends_at(at, c) {
                let behind = at + c.len_utf8();
                let sentence = sentence(self.visible, self.start..behind);
                self.start = behind;
                if sentence.is_some() {
                    return sentence;
                }
            }
        }
        let rest = std::mem::replace(&mut self.start, self.visible.len())..self.visible.len();
        sentence(self.visible, rest)
    }
}

impl Sentences<'_> {
    fn ends_at(&mut self, at: usize, c: char) -> bool {
        let rest = &self.visible[at + c.len_utf8()..];
        match c {
            '.' => self.is_full_stop(at),
            '!' | '?' | ':' => rest.starts_with(|c: char| c.is_whitespace()) || rest.is_empty(),
            '\n' => {
                let next = rest.split('\n').next().unwrap_or("");
                // A blanked mark leaves a line that begins with at least two blanks.
                let is_new = next.trim().is_empty() || next.starts_with(' ') || self.previous_line_ends;
                self.previous_line_ends = next.starts_with(' ');
                is_new || at - self.start >= LONGEST
            }
            _ => c.is_whitespace() && at - self.start >= LONGEST,
        }
    }

    /// False if the full stop belongs to an abbreviation or to the number of a day.
    fn is_full_stop(&self, at: usize) -> bool {
        let behind = &self.visible[at + 1..];
        if !behind.starts_with(char::is_whitespace) && !behind.is_empty() {
            return false;
        }
        let before = self.visible[self.start..at].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        let is_number = before.ends_with(|c: char| c.is_ascii_digit());
        let is_last = at + 1 >= self.end || behind.starts_with('\n');
        let is_letter = before.chars().count() == 1 && !is_number;
        is_last || !(is_number || is_letter || vocabulary::is_abbreviation(&before.to_lowercase()))
    }
}

fn sentence(visible: &str, range: Range<usize>) -> Option<Sentence<'_>> {
    let text = &visible[range.clone()];
    let start = range.start + text.len() - text.trim_start().len();
    let range = start..start + text.trim().len();
    let words = words(visible, &range);
    (!words.is_empty()).then_some(Sentence { visible, range, words })
}

fn words<'a>(visible: &'a str, range: &Range<usize>) -> Vec<Word<'a>> {
    let mut words = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let rest = &visible[at..range.end];
        let Some(skip) = rest.find(char::is_alphabetic) else { break };
        let begin = at + skip;
        let length = length_of_word(&visible[begin..range.end]);
        let text = &visible[begin..begin + length];
        words.push(Word { text, small: text.to_lowercase(), range: begin..begin + length });
        at = begin + length;
    }
    words
}

fn length_of_word(text: &str) -> usize {
    let mut end = 0;
    for (at, c) in text.char_indices() {
        let joins = matches!(c, '-' | '·' | '*' | '_' | ':' | '’' | '\'');
        let goes_on = || text[at + c.len_utf8()..].starts_with(char::is_alphabetic);
        if !(c.is_alphanumeric() || (joins && goes_on())) {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}
