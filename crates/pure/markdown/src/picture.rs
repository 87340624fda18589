//! Pictures in Markdown: `![Description](/medien/SLUG "Caption")`.
//!
//! A picture becomes a block of its own between paragraphs, even if it was written inside a sentence. The HTML
//! contains a [`PicturePlaceholder`], an `img` alone in its `p`, which a room that knows media replaces by the
//! picture ([`SafeHtml::with_pictures`]). Other pictures are removed: pages load nothing from other sites.

use comrak::Arena;
use comrak::arena_tree::NodeEdge;
use comrak::nodes::{Node, NodeHtmlBlock, NodeValue};

use super::SafeHtml;
use base::Slug;

/// The path prefix of our media.
const FOLDER: &str = "/medien/";
/// The most pictures of our media in a text; the others are removed.
pub const MOST_PICTURES: usize = 200;
/// The beginning and the end of a placeholder in sanitized HTML.
const BEGIN: &str = "<p><img src=\"/medien/";
const END: &str = "></p>";

/// The placeholder of a picture in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PicturePlaceholder {
    /// The slug of the medium.
    pub slug: Slug,
    /// The alternative text that the author wrote; may be empty.
    pub alt: String,
    /// The caption; may be empty.
    pub title: String,
}

impl SafeHtml {
    /// The placeholders, in their order.
    pub fn pictures(&self) -> Vec<PicturePlaceholder> {
        pieces(&self.0).into_iter().filter_map(|(_, place)| place).collect()
    }

    /// Replaces the placeholders by pictures, in the order of [`SafeHtml::pictures`]. The HTML of a picture comes
    /// from a template, which has escaped its values. Surplus placeholders are removed.
    #[must_use]
    pub fn with_pictures(&self, pictures: &[String]) -> Self {
        let mut pictures = pictures.iter();
        let mut html = String::with_capacity(self.0.len());
        for (text, place) in pieces(&self.0) {
            html.push_str(text);
            if place.is_some() {
                html.push_str(pictures.next().map_or("", String::as_str));
            }
        }
        Self(html)
    }
}

/// Moves each picture of our media into a block of its own behind the block that contains it, up to
/// [`MOST_PICTURES`], and removes all other pictures.
pub(super) fn set_apart<'a>(arena: &'a Arena<'a>, root: Node<'a>) {
    let images = images(root);
    let mut places: Vec<Option<String>> = images.iter().map(|image| place(image)).collect();
    places.iter_mut().filter(|place| place.is_some()).skip(MOST_PICTURES).for_each(|place| *place = None);
    // From the last to the first, because each is inserted right behind its block.
    for (image, place) in images.into_iter().zip(places).rev() {
        if let Some(html) = place {
            let literal = format!("{html}\n");
            let block = arena.alloc(NodeValue::HtmlBlock(NodeHtmlBlock { block_type: 6, literal }).into());
            block_around(image).insert_after(block);
        }
        let parent = image.parent();
        image.detach();
        if let Some(parent) = parent.filter(|parent| is_empty_paragraph(parent)) {
            parent.detach();
        }
    }
}

/// The line of the first picture beyond [`MOST_PICTURES`].
pub(super) fn first_too_many(root: Node<'_>) -> Option<usize> {
    let too_many = images(root).into_iter().filter(|image| place(image).is_some()).nth(MOST_PICTURES)?;
    Some(too_many.data().sourcepos.start.line)
}

/// The pictures of a text; a picture inside the description of another one is left out.
fn images<'a>(root: Node<'a>) -> Vec<Node<'a>> {
    let mut images: Vec<Node<'a>> = Vec::new();
    let mut within: Option<Node<'a>> = None;
    for edge in root.traverse() {
        match edge {
            NodeEdge::Start(node) if within.is_none() && matches!(node.data().value, NodeValue::Image(_)) => {
                within = Some(node);
                images.push(node);
            }
            NodeEdge::End(node) if within.is_some_and(|image| image.same_node(node)) => within = None,
            _ => {}
        }
    }
    images
}

