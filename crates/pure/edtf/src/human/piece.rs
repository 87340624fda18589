//! One end of a typed range: its words, the parts it takes from the other end, and the days it means.

use jiff::civil::{Date, Weekday};

use super::ReadError;
use super::vocabulary::Part;
use crate::span::{Doubt, Point, Season, Span};

/// One end of a range, or a single date.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    pub(super) date: PartialDate,
    pub(super) doubt: Doubt,
    pub(super) weekday: Option<Weekday>,
}

/// A date as typed; missing parts may stand at the other end of the range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PartialDate {
    Day {
        day: i8,
        month: Option<i8>,
        year: Option<i16>,
    },
    Month {
        month: i8,
        year: Option<i16>,
    },
    Season {
        season: Season,
        year: Option<SeasonYear>,
    },
    Quarter {
        number: i8,
        year: Option<i16>,
    },
    Half {
        number: i8,
        year: Option<i16>,
    },
    Third {
        part: Part,
        year: i16,
    },
    Year(i16),
    /// A school year, by the year in which it begins.
    SchoolYear(i16),
    /// A complete date: EDTF or a decade.
    Whole(Point),
}

/// The year of a season; a winter has two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SeasonYear {
    pub(super) year: i16,
    pub(super) is_double: bool,
}

/// The first and the last point of a stretch; the same twice for a date that level 1 can write as one.
pub(super) type Stretch = (Point, Point);

impl Piece {
    /// A date without doubt and weekday.
    pub(super) const fn sure(date: PartialDate) -> Self {
        Self { date, doubt: Doubt::Sure, weekday: None }
    }

    /// Takes the missing parts from the other end of a range: "20." of "21. September 2018".
    pub(super) fn completed_by(mut self, end: &PartialDate) -> Self {
        let month_there = match end {
            PartialDate::Day { month, .. } => *month,
            PartialDate::Month { month, .. } => Some(*month),
            _ => None,
        };
        match (&mut self.date, end) {
            // "1.–2. Quartal 2020"
            (PartialDate::Day { day, month: None, year: None }, PartialDate::Quarter { year, .. }) => {
                self.date = PartialDate::Quarter { number: *day, year: *year };
            }
            (PartialDate::Day { day, month: None, year: None }, PartialDate::Half { year, .. }) => {
                self.date = PartialDate::Half { number: *day, year: *year };
            }
            (PartialDate::Day { month, year, .. }, _) => {
                *month = month.or(month_there);
                *year = year.or(end.year());
            }
            (
                PartialDate::Month { year, .. } | PartialDate::Quarter { year, .. } | PartialDate::Half { year, .. },
                _,
            ) => {
                *year = year.or(end.year());
            }
            (PartialDate::Season { year, .. }, PartialDate::Season { year: there, .. }) => {
                *year = year.or(there.map(|there| SeasonYear { is_double: false, ..there }));
            }
            (PartialDate::Season { year, .. }, _) => {
                *year = year.or(end.year().map(|year| SeasonYear { year, is_double: false }));
            }
            _ => {}
        }
        self
    }

    /// The days that are meant; an error if they do not exist.
    pub(super) fn stretch(self) -> Result<Stretch, ReadError> {
        let sure = |span| Point { span, doubt: Doubt::Sure };
        let between = |first, last| (sure(first), sure(last));
        let (first, last) = match self.date {
            PartialDate::Day { day, month, year } => on_day(day, month, year)?,
            PartialDate::Month { month, year } => one(Span::Month(year.ok_or(ReadError::NoYear)?, month)),
            PartialDate::Season { season, year } => one(in_season(season, year)?),
            PartialDate::Quarter { number, year } => {
                let (year, last) = (year.ok_or(ReadError::NoYear)?, part_of_year(number, 4)? * 3);
                between(Span::Month(year, last - 2), Span::Month(year, last))
            }
            PartialDate::Half { number, year } => {
                let (year, last) = (year.ok_or(ReadError::NoYear)?, part_of_year(number, 2)? * 6);
                between(Span::Month(year, last - 5), Span::Month(year, last))
            }
            PartialDate::Third { part, year } => third(part, year),
            PartialDate::Year(year) => one(Span::Year(year)),
            PartialDate::SchoolYear(year) => between(Span::Month(year, 8), Span::Month(year + 1, 7)),
            PartialDate::Whole(point) => (point, point),
        };
        if let Some(weekday) = self.weekday {
            check_weekday(weekday, first.span)?;
        }
        Ok((first.doubted(self.doubt), last.doubted(self.doubt)))
    }
}

