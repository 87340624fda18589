//! The input of an allocation: people with wishes, rounds with sessions.

/// The complete input. Rounds and sessions are named by their indices in these lists
/// ([`Slot`]), people by their index in `people`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problem {
    /// The people, each of whom gets one session in every round.
    pub people: Vec<Person>,
    /// The rounds in chronological order, each with its sessions.
    pub rounds: Vec<Vec<Session>>,
    /// The meaning of "best".
    pub objective: Objective,
    /// The seed of the lots that decide between equals. Publish it before the wishes are known.
    pub seed: u64,
}

/// The organiser's definition of the best allocation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Objective {
    /// The least sum of ranks: a first wish costs nothing, a second one 1, a third one 2; a session that a person did
    /// not rank costs twice the largest rank ([`unranked_cost`](crate::unranked_cost)).
    #[default]
    Sum,
    /// As few people as possible get a session that they did not rank; among these allocations, as few as possible
    /// get their last wish, then their last but one, and so on ("generous", Kwanashie, Irving, Manlove and
    /// Sng 2015).
    Generous,
    /// As many people as possible get their first wish; among these allocations, as many as possible get their
    /// second one, and so on ("rank-maximal", Irving et al. 2006).
    First,
}

/// One offer in one round: a forum, a workshop.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Session {
    /// The number of the theme. Nobody gets the same theme in two rounds.
    pub theme: u32,
    /// The most people.
    pub capacity: u32,
    /// The least people.
    pub minimum: u32,
    /// The least and the most people of some sectors.
    pub sectors: Vec<SectorBound>,
}

/// The least and the most people of one sector in a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectorBound {
    /// The sector, spelt as in [`Person::sector`].
    pub sector: String,
    /// The least people of the sector.
    pub minimum: u32,
    /// The most people of the sector, if that is bounded besides the capacity.
    pub maximum: Option<u32>,
}

/// A participant.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// The organiser's id of the person. Lots depend on it, so it must be unique.
    pub id: String,
    /// The person's sector: school, administration, business …; empty if it plays no role.
    pub sector: String,
    /// The person's group: people with the same group get the same sessions in all rounds.
    pub group: Option<String>,
    /// The person's wishes, in any order.
    pub preferences: Vec<Preference>,
    /// The sessions where they must be: because they run one, or have a promise.
    pub fixed: Vec<Slot>,
    /// The sessions where they cannot be: a room that is not step-free, their own supervisor's workshop.
    pub forbidden: Vec<Slot>,
    /// The cost of earlier allocations for this person, as [`Objective::Sum`] counts it. Among equals, people to whom
    /// more is owed come first.
    pub owed: u32,
}

/// A ranked wish.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preference {
    /// The session that is wished.
    pub slot: Slot,
    /// The rank, from 1 for the best. Two wishes of one person may have the same rank.
    pub rank: u32,
}

/// A session in a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Slot {
    /// The index of the round.
    pub round: usize,
    /// The index of the session in the round.
    pub session: usize,
}

impl Problem {
    /// The largest rank that anybody gave; 0 without any wishes.
    pub fn largest_rank(&self) -> u32 {
        let preferences = self.people.iter().flat_map(|person| &person.preferences);
        preferences.map(|preference| preference.rank).max().unwrap_or(0)
    }

    /// The rank that a person gave to a session.
    pub fn rank(&self, person: usize, slot: Slot) -> Option<u32> {
        self.people[person]
            .preferences
            .iter()
            .find(|preference| preference.slot == slot)
            .map(|preference| preference.rank)
    }
}
