//! Prices for large problems: raised where too many want to go, lowered where sessions stay free.
//!
//! A subgradient method with the step length of Polyak (1969) and the average direction of Sherali and Ulular
//! (1989). It never proves as much as the linear programme, but it comes close in a few dozen passes over
//! everybody, and the linear programme continues from there. At first a theme has the same price in all rounds: if it
//! is expensive in one, it is so in the others, and a few dozen prices settle sooner than a few hundred.

use std::collections::BTreeMap;

use super::choose::Chooser;
use super::model::{Model, Resource, SCALE};
use super::prices::Prices;

/// The most iterations with the same prices in all rounds, and with separate ones.
const COMMON_TURNS: usize = 50;
const SEPARATE_TURNS: usize = 60;
/// Progress is reported once in this many iterations.
const REPORT_INTERVAL: usize = 10;
/// Within this many iterations, at least one part in `LEAST_PROGRESS` of the remaining distance has to be gained.
const PROGRESS_WINDOW: usize = 20;
const LEAST_PROGRESS: i64 = 50;
/// The most iterations without progress before the steps become shorter, and the factor by which they do.
const MOST_IDLE_STEPS: usize = 10;
const SHORTENING: f64 = 0.7;
/// The step lengths at the start of each phase: with common prices, and with separate ones.
const COMMON_PACE: f64 = 1.0;
const SEPARATE_PACE: f64 = 0.3;

/// The best prices so far.
pub(super) struct Highest {
    /// The price of each row, in 1/[`SCALE`].
    pub(super) prices: Vec<i64>,
    /// The bound that they prove, in 1/[`SCALE`].
    exact: i64,
}

/// Raises and lowers prices. `goal` is the value of the best allocation so far; `tell` is called with the proven
/// bound. `None` if a person has no schedule at all.
pub(super) fn ascend(model: &Model<'_, '_>, criterion: usize, goal: i64, tell: &mut dyn FnMut(i64)) -> Option<Highest> {
    let alike = alike(model);
    let mut ascent = Ascent::new(vec![0; model.rows.len()], COMMON_PACE);
    let mut highest = Highest { exact: i64::MIN, prices: Vec::new() };
    for (is_alike, turns) in [(true, COMMON_TURNS), (false, SEPARATE_TURNS)] {
        let mut lately = highest.exact;
        for turn in 1..=turns {
            let mut choices = choices(model, criterion, &ascent.prices)?;
            if highest.rises(&choices, &ascent.prices) {
                ascent.idle = 0;
            } else {
                ascent.note_idle_turn();
            }
            if turn % REPORT_INTERVAL == 0 {
                tell(highest.bound());
            }
            if turn % PROGRESS_WINDOW == 0 {
                let is_settled = highest.exact.saturating_sub(lately) < (goal * SCALE - highest.exact) / LEAST_PROGRESS;
                lately = highest.exact;
                if is_settled {
                    break;
                }
            }
            if is_alike {
                even_out(model, &alike, &mut choices.used);
            }
            ascent.step(model, &choices.used, goal * SCALE - choices.value);
        }
        if highest.bound() >= goal {
            break;
        }
        ascent = Ascent::new(highest.prices.clone(), SEPARATE_PACE);
    }
    Some(highest)
}

impl Highest {
    /// The lower bound of any allocation's value: rounded up, because costs are whole numbers.
    pub(super) fn bound(&self) -> i64 {
        self.exact.div_euclid(SCALE) + i64::from(self.exact.rem_euclid(SCALE) > 0)
    }

    /// Replaces the prices if these prove more.
    fn rises(&mut self, choices: &Choices, prices: &[i64]) -> bool {
        let rises = choices.value > self.exact;
        if rises {
            *self = Self { exact: choices.value, prices: prices.to_vec() };
        }
        rises
    }
}

/// The groups of rows that bound the same theme in different rounds.
fn alike(model: &Model<'_, '_>) -> Vec<Vec<usize>> {
    let mut alike: BTreeMap<(usize, i64), Vec<usize>> = BTreeMap::new();
    for (number, row) in model.rows.iter().enumerate() {
        if let Resource::Session { round, session, sign } = row.of {
            alike.entry((model.themes[round][session], sign)).or_default().push(number);
        }
    }
    alike.into_values().collect()
}

/// Replaces the excess of each row in a group by the mean of the group.
fn even_out(model: &Model<'_, '_>, alike: &[Vec<usize>], used: &mut [i64]) {
    for rows in alike {
        let sum: i64 = rows.iter().map(|row| used[*row] - model.rows[*row].limit).sum();
        let mean = sum / i64::try_from(rows.len()).unwrap_or(i64::MAX);
        for row in rows {
            used[*row] = model.rows[*row].limit + mean;
        }
    }
}

/// The state of the ascent.
struct Ascent {
    prices: Vec<i64>,
    direction: Vec<f64>,
    pace: f64,
    /// The number of iterations since the last progress.
    idle: usize,
}

impl Ascent {
    fn new(prices: Vec<i64>, pace: f64) -> Self {
        Self { direction: vec![0.0; prices.len()], prices, pace, idle: 0 }
    }

    fn note_idle_turn(&mut self) {
        self.idle += 1;
        if self.idle == MOST_IDLE_STEPS {
            (self.pace, self.idle) = (self.pace * SHORTENING, 0);
        }
    }

    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "prices only tell where to look")]
    fn step(&mut self, model: &Model<'_, '_>, used: &[i64], distance: i64) {
        let pulls = model.rows.iter().zip(used).zip(&self.prices).map(|((row, used), price)| {
            let pull = (used - row.limit) as f64;
            // A price of zero cannot fall.
            if pull < 0.0 && *price == 0 { 0.0 } else { pull }
        });
        let pulls: Vec<f64> = pulls.collect();
        let square = |vector: &[f64]| vector.iter().map(|part| part * part).sum::<f64>();
        let before = square(&self.direction);
        // Old and new direction weigh the same; if they agree, the new one is enough.
        let agree = self.direction.iter().zip(&pulls).map(|(old, new)| old * new).sum::<f64>() >= 0.0;
        let kept = if agree || before == 0.0 { 0.0 } else { (square(&pulls) / before).sqrt() };
        for (direction, pull) in self.direction.iter_mut().zip(pulls) {
            *direction = kept * *direction + pull;
        }
        let length = square(&self.direction);
        if length == 0.0 {
            return;
        }
        let factor = self.pace * (distance as f64).max(1.0) / length;
        for (price, direction) in self.prices.iter_mut().zip(&self.direction) {
            *price = (*price + (factor * direction) as i64).max(0);
        }
    }
}

/// The cheapest schedules of everybody at some prices.
struct Choices {
    /// The bound that they prove, in 1/[`SCALE`].
    value: i64,
    /// The use of each row.
    used: Vec<i64>,
}

/// `None` if a person has no schedule at all.
fn choices(model: &Model<'_, '_>, criterion: usize, rows: &[i64]) -> Option<Choices> {
    let prices = Prices::new(model, rows.to_vec(), criterion);
    let mut chooser = Chooser::default();
    let mut used = vec![0; rows.len()];
    let mut value: i64 = model.rows.iter().zip(rows).map(|(row, price)| -row.limit * price).sum();
    for unit in 0..model.units.len() {
        let (cost, schedule) = chooser.cheapest(model, &prices, unit, &[])?;
        value += cost;
        model.add_uses(unit, &schedule, &mut used);
    }
    Some(Choices { value, used })
}
