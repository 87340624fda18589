//! The grammar of dates that begin with a word: doubts, weekdays, months, seasons, parts of a month, a season or a year.

use super::ReadError;
use super::partial::{PartialDate, SeasonYear};
use super::piece::Piece;
use super::reader::Reader;
use super::token::Token;
use super::vocabulary::Meaning;
use crate::edtf::{Edtf, End, Form};
use crate::period::{Part, Period};
use crate::span::{Doubt, Point, Season, Span};

impl Reader {
    /// Reads the words of certainty in front of a date: "voraussichtlich im".
    pub(super) fn attitude(&mut self) {
        while let Some(meaning) = self.peek_meaning() {
            match meaning {
                Meaning::Certainty(certainty) => self.certainty = Some(certainty),
                Meaning::Likely => self.is_likely = true,
                Meaning::Filler => {}
                _ => return,
            }
            self.step(1);
            self.eat_sign('.');
        }
    }

    /// Reads the words of doubt, with fillers between them: "vermutlich etwa".
    pub(super) fn doubts(&mut self) -> Doubt {
        let (mut probably, mut about) = (false, false);
        while let Some(meaning) = self.peek_meaning() {
            match meaning {
                Meaning::Probably => probably = true,
                Meaning::About => about = true,
                Meaning::Filler => {}
                _ => break,
            }
            self.step(1);
            self.eat_sign('.');
        }
        Doubt::of(probably, about)
    }

    /// Reads one end of a range, or a single date.
    pub(super) fn piece(&mut self, before: Doubt) -> Result<Piece, ReadError> {
        let doubt = before.and(self.doubts());
        let mut weekday = None;
        while let Some(Meaning::Weekday(day)) = self.peek_meaning() {
            weekday = Some(day);
            self.step(1);
            self.eat_sign('.');
            self.eat_sign(',');
            self.doubts();
        }
        Ok(Piece { doubt, weekday, ..Piece::sure(self.partial_date()?) })
    }

    fn partial_date(&mut self) -> Result<PartialDate, ReadError> {
        match self.peek() {
            Some(Token::Edtf(Edtf(Form::One(point)))) => {
                let point = *point;
                self.step(1);
                return Ok(PartialDate::Whole(point));
            }
            Some(Token::Number(_)) => return self.numbers(),
            // "’18"
            Some(Token::Sign('\'')) if self.digits_at(1).is_some() => return self.year().map(PartialDate::Year),
            _ => {}
        }
        let Some(meaning) = self.peek_meaning() else { return Err(self.unclear_or_unfinished()) };
        let here = self.position();
        self.step(1);
        match meaning {
            Meaning::Month(month) => self.month(month),
            Meaning::Season(season) => self.season(season, None),
            Meaning::PartOfSeason(part, season) => self.season(season, Some(part)),
            Meaning::Part(part) => self.part(part),
            Meaning::Week => self.week(),
            Meaning::Advent => Ok(PartialDate::Advent { year: self.year_behind()? }),
            Meaning::Ordinal(number) => self.part_of_year(number),
            Meaning::Quarter => self.quarter(),
            Meaning::SchoolYear => self.school_year(),
            Meaning::Year => self.year().map(PartialDate::Year),
            Meaning::Semester => Err(ReadError::Semester),
            Meaning::Day(days) => self.day_from_today(days),
            Meaning::Turn(turns) => self.turn(turns),
            _ => {
                self.go_back(here);
                Err(self.unclear())
            }
        }
    }

    /// Continues behind a month: with its year, or with an English day and year ("September 20, 2018").
    pub(super) fn month(&mut self, month: i8) -> Result<PartialDate, ReadError> {
        self.eat_sign('.');
        let is_day = self.digits_at(0).is_some_and(|digits| digits.len() <= 2);
        if is_day && let Some(ahead) = self.year_behind_day() {
            let day = self.small_number()?;
            self.step(ahead);
            return Ok(PartialDate::Day { day, month: Some(month), year: Some(self.year()?) });
        }
        if self.is_sign_at(0, ',') && self.digits_at(1).is_some() {
            self.step(1);
        }
        Ok(PartialDate::Month { month, year: self.year_if_any()? })
    }

    /// The number of tokens between a day and its year, if a year follows.
    fn year_behind_day(&self) -> Option<usize> {
        let is_year = |ahead| self.digits_at(ahead).is_some_and(|digits| digits.len() == 4);
        let suffix = usize::from(self.is_ordinal_suffix_at(1));
        let comma = usize::from(self.is_sign_at(1 + suffix, ','));
        is_year(1 + suffix + comma).then_some(suffix + comma)
    }

