//! Repairs after cancellations and late registrations move as few people as possible.

use allocation::{Allocation, Objective, Outcome, Person, Problem, Slot, allocate, repair};

use crate::brute;
use crate::generate::{Numbers, Traits, congress, small};

fn found(outcome: Outcome) -> Allocation {
    match outcome {
        Outcome::Found(allocation) => allocation,
        other => panic!("{other:?}"),
    }
}

/// The number of people whose session has changed.
fn moved(before: &[Vec<Option<usize>>], now: &Allocation) -> usize {
    let rows = before.iter().zip(&now.sessions);
    rows.filter(|(before, now)| before.iter().zip(*now).any(|(before, now)| before.is_some_and(|it| it != *now)))
        .count()
}

/// The allocation that a problem had before the people with these numbers cancelled.
fn cancel(problem: &mut Problem, allocation: &Allocation, cancelled: &[usize]) -> Vec<Vec<Option<usize>>> {
    let stays = |number: &usize| !cancelled.contains(number);
    let before = (0..problem.people.len()).filter(stays);
    let before = before.map(|number| allocation.sessions[number].iter().copied().map(Some).collect()).collect();
    let mut number = 0..;
    problem.people.retain(|_| stays(&number.next().unwrap()));
    before
}

#[test]
fn twelve_cancellations_among_540_move_twelve_at_most() {
    let mut problem = congress(540, 6, 1, 3);
    // Nobody is dispensable: the minimum is close to the number of people in each session.
    problem.rounds[0].iter_mut().for_each(|session| session.minimum = 87);
    let first = found(allocate(&problem, &mut |_| {}).unwrap());
    let mut numbers = Numbers::new(12);
    let cancelled: Vec<usize> = (0..12).map(|turn| turn * 45 + numbers.below(45)).collect();
    let before = cancel(&mut problem, &first, &cancelled);
    let again = found(repair(&problem, &before, &mut |_| {}).unwrap());
    assert!(brute::keeps_rules(&problem, &again.sessions));
    assert!(moved(&before, &again) <= 12, "{} moved", moved(&before, &again));
}

#[test]
fn who_waited_gets_the_places_of_who_cancelled_and_nobody_else_moves() {
    let mut problem = congress(540, 6, 2, 3);
    // Every place is taken, and twelve wait.
    problem.rounds.iter_mut().flatten().for_each(|session| session.capacity = 88);
    let waiting = problem.people.split_off(528);
    let first = found(allocate(&problem, &mut |_| {}).unwrap());
    let cancelled: Vec<usize> = (0..12).map(|turn| turn * 44).collect();
    let mut before = cancel(&mut problem, &first, &cancelled);
    problem.people.extend(waiting);
    before.resize(528, vec![None; 2]);
    let again = found(repair(&problem, &before, &mut |_| {}).unwrap());
    assert!(brute::keeps_rules(&problem, &again.sessions));
    assert_eq!(moved(&before, &again), 0);
}

#[test]
fn late_comers_fill_gaps_and_nobody_moves_for_them() {
    let mut problem = congress(540, 6, 1, 3);
    let late = problem.people.split_off(528);
    let first = found(allocate(&problem, &mut |_| {}).unwrap());
    let mut before: Vec<Vec<Option<usize>>> =
        first.sessions.iter().map(|row| row.iter().copied().map(Some).collect()).collect();
    problem.people.extend(late);
    before.resize(540, vec![None]);
    let again = found(repair(&problem, &before, &mut |_| {}).unwrap());
    assert_eq!(moved(&before, &again), 0);
    assert!(brute::keeps_rules(&problem, &again.sessions));
}

#[test]
fn promise_survives_and_the_fewest_others_move() {
    for seed in 0..200 {
        let rounds = 1 + usize::from(seed % 4 == 0);
        let problem = small(seed, Traits { rounds, groups: false, tight: false });
        let Outcome::Found(first) = allocate(&problem, &mut |_| {}).unwrap() else { continue };
        let before: Vec<Vec<Option<usize>>> =
            first.sessions.iter().map(|row| row.iter().copied().map(Some).collect()).collect();
        // Somebody is promised another place.
        let mut promised = problem.clone();
        promised.objective = Objective::Sum;
        let slot = Slot { round: 0, session: (first.sessions[0][0] + 1) % problem.rounds[0].len() };
        promised.people[0].fixed = vec![slot];
        let best = fewest_moves(&promised, &before);
        let again = match repair(&promised, &before, &mut |_| {}).unwrap() {
            Outcome::Found(again) => Some(places_changed(&before, &again.sessions)),
            _ => None,
        };
        assert_eq!(again, best, "{promised:#?}");
    }
}

