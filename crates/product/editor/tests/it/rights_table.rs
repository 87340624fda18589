//! The table „Wer darf was“ says of every right what the right decides.

use accounts::{Grant, Person, PersonId, Resource, Right, Role, Scope, ScopeKind};
use golden_thread::{EntryId, Kind};
use testing::TestApp;
use testing::html::faults;
use uuid::Uuid;

const TABLE: &str = "/redaktion/personen/rechte";
const ME: PersonId = PersonId(Uuid::from_u128(1));
const OWN: EntryId = EntryId(Uuid::from_u128(2));

/// A thing of no slice, of which a test says all that a right may ask.
#[derive(Clone, Copy)]
struct Probe {
    kind: Kind,
    /// The scope besides the whole initiative in which it lies.
    within: Option<Scope>,
    owner: Option<PersonId>,
}

impl Resource for Probe {
    fn kind(&self) -> Option<Kind> {
        Some(self.kind)
    }

    fn lies_within(&self, scope: Scope) -> bool {
        scope == Scope::Initiative || Some(scope) == self.within
    }

    fn belongs_to(&self, person: PersonId) -> bool {
        self.owner == Some(person)
    }
}

fn person(role: Role, scope: ScopeKind) -> (Person, Scope) {
    let entry = (scope != ScopeKind::Initiative).then_some(OWN);
    let scope = Scope::of(scope, entry).unwrap();
    let grants = vec![Grant::new(role, scope).unwrap()];
    (Person { id: ME, name: String::new(), email: "anna@ort.example".parse().unwrap(), grants }, scope)
}

/// The kinds of things for which a person has a right, if the things lie there and belong to them or not.
fn kinds(right: &Right, person: &Person, within: Option<Scope>, owner: Option<PersonId>) -> Vec<Kind> {
    Kind::all().iter().copied().filter(|kind| right.covers(person, &Probe { kind: *kind, within, owner })).collect()
}

/// What the table is to say, found out by asking the right with grants of every scope for things of every kind, own
/// and foreign.
fn expected(right: &Right, role: Role) -> String {
    let fitting = role.scopes().iter().copied().filter(|scope| right.allows(&person(role, *scope).0));
    let scopes: Vec<ScopeKind> = fitting.collect();
    let Some(last) = scopes.last() else { return "nein".to_owned() };
    // Nothing lies outside of the whole initiative, so a narrower scope tells more. The last is the narrowest.
    let (someone, scope) = person(role, *last);
    let foreign = kinds(right, &someone, None, None);
    let within = kinds(right, &someone, Some(scope), None);
    let owned = kinds(right, &someone, None, Some(ME));
    assert!(within == foreign || foreign.is_empty(), "{} of {role} is too tangled for a word", right.code);
    let mut rules = Vec::new();
    if !within.is_empty() {
        let extent = if within == foreign { "ja" } else { "im eigenen Bereich" };
        let limit = (scopes.len() < role.scopes().len()).then(|| {
            let names: Vec<&str> = scopes.iter().map(|scope| name(*scope)).collect();
            format!("wenn die Rolle gilt für: {}", names.join(" oder "))
        });
        let parts = [extent.to_owned()].into_iter().chain(only(&within)).chain(limit);
        rules.push(parts.collect::<Vec<_>>().join(", "));
    }
    if foreign.is_empty() && !owned.is_empty() {
        assert_eq!(owned, Kind::all(), "{} of {role} is limited without a word", right.code);
        rules.push("Eigenes".to_owned());
    }
    rules.join("; ")
}

/// The words for a limit to these kinds; none if they are all.
fn only(kinds: &[Kind]) -> Option<String> {
    if kinds == kinds_with(|kind| kind.def().is_of_event) {
        return Some("nur Veranstaltungen und ihre Dokumentation".to_owned());
    }
    if kinds == kinds_with(|kind| kind.def().is_result) {
        return Some("nur Ergebnisse".to_owned());
    }
    assert_eq!(kinds, Kind::all(), "a limit without a word");
    None
}

fn kinds_with(has: fn(Kind) -> bool) -> Vec<Kind> {
    Kind::all().iter().copied().filter(|kind| has(*kind)).collect()
}

fn name(scope: ScopeKind) -> &'static str {
    match scope {
        ScopeKind::Initiative => "ganze Initiative",
        ScopeKind::Field => "ein Handlungsfeld",
        ScopeKind::Body => "eine Organisation",
        ScopeKind::Event => "eine Veranstaltung",
    }
}

fn rights() -> Vec<&'static Right> {
    desk_kit::slices().iter().flat_map(|slice| slice.rights.list).collect()
}

#[tokio::test]
async fn every_cell_says_what_the_right_decides_for_that_role() {
    let app = TestApp::new().await;
    let page = app.as_role(Role::DataProtection).await.page(TABLE).await;
    let rights = rights();
    assert!(rights.len() >= 14, "{}", rights.len());
    assert_eq!(page.texts(".desk-rights tbody th").len(), rights.len());
    let cells = page.texts(".desk-rights tbody td");
    assert_eq!(cells.len(), rights.len() * Role::ALL.len());
    for (right, cells) in rights.iter().zip(cells.chunks(Role::ALL.len())) {
        let expected = Role::ALL.map(|role| expected(right, role));
        assert_eq!(cells, expected, "{}", right.code);
    }
}

#[tokio::test]
async fn table_is_sound_names_each_right_once_and_is_reached_from_people_and_log() {
    let app = TestApp::new().await;
    let boss = app.as_role(Role::Administrator).await;
    for (prefix, language) in [("", "de"), ("/en", "en")] {
        let page = boss.page(&format!("{prefix}{TABLE}")).await;
        assert_eq!(faults(&page, language), Vec::<String>::new(), "{language}");
        let mut names = page.texts(".desk-rights tbody th");
        assert_eq!(page.texts(".desk-rights").len(), 3, "one table for each part that has rights");
        names.sort();
        names.dedup();
        assert_eq!(names.len(), rights().len());
        assert!(names.iter().all(|name| !name.starts_with("right-")), "{names:?}");
    }
    for from in ["/redaktion/personen", "/redaktion/protokoll"] {
        assert!(boss.page(from).await.attributes("main a", "href").contains(&TABLE.to_owned()), "{from}");
    }
    let german = boss.page(TABLE).await;
    assert_eq!(german.texts(".desk-rights thead")[0].split("Recht").count(), 2);
    let officer = app.as_role(Role::DataProtection).await.page(TABLE).await;
    assert!(!officer.attributes("main a", "href").contains(&"/redaktion/personen".to_owned()), "not theirs to open");
}
