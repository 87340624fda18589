//! One thing that needs attention, in words: how many, the first of them, where all of them are.

use accounts::DeskPage;
use base::clock::{day_of, from_micros};
use base::words;
use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan as _};

use super::store::{Found, Incomplete, Item};
use crate::entries::paths::EntryPath;
use crate::media::paths::MediumPath;

/// A counted list.
#[derive(Debug)]
pub(super) struct Attention {
    /// Its id in the page, and the end of the keys of its texts.
    pub(super) code: &'static str,
    pub(super) total: i64,
    pub(super) lines: Vec<Line>,
    /// Where all of them are; empty if there is no such list.
    pub(super) all: String,
}

/// One of a list.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) title: String,
    pub(super) href: String,
    /// What else is to know: kind, day, the other entry.
    pub(super) note: String,
}

impl Attention {
    /// How many are not shown.
    pub(super) fn rest(&self) -> i64 {
        self.total - i64::try_from(self.lines.len()).unwrap_or(self.total)
    }

    /// A list of entries; `note` says what matters about each.
    pub(super) fn of_entries(
        page: &DeskPage,
        code: &'static str,
        found: Found<Item>,
        query: &str,
        note: impl Fn(&Item) -> String,
    ) -> Self {
        let line = |item: Item| {
            let kind = page.t(&format!("kind-{}", item.kind.code()));
            let note = note(&item);
            let path = EntryPath { folder: item.kind.folder().to_owned(), slug: item.slug };
            Line { title: item.title, href: page.href(path), note: joined(&kind, &note) }
        };
        let all = if query.is_empty() { String::new() } else { page.href(query) };
        Self { code, total: found.total, lines: found.first.into_iter().map(line).collect(), all }
    }

    pub(super) fn of_media(page: &DeskPage, found: Found<Incomplete>, query: &str) -> Self {
        let line = |item: Incomplete| {
            let href = page.href(MediumPath { slug: item.slug });
            Line { title: item.title, href, note: words::date(day_of(item.at), page.interface()) }
        };
        let lines = found.first.into_iter().map(line).collect();
        Self { code: "media", total: found.total, lines, all: page.href(query) }
    }
}

/// An instant of the database, in words.
pub(super) fn moment(page: &DeskPage, at: i64) -> String {
    from_micros(at).map_or_else(|_| String::new(), |at: Timestamp| words::date(day_of(at), page.interface()))
}

/// A day of the database, in words.
pub(super) fn day(page: &DeskPage, days: i64) -> String {
    let day: Date = date(1970, 1, 1).saturating_add(days.days());
    words::date(day, page.interface())
}

fn joined(kind: &str, note: &str) -> String {
    if note.is_empty() { kind.to_owned() } else { format!("{kind} · {note}") }
}
