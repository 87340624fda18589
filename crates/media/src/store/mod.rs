//! The tables of media: what is known of them, their bytes, and which entries use them.

mod files;
mod list;
mod rows;
mod shown;
mod uses;

pub use files::{FileFacts, FileSize, PIECE, StoredFile, facts, piece, put_files, sizes, whole};
pub use list::{ListFilter, count, list};
pub use rows::{all, describe, find, insert, purge, replaced, set_withdrawn};
pub use shown::pictures;
pub use uses::{forget_uses, is_used, named_in, note_uses, used_by};
