//! The linear programme behind several rounds, solved by column generation.
//!
//! Everybody takes shares of schedules that add up to one, and all shares together keep within the rows. There
//! is one such equation for each unit, so the usual basis would be as large as the number of people. With
//! generalised upper bounds (Dantzig and Van Slyke 1967) each unit keeps one key schedule outside the
//! basis, and the basis is only as large as the number of rows: a dozen for two rounds of six forums.
//!
//! The numbers in this module are approximate; they only guide the search. The proof is
//! [`super::prices::bound`].

mod inverse;
mod leaving;

use super::model::{Model, Schedule};
use crate::lottery::stir;
use inverse::inverted;
use leaving::Leaving;

/// Smaller numbers count as zero.
const EPSILON: f64 = 1e-9;
/// The number of exchanges after which the inverse is recomputed, before errors add up.
const REFRESH_INTERVAL: usize = 500;
/// Greater than the sum of all nudges.
const SIGNIFICANT: f64 = 1e-2;
/// The approximate amount by which the limit of each row is raised.
const NUDGE: f64 = 1e-5;

/// The range of a row's price: the gain of leaving one unused, and the cost of exceeding it by one.
pub(super) type Range = (f64, f64);

/// A schedule of a unit with its cost and its use of rows.
#[derive(Debug, Clone)]
pub(super) struct Column {
    pub(super) schedule: Schedule,
    pub(super) cost: f64,
    uses: Vec<(usize, f64)>,
}

impl Column {
    #[expect(clippy::cast_precision_loss, reason = "costs and uses are far below 2⁵²")]
    pub(super) fn new(model: &Model<'_, '_>, unit: usize, schedule: Schedule, cost: i64) -> Self {
        let uses = model.uses(unit, &schedule).into_iter().map(|(row, used)| (row, used as f64)).collect();
        Self { schedule, cost: cost as f64, uses }
    }
}

/// A basic variable.
#[derive(Debug, Clone)]
pub(super) enum Basic {
    /// The slack of a row.
    Rest(usize),
    /// The excess of a row.
    Excess(usize),
    /// Another schedule of a unit, besides its key.
    Share(usize, Column),
}

/// The basis with its inverse.
pub(super) struct Basis {
    /// The key schedule of each unit, of which it takes the rest up to one.
    pub(super) keys: Vec<Column>,
    pub(super) basics: Vec<Basic>,
    /// The value of each basic variable.
    pub(super) amounts: Vec<f64>,
    /// The inverse of the basis, row by row.
    inverse: Vec<f64>,
    /// The limits of the rows, each raised by a different small amount, so that the ratio test has no ties.
    limits: Vec<f64>,
    /// The range of each row's price.
    range: Vec<Range>,
    /// The positions in the basis that belong to each unit.
    shares: Vec<Vec<usize>>,
    exchanges: usize,
}

impl Basis {
    #[expect(clippy::cast_precision_loss, reason = "limits are far below 2⁵²")]
    pub(super) fn new(model: &Model<'_, '_>, keys: Vec<Column>, range: Vec<Range>) -> Self {
        let rows = model.rows.len();
        let nudge = |row: usize| NUDGE * (1.0 + (stir(row as u64) >> 40) as f64 / (1_u64 << 24) as f64);
        let limits: Vec<f64> = model.rows.iter().enumerate().map(|(row, it)| it.limit as f64 + nudge(row)).collect();
        let mut left = limits.clone();
        for (row, used) in keys.iter().flat_map(|key| &key.uses) {
            left[*row] -= used;
        }
        let basics = (0..rows).map(|row| if left[row] < 0.0 { Basic::Excess(row) } else { Basic::Rest(row) });
        let mut inverse = vec![0.0; rows * rows];
        (0..rows).for_each(|row| inverse[row * rows + row] = if left[row] < 0.0 { -1.0 } else { 1.0 });
        Self {
            basics: basics.collect(),
            amounts: left.iter().map(|left| left.abs()).collect(),
            shares: vec![Vec::new(); keys.len()],
            keys,
            inverse,
            limits,
            range,
            exchanges: 0,
        }
    }

