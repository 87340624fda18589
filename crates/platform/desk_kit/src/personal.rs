//! The register of personal data (Art. 30 GDPR): each slice says what it keeps of people, why and how long.

use base::coded;

coded! {
    /// The ground on which data may be kept (Art. 6(1) GDPR).
    pub enum Basis {
        /// Letter a: the person agreed.
        Consent = "consent",
        /// Letter b: it is needed for something that the person asked for.
        Contract = "contract",
        /// Letter c: a law asks for it.
        Duty = "duty",
        /// Letter e: a public task.
        Task = "task",
    }
}

/// One thing that is kept of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Personal {
    /// The table in the database.
    pub table: &'static str,
    /// Its columns that are about people.
    pub columns: &'static [&'static str],
    /// Key of the text that says whose data it is and what for.
    pub purpose: &'static str,
    /// On which ground.
    pub basis: Basis,
    /// Key of the text that says when it is deleted.
    pub retention: &'static str,
}
