//! The tables `[event]` and `[document]` of the file format.
//!
//! Checked when a table is read: an event does not end before it starts. Checked when it is stored: the
//! parent of a sub-event is another event. Import and export round-trip without change.

mod document;
mod event;
#[cfg(test)]
mod tests;

use golden_thread::sheet::{Flaw, TableDef};

pub use document::DocumentTable;
pub use event::{EventTable, OrganiserMatter, ProgrammeMatter};

/// Refuses an address that is not safe to link: a `javascript:` address would run on our page.
fn check_web_address(path: &str, url: Option<&str>) -> Result<(), Flaw> {
    let Some(url) = url else { return Ok(()) };
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    if rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(char::is_whitespace)) {
        return Ok(());
    }
    Err(Flaw {
        path: path.to_owned(),
        value: url.to_owned(),
        reason: format!("`{path}` begins with https:// or http://"),
        text: "event-input-no-url",
    })
}

/// The tables of this slice in front matters.
pub const TABLES: &[TableDef] = &[TableDef::of::<EventTable>("event"), TableDef::of::<DocumentTable>("document")];
