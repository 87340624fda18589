//! The EDTF value: one date or an interval. Its text is checked when it is read and canonical when it
//! is written.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::parse::{self, EdtfError};
use super::span::{Point, Span};

/// A date or an interval of dates in EDTF level 1 (ISO 8601-2), for the years 1 to 9999.
///
/// At least one end of an interval is known, and it does not end before it starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Edtf(pub(super) Form);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Form {
    One(Point),
    Between(End, End),
}

/// One end of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum End {
    At(Point),
    /// `..`: there is no end (yet).
    Open,
    /// Nothing written: there is an end, but it is not known.
    Unknown,
}

impl Edtf {
    /// Reads a date; the error says what was expected and at which character.
    pub fn parse(text: &str) -> Result<Self, EdtfError> {
        parse::edtf(text)
    }

    /// The first possible day; `None` if the start is open or unknown.
    pub fn earliest(self) -> Option<Date> {
        match self.0 {
            Form::One(point) | Form::Between(End::At(point), _) => Some(point.span.first()),
            Form::Between(..) => None,
        }
    }

    /// The last possible day; `None` if the end is open or unknown.
    pub fn latest(self) -> Option<Date> {
        match self.0 {
            Form::One(point) | Form::Between(_, End::At(point)) => Some(point.span.last()),
            Form::Between(..) => None,
        }
    }

    /// True for one certain day, and for a range from one certain day to another.
    pub fn is_exact(self) -> bool {
        match self.0 {
            Form::One(point) => point.is_exact(),
            Form::Between(End::At(start), End::At(end)) => start.is_exact() && end.is_exact(),
            Form::Between(..) => false,
        }
    }

    pub(super) fn machine(self) -> Option<String> {
        match self.0 {
            Form::One(point)
                if point.is_sure() && matches!(point.span, Span::Year(_) | Span::Month(..) | Span::Day(_)) =>
            {
                Some(self.to_string())
            }
            _ => None,
        }
    }

    pub(super) fn covers_year(self, year: i16) -> bool {
        let (first, last) = match self.0 {
            Form::One(point)
            | Form::Between(End::At(point), End::Unknown)
            | Form::Between(End::Unknown, End::At(point)) => (point.span.first().year(), point.span.last().year()),
            Form::Between(start, end) => (
                start.known().map_or(i16::MIN, |point| point.span.first().year()),
                end.known().map_or(i16::MAX, |point| point.span.last().year()),
            ),
        };
        (first..=last).contains(&year)
    }
}

impl End {
    pub(super) fn known(self) -> Option<Point> {
        match self {
            Self::At(point) => Some(point),
            Self::Open | Self::Unknown => None,
        }
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Form::One(point) => point.fmt(f),
            Form::Between(start, end) => write!(f, "{start}/{end}"),
        }
    }
}

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(point) => point.fmt(f),
            Self::Open => f.write_str(".."),
            Self::Unknown => Ok(()),
        }
    }
}

impl FromStr for Edtf {
    type Err = EdtfError;

    fn from_str(text: &str) -> Result<Self, EdtfError> {
        Self::parse(text)
    }
}

impl TryFrom<String> for Edtf {
    type Error = EdtfError;

    fn try_from(text: String) -> Result<Self, EdtfError> {
        Self::parse(&text)
    }
}

impl From<Edtf> for String {
    fn from(edtf: Edtf) -> Self {
        edtf.to_string()
    }
}
