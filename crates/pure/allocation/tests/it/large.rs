//! Problems beyond the size for which optimality is proven: the gap is small, and every rule is kept.

use allocation::{Allocation, Objective, Outcome, Problem, Progress, Proof, allocate};

use crate::brute;
use crate::generate::congress;

/// The allocation, and the number of reports of progress.
fn found(problem: &Problem) -> (Allocation, usize) {
    let mut told = 0;
    let mut last: Option<Progress> = None;
    let mut watch = |progress: &Progress| {
        let last_of_this = last.filter(|last| last.criterion == progress.criterion);
        if let (Some(before), Some(now)) = (last_of_this.and_then(|last| last.bound), progress.bound) {
            assert!(now >= before, "what is proven stays proven: {before}, {now}");
        }
        last = Some(*progress);
        told += 1;
    };
    match allocate(problem, &mut watch).unwrap() {
        Outcome::Found(allocation) => (allocation, told),
        other => panic!("{other:?}"),
    }
}

/// The greatest distance that the proof leaves.
fn distance(allocation: &Allocation) -> f64 {
    match &allocation.proof {
        Proof::Optimal => 0.0,
        Proof::Gap(gap) => gap.share(),
    }
}

#[test]
fn four_rounds_of_thirty_forums_are_proven_to_be_the_best() {
    let problem = congress(1_500, 30, 4, 6);
    let (allocation, told) = found(&problem);
    assert!(brute::keeps_rules(&problem, &allocation.sessions));
    assert_eq!(allocation.proof, Proof::Optimal);
    assert!(told >= 5, "told {told} times");
    assert_eq!(found(&problem).0, allocation, "the same every time");
}

#[test]
fn many_groups_among_many_people_are_kept_together() {
    let mut problem = congress(4_000, 40, 1, 5);
    for (number, person) in problem.people.iter_mut().enumerate() {
        person.group = (number % 10 < 3).then(|| format!("g{}", number / 10));
    }
    let (allocation, _) = found(&problem);
    assert!(brute::keeps_rules(&problem, &allocation.sessions));
    assert!(distance(&allocation) <= 0.03, "{:?}", allocation.proof);
}

#[test]
fn other_objectives_keep_all_rules_too() {
    for objective in [Objective::Generous, Objective::First] {
        let problem = Problem { objective, ..congress(1_200, 30, 3, 6) };
        let (allocation, _) = found(&problem);
        assert!(brute::keeps_rules(&problem, &allocation.sessions));
    }
}
