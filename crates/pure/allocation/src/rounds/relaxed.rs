//! The linear relaxation: the best shares, as if people could be in several sessions at once.
//!
//! If prices were approximated before, they may move only a little from there, again and again until none of them
//! is held back (the boxes of Marsten, Hogan and Blankenship 1975). Without that, many prices would oscillate
//! most of the time.

use super::basis::{Basic, Basis, Column, Range};
use super::choose::Chooser;
use super::model::{Model, SCALE, Schedule};
use super::prices::{Bans, Prices, bound};

/// The least saving of an exchange, in 1/[`SCALE`].
const WORTH: i64 = SCALE >> 13;
/// The width of the price ranges at first, and the tolerated distance outside, where a rank more costs 1.
const NEAR: f64 = 0.5;
const FAR: f64 = 0.75;
/// The factor by which the ranges grow when they were too narrow.
const WIDER: f64 = 2.0;

/// A linear programme that is solved repeatedly, with other bans.
pub(super) struct Relaxed<'m, 'c, 'p> {
    pub(super) model: &'m Model<'c, 'p>,
    pub(super) basis: Basis,
    criterion: usize,
    bans: Bans,
    chooser: Chooser,
    /// The cost of exceeding a row by one, or of a ban.
    too_many: i64,
    /// True if prices are limited to ranges.
    is_near: bool,
    /// The unit that is priced next.
    next: usize,
    /// The remaining number of steps.
    pub(super) effort: usize,
    /// The approximate number of steps of a choice and of an exchange.
    choice: usize,
    exchange: usize,
}

impl<'m, 'c, 'p> Relaxed<'m, 'c, 'p> {
    /// Starts with these schedules, and with these prices of the rows if they were approximated.
    pub(super) fn new(
        model: &'m Model<'c, 'p>,
        criterion: usize,
        schedules: &[Schedule],
        near: Option<&[i64]>,
        too_many: i64,
        effort: usize,
    ) -> Self {
        let column = |(unit, schedule): (usize, &Schedule)| {
            let cost = model.value(criterion, unit, schedule).unwrap_or(0);
            Column::new(model, unit, schedule.clone(), cost)
        };
        let keys = schedules.iter().enumerate().map(column).collect();
        let range = near.map_or_else(|| vec![widest(too_many); model.rows.len()], |near| around(near, NEAR));
        Self {
            model,
            basis: Basis::new(model, keys, range),
            criterion,
            bans: Bans::new(),
            chooser: Chooser::default(),
            too_many,
            is_near: near.is_some(),
            next: 0,
            effort,
            choice: 100 + 10 * model.rounds() * model.theme_count,
            exchange: 1_000 + model.rows.len() * model.rows.len() / 2,
        }
    }

    /// Replaces the bans and updates the costs of the units that they concern.
    pub(super) fn ban(&mut self, bans: Bans) {
        let before = std::mem::replace(&mut self.bans, bans);
        let units: std::collections::BTreeSet<usize> = before.keys().chain(self.bans.keys()).copied().collect();
        let (model, criterion, too_many) = (self.model, self.criterion, self.too_many);
        for unit in units {
            let bans = self.bans.get(&unit).map_or(&[][..], Vec::as_slice);
            self.basis.recost(unit, |schedule| {
                let penalty = if is_banned(schedule, bans) { too_many } else { 0 };
                model.value(criterion, unit, schedule).unwrap_or(0) + penalty
            });
        }
    }

    /// Exchanges schedules until no exchange saves anything, the effort is spent, or the lower bound reaches
    /// `enough`. Returns the lower bound of any allocation within the bans; `None` if there is none.
    /// Calls `tell` regularly.
    pub(super) fn solve(&mut self, enough: i64, tell: &mut dyn FnMut()) -> Option<i64> {
        let mut bound = self.settle(tell)?;
        let mut width = NEAR;
        while self.is_near && bound < enough && self.effort > 0 && self.basis.holds_prices() {
            width *= WIDER;
            self.basis.set_range(around(&self.prices().rows, width));
            bound = bound.max(self.settle(tell)?);
        }
        Some(bound)
    }