    /// The dual prices: the saving from one more of each row.
    pub(super) fn prices(&self) -> Vec<f64> {
        let rows = self.limits.len();
        let mut prices = vec![0.0; rows];
        for (place, basic) in self.basics.iter().enumerate() {
            let cost = match basic {
                Basic::Rest(row) => -self.range[*row].0,
                Basic::Excess(row) => self.range[*row].1,
                Basic::Share(unit, column) => column.cost - self.keys[*unit].cost,
            };
            if cost != 0.0 {
                let inverse = &self.inverse[place * rows..(place + 1) * rows];
                prices.iter_mut().zip(inverse).for_each(|(price, entry)| *price -= cost * entry);
            }
        }
        prices
    }

    /// The share of a unit's key schedule.
    pub(super) fn key_share(&self, unit: usize) -> f64 {
        1.0 - self.shares[unit].iter().map(|place| self.amounts[*place]).sum::<f64>()
    }

    /// The shares of a unit besides its key.
    pub(super) fn shares(&self, unit: usize) -> impl Iterator<Item = (&Column, f64)> {
        self.shares[unit].iter().filter_map(|place| match &self.basics[*place] {
            Basic::Share(_, column) => Some((column, self.amounts[*place])),
            _ => None,
        })
    }

    /// Lets a variable enter that reduces the cost; another one leaves. False if only a key was
    /// exchanged, which changes no price.
    pub(super) fn enter(&mut self, entering: Basic) -> bool {
        let direction = self.direction(&entering);
        let (leaving, step) = self.first_at_zero(&entering, &direction);
        match leaving {
            Leaving::Nothing => return false,
            Leaving::Basic(place) => self.exchange(place, entering, &direction, step),
            Leaving::Key(unit) => match self.shares[unit].first() {
                None => {
                    self.turn(unit, entering, &direction, step);
                    return false;
                }
                Some(place) => {
                    let place = *place;
                    self.change_key(unit, place);
                    let direction = self.direction(&entering);
                    let step = self.amounts[place] / direction[place];
                    self.exchange(place, entering, &direction, step);
                }
            },
        }
        if self.exchanges >= REFRESH_INTERVAL {
            self.refresh();
        }
        true
    }

    /// Replaces the ranges of the prices.
    pub(super) fn set_range(&mut self, range: Vec<Range>) {
        self.range = range;
    }

    /// True if a range keeps some price from moving on.
    pub(super) fn holds_prices(&self) -> bool {
        self.basics.iter().zip(&self.amounts).any(|(basic, amount)| match basic {
            Basic::Rest(row) => *amount > SIGNIFICANT && self.range[*row].0 > 0.0,
            Basic::Excess(_) => *amount > SIGNIFICANT,
            Basic::Share(..) => false,
        })
    }

    /// The variable that would bring back the price that lies furthest outside its range, by more than `by`.
    pub(super) fn outside(&self, prices: impl Iterator<Item = f64>, by: f64) -> Option<Basic> {
        let mut furthest = (by, None);
        for (row, (price, (least, most))) in prices.zip(&self.range).enumerate() {
            if least - price > furthest.0 && !self.has(row, true) {
                furthest = (least - price, Some(Basic::Rest(row)));
            }
            if price - most > furthest.0 && !self.has(row, false) {
                furthest = (price - most, Some(Basic::Excess(row)));
            }
        }
        furthest.1
    }

    /// True if the slack or the excess of a row is in the basis: then its price is at the end of its range, and any
    /// difference is rounding.
    fn has(&self, row: usize, is_rest: bool) -> bool {
        self.basics.iter().any(|basic| match basic {
            Basic::Rest(it) => is_rest && *it == row,
            Basic::Excess(it) => !is_rest && *it == row,
            Basic::Share(..) => false,
        })
    }

    /// Recomputes the costs of a unit's schedules.
    #[expect(clippy::cast_precision_loss, reason = "costs are far below 2⁵²")]
    pub(super) fn recost(&mut self, unit: usize, cost: impl Fn(&[usize]) -> i64) {
        self.keys[unit].cost = cost(&self.keys[unit].schedule) as f64;
        for place in &self.shares[unit] {
            if let Basic::Share(_, column) = &mut self.basics[*place] {
                column.cost = cost(&column.schedule) as f64;
            }
        }
    }

