//! How deep a text may be nested, and how it is shown if it is deeper.
//!
//! Whoever reads HTML looks through everything that is open at each tag, so work grows with the square of the
//! depth. Nobody can follow sixteen quotations within each other; what is deeper is refused when it is saved, and
//! shown flat, without losing a word, if it is there.

use std::borrow::Cow;

use comrak::arena_tree::NodeEdge;
use comrak::nodes::{Node, NodeValue};

/// So many quotations and lists may stand within each other, and so many marks (emphasis, links) within each other.
pub const MOST_LEVELS: usize = 16;
/// A line goes no deeper with the signs and blanks at its beginning; a program text may be indented that far.
const PREFIX: usize = 100;

/// The text with what lies beyond [`PREFIX`] at the beginning of a line left out: the signs of quotations and lists,
/// and blanks before them. Without it a line of fifty thousand `>` would be as many blocks within each other.
pub(super) fn shallow(text: &str) -> Cow<'_, str> {
    let mut shallow = String::new();
    let mut kept = 0;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let (kept_part, length) = prefix(line);
        if kept_part < length {
            shallow.push_str(&text[kept..start + kept_part]);
            kept = start + length;
        }
        start += line.len();
    }
    if kept == 0 {
        return text.into();
    }
    shallow.push_str(&text[kept..]);
    shallow.into()
}

/// Bytes of blanks and of signs that open a block, at the beginning of a line: those that are kept, and all.
fn prefix(line: &str) -> (usize, usize) {
    let bytes = line.as_bytes();
    let is_blank = |at: usize| bytes.get(at).is_none_or(u8::is_ascii_whitespace);
    let (mut kept, mut at) = (0, 0);
    while let Some(byte) = bytes.get(at) {
        if at <= PREFIX {
            kept = at;
        }
        at += match byte {
            b' ' | b'\t' | b'>' => 1,
            b'-' | b'+' | b'*' if is_blank(at + 1) => 1,
            b'0'..=b'9' => {
                let digits = bytes[at..].iter().take(10).take_while(|digit| digit.is_ascii_digit()).count();
                let is_mark = matches!(bytes.get(at + digits), Some(b'.' | b')')) && is_blank(at + digits + 1);
                if is_mark { digits + 1 } else { break }
            }
            _ => break,
        };
    }
    (if at <= PREFIX { at } else { kept }, at)
}

/// The first line that is nested deeper than [`MOST_LEVELS`].
pub(super) fn first_too_deep(root: Node<'_>) -> Option<usize> {
    too_deep(root).first().map(|node| node.data().sourcepos.start.line)
}

/// Takes the blocks and marks that are too deep away; what they hold stays, in its order.
pub(super) fn flatten(root: Node<'_>) {
    // From outside in, so that each node moves once.
    for node in too_deep(root) {
        // What comes into an item this way are paragraphs of their own.
        if let Some(around) = node.parent().and_then(comrak::arena_tree::Node::parent)
            && let NodeValue::List(list) = &mut around.data_mut().value
        {
            list.tight = false;
        }
        for child in node.children().collect::<Vec<_>>() {
            node.insert_before(child);
        }
        node.detach();
    }
}

/// Blocks and marks that are too deep, in the order of the text. Of a list that is too deep, each item is too.
fn too_deep(root: Node<'_>) -> Vec<Node<'_>> {
    let mut too_deep = Vec::new();
    let (mut blocks, mut marks) = (0, 0);
    for edge in root.traverse() {
        let (node, is_start) = match edge {
            NodeEdge::Start(node) => (node, true),
            NodeEdge::End(node) => (node, false),
        };
        let (level, deepest) = match node.data().value {
            NodeValue::BlockQuote | NodeValue::Item(_) => (&mut blocks, MOST_LEVELS),
            // A list stands around its items, so its own level is theirs.
            NodeValue::List(_) if is_start && blocks >= MOST_LEVELS => {
                too_deep.push(node);
                continue;
            }
            NodeValue::Emph
            | NodeValue::Strong
            | NodeValue::Strikethrough
            | NodeValue::Link(_)
            | NodeValue::Image(_) => (&mut marks, MOST_LEVELS),
            _ => continue,
        };
        if is_start {
            *level += 1;
            if *level > deepest {
                too_deep.push(node);
            }
        } else {
            *level -= 1;
        }
    }
    too_deep
}
