//! The recursive-descent parser: its state, and the grammar of whole dates and ranges.

use jiff::civil::Date;

use super::ReadError;
use super::partial::{PartialDate, Stretch};
use super::piece::{Piece, Side};
use super::token::{self, Token};
use super::vocabulary::Meaning;
use crate::edtf::{Edtf, End, Form};
use crate::period::Period;
use crate::span::{Doubt, Point, Span};
use crate::{Certainty, ClockTime, Hours, Reading, When};
use base::Locale;

/// The tokens, the position in them, and the certainty read so far.
pub(super) struct Reader {
    pub(super) tokens: Vec<Token>,
    pub(super) at: usize,
    pub(super) today: Date,
    pub(super) locale: Locale,
    pub(super) certainty: Option<Certainty>,
    pub(super) is_likely: bool,
    pub(super) hours: Option<Hours>,
}

impl Reader {
    pub(super) fn new(text: &str, today: Date, locale: Locale) -> Result<Self, ReadError> {
        let tokens = token::tokens(text)?;
        Ok(Self { tokens, at: 0, today, locale, certainty: None, is_likely: false, hours: None })
    }

    /// Reads the whole text.
    pub(super) fn whole(mut self) -> Result<Reading, ReadError> {
        self.attitude();
        self.leading_hours()?;
        let form = self.body()?;
        let form = self.notes(form)?;
        if self.peek().is_some() {
            return Err(self.unclear());
        }
        self.reading(form)
    }

    fn reading(self, form: Form) -> Result<Reading, ReadError> {
        let hours = self.hours.map(|hours| of_form(hours, form));
        if hours.is_some() && !has_days(form) {
            return Err(ReadError::TimeWithoutDay);
        }
        if hours.is_some_and(|hours| hours.starts == Some(ClockTime::END_OF_DAY)) {
            return Err(ReadError::StartsLate);
        }
        let (first, today) = (Edtf(form).earliest(), self.today);
        let lies_ahead = first.is_none_or(|first| first > today);
        let (form, certainty) = match (self.certainty, self.is_likely) {
            (Some(certainty), _) => (form, certainty),
            (None, true) if lies_ahead => (form, Certainty::Expected),
            (None, true) => (uncertain(form), Certainty::Fixed),
            (None, false) => (form, Certainty::Fixed),
        };
        Ok(Reading { when: When::new(Edtf(form), certainty), hours })
    }

    /// Reads a date, a range, or a range with one end.
    fn body(&mut self) -> Result<Form, ReadError> {
        if let Some(Token::Edtf(Edtf(form @ Form::Between(..)))) = self.peek() {
            let form = *form;
            self.at += 1;
            return Ok(form);
        }
        let doubt = self.doubts();
        match self.peek_meaning() {
            Some(Meaning::Since | Meaning::Starting) => self.since(doubt),
            Some(Meaning::To) => self.until(doubt),
            Some(Meaning::From) => self.stretch_between(doubt),
            Some(Meaning::Between) => self.between(doubt),
            _ => self.one_or_range(doubt),
        }
    }

    /// "seit 2018", "ab 2027", "seit 2018 bis heute".
    fn since(&mut self, doubt: Doubt) -> Result<Form, ReadError> {
        let side = if self.peek_meaning() == Some(Meaning::Since) { Side::Behind } else { Side::Ahead };
        self.at += 1;
        let start = self.piece(doubt)?;
        self.hours()?;
        if self.eat(Meaning::To) {
            self.range(start)
        } else {
            Ok(Form::Between(End::At(start.dated(self.today, side).start()?), End::Open))
        }
    }

    /// "bis 2020"
    fn until(&mut self, doubt: Doubt) -> Result<Form, ReadError> {
        self.at += 1;
        let end = self.piece(doubt)?;
        Ok(Form::Between(End::Open, End::At(end.dated(self.today, Side::Ahead).end()?)))
    }

    /// "von 2018 bis 2019"; in English "from 2027" alone leaves the end open.
    fn stretch_between(&mut self, doubt: Doubt) -> Result<Form, ReadError> {
        self.at += 1;
        let start = self.piece(doubt)?;
        self.hours()?;
        self.eat_sign(',');
        if self.eat(Meaning::To) || self.eat_sign('-') {
            return self.range(start);
        }
        match self.locale.interface() {
            Locale::En => Ok(Form::Between(End::At(start.dated(self.today, Side::Ahead).start()?), End::Open)),
            _ if self.peek().is_some() => Err(self.unclear()),
            _ => Err(ReadError::Unfinished),
        }
    }

