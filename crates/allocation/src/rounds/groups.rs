//! Groups find their places before everybody else: who is alone fits into what is left.

use std::cmp::Reverse;

use super::choose::Chooser;
use super::model::{Model, Schedule};
use super::prices::Prices;

/// Gives other schedules to groups that would not fit beside each other, at these prices. The largest choose
/// first; who finds nothing keeps what they have.
pub(super) fn make_room(model: &Model<'_, '_>, prices: &Prices, schedules: &mut [Schedule]) {
    let mut groups: Vec<usize> = (0..model.units.len()).filter(|unit| model.units[*unit].len() > 1).collect();
    if groups.is_empty() {
        return;
    }
    groups.sort_by_key(|unit| Reverse(model.units[*unit].len()));
    let mut chooser = Chooser::default();
    let mut used = vec![0; model.rows.len()];
    for unit in groups {
        let full = full_for(model, unit, &used);
        let schedule = &mut schedules[unit];
        if full.iter().any(|(round, session)| schedule[*round] == *session)
            && let Some((_, other)) = chooser.cheapest(model, prices, unit, &full)
        {
            *schedule = other;
        }
        model.add_uses(unit, schedule, &mut used);
    }
}

/// Round and session of all places that have no room for a unit.
fn full_for(model: &Model<'_, '_>, unit: usize, used: &[i64]) -> Vec<(usize, usize)> {
    let places = (0..model.rounds()).flat_map(|round| (0..model.sessions(round)).map(move |session| (round, session)));
    let is_full = |(round, session): &(usize, usize)| {
        let is_exceeded = |(row, amount): &(usize, i64)| *amount > 0 && used[*row] + amount > model.rows[*row].limit;
        model.uses_there(unit, *round, *session).iter().any(is_exceeded)
    };
    places.filter(is_full).collect()
}

/// Says that a group cannot be where there is no room for it alone.
pub(super) fn bar_narrow_places(model: &mut Model<'_, '_>) {
    let nothing = vec![0; model.rows.len()];
    for unit in (0..model.units.len()).filter(|unit| model.units[*unit].len() > 1).collect::<Vec<_>>() {
        for (round, session) in full_for(model, unit, &nothing) {
            model.bar(unit, round, session);
        }
    }
}
