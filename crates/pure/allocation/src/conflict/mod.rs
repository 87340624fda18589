//! Conflicts: a smallest set of rules that cannot all be kept.

mod flow;
mod narrow;
mod seats;
mod strip;

use std::collections::BTreeSet;

use narrow::{Oracle, Set};
use seats::Seats;
use strip::with_rules;

use crate::effort::Effort;
use crate::problem::{Problem, Slot};

/// Rules that cannot all be kept, if everybody is to get one session in every round.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Conflict {
    /// The rules that contradict each other.
    pub rules: Vec<Rule>,
    /// The proof that fewer rules do not contradict each other, as far as there is one.
    pub narrowed: Narrowed,
}

/// The degree to which the rules of a [`Conflict`] were narrowed down.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Narrowed {
    /// Some rules may not belong to the conflict: there were too many to check them all.
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
    Capacity(Slot),
    /// A session needs a minimum of people.
    Minimum(Slot),
    /// A session takes no more than a maximum of people of a sector.
    SectorMaximum(Slot, String),
    /// A session needs a minimum of people of a sector.
    SectorMinimum(Slot, String),
    /// A person (by index in the problem) is fixed in a session.
    Fixed(usize, Slot),
    /// A person cannot be in a session.
    Forbidden(usize, Slot),
    /// A group keeps together.
    Group(String),
    /// Nobody gets the same theme twice.
    ThemeOnce,
}

impl Rule {
    /// The session of the rule, if it has one.
    pub fn slot(&self) -> Option<Slot> {
        match self {
            Self::Capacity(slot)
            | Self::Minimum(slot)
            | Self::SectorMaximum(slot, _)
            | Self::SectorMinimum(slot, _)
            | Self::Fixed(_, slot)
            | Self::Forbidden(_, slot) => Some(*slot),
            Self::Group(_) | Self::ThemeOnce => None,
        }
    }
}

/// The most steps of about a nanosecond for one round, and for rounds and groups together. Steps are counted
/// instead of timed, so that every machine names the same rules.
const STEPS_ALONE: usize = 400_000_000;
const STEPS_TOGETHER: usize = 20_000_000_000;

/// The contradicting rules of a single round, without groups; `None` if every round can be filled.
pub(crate) fn of_one_round(problem: &Problem) -> Option<Conflict> {
    let rules = rules(problem);
    let all: Set = (0..rules.len()).collect();
    let rounds = (0..problem.rounds.len()).map(|round| Seats::new(problem, &rules, round));
    let conflicts = rounds.filter(|seats| !seats.can_keep(&all)).map(|seats| {
        let can_keep = |kept: &Set| (Some(seats.can_keep(kept)), seats.effort());
        Oracle::new(&can_keep, STEPS_ALONE, seats.effort()).narrow(&seats.its_rules())
    });
    let (named, narrowed) = conflicts.min_by_key(|(named, _)| named.len())?;
    let has_groups = problem.people.iter().any(|person| person.group.is_some());
    let is_all = problem.rounds.len() == 1 && !has_groups;
    // With other rounds and groups, fewer rules might contradict each other.
    let narrowed = if is_all { narrowed } else { narrowed.min(Narrowed::NoneSpare) };
    Some(Conflict::new(&rules, named, narrowed))
}

/// The contradicting rules of a problem without any allocation. `is_possible` decides whether a problem
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
        // Most checks need a hundredth of this.
        let effort = Effort::new(100_000 + 3_000 * size);
        (is_possible(&with_rules(problem, &rules, kept), &effort), least + effort.spent())
    };
    let oracle = Oracle::new(&can_keep, STEPS_TOGETHER, least);
    let (named, narrowed) = match known {
        None => oracle.narrow(&all),
        Some(known) => {
            let named = all.iter().copied().filter(|rule| known.rules.contains(&rules[*rule])).collect();
            let (named, narrowed) = oracle.fewer(&all, named);
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
            let slot = Slot { round, session };
            rules.push(Rule::Capacity(slot));
            rules.extend((it.minimum > 0).then_some(Rule::Minimum(slot)));
            for bound in &it.sectors {
                let sector = || bound.sector.clone();
                rules.extend(bound.maximum.map(|_| Rule::SectorMaximum(slot, sector())));
                rules.extend((bound.minimum > 0).then(|| Rule::SectorMinimum(slot, sector())));
            }
        }
    }
    let mut groups = BTreeSet::new();
    for (number, person) in problem.people.iter().enumerate() {
        rules.extend(person.fixed.iter().map(|slot| Rule::Fixed(number, *slot)));
        rules.extend(person.forbidden.iter().map(|slot| Rule::Forbidden(number, *slot)));
        groups.extend(person.group.clone());
    }
    rules.extend(groups.into_iter().map(Rule::Group));
    rules.extend((problem.rounds.len() > 1).then_some(Rule::ThemeOnce));
    rules
}
