//! Solver for several rounds, or for groups that keep together: exact where possible, otherwise with a proven gap.

mod ascent;
mod basis;
mod branch;
mod choose;
mod groups;
mod model;
mod polish;
mod prices;
mod relaxed;

use ascent::{Highest, ascend};
use branch::{Best, Search};
use choose::Chooser;
use model::{Model, Schedule};
use polish::Polish;
use prices::Prices;
use relaxed::Relaxed;

use crate::Progress;
use crate::case::{Case, Criteria};
use crate::effort::Effort;

/// With more rows than this, prices are approximated first, if there is a goal.
const MANY: usize = 24;

/// The best allocation found for several rounds.
pub(crate) struct Solved {
    /// For each round, the session of each person.
    pub(crate) sessions: Vec<Vec<usize>>,
    /// The first criterion that is not proven, with the value found and the lower bound.
    pub(crate) gap: Option<(usize, i64, i64)>,
}

/// The reason why nothing was found.
pub(crate) enum Unsolved {
    /// There is no allocation.
    Impossible,
    /// No allocation was found, and there is no proof that none exists.
    Unknown,
}

/// Optimises one criterion after the other.
pub(crate) fn solve(
    case: &Case<'_>,
    criteria: &Criteria,
    effort: &Effort,
    watch: &mut dyn FnMut(&Progress),
) -> Result<Solved, Unsolved> {
    let mut model = Model::new(case, criteria);
    groups::bar_narrow_places(&mut model);
    groups::tighten_bounds(&mut model);
    let begin = Prices::new(&model, vec![0; model.rows.len()], 0);
    let mut chooser = Chooser::default();
    let cheapest = (0..model.units.len()).map(|unit| Some(chooser.cheapest(&model, &begin, unit, &[])?.1));
    let cheapest: Vec<Schedule> = cheapest.collect::<Option<_>>().ok_or(Unsolved::Impossible)?;
    let mut schedules = cheapest.clone();
    let mut found = Polish::new(&model, criteria).polish(&mut schedules, &begin).map(|()| schedules);
    let mut gap = None;
    for criterion in 0..model.values.len() {
        let (best, bound) = improve(&model, criteria, criterion, effort, Start { found, cheapest: &cheapest }, watch);
        let Some(schedules) = best.schedules else {
            return Err(if bound >= best.value { Unsolved::Impossible } else { Unsolved::Unknown });
        };
        found = Some(schedules);
        if bound < best.value {
            gap = Some((criterion, best.value, bound));
            break;
        }
        model.keep(criterion, best.value);
    }
    let schedules = found.ok_or(Unsolved::Unknown)?;
    Ok(Solved { sessions: by_round(&model, &schedules), gap })
}

/// The schedules from which a criterion is optimised.
struct Start<'s> {
    /// An allocation that keeps the rows, if one is known.
    found: Option<Vec<Schedule>>,
    /// The cheapest schedule of each unit, which need not keep the rows.
    cheapest: &'s [Schedule],
}

/// Optimises one criterion and returns the best allocation with its lower bound.
fn improve(
    model: &Model<'_, '_>,
    criteria: &Criteria,
    criterion: usize,
    effort: &Effort,
    Start { found, cheapest }: Start<'_>,
    watch: &mut dyn FnMut(&Progress),
) -> (Best, i64) {
    let polish = Polish::new(model, criteria);
    let value = found.as_ref().and_then(|schedules| branch::total(model, criterion, schedules));
    let mut best = Best { schedules: found, value: value.unwrap_or_else(|| beyond(model, criterion)) };
    let mut bound = i64::MIN;
    let is_large = model.rows.len() > MANY && best.schedules.is_some();
    let near = if is_large { approach(model, criterion, &best, bound, watch) } else { None };
    bound = near.as_ref().map_or(bound, Highest::bound);
    if bound < best.value {
        let prices = near.as_ref().map(|near| near.prices.as_slice());
        let begin = best.schedules.as_deref().unwrap_or(cheapest);
        let relaxed = Relaxed::new(model, criterion, begin, prices, too_many(model, criterion), effort.each);
        let watch = &mut *watch;
        let mut search = Search { relaxed, polish: &polish, criterion, best, proven: bound, nodes: 0, watch };
        bound = bound.max(search.run());
        effort.spend(effort.each - search.relaxed.effort);
        best = search.best;
    }
    if bound < best.value && near.is_none() {
        bound = approach(model, criterion, &best, bound, watch).map_or(bound, |near| bound.max(near.bound()));
    }
    (best, bound)
}

/// Prices that are near to the best ones. `proven` is the lower bound so far.
fn approach(
    model: &Model<'_, '_>,
    criterion: usize,
    best: &Best,
    proven: i64,
    watch: &mut dyn FnMut(&Progress),
) -> Option<Highest> {
    let found = best.schedules.is_some().then_some(best.value);
    let mut tell = |bound: i64| {
        watch(&Progress { criterion, criteria: model.values.len(), found, bound: Some(bound.max(proven)) });
    };
    ascend(model, criterion, best.value, &mut tell)
}

/// A cost that is greater than the saving from any allocation.
fn too_many(model: &Model<'_, '_>, criterion: usize) -> i64 {
    let values = &model.values[criterion];
    let span = values.iter().max().unwrap_or(&0) - values.iter().min().unwrap_or(&0);
    8 * (1 + span * i64::try_from(model.case.order.len() * model.rounds()).unwrap_or(i64::MAX / (8 * span.max(1)) - 1))
}

/// A value that is greater than any allocation's.
fn beyond(model: &Model<'_, '_>, criterion: usize) -> i64 {
    let most = model.values[criterion].iter().max().copied().unwrap_or(0).max(0);
    1 + most * i64::try_from(model.case.order.len() * model.rounds()).unwrap_or(i64::MAX / most.max(1) - 1)
}

fn by_round(model: &Model<'_, '_>, schedules: &[Schedule]) -> Vec<Vec<usize>> {
    let mut sessions = vec![vec![0; model.case.order.len()]; model.rounds()];
    for (people, schedule) in model.units.iter().zip(schedules) {
        for (round, session) in schedule.iter().enumerate() {
            for person in people {
                sessions[round][*person] = *session;
            }
        }
    }
    sessions
}
