//! Which rules cannot all be kept, and that no fewer of them contradict each other.

use std::collections::BTreeSet;

use crate::problem::{Place, Problem};

/// Rules that cannot all be kept, if everybody is to get one session in every round. If any one of them is given
/// up, the others can be kept together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The rules.
    pub rules: Vec<Rule>,
    /// Whether it is proven that no fewer rules contradict each other.
    pub is_smallest: bool,
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

/// For so many rules the smallest set is looked for; for more, one of which none can be left out.
const RULES: usize = 400;
/// So many sets are looked at on the way to the smallest.
const SETS: usize = 300;
/// So many steps may be taken to find the fewest rules that meet all sets.
const STEPS: usize = 200_000;

/// Finds out what contradicts itself in a problem without any allocation. `is_possible` tells whether a problem
/// has one.
pub(crate) fn conflict(problem: &Problem, is_possible: &dyn Fn(&Problem) -> bool) -> Conflict {
    let rules = rules(problem);
    let can_keep = |kept: &BTreeSet<usize>| is_possible(&with_rules(problem, &rules, kept));
    let all: Vec<usize> = (0..rules.len()).collect();
    let some = without_surplus(&can_keep, &BTreeSet::new(), false, &all);
    let search = if rules.len() <= RULES { smallest(&can_keep, rules.len(), some.len()) } else { Search::GivenUp };
    let (named, is_smallest) = match search {
        Search::Found(fewer) => (fewer, true),
        Search::NoneFewer => (some, true),
        Search::GivenUp => (some, false),
    };
    Conflict { rules: named.into_iter().map(|rule| rules[rule].clone()).collect(), is_smallest }
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

/// The problem with these rules alone, and without wishes.
fn with_rules(problem: &Problem, rules: &[Rule], kept: &BTreeSet<usize>) -> Problem {
    let mut bare = bare(problem);
    for rule in kept.iter().map(|rule| &rules[*rule]) {
        match rule {
            Rule::Capacity(at) => bare.rounds[at.round][at.session].capacity = its(problem, *at).capacity,
            Rule::Minimum(at) => bare.rounds[at.round][at.session].minimum = its(problem, *at).minimum,
            Rule::SectorMaximum(at, sector) | Rule::SectorMinimum(at, sector) => {
                let bounds = its(problem, *at).sectors.iter().zip(&mut bare.rounds[at.round][at.session].sectors);
                for (theirs, bound) in bounds.filter(|(bound, _)| bound.sector == *sector) {
                    match rule {
                        Rule::SectorMaximum(..) => bound.maximum = theirs.maximum,
                        _ => bound.minimum = theirs.minimum,
                    }
                }
            }
            Rule::Fixed(person, at) => bare.people[*person].fixed.push(*at),
            Rule::Forbidden(person, at) => bare.people[*person].forbidden.push(*at),
            Rule::Group(group) => {
                let theirs = problem.people.iter().zip(&mut bare.people);
                let members = theirs.filter(|(person, _)| person.group.as_ref() == Some(group));
                members.for_each(|(_, person)| person.group = Some(group.clone()));
            }
            Rule::ThemeOnce => {
                let rounds = problem.rounds.iter().zip(&mut bare.rounds);
                rounds.flat_map(|(its, bare)| its.iter().zip(bare)).for_each(|(its, bare)| bare.theme = its.theme);
            }
        }
    }
    bare
}

fn its(problem: &Problem, place: Place) -> &crate::Session {
    &problem.rounds[place.round][place.session]
}

/// The problem without any rule.
fn bare(problem: &Problem) -> Problem {
    let mut bare = problem.clone();
    for (theme, session) in (0..).zip(bare.rounds.iter_mut().flatten()) {
        session.theme = theme;
        session.capacity = u32::try_from(problem.people.len()).unwrap_or(u32::MAX);
        session.minimum = 0;
        for bound in &mut session.sectors {
            (bound.minimum, bound.maximum) = (0, None);
        }
    }
    for person in &mut bare.people {
        person.wishes.clear();
        person.fixed.clear();
        person.forbidden.clear();
        person.group = None;
    }
    bare
}

/// A part of these rules that cannot be kept beside `kept`, and of which none can be left out (Junker 2004:
/// `QuickXplain`). `has_grown` says that `kept` is more than when it was last looked at.
fn without_surplus(
    can_keep: &dyn Fn(&BTreeSet<usize>) -> bool,
    kept: &BTreeSet<usize>,
    has_grown: bool,
    rules: &[usize],
) -> BTreeSet<usize> {
    if has_grown && !can_keep(kept) {
        return BTreeSet::new();
    }
    if rules.len() <= 1 {
        return rules.iter().copied().collect();
    }
    let (first, second) = rules.split_at(rules.len() / 2);
    let with_first = kept.iter().chain(first).copied().collect();
    let of_second = without_surplus(can_keep, &with_first, true, second);
    let with_second = kept.union(&of_second).copied().collect();
    let of_first = without_surplus(can_keep, &with_second, !of_second.is_empty(), first);
    of_first.union(&of_second).copied().collect()
}

/// What came of looking for fewer rules.
enum Search {
    Found(BTreeSet<usize>),
    NoneFewer,
    /// It would take too long to tell.
    GivenUp,
}

/// The fewest rules that cannot be kept together (Ignatiev, Previti, Liffiton and Marques-Silva 2015): a set of
/// rules contradicts itself exactly if it meets every set without which the others can be kept. Looks for fewer than
/// `known`.
fn smallest(can_keep: &dyn Fn(&BTreeSet<usize>) -> bool, rules: usize, known: usize) -> Search {
    let mut to_meet: Vec<BTreeSet<usize>> = Vec::new();
    for _ in 0..SETS {
        let mut kept = match meeting(&to_meet, known) {
            Search::Found(kept) => kept,
            none => return none,
        };
        if !can_keep(&kept) {
            return Search::Found(kept);
        }
        for rule in 0..rules {
            if kept.insert(rule) && !can_keep(&kept) {
                kept.remove(&rule);
            }
        }
        to_meet.push((0..rules).filter(|rule| !kept.contains(rule)).collect());
    }
    Search::GivenUp
}

/// The fewest rules that meet every set, if those are fewer than `limit`.
fn meeting(sets: &[BTreeSet<usize>], limit: usize) -> Search {
    let mut best = None;
    let mut search = Meeting { sets, limit, steps: STEPS, best: &mut best };
    search.go_on(&mut BTreeSet::new());
    match (search.steps, best) {
        (0, _) => Search::GivenUp,
        (_, None) => Search::NoneFewer,
        (_, Some(best)) => Search::Found(best),
    }
}

struct Meeting<'s> {
    sets: &'s [BTreeSet<usize>],
    limit: usize,
    steps: usize,
    best: &'s mut Option<BTreeSet<usize>>,
}

impl Meeting<'_> {
    fn go_on(&mut self, chosen: &mut BTreeSet<usize>) {
        self.steps = self.steps.saturating_sub(1);
        if self.steps == 0 || chosen.len() + self.still_needed(chosen) >= self.limit {
            return;
        }
        let open = self.sets.iter().filter(|set| set.is_disjoint(chosen));
        let Some(set) = open.min_by_key(|set| set.len()) else {
            self.limit = chosen.len();
            *self.best = Some(chosen.clone());
            return;
        };
        for rule in set {
            chosen.insert(*rule);
            self.go_on(chosen);
            chosen.remove(rule);
        }
    }

    /// As many sets that have nothing in common need as many rules.
    fn still_needed(&self, chosen: &BTreeSet<usize>) -> usize {
        let mut seen: BTreeSet<usize> = chosen.clone();
        let mut needed = 0;
        for set in self.sets {
            if set.is_disjoint(&seen) {
                seen.extend(set);
                needed += 1;
            }
        }
        needed
    }
}
