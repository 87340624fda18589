//! Markdown to HTML that may stand in any page.
//!
//! comrak turns `CommonMark` with tables and strikethrough into HTML, ammonia lets through a closed
//! list of tags and attributes. Invariants: no script, no style, no id, no class, no `h1` (the page has
//! its own), no address but http, https, mailto, tel and relative ones; every link carries
//! `rel="noopener noreferrer"`; no picture but those of our own media, each in a place of its own
//! ([`Place`]), where a room above puts it with its rights.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::LazyLock;

use ammonia::Builder;
use comrak::nodes::NodeValue;
use comrak::{Arena, Options};

mod picture;
#[cfg(test)]
mod tests;

pub use picture::Place;

/// HTML that went through [`to_html`], the only way to make one, perhaps with pictures put into their
/// places. Templates may print it unescaped.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct SafeHtml(String);

impl SafeHtml {
    /// The HTML.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing to show.
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
    let root = comrak::parse_document(&arena, markdown, &OPTIONS);
    picture::set_apart(&arena, root);
    for node in root.descendants() {
        if let NodeValue::Heading(heading) = &mut node.data_mut().value {
            heading.level = (heading.level + 1).min(6);
        }
    }
    let mut html = String::with_capacity(markdown.len() * 2);
    // Writing into a String cannot fail; if it ever did, the half text would still be cleaned.
    let _ = comrak::format_html(root, &OPTIONS, &mut html);
    SafeHtml(picture::only_places(&CLEANER.clean(&html).to_string()))
}

/// The words alone, for search and feeds: one line for each block, no markup.
pub fn to_text(markdown: &str) -> String {
    let html = to_html(markdown);
    let mut text = String::with_capacity(html.as_str().len());
    for (index, piece) in html.as_str().split('<').enumerate() {
        // Cleaned HTML has no bare "<": each one opens a tag, and the words follow behind its ">".
        let (tag, words) = if index == 0 { ("", piece) } else { piece.split_once('>').unwrap_or((piece, "")) };
        text.push_str(border(tag));
        // Where a line breaks inside a block says nothing.
        text.push_str(&words.replace('\n', " "));
    }
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let text = lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", "\u{a0}").replace("&amp;", "&")
}

/// What separates the words before a tag from those after it.
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
    // The cleaner decides what HTML may stay; comrak alone would drop harmless tags as well.
    options.render.r#unsafe = true;
    options
});

/// All that may appear; every other tag is dropped, its words stay.
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
