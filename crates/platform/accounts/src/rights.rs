//! Permissions: plain functions of a person and the thing in question.
//!
//! A handler calls one of them and passes the answer to [`crate::Desk::require`]. Nothing else decides, and
//! nothing here reads the database: the caller supplies an entry with its ties ([`Subject`]). `covers`
//! decides if a grant reaches a thing; a thing without ties is reached only by grants for the whole
//! initiative.

use golden_thread::store::Reach;
use golden_thread::{EntryId, Kind};

use crate::person::{Person, PersonId, Role, Scope};

/// The entry that a decision is about, with its ties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Some roles are limited to kinds.
    pub kind: Kind,
    /// The entry; `None` if it is about to be created.
    pub id: Option<EntryId>,
    /// The fields of action to which it belongs.
    pub fields: Vec<EntryId>,
    /// The bodies that run it, and those that run the events above it; of a body, the body itself.
    pub bodies: Vec<EntryId>,
    /// The events to which it belongs and those above them; of an event, the event itself too.
    pub events: Vec<EntryId>,
}

impl Subject {
    /// An entry with everything that it belongs to.
    pub fn new(kind: Kind, id: Option<EntryId>, reach: Reach) -> Self {
        Self { kind, id, fields: reach.fields, bodies: reach.bodies, events: reach.events }
    }
}

/// True if a person may write an entry, and so see it before it is public.
pub fn can_write(person: &Person, subject: &Subject) -> bool {
    can_publish(person, subject)
        || person.grants.iter().any(|grant| {
            grant.role == Role::Facilitator && subject.kind.def().is_result && covers(grant.scope, subject)
        })
}

/// True if a person may publish an entry or withdraw it.
pub fn can_publish(person: &Person, subject: &Subject) -> bool {
    person.grants.iter().any(|grant| match grant.role {
        Role::Administrator => true,
        Role::Editor => covers(grant.scope, subject),
        Role::Organiser => subject.kind.def().is_of_event && covers(grant.scope, subject),
        Role::Facilitator | Role::DataProtection | Role::PersonalReader => false,
    })
}

/// True if a person may save an entry that was `before` as `after`. It may not leave their reach, so that
/// nothing is lost by a slip; and nobody gives themselves the right to publish it by tying it elsewhere.
pub fn may_become(person: &Person, before: &Subject, after: &Subject) -> bool {
    let reaches = can_write(person, before) && can_write(person, after);
    reaches && (can_publish(person, before) || !can_publish(person, after))
}

/// True if a person may create an entry of a kind, provided that it is tied to the scope of their grant.
pub fn can_begin(person: &Person, kind: Kind) -> bool {
    person.grants.iter().any(|grant| match grant.role {
        Role::Administrator => true,
        Role::Editor => can_be_tied(kind, grant.scope),
        Role::Organiser => kind.def().is_of_event,
        Role::Facilitator => kind.def().is_result,
        Role::DataProtection | Role::PersonalReader => false,
    })
}

/// True if a person may invite people, change their roles and disable them.
pub fn can_manage_people(person: &Person) -> bool {
    person.is(Role::Administrator)
}

/// True if a person may change the lists that all entries share: contacts, sources.
pub fn can_change_lists(person: &Person) -> bool {
    person.grants.iter().any(|grant| match grant.role {
        Role::Administrator => true,
        Role::Editor => grant.scope == Scope::Initiative,
        Role::Organiser | Role::Facilitator | Role::DataProtection | Role::PersonalReader => false,
    })
}

/// True if a person may change the settings of the site.
pub fn can_change_settings(person: &Person) -> bool {
    person.is(Role::Administrator)
}

/// True if a person may see failed background jobs, and have them retried.
pub fn can_see_to_jobs(person: &Person) -> bool {
    person.is(Role::Administrator)
}

/// True if a person may open the inbox at all. Data protection may, because people ask about the use of
/// their data.
pub fn can_read_messages(person: &Person) -> bool {
    person.grants.iter().any(|grant| match grant.role {
        Role::Administrator | Role::DataProtection => true,
        Role::Editor => matches!(grant.scope, Scope::Initiative | Scope::Field(_)),
        Role::Organiser | Role::Facilitator | Role::PersonalReader => false,
    })
}

