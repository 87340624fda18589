//! Assigns days to phases of the process, for entries that no link puts into one.
//!
//! Phases may overlap and leave holes. Among those that cover a day the shortest one is the most specific
//! and wins; a day in a hole belongs to the phase that ended last before it, and a day before everything to
//! the phase that begins first. So every day lies in one phase, if at least one phase has a date.

use edtf::When;
use jiff::civil::Date;

/// Days on which a phase begins to hold, in order; the first phase also holds on all days before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PhaseCalendar(Vec<(Date, usize)>);

/// A phase with its first and last day.
#[derive(Debug, Clone, Copy)]
struct Span {
    phase: usize,
    first: Date,
    last: Date,
}

impl PhaseCalendar {
    /// The calendar of phases with these dates; a phase without a date holds on no day.
    pub(crate) fn of(phases: &[Option<When>]) -> Self {
        let spans: Vec<Span> = phases.iter().enumerate().filter_map(|(phase, when)| span(phase, (*when)?)).collect();
        let starts = spans.iter().map(|span| span.first);
        let ends = spans.iter().filter_map(|span| span.last.tomorrow().ok());
        let mut days: Vec<Date> = std::iter::once(Date::MIN).chain(starts).chain(ends).collect();
        days.sort_unstable();
        let mut turns: Vec<(Date, usize)> =
            days.into_iter().filter_map(|day| Some((day, holding(&spans, day)?))).collect();
        turns.dedup_by_key(|(_, phase)| *phase);
        Self(turns)
    }

    /// The phase of the first day of this date.
    pub(crate) fn phase_at(&self, when: When) -> Option<usize> {
        let (day, _) = when.sort_key();
        let next = self.0.partition_point(|(from, _)| *from <= day);
        self.0[..next].last().map(|(_, phase)| *phase)
    }

    /// The first and the last day on which a phase holds; other phases may hold between them.
    pub(crate) fn bounds(&self, phase: usize) -> Option<(Date, Date)> {
        let first = self.0.iter().find(|(_, holds)| *holds == phase)?.0;
        let last = self.0.iter().rposition(|(_, holds)| *holds == phase)?;
        let end = self.0.get(last + 1).and_then(|(from, _)| from.yesterday().ok()).unwrap_or(Date::MAX);
        Some((first, end))
    }
}

fn span(phase: usize, when: When) -> Option<Span> {
    let first = when.earliest().or_else(|| when.latest())?;
    Some(Span { phase, first, last: when.latest().unwrap_or(Date::MAX) })
}

fn holding(spans: &[Span], day: Date) -> Option<usize> {
    let covering = spans.iter().filter(|span| span.first <= day && day <= span.last);
    let shortest =
        covering.min_by_key(|span| (span.last.since(span.first).map_or(0, |time| time.get_days()), span.phase));
    let before = || spans.iter().filter(|span| span.last < day).max_by_key(|span| (span.last, span.phase));
    let after = || spans.iter().min_by_key(|span| (span.first, span.phase));
    shortest.or_else(before).or_else(after).map(|span| span.phase)
}

#[cfg(test)]
mod tests {
    use edtf::Certainty;
    use jiff::civil::date;

    use super::*;

    fn when(edtf: &str) -> When {
        When::parse(edtf, Certainty::Fixed).unwrap()
    }

    /// The phases of the first instance: they overlap, and the end of the last one is approximate.
    fn calendar() -> PhaseCalendar {
        PhaseCalendar::of(&["2017", "2017-12/2018-08", "2018-09", "2018/2019~"].map(|edtf| Some(when(edtf))))
    }

    #[test]
    fn among_overlapping_phases_the_shortest_holds() {
        for (edtf, phase) in
            [("2017-22", 0), ("2017-12", 1), ("2018-03-01", 1), ("2018-09-20/2018-09-21", 2), ("2018-10", 3)]
        {
            assert_eq!(calendar().phase_at(when(edtf)), Some(phase), "{edtf}");
        }
    }

    #[test]
    fn what_lies_outside_belongs_to_the_nearest_phase_before_it_or_else_to_the_first() {
        assert_eq!(calendar().phase_at(when("2020-23")), Some(3));
        assert_eq!(calendar().phase_at(when("2013")), Some(0));
        let with_hole = PhaseCalendar::of(&[Some(when("2017")), Some(when("2019"))]);
        assert_eq!(with_hole.phase_at(when("2018-05")), Some(0));
    }

    #[test]
    fn open_phase_holds_until_another_one_says_more() {
        let calendar = PhaseCalendar::of(&[Some(when("2017/..")), Some(when("2018-05"))]);
        assert_eq!(calendar.phase_at(when("2018-05-03")), Some(1));
        assert_eq!(calendar.phase_at(when("2040")), Some(0));
    }

    #[test]
    fn something_without_a_known_start_counts_by_its_last_day() {
        assert_eq!(calendar().phase_at(when("/2018-09-30")), Some(2));
    }

    #[test]
    fn without_dated_phases_nothing_lies_in_one() {
        assert_eq!(PhaseCalendar::of(&[]).phase_at(when("2018")), None);
        assert_eq!(PhaseCalendar::of(&[None]).phase_at(when("2018")), None);
        assert_eq!(PhaseCalendar::of(&[None]).bounds(0), None);
    }

    #[test]
    fn bounds_reach_from_the_first_to_the_last_day_of_a_phase() {
        assert_eq!(calendar().bounds(0), Some((Date::MIN, date(2017, 11, 30))));
        assert_eq!(calendar().bounds(2), Some((date(2018, 9, 1), date(2018, 9, 30))));
        assert_eq!(calendar().bounds(3), Some((date(2018, 10, 1), Date::MAX)));
    }
}
