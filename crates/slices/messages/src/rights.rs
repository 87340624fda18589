//! Who reads messages and who answers them.
//!
//! A message is about a field of action or about none, and people who answer for a field see and answer those about it.

use accounts::{Resource, Role, Rule, Scope, ScopeKind};
use golden_thread::EntryId;

accounts::rights! {
    /// To open the inbox and read messages. Data protection may, because people ask about the use of their data.
    READ_MESSAGES = {
        code: "read_messages",
        key: "right-read_messages",
        rules: &[
            Rule::of(Role::Administrator),
            Rule::within(Role::Editor).with_scope(SCOPES),
            Rule::of(Role::DataProtection),
        ],
    };

    /// To answer messages, and to take, pass on and close them.
    ANSWER_MESSAGES = {
        code: "answer_messages",
        key: "right-answer_messages",
        rules: &[Rule::of(Role::Administrator), Rule::within(Role::Editor).with_scope(SCOPES)],
    };
}

/// No message is about a body or an event.
const SCOPES: &[ScopeKind] = &[ScopeKind::Initiative, ScopeKind::Field];

/// The messages about a field of action, or about none.
#[derive(Debug, Clone, Copy)]
pub(crate) struct About(pub(crate) Option<EntryId>);

impl Resource for About {
    fn lies_within(&self, scope: Scope) -> bool {
        match scope {
            Scope::Initiative => true,
            Scope::Field(field) => self.0 == Some(field),
            Scope::Body(_) | Scope::Event(_) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use accounts::{Grant, Person, PersonId};
    use uuid::Uuid;

    use super::*;

    #[test]
    fn messages_are_for_administrators_editors_of_the_whole_or_of_their_field_and_to_read_for_data_protection() {
        let (own, other) = (EntryId(Uuid::from_u128(1)), EntryId(Uuid::from_u128(2)));
        // inbox, answer in general, in the own field, in another one
        let table = [
            (Role::Administrator, Scope::Initiative, "xxxx"),
            (Role::Editor, Scope::Initiative, "xxxx"),
            (Role::Editor, Scope::Field(own), "x-x-"),
            (Role::Editor, Scope::Body(own), "----"),
            (Role::Editor, Scope::Event(own), "----"),
            (Role::Organiser, Scope::Body(own), "----"),
            (Role::Facilitator, Scope::Field(own), "----"),
            (Role::DataProtection, Scope::Initiative, "x---"),
            (Role::PersonalReader, Scope::Event(own), "----"),
        ];
        for (role, scope, expected) in table {
            let person = Person {
                id: PersonId(Uuid::nil()),
                name: String::new(),
                email: "redaktion@ort.example".parse().unwrap(),
                grants: vec![Grant::new(role, scope).unwrap()],
            };
            let answers = [None, Some(own), Some(other)].map(|field| ANSWER_MESSAGES.covers(&person, &About(field)));
            let marks = std::iter::once(READ_MESSAGES.allows(&person)).chain(answers);
            let marks: String = marks.map(|may| if may { 'x' } else { '-' }).collect();
            assert_eq!(marks, expected, "{role} in {scope:?}");
        }
    }
}