impl PartialDate {
    fn year(&self) -> Option<i16> {
        match self {
            Self::Day { year, .. }
            | Self::Month { year, .. }
            | Self::Quarter { year, .. }
            | Self::Half { year, .. } => *year,
            Self::Season { year, .. } => year.map(|there| there.year),
            Self::Third { year, .. } | Self::Year(year) => Some(*year),
            Self::SchoolYear(_) | Self::Whole(_) => None,
        }
    }
}

impl Doubt {
    /// Combines "vermutlich" (uncertain) and "etwa" (approximate).
    pub(super) const fn of(is_uncertain: bool, is_approximate: bool) -> Self {
        match (is_uncertain, is_approximate) {
            (false, false) => Self::Sure,
            (true, false) => Self::Uncertain,
            (false, true) => Self::Approximate,
            (true, true) => Self::Both,
        }
    }

    /// The union of both doubts.
    pub(super) fn and(self, other: Self) -> Self {
        Self::of(self.is_uncertain() || other.is_uncertain(), self.is_approximate() || other.is_approximate())
    }
}

impl Point {
    fn doubted(self, doubt: Doubt) -> Self {
        Self { doubt: self.doubt.and(doubt), ..self }
    }

    /// The same point, with uncertainty added to its doubt.
    pub(super) fn uncertain(self) -> Self {
        self.doubted(Doubt::Uncertain)
    }

    /// The point as the start of an interval, which may have no open digits: a decade begins with its first year.
    pub(super) fn as_start(self) -> Self {
        Self { span: closed(self.span, Span::first), ..self }
    }

    /// The point as the end of an interval, which may have no open digits.
    pub(super) fn as_end(self) -> Self {
        Self { span: closed(self.span, Span::last), ..self }
    }
}

fn closed(span: Span, edge: fn(Span) -> Date) -> Span {
    match span {
        Span::Century(_) | Span::Decade(_) | Span::SomeMonth(_) | Span::SomeDay(_) => Span::Year(edge(span).year()),
        Span::SomeDayOf(year, month) => Span::Month(year, month),
        other => other,
    }
}

fn one(span: Span) -> Stretch {
    let point = Point { span, doubt: Doubt::Sure };
    (point, point)
}

fn on_day(day: i8, month: Option<i8>, year: Option<i16>) -> Result<Stretch, ReadError> {
    let (Some(month), Some(year)) = (month, year) else { return Err(ReadError::NoYear) };
    let date = Date::new(year, month, day).map_err(|_| ReadError::NoSuchDay(format!("{day}.{month}.{year}")))?;
    Ok(one(Span::Day(date)))
}

fn check_weekday(weekday: Weekday, span: Span) -> Result<(), ReadError> {
    match span {
        Span::Day(date) if date.weekday() == weekday => Ok(()),
        Span::Day(date) => Err(ReadError::OtherWeekday(date.weekday())),
        _ => Err(ReadError::Unfinished),
    }
}

fn in_season(season: Season, year: Option<SeasonYear>) -> Result<Span, ReadError> {
    let SeasonYear { year, is_double } = year.ok_or(ReadError::NoYear)?;
    match (season, is_double) {
        (Season::Winter, false) => Err(ReadError::WinterOfOneYear(year)),
        (Season::Winter, true) | (_, false) => Ok(Span::Season(year, season)),
        (_, true) => Err(ReadError::Unclear(format!("{year}/"))),
    }
}

/// Checks the number of a part of a year, such as the third of four quarters.
fn part_of_year(number: i8, parts: i8) -> Result<i8, ReadError> {
    if (1..=parts).contains(&number) { Ok(number) } else { Err(ReadError::NoSuchDay(format!("{number}."))) }
}

/// Four months, uncertain where the calendar draws no line.
fn third(part: Part, year: i16) -> Stretch {
    let (first, last) = match part {
        Part::Early => (1, 4),
        Part::Mid => (5, 8),
        Part::Late => (9, 12),
    };
    let month = |month| {
        let doubt = if matches!(month, 1 | 12) { Doubt::Sure } else { Doubt::Approximate };
        Point { span: Span::Month(year, month), doubt }
    };
    (month(first), month(last))
}
