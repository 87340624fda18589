//! The payload of a job: a typed value, stored as JSON. It is written and read here and nowhere else.
//!
//! Jobs wait across upgrades. A field that a newer version adds needs a default, and one that it drops is
//! ignored; a payload that still cannot be read will not become readable, so the job is given up at once.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::error::Category;

use super::Trouble;

/// Serializes a payload.
pub(super) fn write<T: Serialize>(value: &T) -> db::Result<String> {
    serde_json::to_string(value).map_err(|error| sqlx::Error::Encode(error.into()))
}

/// Parses a payload; else [`Trouble::Unreadable`]. The words of the library are left out, because they may
/// repeat an address or a secret.
pub(super) fn read<T: DeserializeOwned>(kept: &str) -> Result<T, Trouble> {
    serde_json::from_str(kept).map_err(|error| {
        let wrong = match error.classify() {
            Category::Data => "a field is missing or not as this version expects it",
            Category::Syntax | Category::Eof | Category::Io => "it is no JSON",
        };
        Trouble::Unreadable(anyhow::anyhow!(
            "what is stored of the job cannot be read: {wrong} (column {})",
            error.column()
        ))
    })
}