    /// The amounts by which the basic variables fall for one of the entering variable.
    fn direction(&self, entering: &Basic) -> Vec<f64> {
        let rows = self.limits.len();
        let mut falls = vec![0.0; rows];
        let mut add = |row: usize, used: f64| {
            falls
                .iter_mut()
                .zip(self.inverse[row..].iter().step_by(rows))
                .for_each(|(fall, entry)| *fall += used * entry);
        };
        match entering {
            Basic::Rest(row) => add(*row, 1.0),
            Basic::Excess(row) => add(*row, -1.0),
            Basic::Share(unit, column) => {
                column.uses.iter().for_each(|(row, used)| add(*row, *used));
                self.keys[*unit].uses.iter().for_each(|(row, used)| add(*row, -used));
            }
        }
        falls
    }

    /// The entering schedule replaces the key of a unit that has only its key.
    fn turn(&mut self, unit: usize, entering: Basic, direction: &[f64], step: f64) {
        if let Basic::Share(_, column) = entering {
            self.amounts.iter_mut().zip(direction).for_each(|(amount, fall)| *amount -= step * fall);
            self.keys[unit] = column;
        }
    }

    /// Makes the share at this position the key of its unit, and puts the old key there.
    fn change_key(&mut self, unit: usize, place: usize) {
        let rows = self.limits.len();
        let key_share = self.key_share(unit);
        if let Basic::Share(_, column) = &mut self.basics[place] {
            std::mem::swap(column, &mut self.keys[unit]);
        }
        for entry in 0..rows {
            let sum: f64 = self.shares[unit].iter().map(|share| self.inverse[share * rows + entry]).sum();
            self.inverse[place * rows + entry] = -sum;
        }
        self.amounts[place] = key_share;
    }

    /// The entering variable replaces the leaving one.
    fn exchange(&mut self, place: usize, entering: Basic, direction: &[f64], step: f64) {
        let rows = self.limits.len();
        let pivot = direction[place];
        let mut row: Vec<f64> = self.inverse[place * rows..(place + 1) * rows].to_vec();
        for entry in &mut row {
            *entry /= pivot;
        }
        for (other, fall) in direction.iter().enumerate().filter(|(_, fall)| **fall != 0.0) {
            self.amounts[other] -= step * fall;
            let its = &mut self.inverse[other * rows..(other + 1) * rows];
            its.iter_mut().zip(&row).for_each(|(entry, pivot)| *entry -= fall * pivot);
        }
        self.inverse[place * rows..(place + 1) * rows].copy_from_slice(&row);
        self.amounts[place] = step;
        if let Basic::Share(unit, _) = &self.basics[place] {
            self.shares[*unit].retain(|share| *share != place);
        }
        if let Basic::Share(unit, _) = &entering {
            self.shares[*unit].push(place);
        }
        self.basics[place] = entering;
        self.exchanges += 1;
    }

    /// Recomputes the inverse and the amounts from the basis.
    fn refresh(&mut self) {
        self.exchanges = 0;
        let rows = self.limits.len();
        let mut left = self.limits.clone();
        self.keys.iter().flat_map(|key| &key.uses).for_each(|(row, used)| left[*row] -= used);
        let mut square = vec![0.0; rows * rows];
        for (place, basic) in self.basics.iter().enumerate() {
            match basic {
                Basic::Rest(row) => square[row * rows + place] = 1.0,
                Basic::Excess(row) => square[row * rows + place] = -1.0,
                Basic::Share(unit, column) => {
                    column.uses.iter().for_each(|(row, used)| square[row * rows + place] += used);
                    self.keys[*unit].uses.iter().for_each(|(row, used)| square[row * rows + place] -= used);
                }
            }
        }
        if let Some(inverse) = inverted(square, rows) {
            self.inverse = inverse;
        }
        for place in 0..rows {
            let inverse = &self.inverse[place * rows..(place + 1) * rows];
            self.amounts[place] = inverse.iter().zip(&left).map(|(entry, left)| entry * left).sum();
        }
    }
}
