//! The grammar of remarks behind a date: "(Tag nicht überliefert)", "+", "laut Bericht", a time of day.

use super::ReadError;
use super::reader::Reader;
use super::vocabulary::Meaning;
use crate::Certainty;
use crate::edtf::{End, Form};
use crate::span::{Doubt, Point, Span};

/// The part of a date that a remark calls missing.
#[derive(Clone, Copy)]
enum Missing {
    Day,
    Month,
    Start,
    End,
}

impl Reader {
    /// Reads the remarks behind the date and returns the date that results.
    pub(super) fn notes(&mut self, mut form: Form) -> Result<Form, ReadError> {
        loop {
            let before = self.position();
            self.hours()?;
            self.eat_sign(',');
            self.eat_sign('.');
            if self.eat_sign('+') || self.beyond() {
                form = going_on(form).ok_or_else(|| ReadError::Unclear("+".to_owned()))?;
            } else if self.eat_sign('(') {
                form = self.in_parentheses(form)?;
            } else {
                self.report();
                self.attitude();
            }
            if self.position() == before {
                return Ok(form);
            }
        }
    }

    fn in_parentheses(&mut self, form: Form) -> Result<Form, ReadError> {
        let missing = match self.word() {
            "tag" | "day" => Some(Missing::Day),
            "monat" | "month" => Some(Missing::Month),
            "beginn" | "anfang" | "start" => Some(Missing::Start),
            "ende" | "end" => Some(Missing::End),
            _ => None,
        };
        let form = if let Some(missing) = missing {
            self.step(1);
            self.is_missing()?;
            without(form, missing).ok_or_else(|| self.unclear_or_unfinished())?
        } else {
            let before = self.position();
            self.report();
            self.attitude();
            if self.position() == before {
                return Err(self.unclear_or_unfinished());
            }
            form
        };
        if self.eat_sign(')') { Ok(form) } else { Err(self.unclear_or_unfinished()) }
    }

    /// "nicht überliefert", "noch offen".
    fn is_missing(&mut self) -> Result<(), ReadError> {
        const WAYS: [&[&str]; 8] = [
            &["nicht", "überliefert"],
            &["nicht", "bekannt"],
            &["noch", "offen"],
            &["unbekannt"],
            &["not", "on", "record"],
            &["still", "open"],
            &["unknown"],
            &["offen"],
        ];
        for way in WAYS {
            let here = self.position();
            if way.iter().all(|word| self.eat_word(word)) {
                return Ok(());
            }
            self.go_back(here);
        }
        Err(self.unclear_or_unfinished())
    }

    /// "laut Bericht", "as reported".
    fn report(&mut self) {
        let here = self.position();
        let is_report = (self.eat_word("laut") && self.eat_word("bericht"))
            || (self.eat_word("nach") && self.eat_word("berichten"))
            || (self.eat_word("as") && self.eat_word("reported"))
            || self.eat_word("reportedly");
        if is_report {
            self.certainty = Some(Certainty::Reported);
        } else {
            self.go_back(here);
        }
    }

    /// "und darüber hinaus", "and beyond".
    fn beyond(&mut self) -> bool {
        let here = self.position();
        let is_there = self.eat(Meaning::And)
            && ((self.eat_word("darüber") && self.eat_word("hinaus")) || self.eat_word("beyond"));
        if !is_there {
            self.go_back(here);
        }
        is_there
    }
}

/// The interval with an approximate end (`2018/2019~`): the years are known, it went on somewhat longer.
fn going_on(form: Form) -> Option<Form> {
    match form {
        Form::Between(start @ End::At(Point { span: Span::Year(_), .. }), End::At(end))
            if end == (Point { span: end.span, doubt: Doubt::Sure }) && matches!(end.span, Span::Year(_)) =>
        {
            Some(Form::Between(start, End::At(Point { doubt: Doubt::Approximate, ..end })))
        }
        _ => None,
    }
}

/// The date without the part that is missing.
fn without(form: Form, missing: Missing) -> Option<Form> {
    let point = |point: Point, span| Some(Form::One(Point { span, ..point }));
    match (missing, form) {
        (Missing::Day, Form::One(date)) => match date.span {
            Span::Year(year) => point(date, Span::SomeDay(year)),
            Span::Month(year, month) => point(date, Span::SomeDayOf(year, month)),
            _ => None,
        },
        (Missing::Month, Form::One(date)) => match date.span {
            Span::Year(year) => point(date, Span::SomeMonth(year)),
            _ => None,
        },
        (Missing::Start, Form::Between(End::Open, end)) => Some(Form::Between(End::Unknown, end)),
        (Missing::End, Form::Between(start, End::Open)) => Some(Form::Between(start, End::Unknown)),
        _ => None,
    }
}
