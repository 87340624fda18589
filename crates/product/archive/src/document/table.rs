//! The table of a document, with the faults of a document.

use golden_thread::sheet::{Flaw, StoredTable, Unfit, table_in_document};

use super::Document;
use super::check::{Fault, Why};

/// Reads the table of a document.
///
/// # Errors
/// With the place in the document that does not fit.
pub(crate) fn table_of(document: &Document) -> Result<Box<dyn StoredTable>, Fault> {
    table_in_document(document.table.as_ref(), document.kind).map_err(|unfit| match unfit {
        Unfit::NoTable(reason) => Fault::new("table", Why::NoTable(reason)),
        Unfit::Flaw(flaw) => senseless(flaw),
    })
}

/// A value of the table that makes no sense, with its place in the document.
pub(crate) fn senseless(flaw: Flaw) -> Fault {
    Fault::new(format!("table.{}", flaw.path), Why::Senseless(flaw))
}
