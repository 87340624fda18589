//! The fields of a form as HTML. They are templates of their own and no macros, so that the code that prints
//! a field is compiled once.

use askama::Template;
use askama::filters::HtmlSafe;
use web::Ctx;

use super::show::{Cell, Item};

/// A field, or rows of fields.
#[derive(Template)]
#[template(path = "form/item.html")]
pub struct ShownItem<'a> {
    page: &'a Ctx,
    item: &'a Item,
    /// The path to which the form is sent.
    action: &'a str,
}

#[derive(Template)]
#[template(path = "form/cell.html")]
pub(super) struct ShownCell<'a> {
    page: &'a Ctx,
    cell: &'a Cell,
    action: &'a str,
}

// Templates escape what they print.
impl HtmlSafe for ShownItem<'_> {}
impl HtmlSafe for ShownCell<'_> {}

impl Item {
    /// Prints it. The buttons of its rows send the form to its path, and lead to the row that they are about.
    pub fn shown<'a>(&'a self, page: &'a Ctx, action: &'a str) -> ShownItem<'a> {
        ShownItem { page, item: self, action }
    }
}

impl Cell {
    fn shown<'a>(&'a self, page: &'a Ctx, action: &'a str) -> ShownCell<'a> {
        ShownCell { page, cell: self, action }
    }
}
