//! A contact by role, as pages show it. People are named by role and organisation, never by name.

use base::Email;

/// Whom to ask.
#[derive(Debug, Clone)]
pub struct ContactCard {
    /// The role: `Themenverantwortung Vielfalt`.
    pub role: String,
    /// The organisation.
    pub body: String,
    /// Its page.
    pub body_href: String,
    /// The role's mailbox.
    pub email: Email,
    /// `field-4`, where the contact is responsible for one field of action; else empty.
    pub class: String,
}
