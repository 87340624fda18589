//! `/redaktion/eintraege/kalender`: a month, day by day.
//!
//! The days are a list, which a screen reader and a phone read as such; a wide screen lays it out as a sheet of weeks.

use accounts::{Desk, DeskPage, Sight, can_begin};
use askama::Template;
use axum::extract::Query;
use base::clock::{berlin, day_of};
use base::words;
use edtf::When;
use golden_thread::{Kind, State};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use serde::Deserialize;
use web::Answer;

use super::store::{self, Planned};
use crate::entries::paths::{CalendarPath, EntriesPath, EntryPath};

/// An event over more days than this stands beside the days: it has no day that one would look up.
const LONGEST: i32 = 14;

/// The years that can be looked at.
const YEARS: std::ops::RangeInclusive<i16> = 1800..=2999;

#[derive(Debug, Default, Deserialize)]
pub(super) struct CalendarQuery {
    /// `2027-03`.
    #[serde(default)]
    monat: String,
}

/// A line of a day.
#[derive(Debug, Clone)]
struct Line {
    href: String,
    title: String,
    /// The hour of a publication, the state of an event, its words of time.
    note: String,
    is_publication: bool,
}

/// A day of the month.
#[derive(Debug)]
struct Day {
    number: i8,
    /// The day in words, with its weekday.
    words: String,
    machine: String,
    is_today: bool,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "entries/calendar/page.html")]
struct CalendarPage {
    page: DeskPage,
    /// The month in words.
    month: String,
    before: String,
    after: String,
    weekdays: Vec<&'static str>,
    /// The column of the first day, from 1 for Monday.
    begins_at: i8,
    days: Vec<Day>,
    /// Events of the month without a certain day.
    vague: Vec<Line>,
    is_empty: bool,
}

/// The calendar of a month; of this one by default.
pub(super) async fn show(_: CalendarPath, desk: Desk, Query(query): Query<CalendarQuery>) -> Answer {
    desk.require(Kind::all().iter().copied().any(|kind| can_begin(&desk.person, kind)))?;
    let today = desk.state().clock.today();
    let asked = format!("{}-01", query.monat.trim()).parse::<Date>().ok();
    let first = asked.filter(|day| YEARS.contains(&day.year())).unwrap_or_else(|| today.first_of_month());
    let (sight, last, next) = (Sight::of(&desk.person), first.last_of_month(), first.saturating_add(1.month()));
    let start = |day: Date| day.to_zoned_datetime(berlin()).map(|zoned| zoned.timestamp());
    let (from, to) = (start(first).map_err(anyhow::Error::from)?, start(next).map_err(anyhow::Error::from)?);
    let mut reader = desk.db().read().await?;
    let conn = &mut reader.conn();
    let due = store::due(conn, sight, (from, to)).await?;
    let events = store::events(conn, sight, (first, last)).await?;
    drop(reader);
    let (days, vague) = arranged(&desk, (first, last, today), due, events);
    let month = |day: Date| desk.href(format!("{CalendarPath}?monat={}-{:02}", day.year(), day.month()));
    web::html(&CalendarPage {
        page: DeskPage::new(&desk, desk.t("calendar-title")).below(desk.t("desk-area-entries"), EntriesPath),
        month: format!("{} {}", words::month(first.month(), desk.interface()), first.year()),
        before: month(first.saturating_sub(1.month())),
        after: month(next),
        weekdays: (0..7)
            .map(|add| words::weekday(jiff::civil::Weekday::Monday.wrapping_add(add), desk.interface()))
            .collect(),
        begins_at: first.weekday().to_monday_one_offset(),
        is_empty: vague.is_empty() && days.iter().all(|day| day.lines.is_empty()),
        days,
        vague,
    })
}

/// The days of a month with what is planned for them, and the events without a certain day.
fn arranged(
    desk: &Desk,
    (first, last, today): (Date, Date, Date),
    due: Vec<(Planned, Timestamp)>,
    events: Vec<(Planned, When)>,
) -> (Vec<Day>, Vec<Line>) {
    let mut days: Vec<Day> = (1..=first.days_in_month()).map(|number| day(desk, first, number, today)).collect();
    let mut vague = Vec::new();
    for (planned, at) in due {
        let zoned = at.to_zoned_datetime(berlin());
        let hour = format!("{:02}:{:02}", zoned.hour(), zoned.minute());
        let note = desk.t_with("calendar-publication", "time", hour);
        put(&mut days, day_of(at), line(desk, planned, note, true));
    }
    for (planned, when) in events {
        let state = (planned.state == State::Draft).then(|| desk.t("standing-draft"));
        let words = when.is_vague().then(|| when.in_words(desk.interface()));
        let note = state.into_iter().chain(words).collect::<Vec<_>>().join(" · ");
        let (earliest, latest) = (when.earliest(), when.latest().or_else(|| when.earliest()));
        let span = earliest.zip(latest).filter(|_| when.edtf().is_exact());
        match span.filter(|(from, to)| from.until(*to).is_ok_and(|span| span.get_days() < LONGEST)) {
            Some((from, to)) => {
                let event = line(desk, planned, note, false);
                let touched = from.max(first).series(1.day()).take_while(|day| *day <= to.min(last));
                touched.for_each(|day| put(&mut days, day, event.clone()));
            }
            None => vague.push(line(desk, planned, note, false)),
        }
    }
    (days, vague)
}

fn day(desk: &Desk, first: Date, number: i8, today: Date) -> Day {
    let date = first.saturating_add((i32::from(number) - 1).days());
    Day {
        number,
        words: words::weekday_date(date, desk.interface()),
        machine: date.to_string(),
        is_today: date == today,
        lines: Vec::new(),
    }
}

fn put(days: &mut [Day], date: Date, line: Line) {
    let place = usize::try_from(date.day() - 1).ok();
    if let Some(day) = place.and_then(|place| days.get_mut(place)) {
        day.lines.push(line);
    }
}

fn line(desk: &Desk, planned: Planned, note: String, is_publication: bool) -> Line {
    let path = EntryPath { folder: planned.kind.folder().to_owned(), slug: planned.slug };
    Line { href: desk.href(path), title: planned.title, note, is_publication }
}
