//! Normalization: cuts a text into words in lower case, with `ä` as `ae`, `ß` as `ss` and no other marks.
//!
//! Invariants: a folded word consists of letters and digits only, in at most [`LETTERS`] bytes;
//! a word never spans white space; the range of each word lies in the text on the borders of
//! characters, so that matches can be marked.

use std::ops::Range;

use base::fold::{plain, umlaut};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The most bytes of a folded word. No German word is longer, and longer ones would bloat the index.
const LETTERS: usize = 60;

/// A word of a text, with its position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// The normalized form, which is compared.
    pub(crate) folded: String,
    /// The position in the text, in bytes.
    pub(crate) range: Range<usize>,
    /// True if this word joins the parts before it: `ruhrkonferenz` after `ruhr` and `konferenz`.
    pub(crate) is_joined: bool,
}

/// The words of a text in their order. Words joined by hyphens, colons or asterisks yield their parts,
/// then the joined word.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let mut reader = Reader::default();
    for (at, c) in text.char_indices() {
        let after = &text[at + c.len_utf8()..];
        if c.is_alphanumeric() || is_combining_mark(c) {
            reader.letter(at, c);
        } else if is_invisible(c) || reader.is_grouping(c, after) {
            reader.pass(at, c);
        } else {
            reader.end_part();
            if !reader.joins(c, after) {
                reader.end();
            }
        }
    }
    reader.end_part();
    reader.end();
    reader.words
}

/// The normalized form of a text, without joined words.
pub(crate) fn folded(text: &str) -> String {
    let parts: Vec<String> = words(text).into_iter().filter(|word| !word.is_joined).map(|word| word.folded).collect();
    parts.join(" ")
}

#[derive(Default)]
struct Reader {
    words: Vec<Word>,
    /// The part that is being read.
    part: Option<Word>,
    /// The number of the last words that are parts of one.
    parts: usize,
}

impl Reader {
    fn letter(&mut self, at: usize, c: char) {
        let part = self.part.get_or_insert_with(|| Word { folded: String::new(), range: at..at, is_joined: false });
        part.range.end = at + c.len_utf8();
        if part.folded.len() < LETTERS {
            fold(&mut part.folded, c);
        }
    }

    /// Includes a character in the part's range that is not compared.
    fn pass(&mut self, at: usize, c: char) {
        if let Some(part) = &mut self.part {
            part.range.end = at + c.len_utf8();
        }
    }

    /// True for the separator in `1.000`, which is one number.
    fn is_grouping(&self, c: char, after: &str) -> bool {
        let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
        matches!(c, '.' | ',' | '\u{202f}')
            && digits(after) == 3
            && self.part.as_ref().is_some_and(|part| {
                let length = part.folded.len();
                let is_grouped = part.range.len() > length;
                digits(&part.folded) == length && (is_grouped || (1..=3).contains(&length))
            })
    }

    /// True if the parts before and after this character belong together.
    fn joins(&self, c: char, after: &str) -> bool {
        let mut after = after.chars().filter(|c| !is_invisible(*c));
        let follows = after.next().is_some_and(char::is_alphanumeric);
        let is_abbreviation = || {
            let last = self.words.last().filter(|_| self.parts > 0);
            last.is_some_and(|part| part.folded.len() == 1 && !part.folded.as_bytes()[0].is_ascii_digit())
        };
        follows
            && match c {
                '-' | '\u{2010}' | '\u{2011}' | '*' | ':' | '_' | '\'' | '’' | '·' => true,
                '.' => is_abbreviation() && !after.next().is_some_and(char::is_alphanumeric),
                _ => false,
            }
    }

    fn end_part(&mut self) {
        if let Some(mut part) = self.part.take().filter(|part| !part.folded.is_empty()) {
            finish(&mut part.folded);
            self.words.push(part);
            self.parts += 1;
        }
    }

    /// Ends a word; the next letter begins another one.
    fn end(&mut self) {
        let parts = &self.words[self.words.len() - std::mem::take(&mut self.parts)..];
        if let [first, .., last] = parts {
            let range = first.range.start..last.range.end;
            let mut folded: String = parts.iter().map(|part| part.folded.as_str()).collect();
            finish(&mut folded);
            self.words.push(Word { folded, range, is_joined: true });
        }
    }
}

