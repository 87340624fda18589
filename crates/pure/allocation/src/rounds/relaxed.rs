//! The best shares: what would be possible if people could be in several places at once.
//!
//! Where prices were approached before, they may move only a little from there, again and again until none of them
//! wants to move further (the boxes of Marsten, Hogan and Blankenship 1975). Without that, many prices swing to and fro
//! most of the time.

use super::basis::{Basic, Basis, Column, Range};
use super::choose::Chooser;
use super::model::{Model, SCALE, Schedule};
use super::prices::{Bans, Prices, bound};

/// What a schedule must save to be worth an exchange, in 1/[`SCALE`].
const WORTH: i64 = SCALE >> 13;
/// How far prices may move at first, and how far outside they are left for a while, where a rank more costs 1.
const NEAR: f64 = 0.5;
const FAR: f64 = 0.75;
/// How much further they may move each time that was not enough.
const WIDER: f64 = 2.0;

/// A linear programme that is solved again and again, with other bans.
pub(super) struct Relaxed<'m, 'c, 'p> {
    pub(super) model: &'m Model<'c, 'p>,
    pub(super) basis: Basis,
    criterion: usize,
    bans: Bans,
    chooser: Chooser,
    /// What it costs to exceed a row by one, or to do what is banned.
    too_many: i64,
    /// Whether prices may move only so far at a time.
    is_near: bool,
    /// The unit that is asked next.
    next: usize,
    /// How many more steps there may be.
    pub(super) effort: usize,
    /// About how many steps a choice and an exchange take.
    choice: usize,
    exchange: usize,
}

impl<'m, 'c, 'p> Relaxed<'m, 'c, 'p> {
    /// Begins with these schedules, and with these prices of the rows if they were approached.
    pub(super) fn new(
        model: &'m Model<'c, 'p>,
        criterion: usize,
        (schedules, near): (&[Schedule], Option<&[i64]>),
        (too_many, effort): (i64, usize),
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

    /// Lets these units no longer, or again, take these sessions.
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

    /// Exchanges schedules until no exchange saves anything, the effort is spent, or it is clear that any allocation
    /// costs as much as `enough`. Gives what any allocation costs at least, within the bans; `None` if there is none.
    /// Calls `tell` again and again.
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

    /// Exchanges schedules while prices stay in their ranges, or not far outside. Gives what that proves.
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

    /// What brings a price back that is outside its range: a little is too much only at the end.
    #[expect(clippy::cast_precision_loss, reason = "prices are below 2⁴⁰")]
    fn outside(&self, prices: &Prices, is_end: bool) -> Option<Basic> {
        let rows = prices.rows.iter().map(|price| *price as f64 / SCALE as f64);
        let far = if self.is_near { FAR } else { f64::INFINITY };
        self.basis.outside(rows, if is_end { WORTH as f64 / SCALE as f64 } else { far })
    }

    /// A schedule of the next unit, if it is cheaper than its key at these prices. `None` outside if it has no schedule
    /// at all.
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

    /// Counts steps.
    pub(super) fn spend(&mut self, steps: usize) {
        self.effort = self.effort.saturating_sub(steps);
    }

    /// What the rows cost now.
    pub(super) fn prices(&self) -> Prices {
        #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "prices are below 2⁴⁰")]
        let whole = |price: f64| (price * SCALE as f64).round() as i64;
        Prices::new(self.model, self.basis.prices().into_iter().map(whole).collect(), self.criterion)
    }
}

/// Prices that may move a little from where they are.
#[expect(clippy::cast_precision_loss, reason = "prices are below 2⁴⁰")]
fn around(prices: &[i64], width: f64) -> Vec<Range> {
    let range = |price: &i64| {
        let price = *price as f64 / SCALE as f64;
        ((price - width).max(0.0), price.max(0.0) + width)
    };
    prices.iter().map(range).collect()
}

/// What a price can be at all, if exceeding a row by one costs so much.
#[expect(clippy::cast_precision_loss, reason = "values are far below 2⁵²")]
fn widest(too_many: i64) -> Range {
    (0.0, too_many as f64)
}

fn is_banned(schedule: &[usize], bans: &[(usize, usize)]) -> bool {
    bans.iter().any(|(round, session)| schedule[*round] == *session)
}
