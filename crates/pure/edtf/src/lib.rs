//! Dates that may be vague: the date as written down, its certainty, and the words for both.
//!
//! The written form is EDTF level 1 (Extended Date/Time Format, part of ISO 8601-2). It is implemented
//! here because the Rust crate for it, `edtf` 0.2, has had no release for years and knows
//! neither jiff nor our words. An invented day is worse than a missing one: a vague date stays as
//! vague as it was written.
//!
//! Our readings where the standard leaves a choice:
//! - Seasons are the meteorological ones of the northern half: 21 is March to May, 22 June to
//!   August, 23 September to November, 24 December to February of the *next* year ("Winter
//!   2018/19").
//! - An approximate end of years (`2018/2019~`) means "and somewhat beyond": "2018–2019+".
//! - An open end (`2018/..`) means that it still goes on: "seit 2018"; an unknown end (`2018/`) is a gap
//!   in the record.
//! - Level 1 has no form for a third of a year or month, a week or Advent. Each is an interval with approximate ends,
//!   which no day or month of its own would be honest about, and is called by its name again: `2026-12-01/2026-12-10~` is
//!   "Anfang Dezember 2026", `2026-09-14~/2026-09-20~` the "Woche vom 14. bis 20. September 2026".
//! - A third of a season is its month, approximately: "Spätherbst 2026" is `2026-11~`, "etwa November 2026". Level 1 has
//!   seasons but no part of one, and the whole autumn would say less than was typed.

mod again;
mod clock_time;
mod edtf;
mod human;
mod lexicon;
mod named;
mod parse;
mod period;
mod phrase;
mod range;
mod reading;
mod span;
#[cfg(test)]
mod tests;

use jiff::civil::Date;

use base::Locale;
use base::coded;

pub use clock_time::{ClockTime, ClockTimeError};
pub use edtf::Edtf;
pub use human::ReadError;
pub use human::is_month;
pub use parse::EdtfError;
pub use reading::{Hours, Reading};

coded! {
    /// The certainty of a date.
    pub enum Certainty {
        /// Known or publicly announced, as exactly as it is written.
        Fixed = "fixed",
        /// Planned for this date.
        Expected = "expected",
        /// One option among others.
        Tentative = "tentative",
        /// Somebody reported it; nobody confirmed it.
        Reported = "reported",
    }
}

/// A date as written down, with its certainty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct When {
    edtf: Edtf,
    certainty: Certainty,
}

impl When {
    /// Combines a date with its certainty.
    pub const fn new(edtf: Edtf, certainty: Certainty) -> Self {
        Self { edtf, certainty }
    }

    /// Reads a date in EDTF, with the error of [`Edtf::parse`].
    pub fn parse(edtf: &str, certainty: Certainty) -> Result<Self, EdtfError> {
        Ok(Self::new(Edtf::parse(edtf)?, certainty))
    }

    /// The date as it was written.
    pub const fn edtf(self) -> Edtf {
        self.edtf
    }

    /// The certainty with which the date was written down.
    pub const fn certainty(self) -> Certainty {
        self.certainty
    }

    /// The first possible day; `None` if the start is open or unknown.
    pub fn earliest(self) -> Option<Date> {
        self.edtf.earliest()
    }

    /// The last possible day; `None` if the end is open or unknown.
    pub fn latest(self) -> Option<Date> {
        self.edtf.latest()
    }

    /// False only for a fixed day or a fixed range of days.
    pub fn is_vague(self) -> bool {
        self.certainty != Certainty::Fixed || !self.edtf.is_exact()
    }

    /// The day, if the date is one certain day.
    pub fn certain_day(self) -> Option<Date> {
        self.earliest().filter(|_| !self.is_vague() && self.earliest() == self.latest())
    }

    /// The date as a label: "20.–21. September 2018", "voraussichtlich im Herbst 2020". Never
    /// empty.
    pub fn in_words(self, locale: Locale) -> String {
        phrase::label(self, locale, false)
    }

    /// The label with the weekday of each day: "Freitag, 17. Januar 2020".
    pub fn in_words_with_weekday(self, locale: Locale) -> String {
        phrase::label(self, locale, true)
    }

    /// The date with its preposition, for use in a sentence: "im Sommer 2017", "am 4. April 2019",
    /// "seit 2018".
    pub fn as_phrase(self, locale: Locale) -> String {
        phrase::in_sentence(self, locale)
    }

    /// The value for `<time datetime>`: a plain year, month or day. `None` for dates that HTML cannot
    /// express.
    pub fn machine(self) -> Option<String> {
        self.edtf.machine()
    }

    /// True if a possible day of the date is in this year. An open end includes all later years, an unknown
    /// end adds nothing.
    pub fn covers_year(self, year: i16) -> bool {
        self.edtf.covers_year(year)
    }

    /// The first and the last year; `None` where that end is open or unknown.
    pub fn years(self) -> (Option<i16>, Option<i16>) {
        (self.earliest().map(Date::year), self.latest().map(Date::year))
    }

    /// The sort key: the first day, then the last. A date without a start sorts by its last day, and one
    /// without an end behind those that end.
    pub fn sort_key(self) -> (Date, Date) {
        let latest = self.latest();
        (self.earliest().or(latest).unwrap_or(Date::MAX), latest.unwrap_or(Date::MAX))
    }
}
