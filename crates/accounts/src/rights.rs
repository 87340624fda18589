//! Who may do what: plain functions of a person and the thing in question.
//!
//! A handler asks one of them and hands the answer to [`crate::Desk::require`]. Nothing else decides,
//! and nothing here looks at the database: whoever asks about an entry brings its ties along
//! ([`Subject`]). Whether a grant reaches a thing is `covers`; a thing that is not tied to anything
//! yet is only within reach of who works for the whole initiative.

use thread::{EntryId, Kind};

use crate::person::{Person, Role, Scope};

/// What a decision is about: an entry with its ties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// What it is.
    pub kind: Kind,
    /// The entry; none if it is about to be made.
    pub id: Option<EntryId>,
    /// The fields of action it belongs to.
    pub fields: Vec<EntryId>,
    /// Its organisers or parties; of a body, the body itself.
    pub bodies: Vec<EntryId>,
    /// The events it belongs to and those above them; of an event, the event itself too.
    pub events: Vec<EntryId>,
}

/// Whether somebody may write it, and so see it before it is public.
pub fn can_write(person: &Person, subject: &Subject) -> bool {
    can_publish(person, subject)
        || person
            .grants
            .iter()
            .any(|grant| grant.role == Role::Facilitator && is_result(subject.kind) && covers(grant.scope, subject))
}

/// Whether somebody may make it public or take it back.
pub fn can_publish(person: &Person, subject: &Subject) -> bool {
    person.grants.iter().any(|grant| match grant.role {
        Role::Administrator => true,
        Role::Editor => covers(grant.scope, subject),
        Role::Organiser => is_of_event(subject.kind) && covers(grant.scope, subject),
        Role::Facilitator | Role::DataProtection | Role::PersonalReader => false,
    })
}

/// Whether somebody may begin an entry of a kind, provided that it is tied to what their grant covers.
pub fn can_begin(person: &Person, kind: Kind) -> bool {
    person.grants.iter().any(|grant| match grant.role {
        Role::Administrator | Role::Editor => true,
        Role::Organiser => is_of_event(kind),
        Role::Facilitator => is_result(kind),
        Role::DataProtection | Role::PersonalReader => false,
    })
}

/// Whether somebody may invite people, change their roles and disable them.
pub fn can_manage_people(person: &Person) -> bool {
    person.is(Role::Administrator)
}

/// Whether somebody may change the lists that all entries share: contacts, sources.
pub fn can_change_lists(person: &Person) -> bool {
    person.grants.iter().any(|grant| match grant.role {
        Role::Administrator => true,
        Role::Editor => grant.scope == Scope::Initiative,
        Role::Organiser | Role::Facilitator | Role::DataProtection | Role::PersonalReader => false,
    })
}

/// Whether somebody may change the settings of the site.
pub fn can_change_settings(person: &Person) -> bool {
    person.is(Role::Administrator)
}

/// Whether somebody sees what is wrong with the work in the background, and may have it done again.
pub fn can_see_to_jobs(person: &Person) -> bool {
    person.is(Role::Administrator)
}

/// Whether somebody may open the inbox at all. Data protection reads along, because people ask what
/// became of their data.
pub fn can_read_messages(person: &Person) -> bool {
    person.grants.iter().any(|grant| match grant.role {
        Role::Administrator | Role::DataProtection => true,
        Role::Editor => matches!(grant.scope, Scope::Initiative | Scope::Field(_)),
        Role::Organiser | Role::Facilitator | Role::PersonalReader => false,
    })
}

/// Whether somebody may answer a message about this field of action, or about none.
pub fn can_answer_message(person: &Person, field: Option<EntryId>) -> bool {
    person.grants.iter().any(|grant| match (grant.role, grant.scope) {
        (Role::Administrator, _) | (Role::Editor, Scope::Initiative) => true,
        (Role::Editor, Scope::Field(own)) => field == Some(own),
        _ => false,
    })
}

/// Whether somebody may add pictures and files: everybody who writes.
pub fn can_upload(person: &Person) -> bool {
    [Role::Administrator, Role::Editor, Role::Organiser, Role::Facilitator].into_iter().any(|role| person.is(role))
}

/// Whether somebody may read who did what.
pub fn can_see_audit(person: &Person) -> bool {
    person.is(Role::Administrator) || person.is(Role::DataProtection)
}

/// Whether somebody may read who takes part in it. Running the desk is no reason to.
pub fn can_read_personal(person: &Person, subject: &Subject) -> bool {
    person.grants.iter().any(|grant| match grant.role {
        Role::DataProtection => true,
        Role::PersonalReader => covers(grant.scope, subject),
        Role::Administrator | Role::Editor | Role::Organiser | Role::Facilitator => false,
    })
}

/// Whether a thing lies within a scope.
fn covers(scope: Scope, subject: &Subject) -> bool {
    match scope {
        Scope::Initiative => true,
        Scope::Field(field) => subject.fields.contains(&field) || is_itself(subject, Kind::Field, field),
        Scope::Body(body) => subject.bodies.contains(&body),
        Scope::Event(event) => subject.events.contains(&event),
    }
}

fn is_itself(subject: &Subject, kind: Kind, id: EntryId) -> bool {
    subject.kind == kind && subject.id == Some(id)
}

/// An event, or what was written down about it.
fn is_of_event(kind: Kind) -> bool {
    matches!(kind, Kind::Event | Kind::Document)
}

/// What the people of a forum bring forth together.
fn is_result(kind: Kind) -> bool {
    matches!(kind, Kind::Document | Kind::Question | Kind::Idea | Kind::Agreement)
}

#[cfg(test)]
mod tests;