/// Cuts a word that is too long, and drops the leading zeros of a number: `04` is the number 4, and so is what `0:4` joins to.
fn finish(word: &mut String) {
    word.truncate(word.floor_char_boundary(LETTERS));
    if word.bytes().all(|digit| digit.is_ascii_digit()) {
        let zeros = word.bytes().take(word.len().saturating_sub(1)).take_while(|digit| *digit == b'0').count();
        word.drain(..zeros);
    }
}

fn fold(word: &mut String, c: char) {
    if c.is_ascii() {
        word.push(c.to_ascii_lowercase());
        return;
    }
    // A combining diaeresis makes an umlaut too.
    if c == '\u{308}' && word.ends_with(['a', 'o', 'u']) {
        word.push('e');
    }
    for c in std::iter::once(c).nfkc().filter(|c| !is_combining_mark(*c)) {
        match umlaut(c).or_else(|| plain(c)) {
            Some(letters) => word.push_str(letters),
            // What is left without its marks may have a plain form: `ǣ` is `æ`, and that is `ae`.
            None => c.to_lowercase().nfkd().filter(|c| c.is_alphanumeric() && !is_combining_mark(*c)).for_each(|c| {
                match plain(c) {
                    Some(letters) => word.push_str(letters),
                    None => word.push(c),
                }
            }),
        }
    }
}

/// Characters that only tell where a word may be broken; nobody types them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn all(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.folded).collect()
    }

    #[test]
    fn umlauts_are_written_out_and_other_marks_fall_away() {
        assert_eq!(all("Ärzte größer Übergabe Café"), ["aerzte", "groesser", "uebergabe", "cafe"]);
        assert_eq!(all("A\u{308}rzte Cafe\u{301} ﬁnden"), ["aerzte", "cafe", "finden"]);
        assert_eq!(all("Привет ἄνδρες"), ["привет", "ανδρες"]);
        assert_eq!(all("Ǣ ǿ"), ["ae", "o"], "letters with marks that have none of their own in Latin");
    }

    #[test]
    fn compounds_are_found_in_parts_and_as_one() {
        assert_eq!(all("Ruhr-Konferenz"), ["ruhr", "konferenz", "ruhrkonferenz"]);
        assert_eq!(
            all("Schüler*innen Lehrer:innen"),
            ["schueler", "innen", "schuelerinnen", "lehrer", "innen", "lehrerinnen"]
        );
        assert_eq!(all("Forum: Vielfalt - und mehr"), ["forum", "vielfalt", "und", "mehr"]);
        assert_eq!(all("G.I.B. NRW"), ["g", "i", "b", "gib", "nrw"]);
        assert_eq!(all("Ende.Anfang"), ["ende", "anfang"]);
    }

    #[test]
    fn soft_hyphens_do_not_part_a_word() {
        assert_eq!(all("Bildungs\u{ad}kette"), ["bildungskette"]);
        assert_eq!(words("Bildungs\u{ad}kette")[0].range, 0.."Bildungs\u{ad}kette".len());
    }

    #[test]
    fn numbers_are_words_and_thousands_are_one() {
        assert_eq!(all("600 von 1.000"), ["600", "von", "1000"]);
        assert_eq!(all("Forum 04, 0"), ["forum", "4", "0"]);
        assert_eq!(all("0*0, 0:4"), ["0", "0", "0", "0", "4", "4"], "a joined number is one too");
        assert_eq!(all("40,000 and 1.234.567"), ["40000", "and", "1234567"]);
        assert_eq!(all("20.9.2018, 1,5 Tage"), ["20", "9", "2018", "1", "5", "tage"]);
    }

    #[test]
    fn what_holds_no_letter_is_no_word() {
        assert_eq!(all(" \0 ❤️ %_ \" ‚’ … -"), Vec::<String>::new());
        assert_eq!(all("a\0b"), ["a", "b"]);
    }

    proptest! {
        #[test]
        fn folding_what_is_folded_changes_nothing(text in ".{0,80}") {
            for word in words(&text) {
                prop_assert!(word.folded.chars().all(char::is_alphanumeric), "{:?}", word.folded);
                prop_assert_eq!(folded(&word.folded), word.folded.clone());
                prop_assert!(text.get(word.range.clone()).is_some());
            }
        }

        #[test]
        fn spelling_of_umlauts_does_not_matter(text in "[a-zäöüßA-ZÄÖÜ]{1,20}") {
            let typed = text.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue").replace('ß', "ss");
            prop_assert_eq!(folded(&text), folded(&typed));
            prop_assert_eq!(folded(&text), folded(&text.nfd().collect::<String>()));
        }
    }
}
