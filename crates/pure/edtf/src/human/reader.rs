//! The recursive-descent parser: its position in the tokens, and the grammar of whole dates and ranges.

use jiff::civil::Date;

use super::piece::{Piece, Stretch};
use super::token::{self, Token};
use super::vocabulary::{self, Meaning};
use super::{Hours, ReadError, Reading};
use crate::edtf::{Edtf, End, Form};
use crate::span::{Doubt, Point, Span};
use crate::{Certainty, When};
use base::Locale;

/// The tokens, the position in them, and the certainty read so far.
pub(super) struct Reader {
    tokens: Vec<Token>,
    at: usize,
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
        let form = self.body()?;
        let form = self.notes(form)?;
        if self.peek().is_some() {
            return Err(self.unclear());
        }
        self.reading(form)
    }

    fn reading(self, form: Form) -> Result<Reading, ReadError> {
        if self.hours.is_some() && !has_days(form) {
            return Err(ReadError::TimeWithoutDay);
        }
        let (first, today) = (Edtf(form).earliest(), self.today);
        let lies_ahead = first.is_none_or(|first| first > today);
        let (form, certainty) = match (self.certainty, self.is_likely) {
            (Some(certainty), _) => (form, certainty),
            (None, true) if lies_ahead => (form, Certainty::Expected),
            (None, true) => (uncertain(form), Certainty::Fixed),
            (None, false) => (form, Certainty::Fixed),
        };
        Ok(Reading { when: When::new(Edtf(form), certainty), hours: self.hours })
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
        self.at += 1;
        let start = self.piece(doubt)?;
        if self.eat(Meaning::To) {
            self.range(start)
        } else {
            Ok(Form::Between(End::At(start.stretch()?.0.as_start()), End::Open))
        }
    }

    /// "bis 2020"
    fn until(&mut self, doubt: Doubt) -> Result<Form, ReadError> {
        self.at += 1;
        let end = self.piece(doubt)?;
        Ok(Form::Between(End::Open, End::At(end.stretch()?.1.as_end())))
    }

    /// "von 2018 bis 2019"; in English "from 2027" alone leaves the end open.
    fn stretch_between(&mut self, doubt: Doubt) -> Result<Form, ReadError> {
        self.at += 1;
        let start = self.piece(doubt)?;
        self.eat_sign(',');
        if self.eat(Meaning::To) || self.eat_sign('-') {
            return self.range(start);
        }
        match self.locale.interface() {
            Locale::En => Ok(Form::Between(End::At(start.stretch()?.0.as_start()), End::Open)),
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
        Ok(one(start.stretch()?))
    }

    /// Continues behind the sign or word between two ends.
    fn range(&mut self, start: Piece) -> Result<Form, ReadError> {
        if self.peek_meaning() == Some(Meaning::Day(0)) {
            self.at += 1;
            return Ok(Form::Between(End::At(start.stretch()?.0.as_start()), End::Open));
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
        let doubt = self.doubts();
        let end = self.piece(doubt)?;
        let first = start.completed_by(&end.date).stretch()?.0.as_start();
        let last = end.stretch()?.1.as_end();
        if first.span.first() > last.span.last() {
            return Err(ReadError::Backwards);
        }
        self.last_hours()?;
        Ok((first, last))
    }

    // Access to the tokens.

    pub(super) fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    pub(super) fn peek_at(&self, ahead: usize) -> Option<&Token> {
        self.tokens.get(self.at + ahead)
    }

    pub(super) fn meaning_at(&self, ahead: usize) -> Option<Meaning> {
        match self.peek_at(ahead) {
            Some(Token::Word { small, .. }) => vocabulary::meaning(small),
            _ => None,
        }
    }

    pub(super) fn peek_meaning(&self) -> Option<Meaning> {
        self.meaning_at(0)
    }

    /// The next word in small letters; empty if the next token is no word.
    pub(super) fn word(&self) -> &str {
        match self.peek() {
            Some(Token::Word { small, .. }) => small,
            _ => "",
        }
    }

    /// The digits of the token that is `ahead` tokens away, if it is a number.
    pub(super) fn digits_at(&self, ahead: usize) -> Option<&str> {
        match self.peek_at(ahead) {
            Some(Token::Number(digits)) => Some(digits),
            _ => None,
        }
    }

    pub(super) fn is_sign_at(&self, ahead: usize, sign: char) -> bool {
        self.peek_at(ahead) == Some(&Token::Sign(sign))
    }

    /// Skips this number of tokens.
    pub(super) fn step(&mut self, tokens: usize) {
        self.at += tokens;
    }

    /// The current position, for [`Reader::go_back`].
    pub(super) fn position(&self) -> usize {
        self.at
    }

    pub(super) fn go_back(&mut self, position: usize) {
        self.at = position;
    }

    pub(super) fn eat(&mut self, meaning: Meaning) -> bool {
        let is_there = self.peek_meaning() == Some(meaning);
        self.at += usize::from(is_there);
        is_there
    }

    pub(super) fn eat_sign(&mut self, sign: char) -> bool {
        let is_there = self.is_sign_at(0, sign);
        self.at += usize::from(is_there);
        is_there
    }

    pub(super) fn eat_word(&mut self, word: &str) -> bool {
        let is_there = self.word() == word;
        self.at += usize::from(is_there);
        is_there
    }

    /// The refusal of the next token.
    pub(super) fn unclear(&self) -> ReadError {
        ReadError::Unclear(self.peek().map(Token::typed).unwrap_or_default())
    }

    pub(super) fn unclear_or_unfinished(&self) -> ReadError {
        if self.peek().is_some() { self.unclear() } else { ReadError::Unfinished }
    }
}

fn one((first, last): Stretch) -> Form {
    if first == last { Form::One(first) } else { Form::Between(End::At(first), End::At(last)) }
}

/// A time of day can belong to a date that begins and ends on a day.
fn has_days(form: Form) -> bool {
    let is_day = |end: End| end.known().is_some_and(|point| matches!(point.span, Span::Day(_)));
    match form {
        Form::One(point) => matches!(point.span, Span::Day(_)),
        Form::Between(start, end) => is_day(start) && is_day(end),
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
