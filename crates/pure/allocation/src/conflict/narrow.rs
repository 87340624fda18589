//! From many rules that cannot be kept together to the fewest.

use std::cell::Cell;
use std::collections::BTreeSet;

use super::Narrowed;

/// So many sets are looked at on the way to the smallest.
const SETS: usize = 300;
/// So many steps may be taken to find the fewest rules that meet all sets.
const STEPS: usize = 200_000;

/// Rules by their numbers.
pub(super) type Set = BTreeSet<usize>;

/// Whether rules can be kept together, `None` if it would take too long to tell; and how many steps that took.
pub(super) type CanKeep<'q> = &'q dyn Fn(&Set) -> (Option<bool>, usize);

/// Asks which rules can be kept together, for so many steps in all.
pub(super) struct Questions<'q> {
    can_keep: CanKeep<'q>,
    left: Cell<usize>,
    /// How many steps the longest question took, or the shortest takes.
    longest: Cell<usize>,
    /// Whether every question was answered.
    is_sure: Cell<bool>,
}

impl<'q> Questions<'q> {
    /// Questions for so many steps in all, each of which takes so many at least.
    pub(super) fn new(can_keep: CanKeep<'q>, steps: usize, each: usize) -> Self {
        Self { can_keep, left: Cell::new(steps), longest: Cell::new(each), is_sure: Cell::new(true) }
    }

    /// `None` if no step is left. What cannot be told is taken as possible: so no rule is left out that belongs to
    /// a conflict, but some may be named that do not.
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

    /// Whether so many more questions can be asked, however long they take.
    fn can_ask(&self, questions: usize) -> bool {
        self.left.get() / self.longest.get().max(1) > questions
    }

    /// The fewest of these rules, or nearly, that cannot be kept together.
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

    /// Whether fewer than these rules cannot be kept together.
    pub(super) fn fewer(&self, rules: &[usize], known: Set) -> (Set, Narrowed) {
        match self.smallest(rules, known.len()) {
            Search::Found(fewer) => (fewer, Narrowed::Fewest),
            Search::NoneFewer => (known, Narrowed::Fewest),
            Search::GivenUp => (known, Narrowed::NoneSpare),
        }
    }

    /// A part of these rules that cannot be kept beside `kept`, and of which none can be left out (Junker 2004:
    /// `QuickXplain`). `has_grown` says that `kept` is more than when it was last looked at.
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
    /// rules contradicts itself exactly if it meets every set without which the others can be kept. Looks for
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

/// What came of looking for fewer rules.
enum Search {
    Found(Set),
    NoneFewer,
    /// It would take too long to tell.
    GivenUp,
}

/// The fewest rules that meet every set, if those are fewer than `limit`.
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

    /// As many sets that have nothing in common need as many rules.
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
