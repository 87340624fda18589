//! Why somebody got what they got.

use crate::outcome::Allocation;
use crate::problem::{Person, Place, Problem};

/// What a person got in a round, and why nothing that they liked better.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The session.
    pub place: Place,
    /// The rank that they had given to it; `None` if they had not ranked it.
    pub rank: Option<u32>,
    /// Whether they had to be there, as somebody who runs it.
    pub is_fixed: bool,
    /// What they would have liked better, the dearest first.
    pub missed: Vec<Missed>,
}

/// A wish that came to nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Missed {
    /// The session.
    pub place: Place,
    /// The rank that they had given to it.
    pub rank: u32,
    /// What stood against it.
    pub because: Because,
}

/// What stands against a wish.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    /// They cannot be there.
    Forbidden,
    /// They have its theme in another round.
    SameTheme {
        /// That round.
        round: usize,
    },
    /// All places are taken.
    Full {
        /// How many wished it first.
        first_preferences: u32,
        /// How many places there are.
        capacity: u32,
    },
    /// All places for their sector are taken.
    SectorFull {
        /// How many of their sector wished it first.
        first_preferences: u32,
        /// How many of their sector it takes.
        maximum: u32,
    },
    /// They keep together with others.
    Group,
    /// Where they are would have too few people without them.
    Needed {
        /// How many it needs.
        minimum: u32,
    },
    /// It would have cost others more.
    Others,
}

/// The reasons for everything that an allocation gives to a person, round by round.
pub struct Reasons<'p> {
    problem: &'p Problem,
    allocation: &'p Allocation,
    /// For each round and session, who is there, and who wished it first; as places in the problem.
    there: Vec<Vec<Vec<usize>>>,
    first: Vec<Vec<Vec<usize>>>,
}

impl<'p> Reasons<'p> {
    /// Counts who is where and who wished to be.
    pub fn new(problem: &'p Problem, allocation: &'p Allocation) -> Self {
        let empty = || problem.rounds.iter().map(|round| vec![Vec::new(); round.len()]).collect::<Vec<_>>();
        let (mut there, mut first) = (empty(), empty());
        for (number, person) in problem.people.iter().enumerate() {
            for (round, session) in allocation.sessions[number].iter().enumerate() {
                there[round][*session].push(number);
            }
            for preference in person.preferences.iter().filter(|preference| preference.rank == 1) {
                first[preference.place.round][preference.place.session].push(number);
            }
        }
        Self { problem, allocation, there, first }
    }

    /// Why a person got what they got in a round.
    pub fn reason(&self, number: usize, round: usize) -> Reason {
        let person = &self.problem.people[number];
        let place = Place { round, session: self.allocation.sessions[number][round] };
        let rank = self.problem.rank(number, place);
        let is_better = |preferred: u32| rank.is_none_or(|rank| preferred < rank);
        let preferences = person
            .preferences
            .iter()
            .filter(|preference| preference.place.round == round && is_better(preference.rank));
        let mut missed: Vec<Missed> = preferences
            .map(|preference| Missed {
                place: preference.place,
                rank: preference.rank,
                because: self.because(number, place, preference.place),
            })
            .collect();
        missed.sort_by_key(|missed| (missed.rank, missed.place));
        Reason { place, rank, is_fixed: person.fixed.contains(&place), missed }
    }

    fn because(&self, number: usize, got: Place, preferred: Place) -> Because {
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

    /// How many of a person's sector a session takes, if so many are there.
    fn full_for(&self, person: &Person, place: Place) -> Option<u32> {
        let bounds = &self.problem.rounds[place.round][place.session].sectors;
        let maximum = bounds.iter().find(|bound| bound.sector == person.sector)?.maximum?;
        (self.of_sector(person, place) >= maximum).then_some(maximum)
    }

    /// How many people a session needs, if it has no more than that.
    fn needed(&self, person: &Person, place: Place) -> Option<u32> {
        let session = &self.problem.rounds[place.round][place.session];
        if count(&self.there[place.round][place.session], |_| true) <= session.minimum {
            return Some(session.minimum);
        }
        let bound = session.sectors.iter().find(|bound| bound.sector == person.sector)?;
        (self.of_sector(person, place) <= bound.minimum).then_some(bound.minimum)
    }

    fn of_sector(&self, person: &Person, place: Place) -> u32 {
        count(&self.there[place.round][place.session], |it| self.problem.people[it].sector == person.sector)
    }
}

fn count(people: &[usize], is_meant: impl Fn(usize) -> bool) -> u32 {
    u32::try_from(people.iter().filter(|person| is_meant(**person)).count()).unwrap_or(u32::MAX)
}
