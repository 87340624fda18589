//! The form of an entry: which fields it has, what they hold, and what people's input means.
//!
//! A document becomes [`Values`] (texts by field), the page shows them, and [`read()`] makes a document of
//! what comes back. In between there is nothing that knows a kind: slices describe their tables.

mod amount;
mod claims;
pub(crate) mod faults;
pub(crate) mod layout;
pub(crate) mod merge;
pub(crate) mod picks;
mod print;
pub(crate) mod read;
pub(crate) mod scalar;
pub(crate) mod show;
mod summary;
pub(crate) mod values;
pub(crate) mod write;

pub(crate) use faults::{Faults, Places};
pub(crate) use layout::{Part, parts};
pub(crate) use picks::Picks;
pub(crate) use read::{Read, Sent, read, read_json};
pub(crate) use summary::summary;
pub(crate) use values::Values;
pub(crate) use write::{Titles, write, write_json};
