//! What people do with accounts, as the audit log records it: sign in, add and disable people, give and take roles.
//!
//! The log keeps codes where a text depends on the reader's language, and puts them into words when it is read.

use services::audit::{Act, AuditEvent};

use crate::paths::PersonPath;
use crate::person::{Person, PersonId, Role};
use crate::session::Way;

services::audit_events! {
    /// Somebody signed in.
    SIGNED_IN = { code: "signed_in", key: "audit-event-signed_in", label: way_in_words };
    /// An attempt to sign in was refused.
    SIGN_IN_REFUSED = { code: "sign_in_refused", key: "audit-event-sign_in_refused", label: way_in_words };
    /// A person was added to the desk.
    PERSON_ADDED = { code: "person_added", key: "audit-event-person_added" };
    /// A person may not sign in any more.
    PERSON_DISABLED = { code: "person_disabled", key: "audit-event-person_disabled" };
    /// A person may sign in again.
    PERSON_ENABLED = { code: "person_enabled", key: "audit-event-person_enabled" };
    /// The name of a person was corrected.
    PERSON_RENAMED = { code: "person_renamed", key: "audit-event-person_renamed", label: change_in_words };
    /// The address of a person was changed.
    ADDRESS_CHANGED = { code: "address_changed", key: "audit-event-address_changed", label: change_in_words };
    /// A person was deleted.
    PERSON_DELETED = { code: "person_deleted", key: "audit-event-person_deleted" };
    /// A sign-in link of a person was shown to an administrator, because there is no mail server.
    LINK_SHOWN = { code: "link_shown", key: "audit-event-link_shown" };
    /// A role was given.
    ROLE_GRANTED = { code: "role_granted", key: "audit-event-role_granted", label: role_in_words };
    /// A role was taken away.
    ROLE_TAKEN = { code: "role_taken", key: "audit-event-role_taken", label: role_in_words };
    /// A further way to sign in was set up: a passkey, a password, a provider.
    WAY_ADDED = { code: "way_added", key: "audit-event-way_added", label: way_in_words };
    /// A way to sign in was removed.
    WAY_REMOVED = { code: "way_removed", key: "audit-event-way_removed", label: way_in_words };
}

