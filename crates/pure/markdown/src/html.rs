//! Makes the HTML inside a text well-formed before the sanitizer reads the page.
//!
//! The sanitizer reads HTML as a browser would, and browsers repair unclosed, wrongly nested or misplaced
//! elements by rules whose work (and whose result) grows with the square of the text: a page of two hundred
//! kilobytes became one of 1.5 gigabytes. So this module removes tags that are not allowed. It keeps an allowed tag
//! only if it is closed in the same block, or in the same run of inline content, and may stand where it is. The text
//! between tags is always kept. Safety is left to the sanitizer, which runs after this module.

use comrak::nodes::{Node, NodeValue};

use super::nesting::MOST_LEVELS;

/// The most bytes of a tag. Real tags are shorter, and browsers compare each attribute with all others.
const LONGEST_TAG: usize = 1_000;
/// Tags that may stand in inline content.
const INLINE: [&str; 12] = ["a", "abbr", "cite", "code", "del", "em", "kbd", "q", "span", "strong", "sub", "sup"];
/// Tags whose content is no text.
const SILENT: [&str; 2] = ["script", "style"];
/// Comments and instructions, which browsers do not show, each with its end.
const UNSEEN: [(&str, &str); 4] = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<!", ">"), ("<?", "?>")];

/// Makes the HTML in a text well-formed.
pub(super) fn tidy(root: Node<'_>) {
    for node in root.descendants().collect::<Vec<_>>() {
        if let NodeValue::HtmlBlock(block) = &mut node.data_mut().value {
            block.literal = Block::tidy(&block.literal);
        }
        among_words(node);
        let is_empty = matches!(&node.data().value, NodeValue::HtmlBlock(block) if block.literal.trim().is_empty());
        if is_empty {
            node.detach();
        }
    }
}

/// Removes inline tags that are not closed among the children of the same node.
fn among_words<'a>(parent: Node<'a>) {
    let is_html = |node: &Node<'a>| matches!(node.data().value, NodeValue::HtmlInline(_));
    let mut open: Vec<(Node<'a>, String)> = Vec::new();
    for node in parent.children().filter(is_html).collect::<Vec<_>>() {
        let NodeValue::HtmlInline(literal) = node.data().value.clone() else { continue };
        let Some(tag) = Tag::read(&literal).filter(|tag| tag.length == literal.len()) else {
            node.detach();
            continue;
        };
        let may_stand = INLINE.contains(&&*tag.name) || SILENT.contains(&&*tag.name);
        let within_itself = tag.name == "a" && open.iter().any(|(_, name)| name == "a");
        match tag.kind {
            TagKind::Closing => match open.iter().rposition(|(_, name)| *name == tag.name) {
                Some(at) => {
                    open.drain(at + 1..).for_each(|(unclosed, _)| unclosed.detach());
                    let (opening, name) = open.remove(at);
                    if SILENT.contains(&&*name) {
                        silence(opening, node);
                    }
                }
                None => node.detach(),
            },
            TagKind::Opening if tag.name == "br" => set(node, "<br>"),
            TagKind::Opening if may_stand && !within_itself && open.len() < MOST_LEVELS => {
                set(node, &tag.opened());
                open.push((node, tag.name));
            }
            TagKind::Opening => node.detach(),
        }
    }
    for (unclosed, _) in open {
        unclosed.detach();
    }
}

fn set(node: Node<'_>, html: &str) {
    node.data_mut().value = NodeValue::HtmlInline(html.to_owned());
}

/// Removes two sibling nodes and all nodes between them.
fn silence<'a>(first: Node<'a>, last: Node<'a>) {
    let mut node = Some(first);
    while let Some(current) = node {
        node = current.next_sibling().filter(|_| !current.same_node(last));
        current.detach();
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TagKind {
    Opening,
    Closing,
}

/// A tag at the beginning of a text.
struct Tag<'t> {
    name: String,
    kind: TagKind,
    attributes: &'t str,
    length: usize,
}

impl<'t> Tag<'t> {
    fn read(text: &'t str) -> Option<Self> {
        let rest = text.strip_prefix('<')?;
        let (kind, rest) = match rest.strip_prefix('/') {
            Some(rest) => (TagKind::Closing, rest),
            None => (TagKind::Opening, rest),
        };
        // Word processors write names like `o:p`.
        let is_of_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | ':' | '_' | '.');
        let name_end = rest.find(|c: char| !is_of_name(c)).unwrap_or(rest.len());
        let (name, rest) = rest.split_at(name_end);
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) || !rest.starts_with(is_behind_name) {
            return None;
        }
        let end = end_of_attributes(rest)?;
        let attributes = rest[..end].trim();
        let length = text.len() - rest.len() + end + 1;
        Some(Self { name: name.to_ascii_lowercase(), kind, attributes, length })
    }

    /// The opening tag, with `<` and `>` in its values escaped.
    fn opened(&self) -> String {
        let attributes = self.attributes.replace('<', "&lt;").replace('>', "&gt;");
        let blank = if attributes.is_empty() { "" } else { " " };
        format!("<{}{blank}{attributes}>", self.name)
    }
}

fn is_behind_name(c: char) -> bool {
    c.is_ascii_whitespace() || matches!(c, '>' | '/')
}

