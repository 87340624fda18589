//! The cheapest schedule of one unit: a session for each round, no theme twice.
//!
//! That is an assignment of themes to rounds. It is solved by shortest augmenting paths with potentials (Kuhn 1955,
//! Munkres 1957, in the form of Jonker and Volgenant 1987): rounds are added one after the other. Only the cheapest
//! themes of each round are considered, as many as there are rounds: the others can take no more than the rest.

use super::model::{BARRED, Model, Schedule};
use super::prices::Prices;

/// A cost that is greater than any possible one.
const NEVER: i64 = i64::MAX / 8;
/// Stands for no round.
const NONE: usize = usize::MAX;

/// Finds cheapest schedules; reuses its buffers from one unit to the next.
#[derive(Default)]
pub(super) struct Chooser {
    /// The cost of the session for each round and theme; [`NEVER`] if there is none that can be taken.
    all: Vec<i64>,
    /// The themes that are considered, and their costs for each round.
    kept: Vec<usize>,
    costs: Vec<i64>,
    themes: usize,
    /// Buffers: the cheapest themes of one round, and true for each theme that is considered.
    cheapest: Vec<(i64, usize)>,
    is_kept: Vec<bool>,
    /// The round that has each theme.
    owner: Vec<usize>,
    round_potential: Vec<i64>,
    theme_potential: Vec<i64>,
    /// The shortest path to each theme while a round is added.
    ways: Vec<Way>,
}

/// The shortest path to a theme so far.
#[derive(Clone)]
struct Way {
    far: i64,
    /// The previous theme of the path; [`NONE`] for the first.
    from: usize,
    is_reached: bool,
}

impl Chooser {
    /// The cheapest schedule of a unit without these sessions, and its cost; `None` if there is none.
    pub(super) fn cheapest(
        &mut self,
        model: &Model<'_, '_>,
        prices: &Prices,
        unit: usize,
        bans: &[(usize, usize)],
    ) -> Option<(i64, Schedule)> {
        let rounds = model.rounds();
        self.all.clear();
        self.all.resize(rounds * model.theme_count, NEVER);
        for round in 0..rounds {
            self.add_up(model, prices, unit, round);
        }
        for (round, session) in bans {
            self.all[round * model.theme_count + model.themes[*round][*session]] = NEVER;
        }
        self.keep_cheapest(rounds, model.theme_count);
        self.owner.clear();
        self.owner.resize(self.themes, NONE);
        self.theme_potential.clear();
        self.theme_potential.resize(self.themes, 0);
        self.round_potential.clear();
        self.round_potential.resize(rounds, 0);
        // If rounds are alike, otherwise everybody would want the same session in the same round.
        for turn in 0..rounds {
            self.add((unit + turn) % rounds)?;
        }
        let mut schedule = vec![0; rounds];
        let mut sum = 0;
        for (theme, round) in self.owner.iter().enumerate().filter(|(_, round)| **round != NONE) {
            sum += self.costs[round * self.themes + theme];
            schedule[*round] = model.session_of[*round][self.kept[theme]];
        }
        Some((sum, schedule))
    }

    /// The cost of each session of a round for all people of a unit together.
    fn add_up(&mut self, model: &Model<'_, '_>, prices: &Prices, unit: usize, round: usize) {
        let costs = &mut self.all[round * model.theme_count..(round + 1) * model.theme_count];
        for (number, person) in model.units[unit].iter().enumerate() {
            let places = &prices.places[round][model.case.rounds[round].class[*person]];
            let sessions = model.codes(round, *person).iter().zip(places).zip(&model.themes[round]);
            for ((code, place), theme) in sessions {
                let before = if number == 0 { 0 } else { costs[*theme] };
                let can = *code != BARRED && before < NEVER;
                costs[*theme] = if can { before + prices.codes[usize::from(*code)] + place } else { NEVER };
            }
        }
    }

