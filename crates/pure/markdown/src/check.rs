//! What a text may not be when it is saved.

use comrak::Arena;

use super::{OPTIONS, nesting, picture, stars};

/// So many bytes a text may have: some eighty printed pages.
pub const MOST_BYTES: usize = 200_000;

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
}

impl Unfit {
    /// Where it is, if it is in one line of the text.
    pub const fn line(self) -> Option<usize> {
        match self {
            Self::TooLong(_) => None,
            Self::TooDeep { line } | Self::TooManyPictures { line } => Some(line),
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
    picture::first_too_many(root).map_or(Ok(()), |line| Err(Unfit::TooManyPictures { line }))
}
