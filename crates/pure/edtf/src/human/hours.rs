//! The grammar of a time of day beside a day: "9 Uhr", "um 9:30", "12:00–16:30 Uhr", "bis 24 Uhr", "9am–4pm".

use super::ReadError;
use super::reader::Reader;
use super::vocabulary::Meaning;
use crate::{ClockTime, Hours};
use base::Locale;

/// The hours as typed, before they are checked.
struct TypedHours {
    starts: Option<Typed>,
    ends: Option<Typed>,
    /// The word that makes them approximate, which nothing can hold.
    about: Option<String>,
    /// True if the start has no mark but that of the end: "11–1 pm".
    is_mark_shared: bool,
}

/// The place of a time of day beside its date. Behind a date "um 18.30" is one without "Uhr"; at the beginning of a text
/// "um 20.9.2018" is none.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beside {
    Before,
    Behind,
}

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
    /// Reads a time of day behind a date, if one follows and none was read before.
    pub(super) fn hours(&mut self) -> Result<(), ReadError> {
        self.hours_if_none(Beside::Behind)
    }

    fn hours_if_none(&mut self, beside: Beside) -> Result<(), ReadError> {
        if self.hours.is_none()
            && let Some(typed) = self.typed_hours(beside)
        {
            self.hours = Some(checked(typed)?);
        }
        Ok(())
    }

    /// Reads the time of day in front of a date: "9 Uhr am 20.9.2018".
    pub(super) fn leading_hours(&mut self) -> Result<(), ReadError> {
        self.hours_if_none(Beside::Before)?;
        if self.hours.is_some() {
            self.eat_sign(',');
            if self.peek().is_none() {
                return Err(ReadError::TimeWithoutDay);
            }
        }
        Ok(())
    }

    /// Reads the time of day behind the last day: it is the end if the first day has a time of its own.
    pub(super) fn last_hours(&mut self) -> Result<(), ReadError> {
        let first = self.hours.take();
        self.hours()?;
        let Some(first) = first else { return Ok(()) };
        self.hours = Some(match self.hours {
            None => first,
            // Each day has hours of its own.
            Some(last) if first.ends.is_some() || (last.starts.is_some() && last.ends.is_some()) => {
                return Err(ReadError::SeveralTimes);
            }
            Some(last) => Hours { starts: first.starts, ends: last.ends.or(last.starts), across_days: true },
        });
        Ok(())
    }

    /// True if a time of day follows.
    pub(super) fn has_hours_ahead(&mut self) -> bool {
        let here = self.position();
        let has_hours = self.typed_hours(Beside::Behind).is_some();
        self.go_back(here);
        has_hours
    }

    fn typed_hours(&mut self, beside: Beside) -> Option<TypedHours> {
        let here = self.position();
        let typed = self.typed_hours_here(beside);
        if typed.is_none() {
            self.go_back(here);
        }
        typed
    }

    fn typed_hours_here(&mut self, beside: Beside) -> Option<TypedHours> {
        self.eat_sign(',');
        let (at, about) = self.words_before_hours();
        if self.eat(Meaning::To) {
            let ends = self.typed_time().filter(Typed::is_marked)?;
            return Some(TypedHours { starts: None, ends: Some(ends), about, is_mark_shared: false });
        }
        let mut starts = self.typed_time()?;
        if at && beside == Beside::Behind && !starts.is_marked() {
            starts.mark = Mark::Clock;
        }
        let behind_first = self.position();
        let ends =
            if self.eat_sign('-') || self.eat(Meaning::To) { self.typed_time().filter(Typed::is_marked) } else { None };
        let is_mark_shared = !starts.is_marked();
        match &ends {
            Some(ends) if is_mark_shared => starts.mark = ends.mark,
            Some(_) => {}
            None if is_mark_shared => return None,
            None => self.go_back(behind_first),
        }
        Some(TypedHours { starts: Some(starts), ends, about, is_mark_shared })
    }

    /// Reads the words in front of a time; tells if one of them is "um" or "at", and the one that makes it approximate.
    fn words_before_hours(&mut self) -> (bool, Option<String>) {
        let (mut at, mut about) = (false, None);
        loop {
            match self.peek_meaning() {
                _ if matches!(self.word(), "um" | "at") => at = true,
                Some(Meaning::About) => about = Some(self.word().to_owned()),
                Some(Meaning::Filler | Meaning::Starting | Meaning::From) => {}
                _ => return (at, about),
            }
            self.step(1);
            self.eat_sign('.');
        }
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
        let is_english = self.locale.interface() == Locale::En;
        let mark = match self.word() {
            "am" if is_english => Mark::Am,
            "pm" => Mark::Pm,
            "a" if is_english && self.is_with_points() => Mark::Am,
            "p" if is_english && self.is_with_points() => Mark::Pm,
            _ if self.peek_meaning() == Some(Meaning::Oclock) => Mark::Clock,
            _ => return None,
        };
        let has_points = self.word().len() == 1 && matches!(mark, Mark::Am | Mark::Pm);
        self.step(if has_points { 3 } else { 1 });
        if has_points {
            self.eat_sign('.');
        }
        Some(mark)
    }

    /// True within "a.m." and "p.m.".
    fn is_with_points(&self) -> bool {
        self.is_sign_at(1, '.') && self.word_at(2) == "m"
    }
}

impl Typed {
    fn is_marked(&self) -> bool {
        self.mark != Mark::None
    }
}

fn checked(typed: TypedHours) -> Result<Hours, ReadError> {
    if let Some(word) = typed.about {
        return Err(ReadError::AboutTime(word));
    }
    let ends = typed.ends.as_ref().map(time).transpose()?;
    let mut starts = typed.starts.as_ref().map(time).transpose()?;
    let is_backwards = |starts: Option<ClockTime>| ends.is_some_and(|ends| starts.is_some_and(|starts| ends < starts));
    // "11–1 pm" begins before noon.
    if is_backwards(starts)
        && let Some(morning) = typed.starts.filter(|starts| typed.is_mark_shared && starts.mark == Mark::Pm)
    {
        starts = Some(time(&Typed { mark: Mark::Am, ..morning })?);
    }
    if is_backwards(starts) {
        return Err(ReadError::Backwards);
    }
    Ok(Hours { starts, ends, across_days: false })
}

fn time(typed: &Typed) -> Result<ClockTime, ReadError> {
    let minute = typed.minute.as_deref().unwrap_or("00");
    let wrong = || ReadError::NoSuchTime(format!("{}:{minute}", typed.hour));
    let hour: u8 = typed.hour.parse().map_err(|_| wrong())?;
    let hour = match typed.mark {
        Mark::None | Mark::Clock => hour,
        Mark::Am | Mark::Pm if !(1..=12).contains(&hour) => return Err(wrong()),
        Mark::Am => hour % 12,
        Mark::Pm => hour % 12 + 12,
    };
    ClockTime::new(hour, minute.parse().map_err(|_| wrong())?).ok_or_else(wrong)
}