    /// "zwischen März und Mai 2019"; a whole century has its own form in EDTF.
    fn between(&mut self, doubt: Doubt) -> Result<Form, ReadError> {
        self.at += 1;
        let start = self.piece(doubt)?;
        if !self.eat(Meaning::And) {
            return Err(self.unclear_or_unfinished());
        }
        let form = self.range(start)?;
        Ok(match form {
            Form::Between(End::At(first), End::At(last)) => match (first.span, last.span) {
                (Span::Year(from), Span::Year(to)) if from % 100 == 0 && to == from + 99 => {
                    Form::One(Point { span: Span::Century(from / 100), doubt: first.doubt })
                }
                _ => form,
            },
            _ => form,
        })
    }

    fn one_or_range(&mut self, doubt: Doubt) -> Result<Form, ReadError> {
        let start = self.piece(doubt)?;
        self.hours()?;
        let before_comma = self.at;
        self.eat_sign(',');
        if self.eat(Meaning::To) || self.eat_sign('-') || self.eat_sign('/') {
            return self.range(start);
        }
        if self.eat(Meaning::And) {
            return self.pair(start);
        }
        self.at = before_comma;
        Ok(one(start.dated(self.today, Side::Ahead).stretch()?))
    }

    /// Continues behind the sign or word between two ends.
    fn range(&mut self, start: Piece) -> Result<Form, ReadError> {
        if self.peek_meaning() == Some(Meaning::Day(0)) {
            self.at += 1;
            return Ok(Form::Between(End::At(start.dated(self.today, Side::Behind).start()?), End::Open));
        }
        let (first, last) = self.ends(start)?;
        Ok(Form::Between(End::At(first), End::At(last)))
    }

    /// "20. und 21. September 2018": a stretch if the days are adjacent.
    fn pair(&mut self, start: Piece) -> Result<Form, ReadError> {
        let (first, last) = self.ends(start)?;
        match first.span.last().tomorrow() {
            Ok(next) if next == last.span.first() => Ok(Form::Between(End::At(first), End::At(last))),
            _ => Err(ReadError::TwoDates),
        }
    }

    fn ends(&mut self, start: Piece) -> Result<Stretch, ReadError> {
        let end = self.other_end(&start)?;
        let first = start.completed_by(&end.date).start()?;
        let last = end.end()?;
        if first.span.first() > last.span.last() {
            return Err(ReadError::Backwards);
        }
        self.last_hours()?;
        let is_one_day = first.span.first() == last.span.last();
        if is_one_day && self.hours.is_some_and(|hours| hours.ends.is_some_and(|ends| Some(ends) < hours.starts)) {
            return Err(ReadError::Backwards);
        }
        Ok((first, last))
    }

    /// The second end of a range. The year may be missing at both, unless a day needs it.
    fn other_end(&mut self, start: &Piece) -> Result<Piece, ReadError> {
        let doubt = self.doubts();
        let is_week = matches!(start.date, PartialDate::Week { .. });
        let end = if is_week && self.digits_at(0).is_some_and(|digits| digits.len() <= 2) {
            // "KW 38–40"
            Piece { doubt, ..Piece::sure(self.week()?) }
        } else {
            self.piece(doubt)?
        };
        match start.date {
            PartialDate::Day { year: None, .. } => Ok(end),
            _ if start.date.lacks_year() => Ok(end.dated(self.today, Side::Ahead)),
            _ => Ok(end),
        }
    }
}

fn one((first, last): Stretch) -> Form {
    if first == last { Form::One(first) } else { Form::Between(End::At(first), End::At(last)) }
}

/// A time of day can belong to a date whose ends, as far as they are known, are days.
fn has_days(form: Form) -> bool {
    let is_day = |end: End| end.known().is_none_or(|point| matches!(point.span, Span::Day(_)));
    match form {
        Form::One(point) => matches!(point.span, Span::Day(_)),
        Form::Between(End::At(start), End::At(end)) if Period::between(start, end).is_some() => false,
        Form::Between(start, end) => is_day(start) && is_day(end),
    }
}

/// The hours as they hold for a date: one time behind "bis zum 31. August" is the end.
fn of_form(hours: Hours, form: Form) -> Hours {
    match (form, hours.ends) {
        (Form::Between(End::Open | End::Unknown, _), None) => Hours { starts: None, ends: hours.starts, ..hours },
        _ => hours,
    }
}

fn uncertain(form: Form) -> Form {
    let doubted = |end| match end {
        End::At(point) => End::At(point.uncertain()),
        other => other,
    };
    match form {
        Form::One(point) => Form::One(point.uncertain()),
        Form::Between(start, end) => Form::Between(doubted(start), doubted(end)),
    }
}
