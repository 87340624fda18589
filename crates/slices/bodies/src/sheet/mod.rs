//! This slice's part of the file format: the table `[body]`, and the two files `municipalities.toml` and
//! `contacts.toml`.
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

/// The scope of a role that concerns the initiative as a whole.
const WHOLE: &str = "initiative";

#[cfg(test)]
mod tests;
