//! The tables `[event]` and `[document]` of the file format.
//!
//! Checked when a table is read: an event does not end before it starts. Checked when it is stored: the
//! parent of a sub-event is another event. Import and export round-trip without change.

mod document;
mod event;
#[cfg(test)]
mod tests;

use golden_thread::sheet::TableDef;

pub use document::DocumentTable;
pub use event::{EventTable, OrganiserMatter, ProgrammeMatter};

/// The tables of this slice in front matters.
pub const TABLES: &[TableDef] = &[TableDef::of::<EventTable>("event"), TableDef::of::<DocumentTable>("document")];
