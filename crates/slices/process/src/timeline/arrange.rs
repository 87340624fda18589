//! Puts items into phases, and within a phase into years.

use std::collections::HashMap;

use edtf::When;
use golden_thread::EntryId;
use jiff::civil::Date;

use super::{Item, PhaseCalendar, Stretch, Year};

/// The stretches of the timeline: the phases in the order given, then the items of no phase.
pub(crate) fn arrange(phases: Vec<Item>, items: Vec<Item>) -> Vec<Stretch> {
    let places: HashMap<EntryId, usize> =
        phases.iter().enumerate().map(|(place, phase)| (phase.card.id, place)).collect();
    let dates: Vec<Option<When>> = phases.iter().map(|phase| phase.card.when).collect();
    let calendar = PhaseCalendar::of(&dates);
    let mut in_phase: Vec<Vec<Item>> = phases.iter().map(|_| Vec::new()).collect();
    let mut in_none = Vec::new();
    for item in items {
        match phase_of(&item, &places, &calendar) {
            Some(place) => in_phase[place].push(item),
            None => in_none.push(item),
        }
    }
    let mut stretches: Vec<Stretch> = phases
        .into_iter()
        .zip(in_phase)
        .map(|(phase, items)| Stretch { phase: Some(phase), years: by_year(items) })
        .collect();
    if !in_none.is_empty() {
        stretches.push(Stretch { phase: None, years: by_year(in_none) });
    }
    stretches
}

/// The phase that a link names takes precedence; else the date decides.
fn phase_of(item: &Item, places: &HashMap<EntryId, usize>, calendar: &PhaseCalendar) -> Option<usize> {
    let named = item.phase.and_then(|phase| places.get(&phase).copied());
    named.or_else(|| calendar.phase_at(item.card.when?))
}

/// Sorted by time and grouped by year; items without a date come last.
fn by_year(mut items: Vec<Item>) -> Vec<Year> {
    items.sort_by_key(|item| place_in_time(item.card.when));
    let mut years: Vec<Year> = Vec::new();
    for item in items {
        let year = item.card.when.map(first_year);
        match years.last_mut() {
            Some(last) if last.year == year => last.items.push(item),
            _ => years.push(Year { year, items: vec![item] }),
        }
    }
    years
}

/// Sort key. Within its year a vague date comes at the end of the time that it covers: »2017« after »Sommer
/// 2017«, because it may have been later.
pub(crate) fn place_in_time(when: Option<When>) -> (i16, Date, bool) {
    let Some(when) = when else { return (i16::MAX, Date::MAX, true) };
    let (first, last) = when.sort_key();
    let vague = !when.edtf().is_exact();
    (first.year(), if vague { last } else { first }, vague)
}

fn first_year(when: When) -> i16 {
    when.sort_key().0.year()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{item, phase};
    use super::*;

    /// Year and titles of each stretch.
    fn shown(stretches: &[Stretch]) -> Vec<String> {
        let year = |year: &Year| {
            let titles: Vec<&str> = year.items.iter().map(|item| item.card.title.as_str()).collect();
            format!("{:?}: {}", year.year, titles.join(", "))
        };
        stretches
            .iter()
            .flat_map(|stretch| {
                let head = stretch.phase.as_ref().map_or("-".to_owned(), |phase| phase.card.title.clone());
                std::iter::once(head).chain(stretch.years.iter().map(year))
            })
            .collect()
    }

    #[test]
    fn items_stand_in_the_phase_of_their_time_and_in_the_order_of_time() {
        let phases = vec![phase(1, "2017"), phase(2, "2018/2019")];
        let items =
            vec![item("paper", "2019-04", None), item("fair", "2018-09-20", None), item("idea", "2017-22", None)];
        let expected = ["phase 1", "Some(2017): idea", "phase 2", "Some(2018): fair", "Some(2019): paper"];
        assert_eq!(shown(&arrange(phases, items)), expected);
    }

    #[test]
    fn link_to_a_phase_has_the_last_word() {
        let phases = vec![phase(1, "2017"), phase(2, "2018")];
        let linked = phases[1].card.id;
        let items = vec![item("start", "2017-05", Some(linked)), item("undated", "", Some(linked))];
        assert_eq!(shown(&arrange(phases, items)), ["phase 1", "phase 2", "Some(2017): start", "None: undated"]);
    }

    #[test]
    fn vague_date_stands_at_the_end_of_the_time_it_can_mean() {
        let items =
            ["2017", "2017-22", "2017-08-31", "2017-06-02/2017-12-31", "2017-06-01"].map(|when| item(when, when, None));
        let expected = ["-", "Some(2017): 2017-06-01, 2017-06-02/2017-12-31, 2017-08-31, 2017-22, 2017"];
        assert_eq!(shown(&arrange(Vec::new(), items.into())), expected);
    }

    #[test]
    fn phase_without_items_stays_to_say_so() {
        assert_eq!(shown(&arrange(vec![phase(1, "2017")], Vec::new())), ["phase 1"]);
    }

    #[test]
    fn link_to_a_phase_that_is_not_public_leaves_the_time_to_decide() {
        let hidden = phase(9, "2019").card.id;
        let items = vec![item("start", "2017-05", Some(hidden))];
        assert_eq!(shown(&arrange(vec![phase(1, "2017")], items)), ["phase 1", "Some(2017): start"]);
    }
}
