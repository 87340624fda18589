//! A person of the desk, and what they were given: roles, each within a scope.
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

/// Somebody who may sign in, as far as decisions need to know them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The id.
    pub id: PersonId,
    /// What they are called at the desk.
    pub name: String,
    /// Where sign-in links go.
    pub email: Email,
    /// What they may do.
    pub grants: Vec<Grant>,
}

coded! {
    /// What somebody does at the desk.
    pub enum Role {
        /// Runs the desk: people, settings, everything.
        Administrator = "administrator",
        /// Writes and publishes.
        Editor = "editor",
        /// Writes and publishes events of a body, or one event.
        Organiser = "organiser",
        /// Writes down what a forum brought forth.
        Facilitator = "facilitator",
        /// Sees to it that personal data are treated as they should.
        DataProtection = "data_protection",
        /// Reads lists of people.
        PersonalReader = "personal_reader",
    }
}

coded! {
    /// What kind of thing a role is limited to.
    pub enum ScopeKind {
        /// To nothing.
        Initiative = "initiative",
        /// To a field of action.
        Field = "field",
        /// To a body.
        Body = "body",
        /// To an event and what belongs to it.
        Event = "event",
    }
}

/// Where a role holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Everywhere.
    Initiative,
    /// In a field of action.
    Field(EntryId),
    /// For what a body does.
    Body(EntryId),
    /// At an event and its sub-events.
    Event(EntryId),
}

/// A role within a scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Grant {
    /// What for.
    pub role: Role,
    /// Where.
    pub scope: Scope,
}

/// How far somebody has come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Has an invitation and has not signed in yet.
    Invited,
    /// Last signed in then.
    Active(Timestamp),
    /// May not sign in since then.
    Disabled(Timestamp),
}

/// A person as the list of people shows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// The person.
    pub person: Person,
    /// How far they have come in.
    pub standing: Standing,
}

impl Person {
    /// Whether they have this role anywhere.
    pub fn is(&self, role: Role) -> bool {
        self.grants.iter().any(|grant| grant.role == role)
    }
}

impl Role {
    /// The kinds of scope that make sense for it.
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
    /// What it is limited to.
    pub const fn kind(self) -> ScopeKind {
        match self {
            Self::Initiative => ScopeKind::Initiative,
            Self::Field(_) => ScopeKind::Field,
            Self::Body(_) => ScopeKind::Body,
            Self::Event(_) => ScopeKind::Event,
        }
    }

    /// The entry to which it is limited.
    pub const fn entry(self) -> Option<EntryId> {
        match self {
            Self::Initiative => None,
            Self::Field(id) | Self::Body(id) | Self::Event(id) => Some(id),
        }
    }

    /// The scope of this kind; `None` if the entry is missing or too much.
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
    /// A role within a scope, if that makes sense.
    pub fn new(role: Role, scope: Scope) -> Option<Self> {
        role.scopes().contains(&scope.kind()).then_some(Self { role, scope })
    }
}

/// What an address is compared by: two that differ in case belong to the same mailbox.
pub(crate) fn email_key(email: &Email) -> String {
    email.as_str().to_ascii_lowercase()
}

/// Most characters of a name.
const LONGEST_NAME: usize = 100;

/// A name as somebody typed it, on one line; `None` if it is empty or longer than a name is.
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
