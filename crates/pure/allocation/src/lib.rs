//! Allocation: everybody gets the best fair session.
//!
//! People rank the sessions that they would like in each round; [`allocate`] gives everybody one session in
//! every round, never the same theme twice, within the capacities of the sessions and the bounds of sectors,
//! and best by the [`Objective`] that the organiser has chosen. The result comes with a proof: either no allocation
//! is better, or the [`Gap`] is the most by which one could be better. If no allocation keeps all rules, a
//! [`Conflict`] names the fewest rules that contradict each other.
//!
//! # How
//!
//! * **One round** is a minimum-cost flow with nested bounds, hence exactly solvable: `exchange`.
//! * **Several rounds** with no theme twice, and **groups** that keep together, are an integer programme. Its
//!   linear relaxation is solved by column generation, with prices for what is scarce; the prices prove a bound,
//!   and branch and bound closes the rest: `rounds`. With more than 24 bounds (two rounds of six forums have twelve
//!   capacities), prices are approximated first and then held near their values. Effort is counted: where it does not
//!   suffice for a proof, the best allocation found and its gap are returned. It suffices up to 7,200 people times
//!   sessions (600 people in two rounds of six) and far beyond; of the seven problems with a million that are
//!   measured, two are left with a gap of at most a tenth of a per cent.
//! * **Conflicts** of one round are found by counting people instead of seating them, those of several rounds by
//!   checking which rules can be kept together: `conflict`.
//! * **Criteria** are optimised one after the other, so "as many first wishes as possible, then as many second
//!   ones" means exactly that, without weights that could be too small.
//! * **Lots** decide between equals. They depend on the published seed and on the ids of people, not on the order in
//!   a file; and nothing depends on time, so every machine finds the same.
//!
//! # Example
//!
//! Three people want the same forum, which takes two; two of them have a second wish.
//!
//! ```
//! use allocation::{Because, Outcome, Person, Slot, Preference, Problem, Proof, Reasons, Session, allocate};
//!
//! let slot = |session| Slot { round: 0, session };
//! let person = |id: &str, wishes: &[usize]| Person {
//!     id: id.to_owned(),
//!     preferences: (1..).zip(wishes).map(|(rank, it)| Preference { slot: slot(*it), rank }).collect(),
//!     ..Person::default()
//! };
//! let problem = Problem {
//!     people: vec![person("Ada", &[0, 1]), person("Bela", &[0, 1]), person("Cem", &[0])],
//!     rounds: vec![(0..3).map(|theme| Session { theme, capacity: 2, ..Session::default() }).collect()],
//!     seed: 2018,
//!     ..Problem::default()
//! };
//!
//! let Ok(Outcome::Found(allocation)) = allocate(&problem, &mut |_| {}) else { panic!("there is room for all") };
//! assert_eq!(allocation.proof, Proof::Optimal);
//! assert_eq!(allocation.profile.ranked, [2, 1]);
//!
//! // Who got the second wish, and why?
//! let who = (0..3).find(|who| allocation.sessions[*who] == [1]).expect("somebody");
//! let reason = Reasons::new(&problem, &allocation).reason(who, 0);
//! assert_eq!(reason.rank, Some(2));
//! assert_eq!(reason.missed[0].because, Because::Full { first_preferences: 3, capacity: 2 });
//! ```
//!
//! # Literature
//!
//! * R. W. Irving, T. Kavitha, K. Mehlhorn, D. Michail, K. Paluch: Rank-maximal matchings. ACM Transactions on
//!   Algorithms 2 (2006).
//! * A. Kwanashie, R. W. Irving, D. F. Manlove, C. T. S. Sng: Profile-based optimal matchings in the
//!   student/project allocation problem. IWOCA 2014, LNCS 8986 (2015).
//! * J. Edmonds, R. M. Karp: Theoretical improvements in algorithmic efficiency for network flow problems.
//!   Journal of the ACM 19 (1972): shortest augmenting paths with potentials. Network simplex and cost scaling
//!   (R. K. Ahuja, T. L. Magnanti, J. B. Orlin: Network Flows, 1993) solve the same problem; here the network of
//!   people is contracted to one of sessions, which leaves little to scale.
//! * E. A. Dinic: Algorithm for solution of a problem of maximum flow in networks with power estimation. Soviet
//!   Mathematics Doklady 11 (1970).
//! * G. B. Dantzig, R. M. Van Slyke: Generalized upper bounding techniques. Journal of Computer and System
//!   Sciences 1 (1967).
//! * R. E. Marsten, W. W. Hogan, J. W. Blankenship: The BOXSTEP method for large-scale optimization. Operations Research
//!   23 (1975).
//! * A. M. Geoffrion: Lagrangean relaxation for integer programming. Mathematical Programming Study 2 (1974).
//! * B. T. Polyak: Minimization of unsmooth functionals. USSR Computational Mathematics and Mathematical Physics 9
//!   (1969). H. D. Sherali, O. Ulular: A primal-dual conjugate subgradient algorithm for specially structured linear
//!   and convex programming problems. Applied Mathematics and Optimization 20 (1989).
//! * R. Jonker, A. Volgenant: A shortest augmenting path algorithm for dense and sparse linear assignment problems.
//!   Computing 38 (1987).
//! * A. H. Land, A. G. Doig: An automatic method of solving discrete programming problems. Econometrica 28 (1960).
//! * U. Junker: `QuickXplain`. AAAI 2004. A. Ignatiev, A. Previti, M. Liffiton, J. Marques-Silva: Smallest MUS
//!   extraction with minimal hitting set dualization. CP 2015.
//!
#![doc = include_str!("../ARCHITECTURE.md")]

