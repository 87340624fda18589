//! The same occasion in another year: "next year's congress".

use jiff::civil::{Date, Weekday};

use super::edtf::{Edtf, End, Form};
use super::period::{Period, days_later};
use super::span::{Point, Span};

/// The days of half a week: no day with the same weekday is farther from any day.
const HALF_A_WEEK: i64 = 3;

impl Edtf {
    /// The same occasion in another year: days keep their weekday and move by less than half a week within the year
    /// ("Thursday, 20 September 2018" is "Thursday, 19 September 2019"), so that an occasion of several days keeps its length;
    /// vaguer dates keep their month or season. A range moves with the year of its start.
    ///
    /// `None` where no year is meant (`201X`), or the year is out of what EDTF can write.
    #[must_use]
    pub fn in_year(self, year: i16) -> Option<Self> {
        let begins = self.earliest().or(self.latest())?;
        let move_by = Move { years: year.checked_sub(begins.year())?, days: None };
        let moved = match self.0 {
            Form::One(point) => Form::One(move_by.point(point)?),
            Form::Between(End::At(start), End::At(end)) => {
                let (start, end) = move_by.range(start, end)?;
                Form::Between(End::At(start), End::At(end))
            }
            Form::Between(start, end) => Form::Between(move_by.end(start)?, move_by.end(end)?),
        };
        // What the calendar cannot hold is refused where every text is.
        Self::parse(&Self(moved).to_string()).ok()
    }
}

/// A way into another year.
#[derive(Debug, Clone, Copy)]
struct Move {
    years: i16,
    /// The days by which all days move; `None` while none was looked at.
    days: Option<i64>,
}

impl Move {
    fn range(self, start: Point, end: Point) -> Option<(Point, Point)> {
        if let Some(named) = self.named(start, end) {
            return Some(named);
        }
        let days = match start.span {
            Span::Day(day) => Some(self.days_from(day)?),
            _ => None,
        };
        let together = Self { days, ..self };
        Some((together.point(start)?, together.point(end)?))
    }

    /// The third of a month, or the Advent, of the other year. A week moves as its days do.
    fn named(self, start: Point, end: Point) -> Option<(Point, Point)> {
        let (first, last) = match Period::between(start, end)? {
            Period::PartOfYear { part, year } => Period::PartOfYear { part, year: self.year(year)? },
            Period::PartOfMonth { part, year, month } => Period::PartOfMonth { part, year: self.year(year)?, month },
            Period::Advent(year) => Period::Advent(self.year(year)?),
            Period::Week(_) => return None,
        }
        .ends()?;
        // Uncertainty that stood at the ends stays there.
        let kept = |moved: Point, before: Point| Point { doubt: before.doubt, ..moved };
        Some((kept(first, start), kept(last, end)))
    }

    fn end(self, end: End) -> Option<End> {
        Some(match end {
            End::At(point) => End::At(self.point(point)?),
            End::Open | End::Unknown => end,
        })
    }

    fn point(self, point: Point) -> Option<Point> {
        let span = match point.span {
            Span::Century(_) | Span::Decade(_) => return None,
            Span::Year(year) => Span::Year(self.year(year)?),
            Span::SomeMonth(year) => Span::SomeMonth(self.year(year)?),
            Span::SomeDay(year) => Span::SomeDay(self.year(year)?),
            Span::Season(year, season) => Span::Season(self.year(year)?, season),
            Span::Month(year, month) => Span::Month(self.year(year)?, month),
            Span::SomeDayOf(year, month) => Span::SomeDayOf(self.year(year)?, month),
            Span::Day(day) => {
                let days = match self.days {
                    Some(days) => days,
                    None => self.days_from(day)?,
                };
                Span::Day(days_later(day, days)?)
            }
        };
        Some(Point { span, ..point })
    }

    fn year(self, year: i16) -> Option<i16> {
        year.checked_add(self.years).filter(|year| (1..=9999).contains(year))
    }

    /// The days from a day to the nearest one with its weekday around its date in the other year.
    fn days_from(self, day: Date) -> Option<i64> {
        let date = Date::new(self.year(day.year())?, day.month(), 1).ok()?;
        let last = date.last_of_month().day();
        let date = Date::new(date.year(), day.month(), day.day().min(last)).ok()?;
        let behind = offset(day.weekday()) - offset(date.weekday());
        let nearest = days_later(date, (behind + HALF_A_WEEK).rem_euclid(7) - HALF_A_WEEK)?;
        // Around the turn of the year the nearest one lies in another year.
        let nearest = match nearest.year() - date.year() {
            0 => nearest,
            before_or_behind => days_later(nearest, -7 * i64::from(before_or_behind))?,
        };
        Some(i64::from((nearest - day).get_days()))
    }
}

fn offset(weekday: Weekday) -> i64 {
    i64::from(weekday.to_monday_zero_offset())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moved(text: &str, year: i16) -> Option<String> {
        Some(Edtf::parse(text).unwrap().in_year(year)?.to_string())
    }

    #[test]
    fn days_keep_their_weekday_and_an_occasion_its_length() {
        for (before, year, after) in [
            ("2018-09-20", 2019, "2019-09-19"),
            ("2018-09-20", 2018, "2018-09-20"),
            ("2018-09-20/2018-09-21", 2027, "2027-09-23/2027-09-24"),
            ("2020-02-29", 2021, "2021-02-27"),
            ("2018-12-31/2019-01-01", 2020, "2020-12-28/2020-12-29"),
            ("2024-01-01", 2025, "2025-01-06"),
            ("2023-12-31", 2024, "2024-12-29"),
            ("2018-09-20~", 2019, "2019-09-19~"),
        ] {
            assert_eq!(moved(before, year).as_deref(), Some(after), "{before} in {year}");
        }
    }

    #[test]
    fn every_day_moves_within_its_new_year_to_the_same_weekday() {
        let days = (0..3 * 366).filter_map(|days| days_later(Date::constant(2023, 1, 1), days));
        for (day, year) in days.flat_map(|day| [(day, day.year() + 1), (day, 2026), (day, 2028)]) {
            let after = Edtf::parse(&day.to_string()).unwrap().in_year(year).unwrap().earliest().unwrap();
            assert_eq!((after.year(), after.weekday()), (year, day.weekday()), "{day} became {after}");
        }
    }

    #[test]
    fn vague_dates_stay_as_vague_as_they_are() {
        for (before, year, after) in [
            ("2018", 2020, "2020"),
            ("2018-22", 2019, "2019-22"),
            ("2018-09", 2019, "2019-09"),
            ("2018-09-XX", 2019, "2019-09-XX"),
            ("2018/2019~", 2027, "2027/2028~"),
            ("2018/..", 2027, "2027/.."),
            ("/2018-09-20", 2019, "/2019-09-19"),
            ("2024-02-21~/2024-02-29", 2025, "2025-02-21~/2025-02-28"),
            ("2026-12-01/2026-12-10~", 2027, "2027-12-01/2027-12-10~"),
            ("2026-11-29~/2026-12-24~", 2028, "2028-12-03~/2028-12-24~"),
            ("2026-09-14~/2026-09-20~", 2027, "2027-09-13~/2027-09-19~"),
        ] {
            assert_eq!(moved(before, year).as_deref(), Some(after), "{before} in {year}");
        }
        assert_eq!(moved("201X", 2019), None);
        assert_eq!(moved("2018/2019", 9999), None);
    }
}
