//! A part of a text that fits in a list.

use std::borrow::Cow;

/// Bytes that are shown of the words of a hint.
pub(super) const WORDS: usize = 80;
/// Bytes that are shown of the sentence around them.
pub(super) const SENTENCE: usize = 240;

/// The text, or if it is longer, about so many bytes of it around a place.
pub(super) fn around(text: &str, at: usize, length: usize) -> Cow<'_, str> {
    if text.len() <= length {
        return text.into();
    }
    let start = text.floor_char_boundary(at.saturating_sub(length / 2).min(text.len() - length));
    let end = text.floor_char_boundary(start + length);
    let (before, behind) = (if start > 0 { "… " } else { "" }, if end < text.len() { " …" } else { "" });
    format!("{before}{}{behind}", text[start..end].trim()).into()
}