    /// Exchanges schedules while prices stay in their ranges, or near them, and returns the proven bound.
    fn settle(&mut self, tell: &mut dyn FnMut()) -> Option<i64> {
        let units = self.model.units.len();
        let mut prices = self.prices();
        let mut idle = 0;
        while self.effort > 0 {
            let entering = if idle == 0 || idle == units { self.outside(&prices, idle == units) } else { None };
            let entering = match entering {
                None if idle == units => break,
                None => {
                    idle += 1;
                    self.next_cheaper(&prices, tell)?
                }
                row => row,
            };
            if let Some(entering) = entering {
                self.spend(self.exchange);
                if self.basis.enter(entering) {
                    prices = self.prices();
                }
                idle = 0;
            }
        }
        let rows = prices.rows.iter().map(|price| (*price).max(0)).collect();
        bound(self.model, &Prices::new(self.model, rows, self.criterion), &self.bans)
    }

    /// The variable that brings back a price outside its range; small distances only count at the end.
    #[expect(clippy::cast_precision_loss, reason = "prices are below 2⁴⁰")]
    fn outside(&self, prices: &Prices, is_end: bool) -> Option<Basic> {
        let rows = prices.rows.iter().map(|price| *price as f64 / SCALE as f64);
        let far = if self.is_near { FAR } else { f64::INFINITY };
        self.basis.outside(rows, if is_end { WORTH as f64 / SCALE as f64 } else { far })
    }

    /// A schedule of the next unit, if it is cheaper than its key at these prices. The outer `None` means that it
    /// has no schedule at all.
    #[expect(clippy::option_option, reason = "to have no schedule is another thing than to have no cheaper one")]
    fn next_cheaper(&mut self, prices: &Prices, tell: &mut dyn FnMut()) -> Option<Option<Basic>> {
        self.spend(self.choice);
        let unit = self.next;
        self.next = (self.next + 1) % self.model.units.len();
        if self.next == 0 {
            tell();
        }
        let bans = self.bans.get(&unit).map_or(&[][..], Vec::as_slice);
        let (cost, schedule) = self.chooser.cheapest(self.model, prices, unit, bans)?;
        let key = &self.basis.keys[unit];
        let penalty = if is_banned(&key.schedule, bans) { self.too_many * SCALE } else { 0 };
        if cost + WORTH >= prices.total(self.model, unit, &key.schedule)? + penalty {
            return Some(None);
        }
        let value = self.model.value(self.criterion, unit, &schedule)?;
        Some(Some(Basic::Share(unit, Column::new(self.model, unit, schedule, value))))
    }

    /// Subtracts steps from the remaining effort.
    pub(super) fn spend(&mut self, steps: usize) {
        self.effort = self.effort.saturating_sub(steps);
    }

    /// The current prices of the rows, rounded.
    pub(super) fn prices(&self) -> Prices {
        #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "prices are below 2⁴⁰")]
        let whole = |price: f64| (price * SCALE as f64).round() as i64;
        Prices::new(self.model, self.basis.prices().into_iter().map(whole).collect(), self.criterion)
    }
}

/// Ranges of this width around the prices.
#[expect(clippy::cast_precision_loss, reason = "prices are below 2⁴⁰")]
fn around(prices: &[i64], width: f64) -> Vec<Range> {
    let range = |price: &i64| {
        let price = *price as f64 / SCALE as f64;
        ((price - width).max(0.0), price.max(0.0) + width)
    };
    prices.iter().map(range).collect()
}

/// The full range of a price, if exceeding a row by one has this cost.
#[expect(clippy::cast_precision_loss, reason = "values are far below 2⁵²")]
fn widest(too_many: i64) -> Range {
    (0.0, too_many as f64)
}

fn is_banned(schedule: &[usize], bans: &[(usize, usize)]) -> bool {
    bans.iter().any(|(round, session)| schedule[*round] == *session)
}
