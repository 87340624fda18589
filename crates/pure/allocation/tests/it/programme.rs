//! Medium problems, compared with an independent solver of integer programmes.

use allocation::{Objective, Outcome, Problem, Proof, SectorBound, Slot, allocate};
use microlp::{ComparisonOp, LinearExpr, OptimizationDirection, Variable};

use crate::generate::{Numbers, congress};

/// The least sum of ranks, found by the other solver.
fn least(problem: &Problem) -> u64 {
    let mut programme = microlp::Problem::new(OptimizationDirection::Minimize);
    let unranked = f64::from(allocation::unranked_cost(problem));
    let is: Vec<Vec<Vec<Variable>>> = (0..problem.people.len())
        .map(|person| {
            let rounds = problem.rounds.iter().enumerate();
            let of_round = rounds.map(|(round, sessions)| {
                let cost = |session| problem.rank(person, Slot { round, session }).map(|rank| f64::from(rank) - 1.0);
                (0..sessions.len()).map(|session| programme.add_binary_var(cost(session).unwrap_or(unranked))).collect()
            });
            of_round.collect()
        })
        .collect();
    for person in &is {
        for round in person {
            programme.add_constraint(sum(round.iter().copied()), ComparisonOp::Eq, 1.0);
        }
        for session in 0..problem.rounds[0].len() {
            programme.add_constraint(sum(person.iter().map(|round| round[session])), ComparisonOp::Le, 1.0);
        }
    }
    for (round, sessions) in problem.rounds.iter().enumerate() {
        for (at, session) in sessions.iter().enumerate() {
            let all = is.iter().map(|person| person[round][at]);
            programme.add_constraint(sum(all.clone()), ComparisonOp::Le, f64::from(session.capacity));
            programme.add_constraint(sum(all), ComparisonOp::Ge, f64::from(session.minimum));
            for bound in &session.sectors {
                let people = problem.people.iter().zip(&is).filter(|(person, _)| person.sector == bound.sector);
                let of_sector = sum(people.map(|(_, person)| person[round][at]));
                programme.add_constraint(of_sector.clone(), ComparisonOp::Ge, f64::from(bound.minimum));
                let most = bound.maximum.map_or(f64::INFINITY, f64::from);
                if most.is_finite() {
                    programme.add_constraint(of_sector, ComparisonOp::Le, most);
                }
            }
        }
    }
    let objective = programme.solve().unwrap().into_solution().unwrap().objective();
    format!("{:.0}", objective.round()).parse().unwrap()
}

fn sum(variables: impl Iterator<Item = Variable>) -> LinearExpr {
    let mut sum = LinearExpr::empty();
    variables.for_each(|variable| sum.add(variable, 1.0));
    sum
}

fn compare(problem: &Problem) {
    let Outcome::Found(found) = allocate(problem, &mut |_| {}).unwrap() else { panic!("{problem:#?}") };
    assert_eq!((found.cost, found.proof), (least(problem), Proof::Optimal));
}

#[test]
fn one_round_with_bounds_of_sectors_costs_as_little_as_an_integer_programme_finds() {
    for seed in 0..15 {
        let mut numbers = Numbers::new(seed);
        let mut problem = congress(60 + numbers.below(60), 5 + numbers.below(4), 1, 3);
        problem.objective = Objective::Sum;
        for person in &mut problem.people {
            ["schule", "hochschule", "stadt"][numbers.below(3)].clone_into(&mut person.sector);
        }
        let people = problem.people.len();
        for session in problem.rounds.iter_mut().flatten() {
            let maximum = Some(session.capacity / 2 + 1);
            let sector = "schule".to_owned();
            session.sectors.push(SectorBound { sector, minimum: 1, maximum });
            session.minimum = u32::try_from(people / 12).unwrap();
        }
        compare(&problem);
    }
}

#[test]
fn two_rounds_cost_as_little_as_an_integer_programme_finds() {
    for seed in 0..10 {
        let mut numbers = Numbers::new(seed);
        compare(&congress(20 + numbers.below(20), 4 + numbers.below(2), 2, 3));
    }
}

#[test]
fn many_sessions_whose_prices_are_approached_first_cost_as_little_too() {
    for seed in 0..5 {
        let mut numbers = Numbers::new(seed);
        let mut problem = congress(30 + numbers.below(10), 32, 4, 4);
        // Some sessions have more room than others, and some have a minimum.
        for (at, session) in problem.rounds.iter_mut().flatten().enumerate() {
            session.capacity += u32::from(at % 3 == 0);
            session.minimum = u32::from(at % 5 == 0);
        }
        compare(&problem);
    }
}
