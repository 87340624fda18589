//! A list of things that need attention, in words: their number, the first of them, the address of all.

use accounts::DeskPage;
use base::clock::{day_of, from_micros};
use base::words;
use desk_kit::{Attention, Line};
use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan as _};

use super::store::{Found, Incomplete, Item};
use crate::entries::paths::EntryPath;
use crate::media::paths::MediumPath;

/// A list of entries; `note` adds a remark to each.
pub(super) fn of_entries(
    page: &DeskPage,
    code: &'static str,
    found: Found<Item>,
    query: &str,
    note: impl Fn(&Item) -> String,
) -> Attention {
    let line = |item: Item| {
        let kind = page.t(&format!("kind-{}", item.kind.code()));
        let note = note(&item);
        let path = EntryPath { folder: item.kind.folder().to_owned(), slug: item.slug };
        Line { title: item.title, href: page.href(path), note: joined(&kind, &note) }
    };
    let all = if query.is_empty() { String::new() } else { page.href(query) };
    Attention { code, waits: false, total: found.total, lines: found.first.into_iter().map(line).collect(), all }
}

pub(super) fn of_media(page: &DeskPage, found: Found<Incomplete>, query: &str) -> Attention {
    let line = |item: Incomplete| {
        let href = page.href(MediumPath { slug: item.slug });
        Line { title: item.title, href, note: words::date(day_of(item.at), page.interface()) }
    };
    let lines = found.first.into_iter().map(line).collect();
    Attention { code: "media", waits: false, total: found.total, lines, all: page.href(query) }
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