/// True if a person may answer a message about this field of action, or about none.
pub fn can_answer_message(person: &Person, field: Option<EntryId>) -> bool {
    person.grants.iter().any(|grant| match (grant.role, grant.scope) {
        (Role::Administrator, _) | (Role::Editor, Scope::Initiative) => true,
        (Role::Editor, Scope::Field(own)) => field == Some(own),
        _ => false,
    })
}

/// The picture or file that a decision is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holding {
    /// The person who uploaded it, if known.
    pub uploader: Option<PersonId>,
    /// The fields of action, bodies or events for which it was uploaded, each with what lies above it; none if it
    /// belongs to the whole initiative.
    pub scopes: Vec<Subject>,
    /// True if the public sees it.
    pub is_public: bool,
}

/// True if a person may decide on the publication of a medium: release it, and then change or withdraw it.
pub fn can_publish_medium(person: &Person, holding: &Holding) -> bool {
    person.grants.iter().any(|grant| match (grant.role, grant.scope) {
        (Role::Administrator, _) | (Role::Editor, Scope::Initiative) => true,
        (Role::Editor | Role::Organiser, scope) => holding.scopes.iter().any(|subject| covers(scope, subject)),
        _ => false,
    })
}

/// True if a person may change a medium: the uploader may until it is public.
pub fn can_change_medium(person: &Person, holding: &Holding) -> bool {
    let is_own = can_upload(person) && holding.uploader == Some(person.id);
    can_publish_medium(person, holding) || (is_own && !holding.is_public)
}

/// True if a person may open a medium at the desk. Everybody who writes may use a public one.
pub fn can_see_medium(person: &Person, holding: &Holding) -> bool {
    can_upload(person) && (holding.is_public || can_change_medium(person, holding))
}

/// The entries for which a person uploads: those to which their writing roles are limited; empty for grants
/// for the whole initiative.
pub fn uploads_for(person: &Person) -> Vec<EntryId> {
    let writes = |role| matches!(role, Role::Administrator | Role::Editor | Role::Organiser | Role::Facilitator);
    let scopes = || person.grants.iter().filter(|grant| writes(grant.role)).map(|grant| grant.scope);
    if scopes().any(|scope| scope == Scope::Initiative) {
        return Vec::new();
    }
    let mut entries: Vec<EntryId> = scopes().filter_map(Scope::entry).collect();
    entries.sort();
    entries.dedup();
    entries
}

/// True if a person may add pictures and files: everybody who writes.
pub fn can_upload(person: &Person) -> bool {
    [Role::Administrator, Role::Editor, Role::Organiser, Role::Facilitator].into_iter().any(|role| person.is(role))
}

/// True if a person may read the audit log.
pub fn can_see_audit(person: &Person) -> bool {
    person.is(Role::Administrator) || person.is(Role::DataProtection)
}

/// True if a person may read the list of participants. Running the desk is no reason to.
pub fn can_read_personal(person: &Person, subject: &Subject) -> bool {
    person.grants.iter().any(|grant| match grant.role {
        Role::DataProtection => true,
        Role::PersonalReader => covers(grant.scope, subject),
        Role::Administrator | Role::Editor | Role::Organiser | Role::Facilitator => false,
    })
}

/// True if a thing lies within a scope.
fn covers(scope: Scope, subject: &Subject) -> bool {
    match scope {
        Scope::Initiative => true,
        Scope::Field(field) => subject.fields.contains(&field) || is_itself(subject, Kind::FIELD, field),
        Scope::Body(body) => subject.bodies.contains(&body),
        Scope::Event(event) => subject.events.contains(&event),
    }
}

/// True if a new entry of a kind can be tied to such a scope; see the tables of the kinds.
fn can_be_tied(kind: Kind, scope: Scope) -> bool {
    match scope {
        Scope::Initiative => true,
        Scope::Field(_) => kind != Kind::FIELD,
        Scope::Body(_) => kind.def().is_of_body,
        Scope::Event(_) => kind.def().is_within_event,
    }
}

fn is_itself(subject: &Subject, kind: Kind, id: EntryId) -> bool {
    subject.kind == kind && subject.id == Some(id)
}

#[cfg(test)]
mod tests;
