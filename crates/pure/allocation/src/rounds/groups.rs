//! Groups are placed before single people, who fit into the remaining gaps.

use std::cmp::Reverse;

use super::choose::Chooser;
use super::model::{Model, Schedule};
use super::prices::Prices;

/// Gives other schedules to groups that do not fit beside each other, at these prices. The largest choose
/// first; a group that finds no other schedule keeps its own.
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

/// The rounds and sessions that have no room for a unit.
fn full_for(model: &Model<'_, '_>, unit: usize, used: &[i64]) -> Vec<(usize, usize)> {
    let is_full = |(round, session): &(usize, usize)| {
        let is_exceeded = |(row, amount): &(usize, i64)| *amount > 0 && used[*row] + amount > model.rows[*row].limit;
        model.uses_there(unit, *round, *session).iter().any(is_exceeded)
    };
    places(model).filter(is_full).collect()
}

/// All pairs of a round and a session.
fn places(model: &Model<'_, '_>) -> impl Iterator<Item = (usize, usize)> {
    (0..model.rounds()).flat_map(|round| (0..model.sessions(round)).map(move |session| (round, session)))
}

/// Bars each group from sessions that have no room for it even alone.
pub(super) fn bar_narrow_places(model: &mut Model<'_, '_>) {
    let nothing = vec![0; model.rows.len()];
    for unit in (0..model.units.len()).filter(|unit| model.units[*unit].len() > 1).collect::<Vec<_>>() {
        for (round, session) in full_for(model, unit, &nothing) {
            model.bar(unit, round, session);
        }
    }
}

/// Tightens bounds to sums that groups can reach: trios never fill a hundred seats, so there are
/// ninety-nine. No allocation is lost by it, and the relaxation proves more.
pub(super) fn tighten_bounds(model: &mut Model<'_, '_>) {
    if model.units.iter().all(|people| people.len() == 1) {
        return;
    }
    let mut amounts = vec![Vec::new(); model.rows.len()];
    for unit in 0..model.units.len() {
        for (round, session) in places(model) {
            if model.units[unit].iter().all(|person| model.code(round, *person, session).is_some()) {
                for (row, amount) in model.uses_there(unit, round, session) {
                    amounts[row].push(amount.unsigned_abs());
                }
            }
        }
    }
    for (row, amounts) in model.rows.iter_mut().zip(&amounts) {
        row.limit = tightened(row.limit, amounts);
    }
}

/// The tightest limit that sums of these amounts can reach; a negative limit is a minimum.
fn tightened(limit: i64, amounts: &[u64]) -> i64 {
    let largest = amounts.iter().max().copied().unwrap_or(0);
    let ones = amounts.iter().filter(|amount| **amount == 1).count() as u64;
    if ones + 1 >= largest {
        // Single people fill every gap.
        return limit;
    }
    let end = usize::try_from(limit.unsigned_abs() + largest).unwrap_or(usize::MAX);
    let mut is_reached = vec![false; end + 1];
    is_reached[0] = true;
    for amount in amounts.iter().filter_map(|amount| usize::try_from(*amount).ok()) {
        for sum in (amount..=end).rev() {
            is_reached[sum] |= is_reached[sum - amount];
        }
    }
    let mut sums = (0_i64..).zip(is_reached).filter(|(_, is_reached)| *is_reached).map(|(sum, _)| sum);
    if limit < 0 {
        sums.find(|sum| *sum >= -limit).map_or(limit, |sum| -sum)
    } else {
        sums.take_while(|sum| *sum <= limit).last().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::tightened;

    #[test]
    fn bounds_lie_where_groups_can_reach_them() {
        assert_eq!(tightened(100, &[3; 200]), 99);
        assert_eq!(tightened(-100, &[3; 200]), -102);
        assert_eq!(tightened(7, &[3, 4, 5]), 7);
        assert_eq!(tightened(6, &[4, 5, 5]), 5);
        assert_eq!(tightened(100, &[3, 3, 1, 1]), 100);
        assert_eq!(tightened(5, &[3, 3, 1]), 4);
        assert_eq!(tightened(2, &[3, 3]), 0);
    }
}