mod case;
mod conflict;
mod criteria;
mod effort;
mod exchange;
mod fault;
mod lexicographic;
mod lottery;
mod outcome;
mod problem;
mod reason;
mod round;
mod rounds;

pub use conflict::{Conflict, Narrowed, Rule};
pub use fault::{Fault, LARGEST_OWED, LARGEST_RANK};
pub use outcome::{Allocation, Gap, Measure, Profile, Proof, unranked_cost};
pub use problem::{Objective, Person, Preference, Problem, SectorBound, Session, Slot};
pub use reason::{Because, Missed, Reason, Reasons};

use case::{Case, Criteria};
use criteria::Packed;
use effort::Effort;
use exchange::{Seated, Stuck};
use lexicographic::in_parts;
use rounds::{Solved, Unsolved};

/// The most steps of the linear programme of one criterion.
const STEPS: usize = 3_000_000_000;

/// The result of an allocation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The best allocation, or the best that was found.
    Found(Allocation),
    /// No allocation keeps all rules.
    Impossible(Conflict),
    /// No allocation was found, and there is no proof that none exists.
    Unknown,
}

/// The progress of an allocation of several rounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The index of the criterion that is being optimised.
    pub criterion: usize,
    /// The number of criteria: one for [`Objective::Sum`], one for each rank for the others.
    pub criteria: usize,
    /// The value of the best allocation so far, less is better; `None` before the first.
    pub found: Option<i64>,
    /// The proven lower bound of the value, once there is one.
    pub bound: Option<i64>,
}

/// Gives everybody one session in every round. `watch` is called with the progress; a long run calls it often.
///
/// # Errors
/// [`Fault`], if the problem contradicts itself before anybody is allocated.
pub fn allocate(problem: &Problem, watch: &mut dyn FnMut(&Progress)) -> Result<Outcome, Fault> {
    fault::check(problem)?;
    Ok(decide(problem, None, watch))
}

/// Allocates again after a change, so that as few people as possible move; among these
/// allocations it finds the best. `before` contains the session of each person in each round, `None` for those who
/// had no session there: they fill gaps, and nobody moves for them unless a rule requires it.
///
/// # Errors
/// [`Fault`], if the problem contradicts itself.
///
/// # Panics
/// If `before` has not one row for each person and one session for each round.
pub fn repair(
    problem: &Problem,
    before: &[Vec<Option<usize>>],
    watch: &mut dyn FnMut(&Progress),
) -> Result<Outcome, Fault> {
    fault::check(problem)?;
    assert!(before.len() == problem.people.len(), "one row for each person");
    assert!(before.iter().all(|row| row.len() == problem.rounds.len()), "one session for each round");
    Ok(decide(problem, Some(before), watch))
}

fn decide(problem: &Problem, before: Option<&[Vec<Option<usize>>]>, watch: &mut dyn FnMut(&Progress)) -> Outcome {
    // A round that cannot be filled alone is detected quickly, however large the problem is.
    let known = conflict::of_one_round(problem);
    let solved =
        if known.is_none() { solve(problem, before, &Effort::new(STEPS), watch) } else { Err(Unsolved::Impossible) };
    match solved {
        Ok(allocation) => Outcome::Found(allocation),
        Err(Unsolved::Unknown) => Outcome::Unknown,
        Err(Unsolved::Impossible) => {
            let is_possible = |problem: &Problem, effort: &Effort| match solve(problem, None, effort, &mut |_| {}) {
                Ok(_) => Some(true),
                Err(Unsolved::Impossible) => Some(false),
                Err(Unsolved::Unknown) => None,
            };
            Outcome::Impossible(conflict::conflict(problem, known, &is_possible))
        }
    }
}

fn solve(
    problem: &Problem,
    before: Option<&[Vec<Option<usize>>]>,
    effort: &Effort,
    watch: &mut dyn FnMut(&Progress),
) -> Result<Allocation, Unsolved> {
    let case = Case::new(problem, before);
    let criteria = case.criteria();
    let has_groups = problem.people.iter().any(|person| person.group.is_some());
    let solved = if problem.rounds.len() == 1 && !has_groups {
        let seated = alone(&case, 0, &criteria).map_err(|Stuck| Unsolved::Impossible)?;
        Solved { sessions: vec![seated.sessions], gap: None }
    } else {
        rounds::solve(&case, &criteria, effort, watch)?
    };
    let proof =
        solved.gap.map_or(Proof::Optimal, |(criterion, found, bound)| Proof::Gap(case.gap(criterion, found, bound)));
    Ok(Allocation::new(problem, case.by_person(&solved.sessions), proof))
}

/// The best seats of one round alone.
fn alone(case: &Case<'_>, number: usize, criteria: &Criteria) -> Result<Seated, Stuck> {
    let round = &case.rounds[number];
    let packed = Packed::new(&criteria.values, round.nodes());
    in_parts!(packed.len(), PARTS => exchange::seat(round, &case.offers::<PARTS>(number, criteria, &packed)))
}
