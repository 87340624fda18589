//! The parts of an EDTF value: a span of days, and the doubt about it.

use std::fmt;

use jiff::civil::Date;

/// One date: a span of days with the doubt about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Point {
    pub(super) span: Span,
    pub(super) doubt: Doubt,
}

/// A span of days that level 1 can write. Years are 1 to 9999, months 1 to 12.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Span {
    /// `20XX`, by its first two digits.
    Century(i16),
    /// `201X`, by its first three digits.
    Decade(i16),
    /// `2018`
    Year(i16),
    /// `2018-XX`: some month of the year.
    SomeMonth(i16),
    /// `2018-XX-XX`: some day of the year.
    SomeDay(i16),
    /// `2018-22`
    Season(i16, Season),
    /// `2018-09`
    Month(i16, i8),
    /// `2018-09-XX`: some day of the month.
    SomeDayOf(i16, i8),
    /// `2018-09-20`
    Day(Date),
}

/// A meteorological season of the northern hemisphere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Season {
    Spring = 21,
    Summer = 22,
    Autumn = 23,
    Winter = 24,
}

/// The EDTF qualifier behind a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Doubt {
    /// No qualifier.
    Sure,
    /// `?`
    Uncertain,
    /// `~`
    Approximate,
    /// `%`
    Both,
}

impl Point {
    pub(super) fn is_sure(self) -> bool {
        self.doubt == Doubt::Sure
    }

    pub(super) fn is_exact(self) -> bool {
        self.is_sure() && matches!(self.span, Span::Day(_))
    }

    /// The same point without uncertainty; it stays approximate if it is.
    pub(super) fn certain(self) -> Self {
        let doubt = if self.doubt.is_approximate() { Doubt::Approximate } else { Doubt::Sure };
        Self { doubt, ..self }
    }
}

impl Doubt {
    pub(super) fn is_uncertain(self) -> bool {
        matches!(self, Self::Uncertain | Self::Both)
    }

    pub(super) fn is_approximate(self) -> bool {
        matches!(self, Self::Approximate | Self::Both)
    }
}

impl Span {
    pub(super) fn first(self) -> Date {
        match self {
            Self::Century(century) => day(century * 100, 1, 1),
            Self::Decade(decade) => day(decade * 10, 1, 1),
            Self::Year(year) | Self::SomeMonth(year) | Self::SomeDay(year) => day(year, 1, 1),
            Self::Season(year, season) => day(year, season.first_month(), 1),
            Self::Month(year, month) | Self::SomeDayOf(year, month) => day(year, month, 1),
            Self::Day(date) => date,
        }
    }

    pub(super) fn last(self) -> Date {
        match self {
            Self::Century(century) => day(century * 100 + 99, 12, 31),
            Self::Decade(decade) => day(decade * 10 + 9, 12, 31),
            Self::Year(year) | Self::SomeMonth(year) | Self::SomeDay(year) => day(year, 12, 31),
            Self::Season(year, Season::Winter) => day(year + 1, 2, 1).last_of_month(),
            Self::Season(year, season) => day(year, season.first_month() + 2, 1).last_of_month(),
            Self::Month(year, month) | Self::SomeDayOf(year, month) => day(year, month, 1).last_of_month(),
            Self::Day(date) => date,
        }
    }

    /// True if digits are left open, which level 1 does not allow in an interval.
    pub(super) fn is_unspecified(self) -> bool {
        matches!(self, Self::Century(_) | Self::Decade(_) | Self::SomeMonth(_) | Self::SomeDay(_) | Self::SomeDayOf(..))
    }
}

/// A day that the parser has checked. Only the winter of 9999 would end after the last day of the calendar;
/// it ends on that day.
fn day(year: i16, month: i8, day: i8) -> Date {
    Date::new(year, month, day).unwrap_or(Date::MAX)
}

impl Season {
    pub(super) fn first_month(self) -> i8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.span.fmt(f)?;
        f.write_str(match self.doubt {
            Doubt::Sure => "",
            Doubt::Uncertain => "?",
            Doubt::Approximate => "~",
            Doubt::Both => "%",
        })
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Century(century) => write!(f, "{century:02}XX"),
            Self::Decade(decade) => write!(f, "{decade:03}X"),
            Self::Year(year) => write!(f, "{year:04}"),
            Self::SomeMonth(year) => write!(f, "{year:04}-XX"),
            Self::SomeDay(year) => write!(f, "{year:04}-XX-XX"),
            Self::Season(year, season) => write!(f, "{year:04}-{}", *season as u8),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::SomeDayOf(year, month) => write!(f, "{year:04}-{month:02}-XX"),
            Self::Day(date) => write!(f, "{date}"),
        }
    }
}
