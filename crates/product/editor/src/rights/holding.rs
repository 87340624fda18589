//! Media as the things that decisions are about.

use accounts::{Person, PersonId, Resource, Scope, Subject};
use golden_thread::EntryId;

use super::{CHANGE_MEDIA, UPLOAD};

/// The picture or file that a decision is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Holding {
    /// The person who uploaded it, if known.
    pub(crate) uploader: Option<PersonId>,
    /// The fields of action, bodies or events for which it was uploaded, each with what lies above it; none if it
    /// belongs to the whole initiative.
    pub(crate) scopes: Vec<Subject>,
    /// True if the public sees it.
    pub(crate) is_public: bool,
}

impl Resource for Holding {
    fn lies_within(&self, scope: Scope) -> bool {
        scope == Scope::Initiative || self.scopes.iter().any(|subject| subject.lies_within(scope))
    }

    /// It is the uploader's until it is public.
    fn belongs_to(&self, person: PersonId) -> bool {
        !self.is_public && self.uploader == Some(person)
    }
}

/// True if a person may open a medium at the desk. Everybody who writes may use a public one.
pub(crate) fn can_see_medium(person: &Person, holding: &Holding) -> bool {
    CHANGE_MEDIA.covers(person, holding) || (holding.is_public && UPLOAD.allows(person))
}

/// The entries for which a person uploads: those to which their writing roles are limited; empty for grants
/// for the whole initiative.
pub(crate) fn uploads_for(person: &Person) -> Vec<EntryId> {
    if UPLOAD.scopes(person).any(|scope| scope == Scope::Initiative) {
        return Vec::new();
    }
    let mut entries: Vec<EntryId> = UPLOAD.scopes(person).filter_map(Scope::entry).collect();
    entries.sort();
    entries.dedup();
    entries
}

#[cfg(test)]
mod tests {
    use accounts::{Grant, Role};
    use golden_thread::Kind;
    use uuid::Uuid;

    use super::*;
    use crate::rights::{CHANGE_LISTS, CHANGE_SETTINGS, PUBLISH_MEDIA, SEE_TO_JOBS};

    const OWN: EntryId = EntryId(Uuid::from_u128(1));
    const OTHER: EntryId = EntryId(Uuid::from_u128(2));

    fn person(role: Role, scope: Scope) -> Person {
        let grants = vec![Grant::new(role, scope).expect("a grant that makes sense")];
        let email = "anna@zukunftsbildung.example".parse().unwrap();
        Person { id: PersonId(Uuid::nil()), name: "Anna".to_owned(), email, grants }
    }

    #[test]
    fn media_are_changed_within_their_scope_and_shown_to_the_public_by_who_publishes_there() {
        let of_event =
            |event| vec![Subject { kind: Kind::EVENT, id: None, fields: vec![], bodies: vec![], events: vec![event] }];
        // uploaded by oneself for the own event, by another for it, for another event, for the whole initiative
        let mine = Some(PersonId(Uuid::nil()));
        let holdings = [(mine, of_event(OWN)), (None, of_event(OWN)), (None, of_event(OTHER)), (None, vec![])];
        let table = [
            (Role::Administrator, Scope::Initiative, "pppp", "pppp"),
            (Role::Editor, Scope::Initiative, "pppp", "pppp"),
            (Role::Editor, Scope::Event(OWN), "pp--", "ppss"),
            (Role::Editor, Scope::Event(OTHER), "c-p-", "ssps"),
            (Role::Organiser, Scope::Event(OWN), "pp--", "ppss"),
            (Role::Facilitator, Scope::Event(OWN), "c---", "ssss"),
            (Role::DataProtection, Scope::Initiative, "----", "----"),
            (Role::PersonalReader, Scope::Event(OWN), "----", "----"),
        ];
        for (role, scope, hidden, public) in table {
            let person = person(role, scope);
            for (is_public, expected) in [(false, hidden), (true, public)] {
                let mark = |(uploader, scopes): &(Option<PersonId>, Vec<Subject>)| {
                    let holding = Holding { uploader: *uploader, scopes: scopes.clone(), is_public };
                    let may = (can_see_medium(&person, &holding), CHANGE_MEDIA.covers(&person, &holding));
                    match (may, PUBLISH_MEDIA.covers(&person, &holding)) {
                        ((true, true), true) => 'p',
                        ((true, true), false) => 'c',
                        ((true, false), false) => 's',
                        ((false, false), false) => '-',
                        _ => '!',
                    }
                };
                let marks: String = holdings.iter().map(mark).collect();
                assert_eq!(marks, expected, "{role} in {scope:?}, public: {is_public}");
            }
        }
    }

    #[test]
    fn uploads_belong_to_what_the_writing_roles_are_limited_to() {
        let organiser = person(Role::Organiser, Scope::Event(OWN));
        assert_eq!(uploads_for(&organiser), [OWN]);
        let grants = vec![
            organiser.grants[0],
            Grant::new(Role::Facilitator, Scope::Field(OTHER)).unwrap(),
            Grant::new(Role::PersonalReader, Scope::Initiative).unwrap(),
        ];
        assert_eq!(uploads_for(&Person { grants, ..organiser }), [OWN, OTHER]);
        assert!(uploads_for(&person(Role::Editor, Scope::Initiative)).is_empty());
    }

    #[test]
    fn files_lists_settings_and_jobs_are_decided_by_the_role() {
        // files, lists, settings, jobs
        let table = [
            (Role::Administrator, Scope::Initiative, "xxxx"),
            (Role::Editor, Scope::Initiative, "xx--"),
            (Role::Editor, Scope::Field(OWN), "x---"),
            (Role::Editor, Scope::Event(OWN), "x---"),
            (Role::Organiser, Scope::Body(OWN), "x---"),
            (Role::Facilitator, Scope::Event(OWN), "x---"),
            (Role::DataProtection, Scope::Initiative, "----"),
            (Role::PersonalReader, Scope::Event(OWN), "----"),
        ];
        for (role, scope, expected) in table {
            let person = person(role, scope);
            let rights = [UPLOAD, CHANGE_LISTS, CHANGE_SETTINGS, SEE_TO_JOBS];
            let marks: String = rights.map(|right| if right.allows(&person) { 'x' } else { '-' }).iter().collect();
            assert_eq!(marks, expected, "{role} in {scope:?}");
        }
    }
}