    /// Keeps the cheapest themes of each round, as many as there are rounds.
    fn keep_cheapest(&mut self, rounds: usize, themes: usize) {
        self.is_kept.clear();
        self.is_kept.resize(themes, rounds >= themes);
        if rounds < themes {
            for costs in self.all.chunks_exact(themes) {
                self.cheapest.clear();
                self.cheapest.resize(rounds, (i64::MAX, NONE));
                for (theme, cost) in costs.iter().enumerate() {
                    if *cost >= self.cheapest[rounds - 1].0 {
                        continue;
                    }
                    let mut at = rounds - 1;
                    while at > 0 && *cost < self.cheapest[at - 1].0 {
                        self.cheapest[at] = self.cheapest[at - 1];
                        at -= 1;
                    }
                    self.cheapest[at] = (*cost, theme);
                }
                let found = self.cheapest.iter().filter(|(_, theme)| *theme != NONE);
                found.for_each(|(_, theme)| self.is_kept[*theme] = true);
            }
        }
        self.kept.clear();
        self.kept.extend((0..themes).filter(|theme| self.is_kept[*theme]));
        self.themes = self.kept.len();
        self.costs.clear();
        for costs in self.all.chunks_exact(themes) {
            self.costs.extend(self.kept.iter().map(|theme| costs[*theme]));
        }
    }

    /// Gives one more round a theme; other rounds may have to change theirs.
    fn add(&mut self, round: usize) -> Option<()> {
        // Usually the best theme is still free.
        let costs = &self.costs[round * self.themes..(round + 1) * self.themes];
        let (mut least, mut theme) = (i64::MAX, NONE);
        for (number, (cost, potential)) in costs.iter().zip(&self.theme_potential).enumerate() {
            if cost - potential < least {
                (least, theme) = (cost - potential, number);
            }
        }
        if least >= NEVER / 2 {
            return None;
        }
        self.round_potential[round] = least;
        if self.owner[theme] == NONE {
            self.owner[theme] = round;
            return Some(());
        }
        self.augment(round)
    }

    /// Finds the shortest path from a round to a free theme and exchanges themes along it.
    fn augment(&mut self, round: usize) -> Option<()> {
        self.ways.clear();
        self.ways.resize(self.themes, Way { far: i64::MAX, from: NONE, is_reached: false });
        let (mut at, mut reached, mut length) = (round, NONE, 0);
        loop {
            let costs = &self.costs[at * self.themes..(at + 1) * self.themes];
            let start = length - self.round_potential[at];
            let (mut nearest, mut next) = (i64::MAX, NONE);
            let ways = self.ways.iter_mut().zip(costs).zip(&self.theme_potential).enumerate();
            for (theme, ((way, cost), potential)) in ways.filter(|(_, ((way, _), _))| !way.is_reached) {
                let here = start + cost - potential;
                if here < way.far {
                    (way.far, way.from) = (here, reached);
                }
                if way.far < nearest {
                    (nearest, next) = (way.far, theme);
                }
            }
            (length, reached) = (nearest, next);
            if reached == NONE || length >= NEVER / 2 {
                return None;
            }
            self.ways[reached].is_reached = true;
            if self.owner[reached] == NONE {
                break;
            }
            at = self.owner[reached];
        }
        self.raise(round, reached, length);
        self.hand_on(round, reached);
        Some(())
    }

    /// Updates the potentials so that no reduced cost falls below zero.
    fn raise(&mut self, round: usize, last: usize, length: i64) {
        self.round_potential[round] += length;
        for theme in (0..self.themes).filter(|theme| self.ways[*theme].is_reached && *theme != last) {
            let rest = length - self.ways[theme].far;
            self.theme_potential[theme] -= rest;
            self.round_potential[self.owner[theme]] += rest;
        }
    }

    fn hand_on(&mut self, round: usize, last: usize) {
        let mut theme = last;
        loop {
            let from = self.ways[theme].from;
            if from == NONE {
                self.owner[theme] = round;
                return;
            }
            self.owner[theme] = self.owner[from];
            theme = from;
        }
    }
}
