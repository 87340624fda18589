//! The manifest of a slice, and the parts of which pages of the desk are made: form engine, versions.
//!
//! A slice is one crate with one constant, its [`Slice`]: kinds, pages, jobs, rights, texts. The application holds one
//! list of them and [registers](register) it at the start; all else is found through the list. A slice gets onto
//! another one's page by a [spot](golden_thread::spots).
//!
//! Invariants: nothing here names a slice; fields that a slice does not set are empty, so a new field of the
//! manifest changes no slice.

mod attention;
pub mod form;
mod frontend;
mod involvement;
mod paths;
mod personal;
pub mod platform;
mod presence;
mod registry;
mod scripts;
mod slice;
pub mod store;
mod suggestions;
mod text_preview;
mod understanding;
pub mod unsent;
pub mod versions;

pub use attention::{Attention, AttentionFn, Line};
pub use frontend::Frontend;
pub use involvement::{Involvement, InvolvementsFn, involvements};
pub use paths::{
    DroppedPath, KeepPath, PresencePath, ReturnedPath, SuggestionsPath, TextPreviewPath, UnderstandingPath,
    UnsentListPath, UnsentPath,
};
pub use personal::{Basis, Personal};
pub use registry::{Twice, register, slices, texts};
pub use slice::{Rights, Slice};
