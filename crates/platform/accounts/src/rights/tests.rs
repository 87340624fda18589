//! The whole table of roles and subjects, so that every change of a rule shows up here.

use base::Ids;
use base::clock::Clock;
use uuid::Uuid;

use golden_thread::EntryId;
use golden_thread::testing::{self, ARTICLE, NOTE, RECORD, RESULT};

use super::*;
use crate::person::{Grant, PersonId, Scope};

/// Two of each kind of scope: the person's own and another one.
struct House {
    own: EntryId,
    other: EntryId,
}

fn house() -> House {
    let ids = Ids::new(Clock::fixed("2026-11-23T12:00:00Z".parse().unwrap()));
    House { own: EntryId(ids.next()), other: EntryId(ids.next()) }
}

fn person(role: Role, scope: Scope) -> Person {
    let grants = vec![Grant::new(role, scope).expect("a grant that makes sense")];
    let email = "anna@zukunftsbildung.example".parse().unwrap();
    Person { id: PersonId(Uuid::nil()), name: "Anna".to_owned(), email, grants }
}

fn subject(kind: Kind) -> Subject {
    Subject { kind, id: None, fields: vec![], bodies: vec![], events: vec![] }
}

/// `w` may write, `p` may publish too, `-` neither.
fn marks(person: &Person, subjects: &[Subject]) -> String {
    let mark =
        |subject: &Subject| match (WRITE_ENTRIES.covers(person, subject), PUBLISH_ENTRIES.covers(person, subject)) {
            (true, true) => 'p',
            (true, false) => 'w',
            (false, false) => '-',
            (false, true) => '!',
        };
    subjects.iter().map(mark).collect()
}

#[test]
fn roles_write_and_publish_within_their_scope_only() {
    let House { own, other } = house();
    let of_field = |kind, field| Subject { fields: vec![field], ..subject(kind) };
    let of_body = |kind, body| Subject { bodies: vec![body], ..subject(kind) };
    let of_event = |kind, event| Subject { events: vec![event], ..subject(kind) };
    let subjects = [
        subject(NOTE),
        of_field(ARTICLE, own),
        of_field(ARTICLE, other),
        Subject { id: Some(own), ..subject(Kind::FIELD) },
        of_field(RESULT, own),
        of_body(Kind::EVENT, own),
        of_body(Kind::EVENT, other),
        of_body(RECORD, own),
        of_body(Kind::BODY, own),
        of_event(Kind::EVENT, own),
        of_event(Kind::EVENT, other),
        of_event(RESULT, own),
        of_event(ARTICLE, own),
    ];
    let table = [
        (Role::Administrator, Scope::Initiative, "ppppppppppppp"),
        (Role::Editor, Scope::Initiative, "ppppppppppppp"),
        (Role::Editor, Scope::Field(own), "-p-pp--------"),
        (Role::Editor, Scope::Body(own), "-----p-pp----"),
        (Role::Editor, Scope::Event(own), "---------p-pp"),
        (Role::Organiser, Scope::Body(own), "-----p-p-----"),
        (Role::Organiser, Scope::Event(own), "---------p---"),
        (Role::Facilitator, Scope::Field(own), "----w--------"),
        (Role::Facilitator, Scope::Event(own), "-----------w-"),
        (Role::DataProtection, Scope::Initiative, "-------------"),
        (Role::PersonalReader, Scope::Initiative, "-------------"),
    ];
    for (role, scope, expected) in table {
        assert_eq!(marks(&person(role, scope), &subjects), expected, "{role} in {scope:?}");
    }
}

#[test]
fn people_and_oversight_are_decided_by_the_role() {
    let House { own, .. } = house();
    // people, log
    let table = [
        (Role::Administrator, Scope::Initiative, "xx"),
        (Role::Editor, Scope::Initiative, "--"),
        (Role::Editor, Scope::Field(own), "--"),
        (Role::Editor, Scope::Event(own), "--"),
        (Role::Organiser, Scope::Body(own), "--"),
        (Role::Facilitator, Scope::Event(own), "--"),
        (Role::DataProtection, Scope::Initiative, "-x"),
        (Role::PersonalReader, Scope::Event(own), "--"),
    ];
    for (role, scope, expected) in table {
        let person = person(role, scope);
        let answers = [MANAGE_PEOPLE.allows(&person), OVERSEE.allows(&person)];
        let marks: String = answers.into_iter().map(|may| if may { 'x' } else { '-' }).collect();
        assert_eq!(marks, expected, "{role} in {scope:?}");
    }
}

