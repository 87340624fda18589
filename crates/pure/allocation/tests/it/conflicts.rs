//! A conflict names contradicting rules and no others.

use allocation::{Conflict, Narrowed, Outcome, Person, Problem, Rule, Session, Slot, allocate};

use crate::brute;
use crate::generate::{Traits, congress, small};

/// A problem without some of its rules.
fn without(problem: &Problem, gone: &dyn Fn(&Rule) -> bool) -> Problem {
    let mut left = problem.clone();
    let people = u32::try_from(problem.people.len()).unwrap();
    let once = gone(&Rule::ThemeOnce);
    for (round, sessions) in left.rounds.iter_mut().enumerate() {
        for (at, session) in sessions.iter_mut().enumerate() {
            let slot = Slot { round, session: at };
            session.theme += if once { 100 * u32::try_from(round).unwrap() } else { 0 };
            session.capacity = if gone(&Rule::Capacity(slot)) { people } else { session.capacity };
            session.minimum = if gone(&Rule::Minimum(slot)) { 0 } else { session.minimum };
            for bound in &mut session.sectors {
                bound.maximum = bound.maximum.filter(|_| !gone(&Rule::SectorMaximum(slot, bound.sector.clone())));
                bound.minimum = if gone(&Rule::SectorMinimum(slot, bound.sector.clone())) { 0 } else { bound.minimum };
            }
        }
    }
    for (number, person) in left.people.iter_mut().enumerate() {
        person.fixed.retain(|slot| !gone(&Rule::Fixed(number, *slot)));
        person.forbidden.retain(|slot| !gone(&Rule::Forbidden(number, *slot)));
        person.group = person.group.take().filter(|group| !gone(&Rule::Group(group.clone())));
    }
    left
}

/// All rules of a problem that change something if they are given up.
fn rules(problem: &Problem) -> Vec<Rule> {
    let mut rules = Vec::new();
    for (round, sessions) in problem.rounds.iter().enumerate() {
        for (session, it) in sessions.iter().enumerate() {
            let slot = Slot { round, session };
            rules.extend([Rule::Capacity(slot), Rule::Minimum(slot)]);
            for bound in &it.sectors {
                rules.push(Rule::SectorMaximum(slot, bound.sector.clone()));
                rules.push(Rule::SectorMinimum(slot, bound.sector.clone()));
            }
        }
    }
    for (number, person) in problem.people.iter().enumerate() {
        rules.extend(person.fixed.iter().map(|slot| Rule::Fixed(number, *slot)));
        rules.extend(person.forbidden.iter().map(|slot| Rule::Forbidden(number, *slot)));
        rules.extend(person.group.clone().map(Rule::Group));
    }
    rules.push(Rule::ThemeOnce);
    rules.sort();
    rules.dedup();
    rules.retain(|rule| without(problem, &|gone| gone == rule) != *problem);
    rules
}

/// True if these rules alone cannot be kept.
fn contradict(problem: &Problem, rules: &[&Rule]) -> bool {
    brute::best(&without(problem, &|rule| !rules.contains(&rule))).is_none()
}

fn is_smallest(problem: &Problem, conflict: &Conflict) -> bool {
    let all = rules(problem);
    let fewer = conflict.rules.len() - 1;
    let mut chosen = Vec::new();
    !any_of(&all, fewer, &mut chosen, &|chosen| contradict(problem, chosen))
}

/// True if the predicate holds for any choice of `count` rules.
fn any_of<'r>(rules: &'r [Rule], count: usize, chosen: &mut Vec<&'r Rule>, is: &dyn Fn(&[&Rule]) -> bool) -> bool {
    if count == 0 {
        return is(chosen);
    }
    (0..rules.len()).any(|at| {
        chosen.push(&rules[at]);
        let found = any_of(&rules[at + 1..], count - 1, chosen, is);
        chosen.pop();
        found
    })
}

