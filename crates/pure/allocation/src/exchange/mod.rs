//! An exact solver for one round: a minimum-cost flow on an implicit network.
//!
//! The textbook network has a node for each person and an arc for each wish. Here a node is a quota, and an
//! arc from one quota to another stands for all people who could move: the one who loses least goes first, and
//! a heap finds that person. Everybody begins in their best session, however full it gets; then people
//! move along shortest paths from where there are too many to where there is room (successive shortest paths
//! with potentials, Edmonds and Karp 1972; all paths of the same length at once, Dinitz 1970). The number of
//! nodes is the number of sessions, not of people, so 40,000 people in 200 sessions take a fraction of a second.
//!
//! Bounds nest: a quota holds the people of one sector in a session, a session holds its quotas. Such a family of
//! bounds keeps the flow whole-numbered, so the result is optimal, not only for fractions of people.

mod network;
mod people;
mod push;
mod search;

pub(crate) use people::Offers;

use network::Network;

use crate::round::Round;

/// The seats of a round at the least cost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Seated {
    /// The session of each person.
    pub(crate) sessions: Vec<usize>,
}

/// The round cannot be filled: there is no path from where there are too many to where there is room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stuck;

/// Gives everybody a session at the least total cost.
pub(crate) fn seat<const L: usize>(round: &Round, offers: &Offers<L>) -> Result<Seated, Stuck> {
    let mut network = Network::new(round, offers).ok_or(Stuck)?;
    while network.has_excess() {
        network.search().ok_or(Stuck)?;
        while network.levels() {
            network.push_all();
        }
    }
    Ok(Seated { sessions: network.sessions() })
}
