//! Stretches of time that have a name of their own, but no form in EDTF level 1: thirds of a year or a month, weeks,
//! Advent.
//!
//! Each is written as an interval. Its ends are approximate (`2026-12-01/2026-12-10~`, `2026-09-14~/2026-09-20~`), so
//! that nobody who reads the file takes its days for certain ones; an end is certain only where the calendar draws the line.
//! Readers of the words never see those days: the interval is recognized by its ends and called by its name again.

use jiff::civil::{Date, Weekday};

use super::span::{Doubt, Point, Span};

/// A third of a year, a season or a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Early,
    Mid,
    Late,
}

/// A stretch of time with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Period {
    /// "Anfang 2019": four months.
    PartOfYear { part: Part, year: i16 },
    /// "Anfang Dezember 2026": ten days, the last third all that are left.
    PartOfMonth { part: Part, year: i16, month: i8 },
    /// From this Monday to Sunday.
    Week(Date),
    /// From the fourth Sunday before Christmas to 24 December.
    Advent(i16),
}

impl Period {
    /// The first and the last point; `None` if the calendar ends before it does.
    pub(super) fn ends(self) -> Option<(Point, Point)> {
        let point = |span, doubt| Point { span, doubt };
        let about = |span| point(span, Doubt::Approximate);
        Some(match self {
            Self::PartOfYear { part, year } => {
                let [first, last] = part.doubts();
                let month = part.place() * 4;
                (point(Span::Month(year, month + 1), first), point(Span::Month(year, month + 4), last))
            }
            Self::PartOfMonth { part, year, month } => {
                let [first, last] = part.doubts();
                let start = Date::new(year, month, part.place() * 10 + 1).ok()?;
                let end = match part {
                    Part::Late => start.last_of_month(),
                    Part::Early | Part::Mid => days_later(start, 9)?,
                };
                (point(Span::Day(start), first), point(Span::Day(end), last))
            }
            Self::Week(monday) => (about(Span::Day(monday)), about(Span::Day(days_later(monday, 6)?))),
            Self::Advent(year) => {
                let eve = Date::new(year, 12, 24).ok()?;
                let fourth_sunday = i64::from(eve.weekday().to_sunday_zero_offset());
                (about(Span::Day(days_later(eve, -21 - fourth_sunday)?)), about(Span::Day(eve)))
            }
        })
    }

    /// The period for which an interval stands, if it stands for one. Uncertainty is left to the caller.
    pub(super) fn between(start: Point, end: Point) -> Option<Self> {
        let ends = (start.certain(), end.certain());
        let candidates = match start.span {
            Span::Month(year, month) => {
                [Part::starting(month, 4).map(|part| Self::PartOfYear { part, year }), None, None]
            }
            Span::Day(day) => [
                Part::starting(day.day(), 10).map(|part| Self::PartOfMonth {
                    part,
                    year: day.year(),
                    month: day.month(),
                }),
                (day.weekday() == Weekday::Monday).then_some(Self::Week(day)),
                Some(Self::Advent(day.year())),
            ],
            _ => return None,
        };
        candidates.into_iter().flatten().find(|period| period.ends() == Some(ends))
    }
}

impl Part {
    const ALL: [Self; 3] = [Self::Early, Self::Mid, Self::Late];

    /// Its place among the thirds, from 0.
    pub(super) const fn place(self) -> i8 {
        match self {
            Self::Early => 0,
            Self::Mid => 1,
            Self::Late => 2,
        }
    }

    /// The third that begins with this day or month, if each third has so many.
    fn starting(first: i8, length: i8) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.place() * length + 1 == first)
    }

    /// The doubt about both edges: only where the whole begins or ends too, there is none.
    const fn doubts(self) -> [Doubt; 2] {
        match self {
            Self::Early => [Doubt::Sure, Doubt::Approximate],
            Self::Mid => [Doubt::Approximate, Doubt::Approximate],
            Self::Late => [Doubt::Approximate, Doubt::Sure],
        }
    }
}

/// The Monday of the week in which a day lies.
pub(super) fn monday_of(day: Date) -> Option<Date> {
    days_later(day, -i64::from(day.weekday().to_monday_zero_offset()))
}

/// The day this number of days later; `None` outside of the years that EDTF can write.
pub(super) fn days_later(day: Date, days: i64) -> Option<Date> {
    day.checked_add(jiff::Span::new().days(days)).ok().filter(|day| day.year() > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(period: Period) -> String {
        let (start, end) = period.ends().unwrap();
        assert_eq!(Period::between(start, end), Some(period));
        format!("{start}/{end}")
    }

    #[test]
    fn period_is_an_interval_whose_ends_are_certain_only_at_the_lines_of_the_calendar() {
        let month = |part, month| written(Period::PartOfMonth { part, year: 2024, month });
        assert_eq!(month(Part::Early, 12), "2024-12-01/2024-12-10~");
        assert_eq!(month(Part::Mid, 3), "2024-03-11~/2024-03-20~");
        assert_eq!(month(Part::Late, 2), "2024-02-21~/2024-02-29");
        let year = |part| written(Period::PartOfYear { part, year: 2019 });
        assert_eq!(year(Part::Early), "2019-01/2019-04~");
        assert_eq!(year(Part::Mid), "2019-05~/2019-08~");
        assert_eq!(year(Part::Late), "2019-09~/2019-12");
        assert_eq!(written(Period::Week(Date::constant(2026, 9, 14))), "2026-09-14~/2026-09-20~");
    }

    #[test]
    fn advent_begins_on_the_fourth_sunday_before_christmas() {
        for (year, first) in [(2022, "2022-11-27"), (2023, "2023-12-03"), (2026, "2026-11-29"), (2028, "2028-12-03")] {
            assert_eq!(written(Period::Advent(year)), format!("{first}~/{year}-12-24~"));
        }
    }

    #[test]
    fn other_intervals_are_no_periods() {
        let day = |day, doubt| Point { span: Span::Day(Date::constant(2026, 12, day)), doubt };
        assert_eq!(Period::between(day(1, Doubt::Sure), day(10, Doubt::Sure)), None);
        assert_eq!(Period::between(day(1, Doubt::Approximate), day(10, Doubt::Approximate)), None);
        assert_eq!(Period::between(day(8, Doubt::Approximate), day(14, Doubt::Approximate)), None);
    }

    #[test]
    fn last_week_of_the_calendar_has_no_sunday() {
        assert_eq!(Period::Week(Date::constant(9999, 12, 27)).ends(), None);
    }
}
