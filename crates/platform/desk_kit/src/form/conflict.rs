//! Lost update, prevented: somebody saved since the form was opened, so both versions are shown.

use askama::Template;
use askama::filters::HtmlSafe;
use web::Ctx;

use super::difference::{ShownDifference, shown};
use super::merge::{Difference, Merged};

/// Two versions that were made at the same time.
#[derive(Debug)]
pub struct Conflict {
    /// The author of the other version.
    author: String,
    /// Fields that only the other author changed.
    taken: Vec<ShownDifference>,
    /// Fields that both changed: theirs before, mine after.
    contested: Vec<ShownDifference>,
}

impl Conflict {
    /// The conflict with the version of this author.
    pub fn with(ctx: &Ctx, author: String, merged: &Merged) -> Self {
        let list = |list: &[Difference]| list.iter().map(|one| shown(ctx, one)).collect();
        Self { author, taken: list(&merged.taken), contested: list(&merged.contested) }
    }

    /// Prints it.
    pub fn printed<'a>(&'a self, page: &'a Ctx) -> PrintedConflict<'a> {
        PrintedConflict { page, conflict: self }
    }
}

/// A conflict as HTML.
#[derive(Template)]
#[template(path = "form/conflict.html")]
pub struct PrintedConflict<'a> {
    page: &'a Ctx,
    conflict: &'a Conflict,
}

// Templates escape what they print.
impl HtmlSafe for PrintedConflict<'_> {}
