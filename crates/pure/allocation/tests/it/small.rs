//! Small problems, compared with all of their allocations.

use allocation::{Outcome, Problem, Proof, allocate};

use crate::brute;
use crate::generate::{Traits, small};

/// Allocates and compares with all allocations; true if there is an allocation.
fn is_best(problem: &Problem) -> bool {
    let best = brute::best(problem);
    let found = match allocate(problem, &mut |_| {}).unwrap() {
        Outcome::Found(found) => {
            assert!(brute::keeps_rules(problem, &found.sessions), "{found:?}\n{problem:#?}");
            assert_eq!(found.proof, Proof::Optimal);
            Some(brute::value(problem, &found.sessions))
        }
        Outcome::Impossible(_) => None,
        Outcome::Unknown => panic!("given up: {problem:#?}"),
    };
    assert_eq!(found, best, "{problem:#?}");
    best.is_some()
}

fn compare(traits: Traits, problems: u64) {
    let solvable = (0..problems).filter(|seed| is_best(&small(*seed, traits))).count() as u64;
    assert!(solvable > problems / 5 && solvable < problems, "{solvable} of {problems} can be solved");
}

#[test]
fn one_round_is_the_best_there_is() {
    compare(Traits { rounds: 1, groups: false, tight: false }, 1_000);
    compare(Traits { rounds: 1, groups: false, tight: true }, 1_000);
}

#[test]
fn groups_are_kept_together_in_the_best_way_there_is() {
    compare(Traits { rounds: 1, groups: true, tight: false }, 500);
    compare(Traits { rounds: 1, groups: true, tight: true }, 500);
}

#[test]
fn two_rounds_without_a_theme_twice_are_the_best_there_are() {
    compare(Traits { rounds: 2, groups: false, tight: false }, 500);
    compare(Traits { rounds: 2, groups: true, tight: true }, 500);
}
