//! What was changed, so that eyes and screen readers can tell: which words went, which came.

use askama::Template;
use askama::filters::HtmlSafe;
use imara_diff::{Algorithm, Diff, InternedInput};
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

#[derive(Template)]
#[template(path = "entries/difference.html")]
pub(crate) struct PrintedDifference<'a> {
    page: &'a Ctx,
    difference: &'a ShownDifference,
}

// Templates escape what they print.
impl HtmlSafe for PrintedDifference<'_> {}

impl ShownDifference {
    /// Prints it.
    pub(crate) fn printed<'a>(&'a self, page: &'a Ctx) -> PrintedDifference<'a> {
        PrintedDifference { page, difference: self }
    }
}

/// A difference as a page shows it.
pub(crate) fn shown(ctx: &Ctx, difference: &Difference) -> ShownDifference {
    let (before, after) = (text(difference.before.values()), text(difference.after.values()));
    ShownDifference { label: ctx.t(difference.label), pieces: pieces(&before, &after), before, after }
}

fn text<'t>(texts: impl Iterator<Item = &'t String>) -> String {
    texts.map(String::as_str).collect::<Vec<_>>().join("\n")
}

/// What became of the words; neighbours with the same fate are one piece.
fn pieces(before: &str, after: &str) -> Vec<Piece> {
    let (old, new) = (words(before), words(after));
    let mut input = InternedInput::default();
    input.update_before(old.iter().copied());
    input.update_after(new.iter().copied());
    let mut pieces: Vec<Piece> = Vec::new();
    let mut tell = |change, words: &[&str]| {
        if !words.is_empty() {
            pieces.push(Piece { change, text: words.concat() });
        }
    };
    let mut told = 0;
    for hunk in Diff::compute(Algorithm::Histogram, &input).hunks() {
        tell(Change::Kept, &new[told..hunk.after.start as usize]);
        tell(Change::Removed, &old[hunk.before.start as usize..hunk.before.end as usize]);
        told = hunk.after.end as usize;
        tell(Change::Added, &new[hunk.after.start as usize..told]);
    }
    tell(Change::Kept, &new[told..]);
    pieces
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