    /// Continues behind a season, or behind a part of one.
    fn season(&mut self, season: Season, part: Option<Part>) -> Result<PartialDate, ReadError> {
        if self.peek_meaning() == Some(Meaning::Semester) {
            return Err(ReadError::Semester);
        }
        let year = self.season_year()?;
        Ok(match part {
            Some(part) => PartialDate::PartOfSeason { part, season, year },
            None => PartialDate::Season { season, year },
        })
    }

    fn season_year(&mut self) -> Result<Option<SeasonYear>, ReadError> {
        if let Some(year) = self.two_years() {
            return Ok(Some(SeasonYear { year, is_double: true }));
        }
        let Some(year) = self.year_behind()? else { return Ok(None) };
        Ok(Some(SeasonYear { year, is_double: self.second_year(year)? }))
    }

    /// A third of a year, a season or a month: "Anfang", "Mitte", "Ende".
    fn part(&mut self, part: Part) -> Result<PartialDate, ReadError> {
        self.eat_sign('-');
        self.eat_filler();
        self.eat(Meaning::Year);
        match self.peek_meaning() {
            Some(Meaning::Month(month)) => {
                self.step(1);
                self.eat_sign('.');
                return Ok(PartialDate::PartOfMonth { part, month, year: self.year_if_any()? });
            }
            Some(Meaning::Season(season)) => {
                self.step(1);
                return self.season(season, Some(part));
            }
            Some(Meaning::Turn(turns)) => return self.part_of_turn(part, turns),
            _ => {}
        }
        let year = self.year()?;
        if self.is_decade_suffix() {
            return Err(ReadError::PartOfDecade);
        }
        Ok(PartialDate::Named(Period::PartOfYear { part, year }))
    }

    /// "Ende nächsten Jahres", "Anfang des nächsten Monats".
    fn part_of_turn(&mut self, part: Part, turns: i8) -> Result<PartialDate, ReadError> {
        let here = self.position();
        self.step(1);
        match self.turn(turns)? {
            PartialDate::Year(year) => Ok(PartialDate::Named(Period::PartOfYear { part, year })),
            PartialDate::Month { month, year } => Ok(PartialDate::PartOfMonth { part, month, year }),
            _ => {
                self.go_back(here);
                Err(self.unclear())
            }
        }
    }

    /// "Q1 2020", "quarter 1 of 2020".
    fn quarter(&mut self) -> Result<PartialDate, ReadError> {
        let number = self.small_number()?;
        self.eat_sign('/');
        self.doubts();
        Ok(PartialDate::Quarter { number, year: self.year_if_any()? })
    }

    /// Continues behind "1." or "erstes": "Quartal 2020", "Halbjahr 2020".
    pub(super) fn part_of_year(&mut self, number: i8) -> Result<PartialDate, ReadError> {
        let is_quarter = self.eat(Meaning::Quarter);
        if !is_quarter && !self.eat(Meaning::Half) {
            return Err(self.unclear_or_unfinished());
        }
        self.doubts();
        let year = self.year_if_any()?;
        if year.is_some() && self.is_sign_at(0, '/') {
            // Half of a school year is no half of a calendar year.
            return Err(self.unclear());
        }
        Ok(if is_quarter { PartialDate::Quarter { number, year } } else { PartialDate::Half { number, year } })
    }

    fn school_year(&mut self) -> Result<PartialDate, ReadError> {
        self.eat(Meaning::Year);
        if let Some(year) = self.two_years() {
            return Ok(PartialDate::SchoolYear(year));
        }
        let year = self.year()?;
        if self.second_year(year)? { Ok(PartialDate::SchoolYear(year)) } else { Err(self.unclear_or_unfinished()) }
    }

    /// The first year of a school year written like an EDTF interval: "1999/2000".
    fn two_years(&mut self) -> Option<i16> {
        let Some(Token::Edtf(Edtf(Form::Between(End::At(first), End::At(last))))) = self.peek() else { return None };
        match (first, last) {
            (
                Point { span: Span::Year(year), doubt: Doubt::Sure },
                Point { span: Span::Year(next), doubt: Doubt::Sure },
            ) if *next == year + 1 => {
                let year = *year;
                self.step(1);
                Some(year)
            }
            _ => None,
        }
    }

    fn day_from_today(&self, days: i8) -> Result<PartialDate, ReadError> {
        let day = self.today.checked_add(jiff::Span::new().days(i64::from(days)));
        let day = day.map_err(|_| ReadError::Unfinished)?;
        Ok(PartialDate::Day { day: day.day(), month: Some(day.month()), year: Some(day.year()) })
    }
}
