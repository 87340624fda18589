//! `/redaktion/eintraege`: all entries that somebody may edit, with search, filters, orders and columns.

use std::collections::HashMap;
use std::fmt::Display;

use accounts::{Desk, DeskPage, Sight, can_begin};
use askama::Template;
use axum::extract::RawQuery;
use golden_thread::store::TextState;
use golden_thread::{EntryId, Kind};
use web::form::Submission;
use web::{Answer, Ctx, Notice, Notices, PAGE_SIZE, PageNumber, Pager};

use super::choices::Choices;
use super::missing::{Missing, missing};
use super::store::{self, Listed};
use super::wanted::{Column, Wanted, views};
use crate::entries::bulk::paths::SelectionPath;
use crate::entries::bulk::{self, BulkKind};
use crate::entries::instant_in_words;
use crate::entries::paths::{BinPath, CalendarPath, EntriesPath, EntryPath, NewPath, TablePath};
use crate::remarks::RemarksPath;

const NOTICES: Notices = Notices { done: &[], refused: &[("nichts", "bulk-notice-nichts")] };

/// A line of the table.
#[derive(Debug)]
struct Line {
    /// The entry with its version, for acts on many.
    value: String,
    href: String,
    title: String,
    cells: Vec<Cell>,
}

/// A cell of the table.
#[derive(Debug)]
struct Cell {
    column: Column,
    /// The name of its column, for narrow screens.
    label: String,
    text: String,
    /// The class of a state, or what is said more quietly.
    more: String,
}