#[test]
fn lists_of_people_are_for_those_who_were_given_them() {
    let House { own, other } = house();
    let event = |id| Subject { events: vec![id], ..subject(Kind::EVENT) };
    let may = |role, scope| {
        let person = person(role, scope);
        (READ_PERSONAL.covers(&person, &event(own)), READ_PERSONAL.covers(&person, &event(other)))
    };
    assert_eq!(may(Role::PersonalReader, Scope::Event(own)), (true, false));
    assert_eq!(may(Role::PersonalReader, Scope::Initiative), (true, true));
    assert_eq!(may(Role::DataProtection, Scope::Initiative), (true, true));
    assert_eq!(may(Role::Administrator, Scope::Initiative), (false, false));
    assert_eq!(may(Role::Editor, Scope::Event(own)), (false, false));
}

#[test]
fn who_has_no_role_may_nothing() {
    let nobody = Person { grants: vec![], ..person(Role::Editor, Scope::Initiative) };
    assert_eq!(marks(&nobody, &[subject(ARTICLE)]), "-");
    assert!(RIGHTS.iter().all(|right| !right.allows(&nobody)));
}

#[test]
fn grants_that_make_no_sense_cannot_be_made() {
    let House { own, .. } = house();
    let scopes = [Scope::Initiative, Scope::Field(own), Scope::Body(own), Scope::Event(own)];
    let sense = |role| scopes.map(|scope| Grant::new(role, scope).is_some());
    assert_eq!(sense(Role::Administrator), [true, false, false, false]);
    assert_eq!(sense(Role::Editor), [true, true, true, true]);
    assert_eq!(sense(Role::Organiser), [false, false, true, true]);
    assert_eq!(sense(Role::Facilitator), [false, true, false, true]);
    assert_eq!(sense(Role::DataProtection), [true, false, false, false]);
    assert_eq!(sense(Role::PersonalReader), [true, false, true, true]);
}

#[test]
fn entry_is_saved_only_if_it_stays_in_reach_and_gives_no_right_to_publish() {
    let House { own, other } = house();
    let in_field = Subject { fields: vec![own], ..subject(RESULT) };
    let in_both = Subject { events: vec![other], ..in_field.clone() };
    let elsewhere = Subject { fields: vec![other], ..subject(RESULT) };
    let facilitator = person(Role::Facilitator, Scope::Field(own));
    assert!(may_become(&facilitator, &in_field, &in_field));
    assert!(may_become(&facilitator, &in_field, &in_both), "others come to reach it; nothing is lost");
    assert!(!may_become(&facilitator, &in_field, &elsewhere), "it would leave their reach");
    assert!(!may_become(&facilitator, &elsewhere, &in_field), "it never was in their reach");
    let grants = vec![facilitator.grants[0], Grant::new(Role::Editor, Scope::Event(other)).unwrap()];
    let both = Person { grants, ..facilitator };
    assert!(!may_become(&both, &in_field, &in_both), "they could publish then what they could not before");
    assert!(may_become(&both, &in_both, &in_field), "they may give the right away");
    let editor = person(Role::Editor, Scope::Field(own));
    assert!(may_become(&editor, &in_field, &in_both));
}

#[test]
fn kinds_that_can_be_begun_are_those_that_can_belong_to_the_scope() {
    let House { own, .. } = house();
    let begun = |role, scope| -> Vec<Kind> {
        let person = person(role, scope);
        Kind::all().iter().copied().filter(|kind| can_begin(&person, *kind)).collect()
    };
    testing::register();
    assert_eq!(begun(Role::Editor, Scope::Initiative), Kind::all());
    assert!(!begun(Role::Editor, Scope::Field(own)).contains(&Kind::FIELD));
    let of_event = begun(Role::Editor, Scope::Event(own));
    assert!(of_event.contains(&RECORD) && of_event.contains(&RESULT));
    assert!(!of_event.contains(&ARTICLE), "a news item belongs to fields of action only");
    assert!(begun(Role::Editor, Scope::Body(own)).contains(&Kind::FIELD));
    assert_eq!(begun(Role::Organiser, Scope::Event(own)), [Kind::EVENT, RECORD]);
}
