//! A header that a slice gives to its mails, checked so that nothing of a visitor becomes a header of its own.

use serde::{Deserialize, Serialize};

/// A further header of a mail: a name of letters, digits and hyphens, and a value of one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    name: String,
    value: String,
}

impl Header {
    /// A header; `None` if that is no name of a header. Line breaks and other control characters in the value become
    /// blanks.
    pub fn new(name: &str, value: &str) -> Option<Self> {
        let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        let value = value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        is_name.then(|| Self { name: name.to_owned(), value })
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its value.
    pub fn value(&self) -> &str {
        &self.value
    }
}
