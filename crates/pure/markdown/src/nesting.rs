//! Limits the depth of nesting, and flattens texts that exceed it.
//!
//! A program that reads HTML looks through all open elements at each tag, so work grows with the square of the
//! depth. Nobody can follow sixteen quotations within each other; a deeper text is refused when it is saved. One that
//! was saved before is shown flat, without losing a word.

use std::borrow::Cow;

use comrak::arena_tree::NodeEdge;
use comrak::nodes::{Node, NodeValue};

/// The most quotations and lists within each other, and the most marks (emphasis, links) within each other.
pub const MOST_LEVELS: usize = 16;
/// The most bytes of block marks and blanks at the beginning of a line; indented code may reach that far.
const PREFIX: usize = 100;

/// Removes marks of quotations and lists, with the blanks between them, that lie beyond [`PREFIX`] at the beginning
/// of a line. Otherwise a line of fifty thousand `>` would become as many blocks within each other.
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

/// The lengths in bytes of the block marks and blanks at the beginning of a line: the part that is kept, and all.
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

/// Removes blocks and marks that are too deep; their content stays, in its order.
pub(super) fn flatten(root: Node<'_>) {
    // From the outside in, so that each node moves once.
    for node in too_deep(root) {
        // A flattened block becomes a paragraph of the item, which makes its list loose.
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

/// The blocks and marks that are too deep, in the order of the text; the items of a list that is too deep are
/// included.
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
            // A list and its items are one level.
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
