//! The history of an entry: its versions and the acts on them.

use accounts::{Desk, DeskPage};
use askama::Template;
use golden_thread::history::{self, Act};
use web::Answer;

use super::act::instant_in_words;
use crate::entries::opened::Opened;
use crate::entries::paths::{EntriesPath, EntryPath, HistoryPath, VersionPath};

/// A line of the history.
#[derive(Debug)]
struct Line {
    /// The act, in words.
    act: String,
    /// A reason, an instant or an address.
    note: String,
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
}

/// The history.
pub(crate) async fn show(path: HistoryPath, desk: Desk) -> Answer {
    let opened = Opened::find(&desk, &path.folder, &path.slug).await?;
    let acts = history::acts(&mut desk.db().read().await?.conn(), opened.id).await?;
    let lines = acts.into_iter().map(|act| line(&desk, &opened, act)).collect();
    let title = desk.t_with("history-title", "title", opened.document.matter.title.as_str());
    let entry = EntryPath { folder: path.folder, slug: path.slug };
    let page = DeskPage::new(&desk, title)
        .below(desk.t("desk-area-entries"), EntriesPath)
        .below(opened.document.matter.title.clone(), entry);
    web::html(&HistoryPage { page, lines })
}

fn line(desk: &Desk, opened: &Opened, entry: history::Entry) -> Line {
    let makes_version = matches!(entry.act, Act::Imported | Act::Created | Act::Saved | Act::Restored);
    let version = VersionPath { folder: opened.folder.clone(), slug: opened.slug.clone(), number: entry.number };
    let note = match (entry.act, entry.note) {
        (Act::Scheduled, Some(at)) => at.parse().map(|at| instant_in_words(desk, at)).unwrap_or_default(),
        (_, note) => note.unwrap_or_default(),
    };
    Line {
        act: desk.t_with(&format!("history-act-{}", entry.act), "number", entry.number),
        note,
        author: if entry.author.is_empty() { desk.t("history-program") } else { entry.author },
        at: instant_in_words(desk, entry.at),
        number: entry.number,
        href: makes_version.then(|| desk.href(version)),
        is_head: makes_version && entry.number == opened.work.head,
        is_live: makes_version && Some(entry.number) == opened.work.live,
    }
}