/// An act on an account.
#[derive(Debug)]
pub(crate) enum AccountAct<'a> {
    SignedIn(Way),
    SignInRefused(Way),
    WayAdded(Way),
    WayRemoved(Way),
    PersonAdded(Named<'a>),
    PersonDisabled(Named<'a>),
    PersonEnabled(Named<'a>),
    PersonRenamed(Named<'a>, Change<'a>),
    AddressChanged(Named<'a>, Change<'a>),
    PersonDeleted(Named<'a>),
    LinkShown(Named<'a>),
    RoleGranted(Named<'a>, GivenRole),
    RoleTaken(Named<'a>, GivenRole),
}

/// A person with the name that they have at the time.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Named<'a> {
    pub(crate) id: PersonId,
    pub(crate) name: &'a str,
}

/// What stood in a field before, and what stands in it now.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Change<'a> {
    pub(crate) old: &'a str,
    pub(crate) new: &'a str,
}

/// A role as the log records it.
#[derive(Debug)]
pub(crate) struct GivenRole {
    pub(crate) role: Role,
    /// The entry of its scope as content files refer to it; empty for the whole initiative.
    pub(crate) scope: String,
}

impl<'a> From<&'a Person> for Named<'a> {
    fn from(person: &'a Person) -> Self {
        Self { id: person.id, name: &person.name }
    }
}

impl Act for AccountAct<'_> {
    fn event(&self) -> AuditEvent {
        match self {
            Self::SignedIn(_) => SIGNED_IN,
            Self::SignInRefused(_) => SIGN_IN_REFUSED,
            Self::WayAdded(_) => WAY_ADDED,
            Self::WayRemoved(_) => WAY_REMOVED,
            Self::PersonAdded(_) => PERSON_ADDED,
            Self::PersonDisabled(_) => PERSON_DISABLED,
            Self::PersonEnabled(_) => PERSON_ENABLED,
            Self::PersonRenamed(..) => PERSON_RENAMED,
            Self::AddressChanged(..) => ADDRESS_CHANGED,
            Self::PersonDeleted(_) => PERSON_DELETED,
            Self::LinkShown(_) => LINK_SHOWN,
            Self::RoleGranted(..) => ROLE_GRANTED,
            Self::RoleTaken(..) => ROLE_TAKEN,
        }
    }

    fn subject(&self) -> String {
        match self {
            // The page of a deleted person is gone.
            Self::SignedIn(_)
            | Self::SignInRefused(_)
            | Self::WayAdded(_)
            | Self::WayRemoved(_)
            | Self::PersonDeleted(_) => String::new(),
            Self::PersonAdded(person)
            | Self::PersonDisabled(person)
            | Self::PersonEnabled(person)
            | Self::PersonRenamed(person, _)
            | Self::AddressChanged(person, _)
            | Self::LinkShown(person)
            | Self::RoleGranted(person, _)
            | Self::RoleTaken(person, _) => PersonPath { person: person.id }.to_string(),
        }
    }

    fn label(&self) -> String {
        match self {
            Self::SignedIn(way) | Self::SignInRefused(way) | Self::WayAdded(way) | Self::WayRemoved(way) => {
                way.code().to_owned()
            }
            Self::PersonAdded(person)
            | Self::PersonDisabled(person)
            | Self::PersonEnabled(person)
            | Self::PersonDeleted(person)
            | Self::LinkShown(person) => person.name.to_owned(),
            Self::PersonRenamed(_, change) => format!("\t{}\t{}", change.old, change.new),
            Self::AddressChanged(person, change) => format!("{}\t{}\t{}", person.name, change.old, change.new),
            Self::RoleGranted(person, given) | Self::RoleTaken(person, given) => {
                format!("{}\t{}\t{}", person.name, given.role, given.scope)
            }
        }
    }
}

fn way_in_words(label: &str, say: &dyn Fn(&str) -> String) -> String {
    Way::from_code(label).map_or_else(|| label.to_owned(), |way| say(&format!("way-{way}")))
}

/// Reads name, old and new between tabs. The name is empty where it is itself what was changed.
fn change_in_words(label: &str, _: &dyn Fn(&str) -> String) -> String {
    let parts: Vec<&str> = label.split('\t').collect();
    match parts[..] {
        ["", old, new] => format!("{old} → {new}"),
        [name, old, new] => format!("{name}: {old} → {new}"),
        _ => label.to_owned(),
    }
}

/// Reads name, role and scope between tabs.
fn role_in_words(label: &str, say: &dyn Fn(&str) -> String) -> String {
    let parts: Vec<&str> = label.split('\t').collect();
    let [name, role, scope] = parts[..] else { return label.to_owned() };
    let role = Role::from_code(role).map_or_else(|| role.to_owned(), |role| say(&format!("role-{role}")));
    if scope.is_empty() { format!("{name}: {role}") } else { format!("{name}: {role} ({scope})") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn say(key: &str) -> String {
        format!("<{key}>")
    }

    #[test]
    fn roles_and_ways_are_put_into_words_when_the_log_is_read() {
        let anna = Named { id: PersonId(uuid::Uuid::nil()), name: "Anna" };
        let within = GivenRole { role: Role::Editor, scope: "handlungsfelder/vielfalt".to_owned() };
        let label = AccountAct::RoleGranted(anna, within).label();
        assert_eq!(ROLE_GRANTED.label(&label, &say), "Anna: <role-editor> (handlungsfelder/vielfalt)");
        let everywhere = GivenRole { role: Role::Administrator, scope: String::new() };
        assert_eq!(
            ROLE_TAKEN.label(&AccountAct::RoleTaken(anna, everywhere).label(), &say),
            "Anna: <role-administrator>"
        );
        assert_eq!(SIGNED_IN.label(&AccountAct::SignedIn(Way::Passkey).label(), &say), "<way-passkey>");
        let change = Change { old: "Ana", new: "Anna" };
        assert_eq!(PERSON_RENAMED.label(&AccountAct::PersonRenamed(anna, change).label(), &say), "Ana → Anna");
        let change = Change { old: "a@ort.example", new: "b@ort.example" };
        assert_eq!(
            ADDRESS_CHANGED.label(&AccountAct::AddressChanged(anna, change).label(), &say),
            "Anna: a@ort.example → b@ort.example"
        );
        assert_eq!(PERSON_ADDED.label(&AccountAct::PersonAdded(anna).label(), &say), "Anna");
    }

    #[test]
    fn rows_of_another_version_are_shown_as_they_are() {
        assert_eq!(ROLE_GRANTED.label("Anna\tking\t", &say), "Anna: king");
        assert_eq!(ROLE_GRANTED.label("Anna", &say), "Anna");
        assert_eq!(SIGNED_IN.label("stamp", &say), "stamp");
        assert_eq!(ADDRESS_CHANGED.label("Anna", &say), "Anna");
    }
}