#[test]
fn named_rules_contradict_each_other_and_no_fewer_do() {
    let mut seen = 0;
    for seed in 0..400 {
        let traits = Traits { rounds: 1 + usize::from(seed % 3 == 0), groups: seed % 4 == 0, tight: true };
        let problem = small(seed, traits);
        let Outcome::Impossible(conflict) = allocate(&problem, &mut |_| {}).unwrap() else { continue };
        let named: Vec<&Rule> = conflict.rules.iter().collect();
        assert!(contradict(&problem, &named), "{conflict:?}\n{problem:#?}");
        for one in &named {
            let others: Vec<&Rule> = named.iter().copied().filter(|rule| rule != one).collect();
            assert!(!contradict(&problem, &others), "{one:?} does not belong to {conflict:?}\n{problem:#?}");
        }
        assert_eq!(conflict.narrowed, Narrowed::Fewest, "{problem:#?}");
        if named.len() <= 3 {
            assert!(is_smallest(&problem, &conflict), "{conflict:?}\n{problem:#?}");
            seen += 1;
        }
    }
    assert!(seen > 50, "only {seen} conflicts");
}

#[test]
fn too_few_places_are_told_by_all_sessions_of_the_round() {
    let session = |theme| Session { theme, capacity: 2, ..Session::default() };
    let person = |number| Person { id: format!("p{number}"), ..Person::default() };
    let problem = Problem {
        people: (0..7).map(person).collect(),
        rounds: vec![(0..3).map(session).collect()],
        ..Problem::default()
    };
    let places = (0..3).map(|session| Rule::Capacity(Slot { round: 0, session }));
    let conflict = Conflict { rules: places.collect(), narrowed: Narrowed::Fewest };
    assert_eq!(allocate(&problem, &mut |_| {}), Ok(Outcome::Impossible(conflict)));
}

#[test]
fn more_people_fixed_in_a_session_than_it_has_places_are_named_with_it() {
    let slot = Slot { round: 0, session: 1 };
    let session = |theme| Session { theme, capacity: 2, ..Session::default() };
    let person = |number| Person {
        id: format!("p{number}"),
        fixed: if number < 3 { vec![slot] } else { Vec::new() },
        ..Person::default()
    };
    let problem = Problem {
        people: (0..5).map(person).collect(),
        rounds: vec![(0..3).map(session).collect()],
        ..Problem::default()
    };
    let Ok(Outcome::Impossible(mut conflict)) = allocate(&problem, &mut |_| {}) else { panic!("three for two places") };
    conflict.rules.sort();
    let fixed = (0..3).map(|person| Rule::Fixed(person, slot));
    assert_eq!(conflict.rules, [Rule::Capacity(slot)].into_iter().chain(fixed).collect::<Vec<_>>());
}

#[test]
fn large_round_with_too_few_places_is_told_by_all_its_sessions() {
    let mut problem = congress(10_000, 100, 1, 3);
    problem.rounds[0].iter_mut().for_each(|session| session.capacity -= 20);
    let Ok(Outcome::Impossible(conflict)) = allocate(&problem, &mut |_| {}) else { panic!("9,000 places for 10,000") };
    let places = (0..100).map(|session| Rule::Capacity(Slot { round: 0, session }));
    assert_eq!(conflict, Conflict { rules: places.collect(), narrowed: Narrowed::Fewest });
}

#[test]
fn one_round_of_many_that_cannot_be_filled_is_named_though_the_whole_is_large() {
    let mut problem = congress(3_000, 30, 4, 3);
    let last = Slot { round: 2, session: 29 };
    for person in &mut problem.people[..200] {
        person.fixed = vec![last];
    }
    let Ok(Outcome::Impossible(conflict)) = allocate(&problem, &mut |_| {}) else { panic!("200 for 110 places") };
    assert_eq!((conflict.rules.len(), conflict.narrowed), (1 + 111, Narrowed::NoneSpare));
    assert!(conflict.rules.contains(&Rule::Capacity(last)), "{conflict:?}");
}

#[test]
fn group_that_no_session_has_room_for_is_named() {
    let session = |theme| Session { theme, capacity: 2, ..Session::default() };
    let person = |number| Person {
        id: format!("p{number}"),
        group: (number < 3).then(|| "trio".to_owned()),
        ..Person::default()
    };
    let problem = Problem {
        people: (0..5).map(person).collect(),
        rounds: vec![(0..3).map(session).collect()],
        ..Problem::default()
    };
    let places = (0..3).map(|session| Rule::Capacity(Slot { round: 0, session }));
    let rules = places.chain([Rule::Group("trio".to_owned())]).collect();
    let conflict = Conflict { rules, narrowed: Narrowed::Fewest };
    assert_eq!(allocate(&problem, &mut |_| {}), Ok(Outcome::Impossible(conflict)));
}
