//! A date as it was understood, with the time of day that was typed along with it, and the words for both.

use base::Locale;

use super::When;
use super::clock_time::ClockTime;

/// The result of reading a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// The date and its certainty.
    pub when: When,
    /// The time of day, if one was typed.
    pub hours: Option<Hours>,
}

/// A time of day, in the initiative's time zone. At least one end is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    /// The start, if one was typed; never the end of a day.
    pub starts: Option<ClockTime>,
    /// The end, if one was typed.
    pub ends: Option<ClockTime>,
    /// True if each end was typed beside its own day ("20.9., 12 Uhr – 21.9., 16 Uhr"): then it starts on the first day and
    /// ends on the last. False if the hours were typed for the date as a whole, so that they hold for each of its days.
    pub across_days: bool,
}

impl Reading {
    /// All that was understood, as a label: "Freitag, 12. März 2027, 9 bis 16 Uhr".
    pub fn in_words(self, locale: Locale) -> String {
        let date = self.when.in_words_with_weekday(locale);
        match self.hours {
            Some(hours) => format!("{date}, {}", hours.in_words(locale)),
            None => date,
        }
    }
}

impl Hours {
    /// The hours alone: "9 bis 16 Uhr", "bis 16:30 Uhr".
    pub fn in_words(self, locale: Locale) -> String {
        match locale.interface() {
            Locale::En => self.in_english(),
            _ => self.in_german(),
        }
    }

    fn in_german(self) -> String {
        match (self.starts.map(ClockTime::in_brief), self.ends.map(ClockTime::in_brief)) {
            (Some(starts), Some(ends)) if self.across_days => {
                format!("{starts} Uhr am ersten bis {ends} Uhr am letzten Tag")
            }
            (Some(starts), Some(ends)) => format!("{starts} bis {ends} Uhr"),
            (Some(starts), None) => format!("{starts} Uhr"),
            (None, Some(ends)) => format!("bis {ends} Uhr"),
            (None, None) => String::new(),
        }
    }

    fn in_english(self) -> String {
        match (self.starts.map(ClockTime::with_minutes), self.ends.map(ClockTime::with_minutes)) {
            (Some(starts), Some(ends)) if self.across_days => {
                format!("{starts} on the first day to {ends} on the last")
            }
            (Some(starts), Some(ends)) => format!("{starts} to {ends}"),
            (Some(starts), None) => starts,
            (None, Some(ends)) => format!("until {ends}"),
            (None, None) => String::new(),
        }
    }
}