#[derive(Template)]
#[template(path = "entries/list/page.html")]
struct ListPage {
    page: DeskPage,
    action: String,
    choices: Choices,
    text: String,
    /// Address, words, and true for the one that is shown.
    views: Vec<(String, String, bool)>,
    /// The names of the columns.
    columns: Vec<(Column, String)>,
    lines: Vec<Line>,
    total: i64,
    pager: Pager,
    new: String,
    missing: Option<Missing>,
    is_whole: bool,
    notice: Option<Notice>,
    /// The address that takes what is ticked, and the filters.
    selection: String,
    /// The address of the list as a table.
    table: String,
    query: String,
    /// The acts on what is ticked.
    acts: Vec<(&'static str, String)>,
}

/// The list.
pub(super) async fn show(_: EntriesPath, desk: Desk, RawQuery(query): RawQuery) -> Answer {
    desk.require(Kind::all().iter().copied().any(|kind| can_begin(&desk.person, kind)))?;
    let sent = Submission::parse(query.as_deref().unwrap_or_default())?;
    let wanted = Wanted::of(desk.person.id.0, sent.pairs());
    let number = PageNumber::from(sent.get("seite").to_owned());
    let sight = Sight::of(&desk.person);
    let mut reader = desk.db().read().await?;
    let conn = &mut reader.conn();
    let (listed, total) = store::list(conn, sight, &wanted, (PAGE_SIZE, number.offset(PAGE_SIZE))).await?;
    let missing = if total == 0 { Some(missing(conn, &desk, &wanted).await?) } else { None };
    let ids: Vec<EntryId> = listed.iter().map(|one| one.id).collect();
    let fields = if wanted.columns.contains(&Column::Fields) { store::fields(conn, &ids).await? } else { Vec::new() };
    let choices = Choices::load(conn, &desk, &wanted).await?;
    drop(reader);
    let fields = by_entry(fields);
    let columns: Vec<(Column, String)> =
        wanted.columns.iter().map(|column| (*column, desk.t(&format!("entry-column-{column}")))).collect();
    let page = ListPage {
        page: DeskPage::new(&desk, desk.t("desk-area-entries")),
        action: desk.href(EntriesPath),
        choices,
        views: shown_views(&desk, &wanted),
        lines: listed.into_iter().map(|one| line(&desk, &columns, &fields, one)).collect(),
        columns,
        total,
        pager: Pager::new(&desk, number, PAGE_SIZE, total, &wanted.query()),
        new: desk.href(NewPath),
        missing,
        is_whole: wanted.is_whole(),
        notice: NOTICES.find(&desk),
        selection: desk.href(SelectionPath),
        table: desk.href(with_query(TablePath, &wanted)),
        query: wanted.query(),
        acts: BulkKind::ALL.map(|kind| (kind.code(), desk.t(&format!("bulk-act-{kind}")))).into(),
        text: wanted.text,
    };
    web::html(&page)
}

fn shown_views(desk: &Desk, wanted: &Wanted) -> Vec<(String, String, bool)> {
    let view = |(key, view): (&str, Wanted)| {
        let address = desk.href(with_query(EntriesPath, &view));
        let is_shown = Wanted { order: wanted.order, columns: wanted.columns.clone(), ..view } == *wanted;
        (address, desk.t(key), is_shown)
    };
    views(desk.person.id.0).into_iter().map(view).collect()
}

/// A path with these filters.
fn with_query(path: impl Display, wanted: &Wanted) -> String {
    let query = wanted.query();
    if query.is_empty() { path.to_string() } else { format!("{path}?{query}") }
}

/// The titles of the fields of action, joined.
pub(super) fn by_entry(fields: Vec<(EntryId, String)>) -> HashMap<EntryId, String> {
    let mut found: HashMap<EntryId, String> = HashMap::new();
    for (entry, title) in fields {
        let titles = found.entry(entry).or_default();
        if !titles.is_empty() {
            titles.push_str(", ");
        }
        titles.push_str(&title);
    }
    found
}

fn line(desk: &Desk, columns: &[(Column, String)], fields: &HashMap<EntryId, String>, one: Listed) -> Line {
    let cell = |(column, label): &(Column, String)| {
        let (text, more) = cell(desk, *column, fields, &one);
        Cell { column: *column, label: label.clone(), text, more }
    };
    let cells = columns.iter().map(cell).collect();
    let path = EntryPath { folder: one.kind.folder().to_owned(), slug: one.slug };
    Line { value: bulk::value(one.id, one.head), href: desk.href(path), title: one.title, cells }
}

/// The words of a cell, and what it says besides.
pub(super) fn cell(ctx: &Ctx, column: Column, fields: &HashMap<EntryId, String>, one: &Listed) -> (String, String) {
    let plain = |text: String| (text, String::new());
    match column {
        Column::Kind => plain(ctx.t(&format!("kind-{}", one.kind))),
        Column::Standing => (standing(ctx, one), one.standing().code().to_owned()),
        Column::Day => plain(one.when.map(|when| when.in_words(ctx.interface())).unwrap_or_default()),
        Column::Fields => plain(fields.get(&one.id).cloned().unwrap_or_default()),
        Column::Languages => plain(languages(ctx, one)),
        Column::Picture => plain(ctx.t(if one.is_pictured { "entry-pictured" } else { "entry-unpictured" })),
        Column::Changed => (instant_in_words(ctx, one.changed_at), author(ctx, one)),
    }
}

fn standing(ctx: &Ctx, one: &Listed) -> String {
    match one.due_at {
        Some(at) => ctx.t_with("standing-due", "instant", instant_in_words(ctx, at)),
        None => ctx.t(&format!("standing-{}", one.standing())),
    }
}

fn author(ctx: &Ctx, one: &Listed) -> String {
    if one.changed_by.is_empty() { ctx.t("history-program") } else { one.changed_by.clone() }
}

fn languages(ctx: &Ctx, one: &Listed) -> String {
    let text = |state: TextState, name: &str| match state {
        TextState::None => None,
        TextState::Unchecked => Some(ctx.t_with("entry-languages-unchecked", "language", ctx.t(name))),
        TextState::Public => Some(ctx.t(name)),
    };
    let names = [text(one.english, "entry-languages-en"), text(one.easy, "entry-languages-leicht")];
    let stale = one.is_stale.then(|| ctx.t("entry-languages-stale"));
    names.into_iter().flatten().chain(stale).collect::<Vec<_>>().join(", ")
}
