//! Asterisks inside words: `Schüler*innen und Lehrer*innen` keeps its asterisks and is not emphasised.
//!
//! In `CommonMark` two such asterisks would disappear and make everything between them italic. In German an
//! asterisk between two letters is part of the word. So single ones are hidden from the parser behind a Unicode
//! noncharacter and put back into the tree. Two asterisks in a row keep their meaning (`**fett**gedruckt`), and so
//! does one at the edge of a word: `*Lehrer*innen*` emphasises the whole word.

use std::borrow::Cow;

use comrak::nodes::{Node, NodeValue};

/// Replaces an asterisk: a Unicode noncharacter, which the parser takes for a letter.
const HIDDEN: char = '\u{fdd0}';

/// Hides the asterisks inside words. Line numbers stay the same.
pub(super) fn hide(text: &str) -> Cow<'_, str> {
    let mut hidden = String::new();
    let mut from = 0;
    for (at, _) in text.match_indices('*').filter(|(at, _)| is_inside_word(text, *at)) {
        hidden.push_str(&text[from..at]);
        hidden.push(HIDDEN);
        from = at + 1;
    }
    if from == 0 {
        return text.into();
    }
    hidden.push_str(&text[from..]);
    hidden.into()
}

/// True for an asterisk between letters or digits.
pub(crate) fn is_inside_word(text: &str, at: usize) -> bool {
    let is_of_word = |c: char| c.is_alphanumeric() || is_mark(c);
    text[..at].chars().next_back().is_some_and(is_of_word) && text[at + 1..].chars().next().is_some_and(is_of_word)
}

/// A combining diaeresis or accent.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Puts the hidden asterisks back into every kind of node that can contain them.
pub(super) fn bring_back(root: Node<'_>) {
    for node in root.descendants() {
        match &mut node.data_mut().value {
            NodeValue::Text(text) if text.contains(HIDDEN) => *text = starred(text).into(),
            NodeValue::Code(code) => put_back(&mut code.literal),
            NodeValue::HtmlInline(html) => put_back(html),
            NodeValue::HtmlBlock(html) => put_back(&mut html.literal),
            NodeValue::CodeBlock(code) => {
                put_back(&mut code.info);
                put_back(&mut code.literal);
            }
            NodeValue::Link(link) | NodeValue::Image(link) => {
                put_back(&mut link.url);
                put_back(&mut link.title);
            }
            _ => {}
        }
    }
}

fn put_back(text: &mut String) {
    if text.contains(HIDDEN) {
        *text = starred(text);
    }
}

fn starred(text: &str) -> String {
    text.replace(HIDDEN, "*")
}
