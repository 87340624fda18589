//! The history of an entry: its versions and the acts on them.

use std::collections::HashMap;

use accounts::{Desk, DeskPage};
use askama::Template;
use axum::extract::Query;
use golden_thread::history::{self, Act};
use serde::Deserialize;
use web::{Answer, Error, PAGE_SIZE, PageNumber, Pager};

use super::act::instant_in_words;
use crate::entries::actions::WHEN_DUE;
use crate::entries::changes;
use crate::entries::opened::Opened;
use crate::entries::paths::{EntriesPath, EntryPath, HistoryPath, VersionPath};
use crate::entries::restored::RestoredPart;

#[derive(Debug, Default, Deserialize)]
pub(crate) struct HistoryQuery {
    /// The page of the list.
    #[serde(default)]
    seite: PageNumber,
}

/// A line of the history.
#[derive(Debug)]
struct Line {
    /// The act, in words.
    act: String,
    /// A reason, an instant or an address.
    note: String,
    /// The fields that the version changed, if the act made one.
    changed: String,
    author: String,
    at: String,
    number: i64,
    /// The version, if the act made one.
    href: Option<String>,
    is_head: bool,
    is_live: bool,
}

#[derive(Template)]
#[template(path = "entries/pages/history.html")]
struct HistoryPage {
    page: DeskPage,
    lines: Vec<Line>,
    pager: Pager,
}

/// The history.
pub(crate) async fn show(path: HistoryPath, desk: Desk, Query(query): Query<HistoryQuery>) -> Answer {
    let opened = Opened::find(&desk, &path.folder, &path.slug).await?;
    let acts = history::acts(&mut desk.db().read().await?.conn(), opened.id).await?;
    let total = i64::try_from(acts.len()).unwrap_or(i64::MAX);
    let pager = Pager::new(&desk, query.seite, PAGE_SIZE, total, "");
    let lines = lines(&desk, &opened, shown(acts, query.seite)).await?;
    let title = desk.t_with("history-title", "title", opened.document.matter.title.as_str());
    let entry = EntryPath { folder: path.folder, slug: path.slug };
    let page = DeskPage::new(&desk, title)
        .called(desk.t("entry-history"))
        .below(desk.t("desk-area-entries"), EntriesPath)
        .below(opened.document.matter.title.clone(), entry);
    web::html(&HistoryPage { page, lines, pager })
}

/// The acts on one page.
fn shown(acts: Vec<history::Entry>, page: PageNumber) -> Vec<history::Entry> {
    let [skipped, most] = [page.offset(PAGE_SIZE), PAGE_SIZE].map(|rows| usize::try_from(rows).unwrap_or(usize::MAX));
    acts.into_iter().skip(skipped).take(most).collect()
}

async fn lines(desk: &Desk, opened: &Opened, acts: Vec<history::Entry>) -> Result<Vec<Line>, Error> {
    let numbers = || acts.iter().filter(|act| act.act.makes_revision()).map(|act| act.number);
    let mut changed = match (numbers().min(), numbers().max()) {
        (Some(from), Some(to)) => changes::between(desk, opened, from, to).await?,
        _ => HashMap::new(),
    };
    let line = |act: history::Entry| {
        let changed = if act.act.makes_revision() { changed.remove(&act.number) } else { None };
        line(desk, opened, act, changed.unwrap_or_default())
    };
    Ok(acts.into_iter().map(line).collect())
}

fn line(desk: &Desk, opened: &Opened, entry: history::Entry, changed: String) -> Line {
    let makes_version = entry.act.makes_revision();
    let version = VersionPath { folder: opened.folder.clone(), slug: opened.slug.clone(), number: entry.number };
    let is_by_itself = entry.act == Act::Published && entry.note.as_deref() == Some(WHEN_DUE);
    let author = match entry.author {
        author if is_by_itself => desk.t_with("history-by-itself", "person", author),
        author if author.is_empty() => desk.t("history-program"),
        author => author,
    };
    let note = match (entry.act, entry.note) {
        _ if is_by_itself => String::new(),
        (Act::Scheduled, Some(at)) => at.parse().map(|at| instant_in_words(desk, at)).unwrap_or_default(),
        (Act::Restored, Some(note)) => RestoredPart::told(desk, &note),
        (_, note) => note.unwrap_or_default(),
    };
    Line {
        act: desk.t_with(&format!("history-act-{}", entry.act), "number", entry.number),
        note,
        changed,
        author,
        at: instant_in_words(desk, entry.at),
        number: entry.number,
        href: makes_version.then(|| desk.href(version)),
        is_head: makes_version && entry.number == opened.work.head,
        is_live: makes_version && Some(entry.number) == opened.work.live,
    }
}
