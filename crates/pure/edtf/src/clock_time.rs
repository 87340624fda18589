//! A local time of day, of which the last is `24:00`.

use std::fmt;

use jiff::civil::Time;
use serde::{Deserialize, Serialize};

/// A local time of day, from `00:00` to `24:00`, in whole minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ClockTime {
    hour: u8,
    minute: u8,
}

/// A text that is no time of day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("time {0:?}: expected hours and minutes as \"09:30\"")]
pub struct ClockTimeError(String);

impl ClockTime {
    /// `24:00`, the end of a day; nothing starts then.
    pub const END_OF_DAY: Self = Self { hour: 24, minute: 0 };

    /// Combines hours and minutes; `None` if no day has such a time.
    pub const fn new(hour: u8, minute: u8) -> Option<Self> {
        if minute > 59 || hour > 24 || (hour == 24 && minute > 0) { None } else { Some(Self { hour, minute }) }
    }

    /// Reads `HH:MM`; other texts are refused, not corrected.
    pub fn parse(text: &str) -> Result<Self, ClockTimeError> {
        let parts = text.split_once(':').and_then(|(hour, minute)| two_digits(hour).zip(two_digits(minute)));
        let time = parts.and_then(|(hour, minute)| Self::new(hour, minute));
        time.ok_or_else(|| ClockTimeError(text.to_owned()))
    }

    /// As a time within the day; `None` for its end.
    pub fn within_day(self) -> Option<Time> {
        Time::new(i8::try_from(self.hour).ok()?, i8::try_from(self.minute).ok()?, 0, 0).ok()
    }

    /// As people say it: without the minutes of a full hour.
    pub(crate) fn in_brief(self) -> String {
        if self.minute == 0 { self.hour.to_string() } else { self.with_minutes() }
    }

    /// As people write it in figures: `9:30`.
    pub(crate) fn with_minutes(self) -> String {
        format!("{}:{:02}", self.hour, self.minute)
    }
}

fn two_digits(text: &str) -> Option<u8> {
    let is_plain = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_plain.then(|| text.parse().ok()).flatten()
}

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

impl TryFrom<String> for ClockTime {
    type Error = ClockTimeError;

    fn try_from(text: String) -> Result<Self, ClockTimeError> {
        Self::parse(&text)
    }
}

impl From<ClockTime> for String {
    fn from(time: ClockTime) -> Self {
        time.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_of_day_is_read_and_written_alike() {
        for text in ["00:00", "09:05", "12:00", "23:59", "24:00"] {
            assert_eq!(ClockTime::parse(text).unwrap().to_string(), text);
        }
        assert!(ClockTime::parse("09:30").unwrap() < ClockTime::parse("10:00").unwrap());
    }

    #[test]
    fn what_is_no_time_of_day_is_refused_with_a_reason() {
        for text in ["", "9:30", "24:01", "25:00", "12:60", "12.30", "12:3", "1 :30", "+1:30", "12:30:00", "noon"] {
            let error = ClockTime::parse(text).unwrap_err().to_string();
            assert_eq!(error, format!("time {text:?}: expected hours and minutes as \"09:30\""));
        }
    }

    #[test]
    fn end_of_the_day_lies_in_no_day() {
        assert_eq!(ClockTime::END_OF_DAY.within_day(), None);
        assert_eq!(ClockTime::new(9, 30).unwrap().within_day(), Some(jiff::civil::time(9, 30, 0, 0)));
    }
}
