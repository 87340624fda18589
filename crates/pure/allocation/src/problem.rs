//! What is to be allocated: people with wishes, rounds with sessions.

/// Everything that decides an allocation. Rounds and sessions are named by their place in these lists
/// ([`Place`]), people by their place in `people`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problem {
    /// Who gets one session in every round.
    pub people: Vec<Person>,
    /// The rounds in the order of time, each with its sessions.
    pub rounds: Vec<Vec<Session>>,
    /// What "best" means.
    pub objective: Objective,
    /// Draws the lots that decide among equals. Publish it before the wishes are known.
    pub seed: u64,
}

/// What the organiser calls the best allocation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Objective {
    /// The least sum of ranks: a first wish costs nothing, a second one 1, a third one 2; what nobody
    /// wished costs twice the largest rank ([`unranked_cost`](crate::unranked_cost)).
    #[default]
    Sum,
    /// As few as possible get something that they did not wish; among these allocations, as few as possible
    /// get their last wish, then their last but one, and so on ("generous", Kwanashie, Irving, Manlove and
    /// Sng 2015).
    Generous,
    /// As many as possible get their first wish; among these allocations, as many as possible get their
    /// second one, and so on ("rank-maximal", Irving et al. 2006).
    First,
}

/// One offer in one round: a forum, a workshop.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Session {
    /// What it is about. Nobody gets the same theme in two rounds.
    pub theme: u32,
    /// How many people it takes at most.
    pub capacity: u32,
    /// How many it needs at least.
    pub minimum: u32,
    /// How many of a sector it takes or needs.
    pub sectors: Vec<SectorBound>,
}

/// How many people of one sector a session takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectorBound {
    /// The sector, in the words of [`Person::sector`].
    pub sector: String,
    /// At least so many.
    pub minimum: u32,
    /// At most so many, if that is bounded beside the capacity.
    pub maximum: Option<u32>,
}

/// Somebody who takes part.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// What the organiser calls them; lots are drawn by it, so each is given once.
    pub id: String,
    /// Where they come from: school, administration, business …; empty if it plays no role.
    pub sector: String,
    /// Those who name the same group get the same sessions in all rounds.
    pub group: Option<String>,
    /// What they would like, in any order.
    pub preferences: Vec<Preference>,
    /// Where they must be: who runs a session, or has a promise.
    pub fixed: Vec<Place>,
    /// Where they cannot be: a room that is not step-free, their own supervisor's workshop.
    pub forbidden: Vec<Place>,
    /// What earlier allocations cost them, as [`Objective::Sum`] counts it. Among equals, those to whom
    /// more is owed come first.
    pub owed: u32,
}

/// A ranked wish.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preference {
    /// For which session.
    pub place: Place,
    /// From 1, the dearest. Two wishes of one person may have the same rank.
    pub rank: u32,
}

/// A session in a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// Its round, from 0.
    pub round: usize,
    /// Its place among the sessions of that round, from 0.
    pub session: usize,
}

impl Problem {
    /// The largest rank that anybody gave; 0 if nobody wished anything.
    pub fn largest_rank(&self) -> u32 {
        let preferences = self.people.iter().flat_map(|person| &person.preferences);
        preferences.map(|preference| preference.rank).max().unwrap_or(0)
    }

    /// The rank that a person gave to a session.
    pub fn rank(&self, person: usize, place: Place) -> Option<u32> {
        self.people[person]
            .preferences
            .iter()
            .find(|preference| preference.place == place)
            .map(|preference| preference.rank)
    }
}
