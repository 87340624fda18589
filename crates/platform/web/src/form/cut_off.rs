//! Guards forms against truncation.
//!
//! Some forms hold the whole of an object, so that fields they leave out are deleted. Such a form ends with
//! a hidden field, and one that arrives without it was truncated: it is refused, and nothing is changed.

use std::ops::Deref;

use super::{Submission, YES};
use crate::error::Error;

/// The name of the hidden field at the end of such a form; its value is [`YES`].
pub const END: &str = "ende";

/// A form that arrived completely.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whole(Submission);

impl Deref for Whole {
    type Target = Submission;

    fn deref(&self) -> &Submission {
        &self.0
    }
}

impl Submission {
    /// The form, if it arrived completely. Handlers check first if the person may send it at all.
    ///
    /// # Errors
    /// [`Error::CutOff`] if it was truncated.
    pub fn whole(self) -> Result<Whole, Error> {
        if self.get(END) == YES { Ok(Whole(self)) } else { Err(Error::CutOff) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn form_without_its_end_is_refused() {
        let whole = Submission::of(&[("a", "1"), ("ende", "ja")]).whole().unwrap();
        assert_eq!(whole.get("a"), "1");
        for cut in [&[("a", "1")][..], &[("a", "1"), ("ende", "")], &[("a", "1"), ("end", "")], &[]] {
            assert!(matches!(Submission::of(cut).whole(), Err(Error::CutOff)), "{cut:?}");
        }
    }
}
