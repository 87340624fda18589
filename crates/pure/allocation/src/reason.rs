//! Explanations: the reasons why a person got a session and missed better ones.

use crate::outcome::Allocation;
use crate::problem::{Person, Problem, Slot};

/// The session of a person in a round, and the reasons why they missed those that they liked better.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The session that the person got.
    pub slot: Slot,
    /// The rank that they had given to it; `None` if they had not ranked it.
    pub rank: Option<u32>,
    /// True if they had to be there, for example to run it.
    pub is_fixed: bool,
    /// The sessions that they would have liked better, the best first.
    pub missed: Vec<Missed>,
}

/// A wish that was not fulfilled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Missed {
    /// The session that was wished.
    pub slot: Slot,
    /// The rank that they had given to it.
    pub rank: u32,
    /// The reason against it.
    pub because: Because,
}

/// The reason why a wish was not fulfilled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    /// The person cannot be there.
    Forbidden,
    /// The person has the same theme in another round.
    SameTheme {
        /// The index of that round.
        round: usize,
    },
    /// The session is full.
    Full {
        /// The number of people with this session as their first wish.
        first_preferences: u32,
        /// The capacity of the session.
        capacity: u32,
    },
    /// The session is full for the person's sector.
    SectorFull {
        /// The number of people of the sector with this session as their first wish.
        first_preferences: u32,
        /// The most people of the sector in the session.
        maximum: u32,
    },
    /// The person's group stays together.
    Group,
    /// The person's session would have too few people without them.
    Needed {
        /// The least people of the person's session.
        minimum: u32,
    },
    /// It would have cost other people more.
    Others,
}

/// The reasons for an allocation, for each person and round.
pub struct Reasons<'p> {
    problem: &'p Problem,
    allocation: &'p Allocation,
    /// For each round and session, the people there, and those with it as their first wish, by index in the problem.
    there: Vec<Vec<Vec<usize>>>,
    first: Vec<Vec<Vec<usize>>>,
}

impl<'p> Reasons<'p> {
    /// Indexes the people by their sessions and by their first wishes.
    pub fn new(problem: &'p Problem, allocation: &'p Allocation) -> Self {
        let empty = || problem.rounds.iter().map(|round| vec![Vec::new(); round.len()]).collect::<Vec<_>>();
        let (mut there, mut first) = (empty(), empty());
        for (number, person) in problem.people.iter().enumerate() {
            for (round, session) in allocation.sessions[number].iter().enumerate() {
                there[round][*session].push(number);
            }
            for preference in person.preferences.iter().filter(|preference| preference.rank == 1) {
                first[preference.slot.round][preference.slot.session].push(number);
            }
        }
        Self { problem, allocation, there, first }
    }

    /// The reason for a person's session in a round.
    pub fn reason(&self, number: usize, round: usize) -> Reason {
        let person = &self.problem.people[number];
        let slot = Slot { round, session: self.allocation.sessions[number][round] };
        let rank = self.problem.rank(number, slot);
        let is_better = |preferred: u32| rank.is_none_or(|rank| preferred < rank);
        let preferences =
            person.preferences.iter().filter(|preference| preference.slot.round == round && is_better(preference.rank));
        let mut missed: Vec<Missed> = preferences
            .map(|preference| Missed {
                slot: preference.slot,
                rank: preference.rank,
                because: self.because(number, slot, preference.slot),
            })
            .collect();
        missed.sort_by_key(|missed| (missed.rank, missed.slot));
        Reason { slot, rank, is_fixed: person.fixed.contains(&slot), missed }
    }

    fn because(&self, number: usize, got: Slot, preferred: Slot) -> Because {
        let person = &self.problem.people[number];
        let session = &self.problem.rounds[preferred.round][preferred.session];
        let theme = |round: usize| self.problem.rounds[round][self.allocation.sessions[number][round]].theme;
        let mut others = (0..self.problem.rounds.len()).filter(|round| *round != preferred.round);
        if person.forbidden.contains(&preferred) {
            return Because::Forbidden;
        }
        if let Some(round) = others.find(|round| theme(*round) == session.theme) {
            return Because::SameTheme { round };
        }
        if self.there[preferred.round][preferred.session].len() >= session.capacity as usize {
            let first_preferences = count(&self.first[preferred.round][preferred.session], |_| true);
            return Because::Full { first_preferences, capacity: session.capacity };
        }
        if let Some(maximum) = self.full_for(person, preferred) {
            let first = &self.first[preferred.round][preferred.session];
            let first_preferences = count(first, |it| self.problem.people[it].sector == person.sector);
            return Because::SectorFull { first_preferences, maximum };
        }
        if person.group.is_some() {
            return Because::Group;
        }
        self.needed(person, got).map_or(Because::Others, |minimum| Because::Needed { minimum })
    }

    /// The most people of the person's sector in a session, if it has reached that number.
    fn full_for(&self, person: &Person, slot: Slot) -> Option<u32> {
        let bounds = &self.problem.rounds[slot.round][slot.session].sectors;
        let maximum = bounds.iter().find(|bound| bound.sector == person.sector)?.maximum?;
        (self.of_sector(person, slot) >= maximum).then_some(maximum)
    }

    /// The least people of a session, if it has no more than that.
    fn needed(&self, person: &Person, slot: Slot) -> Option<u32> {
        let session = &self.problem.rounds[slot.round][slot.session];
        if count(&self.there[slot.round][slot.session], |_| true) <= session.minimum {
            return Some(session.minimum);
        }
        let bound = session.sectors.iter().find(|bound| bound.sector == person.sector)?;
        (self.of_sector(person, slot) <= bound.minimum).then_some(bound.minimum)
    }

    fn of_sector(&self, person: &Person, slot: Slot) -> u32 {
        count(&self.there[slot.round][slot.session], |it| self.problem.people[it].sector == person.sector)
    }
}

fn count(people: &[usize], is_meant: impl Fn(usize) -> bool) -> u32 {
    u32::try_from(people.iter().filter(|person| is_meant(**person)).count()).unwrap_or(u32::MAX)
}
