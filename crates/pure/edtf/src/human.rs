//! A lenient parser for dates as people type them: "voraussichtlich Herbst 2020", "20.9.2018 9 Uhr",
//! "mid-2019".
//!
//! The result is a [`When`] that says no more than the text does, with the [`Hours`](crate::Hours) that were typed along
//! with it. Where a text can be read more or less exactly, the wider reading is taken:
//! - Beginning, middle and end of a year or month are its thirds, and a week or Advent are their days, each with
//!   approximate ends and its own name when it is shown (`Period`). As the end of a longer stretch
//!   a third of a month is the whole month: "ab Anfang März" must not look like an exact day.
//! - A third of a season is its month, approximately: "Spätherbst" is "etwa November".
//! - A quarter or half of a year is an interval of months: level 1 has no form for it.
//! - "2018/19" is a school year, August to July (§ 7 `SchulG` NRW); behind "Winter" it is the winter.
//! - "ab" and "seit" leave the end open, "bis heute" too.
//! - A year of two digits behind a day, a season or an apostrophe is one of this century, or of the last if it lay more
//!   than 20 years ahead.
//! - A vague date without a year ("Ende Juni", "KW 38") is the next one that is not over, behind "seit" the last that has
//!   begun. A day needs its year: of the wrong one, it would look exactly like a day that was typed.
//!
//! Ambiguous texts are refused with the reason: two digits behind a month alone, which could be a day; a winter of one year;
//! `9/10/2018`; semesters (they begin differently at each kind of university). So is every word that has no meaning here:
//! nothing is left out in silence. An approximate time of day is refused, because nothing could hold it.
//!
//! German and English words are both understood; the language decides only about words that both have
//! ("am"). Refusals are [`ReadError`]; the texts for people are in the room `web`.

mod cursor;
mod grammar;
mod hours;
mod notes;
mod numbers;
mod partial;
mod piece;
mod reader;
#[cfg(test)]
mod tests;
mod token;
mod vocabulary;
mod weeks;

use jiff::civil::{Date, Weekday};

use super::{Reading, When};
use base::Locale;

/// True for the name of a month in German or English, in full or abbreviated.
pub fn is_month(word: &str) -> bool {
    vocabulary::is_month(word)
}

/// The most characters of a date.
const LONGEST: usize = 200;

/// The reason why a text was not understood as a date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The text is empty.
    #[error("no date was typed")]
    Empty,
    /// The text is too long for a date.
    #[error("a date has at most {LONGEST} characters")]
    TooLong,
    /// A word or sign that has no meaning here.
    #[error("{0:?} is not understood here")]
    Unclear(String),
    /// The text ends before the date does.
    #[error("the date ends too early")]
    Unfinished,
    /// The year does not have four digits, where two could mean something else.
    #[error("{0:?} is no year of four digits")]
    ShortYear(String),
    /// There is a day or a month but no year.
    #[error("the year is missing")]
    NoYear,
    /// There is no such day, month or quarter.
    #[error("{0:?} does not exist")]
    NoSuchDay(String),
    /// There is no such time of day.
    #[error("{0:?} is no time of day")]
    NoSuchTime(String),
    /// A time of day stands beside something vaguer than a day.
    #[error("a time of day needs a day")]
    TimeWithoutDay,
    /// Nothing can hold an approximate time of day; the word that makes it one.
    #[error("{0:?}: a time of day cannot be approximate")]
    AboutTime(String),
    /// Nothing starts at the end of a day.
    #[error("nothing starts at 24:00, where the day ends")]
    StartsLate,
    /// The days of a range have hours of their own.
    #[error("several times of day")]
    SeveralTimes,
    /// These days are no week.
    #[error("a week is from Monday to Sunday")]
    NoWeek,
    /// The end lies before the start.
    #[error("it ends before it begins")]
    Backwards,
    /// Day and month cannot be told apart.
    #[error("{0:?}: day and month cannot be told apart")]
    DayOrMonth(String),
    /// The winter of one year could be two winters.
    #[error("winter {0} could be two winters")]
    WinterOfOneYear(i16),
    /// Semesters begin differently at each kind of university.
    #[error("semesters begin at different times")]
    Semester,
    /// A part of a decade has no written form.
    #[error("a part of a decade has no written form")]
    PartOfDecade,
    /// Two single dates are no stretch of time.
    #[error("two single dates are no stretch of time")]
    TwoDates,
    /// The date falls on this day of the week, not on the one that was typed.
    #[error("it is a {0:?}")]
    OtherWeekday(Weekday),
}

impl ReadError {
    /// The key of this reason in the names of texts.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong => "too-long",
            Self::Unclear(_) => "unclear",
            Self::Unfinished => "unfinished",
            Self::ShortYear(_) => "short-year",
            Self::NoYear => "no-year",
            Self::NoSuchDay(_) => "no-such-day",
            Self::NoSuchTime(_) => "no-such-time",
            Self::TimeWithoutDay => "time-without-day",
            Self::AboutTime(_) => "about-time",
            Self::StartsLate => "starts-late",
            Self::SeveralTimes => "several-times",
            Self::NoWeek => "no-week",
            Self::Backwards => "backwards",
            Self::DayOrMonth(_) => "day-or-month",
            Self::WinterOfOneYear(_) => "winter",
            Self::Semester => "semester",
            Self::PartOfDecade => "decade",
            Self::TwoDates => "two-dates",
            Self::OtherWeekday(_) => "weekday",
        }
    }

    /// The part of the text that was refused, or the name of the weekday in this language; empty if the reason is
    /// about the whole text.
    pub fn about(&self, locale: Locale) -> String {
        match self {
            Self::Unclear(word)
            | Self::ShortYear(word)
            | Self::NoSuchDay(word)
            | Self::NoSuchTime(word)
            | Self::AboutTime(word)
            | Self::DayOrMonth(word) => word.clone(),
            Self::WinterOfOneYear(year) => year.to_string(),
            Self::OtherWeekday(weekday) => base::words::weekday(*weekday, locale).to_owned(),
            _ => String::new(),
        }
    }
}

impl When {
    /// Reads a date as people type it, in German or English words, in figures or in EDTF. `today` is the day
    /// for "heute", "nächstes Jahr" and what has no year, and decides whether a "likely" date is in the future.
    ///
    /// # Errors
    /// The reason why it is no date or an ambiguous one.
    pub fn read(text: &str, today: Date, locale: Locale) -> Result<Reading, ReadError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(ReadError::Empty);
        }
        if text.chars().count() > LONGEST {
            return Err(ReadError::TooLong);
        }
        reader::Reader::new(text, today, locale)?.whole()
    }
}
