//! The fields with the instant of a scheduled publication.

use desk_kit::form::scalar;
use edtf::ClockTime;
use jiff::Timestamp;
use serde::Deserialize;
use web::Ctx;
use web::form::{Submission, encoded};

/// The fields as they were sent, each with its fault.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct InstantFields {
    #[serde(default, rename = "tag")]
    pub(crate) day: String,
    #[serde(default, rename = "uhrzeit")]
    pub(crate) time: String,
    #[serde(skip)]
    pub(crate) day_fault: Option<String>,
    #[serde(skip)]
    pub(crate) time_fault: Option<String>,
}

impl InstantFields {
    pub(crate) fn of(sent: &Submission) -> Self {
        Self { day: sent.get("tag").to_owned(), time: sent.get("uhrzeit").to_owned(), ..Self::default() }
    }

    /// The fields as the rest of a query string, to be filled in again; nothing if they are empty.
    pub(crate) fn query(&self) -> String {
        if !self.is_typed() {
            return String::new();
        }
        format!("&tag={}&uhrzeit={}", encoded(&self.day), encoded(&self.time))
    }

    /// True if something stands in them.
    pub(crate) fn is_typed(&self) -> bool {
        !self.day.is_empty() || !self.time.is_empty()
    }

    /// True if one of them is wrong.
    pub(crate) fn is_faulty(&self) -> bool {
        self.day_fault.is_some() || self.time_fault.is_some()
    }
}

/// An instant from a day and a time of day on German clocks. Without both it is the one that is due already.
///
/// # Errors
/// The fields with what is wrong.
pub(crate) fn instant(ctx: &Ctx, fields: &InstantFields, due: Option<Timestamp>) -> Result<Timestamp, InstantFields> {
    if let Some(due) = due.filter(|_| fields.day.is_empty() && fields.time.is_empty()) {
        return Ok(due);
    }
    let no_day = |fault: String| InstantFields { day_fault: Some(fault), ..fields.clone() };
    let no_time = |fault: String| InstantFields { time_fault: Some(fault), ..fields.clone() };
    let read = scalar::when(ctx, &fields.day).map_err(no_day)?;
    let date = read.when.certain_day().ok_or_else(|| no_day(ctx.t("entry-instant-no-day")))?;
    // One time of day, in one of the two fields.
    let typed = match read.hours {
        Some(hours) if hours.ends.is_some() || !fields.time.is_empty() => {
            return Err(no_day(ctx.t("entry-instant-one-time")));
        }
        Some(hours) => hours.starts.and_then(ClockTime::within_day),
        None => None,
    };
    let time = match (fields.time.as_str(), typed) {
        ("", Some(typed)) => typed,
        ("", None) => return Err(no_time(ctx.t("input-no-time"))),
        (text, _) => scalar::clock_time(ctx, text).map_err(no_time)?,
    };
    let zoned = date.to_datetime(time).to_zoned_datetime(base::clock::berlin());
    zoned.map(|zoned| zoned.timestamp()).map_err(|_| no_day(ctx.t("entry-instant-no-day")))
}
