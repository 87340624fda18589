//! One end of a typed range: its words, the parts that it takes from the other end or from the present day, and the days
//! it means.

use jiff::civil::{Date, Weekday};

use super::ReadError;
use super::partial::{PartialDate, SeasonYear, Stretch};
use crate::period::Period;
use crate::span::{Doubt, Point, Span};

/// One end of a range, or a single date.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    pub(super) date: PartialDate,
    pub(super) doubt: Doubt,
    pub(super) weekday: Option<Weekday>,
}

/// The side of the present day on which a date without a year lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// The next one that is not over: "Ende Juni".
    Ahead,
    /// The last one that has begun: "seit Juni".
    Behind,
}

impl Piece {
    /// A date without doubt and weekday.
    pub(super) const fn sure(date: PartialDate) -> Self {
        Self { date, doubt: Doubt::Sure, weekday: None }
    }

    /// Takes the missing parts from the other end of a range: "20." of "21. September 2018".
    pub(super) fn completed_by(mut self, end: &PartialDate) -> Self {
        let month_there = match end {
            PartialDate::Day { month, .. } => *month,
            PartialDate::Month { month, .. } | PartialDate::PartOfMonth { month, .. } => Some(*month),
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
            (PartialDate::Day { day, month: None, year: None }, PartialDate::Week { year, .. }) => {
                self.date = PartialDate::Week { number: *day, year: *year };
            }
            (PartialDate::Day { month, year, .. }, _) => {
                *month = month.or(month_there);
                *year = year.or(end.year());
            }
            (
                PartialDate::Season { year, .. } | PartialDate::PartOfSeason { year, .. },
                PartialDate::Season { year: there, .. } | PartialDate::PartOfSeason { year: there, .. },
            ) => {
                *year = year.or(there.map(|there| SeasonYear { is_double: false, ..there }));
            }
            (date, _) => {
                if let Some(year) = end.year() {
                    *date = date.in_year(year);
                }
            }
        }
        self
    }

    /// A vague date without a year is the nearest one on this side of the present day. A day keeps the gap: of the wrong year, it
    /// would look exactly like one that was typed.
    pub(super) fn dated(self, today: Date, side: Side) -> Self {
        if !self.date.lacks_year() || matches!(self.date, PartialDate::Day { .. }) {
            return self;
        }
        let this = today.year();
        let years = match side {
            Side::Ahead => [this - 1, this, this + 1],
            Side::Behind => [this + 1, this, this - 1],
        };
        let is_near = |piece: &Self| match (side, piece.stretch()) {
            (_, Err(_)) => false,
            (Side::Ahead, Ok((_, last))) => last.span.last() >= today,
            (Side::Behind, Ok((first, _))) => first.span.first() <= today,
        };
        let years = years.into_iter().filter(|year| (1..=9999).contains(year));
        let near = years.map(|year| Self { date: self.date.beginning_in(year), ..self }).find(is_near);
        near.unwrap_or(self)
    }

    /// The days that are meant; an error if they do not exist.
    pub(super) fn stretch(self) -> Result<Stretch, ReadError> {
        let (first, last) = self.date.stretch()?;
        if let Some(weekday) = self.weekday {
            // Only a day has a day of the week.
            check_weekday(weekday, (first == last).then_some(first.span))?;
        }
        // A named period is approximate already, and no more so by a word.
        let is_named = first != last && Period::between(first, last).is_some();
        let doubt = if is_named { Doubt::of(self.doubt.is_uncertain(), false) } else { self.doubt };
        Ok((first.doubted(doubt), last.doubted(doubt)))
    }

    /// The first day, as the start of a longer stretch. "Ab Anfang 2027" means no certain month.
    pub(super) fn start(self) -> Result<Point, ReadError> {
        let (first, last) = self.as_edge().stretch()?;
        let is_vague = first != last && Period::between(first, last).is_some();
        let first = if is_vague { first.doubted(Doubt::Approximate) } else { first };
        Ok(first.as_start())
    }

    /// The last day, as the end of a longer stretch.
    pub(super) fn end(self) -> Result<Point, ReadError> {
        Ok(self.as_edge().stretch()?.1.as_end())
    }

    fn as_edge(self) -> Self {
        Self { date: self.date.as_edge(), ..self }
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
    fn as_start(self) -> Self {
        Self { span: closed(self.span, Span::first), ..self }
    }

    /// The point as the end of an interval, which may have no open digits.
    fn as_end(self) -> Self {
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

fn check_weekday(weekday: Weekday, span: Option<Span>) -> Result<(), ReadError> {
    match span {
        Some(Span::Day(date)) if date.weekday() == weekday => Ok(()),
        Some(Span::Day(date)) => Err(ReadError::OtherWeekday(date.weekday())),
        _ => Err(ReadError::Unfinished),
    }
}
