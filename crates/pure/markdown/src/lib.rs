//! Markdown to HTML that may stand in any page.
//!
//! comrak turns `CommonMark` with tables and strikethrough into HTML, ammonia (the sanitizer) lets through a closed
//! list of tags and attributes. Invariants: no script, no style, no id, no class, no `h1` (the page has
//! its own), no address but http, https, mailto, tel and relative ones; every link carries
//! `rel="noopener noreferrer"`; no picture but those of our own media, each as a placeholder
//! ([`PicturePlaceholder`]), which a room above replaces by the picture with its rights.
//!
//! The work is linear in the text: input that makes the libraries slow is removed between them (`nesting`, `html`,
//! `runs`). Where German and `CommonMark` disagree, German wins: an asterisk inside a word is a character
//! (`stars`), and a date at the beginning of a line is no list (`lists`). [`check`] refuses texts when they are
//! saved; texts that were saved before are shown as well as possible.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::LazyLock;

use ammonia::Builder;
use comrak::nodes::{Node, NodeValue};
use comrak::{Arena, Options};

mod check;
mod html;
mod lists;
mod nesting;
mod picture;
mod references;
mod runs;
pub(crate) mod stars;
mod tables;
#[cfg(test)]
mod tests;

pub use check::{MOST_BLOCKS, MOST_BYTES, Unfit, check};
pub use nesting::MOST_LEVELS;
pub use picture::{MOST_PICTURES, PicturePlaceholder};
pub use references::{Reference, references};

/// Sanitized HTML: only [`to_html`] makes it, and [`SafeHtml::with_pictures`] may replace its placeholders.
/// Templates may print it unescaped.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct SafeHtml(String);

impl SafeHtml {
    /// The HTML as a string.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// True if there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for SafeHtml {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl AsRef<str> for SafeHtml {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

/// Renders a text as part of a page: `#` becomes `h2`, and so on down to `h6`.
pub fn to_html(markdown: &str) -> SafeHtml {
    let arena = Arena::new();
    let root = tree(&arena, markdown);
    let html = printed(root, markdown.len());
    SafeHtml(picture::only_placeholders(&cleaned(&html)))
}

/// The text without markup, for search and feeds: one line for each block.
pub fn to_text(markdown: &str) -> String {
    let arena = Arena::new();
    let root = tree(&arena, markdown);
    let is_html = |node: Node<'_>| matches!(node.data().value, NodeValue::HtmlBlock(_) | NodeValue::HtmlInline(_));
    // Only HTML inside the text has to be sanitized; comrak's own output is safe.
    let has_html = root.descendants().any(is_html);
    let html = printed(root, markdown.len());
    words(&if has_html { cleaned(&html) } else { html })
}

/// Parses a text; the tree contains only nodes that may be shown, within the limits.
fn tree<'a>(arena: &'a Arena<'a>, markdown: &str) -> Node<'a> {
    let source = nesting::shallow(markdown);
    let source = stars::hide(&source);
    let root = comrak::parse_document(arena, &source, &OPTIONS);
    lists::count_from_one(arena, root, &source);
    nesting::flatten(root);
    tables::trim(root);
    html::tidy(root);
    stars::bring_back(root);
    picture::set_apart(arena, root);
    for node in root.descendants() {
        if let NodeValue::Heading(heading) = &mut node.data_mut().value {
            heading.level = (heading.level + 1).min(6);
        }
    }
    root
}

fn printed(root: Node<'_>, length: usize) -> String {
    let mut html = String::with_capacity(length * 2);
    // Writing into a String cannot fail; a partial result would still be sanitized.
    let _ = comrak::format_html(root, &OPTIONS, &mut html);
    html
}

fn cleaned(html: &str) -> String {
    CLEANER.clean(&runs::cut(html)).to_string()
}

/// The text of well-formed HTML.
fn words(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    for (index, piece) in html.split('<').enumerate() {
        // Well-formed HTML has no bare "<": each one opens a tag, and text follows behind its ">".
        let (tag, words) = if index == 0 { ("", piece) } else { piece.split_once('>').unwrap_or((piece, "")) };
        text.push_str(border(tag));
        // A line break inside a block has no meaning.
        text.push_str(&words.replace('\n', " "));
    }
    // A non-breaking blank belongs to the words around it.
    let is_gap = |c: char| c.is_whitespace() && c != '\u{a0}';
    let words = |line: &str| line.split(is_gap).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let lines = text.lines().map(words);
    let text = lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&nbsp;", "\u{a0}").replace("&amp;", "&")
}

/// The separator between the text before a tag and the text after it.
fn border(tag: &str) -> &'static str {
    match tag.split([' ', '/']).find(|part| !part.is_empty()).unwrap_or_default() {
        "p" | "br" | "hr" | "li" | "ul" | "ol" | "tr" | "table" | "blockquote" | "pre" | "h2" | "h3" | "h4" | "h5"
        | "h6" => "\n",
        "td" | "th" => " ",
        _ => "",
    }
}

static OPTIONS: LazyLock<Options> = LazyLock::new(|| {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    // The sanitizer decides about HTML; comrak alone would drop harmless tags as well.
    options.render.r#unsafe = true;
    options
});

/// The allowed tags; every other tag is dropped, and its text is kept.
const TAGS: [&str; 32] = [
    "a",
    "abbr",
    "blockquote",
    "br",
    "cite",
    "code",
    "del",
    "em",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "img",
    "kbd",
    "li",
    "ol",
    "p",
    "pre",
    "q",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut cleaner = Builder::empty();
    cleaner
        .tags(HashSet::from(TAGS))
        .generic_attributes(HashSet::from(["lang"]))
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href", "title", "hreflang"])),
            ("abbr", HashSet::from(["title"])),
            ("img", HashSet::from(["src", "alt", "title"])),
            ("ol", HashSet::from(["start"])),
        ]))
        .set_tag_attribute_value("th", "scope", "col")
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .link_rel(Some("noopener noreferrer"));
    cleaner
});
