//! The grammar of a time of day behind a day: "9 Uhr", "um 9:30", "12:00–16:30 Uhr", "9 am".

use jiff::civil::Time;

use super::reader::Reader;
use super::vocabulary::Meaning;
use super::{Hours, ReadError};
use base::Locale;

/// A time as typed, before it is checked.
struct Typed {
    hour: String,
    minute: Option<String>,
    mark: Mark,
}

/// The sign that marks a number as a time of day.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// No mark yet, as for the "9" of "9–17 Uhr".
    None,
    /// A colon, "Uhr" or "h".
    Clock,
    Am,
    Pm,
}

impl Reader {
    /// Reads a time of day, if one follows.
    pub(super) fn hours(&mut self) -> Result<(), ReadError> {
        if let Some((starts, ends)) = self.typed_hours() {
            let starts = time(&starts)?;
            let ends = ends.as_ref().map(time).transpose()?;
            if ends.is_some_and(|ends| ends < starts) {
                return Err(ReadError::Backwards);
            }
            self.hours = Some(Hours { starts, ends });
        }
        Ok(())
    }

    /// Reads the time of day behind the last day: it is the end if the first day has a time of its own.
    pub(super) fn last_hours(&mut self) -> Result<(), ReadError> {
        let Some(first) = self.hours.take() else { return self.hours() };
        self.hours()?;
        let ends = self.hours.map(|last| last.ends.unwrap_or(last.starts)).or(first.ends);
        self.hours = Some(Hours { starts: first.starts, ends });
        Ok(())
    }

    fn typed_hours(&mut self) -> Option<(Typed, Option<Typed>)> {
        let here = self.position();
        self.eat_sign(',');
        while matches!(self.peek_meaning(), Some(Meaning::About | Meaning::Filler | Meaning::Starting | Meaning::From))
        {
            self.step(1);
        }
        let Some(mut starts) = self.typed_time() else {
            self.go_back(here);
            return None;
        };
        let behind_first = self.position();
        if self.eat_sign('-') || self.eat(Meaning::To) {
            match self.typed_time().filter(|ends| ends.mark != Mark::None) {
                Some(ends) => {
                    if starts.mark == Mark::None {
                        starts.mark = ends.mark;
                    }
                    return Some((starts, Some(ends)));
                }
                None => self.go_back(behind_first),
            }
        }
        if starts.mark == Mark::None {
            self.go_back(here);
            return None;
        }
        Some((starts, None))
    }

    fn typed_time(&mut self) -> Option<Typed> {
        let hour = self.digits_at(0).filter(|digits| digits.len() <= 2)?.to_owned();
        let has_colon = self.is_sign_at(1, ':');
        let minute = self.digits_at(2).filter(|digits| digits.len() == 2 && (has_colon || self.is_sign_at(1, '.')));
        let minute = minute.map(str::to_owned);
        self.step(if minute.is_some() { 3 } else { 1 });
        // The seconds of an instant are ignored.
        if has_colon && self.is_sign_at(0, ':') && self.digits_at(1).is_some() {
            self.step(2);
        }
        let mark = self.mark().unwrap_or(if has_colon && minute.is_some() { Mark::Clock } else { Mark::None });
        Some(Typed { hour, minute, mark })
    }

    fn mark(&mut self) -> Option<Mark> {
        let mark = match self.word() {
            "am" if self.locale == Locale::En => Mark::Am,
            "pm" if self.locale == Locale::En => Mark::Pm,
            _ if self.peek_meaning() == Some(Meaning::Oclock) => Mark::Clock,
            _ => return None,
        };
        self.step(1);
        Some(mark)
    }
}

fn time(typed: &Typed) -> Result<Time, ReadError> {
    let minute = typed.minute.as_deref().unwrap_or("00");
    let wrong = || ReadError::NoSuchTime(format!("{}:{minute}", typed.hour));
    let hour: i8 = typed.hour.parse().map_err(|_| wrong())?;
    let hour = match typed.mark {
        Mark::None | Mark::Clock => hour,
        Mark::Am | Mark::Pm if !(1..=12).contains(&hour) => return Err(wrong()),
        Mark::Am => hour % 12,
        Mark::Pm => hour % 12 + 12,
    };
    let minute = minute.parse().map_err(|_| wrong())?;
    Time::new(hour, minute, 0, 0).map_err(|_| wrong())
}
