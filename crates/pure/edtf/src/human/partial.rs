//! A date as typed, of which parts may be missing: those stand at the other end of a range, or follow from the present day.

use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::ReadError;
use crate::period::{Part, Period};
use crate::span::{Doubt, Point, Season, Span};

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
    PartOfMonth {
        part: Part,
        month: i8,
        year: Option<i16>,
    },
    Season {
        season: Season,
        year: Option<SeasonYear>,
    },
    PartOfSeason {
        part: Part,
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
    /// A week by its number (ISO 8601).
    Week {
        number: i8,
        year: Option<i16>,
    },
    Advent {
        year: Option<i16>,
    },
    /// A complete period with a name.
    Named(Period),
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

impl PartialDate {
    /// The year, if it has one of its own.
    pub(super) fn year(&self) -> Option<i16> {
        match self {
            Self::Day { year, .. }
            | Self::Month { year, .. }
            | Self::PartOfMonth { year, .. }
            | Self::Quarter { year, .. }
            | Self::Half { year, .. }
            | Self::Week { year, .. }
            | Self::Advent { year } => *year,
            Self::Season { year, .. } | Self::PartOfSeason { year, .. } => year.map(|there| there.year),
            Self::Year(year) => Some(*year),
            Self::Named(_) | Self::SchoolYear(_) | Self::Whole(_) => None,
        }
    }

    /// True if its year was left out.
    pub(super) fn lacks_year(&self) -> bool {
        self.year().is_none() && !matches!(self, Self::Named(_) | Self::SchoolYear(_) | Self::Whole(_))
    }

    /// The same date in this year, if it has none of its own.
    pub(super) fn in_year(mut self, given: i16) -> Self {
        match &mut self {
            Self::Day { year, .. }
            | Self::Month { year, .. }
            | Self::PartOfMonth { year, .. }
            | Self::Quarter { year, .. }
            | Self::Half { year, .. }
            | Self::Week { year, .. }
            | Self::Advent { year } => *year = year.or(Some(given)),
            Self::Season { year, .. } | Self::PartOfSeason { year, .. } => {
                *year = year.or(Some(SeasonYear { year: given, is_double: false }));
            }
            Self::Named(_) | Self::Year(_) | Self::SchoolYear(_) | Self::Whole(_) => {}
        }
        self
    }

    /// The same date in the winter that begins in this year, if it is a winter without one; else as [`Self::in_year`].
    pub(super) fn beginning_in(mut self, given: i16) -> Self {
        if let Self::Season { season: Season::Winter, year } | Self::PartOfSeason { season: Season::Winter, year, .. } =
            &mut self
        {
            *year = year.or(Some(SeasonYear { year: given, is_double: true }));
        }
        self.in_year(given)
    }

    /// As the end of a longer stretch: there a third of a month is no more than the month.
    pub(super) fn as_edge(self) -> Self {
        match self {
            Self::PartOfMonth { month, year, .. } => Self::Month { month, year },
            Self::Named(Period::PartOfMonth { year, month, .. }) => Self::Month { month, year: Some(year) },
            other => other,
        }
    }

    /// The days that are meant; an error if they do not exist or the year is missing.
    pub(super) fn stretch(self) -> Result<Stretch, ReadError> {
        let needed = |year: Option<i16>| year.ok_or(ReadError::NoYear);
        Ok(match self {
            Self::Day { day, month, year } => one(Span::Day(on_day(day, month, year)?)),
            Self::Month { month, year } => one(Span::Month(needed(year)?, month)),
            Self::PartOfMonth { part, month, year } => named(Period::PartOfMonth { part, year: needed(year)?, month })?,
            Self::Season { season, year } => one(in_season(season, year)?),
            Self::PartOfSeason { part, season, year } => part_of_season(part, season, year)?,
            Self::Quarter { number, year } => months(needed(year)?, number, 4)?,
            Self::Half { number, year } => months(needed(year)?, number, 2)?,
            Self::Week { number, year } => week(number, needed(year)?)?,
            Self::Advent { year } => named(Period::Advent(needed(year)?))?,
            Self::Named(period) => named(period)?,
            Self::Year(year) => one(Span::Year(year)),
            Self::SchoolYear(year) => (sure(Span::Month(year, 8)), sure(Span::Month(year + 1, 7))),
            Self::Whole(point) => (point, point),
        })
    }
}

const fn sure(span: Span) -> Point {
    Point { span, doubt: Doubt::Sure }
}

fn one(span: Span) -> Stretch {
    (sure(span), sure(span))
}

fn named(period: Period) -> Result<Stretch, ReadError> {
    period.ends().ok_or(ReadError::Unfinished)
}

fn on_day(day: i8, month: Option<i8>, year: Option<i16>) -> Result<Date, ReadError> {
    let (Some(month), Some(year)) = (month, year) else { return Err(ReadError::NoYear) };
    Date::new(year, month, day).map_err(|_| ReadError::NoSuchDay(format!("{day}.{month}.{year}")))
}

fn in_season(season: Season, year: Option<SeasonYear>) -> Result<Span, ReadError> {
    let SeasonYear { year, is_double } = year.ok_or(ReadError::NoYear)?;
    match (season, is_double) {
        (Season::Winter, false) => Err(ReadError::WinterOfOneYear(year)),
        (Season::Winter, true) | (_, false) => Ok(Span::Season(year, season)),
        (_, true) => Err(ReadError::Unclear(format!("{year}/"))),
    }
}

/// The month of a season, approximately: level 1 has no form for a part of one. The beginning of a winter lies in the year
/// of its December and the end in the year of its February, so that only its middle needs both years.
fn part_of_season(part: Part, season: Season, year: Option<SeasonYear>) -> Result<Stretch, ReadError> {
    let SeasonYear { year, is_double } = year.ok_or(ReadError::NoYear)?;
    let span = match (season, part) {
        (Season::Winter, Part::Early) => Span::Month(year, 12),
        (Season::Winter, Part::Mid) if !is_double => return Err(ReadError::WinterOfOneYear(year)),
        (Season::Winter, Part::Mid | Part::Late) => Span::Month(year + i16::from(is_double), part.place()),
        _ if is_double => return Err(ReadError::Unclear(format!("{year}/"))),
        _ => Span::Month(year, season.first_month() + part.place()),
    };
    if matches!(span, Span::Month(10_000.., _)) {
        return Err(ReadError::Unfinished);
    }
    let point = Point { span, doubt: Doubt::Approximate };
    Ok((point, point))
}

/// The months of one of so many parts of a year.
fn months(year: i16, number: i8, parts: i8) -> Result<Stretch, ReadError> {
    if !(1..=parts).contains(&number) {
        return Err(ReadError::NoSuchDay(format!("{number}.")));
    }
    let length = 12 / parts;
    Ok((sure(Span::Month(year, number * length - length + 1)), sure(Span::Month(year, number * length))))
}

fn week(number: i8, year: i16) -> Result<Stretch, ReadError> {
    let monday = ISOWeekDate::new(year, number, Weekday::Monday);
    let monday = monday.map_err(|_| ReadError::NoSuchDay(format!("KW {number}/{year}")))?.date();
    named(Period::Week(monday))
}
