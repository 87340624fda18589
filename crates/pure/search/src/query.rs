//! Queries: the words to look up, from the text that a visitor typed.
//!
//! Any text is a query: quotes and other punctuation have no meaning, and a text that is too long is cut.

use super::fold::words;

/// The most words that are looked up.
const WORDS: usize = 8;
/// The most bytes that are read.
const BYTES: usize = 1_000;

/// Stop words, which occur in nearly every text. They are looked up only if a query has no others.
const EVERYWHERE: [&str; 56] = [
    "aber", "als", "am", "an", "and", "auf", "aus", "bei", "by", "das", "dem", "den", "der", "des", "die", "ein",
    "eine", "einem", "einen", "einer", "eines", "es", "for", "from", "fuer", "gibt", "how", "im", "in", "is", "ist",
    "mit", "nach", "oder", "of", "on", "or", "sich", "sie", "sind", "the", "there", "to", "ueber", "um", "und", "von",
    "was", "what", "wie", "with", "wo", "zu", "zum", "zur", "zwischen",
];

/// A query, with the text as typed and its words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    text: String,
    words: Vec<QueryWord>,
    is_cut: bool,
}

/// A word of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryWord {
    /// The normalized form, which is compared.
    pub folded: String,
    /// The form in which it was typed.
    pub typed: String,
}

impl Query {
    /// Parses a text; every text is valid.
    pub fn read(typed: &str) -> Self {
        let text: String = typed.chars().filter(|c| !c.is_control()).take(BYTES).collect();
        let text = text[..text.floor_char_boundary(BYTES)].trim().to_owned();
        let mut asked: Vec<QueryWord> = Vec::new();
        let mut end = 0;
        for word in words(&text).into_iter().filter(|word| !word.is_joined) {
            let is_ending = end > 0 && ends_gendered(&text[end..word.range.start], &word.folded);
            end = word.range.end;
            if !is_ending && !asked.iter().any(|before| before.folded == word.folded) {
                asked.push(QueryWord { typed: text[word.range].to_owned(), folded: word.folded });
            }
        }
        if asked.iter().any(QueryWord::says_something) {
            asked.retain(QueryWord::says_something);
        }
        let is_cut = asked.len() > WORDS || typed.len() > BYTES;
        asked.truncate(WORDS);
        Self { text, words: asked, is_cut }
    }

    /// The text as typed, without control characters.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// True if there is no word in it.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// True if something was cut because the query was too long.
    pub fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// The words, each once.
    pub fn words(&self) -> &[QueryWord] {
        &self.words
    }
}

/// True if a word is the ending of a gender-inclusive form: `Schüler*innen`, `Schüler:in`. A search for it should
/// find `Schülerinnen` too, which does not contain the word `innen`.
fn ends_gendered(between: &str, folded: &str) -> bool {
    matches!(between, "*" | ":" | "_") && matches!(folded, "in" | "innen")
}

impl QueryWord {
    fn says_something(&self) -> bool {
        EVERYWHERE.binary_search(&self.folded.as_str()).is_err()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str) -> Vec<String> {
        Query::read(typed).words.into_iter().map(|word| word.folded).collect()
    }

    #[test]
    fn quotes_signs_and_repeated_words_are_left_out() {
        assert_eq!(read("»Kita« \"und\" +Schule -kita*"), ["kita", "schule"]);
        assert_eq!(read("Ruhr-Konferenz"), ["ruhr", "konferenz"]);
    }

    #[test]
    fn ending_of_a_word_for_all_genders_is_no_word() {
        for typed in ["Schüler*innen", "Schüler:innen", "Schüler_in", "schüler*INNEN"] {
            assert_eq!(read(typed), ["schueler"], "{typed}");
        }
        assert_eq!(read("Schüler*innen und Lehrer*innen"), ["schueler", "lehrer"]);
        assert_eq!(read("innen, außen"), ["innen", "aussen"]);
        assert_eq!(read("Schüler innen"), ["schueler", "innen"]);
        assert_eq!(read("*innen"), ["innen"]);
    }

    #[test]
    fn small_words_count_only_if_there_is_nothing_else() {
        assert_eq!(read("Wie ist das"), ["wie", "ist", "das"]);
        assert_eq!(read("der Kongress"), ["kongress"]);
        assert!(EVERYWHERE.is_sorted());
    }

    #[test]
    fn hostile_text_is_an_empty_or_a_short_question() {
        for nothing in ["", " ", "\0", "%_%", "💩", "\u{fffd}\u{fffd}", "'; --"] {
            assert!(Query::read(nothing).is_empty(), "{nothing:?}");
        }
        let long = Query::read(&"wort ".repeat(300_000));
        assert!(long.is_cut() && long.text().len() <= BYTES);
        assert_eq!(read(&"ä".repeat(1_000_000))[0].len(), 60);
        let many: Vec<String> = (0..50).map(|number| format!("wort{number}")).collect();
        assert_eq!(read(&many.join(" ")).len(), WORDS);
    }
}
