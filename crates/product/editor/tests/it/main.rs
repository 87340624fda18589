//! The desk from outside: entries from draft to history, lists, registers, previews, rights and settings.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod approval;
mod assignments;
mod attachments;
mod audit_log;
mod bin;
mod bulk;
mod calendar;
mod conflicts;
mod dates;
mod derived;
mod editor;
mod events;
mod kept;
mod layout;
mod links;
mod list;
mod logo;
mod long_lists;
mod lossless;
mod notes;
mod one_form;
mod overview;
mod pickers;
mod pictures;
mod presence;
mod preview_links;
mod previews;
mod publishing;
mod refusals;
mod registers;
mod remarks;
mod reuse;
mod rights_scope;
mod rights_table;
mod settings;
mod texts;
mod unsent;
mod uploads;
mod versions;
mod waiting;
