//! The register of personal data (Art. 30 GDPR): each slice declares the data with purpose and retention.

use base::coded;

coded! {
    /// The legal basis of keeping data (Art. 6(1) GDPR).
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

/// Personal data in one table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Personal {
    /// The table in the database.
    pub table: &'static str,
    /// Its columns that are about people.
    pub columns: &'static [&'static str],
    /// Text key of the persons concerned and the purpose.
    pub purpose: &'static str,
    /// The legal basis.
    pub basis: Basis,
    /// Text key of the deletion.
    pub retention: &'static str,
}
