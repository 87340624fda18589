//! A changed field, so that eyes and screen readers can tell which words went and which came.

use askama::Template;
use askama::filters::HtmlSafe;
use web::Ctx;

use super::merge::Difference;
use super::pieces::{Change, Piece, pieces};

/// A field that was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownDifference {
    /// The label of the field.
    pub label: String,
    /// Its text, in pieces.
    pub pieces: Vec<Piece>,
    /// All of it as it was.
    pub before: String,
    /// All of it as it is.
    pub after: String,
}

#[derive(Template)]
#[template(path = "form/difference.html")]
pub struct PrintedDifference<'a> {
    page: &'a Ctx,
    difference: &'a ShownDifference,
    /// The level of its heading.
    level: u8,
}

// Templates escape what they print.
impl HtmlSafe for PrintedDifference<'_> {}

impl ShownDifference {
    /// Prints it with a heading of this level.
    pub fn printed<'a>(&'a self, page: &'a Ctx, level: u8) -> PrintedDifference<'a> {
        PrintedDifference { page, difference: self, level }
    }
}

/// A difference as a page shows it.
pub fn shown(ctx: &Ctx, difference: &Difference) -> ShownDifference {
    let (before, after) = (text(difference.before.values()), text(difference.after.values()));
    ShownDifference { label: difference.input.label_in(ctx), pieces: pieces(&before, &after), before, after }
}

fn text<'t>(texts: impl Iterator<Item = &'t String>) -> String {
    texts.map(String::as_str).collect::<Vec<_>>().join("\n")
}
