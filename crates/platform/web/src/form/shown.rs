//! Fields and forms as HTML. They are templates of this room and no macros, so that the code that renders a
//! field is compiled once and not in every room that shows one.

use askama::Template;
use askama::filters::HtmlSafe;

use super::{Control, Field, Form, YES};
use crate::ctx::Ctx;

/// A field with its label, hint and message.
#[derive(Debug, Template)]
#[template(path = "form_field.html")]
pub struct ShownField<'a> {
    page: &'a Ctx,
    field: &'a Field,
}

/// A form with its button.
#[derive(Debug, Template)]
#[template(path = "form_sheet.html")]
pub struct ShownForm<'a> {
    page: &'a Ctx,
    form: &'a Form,
    button: &'a str,
}

// Templates escape what they print.
impl HtmlSafe for ShownField<'_> {}
impl HtmlSafe for ShownForm<'_> {}

impl Field {
    /// Renders the field.
    pub fn shown<'a>(&'a self, page: &'a Ctx) -> ShownField<'a> {
        ShownField { page, field: self }
    }
}

impl Form {
    /// Renders the form, with the label of its button.
    pub fn shown<'a>(&'a self, page: &'a Ctx, button: &'a str) -> ShownForm<'a> {
        ShownForm { page, form: self, button }
    }
}
