//! A person of the desk, and their grants: roles, each within a scope.
//!
//! A grant that makes no sense cannot be made ([`Grant::new`]): an administrator runs the whole
//! initiative, an organiser works for a body or on an event.

use base::{Email, coded};
use golden_thread::EntryId;
use jiff::Timestamp;
use uuid::Uuid;

/// The id of a person.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type, serde::Serialize, serde::Deserialize,
)]
#[sqlx(transparent)]
#[serde(transparent)]
pub struct PersonId(pub Uuid);

impl std::fmt::Display for PersonId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// A person who may sign in, as far as decisions need to know them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Stable; addresses and names may change.
    pub id: PersonId,
    /// The name shown at the desk.
    pub name: String,
    /// The address to which sign-in links go.
    pub email: Email,
    /// Their roles with scopes.
    pub grants: Vec<Grant>,
}

coded! {
    /// A role at the desk.
    pub enum Role {
        /// Runs the desk: people, settings, everything.
        Administrator = "administrator",
        /// Writes and publishes.
        Editor = "editor",
        /// Writes and publishes events of a body, or one event.
        Organiser = "organiser",
        /// Records the results of a forum.
        Facilitator = "facilitator",
        /// Oversees the handling of personal data.
        DataProtection = "data_protection",
        /// Reads lists of people.
        PersonalReader = "personal_reader",
    }
}

coded! {
    /// The kind of thing that a role is limited to.
    pub enum ScopeKind {
        /// No limit.
        Initiative = "initiative",
        /// A field of action.
        Field = "field",
        /// A body.
        Body = "body",
        /// An event and everything that belongs to it.
        Event = "event",
    }
}

/// The scope of a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Everywhere.
    Initiative,
    /// In a field of action.
    Field(EntryId),
    /// In everything that belongs to a body.
    Body(EntryId),
    /// At an event and its sub-events.
    Event(EntryId),
}

/// A role within a scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// The limits of the role.
    pub scope: Scope,
}

/// State of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountState {
    /// Invited, but never signed in.
    Invited,
    /// Enabled; the time of the last sign-in.
    Active(Timestamp),
    /// Disabled; the time of the disabling.
    Disabled(Timestamp),
}

/// A person as the list of people shows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// The person.
    pub person: Person,
    /// State of the account.
    pub state: AccountState,
}

impl Person {
    /// True if they have this role in any scope.
    pub fn is(&self, role: Role) -> bool {
        self.grants.iter().any(|grant| grant.role == role)
    }
}

impl Role {
    /// The kinds of scope that fit the role.
    pub const fn scopes(self) -> &'static [ScopeKind] {
        use ScopeKind::{Body, Event, Field, Initiative};
        match self {
            Self::Administrator | Self::DataProtection => &[Initiative],
            Self::Editor => &[Initiative, Field, Body, Event],
            Self::Organiser => &[Body, Event],
            Self::Facilitator => &[Field, Event],
            Self::PersonalReader => &[Initiative, Body, Event],
        }
    }
}

impl Scope {
    /// The kind of the scope.
    pub const fn kind(self) -> ScopeKind {
        match self {
            Self::Initiative => ScopeKind::Initiative,
            Self::Field(_) => ScopeKind::Field,
            Self::Body(_) => ScopeKind::Body,
            Self::Event(_) => ScopeKind::Event,
        }
    }

    /// The entry to which it is limited, if it is.
    pub const fn entry(self) -> Option<EntryId> {
        match self {
            Self::Initiative => None,
            Self::Field(id) | Self::Body(id) | Self::Event(id) => Some(id),
        }
    }

    /// The scope of this kind; `None` if an entry is missing, or given where none belongs.
    pub const fn of(kind: ScopeKind, entry: Option<EntryId>) -> Option<Self> {
        match (kind, entry) {
            (ScopeKind::Initiative, None) => Some(Self::Initiative),
            (ScopeKind::Field, Some(id)) => Some(Self::Field(id)),
            (ScopeKind::Body, Some(id)) => Some(Self::Body(id)),
            (ScopeKind::Event, Some(id)) => Some(Self::Event(id)),
            _ => None,
        }
    }
}

impl Grant {
    /// A role within a scope; `None` if the two do not fit.
    pub fn new(role: Role, scope: Scope) -> Option<Self> {
        role.scopes().contains(&scope.kind()).then_some(Self { role, scope })
    }
}

/// The key by which addresses are compared: two that differ in case belong to the same mailbox.
pub(crate) fn email_key(email: &Email) -> String {
    email.as_str().to_ascii_lowercase()
}

/// Most characters of a name.
const LONGEST_NAME: usize = 100;

/// A name as typed, on one line; `None` if it is empty or too long.
pub(crate) fn name(text: &str) -> Option<String> {
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let name = line.split_whitespace().collect::<Vec<_>>().join(" ");
    (1..=LONGEST_NAME).contains(&name.chars().count()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn name_is_one_line_of_sensible_length() {
        assert_eq!(name("  Anna \r\nBcc: x\t "), Some("Anna Bcc: x".to_owned()));
        assert_eq!((name(" \n "), name(&"a".repeat(101))), (None, None));
        assert_eq!(name(&"ä".repeat(100)), Some("ä".repeat(100)));
    }
}
