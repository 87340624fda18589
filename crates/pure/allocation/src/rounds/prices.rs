//! Lagrangian relaxation: the choices of each unit if every shared resource had a price, and the bound they prove.
//!
//! If every row has a price of at least zero, then the cost of everybody's own best choice, prices
//! included, less the price of all limits, is never more than the cost of any allocation that keeps
//! the rules (Geoffrion 1974). It is added up in whole numbers, so a bound is a proof,
//! wherever the prices came from.

use super::choose::Chooser;
use super::model::{Model, Resource, SCALE};

/// The prices of all rows, and the resulting costs of sessions.
pub(super) struct Prices {
    /// The price of each row, in 1/[`SCALE`].
    pub(super) rows: Vec<i64>,
    /// For each round, class of people and session, the price of being there.
    pub(super) places: Vec<Vec<Vec<i64>>>,
    /// The cost of each code, including the prices of criteria.
    pub(super) codes: Vec<i64>,
}

/// The sessions, as round and session, that a unit must not take for the time being.
pub(super) type Bans = std::collections::HashMap<usize, Vec<(usize, usize)>>;

impl Prices {
    /// Computes the costs from the prices of the rows, for the criterion that is being optimised.
    pub(super) fn new(model: &Model<'_, '_>, rows: Vec<i64>, criterion: usize) -> Self {
        let rounds = &model.case.rounds;
        let mut sessions: Vec<Vec<i64>> = rounds.iter().map(|round| vec![0; round.sessions.len()]).collect();
        let mut places: Vec<Vec<i64>> = rounds.iter().map(|round| vec![0; round.quotas.len()]).collect();
        let mut codes: Vec<i64> = model.values[criterion].iter().map(|value| value * SCALE).collect();
        for (row, price) in model.rows.iter().zip(&rows).filter(|(_, price)| **price != 0) {
            match row.of {
                Resource::Session { round, session, sign } => sessions[round][session] += sign * price,
                Resource::Quota { round, quota, sign } => places[round][quota] += sign * price,
                Resource::Criterion(other) => {
                    codes.iter_mut().zip(&model.values[other]).for_each(|(code, value)| *code += value * price);
                }
            }
        }
        let places = rounds.iter().zip(places).zip(sessions).map(|((round, quotas), sessions)| {
            let place = |(session, quota): (usize, &usize)| sessions[session] + quotas[*quota];
            round.quota_of.iter().map(|quotas| quotas.iter().enumerate().map(place).collect()).collect()
        });
        let places = places.collect();
        Self { rows, places, codes }
    }

    /// The cost of a session for a unit; `None` if a person cannot take it.
    pub(super) fn cost(&self, model: &Model<'_, '_>, unit: usize, round: usize, session: usize) -> Option<i64> {
        let mut sum = 0;
        for person in &model.units[unit] {
            let code = model.code(round, *person, session)?;
            sum += self.codes[code] + self.places[round][model.case.rounds[round].class[*person]][session];
        }
        Some(sum)
    }

    /// The cost of a schedule for a unit that may have it.
    pub(super) fn total(&self, model: &Model<'_, '_>, unit: usize, schedule: &[usize]) -> Option<i64> {
        schedule.iter().enumerate().map(|(round, session)| self.cost(model, unit, round, *session)).sum()
    }
}

/// The lower bound of the cost of every allocation by the criterion of these prices: rounded up, because costs are
/// whole numbers. `None` if a person has no schedule at all.
pub(super) fn bound(model: &Model<'_, '_>, prices: &Prices, bans: &Bans) -> Option<i64> {
    let mut chooser = Chooser::default();
    let mut sum: i128 = 0;
    for unit in 0..model.units.len() {
        let bans = bans.get(&unit).map_or(&[][..], Vec::as_slice);
        sum += i128::from(chooser.cheapest(model, prices, unit, bans)?.0);
    }
    for (row, price) in model.rows.iter().zip(&prices.rows) {
        sum -= i128::from(row.limit) * i128::from(*price);
    }
    let scale = i128::from(SCALE);
    Some(i64::try_from(sum.div_euclid(scale) + i128::from(sum.rem_euclid(scale) > 0)).unwrap_or(i64::MAX))
}
