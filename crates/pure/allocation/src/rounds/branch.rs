//! From shares to whole schedules: branch and bound (Land and Doig 1960).

use crate::Progress;

use super::model::{Model, Schedule};
use super::polish::Polish;
use super::prices::Bans;
use super::relaxed::Relaxed;

/// A share that differs from nothing or everything by less is whole: more than the limits are nudged.
const WHOLE: f64 = 1e-3;

/// The best allocation so far by one criterion.
pub(super) struct Best {
    /// The schedule of each unit; `None` before the first was found.
    pub(super) schedules: Option<Vec<Schedule>>,
    /// What it counts; more than any allocation could before the first was found.
    pub(super) value: i64,
}

/// Looks for an allocation that counts less than the best, until there is none or the effort is spent.
pub(super) struct Search<'s, 'm, 'c, 'p> {
    pub(super) relaxed: Relaxed<'m, 'c, 'p>,
    pub(super) polish: &'s Polish<'m, 'c, 'p>,
    pub(super) criterion: usize,
    pub(super) best: Best,
    /// What no allocation is known to count less than.
    pub(super) proven: i64,
    /// How many questions were asked.
    pub(super) questions: usize,
    /// Hears how it goes.
    pub(super) watch: &'s mut dyn FnMut(&Progress),
}

impl Search<'_, '_, '_, '_> {
    /// Searches the whole tree. Gives what no allocation counts less than.
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
            self.questions += 1;
            if self.questions.is_multiple_of(16) {
                self.round();
            }
            match self.most_divided() {
                Some(divided) => open.extend(self.halves(&bans, divided)),
                None => self.round(),
            }
            // Whole shares are an allocation that costs what the bound says. If the numbers were too rough to
            // find it, nothing is proven.
            if self.most_divided().is_none() && bound < self.best.value {
                return self.proven;
            }
        }
        self.best.value
    }

    /// What an allocation costs at least within the bans of now; `None` if there is none.
    fn ask(&mut self) -> Option<i64> {
        let progress = Progress {
            criterion: self.criterion,
            criteria: self.relaxed.model.values.len(),
            found: self.best.schedules.is_some().then_some(self.best.value),
            bound: (self.proven > i64::MIN).then_some(self.proven),
        };
        self.relaxed.solve(self.best.value, &mut || (self.watch)(&progress))
    }

    /// The two halves of what is allowed now: a unit is in a session, or it is not. The one that is likelier
    /// comes last, to be asked first.
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

    /// Gives every unit the schedule of which it has the largest share, and lets that be polished.
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
    /// Takes these schedules if they keep the rows and count less.
    pub(super) fn take(&mut self, model: &Model<'_, '_>, criterion: usize, schedules: Vec<Schedule>) {
        if let Some(value) = total(model, criterion, &schedules)
            && value < self.value
            && keeps_rows(model, &schedules)
        {
            *self = Self { schedules: Some(schedules), value };
        }
    }
}

/// A unit, a round and a session, and the share that the unit has in it.
type Divided = (usize, usize, usize, f64);

/// A session of a round that a unit does not take.
type Ban = (usize, usize, usize);

fn grouped(bans: &[Ban]) -> Bans {
    let mut grouped = Bans::new();
    for (unit, round, session) in bans {
        grouped.entry(*unit).or_default().push((*round, *session));
    }
    grouped
}

/// What all count together; `None` if somebody cannot take their schedule.
pub(super) fn total(model: &Model<'_, '_>, criterion: usize, schedules: &[Schedule]) -> Option<i64> {
    schedules.iter().enumerate().map(|(unit, schedule)| model.value(criterion, unit, schedule)).sum()
}

/// Whether no row is exceeded.
pub(super) fn keeps_rows(model: &Model<'_, '_>, schedules: &[Schedule]) -> bool {
    let mut used = vec![0; model.rows.len()];
    for (unit, schedule) in schedules.iter().enumerate() {
        model.uses(unit, schedule).into_iter().for_each(|(row, amount)| used[row] += amount);
    }
    model.rows.iter().zip(used).all(|(row, used)| used <= row.limit)
}
