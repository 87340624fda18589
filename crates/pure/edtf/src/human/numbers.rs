//! The grammar of dates that begin with a number: days, months in figures, years, decades, numbered weeks.

use super::ReadError;
use super::partial::PartialDate;
use super::reader::Reader;
use super::token::Token;
use super::vocabulary::Meaning;
use crate::span::{Doubt, Point, Span};

/// A year of two digits that lies further ahead is one of the century before.
const MOST_YEARS_AHEAD: i16 = 20;

impl Reader {
    /// Reads a date that begins with a number.
    pub(super) fn numbers(&mut self) -> Result<PartialDate, ReadError> {
        let length = self.digits_at(0).map_or(0, str::len);
        if length > 2 { self.years() } else { self.figures() }
    }

    /// "2018", "2018/19", "2010er-Jahre", "2020 Q1".
    fn years(&mut self) -> Result<PartialDate, ReadError> {
        let year = self.year()?;
        if self.is_decade_suffix() {
            self.step(1);
            self.eat_sign('-');
            self.eat(Meaning::Year);
            let is_decade = year % 10 == 0;
            return if is_decade {
                Ok(PartialDate::Whole(Point { span: Span::Decade(year / 10), doubt: Doubt::Sure }))
            } else {
                Err(ReadError::Unclear(format!("{year}er")))
            };
        }
        // "2018 / 2019" are two years, "2018/19" is one school year.
        if self.digits_at(1).is_some_and(|digits| digits.len() == 2) && self.second_year(year)? {
            return Ok(PartialDate::SchoolYear(year));
        }
        Ok(PartialDate::Year(year))
    }

    /// "20.9.2018", "9.2018", "20. September 2018", "20.", "1. Quartal 2020".
    fn figures(&mut self) -> Result<PartialDate, ReadError> {
        self.refuse_mixed()?;
        let typed = self.digits_at(0).unwrap_or_default().to_owned();
        if self.is_sign_at(1, '/') && self.digits_at(2).is_some_and(|digits| digits.len() == 4) {
            return self.month_and_year();
        }
        let number = self.small_number()?;
        let is_ordinal = self.is_ordinal_suffix_at(0);
        self.step(usize::from(is_ordinal));
        let has_dot = self.eat_sign('.');
        self.eat_filler();
        match self.peek_meaning() {
            Some(Meaning::Month(month)) => {
                self.step(1);
                self.eat_sign('.');
                return Ok(PartialDate::Day { day: number, month: Some(month), year: self.year_behind()? });
            }
            Some(Meaning::Week) => {
                self.step(1);
                return self.week_of_year(number);
            }
            Some(Meaning::Quarter | Meaning::Half) => return self.part_of_year(number),
            _ => {}
        }
        match self.digits_at(0).map(str::len) {
            Some(4) if has_dot => month_in_figures(number, self.year()?),
            Some(1 | 2) if has_dot => self.month_in_figures_behind(number),
            // "20–21 September 2018", "20./21. September 2018"
            None if has_dot || is_ordinal || self.is_between_ends() => {
                Ok(PartialDate::Day { day: number, month: None, year: None })
            }
            _ => Err(ReadError::ShortYear(typed)),
        }
    }

    /// Continues behind "20.": "9.2018", "9.".
    fn month_in_figures_behind(&mut self, day: i8) -> Result<PartialDate, ReadError> {
        let month = self.small_number()?;
        let dot = self.eat_sign('.');
        let year = if dot { self.year_behind()? } else { None };
        if !(1..=12).contains(&month) {
            let year = year.map(|year| year.to_string()).unwrap_or_default();
            return Err(ReadError::NoSuchDay(format!("{day}.{month}.{year}")));
        }
        Ok(PartialDate::Day { day, month: Some(month), year })
    }

    /// "09/2018"
    fn month_and_year(&mut self) -> Result<PartialDate, ReadError> {
        let month = self.small_number()?;
        self.step(1);
        month_in_figures(month, self.year()?)
    }

    /// Refuses `9/10/2018` and `20-09-2018`, which people read differently.
    fn refuse_mixed(&self) -> Result<(), ReadError> {
        for sign in ['/', '-'] {
            let is_mixed = self.is_sign_at(1, sign) && self.digits_at(2).is_some() && self.is_sign_at(3, sign);
            if is_mixed && self.digits_at(4).is_some() {
                let typed = (0..5).filter_map(|ahead| self.peek_at(ahead)).map(Token::typed).collect();
                return Err(ReadError::DayOrMonth(typed));
            }
        }
        Ok(())
    }

