//! The desk from outside: entries from draft to history, lists, registers, previews, rights and settings.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod approval;
mod assignments;
mod audit_log;
mod bin;
mod conflicts;
mod copies;
mod dates;
mod derived;
mod editor;
mod kept;
mod links;
mod long_lists;
mod lossless;
mod notes;
mod one_form;
mod overview;
mod presence;
mod preview_links;
mod previews;
mod publishing;
mod refusals;
mod registers;
mod remarks;
mod rights_scope;
mod rights_table;
mod settings;
mod texts;
mod unsent;
mod versions;
mod waiting;
