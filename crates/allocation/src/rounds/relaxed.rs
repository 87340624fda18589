//! The best shares: what would be possible if people could be in several places at once.

use super::basis::{Basic, Basis, Column};
use super::choose::Chooser;
use super::model::{Model, SCALE};
use super::prices::{Bans, Prices, bound};

/// What a schedule must save to be worth an exchange, in 1/[`SCALE`].
const WORTH: i64 = SCALE >> 13;

/// A linear programme that is solved again and again, with other bans.
pub(super) struct Relaxed<'m, 'c, 'p> {
    pub(super) model: &'m Model<'c, 'p>,
    pub(super) basis: Basis,
    criterion: usize,
    bans: Bans,
    chooser: Chooser,
    /// What it costs to exceed a row by one, or to do what is banned.
    too_many: i64,
    /// The unit that is asked next.
    next: usize,
    /// How many more steps there may be.
    pub(super) effort: usize,
    /// About how many steps a choice and an exchange take.
    choice: usize,
    exchange: usize,
}

impl<'m, 'c, 'p> Relaxed<'m, 'c, 'p> {
    /// Begins with these schedules.
    pub(super) fn new(
        model: &'m Model<'c, 'p>,
        criterion: usize,
        schedules: &[Vec<usize>],
        (too_many, effort): (i64, usize),
    ) -> Self {
        let column = |(unit, schedule): (usize, &Vec<usize>)| {
            let cost = model.value(criterion, unit, schedule).unwrap_or(0);
            Column::new(model, unit, schedule.clone(), cost)
        };
        let keys = schedules.iter().enumerate().map(column).collect();
        #[expect(clippy::cast_precision_loss, reason = "values are far below 2⁵²")]
        let basis = Basis::new(model, keys, too_many as f64);
        Self {
            model,
            basis,
            criterion,
            bans: Bans::new(),
            chooser: Chooser::default(),
            too_many,
            next: 0,
            effort,
            choice: 100 + 10 * model.rounds() * model.theme_count,
            exchange: 1_000 + 2 * model.rows.len() * model.rows.len(),
        }
    }

    /// Lets these units no longer, or again, take these sessions.
    pub(super) fn ban(&mut self, bans: Bans) {
        let before = std::mem::replace(&mut self.bans, bans);
        let units: std::collections::BTreeSet<usize> = before.keys().chain(self.bans.keys()).copied().collect();
        for unit in units {
            let (model, criterion) = (self.model, self.criterion);
            let bans = self.bans.get(&unit).map_or(&[][..], Vec::as_slice);
            let too_many = self.basis.too_many;
            self.basis.recost(unit, |schedule| {
                let value = model.value(criterion, unit, schedule).unwrap_or(0);
                #[expect(clippy::cast_precision_loss, reason = "values are far below 2⁵²")]
                let value = value as f64;
                value + too_many * f64::from(u32::from(is_banned(schedule, bans)))
            });
        }
    }

    /// Exchanges schedules until no exchange saves anything, or the effort is spent. Gives what any allocation
    /// costs at least, within the bans; `None` if there is none.
    pub(super) fn solve(&mut self) -> Option<i64> {
        let units = self.model.units.len();
        let mut prices = self.prices();
        let mut idle = 0;
        while idle <= units && self.effort > 0 {
            if idle == units {
                let Some(row) = prices.rows.iter().position(|price| *price < -WORTH) else { break };
                self.spend(self.exchange);
                self.basis.enter(Basic::Rest(row));
                prices = self.prices();
                idle = 0;
                continue;
            }
            self.spend(self.choice);
            let unit = self.next;
            self.next = (self.next + 1) % units;
            idle += 1;
            let bans = self.bans.get(&unit).map_or(&[][..], Vec::as_slice);
            let (cost, schedule) = self.chooser.cheapest(self.model, &prices, unit, bans)?;
            let key = &self.basis.keys[unit];
            let penalty = if is_banned(&key.schedule, bans) { self.too_many * SCALE } else { 0 };
            let now = prices.total(self.model, unit, &key.schedule)? + penalty;
            if cost + WORTH < now {
                let value = self.model.value(self.criterion, unit, &schedule)?;
                let column = Column::new(self.model, unit, schedule, value);
                self.spend(self.exchange);
                if self.basis.enter(Basic::Share(unit, column)) {
                    prices = self.prices();
                }
                idle = 0;
            }
        }
        let rows = prices.rows.iter().map(|price| (*price).max(0)).collect();
        bound(self.model, &Prices::new(self.model, rows, self.criterion), &self.bans)
    }

    fn spend(&mut self, steps: usize) {
        self.effort = self.effort.saturating_sub(steps);
    }

    /// What the rows cost now.
    pub(super) fn prices(&self) -> Prices {
        #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "prices are below 2⁴⁰")]
        let whole = |price: f64| (price * SCALE as f64).round() as i64;
        Prices::new(self.model, self.basis.prices().into_iter().map(whole).collect(), self.criterion)
    }
}

fn is_banned(schedule: &[usize], bans: &[(usize, usize)]) -> bool {
    bans.iter().any(|(round, session)| schedule[*round] == *session)
}
