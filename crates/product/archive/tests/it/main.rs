//! Import, export and the formats of documents; the shipped content is complete.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod content;
mod formats;
mod import_folder;
mod transfer;
