//! Validation: the limits of a text that is saved.

use comrak::Arena;
use comrak::nodes::{Node, NodeValue};

use super::{OPTIONS, nesting, picture, stars};

/// The most bytes of a text: some eighty printed pages.
pub const MOST_BYTES: usize = 200_000;
/// The most paragraphs, headings, items of lists and cells of tables of a text together. Eighty printed pages have
/// two thousand; each block costs work, however short it is.
pub const MOST_BLOCKS: usize = 20_000;

/// The reason why a text is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// The text has this many bytes, more than [`MOST_BYTES`].
    #[error("the text has {0} bytes; more than {MOST_BYTES} are not possible, so please divide it")]
    TooLong(usize),
    /// A line is nested deeper than [`super::MOST_LEVELS`].
    #[error("quotations, lists or marks are nested deeper than {} levels", super::MOST_LEVELS)]
    TooDeep {
        /// Counted from 1, in the text.
        line: usize,
    },
    /// The first picture beyond [`super::MOST_PICTURES`] begins in this line.
    #[error("the text names more than {} pictures", super::MOST_PICTURES)]
    TooManyPictures {
        /// Counted from 1, in the text.
        line: usize,
    },
    /// The first block beyond [`MOST_BLOCKS`] begins in this line.
    #[error("the text has more than {MOST_BLOCKS} paragraphs, headings, items of lists and cells of tables")]
    TooManyBlocks {
        /// Counted from 1, in the text.
        line: usize,
    },
}

impl Unfit {
    /// The line of the error; `None` if the error is about the whole text.
    pub const fn line(self) -> Option<usize> {
        match self {
            Self::TooLong(_) => None,
            Self::TooDeep { line } | Self::TooManyPictures { line } | Self::TooManyBlocks { line } => Some(line),
        }
    }
}

/// Refuses a text that is too long, nested too deep, or has too many pictures or blocks.
pub fn check(markdown: &str) -> Result<(), Unfit> {
    if markdown.len() > MOST_BYTES {
        return Err(Unfit::TooLong(markdown.len()));
    }
    let arena = Arena::new();
    let source = nesting::shallow(markdown);
    let root = comrak::parse_document(&arena, &stars::hide(&source), &OPTIONS);
    if let Some(line) = nesting::first_too_deep(root) {
        return Err(Unfit::TooDeep { line });
    }
    if let Some(line) = first_too_many_blocks(root) {
        return Err(Unfit::TooManyBlocks { line });
    }
    picture::first_too_many(root).map_or(Ok(()), |line| Err(Unfit::TooManyPictures { line }))
}

/// The line of the first block with content beyond [`MOST_BLOCKS`].
fn first_too_many_blocks(root: Node<'_>) -> Option<usize> {
    let is_block = |node: &Node<'_>| match &node.data().value {
        NodeValue::Paragraph
        | NodeValue::Heading(_)
        | NodeValue::CodeBlock(_)
        | NodeValue::HtmlBlock(_)
        | NodeValue::ThematicBreak => true,
        NodeValue::TableCell => node.first_child().is_some(),
        NodeValue::Item(_) => node.first_child().is_none(),
        _ => false,
    };
    let too_many = root.descendants().filter(is_block).nth(MOST_BLOCKS)?;
    Some(too_many.data().sourcepos.start.line)
}
