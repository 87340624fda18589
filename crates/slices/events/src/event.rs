//! The vocabulary of events: formats, roles of bodies, and times of day.

use std::fmt;

use serde::{Deserialize, Serialize};
use web::Ctx;

base::coded! {
    /// The format of an event; the form of its card.
    pub enum Format {
        /// The first meeting.
        KickOff = "kick_off",
        /// A group works on something.
        Workshop = "workshop",
        /// Hundreds of people, several days.
        Congress = "congress",
        /// A field's working group at a congress.
        Forum = "forum",
        /// A day for people of one profession or question.
        Fachtag = "fachtag",
        /// Decision makers discuss before an audience.
        Summit = "summit",
        /// Stands to walk along.
        Fair = "fair",
        /// Talks and discussion.
        Conference = "conference",
        /// Many events in one period.
        Festival = "festival",
        /// A few people talk.
        Meeting = "meeting",
        /// Something begins in public.
        Launch = "launch",
    }
}

base::coded! {
    /// The role of a body in an event, in the order in which pages name them.
    pub enum Role {
        /// Invites and runs it.
        Organiser = "organiser",
        /// Organises it along with others.
        Partner = "partner",
        /// Gives the town or the house.
        Host = "host",
        /// Gives money.
        Funder = "funder",
        /// Leads through it.
        Moderation = "moderation",
        /// Takes part for the state.
        State = "state",
        /// Gives a talk.
        Speaker = "speaker",
    }
}

impl Role {
    /// The name of the role.
    pub fn label(self, ctx: &Ctx) -> String {
        ctx.t(&format!("event-role-{self}"))
    }
}

base::coded! {
    /// The format of a document; the form of its card.
    pub enum DocumentFormat {
        /// A report on the whole event.
        Report = "report",
        /// A record of talks and decisions.
        Minutes = "minutes",
        /// The slides of a talk.
        Slides = "slides",
        /// A page elsewhere on the web.
        Web = "web",
    }
}

/// A local time of day: `09:30`.
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

    /// Reads `HH:MM` from `00:00` to `24:00`; other texts are refused, not corrected.
    pub fn parse(text: &str) -> Result<Self, ClockTimeError> {
        let refused = || ClockTimeError(text.to_owned());
        let (hour, minute) = text.split_once(':').ok_or_else(refused)?;
        let time =
            Self { hour: two_digits(hour).ok_or_else(refused)?, minute: two_digits(minute).ok_or_else(refused)? };
        if time > Self::END_OF_DAY || time.minute > 59 {
            return Err(refused());
        }
        Ok(time)
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

/// The hours of a day in words, as far as they are on record: `12:00–16:30 Uhr`, `ab 10:00 Uhr`.
pub fn hours(ctx: &Ctx, starts: Option<ClockTime>, ends: Option<ClockTime>) -> Option<String> {
    let words = |time: ClockTime| time.to_string().into();
    match (starts, ends) {
        (Some(starts), Some(ends)) => {
            Some(ctx.t_args("event-hours", &[("starts", words(starts)), ("ends", words(ends))]))
        }
        (Some(starts), None) => Some(ctx.t_args("event-hours-from", &[("starts", words(starts))])),
        (None, Some(ends)) => Some(ctx.t_args("event-hours-until", &[("ends", words(ends))])),
        (None, None) => None,
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
}
