//! What came out: who goes where, how good it is, and what proves it.

use crate::problem::{Objective, Person, Place, Problem};

/// An allocation that keeps every rule of its problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allocation {
    /// For each person, the session in each round (its place among the sessions of the round).
    pub sessions: Vec<Vec<usize>>,
    /// How many got what.
    pub profile: Profile,
    /// The sum of ranks, as [`Objective::Sum`] counts it.
    pub cost: u64,
    /// How good any allocation could be at best.
    pub proof: Proof,
}

/// How many places went to first wishes, to second ones, and so on. A person counts once in every round.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Profile {
    /// The number for each rank, that of first wishes first.
    pub ranked: Vec<u64>,
    /// How many got something that they had not ranked.
    pub unranked: u64,
}

/// What is known of the best possible allocation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proof {
    /// No allocation that keeps the rules is better.
    Optimal,
    /// A better one may exist.
    Gap(Gap),
}

/// Between what was found and what is impossible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// What the numbers count.
    pub measure: Measure,
    /// What the allocation reaches.
    pub found: u64,
    /// What no allocation surpasses.
    pub bound: u64,
}

/// What a [`Gap`] counts. Everything more important than this is proven to be optimal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// The sum of ranks; less is better.
    Cost,
    /// Places that nobody had wished; less is better.
    Unranked,
    /// Places with this rank. Less is better with [`Objective::Generous`], more with [`Objective::First`].
    Rank(u32),
    /// Places that change when an allocation is repaired: somebody who moves in two rounds counts twice. Less is better.
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
    /// Looks at what everybody got.
    pub(crate) fn new(problem: &Problem, sessions: Vec<Vec<usize>>, proof: Proof) -> Self {
        let profile = Profile::of(problem, &sessions);
        let unranked = u64::from(unranked_cost(problem));
        let ranked: u64 = (0..).zip(&profile.ranked).map(|(cost, count): (u64, &u64)| cost * count).sum();
        Self { cost: ranked + unranked * profile.unranked, profile, sessions, proof }
    }

    /// The rank of what a person got; `None` if they had not ranked it.
    pub fn rank(&self, problem: &Problem, person: usize, round: usize) -> Option<u32> {
        problem.rank(person, Place { round, session: self.sessions[person][round] })
    }
}

impl Profile {
    fn of(problem: &Problem, sessions: &[Vec<usize>]) -> Self {
        let mut profile = Self { ranked: vec![0; problem.largest_rank() as usize], unranked: 0 };
        for (person, sessions) in problem.people.iter().zip(sessions) {
            for (round, session) in sessions.iter().enumerate() {
                match rank(person, Place { round, session: *session }) {
                    Some(rank) => profile.ranked[rank as usize - 1] += 1,
                    None => profile.unranked += 1,
                }
            }
        }
        profile
    }
}

fn rank(person: &Person, place: Place) -> Option<u32> {
    person.preferences.iter().find(|preference| preference.place == place).map(|preference| preference.rank)
}

/// What a session costs that somebody did not rank: twice the largest rank that anybody gave.
pub fn unranked_cost(problem: &Problem) -> u32 {
    2 * problem.largest_rank()
}

impl Objective {
    /// Whether more of what is counted for a rank is better.
    pub fn wants_more(self) -> bool {
        self == Self::First
    }
}
