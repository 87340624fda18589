//! The rules of the inbox: the steps, the states in which each is possible, and the messages that a person
//! may see.
//!
//! Pure decisions; `handling` carries them out.

use accounts::{Person, Scope};
use base::coded;
use golden_thread::EntryId;

use crate::message::MessageState;
use crate::rights::{About, READ_MESSAGES};

coded! {
    /// A step in the handling of a message, as its history names it.
    pub(crate) enum MessageAct {
        /// Somebody opened it for the first time.
        Read = "read",
        /// A person takes care of it from now on, or nobody does.
        Taken = "taken",
        /// It was passed on to another mailbox.
        PassedOn = "passed_on",
        /// The sender was answered by mail.
        Answered = "answered",
        /// Somebody wrote a note for the colleagues.
        Noted = "noted",
        /// Nothing is left to do.
        Closed = "closed",
        /// It was put away as spam.
        PutAway = "put_away",
        /// It was taken up again.
        Reopened = "reopened",
    }
}

impl MessageAct {
    /// True if people write something for it.
    pub(crate) fn has_text(self) -> bool {
        matches!(self, Self::Answered | Self::Noted | Self::Closed)
    }

    /// The state after this step, or `None` if it is not possible in this state. `is_taken` is true if the
    /// message is assigned to a person.
    pub(crate) fn leads_to(self, state: MessageState, is_taken: bool) -> Option<MessageState> {
        use MessageState::{Answered, Assigned, Closed, New, Purged, Spam};
        let is_open = matches!(state, New | Assigned);
        match self {
            // A message without content allows no step.
            _ if state == Purged => None,
            Self::Read | Self::Noted => Some(state),
            Self::Taken if is_open => Some(if is_taken { Assigned } else { New }),
            Self::Taken | Self::PassedOn if state == Answered => None,
            Self::PassedOn if is_open => Some(New),
            Self::Answered if is_open || state == Answered => Some(Answered),
            Self::Closed if is_open || state == Answered => Some(Closed),
            Self::PutAway if is_open => Some(Spam),
            Self::Reopened if matches!(state, Answered | Closed | Spam) => Some(if is_taken { Assigned } else { New }),
            _ => None,
        }
    }
}

/// The messages that a person may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Reach {
    /// All of them.
    All,
    /// Messages about these fields of action.
    Fields(Vec<EntryId>),
}

impl Reach {
    /// The messages that a person who may open the inbox sees: people who answer for some fields only see
    /// messages about those.
    pub(crate) fn of(person: &Person) -> Self {
        if READ_MESSAGES.covers(person, &About(None)) {
            return Self::All;
        }
        Self::Fields(READ_MESSAGES.scopes(person).filter_map(Scope::entry).collect())
    }

    /// True if messages about this field are among them.
    pub(crate) fn holds(&self, field: Option<EntryId>) -> bool {
        match self {
            Self::All => true,
            Self::Fields(fields) => field.is_some_and(|field| fields.contains(&field)),
        }
    }
}

#[cfg(test)]
mod tests {
    use accounts::{Grant, PersonId, Role};
    use uuid::Uuid;

    use super::*;

    #[test]
    fn each_step_is_possible_only_where_it_makes_sense() {
        use MessageState::{Answered, Assigned, Closed, New, Purged, Spam};
        let states = [New, Assigned, Answered, Closed, Spam, Purged];
        let possible = |act: MessageAct| states.map(|state| act.leads_to(state, true));
        let (no, n) = (None, Some);
        assert_eq!(possible(MessageAct::Taken), [n(Assigned), n(Assigned), no, no, no, no]);
        assert_eq!(possible(MessageAct::PassedOn), [n(New), n(New), no, no, no, no]);
        assert_eq!(possible(MessageAct::Answered), [n(Answered), n(Answered), n(Answered), no, no, no]);
        assert_eq!(possible(MessageAct::Noted), [n(New), n(Assigned), n(Answered), n(Closed), n(Spam), no]);
        assert_eq!(possible(MessageAct::Closed), [n(Closed), n(Closed), n(Closed), no, no, no]);
        assert_eq!(possible(MessageAct::PutAway), [n(Spam), n(Spam), no, no, no, no]);
        assert_eq!(possible(MessageAct::Reopened), [no, no, n(Assigned), n(Assigned), n(Assigned), no]);
        assert_eq!(MessageAct::Reopened.leads_to(Closed, false), Some(New), "nobody sees to it");
        assert_eq!(MessageAct::Taken.leads_to(Assigned, false), Some(New), "it is given back");
    }

    #[test]
    fn who_answers_for_fields_sees_their_messages_only() {
        let (own, other) = (EntryId(Uuid::from_u128(1)), EntryId(Uuid::from_u128(2)));
        let person = |role, scope| Person {
            id: PersonId(Uuid::from_u128(9)),
            name: String::new(),
            email: "redaktion@ort.example".parse().unwrap(),
            grants: vec![Grant::new(role, scope).unwrap()],
        };
        let of_field = Reach::of(&person(Role::Editor, Scope::Field(own)));
        assert_eq!([Some(own), Some(other), None].map(|field| of_field.holds(field)), [true, false, false]);
        for role in [Role::Administrator, Role::Editor, Role::DataProtection] {
            assert_eq!(Reach::of(&person(role, Scope::Initiative)), Reach::All, "{role}");
        }
    }
}
