//! What this slice knows in the files of an initiative: the table `[body]`, and the two files
//! `municipalities.toml` and `contacts.toml`.
//!
//! Reading is strict, writing canonical: what was imported is exported byte for byte.

mod body;
mod contact;
mod municipality;

use golden_thread::sheet::TableDef;

pub use body::{BodyTable, RoleMatter};
pub use contact::{ContactMatter, ContactSheet};
pub use municipality::{Municipality, MunicipalitySheet};

/// The tables of this slice in front matters.
pub const TABLES: &[TableDef] = &[TableDef::of::<BodyTable>("body")];

/// How a file says that a role concerns the initiative as a whole.
const WHOLE: &str = "initiative";

#[cfg(test)]
mod tests;
