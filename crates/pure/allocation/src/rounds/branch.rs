//! Branch and bound (Land and Doig 1960): from shares to whole schedules.

use crate::Progress;

use super::model::{Model, Schedule};
use super::polish::Polish;
use super::prices::Bans;
use super::relaxed::Relaxed;

/// A share that is nearer than this to zero or one counts as whole; it exceeds the nudges of the limits.
const WHOLE: f64 = 1e-3;

/// The best allocation so far by one criterion.
pub(super) struct Best {
    /// The schedule of each unit; `None` before the first allocation was found.
    pub(super) schedules: Option<Vec<Schedule>>,
    /// The value of the schedules; greater than any allocation's before the first was found.
    pub(super) value: i64,
}

/// A search for an allocation better than the best so far, until none exists or the effort is spent.
pub(super) struct Search<'s, 'm, 'c, 'p> {
    pub(super) relaxed: Relaxed<'m, 'c, 'p>,
    pub(super) polish: &'s Polish<'m, 'c, 'p>,
    pub(super) criterion: usize,
    pub(super) best: Best,
    /// The proven lower bound of any allocation's value.
    pub(super) proven: i64,
    /// The number of nodes of the tree that were solved.
    pub(super) nodes: usize,
    /// Called with the progress.
    pub(super) watch: &'s mut dyn FnMut(&Progress),
}

impl Search<'_, '_, '_, '_> {
    /// Searches the whole tree and returns the lower bound of any allocation's value.
    pub(super) fn run(&mut self) -> i64 {
        let Some(root) = self.ask() else { return i64::MAX };
        self.proven = self.proven.max(root);
        self.round();
        let mut open = vec![Vec::new()];
        while let Some(bans) = open.pop() {
            if self.proven >= self.best.value {
                break;
            }
            self.relaxed.ban(grouped(&bans));
            let Some(bound) = self.ask().filter(|bound| *bound < self.best.value) else { continue };
            if self.relaxed.effort == 0 {
                return self.proven;
            }
            self.nodes += 1;
            if self.nodes.is_multiple_of(16) {
                self.round();
            }
            match self.most_divided() {
                Some(divided) => open.extend(self.halves(&bans, divided)),
                None => self.round(),
            }
            // Whole shares are an allocation whose cost is the bound. If rounding kept us from finding it, nothing is
            // proven.
            if self.most_divided().is_none() && bound < self.best.value {
                return self.proven;
            }
        }
        self.best.value
    }

    /// The least cost of an allocation within the current bans; `None` if there is none.
    fn ask(&mut self) -> Option<i64> {
        let progress = Progress {
            criterion: self.criterion,
            criteria: self.relaxed.model.values.len(),
            found: self.best.schedules.is_some().then_some(self.best.value),
            bound: (self.proven > i64::MIN).then_some(self.proven),
        };
        self.relaxed.solve(self.best.value, &mut || (self.watch)(&progress))
    }

    /// The two branches: a unit is in a session, or it is not. The likelier branch comes last, because it is searched
    /// first.
    fn halves(&self, bans: &[Ban], (unit, round, session, share): Divided) -> [Vec<Ban>; 2] {
        let others = (0..self.relaxed.model.sessions(round)).filter(|other| *other != session);
        let inside: Vec<Ban> = bans.iter().copied().chain(others.map(|other| (unit, round, other))).collect();
        let outside: Vec<Ban> = bans.iter().copied().chain([(unit, round, session)]).collect();
        if share < 0.5 { [inside, outside] } else { [outside, inside] }
    }

    /// The unit and the session in which its share is nearest to a half.
    fn most_divided(&self) -> Option<Divided> {
        let model = self.relaxed.model;
        let mut most: Option<Divided> = None;
        for unit in 0..model.units.len() {
            let key = (&self.relaxed.basis.keys[unit].schedule, self.relaxed.basis.key_share(unit));
            let shares = self.relaxed.basis.shares(unit).map(|(column, share)| (&column.schedule, share));
            let shares: Vec<(&Schedule, f64)> = shares.chain([key]).collect();
            if shares.len() == 1 {
                continue;
            }
            for round in 0..model.rounds() {
                let mut sums = vec![0.0; model.sessions(round)];
                for (schedule, share) in &shares {
                    sums[schedule[round]] += share;
                }
                for (session, share) in sums.into_iter().enumerate() {
                    let is_divided = share > WHOLE && share < 1.0 - WHOLE;
                    let is_nearer = |(.., most): &Divided| (share - 0.5).abs() < (most - 0.5).abs();
                    if is_divided && most.as_ref().is_none_or(is_nearer) {
                        most = Some((unit, round, session, share));
                    }
                }
            }
        }
        most
    }

    /// Rounds: gives every unit the schedule of which it has the largest share, and polishes the result.
    fn round(&mut self) {
        let model = self.relaxed.model;
        let mut schedules: Vec<Schedule> = Vec::with_capacity(model.units.len());
        for unit in 0..model.units.len() {
            let key = (&self.relaxed.basis.keys[unit].schedule, self.relaxed.basis.key_share(unit));
            let shares = self.relaxed.basis.shares(unit).map(|(column, share)| (&column.schedule, share));
            let (largest, _) = shares.fold(key, |largest, other| if other.1 > largest.1 { other } else { largest });
            schedules.push(largest.clone());
        }
        self.relaxed.spend(self.polish.effort());
        if self.polish.polish(&mut schedules, &self.relaxed.prices()).is_some() {
            self.best.take(model, self.criterion, schedules);
        }
    }
}

impl Best {
    /// Replaces the best schedules if these keep the rows and are better.
    pub(super) fn take(&mut self, model: &Model<'_, '_>, criterion: usize, schedules: Vec<Schedule>) {
        if let Some(value) = total(model, criterion, &schedules)
            && value < self.value
            && keeps_rows(model, &schedules)
        {
            *self = Self { schedules: Some(schedules), value };
        }
    }
}

/// A unit, a round and a session, and the unit's share in it.
type Divided = (usize, usize, usize, f64);

/// A unit, and a session of a round that it must not take.
type Ban = (usize, usize, usize);

fn grouped(bans: &[Ban]) -> Bans {
    let mut grouped = Bans::new();
    for (unit, round, session) in bans {
        grouped.entry(*unit).or_default().push((*round, *session));
    }
    grouped
}

/// The total value of the schedules; `None` if a person cannot take theirs.
pub(super) fn total(model: &Model<'_, '_>, criterion: usize, schedules: &[Schedule]) -> Option<i64> {
    schedules.iter().enumerate().map(|(unit, schedule)| model.value(criterion, unit, schedule)).sum()
}

/// True if no row is exceeded.
pub(super) fn keeps_rows(model: &Model<'_, '_>, schedules: &[Schedule]) -> bool {
    let mut used = vec![0; model.rows.len()];
    for (unit, schedule) in schedules.iter().enumerate() {
        model.uses(unit, schedule).into_iter().for_each(|(row, amount)| used[row] += amount);
    }
    model.rows.iter().zip(used).all(|(row, used)| used <= row.limit)
}
