//! A parser for EDTF that reads from left to right with one character of look-ahead and reports the
//! position of the first error.

use jiff::civil::Date;

use super::edtf::{Edtf, End, Form};
use super::span::{Doubt, Point, Season, Span};

/// The reason why a text is not EDTF: the expectation, and the character where it failed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("date {text:?}: expected {expected} at character {at}, found {found}")]
pub struct EdtfError {
    text: String,
    at: usize,
    expected: &'static str,
    found: String,
}

impl EdtfError {
    /// The character at which parsing failed, counted from 1; one behind the last if the text ends too
    /// early.
    pub const fn at(&self) -> usize {
        self.at
    }

    /// The expectation at that character, in English.
    pub const fn expected(&self) -> &'static str {
        self.expected
    }
}

pub(super) fn edtf(text: &str) -> Result<Edtf, EdtfError> {
    let mut reader = Reader { text, chars: text.chars().collect(), at: 0 };
    let start = reader.start()?;
    if !reader.eat("/") {
        return match start {
            End::At(point) => reader.end_of_text("\"/\" or the end").map(|()| Edtf(Form::One(point))),
            End::Open | End::Unknown => Err(reader.expected("\"/\"")),
        };
    }
    let end_at = reader.at;
    let end = reader.end()?;
    reader.end_of_text("the end")?;
    reader.check_interval(start, end, end_at)?;
    Ok(Edtf(Form::Between(start, end)))
}

struct Reader<'a> {
    text: &'a str,
    chars: Vec<char>,
    /// Index of the next character.
    at: usize,
}

impl Reader<'_> {
    fn start(&mut self) -> Result<End, EdtfError> {
        match self.chars.first() {
            Some('/') => Ok(End::Unknown),
            Some('.') => self.open(),
            _ => self.point().map(End::At),
        }
    }

    fn end(&mut self) -> Result<End, EdtfError> {
        match self.peek() {
            None => Ok(End::Unknown),
            Some('.') => self.open(),
            Some(_) => self.point().map(End::At),
        }
    }

    fn open(&mut self) -> Result<End, EdtfError> {
        if self.eat("..") { Ok(End::Open) } else { Err(self.expected("\"..\" for an open end")) }
    }

    fn point(&mut self) -> Result<Point, EdtfError> {
        let span = self.span()?;
        let doubt = match self.peek() {
            Some('?') => Doubt::Uncertain,
            Some('~') => Doubt::Approximate,
            Some('%') => Doubt::Both,
            _ => {
                return Ok(Point { span, doubt: Doubt::Sure });
            }
        };
        self.at += 1;
        Ok(Point { span, doubt })
    }

    fn span(&mut self) -> Result<Span, EdtfError> {
        let begin = self.at;
        let year = "a year from 0001 to 9999, of which the last two digits may be X";
        let digits = self.digits(4);
        self.at = begin + digits.len();
        // One or two digits of a year may be left open: 201X, 20XX.
        let open = 4 - digits.len();
        if open > 2 || !self.eat(&"X".repeat(open)) {
            self.at = if digits.is_empty() { begin } else { self.at };
            return Err(self.expected(year));
        }
        let number = number(&digits);
        if number == 0 {
            self.at = begin;
            return Err(self.expected(year));
        }
        match open {
            2 => Ok(Span::Century(number)),
            1 => Ok(Span::Decade(number)),
            _ if self.eat("-") => self.within_year(number),
            _ => Ok(Span::Year(number)),
        }
    }

    /// Continues behind `YYYY-`.
    fn within_year(&mut self, year: i16) -> Result<Span, EdtfError> {
        if self.eat("XX") {
            return self.within_some_month(year);
        }
        let (month, begin) = (self.two_digits(), self.at);
        self.at += 2;
        match month {
            Some(21) => Ok(Span::Season(year, Season::Spring)),
            Some(22) => Ok(Span::Season(year, Season::Summer)),
            Some(23) => Ok(Span::Season(year, Season::Autumn)),
            Some(24) => Ok(Span::Season(year, Season::Winter)),
            Some(month @ 1..=12) if self.eat("-") => self.within_month(year, month),
            Some(month @ 1..=12) => Ok(Span::Month(year, month)),
            _ => {
                self.at = begin;
                Err(self.expected("a month from 01 to 12, a season from 21 to 24 or XX"))
            }
        }
    }

    /// Continues behind `YYYY-XX`.
    fn within_some_month(&mut self, year: i16) -> Result<Span, EdtfError> {
        if !self.eat("-") {
            return Ok(Span::SomeMonth(year));
        }
        if self.eat("XX") { Ok(Span::SomeDay(year)) } else { Err(self.expected("XX, as the month is left open")) }
    }

    /// Continues behind `YYYY-MM-`.
    fn within_month(&mut self, year: i16, month: i8) -> Result<Span, EdtfError> {
        if self.eat("XX") {
            return Ok(Span::SomeDayOf(year, month));
        }
        let day = self.two_digits().ok_or_else(|| self.expected("a day of two digits or XX"))?;
        let date = Date::new(year, month, day).map_err(|_| self.expected("a day that this month has"))?;
        self.at += 2;
        Ok(Span::Day(date))
    }

    fn check_interval(&mut self, start: End, end: End, end_at: usize) -> Result<(), EdtfError> {
        for (side, at) in [(start, 0), (end, end_at)] {
            if side.known().is_some_and(|point| point.span.is_unspecified()) {
                self.at = at;
                return Err(self.expected("no X in an interval"));
            }
        }
        self.at = end_at;
        match (start.known(), end.known()) {
            (None, None) => Err(self.expected("a date on at least one side of the \"/\"")),
            (Some(start), Some(end)) if start.span.first() > end.span.last() => {
                Err(self.expected("an end that is not before the start"))
            }
            _ => Ok(()),
        }
    }

    fn end_of_text(&self, expected: &'static str) -> Result<(), EdtfError> {
        if self.at == self.chars.len() { Ok(()) } else { Err(self.expected(expected)) }
    }

    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    /// Skips this text if it comes next.
    fn eat(&mut self, text: &str) -> bool {
        let mut rest = self.chars[self.at..].iter();
        let stands_here = text.chars().all(|c| rest.next() == Some(&c));
        if stands_here {
            self.at += text.chars().count();
        }
        stands_here
    }

    /// At most `most` digits from here, which are not skipped.
    fn digits(&self, most: usize) -> String {
        self.chars[self.at..].iter().take(most).take_while(|c| c.is_ascii_digit()).collect()
    }

    fn two_digits(&self) -> Option<i8> {
        let digits = self.digits(2);
        (digits.len() == 2).then(|| digits.parse().ok()).flatten()
    }

    fn expected(&self, expected: &'static str) -> EdtfError {
        let rest = self.chars.get(self.at..).unwrap_or_default();
        let mark = rest.iter().take(1);
        let behind = rest.iter().skip(1).take_while(|c| **c != '/').take(11);
        let word: String = mark.chain(behind).collect();
        let found = if word.is_empty() { "the end".into() } else { format!("{word:?}") };
        EdtfError { text: self.text.into(), at: self.at + 1, expected, found }
    }
}

/// The value of at most four digits, which always fits.
fn number(digits: &str) -> i16 {
    digits.parse().unwrap_or_default()
}
