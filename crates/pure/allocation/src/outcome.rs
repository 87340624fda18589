//! An allocation, its quality and its proof.

use crate::problem::{Objective, Person, Problem, Slot};

/// An allocation that keeps every rule of its problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allocation {
    /// For each person, the session in each round, as an index of the round's sessions.
    pub sessions: Vec<Vec<usize>>,
    /// The number of sessions for each rank.
    pub profile: Profile,
    /// The sum of ranks, as [`Objective::Sum`] counts it.
    pub cost: u64,
    /// The proof of its quality.
    pub proof: Proof,
}

/// The number of first wishes, of second ones, and so on. A person counts once in every round.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Profile {
    /// The number for each rank, beginning with first wishes.
    pub ranked: Vec<u64>,
    /// The number of sessions that the person had not ranked.
    pub unranked: u64,
}

/// The proven quality of an allocation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proof {
    /// No allocation that keeps the rules is better.
    Optimal,
    /// A better one may exist.
    Gap(Gap),
}

/// The distance between the allocation found and the proven bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// The unit of both numbers.
    pub measure: Measure,
    /// The value of the allocation.
    pub found: u64,
    /// The bound that no allocation can surpass.
    pub bound: u64,
}

/// The unit of a [`Gap`]. Every more important criterion is proven to be optimal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// The sum of ranks; less is better.
    Cost,
    /// Sessions that the person had not ranked; less is better.
    Unranked,
    /// Sessions with this rank. Less is better with [`Objective::Generous`], more with [`Objective::First`].
    Rank(u32),
    /// Sessions that change in a repair: somebody who moves in two rounds counts twice. Less is better.
    Moves,
}

impl Gap {
    /// The distance as a share of the bound: 0.005 is half a per cent. Infinite if the bound is zero.
    pub fn share(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a share for people, of numbers far below 2⁵²")]
        let (found, bound) = (self.found as f64, self.bound as f64);
        (found - bound).abs() / bound
    }
}

impl Allocation {
    /// Computes the profile and the cost of the sessions.
    pub(crate) fn new(problem: &Problem, sessions: Vec<Vec<usize>>, proof: Proof) -> Self {
        let profile = Profile::of(problem, &sessions);
        let unranked = u64::from(unranked_cost(problem));
        let ranked: u64 = (0..).zip(&profile.ranked).map(|(cost, count): (u64, &u64)| cost * count).sum();
        Self { cost: ranked + unranked * profile.unranked, profile, sessions, proof }
    }

    /// The rank of the session that a person got; `None` if they had not ranked it.
    pub fn rank(&self, problem: &Problem, person: usize, round: usize) -> Option<u32> {
        problem.rank(person, Slot { round, session: self.sessions[person][round] })
    }
}

impl Profile {
    fn of(problem: &Problem, sessions: &[Vec<usize>]) -> Self {
        let mut profile = Self { ranked: vec![0; problem.largest_rank() as usize], unranked: 0 };
        for (person, sessions) in problem.people.iter().zip(sessions) {
            for (round, session) in sessions.iter().enumerate() {
                match rank(person, Slot { round, session: *session }) {
                    Some(rank) => profile.ranked[rank as usize - 1] += 1,
                    None => profile.unranked += 1,
                }
            }
        }
        profile
    }
}

fn rank(person: &Person, slot: Slot) -> Option<u32> {
    person.preferences.iter().find(|preference| preference.slot == slot).map(|preference| preference.rank)
}

/// The cost of a session that a person did not rank: twice the largest rank that anybody gave.
pub fn unranked_cost(problem: &Problem) -> u32 {
    2 * problem.largest_rank()
}

impl Objective {
    /// True if a greater count for a rank is better.
    pub fn wants_more(self) -> bool {
        self == Self::First
    }
}
