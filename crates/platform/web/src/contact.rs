//! Contacts as pages show them. People are named by role and organisation, never by name.

use base::Email;

/// A contact for questions.
#[derive(Debug, Clone)]
pub struct ContactCard {
    /// The role: `Themenverantwortung Vielfalt`.
    pub role: String,
    /// The name of the organisation.
    pub body: String,
    /// The address of the organisation's page.
    pub body_href: String,
    /// The role's mailbox.
    pub email: Email,
    /// The CSS class of the field of action for which the contact is responsible, such as `field-4`; else empty.
    pub class: String,
}
