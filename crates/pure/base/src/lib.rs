//! The basic value types: ids and clock, locale, slug, numbers and dates as people write them.
//!
//! Lowest room of the house. Invariants: no I/O, no async, no global clock (only [`Clock`] reads
//! it), no knowledge of any slice, and every value type that can be invalid is checked when it is
//! made. Absence is `Option`; a refused text is an error enum or struct whose message fits behind
//! `file:line:` in an import log.

mod coded;

pub mod clock;
pub mod email;
pub mod expensive;
pub mod file_name;
pub mod fold;
pub mod ids;
pub mod locale;
mod now;
mod registry;
pub mod slug;
pub mod video;
pub mod words;

pub use clock::Clock;
pub use email::{Email, EmailError};
pub use ids::Ids;
pub use locale::{Locale, Localized};
pub use now::Now;
pub use registry::Registry;
pub use slug::{Slug, SlugError};
pub use video::{VideoAddress, VideoAddressError};

/// For the macro [`coded!`] only: its expansion needs serde in crates that do not name it.
#[doc(hidden)]
pub use serde;
