//! Changed fields for a page: eyes and screen readers can tell removed words from added ones.

use askama::Template;
use askama::filters::HtmlSafe;
use web::Ctx;

use super::form::merge::Difference;
use super::pieces::{Change, Piece, pieces};

/// A field that was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ShownDifference {
    /// The label of the field.
    pub(crate) label: String,
    /// Its text, in pieces.
    pub(crate) pieces: Vec<Piece>,
    /// All of it as it was.
    pub(crate) before: String,
    /// All of it as it is.
    pub(crate) after: String,
}

#[derive(Template)]
#[template(path = "entries/difference.html")]
pub(crate) struct PrintedDifference<'a> {
    page: &'a Ctx,
    difference: &'a ShownDifference,
}

// Templates escape what they print.
impl HtmlSafe for PrintedDifference<'_> {}

impl ShownDifference {
    /// Prints it.
    pub(crate) fn printed<'a>(&'a self, page: &'a Ctx) -> PrintedDifference<'a> {
        PrintedDifference { page, difference: self }
    }
}

/// A difference as a page shows it.
pub(crate) fn shown(ctx: &Ctx, difference: &Difference) -> ShownDifference {
    let (before, after) = (text(difference.before.values()), text(difference.after.values()));
    ShownDifference { label: ctx.t(difference.label), pieces: pieces(&before, &after), before, after }
}

fn text<'t>(texts: impl Iterator<Item = &'t String>) -> String {
    texts.map(String::as_str).collect::<Vec<_>>().join("\n")
}
