//! The addresses that a text names: its links and pictures, as their author wrote them.

use comrak::Arena;
use comrak::nodes::{Node, NodeValue};

use super::{OPTIONS, nesting, stars};

/// A link or a picture of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The address as it was written.
    pub target: String,
    /// The words of the link, or the description of the picture; may be empty.
    pub words: String,
    /// True for a picture.
    pub is_picture: bool,
}

/// The links and pictures of a text, in its order.
pub fn references(markdown: &str) -> Vec<Reference> {
    let arena = Arena::new();
    let source = nesting::shallow(markdown);
    let source = stars::hide(&source);
    let root = comrak::parse_document(&arena, &source, &OPTIONS);
    nesting::flatten(root);
    root.descendants().filter_map(reference).collect()
}

fn reference(node: Node<'_>) -> Option<Reference> {
    let (target, is_picture) = match &node.data().value {
        NodeValue::Link(link) => (link.url.clone(), false),
        NodeValue::Image(link) => (link.url.clone(), true),
        _ => return None,
    };
    let mut words = String::new();
    for inner in node.descendants() {
        match &inner.data().value {
            NodeValue::Text(text) => words.push_str(text),
            NodeValue::Code(code) => words.push_str(&code.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak => words.push(' '),
            _ => {}
        }
    }
    Some(Reference { target, words: words.trim().to_owned(), is_picture })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_and_pictures_are_found_as_they_were_written() {
        let text = "[dort](www.essen.de) und ![Saal *voll*](/medien/saal \"2018\")\n\n> <https://ort.example>\n\n`[kein](link)` [ ](/a)";
        let found: Vec<(String, String, bool)> =
            references(text).into_iter().map(|one| (one.target, one.words, one.is_picture)).collect();
        let expected = [
            ("www.essen.de", "dort", false),
            ("/medien/saal", "Saal voll", true),
            ("https://ort.example", "https://ort.example", false),
            ("/a", "", false),
        ];
        assert_eq!(found, expected.map(|(target, words, is)| (target.to_owned(), words.to_owned(), is)));
    }
}