/// The HTML of the placeholder; `None` if the picture is not one of our media.
fn place(image: Node<'_>) -> Option<String> {
    let NodeValue::Image(link) = &image.data().value else { return None };
    let slug = Slug::parse(link.url.strip_prefix(FOLDER)?).ok()?;
    let mut alt = String::new();
    for node in image.descendants() {
        match &node.data().value {
            NodeValue::Text(text) => alt.push_str(text),
            NodeValue::Code(code) => alt.push_str(&code.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak => alt.push(' '),
            _ => {}
        }
    }
    let title = if link.title.is_empty() { String::new() } else { format!(" title=\"{}\"", escaped(&link.title)) };
    Some(format!("<p><img src=\"{FOLDER}{slug}\" alt=\"{}\"{title}></p>", escaped(&alt)))
}

/// The outermost block in which other blocks may stand beside the one that holds the picture: the
/// paragraph, or the whole table.
fn block_around<'a>(image: Node<'a>) -> Node<'a> {
    let holds_blocks =
        |node: &Node<'a>| matches!(node.data().value, NodeValue::Document | NodeValue::BlockQuote | NodeValue::Item(_));
    image.ancestors().find(|node| node.parent().is_none_or(|parent| holds_blocks(&parent))).unwrap_or(image)
}

fn is_empty_paragraph(node: Node<'_>) -> bool {
    let is_blank = |node: Node<'_>| match &node.data().value {
        NodeValue::SoftBreak | NodeValue::LineBreak => true,
        NodeValue::Text(text) => text.trim().is_empty(),
        _ => false,
    };
    matches!(node.data().value, NodeValue::Paragraph) && node.children().all(is_blank)
}

fn escaped(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    line.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&nbsp;", "\u{a0}")
        .replace("&amp;", "&")
}

/// Removes `img` elements that are no placeholders, which HTML inside Markdown may contain.
pub(super) fn only_placeholders(html: &str) -> String {
    if !html.contains("<img") {
        return html.to_owned();
    }
    let mut kept = String::with_capacity(html.len());
    for (text, place) in pieces(html) {
        // Values in sanitized HTML contain no bare "<" or ">".
        for (index, part) in text.split("<img").enumerate() {
            let words = if index == 0 { part } else { part.split_once('>').map_or("", |(_, words)| words) };
            kept.push_str(words);
        }
        if let Some(place) = place {
            let title =
                if place.title.is_empty() { String::new() } else { format!(" title=\"{}\"", escaped(&place.title)) };
            let (slug, alt) = (place.slug.as_str(), escaped(&place.alt));
            kept.extend([BEGIN, slug, "\" alt=\"", &alt, "\"", &title, END]);
        }
    }
    if kept.trim().is_empty() { String::new() } else { kept }
}

/// The text before each placeholder, and the placeholder; the last text has none.
fn pieces(html: &str) -> Vec<(&str, Option<PicturePlaceholder>)> {
    let mut pieces = Vec::new();
    let (mut rest, mut from) = (html, 0);
    while let Some(at) = rest[from..].find(BEGIN).map(|at| from + at) {
        match rest[at..].split_once(END).and_then(|(tag, behind)| Some((read(tag)?, behind))) {
            Some((place, behind)) => {
                pieces.push((&rest[..at], Some(place)));
                (rest, from) = (behind, 0);
            }
            None => from = at + BEGIN.len(),
        }
    }
    pieces.push((rest, None));
    pieces
}

/// Parses `<p><img src="/medien/SLUG" alt="…" title="…"`, with the attributes in this order.
fn read(tag: &str) -> Option<PicturePlaceholder> {
    let (slug, rest) = tag.strip_prefix(BEGIN)?.split_once('"')?;
    let (alt, rest) = rest.strip_prefix(" alt=\"")?.split_once('"')?;
    let title = match rest {
        "" => "",
        rest => rest.strip_prefix(" title=\"")?.strip_suffix('"').filter(|title| !title.contains('"'))?,
    };
    Some(PicturePlaceholder { slug: Slug::parse(slug).ok()?, alt: unescaped(alt), title: unescaped(title) })
}
