//! Narrows rules that cannot be kept together down to the fewest.

use std::cell::Cell;
use std::collections::BTreeSet;

use super::Narrowed;

/// The most sets that are checked in the search for the smallest one.
const SETS: usize = 300;
/// The most steps in the search for the fewest rules that meet all sets.
const STEPS: usize = 200_000;

/// Rules by their indices.
pub(super) type Set = BTreeSet<usize>;

/// Decides whether rules can be kept together (`None` if that would take too long), and counts the steps.
pub(super) type CanKeep<'q> = &'q dyn Fn(&Set) -> (Option<bool>, usize);

/// An oracle that decides which rules can be kept together, within a total number of steps.
pub(super) struct Oracle<'q> {
    can_keep: CanKeep<'q>,
    left: Cell<usize>,
    /// The steps of the longest check so far, or the least steps of any.
    longest: Cell<usize>,
    /// True if every check had an answer.
    is_sure: Cell<bool>,
}

impl<'q> Oracle<'q> {
    /// An oracle with this many steps in all, of which each check takes at least `each`.
    pub(super) fn new(can_keep: CanKeep<'q>, steps: usize, each: usize) -> Self {
        Self { can_keep, left: Cell::new(steps), longest: Cell::new(each), is_sure: Cell::new(true) }
    }

    /// `None` if no step is left. An undecided set counts as possible: so no rule of a conflict is left out, but some
    /// rules may be named that do not belong to it.
    fn ask(&self, kept: &Set) -> Option<bool> {
        if self.left.get() == 0 {
            return None;
        }
        let (answer, steps) = (self.can_keep)(kept);
        self.left.set(self.left.get().saturating_sub(steps));
        self.longest.set(self.longest.get().max(steps));
        self.is_sure.set(self.is_sure.get() && answer.is_some());
        Some(answer.unwrap_or(true))
    }

    /// True if there are steps left for this many more checks, each as long as the longest.
    fn can_ask(&self, checks: usize) -> bool {
        self.left.get() / self.longest.get().max(1) > checks
    }

    /// The fewest of these rules, or nearly the fewest, that cannot be kept together.
    pub(super) fn narrow(&self, rules: &[usize]) -> (Set, Narrowed) {
        let some = self.without_surplus(&Set::new(), false, rules);
        if self.left.get() == 0 || !self.is_sure.get() {
            return (some, Narrowed::Started);
        }
        match self.smallest(rules, some.len()) {
            Search::Found(fewer) => (fewer, Narrowed::Fewest),
            Search::NoneFewer => (some, Narrowed::Fewest),
            Search::GivenUp => (some, Narrowed::NoneSpare),
        }
    }

    /// Searches for fewer rules than the known ones that cannot be kept together.
    pub(super) fn fewer(&self, rules: &[usize], known: Set) -> (Set, Narrowed) {
        match self.smallest(rules, known.len()) {
            Search::Found(fewer) => (fewer, Narrowed::Fewest),
            Search::NoneFewer => (known, Narrowed::Fewest),
            Search::GivenUp => (known, Narrowed::NoneSpare),
        }
    }

    /// A part of these rules that cannot be kept together with `kept`, and of which none can be left out (Junker
    /// 2004: `QuickXplain`). `has_grown` is true if `kept` has grown since it was last checked.
    fn without_surplus(&self, kept: &Set, has_grown: bool, rules: &[usize]) -> Set {
        if has_grown && self.ask(kept) == Some(false) {
            return Set::new();
        }
        if rules.len() <= 1 || self.left.get() == 0 {
            return rules.iter().copied().collect();
        }
        let (first, second) = rules.split_at(rules.len() / 2);
        let with_first = kept.iter().chain(first).copied().collect();
        let of_second = self.without_surplus(&with_first, true, second);
        let with_second = kept.union(&of_second).copied().collect();
        let of_first = self.without_surplus(&with_second, !of_second.is_empty(), first);
        of_first.union(&of_second).copied().collect()
    }

    /// The fewest rules that cannot be kept together (Ignatiev, Previti, Liffiton and Marques-Silva 2015): a set of
    /// rules contradicts itself exactly if it meets every set without which the others can be kept. Searches for
    /// fewer than `known`.
    fn smallest(&self, rules: &[usize], known: usize) -> Search {
        if !self.can_ask(rules.len()) {
            return Search::GivenUp;
        }
        let mut to_meet: Vec<Set> = Vec::new();
        for _ in 0..SETS.max(known + 1) {
            let mut kept = match meeting(&to_meet, known) {
                Search::Found(kept) => kept,
                none => return none,
            };
            match self.ask(&kept) {
                Some(true) => {}
                Some(false) => return Search::Found(kept),
                None => return Search::GivenUp,
            }
            for rule in rules {
                if kept.insert(*rule) && self.ask(&kept) != Some(true) {
                    kept.remove(rule);
                }
            }
            if self.left.get() == 0 || !self.is_sure.get() {
                return Search::GivenUp;
            }
            to_meet.push(rules.iter().copied().filter(|rule| !kept.contains(rule)).collect());
        }
        Search::GivenUp
    }
}

/// The result of a search for fewer rules.
enum Search {
    Found(Set),
    NoneFewer,
    /// The search would take too long.
    GivenUp,
}

/// A minimal hitting set: the fewest rules that meet every set, if they are fewer than `limit`.
fn meeting(sets: &[Set], limit: usize) -> Search {
    let mut best = None;
    let mut search = Meeting { sets, limit, steps: STEPS, best: &mut best };
    search.go_on(&mut Set::new());
    match (search.steps, best) {
        (0, _) => Search::GivenUp,
        (_, None) => Search::NoneFewer,
        (_, Some(best)) => Search::Found(best),
    }
}

struct Meeting<'s> {
    sets: &'s [Set],
    limit: usize,
    steps: usize,
    best: &'s mut Option<Set>,
}

impl Meeting<'_> {
    fn go_on(&mut self, chosen: &mut Set) {
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

    /// A lower bound: disjoint sets need one rule each.
    fn still_needed(&self, chosen: &Set) -> usize {
        let mut seen: Set = chosen.clone();
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
