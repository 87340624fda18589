//! Excerpts: parts of a text that are short enough for a list.

use std::borrow::Cow;

/// Most bytes of an excerpt from the words of a hint.
pub(super) const WORDS: usize = 80;
/// Most bytes of an excerpt from the sentence around them.
pub(super) const SENTENCE: usize = 240;

/// The text; if it is longer than `length` bytes, a part of about that length around the byte `at`.
pub(super) fn around(text: &str, at: usize, length: usize) -> Cow<'_, str> {
    if text.len() <= length {
        return text.into();
    }
    let start = text.floor_char_boundary(at.saturating_sub(length / 2).min(text.len() - length));
    let end = text.floor_char_boundary(start + length);
    let (before, behind) = (if start > 0 { "… " } else { "" }, if end < text.len() { " …" } else { "" });
    format!("{before}{}{behind}", text[start..end].trim()).into()
}
