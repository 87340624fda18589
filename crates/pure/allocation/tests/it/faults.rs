//! Invalid problems are refused with the reason.

use allocation::{Fault, Person, Preference, Problem, SectorBound, Session, Slot, allocate};

fn problem() -> Problem {
    let session = |theme| Session { theme, capacity: 2, ..Session::default() };
    let person = |id: &str| Person { id: id.to_owned(), ..Person::default() };
    Problem {
        people: vec![person("Ada"), person("Bela")],
        rounds: vec![vec![session(1), session(2)]],
        ..Problem::default()
    }
}

/// The fault of the problem after a change.
fn fault(change: impl Fn(&mut Problem)) -> Fault {
    let mut problem = problem();
    change(&mut problem);
    allocate(&problem, &mut |_| {}).unwrap_err()
}

#[test]
fn contradictions_are_named() {
    let ada = || "Ada".to_owned();
    let preference = |session, rank| Preference { slot: Slot { round: 0, session }, rank };
    let nowhere = Slot { round: 1, session: 0 };
    assert_eq!(fault(|it| it.people[1].id = ada()), Fault::PersonTwice(ada()));
    assert_eq!(fault(|it| it.rounds[0][1].theme = 1), Fault::ThemeTwice { round: 0, theme: 1 });
    assert_eq!(fault(|it| it.people[0].preferences = vec![preference(0, 0)]), Fault::RankZero { person: ada() });
    let large = Fault::RankTooLarge { person: ada(), rank: 501 };
    assert_eq!(fault(|it| it.people[0].preferences = vec![preference(0, 501)]), large);
    assert_eq!(fault(|it| it.people[0].owed = u32::MAX), Fault::OwedTooMuch { person: ada(), owed: u32::MAX });
    let twice = Fault::PreferenceTwice { person: ada(), slot: Slot { round: 0, session: 1 } };
    assert_eq!(fault(|it| it.people[0].preferences = vec![preference(1, 1), preference(1, 2)]), twice);
    let missing = Fault::NoSuchPlace { person: ada(), slot: nowhere };
    assert_eq!(fault(|it| it.people[0].fixed = vec![nowhere]), missing);
    assert_eq!(fault(|it| it.people[0].forbidden = vec![nowhere]), missing);
    assert_eq!(fault(|it| it.people[0].preferences = vec![Preference { slot: nowhere, rank: 1 }]), missing);
    let bound = SectorBound { sector: "stadt".to_owned(), minimum: 0, maximum: None };
    let both = Fault::SectorTwice { round: 0, theme: 2, sector: "stadt".to_owned() };
    assert_eq!(fault(|it| it.rounds[0][1].sectors = vec![bound.clone(), bound.clone()]), both);
}
