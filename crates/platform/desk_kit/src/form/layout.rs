//! The fields of a form, and their places in the document.

use golden_thread::sheet::Input;
use web::Ctx;

use super::faults::is_within;

/// A titled part of a form.
#[derive(Debug, Clone)]
pub struct Part {
    /// Its id in the page.
    pub id: &'static str,
    /// Key of its title.
    pub title: &'static str,
    /// Its fields.
    pub places: Vec<Place>,
    /// True if it can be folded; it is then shown folded as long as nothing in it needs attention.
    pub folds: bool,
}

/// A field at its place in the document.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// The path of the object that holds it, with a dot behind; empty for the document itself.
    pub root: &'static str,
    /// The field.
    pub input: &'static Input,
}

impl Place {
    /// The name of the field in the form, which is its path in the document.
    pub fn name(self) -> String {
        format!("{}{}", self.root, self.input.key)
    }
}

/// The key under which a row that stands carries the reason why it is taken back.
pub(super) const WITHDRAWN_WHY: &str = "withdrawn_why";

/// The label of a field of the form, or of the list in whose row the field stands; empty if the form has no such field.
pub fn label_of(ctx: &Ctx, parts: &[Part], name: &str) -> String {
    let mut places = parts.iter().flat_map(|part| &part.places);
    let place = places.find(|place| is_within(name, &place.name()));
    place.map(|place| place.input.label_in(ctx)).unwrap_or_default()
}
