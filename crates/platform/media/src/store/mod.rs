//! The tables of media: descriptions, bytes, and uses by entries and by the logo.

mod files;
mod former;
mod list;
mod rows;
mod shown;
mod uses;

pub use files::{FileFacts, FileSize, PIECE, StoredFile, facts, has_bytes, piece, put_files, sizes, whole};
pub use former::{bring_back, former, former_one, keep_former, purge_former};
pub use list::{ListFilter, Seen, count, dimensions, list};
pub use rows::{all, describe, find, insert, insert_scopes, purge, release, replaced, scopes, set_withdrawn, touch};
pub use shown::pictures;
pub use uses::{forget_uses, in_logo, is_used, named_in, note_uses, used_by};
