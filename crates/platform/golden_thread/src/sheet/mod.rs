//! The files of an initiative: one Markdown file per entry and language, with TOML between `+++`.
//!
//! Reading is strict: an unknown key, a wrong date, a word that is not in the glossary is refused
//! with file, line and reason, and nothing of the folder is taken. Writing is canonical: the same
//! entry always gives the same bytes.

mod input;
mod matter;
mod print;
mod read;
mod rows;
mod table;
mod tables;

pub use input::{Asks, Input, Label, RowRule, Shape, Timing, Words};
pub use matter::{AttachmentMatter, LinkMatter, Matter, Review, Translation, Withdrawal};
pub use print::{print, toml_text};
pub use read::{Problem, Sheet, line_of, parse_toml};
pub use rows::{MOST_ROWS, standing, too_long};
pub use table::{Flaw, References, Table, TableReference};
pub use tables::{
    StoredTable, TableDef, Unfit, Written, all_tables, inputs_of, no_table, table_in_document, table_in_file,
};
