//! The difference of two texts, in pieces that stayed, went or came.
//!
//! Lines are compared first, then the words of the lines that differ. Comparing costs much where nearly everything
//! differs, and there it shows nothing that eyes could follow; so the effort is bounded, and beyond it the removed
//! text is shown whole, followed by the added one. Nothing is left out: both texts can be put together from the pieces.

use imara_diff::{Algorithm, Diff, Hunk, InternedInput};

/// The most lines that are compared, both texts together.
const MOST_LINES: usize = 10_000;
/// The most words and blanks that are compared in lines that follow each other, both texts together.
const MOST_WORDS_AT_ONCE: usize = 6_000;
/// The most that are compared in a whole text.
const MOST_WORDS: usize = 24_000;
/// The most pieces that a person can still look through.
const MOST_PIECES: usize = 1_000;

/// A piece of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Its fate.
    pub change: Change,
    /// The words, with blanks and line ends.
    pub text: String,
}

/// The fate of a piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It stayed.
    Kept,
    /// It went.
    Removed,
    /// It came.
    Added,
}

/// The pieces of a text; neighbours with the same fate are one piece.
pub(super) fn pieces(before: &str, after: &str) -> Vec<Piece> {
    let (old, new) = (lines(before), lines(after));
    let mut pieces = Pieces::default();
    if old.len() + new.len() > MOST_LINES {
        pieces.replaced(before, after);
        return pieces.0;
    }
    let hunks = hunks(&old, &new);
    let mut words_left = MOST_WORDS;
    let mut reached = 0;
    for hunk in &hunks {
        let (gone, come) = (hunk.before.start as usize..hunk.before.end as usize, hunk.after.start as usize);
        pieces.push(Change::Kept, &new[reached..come].concat());
        reached = hunk.after.end as usize;
        pieces.changed(&old[gone].concat(), &new[come..reached].concat(), &mut words_left);
    }
    pieces.push(Change::Kept, &new[reached..].concat());
    if pieces.0.len() > MOST_PIECES {
        pieces.0.clear();
        pieces.replaced(before, after);
    }
    pieces.0
}

#[derive(Default)]
struct Pieces(Vec<Piece>);

impl Pieces {
    fn push(&mut self, change: Change, text: &str) {
        match self.0.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.change == change => last.text.push_str(text),
            _ => self.0.push(Piece { change, text: text.to_owned() }),
        }
    }

    fn replaced(&mut self, before: &str, after: &str) {
        self.push(Change::Removed, before);
        self.push(Change::Added, after);
    }

    /// Lines that differ, word by word as long as words are left that may be compared.
    fn changed(&mut self, before: &str, after: &str, words_left: &mut usize) {
        let (old, new) = (words(before), words(after));
        let count = old.len() + new.len();
        if count > MOST_WORDS_AT_ONCE.min(*words_left) {
            self.replaced(before, after);
            return;
        }
        *words_left -= count;
        let mut reached = 0;
        for hunk in hunks(&old, &new) {
            self.push(Change::Kept, &new[reached..hunk.after.start as usize].concat());
            self.push(Change::Removed, &old[hunk.before.start as usize..hunk.before.end as usize].concat());
            reached = hunk.after.end as usize;
            self.push(Change::Added, &new[hunk.after.start as usize..reached].concat());
        }
        self.push(Change::Kept, &new[reached..].concat());
    }
}

fn hunks(old: &[&str], new: &[&str]) -> Vec<Hunk> {
    let mut input = InternedInput::default();
    input.update_before(old.iter().copied());
    input.update_after(new.iter().copied());
    Diff::compute(Algorithm::Histogram, &input).hunks().collect()
}

fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

/// The words of a text and the blanks between them.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let is_blank = rest.starts_with(char::is_whitespace);
        let end = rest.find(|c: char| c.is_whitespace() != is_blank).unwrap_or(rest.len());
        let (word, others) = rest.split_at(end);
        words.push(word);
        rest = others;
    }
    words
}

#[cfg(test)]
mod tests {
    use base::expensive;
    use proptest::prelude::*;

    use super::*;

    fn changes(before: &str, after: &str) -> Vec<(Change, String)> {
        pieces(before, after).into_iter().map(|piece| (piece.change, piece.text)).collect()
    }

    /// The text as it was, or as it is.
    fn without(pieces: &[Piece], fate: Change) -> String {
        pieces.iter().filter(|piece| piece.change != fate).map(|piece| piece.text.as_str()).collect()
    }

    #[test]
    fn words_that_went_and_came_are_told_apart() {
        assert_eq!(
            changes("Wir laden ein.", "Wir laden alle ein."),
            [(Change::Kept, "Wir laden ".into()), (Change::Added, "alle ".into()), (Change::Kept, "ein.".into())]
        );
    }

    #[test]
    fn one_word_in_a_long_text_is_found() {
        let line = |number: usize, word: &str| format!("Zeile {number} sagt {word}.\n");
        let text = |word: &str| -> String {
            (0..3_000).map(|number| line(number, if number == 2_000 { word } else { "es" })).collect()
        };
        let changes: Vec<_> = changes(&text("dies"), &text("das"));
        let different: Vec<_> = changes.iter().filter(|(change, _)| *change != Change::Kept).collect();
        assert_eq!(different, [&(Change::Removed, "dies.".to_owned()), &(Change::Added, "das.".to_owned())]);
    }

    #[test]
    fn what_differs_nearly_everywhere_is_shown_whole() {
        let (before, after) = expensive::alternating(" ", 200_000);
        assert_eq!(changes(&before, &after), [(Change::Removed, before.clone()), (Change::Added, after.clone())]);
        let (before, after) = expensive::alternating("\n", 15_000);
        assert_eq!(changes(&before, &after), [(Change::Removed, before.clone()), (Change::Added, after.clone())]);
    }

    /// Every other word of the largest texts took minutes to compare, and kept the program from answering.
    #[test]
    fn largest_texts_give_few_pieces_and_lose_nothing() {
        for separator in [" ", "\n", "\n\n", ". "] {
            let (before, after) = expensive::alternating(separator, 2_000_000);
            let pieces = pieces(&before, &after);
            assert!(pieces.len() <= MOST_PIECES, "{}", pieces.len());
            assert!(without(&pieces, Change::Added) == before && without(&pieces, Change::Removed) == after);
        }
    }

    proptest! {
        #[test]
        fn both_texts_can_be_put_together_from_the_pieces(before in "[ab \n]{0,60}", after in "[ab \n]{0,60}") {
            let pieces = pieces(&before, &after);
            prop_assert_eq!(without(&pieces, Change::Added), before);
            prop_assert_eq!(without(&pieces, Change::Removed), after);
            prop_assert!(pieces.windows(2).all(|two| two[0].change != two[1].change));
        }
    }
}
