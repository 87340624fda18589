//! What was changed, so that eyes and screen readers can tell: which words went, which came.

use similar::{ChangeTag, TextDiff};
use web::Ctx;

use super::form::merge::Difference;

/// A field that was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ShownDifference {
    /// What the field asks for.
    pub(crate) label: String,
    /// Its text, in pieces.
    pub(crate) pieces: Vec<Piece>,
    /// All of it as it was.
    pub(crate) before: String,
    /// All of it as it is.
    pub(crate) after: String,
}

/// A piece of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    /// What became of it.
    pub(crate) change: Change,
    /// The words, with blanks and line ends.
    pub(crate) text: String,
}

/// What became of a piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    /// It stayed.
    Kept,
    /// It went.
    Removed,
    /// It came.
    Added,
}

/// A difference as a page shows it.
pub(crate) fn shown(ctx: &Ctx, difference: &Difference) -> ShownDifference {
    let (before, after) = (text(difference.before.values()), text(difference.after.values()));
    ShownDifference { label: ctx.t(difference.label), pieces: pieces(&before, &after), before, after }
}

fn text<'t>(texts: impl Iterator<Item = &'t String>) -> String {
    texts.map(String::as_str).collect::<Vec<_>>().join("\n")
}

/// Neighbouring words with the same fate are one piece.
fn pieces(before: &str, after: &str) -> Vec<Piece> {
    let diff = TextDiff::from_words(before, after);
    let mut pieces: Vec<Piece> = Vec::new();
    for change in diff.iter_all_changes() {
        let fate = match change.tag() {
            ChangeTag::Equal => Change::Kept,
            ChangeTag::Delete => Change::Removed,
            ChangeTag::Insert => Change::Added,
        };
        match pieces.last_mut().filter(|last| last.change == fate) {
            Some(last) => last.text.push_str(change.value()),
            None => pieces.push(Piece { change: fate, text: change.value().to_owned() }),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_went_and_came_are_told_apart() {
        let told: Vec<(Change, String)> = pieces("Wir laden ein.", "Wir laden alle ein.")
            .into_iter()
            .map(|piece| (piece.change, piece.text))
            .collect();
        assert_eq!(
            told,
            [(Change::Kept, "Wir laden ".into()), (Change::Added, "alle ".into()), (Change::Kept, "ein.".into())]
        );
    }

    #[test]
    fn both_texts_can_be_put_together_from_the_pieces() {
        let (before, after) = ("eins zwei drei\nvier", "eins drei\nvier fünf");
        let pieces = pieces(before, after);
        let without = |fate: Change| -> String {
            pieces.iter().filter(|piece| piece.change != fate).map(|piece| piece.text.as_str()).collect()
        };
        assert_eq!((without(Change::Added).as_str(), without(Change::Removed).as_str()), (before, after));
    }
}
