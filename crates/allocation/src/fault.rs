//! What is wrong with a problem before anybody looks for an allocation.

use std::collections::HashSet;

use crate::problem::{Place, Problem};

/// A contradiction in what was handed in. People are named by their ids, rounds from 0.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Two people have the same id.
    #[error("two people have the id {0:?}")]
    PersonTwice(String),
    /// Two sessions of a round have the same theme.
    #[error("theme {theme} is there twice in round {round}")]
    ThemeTwice {
        /// The round.
        round: usize,
        /// The theme.
        theme: u32,
    },
    /// A session bounds the same sector twice.
    #[error("sector {sector:?} is bounded twice for theme {theme} in round {round}")]
    SectorTwice {
        /// The round.
        round: usize,
        /// The theme.
        theme: u32,
        /// The sector.
        sector: String,
    },
    /// A person names a session that does not exist.
    #[error("{person:?} names session {} of round {}, which does not exist", place.session, place.round)]
    NoSuchPlace {
        /// Who names it.
        person: String,
        /// What they name.
        place: Place,
    },
    /// A person ranks the same session twice.
    #[error("{person:?} ranks session {} of round {} twice", place.session, place.round)]
    PreferenceTwice {
        /// Who wishes it.
        person: String,
        /// What they wish.
        place: Place,
    },
    /// A rank is 0; they begin with 1.
    #[error("{person:?} gives the rank 0; the first wish has rank 1")]
    RankZero {
        /// Who gives it.
        person: String,
    },
}

/// Looks for contradictions.
///
/// # Errors
/// The first one.
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
    let mut sorted: Vec<Place> = Vec::new();
    for person in &problem.people {
        if !ids.insert(person.id.as_str()) {
            return Err(Fault::PersonTwice(person.id.clone()));
        }
        let preferences = person.preferences.iter().map(|preference| preference.place);
        let exists = |place: &Place| problem.rounds.get(place.round).is_some_and(|it| place.session < it.len());
        let mut named = preferences.clone().chain(person.fixed.iter().copied()).chain(person.forbidden.iter().copied());
        if let Some(place) = named.find(|place| !exists(place)) {
            return Err(Fault::NoSuchPlace { person: person.id.clone(), place });
        }
        if person.preferences.iter().any(|preference| preference.rank == 0) {
            return Err(Fault::RankZero { person: person.id.clone() });
        }
        sorted.clear();
        sorted.extend(preferences);
        sorted.sort_unstable();
        if let Some(pair) = sorted.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(Fault::PreferenceTwice { person: person.id.clone(), place: pair[0] });
        }
    }
    Ok(())
}
