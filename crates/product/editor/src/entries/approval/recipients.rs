//! Who is told that an entry waits for approval.

use accounts::rights::PUBLISH_ENTRIES;
use accounts::{Person, Role, Sight, Subject};
use uuid::Uuid;

/// The people in charge of an entry, without its author: those whose role is limited to what it belongs to; without any, the
/// editors of the whole initiative; without any, everybody who may publish it.
pub(super) fn in_charge(mut people: Vec<Person>, subject: &Subject, author: Option<Uuid>) -> Vec<Person> {
    people.retain(|person| Some(person.id.0) != author && PUBLISH_ENTRIES.covers(person, subject));
    let is_near = |person: &Person| Sight::of(person) != Sight::ALL;
    let is_editor = |person: &Person| person.is(Role::Editor);
    if people.iter().any(is_near) {
        people.retain(is_near);
    } else if people.iter().any(is_editor) {
        people.retain(is_editor);
    }
    people
}

#[cfg(test)]
mod tests {
    use accounts::{Grant, PersonId, Scope};
    use golden_thread::store::Reach;
    use golden_thread::{EntryId, Kind};

    use super::*;

    fn person(number: u128, role: Role, scope: Scope) -> Person {
        Person {
            id: PersonId(Uuid::from_u128(number)),
            name: format!("Person {number}"),
            email: "redaktion@ort.example".parse().unwrap(),
            grants: vec![Grant::new(role, scope).unwrap()],
        }
    }

    fn told(people: &[Person]) -> Vec<u128> {
        let field = EntryId(Uuid::from_u128(100));
        let subject = Subject::new(Kind::EVENT, None, Reach { fields: vec![field], ..Reach::default() });
        let author = Some(Uuid::from_u128(1));
        in_charge(people.to_vec(), &subject, author).iter().map(|person| person.id.0.as_u128()).collect()
    }

    #[test]
    fn nearest_editors_are_told_then_all_editors_then_whoever_may_publish() {
        let field = |number| Scope::Field(EntryId(Uuid::from_u128(number)));
        let author = person(1, Role::Editor, Scope::Initiative);
        let (boss, chief) =
            (person(2, Role::Administrator, Scope::Initiative), person(3, Role::Editor, Scope::Initiative));
        let (near, far) = (person(4, Role::Editor, field(100)), person(5, Role::Editor, field(101)));
        let facilitator = person(6, Role::Facilitator, field(100));
        let all = [author, boss.clone(), chief, near, far.clone(), facilitator.clone()];
        assert_eq!(told(&all), [4]);
        assert_eq!(told(&[&all[..3], &all[4..]].concat()), [3]);
        assert_eq!(told(&[boss, far, facilitator]), [2]);
    }
}
