//! The example of `docs/zuteilung.md`: the same wishes, three objectives.

use allocation::{Objective, Outcome, Person, Preference, Problem, Session, Slot, allocate};

/// The wishes of twelve people for four forums with three places each, the dearest first.
const PREFERENCES: [[usize; 4]; 12] = [
    [0, 1, 2, 3],
    [2, 0, 3, 1],
    [1, 0, 2, 3],
    [1, 0, 2, 3],
    [1, 0, 2, 3],
    [1, 0, 2, 3],
    [1, 0, 2, 3],
    [0, 3, 1, 2],
    [1, 0, 2, 3],
    [1, 2, 0, 3],
    [2, 1, 0, 3],
    [0, 1, 3, 2],
];

#[test]
fn guide_shows_what_the_three_objectives_do() {
    let person = |(number, preferences): (usize, &[usize; 4])| Person {
        id: format!("p{number}"),
        preferences: (1..)
            .zip(preferences)
            .map(|(rank, session)| Preference { slot: Slot { round: 0, session: *session }, rank })
            .collect(),
        ..Person::default()
    };
    let problem = Problem {
        people: PREFERENCES.iter().enumerate().map(person).collect(),
        rounds: vec![(0..4).map(|theme| Session { theme, capacity: 3, ..Session::default() }).collect()],
        ..Problem::default()
    };
    let shown = |objective| match allocate(&Problem { objective, ..problem.clone() }, &mut |_| {}).unwrap() {
        Outcome::Found(found) => (found.profile.ranked, found.cost),
        other => panic!("{other:?}"),
    };
    assert_eq!(shown(Objective::Sum), (vec![7, 3, 0, 2], 9));
    assert_eq!(shown(Objective::Generous), (vec![5, 4, 3, 0], 10));
    assert_eq!(shown(Objective::First), (vec![8, 1, 0, 3], 10));
}
