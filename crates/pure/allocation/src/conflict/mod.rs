//! Which rules cannot all be kept, and that no fewer of them contradict each other.

mod flow;
mod narrow;
mod seats;
mod strip;

use std::collections::BTreeSet;

use narrow::{Questions, Set};
use seats::Seats;
use strip::with_rules;

use crate::effort::Effort;
use crate::problem::{Place, Problem};

/// Rules that cannot all be kept, if everybody is to get one session in every round.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Conflict {
    /// The rules.
    pub rules: Vec<Rule>,
    /// What is known about fewer.
    pub narrowed: Narrowed,
}

/// How far the rules of a [`Conflict`] were narrowed down.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Narrowed {
    /// Some of them may have nothing to do with it: there were too many to look at all.
    #[default]
    Started,
    /// If any one of them is given up, the others can be kept together.
    NoneSpare,
    /// No fewer rules contradict each other; if any one of them is given up, the others can be kept together.
    Fewest,
}

impl Conflict {
    fn new(rules: &[Rule], named: Set, narrowed: Narrowed) -> Self {
        Self { rules: named.into_iter().map(|rule| rules[rule].clone()).collect(), narrowed }
    }
}

/// A rule that an organiser can give up.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// A session takes no more people than it has places.
    Capacity(Place),
    /// A session needs so many people.
    Minimum(Place),
    /// A session takes no more people of a sector.
    SectorMaximum(Place, String),
    /// A session needs so many people of a sector.
    SectorMinimum(Place, String),
    /// A person (their place in the problem) is fixed in a session.
    Fixed(usize, Place),
    /// A person cannot be in a session.
    Forbidden(usize, Place),
    /// A group keeps together.
    Group(String),
    /// Nobody gets the same theme twice.
    ThemeOnce,
}

impl Rule {
    /// The session that it is about, if it is about one.
    pub fn place(&self) -> Option<Place> {
        match self {
            Self::Capacity(place)
            | Self::Minimum(place)
            | Self::SectorMaximum(place, _)
            | Self::SectorMinimum(place, _)
            | Self::Fixed(_, place)
            | Self::Forbidden(_, place) => Some(*place),
            Self::Group(_) | Self::ThemeOnce => None,
        }
    }
}

/// So many steps of about a nanosecond may be taken for one round, and so many where rounds and groups play together.
/// Counted, not timed: so every machine names the same rules.
const STEPS_ALONE: usize = 400_000_000;
const STEPS_TOGETHER: usize = 20_000_000_000;

/// The rules that contradict each other in a single round, groups left aside; `None` if every round can be filled.
pub(crate) fn of_one_round(problem: &Problem) -> Option<Conflict> {
    let rules = rules(problem);
    let all: Set = (0..rules.len()).collect();
    let rounds = (0..problem.rounds.len()).map(|round| Seats::new(problem, &rules, round));
    let conflicts = rounds.filter(|seats| !seats.can_keep(&all)).map(|seats| {
        let can_keep = |kept: &Set| (Some(seats.can_keep(kept)), seats.effort());
        Questions::new(&can_keep, STEPS_ALONE, seats.effort()).narrow(&seats.its_rules())
    });
    let (named, narrowed) = conflicts.min_by_key(|(named, _)| named.len())?;
    let has_groups = problem.people.iter().any(|person| person.group.is_some());
    let is_all = problem.rounds.len() == 1 && !has_groups;
    // Beside other rounds and groups, fewer rules might contradict each other.
    let narrowed = if is_all { narrowed } else { narrowed.min(Narrowed::NoneSpare) };
    Some(Conflict::new(&rules, named, narrowed))
}

/// The rules that contradict each other in a problem without any allocation. `is_possible` tells whether a problem
/// has one; `known` is a conflict that was found before.
pub(crate) fn conflict(
    problem: &Problem,
    known: Option<Conflict>,
    is_possible: &dyn Fn(&Problem, &Effort) -> Option<bool>,
) -> Conflict {
    if known.as_ref().is_some_and(|known| known.narrowed == Narrowed::Fewest) {
        return known.unwrap_or_default();
    }
    let rules = rules(problem);
    let all: Vec<usize> = (0..rules.len()).collect();
    let sessions: usize = problem.rounds.iter().map(Vec::len).sum();
    let size = problem.people.len() * sessions;
    let least = 500 * size;
    let can_keep = |kept: &Set| {
        // Most questions are answered in a hundredth of this.
        let effort = Effort::new(100_000 + 3_000 * size);
        (is_possible(&with_rules(problem, &rules, kept), &effort), least + effort.spent())
    };
    let questions = Questions::new(&can_keep, STEPS_TOGETHER, least);
    let (named, narrowed) = match known {
        None => questions.narrow(&all),
        Some(known) => {
            let named = all.iter().copied().filter(|rule| known.rules.contains(&rules[*rule])).collect();
            let (named, narrowed) = questions.fewer(&all, named);
            (named, narrowed.max(known.narrowed))
        }
    };
    Conflict::new(&rules, named, narrowed)
}

/// All rules of a problem.
fn rules(problem: &Problem) -> Vec<Rule> {
    let mut rules = Vec::new();
    for (round, sessions) in problem.rounds.iter().enumerate() {
        for (session, it) in sessions.iter().enumerate() {
            let place = Place { round, session };
            rules.push(Rule::Capacity(place));
            rules.extend((it.minimum > 0).then_some(Rule::Minimum(place)));
            for bound in &it.sectors {
                let sector = || bound.sector.clone();
                rules.extend(bound.maximum.map(|_| Rule::SectorMaximum(place, sector())));
                rules.extend((bound.minimum > 0).then(|| Rule::SectorMinimum(place, sector())));
            }
        }
    }
    let mut groups = BTreeSet::new();
    for (number, person) in problem.people.iter().enumerate() {
        rules.extend(person.fixed.iter().map(|place| Rule::Fixed(number, *place)));
        rules.extend(person.forbidden.iter().map(|place| Rule::Forbidden(number, *place)));
        groups.extend(person.group.clone());
    }
    rules.extend(groups.into_iter().map(Rule::Group));
    rules.extend((problem.rounds.len() > 1).then_some(Rule::ThemeOnce));
    rules
}
