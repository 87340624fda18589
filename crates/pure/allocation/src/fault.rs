//! Validation of a problem before the search for an allocation.

use std::collections::HashSet;

use crate::problem::{Person, Problem, Slot};

/// A contradiction in the input. People are named by their ids, rounds are counted from 0.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Two people have the same id.
    #[error("two people have the id {0:?}")]
    PersonTwice(String),
    /// Two sessions of a round have the same theme.
    #[error("theme {theme} is there twice in round {round}")]
    ThemeTwice {
        /// The round, from 0.
        round: usize,
        /// The theme that occurs twice.
        theme: u32,
    },
    /// A session bounds the same sector twice.
    #[error("sector {sector:?} is bounded twice for theme {theme} in round {round}")]
    SectorTwice {
        /// The round, from 0.
        round: usize,
        /// The theme of the session.
        theme: u32,
        /// The sector that is bounded twice.
        sector: String,
    },
    /// A person names a session that does not exist.
    #[error("{person:?} names session {} of round {}, which does not exist", slot.session, slot.round)]
    NoSuchPlace {
        /// The id of the person.
        person: String,
        /// The session that does not exist.
        slot: Slot,
    },
    /// A person ranks the same session twice.
    #[error("{person:?} ranks session {} of round {} twice", slot.session, slot.round)]
    PreferenceTwice {
        /// The id of the person.
        person: String,
        /// The session that is ranked twice.
        slot: Slot,
    },
    /// A rank is 0; they begin with 1.
    #[error("{person:?} gives the rank 0; the first wish has rank 1")]
    RankZero {
        /// The id of the person.
        person: String,
    },
    /// A rank is above [`LARGEST_RANK`].
    #[error("{person:?} gives the rank {rank}; the last one can be {LARGEST_RANK}")]
    RankTooLarge {
        /// The id of the person.
        person: String,
        /// The refused rank.
        rank: u32,
    },
    /// The amount owed to a person is above [`LARGEST_OWED`], more than any series of events could cost them.
    #[error("{owed} is owed to {person:?}; it can be {LARGEST_OWED} at most")]
    OwedTooMuch {
        /// The id of the person.
        person: String,
        /// The refused amount.
        owed: u32,
    },
}

/// The largest rank. Sums of costs, and of their squares, stay far below what a number can hold.
pub const LARGEST_RANK: u32 = 500;

/// The greatest amount that can be owed to a person.
pub const LARGEST_OWED: u32 = 1_000_000;

/// Returns the first contradiction as an error.
pub(crate) fn check(problem: &Problem) -> Result<(), Fault> {
    for (round, sessions) in problem.rounds.iter().enumerate() {
        let mut themes = HashSet::new();
        for session in sessions {
            let theme = session.theme;
            if !themes.insert(theme) {
                return Err(Fault::ThemeTwice { round, theme });
            }
            let mut sectors = HashSet::new();
            if let Some(twice) = session.sectors.iter().find(|bound| !sectors.insert(&bound.sector)) {
                return Err(Fault::SectorTwice { round, theme, sector: twice.sector.clone() });
            }
        }
    }
    let mut ids = HashSet::with_capacity(problem.people.len());
    for person in &problem.people {
        if !ids.insert(person.id.as_str()) {
            return Err(Fault::PersonTwice(person.id.clone()));
        }
        check_person(problem, person)?;
    }
    Ok(())
}

fn check_person(problem: &Problem, person: &Person) -> Result<(), Fault> {
    let id = || person.id.clone();
    let exists = |slot: &Slot| problem.rounds.get(slot.round).is_some_and(|it| slot.session < it.len());
    let mut wished: Vec<Slot> = person.preferences.iter().map(|preference| preference.slot).collect();
    let mut named = wished.iter().chain(&person.fixed).chain(&person.forbidden);
    if let Some(slot) = named.find(|slot| !exists(slot)) {
        return Err(Fault::NoSuchPlace { person: id(), slot: *slot });
    }
    for rank in person.preferences.iter().map(|preference| preference.rank) {
        match rank {
            0 => return Err(Fault::RankZero { person: id() }),
            1..=LARGEST_RANK => {}
            _ => return Err(Fault::RankTooLarge { person: id(), rank }),
        }
    }
    if person.owed > LARGEST_OWED {
        return Err(Fault::OwedTooMuch { person: id(), owed: person.owed });
    }
    wished.sort_unstable();
    match wished.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(pair) => Err(Fault::PreferenceTwice { person: id(), slot: pair[0] }),
        None => Ok(()),
    }
}
