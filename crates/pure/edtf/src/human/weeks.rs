//! The grammar of weeks, and of what is counted from the present day: "KW 38/2026", "38. KW 2026", "Woche vom 14. September
//! 2026", "nächste Woche", "letzten Monat", "nächstes Jahr".

use jiff::civil::Date;

use super::ReadError;
use super::partial::PartialDate;
use super::reader::Reader;
use super::vocabulary::Meaning;
use crate::period::{Period, days_later, monday_of};
use crate::span::{Doubt, Point, Span};

impl Reader {
    /// Continues behind "KW" or "Woche".
    pub(super) fn week(&mut self) -> Result<PartialDate, ReadError> {
        self.eat_sign('.');
        if self.digits_at(0).is_some_and(|digits| digits.len() <= 2) {
            let number = self.small_number()?;
            return self.week_of_year(number);
        }
        self.week_of_days()
    }

    /// Continues behind the number of a week: "/2026", "of 2026".
    pub(super) fn week_of_year(&mut self, number: i8) -> Result<PartialDate, ReadError> {
        if self.is_sign_at(0, '/') && self.digits_at(1).is_some_and(|digits| digits.len() == 4) {
            self.step(1);
        }
        self.eat_filler();
        Ok(PartialDate::Week { number, year: self.year_if_any()? })
    }

    /// Continues behind "Woche": "vom 14. bis 20. September 2026", "vom 14. September 2026".
    fn week_of_days(&mut self) -> Result<PartialDate, ReadError> {
        while self.eat(Meaning::Filler) || self.eat(Meaning::From) {}
        let start = self.piece(Doubt::Sure)?;
        let end = if self.eat(Meaning::To) || self.eat_sign('-') { Some(self.piece(Doubt::Sure)?) } else { None };
        let first = end.as_ref().map_or(start, |end| start.completed_by(&end.date));
        let day = certain_day(first.stretch()?.0)?;
        let monday = monday_of(day).ok_or(ReadError::NoWeek)?;
        if let Some(end) = end {
            let last = certain_day(end.stretch()?.1)?;
            if day != monday || Some(last) != days_later(monday, 6) {
                return Err(ReadError::NoWeek);
            }
        }
        Ok(PartialDate::Named(Period::Week(monday)))
    }

    /// Continues behind "nächste", "letzten", "this": a week, a month or a year, counted from the present one.
    pub(super) fn turn(&mut self, turns: i8) -> Result<PartialDate, ReadError> {
        let beyond = || ReadError::Unfinished;
        match self.peek_meaning() {
            Some(Meaning::Year) => {
                self.step(1);
                Ok(PartialDate::Year(self.today.year() + i16::from(turns)))
            }
            Some(Meaning::AnyMonth) => {
                self.step(1);
                let first = self.today.first_of_month();
                let month = first.checked_add(jiff::Span::new().months(i64::from(turns))).map_err(|_| beyond())?;
                Ok(PartialDate::Month { month: month.month(), year: Some(month.year()) })
            }
            Some(Meaning::Week) => {
                self.step(1);
                let day = days_later(self.today, 7 * i64::from(turns)).ok_or_else(beyond)?;
                Ok(PartialDate::Named(Period::Week(monday_of(day).ok_or_else(beyond)?)))
            }
            _ => {
                // The word itself has no meaning here.
                self.go_back(self.position() - 1);
                Err(self.unclear())
            }
        }
    }
}

fn certain_day(point: Point) -> Result<Date, ReadError> {
    match point {
        Point { span: Span::Day(day), doubt: Doubt::Sure } => Ok(day),
        _ => Err(ReadError::NoWeek),
    }
}