    /// True if the other end of a range follows.
    fn is_between_ends(&self) -> bool {
        let is_sign = ['-', '/'].into_iter().any(|sign| self.is_sign_at(0, sign));
        is_sign || matches!(self.peek_meaning(), Some(Meaning::To | Meaning::And))
    }

    pub(super) fn eat_filler(&mut self) {
        while self.eat(Meaning::Filler) {}
    }

    /// Reads a number of one or two digits.
    pub(super) fn small_number(&mut self) -> Result<i8, ReadError> {
        let digits = self.digits_at(0).ok_or_else(|| self.unclear_or_unfinished())?;
        let number = digits.parse().map_err(|_| ReadError::NoSuchDay(digits.to_owned()))?;
        self.step(1);
        Ok(number)
    }

    /// Reads a year; an error if none follows.
    pub(super) fn year(&mut self) -> Result<i16, ReadError> {
        match self.year_if_any()? {
            Some(year) => Ok(year),
            None if self.peek().is_some() => Err(self.unclear()),
            None => Err(ReadError::NoYear),
        }
    }

    /// Reads a year behind a day or a season, if one follows: there two digits are a year too.
    pub(super) fn year_behind(&mut self) -> Result<Option<i16>, ReadError> {
        let short = self.digits_at(0).filter(|digits| digits.len() == 2).map(str::to_owned);
        match short {
            Some(digits) if !self.has_hours_ahead() => {
                self.step(1);
                self.of_this_century(&digits).map(Some)
            }
            _ => self.year_if_any(),
        }
    }

    /// Reads a year of four digits, in parentheses or not, or of two behind an apostrophe, if a number follows that is no
    /// time of day.
    pub(super) fn year_if_any(&mut self) -> Result<Option<i16>, ReadError> {
        if self.is_sign_at(0, '\'')
            && let Some(digits) = self.digits_at(1).map(str::to_owned)
        {
            self.step(2);
            return self.of_this_century(&digits).map(Some);
        }
        let in_parentheses = self.is_sign_at(0, '(') && self.is_sign_at(2, ')');
        if in_parentheses && let Some(year) = self.digits_at(1).and_then(four_digits) {
            self.step(3);
            return Ok(Some(year));
        }
        let Some(digits) = self.digits_at(0).map(str::to_owned) else { return Ok(None) };
        if digits.len() <= 2 && self.has_hours_ahead() {
            return Ok(None);
        }
        let year = four_digits(&digits).ok_or(ReadError::ShortYear(digits))?;
        self.step(1);
        Ok(Some(year))
    }

    /// The year of two digits in the present century, unless it lies too far ahead: then in the one before.
    fn of_this_century(&self, digits: &str) -> Result<i16, ReadError> {
        let this = self.today.year();
        let number: Option<i16> = digits.parse().ok().filter(|_| digits.len() == 2);
        let year = number.map(|number| this - this % 100 + number);
        let year = year.map(|year| if year > this + MOST_YEARS_AHEAD { year - 100 } else { year });
        year.filter(|year| (1..=9999).contains(year)).ok_or_else(|| ReadError::ShortYear(format!("’{digits}")))
    }

    /// The second year of a winter or school year, in two digits or four: "/19", "/2019".
    pub(super) fn second_year(&mut self, year: i16) -> Result<bool, ReadError> {
        let Some(digits) = self.digits_at(1).filter(|_| self.is_sign_at(0, '/')) else { return Ok(false) };
        let next = year + 1;
        let is_next = match digits.len() {
            2 => digits.parse() == Ok(next % 100),
            4 => digits.parse() == Ok(next),
            _ => false,
        };
        if !is_next || next > 9999 {
            return if digits.len() == 4 { Ok(false) } else { Err(ReadError::ShortYear(digits.to_owned())) };
        }
        self.step(2);
        Ok(true)
    }

    pub(super) fn is_decade_suffix(&self) -> bool {
        matches!(self.word(), "er" | "s" | "ern")
    }

    /// True for the suffix of an English ordinal: "20th".
    pub(super) fn is_ordinal_suffix_at(&self, ahead: usize) -> bool {
        let Some(Token::Word { small, .. }) = self.peek_at(ahead) else { return false };
        matches!(small.as_str(), "st" | "nd" | "rd" | "th")
    }
}

/// The value of four digits; there is no year 0.
fn four_digits(digits: &str) -> Option<i16> {
    digits.parse().ok().filter(|year| digits.len() == 4 && *year > 0)
}

fn month_in_figures(month: i8, year: i16) -> Result<PartialDate, ReadError> {
    if (1..=12).contains(&month) {
        return Ok(PartialDate::Month { month, year: Some(year) });
    }
    Err(ReadError::NoSuchDay(format!("{month}.{year}")))
}