fn places_changed(before: &[Vec<Option<usize>>], now: &[Vec<usize>]) -> usize {
    let places = before.iter().zip(now).flat_map(|(before, now)| before.iter().zip(now));
    places.filter(|(before, now)| before.is_some_and(|it| it != **now)).count()
}

/// The fewest moves by looking at every allocation.
fn fewest_moves(problem: &Problem, before: &[Vec<Option<usize>>]) -> Option<usize> {
    let mut fewest: Option<usize> = None;
    brute::each(problem, &mut |sessions| {
        let moves = places_changed(before, sessions);
        fewest = Some(fewest.map_or(moves, |fewest| fewest.min(moves)));
    });
    fewest
}

#[test]
fn same_seed_gives_the_same_in_any_order_and_another_seed_other_lots() {
    let problem = congress(300, 6, 2, 3);
    let first = found(allocate(&problem, &mut |_| {}).unwrap());
    assert_eq!(found(allocate(&problem, &mut |_| {}).unwrap()), first);
    let mut turned = problem.clone();
    turned.people.reverse();
    let mut turned = found(allocate(&turned, &mut |_| {}).unwrap());
    turned.sessions.reverse();
    assert_eq!(turned, first);
    let other = Problem { seed: problem.seed + 1, ..problem };
    let other = found(allocate(&other, &mut |_| {}).unwrap());
    assert_eq!(other.cost, first.cost);
    assert_ne!(other.sessions, first.sessions);
}

#[test]
fn who_got_little_before_comes_first_among_equals() {
    let session = |theme, capacity| allocation::Session { theme, capacity, ..allocation::Session::default() };
    let preference = |session, rank| allocation::Preference { slot: Slot { round: 0, session }, rank };
    for seed in 0..20 {
        let person = |number: u32| Person {
            id: format!("p{number}"),
            preferences: vec![preference(0, 1), preference(1, 2)],
            owed: if number == 3 { 2 } else { 0 },
            ..Person::default()
        };
        let problem = Problem {
            people: (0..6).map(person).collect(),
            rounds: vec![vec![session(0, 1), session(1, 5)]],
            objective: Objective::Sum,
            seed,
        };
        assert_eq!(found(allocate(&problem, &mut |_| {}).unwrap()).sessions[3], [0]);
    }
}

#[test]
fn second_round_makes_up_for_the_first() {
    let problem = congress(120, 6, 2, 3);
    let allocation = found(allocate(&problem, &mut |_| {}).unwrap());
    let cost = |number: usize| -> u32 {
        let unranked = allocation::unranked_cost(&problem);
        (0..2).map(|round| allocation.rank(&problem, number, round).map_or(unranked, |rank| rank - 1)).sum()
    };
    // Nobody with the best wish in both rounds could give one of them to somebody who has none, at no cost.
    let (happy, sad): (Vec<usize>, Vec<usize>) = (0..120).partition(|number| cost(*number) == 0);
    for round in 0..2 {
        for (one, other) in happy.iter().flat_map(|one| sad.iter().map(move |other| (*one, *other))) {
            let mut swapped = allocation.sessions.clone();
            let (here, there) = (swapped[one][round], swapped[other][round]);
            (swapped[one][round], swapped[other][round]) = (there, here);
            if brute::keeps_rules(&problem, &swapped) {
                let squares = |sessions: &[Vec<usize>]| -> u64 { squares(&problem, sessions, [one, other]) };
                let value = brute::value(&problem, &swapped);
                let is_better = value == brute::value(&problem, &allocation.sessions)
                    && squares(&swapped) < squares(&allocation.sessions);
                assert!(!is_better, "{one} and {other} could change in round {round}");
            }
        }
    }
}

/// The unevenness of two people's costs.
fn squares(problem: &Problem, sessions: &[Vec<usize>], people: [usize; 2]) -> u64 {
    let unranked = allocation::unranked_cost(problem);
    let cost = |number: usize| -> u64 {
        let places = sessions[number].iter().enumerate();
        let ranks = places.map(|(round, session)| problem.rank(number, Slot { round, session: *session }));
        ranks.map(|rank| u64::from(rank.map_or(unranked, |rank| rank - 1))).sum()
    };
    people.into_iter().map(|number| cost(number).pow(2)).sum()
}