/// The end of a tag whose name was read. Quoted values may contain any character.
fn end_of_attributes(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate().take(LONGEST_TAG) {
        match (quote, byte) {
            (None, b'>') => return Some(at),
            (None, b'<') => return None,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

/// A block of HTML while it is made well-formed.
struct Block<'t> {
    rest: &'t str,
    html: String,
    open: Vec<String>,
    /// Closing sequences that do not occur in the rest of the text, so that each is searched for only once.
    missing: Vec<&'static str>,
}

impl<'t> Block<'t> {
    fn tidy(html: &'t str) -> String {
        let mut block =
            Self { rest: html, html: String::with_capacity(html.len()), open: Vec::new(), missing: Vec::new() };
        while let Some(at) = block.rest.find('<') {
            let (words, rest) = block.rest.split_at(at);
            block.words(words);
            block.rest = rest;
            block.sign();
        }
        let words = std::mem::take(&mut block.rest);
        block.words(words);
        block.close_to(0);
        block.html
    }

    /// Appends text; text between the cells of a table gets its own cell.
    fn words(&mut self, words: &str) {
        let around = match self.open.last().map(String::as_str) {
            Some("table" | "thead" | "tbody") => ("<tr><td>", "</td></tr>"),
            Some("tr") => ("<td>", "</td>"),
            _ => ("", ""),
        };
        let around = if words.trim().is_empty() { ("", "") } else { around };
        self.html.extend([around.0, words, around.1]);
    }

    /// Reads a tag, a comment, or a `<` that begins neither.
    fn sign(&mut self) {
        let begins = UNSEEN.iter().find(|(begin, _)| self.rest.starts_with(begin));
        if let Some(behind) = begins.and_then(|(begin, end)| self.behind(begin.len(), end)) {
            self.rest = behind;
            return;
        }
        let Some(tag) = Tag::read(self.rest) else {
            self.words("&lt;");
            self.rest = &self.rest[1..];
            return;
        };
        self.rest = &self.rest[tag.length..];
        let name = tag.name.as_str();
        match tag.kind {
            TagKind::Closing => {
                if let Some(at) = self.open.iter().rposition(|open| open == name) {
                    self.close_to(at);
                }
            }
            TagKind::Opening if SILENT.contains(&name) => {
                self.skip_silent(if name == "style" { "</style" } else { "</script" });
            }
            TagKind::Opening => self.open(&tag),
        }
    }

    /// The rest behind a closing sequence. A sequence that is missing is searched for only once.
    fn behind(&mut self, from: usize, end: &'static str) -> Option<&'t str> {
        if self.missing.contains(&end) {
            return None;
        }
        let at = find_caseless(&self.rest[from..], end);
        if at.is_none() {
            self.missing.push(end);
        }
        at.map(|at| &self.rest[from + at + end.len()..])
    }

    fn skip_silent(&mut self, end: &'static str) {
        if let Some(behind) = self.behind(0, end) {
            self.rest = behind.split_once('>').map_or("", |(_, rest)| rest);
        }
    }

    fn open(&mut self, tag: &Tag<'_>) {
        let name = tag.name.as_str();
        self.close_what_ends(name);
        let within = self.open.last().map(String::as_str);
        if !may_stand(name, within) || name == "a" && self.open.iter().any(|open| open == "a") {
            return;
        }
        if matches!(name, "br" | "hr") {
            self.html.extend(["<", name, ">"]);
        } else if self.open.len() < MOST_LEVELS {
            self.html.push_str(&tag.opened());
            self.open.push(name.to_owned());
        }
    }

    /// Closes elements with an optional end tag where the next element begins.
    fn close_what_ends(&mut self, name: &str) {
        let (ended, border): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol"]),
            "td" | "th" => (&["td", "th"], &["tr", "table"]),
            "tr" => (&["tr"], &["table"]),
            "thead" | "tbody" => (&["thead", "tbody"], &["table"]),
            _ if is_block(name) => (&["p", "h2", "h3", "h4", "h5", "h6"], &["li", "td", "th", "blockquote"]),
            _ => return,
        };
        let inner = self.open.iter().rposition(|open| border.contains(&open.as_str())).map_or(0, |at| at + 1);
        if let Some(at) = self.open[inner..].iter().position(|open| ended.contains(&open.as_str())) {
            self.close_to(inner + at);
        }
    }

    /// Closes the open elements down to this depth.
    fn close_to(&mut self, depth: usize) {
        for name in self.open.drain(depth..).rev() {
            self.html.extend(["</", &name, ">"]);
        }
    }
}

fn is_block(name: &str) -> bool {
    matches!(name, "p" | "h2" | "h3" | "h4" | "h5" | "h6" | "ul" | "ol" | "blockquote" | "pre" | "table" | "hr")
}

/// The content model: may an element stand directly inside another one? `None` is the block itself.
fn may_stand(name: &str, within: Option<&str>) -> bool {
    match name {
        "li" => matches!(within, Some("ul" | "ol")),
        "thead" | "tbody" => within == Some("table"),
        "tr" => matches!(within, Some("table" | "thead" | "tbody")),
        "td" | "th" => within == Some("tr"),
        _ if is_block(name) => matches!(within, None | Some("li" | "td" | "th" | "blockquote")),
        _ if name == "br" || INLINE.contains(&name) => {
            !matches!(within, Some("ul" | "ol" | "table" | "thead" | "tbody" | "tr"))
        }
        _ => false,
    }
}

/// The position of an ASCII text, ignoring case.
fn find_caseless(text: &str, wanted: &str) -> Option<usize> {
    text.as_bytes().windows(wanted.len()).position(|window| window.eq_ignore_ascii_case(wanted.as_bytes()))
}
