//! What a text may not be when it is saved.

use comrak::Arena;
use comrak::nodes::{Node, NodeValue};

use super::{OPTIONS, nesting, picture, stars};

/// So many bytes a text may have: some eighty printed pages.
pub const MOST_BYTES: usize = 200_000;
/// So many paragraphs, headings, items of lists and cells of tables a text may have together. Eighty printed pages have
/// two thousand; each costs as much as a long one.
pub const MOST_BLOCKS: usize = 20_000;

/// Why a text is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// It has more than [`MOST_BYTES`].
    #[error("the text has {0} bytes; more than {MOST_BYTES} are not possible, so please divide it")]
    TooLong(usize),
    /// Something in this line is nested deeper than [`super::MOST_LEVELS`].
    #[error("quotations, lists or marks are nested deeper than {} levels", super::MOST_LEVELS)]
    TooDeep {
        /// Counted from 1, in the text.
        line: usize,
    },
    /// In this line begin the pictures that are more than [`super::MOST_PICTURES`].
    #[error("the text names more than {} pictures", super::MOST_PICTURES)]
    TooManyPictures {
        /// Counted from 1, in the text.
        line: usize,
    },
    /// In this line begins the first block that is more than [`MOST_BLOCKS`].
    #[error("the text has more than {MOST_BLOCKS} paragraphs, headings, items of lists and cells of tables")]
    TooManyBlocks {
        /// Counted from 1, in the text.
        line: usize,
    },
}

impl Unfit {
    /// Where it is, if it is in one line of the text.
    pub const fn line(self) -> Option<usize> {
        match self {
            Self::TooLong(_) => None,
            Self::TooDeep { line } | Self::TooManyPictures { line } | Self::TooManyBlocks { line } => Some(line),
        }
    }
}

/// Whether a text can be saved.
///
/// # Errors
/// Why not.
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

/// The line of the first block with words in it that is one too many.
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
