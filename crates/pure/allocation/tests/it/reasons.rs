//! Every person's session has a reason.

use allocation::{
    Allocation, Because, Missed, Objective, Outcome, Person, Preference, Problem, Reasons, SectorBound, Session, Slot,
    allocate,
};

fn at(session: usize) -> Slot {
    Slot { round: 0, session }
}

/// A person who ranks sessions of the first round, the best first.
fn person(id: &str, preferences: &[usize]) -> Person {
    let preferences = (1..).zip(preferences).map(|(rank, session)| Preference { slot: at(*session), rank }).collect();
    Person { id: id.to_owned(), preferences, ..Person::default() }
}

fn session(theme: u32, capacity: u32) -> Session {
    Session { theme, capacity, ..Session::default() }
}

fn problem(people: Vec<Person>, sessions: Vec<Session>) -> Problem {
    Problem { people, rounds: vec![sessions], objective: Objective::Sum, seed: 7 }
}

fn found(problem: &Problem) -> Allocation {
    match allocate(problem, &mut |_| {}).unwrap() {
        Outcome::Found(allocation) => allocation,
        other => panic!("{other:?}"),
    }
}

/// The missed wishes of a person in the first round.
fn missed(problem: &Problem, number: usize) -> Vec<Missed> {
    Reasons::new(problem, &found(problem)).reason(number, 0).missed
}

#[test]
fn full_session_is_told_with_first_wishes_and_places() {
    // Five want the two places of the first forum; one of them has no other wish and is sure to get one.
    let mut people: Vec<Person> = (0..4).map(|number| person(&format!("p{number}"), &[0, 1])).collect();
    people.push(person("p4", &[0]));
    let problem = problem(people, vec![session(0, 2), session(1, 9)]);
    let allocation = found(&problem);
    let reasons = Reasons::new(&problem, &allocation);
    let full = Because::Full { first_preferences: 5, capacity: 2 };
    let second = (0..4).filter(|number| allocation.sessions[*number] == [1]);
    for number in second.clone() {
        let reason = reasons.reason(number, 0);
        assert_eq!((reason.slot, reason.rank, reason.is_fixed), (at(1), Some(2), false));
        assert_eq!(reason.missed, [Missed { slot: at(0), rank: 1, because: full }]);
    }
    assert_eq!(second.count(), 3);
    let happy = reasons.reason(4, 0);
    assert_eq!((happy.rank, happy.missed.len()), (Some(1), 0));
}

#[test]
fn sector_that_is_full_is_told_though_the_session_has_room() {
    let mut people: Vec<Person> = (0..3).map(|number| person(&format!("p{number}"), &[0, 1])).collect();
    for person in &mut people {
        person.sector = "stadt".to_owned();
    }
    let mut bounded = session(0, 9);
    bounded.sectors.push(SectorBound { sector: "stadt".to_owned(), minimum: 0, maximum: Some(2) });
    let problem = problem(people, vec![bounded, session(1, 9)]);
    let unlucky = found(&problem).sessions.iter().position(|sessions| *sessions == [1]).unwrap();
    let because = Because::SectorFull { first_preferences: 3, maximum: 2 };
    assert_eq!(missed(&problem, unlucky), [Missed { slot: at(0), rank: 1, because }]);
}

#[test]
fn place_that_one_cannot_take_is_told_before_everything_else() {
    let mut kept_out = person("p0", &[0, 1]);
    kept_out.forbidden = vec![at(0)];
    let problem = problem(vec![kept_out, person("p1", &[0])], vec![session(0, 1), session(1, 1)]);
    assert_eq!(missed(&problem, 0), [Missed { slot: at(0), rank: 1, because: Because::Forbidden }]);
}

#[test]
fn session_that_needs_people_keeps_them() {
    let mut needy = session(1, 9);
    needy.minimum = 1;
    let problem = problem(vec![person("p0", &[0, 1])], vec![session(0, 9), needy]);
    assert_eq!(missed(&problem, 0), [Missed { slot: at(0), rank: 1, because: Because::Needed { minimum: 1 } }]);
}

#[test]
fn group_goes_where_most_of_it_want_to_go() {
    let mut people = vec![person("p0", &[0, 1]), person("p1", &[1]), person("p2", &[1])];
    for person in &mut people {
        person.group = Some("trio".to_owned());
    }
    let problem = problem(people, vec![session(0, 9), session(1, 9)]);
    assert_eq!(missed(&problem, 0), [Missed { slot: at(0), rank: 1, because: Because::Group }]);
}

#[test]
fn theme_that_one_has_in_another_round_is_told() {
    let preference = |round, session, rank| Preference { slot: Slot { round, session }, rank };
    let preferences = vec![preference(0, 0, 1), preference(0, 1, 2), preference(1, 0, 1), preference(1, 1, 2)];
    let person = Person { id: "p0".to_owned(), preferences, ..Person::default() };
    let sessions = || vec![session(0, 9), session(1, 9)];
    let problem = Problem { people: vec![person], rounds: vec![sessions(), sessions()], ..Problem::default() };
    let allocation = found(&problem);
    let reasons = Reasons::new(&problem, &allocation);
    let second = usize::from(allocation.sessions[0] == [0, 1]);
    let slot = Slot { round: second, session: 0 };
    let because = Because::SameTheme { round: 1 - second };
    assert_eq!(reasons.reason(0, second).missed, [Missed { slot, rank: 1, because }]);
}

#[test]
fn fixed_place_is_told_as_such() {
    let mut host = person("p0", &[1]);
    host.fixed = vec![at(0)];
    let problem = problem(vec![host], vec![session(0, 1), session(1, 1)]);
    let allocation = found(&problem);
    let reason = Reasons::new(&problem, &allocation).reason(0, 0);
    assert_eq!((reason.slot, reason.rank, reason.is_fixed), (at(0), None, true));
}
