//! The tables `[event]` and `[document]` of the file format.
//!
//! Invariants: hours are those of a day, so an event never ends before it starts; what stands in a file comes out
//! again as it was. That the parent of a sub-event is another event is checked when the entry is kept.

mod document;
mod event;
#[cfg(test)]
mod tests;

use golden_thread::sheet::TableDef;

pub use document::DocumentTable;
pub use event::{EventTable, OrganiserMatter, ProgrammeMatter};

/// The tables of this slice in front matters.
pub const TABLES: &[TableDef] = &[TableDef::of::<EventTable>("event"), TableDef::of::<DocumentTable>("document")];

/// A folder and a slug, as entries refer to each other.
fn reference(kind: golden_thread::Kind, slug: &str) -> String {
    format!("{}/{slug}", kind.folder())
}
