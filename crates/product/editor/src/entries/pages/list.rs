//! All entries that somebody may edit, the last changed first, with filters.

use accounts::{Desk, DeskPage, Sight, can_begin};
use askama::Template;
use axum::extract::Query;
use golden_thread::Kind;
use serde::Deserialize;
use web::form::Choice;
use web::{Answer, PAGE_SIZE, PageNumber, Pager};

use super::act::instant_in_words;
use crate::entries::paths::{BinPath, EntriesPath, EntryPath, NewPath};
use crate::entries::standing::Standing;
use crate::entries::store::{self, Listed, Wanted};
use crate::remarks::RemarksPath;

/// The filters and the page.
#[derive(Debug, Deserialize)]
pub(crate) struct EntriesQuery {
    #[serde(default)]
    art: String,
    #[serde(default)]
    stand: String,
    #[serde(default)]
    q: String,
    #[serde(default)]
    seite: PageNumber,
}

impl EntriesQuery {
    fn wanted(&self) -> Wanted {
        Wanted {
            kind: Kind::from_code(&self.art),
            standing: Standing::from_code(&self.stand),
            text: self.q.trim().to_owned(),
        }
    }

    /// The filters as a query, for the links of the pager.
    fn filters(&self) -> String {
        let pairs = [("art", &self.art), ("stand", &self.stand), ("q", &self.q)];
        let set = pairs.iter().filter(|(_, value)| !value.trim().is_empty());
        set.map(|(name, value)| format!("{name}={}", web::form::encoded(value.trim()))).collect::<Vec<_>>().join("&")
    }
}

/// A line of the table.
#[derive(Debug)]
struct Line {
    href: String,
    title: String,
    kind: String,
    standing: String,
    standing_class: &'static str,
    changed: String,
    author: String,
}

#[derive(Template)]
#[template(path = "entries/pages/list.html")]
struct ListPage {
    page: DeskPage,
    action: String,
    kinds: Vec<Choice>,
    standings: Vec<Choice>,
    kind: String,
    standing: String,
    text: String,
    lines: Vec<Line>,
    total: i64,
    pager: Pager,
    new: Option<String>,
}

/// The list.
pub(crate) async fn show(_: EntriesPath, desk: Desk, Query(query): Query<EntriesQuery>) -> Answer {
    desk.require(Kind::all().iter().copied().any(|kind| can_begin(&desk.person, kind)))?;
    let wanted = query.wanted();
    let (sight, place) = (Sight::of(&desk.person), (PAGE_SIZE, query.seite.offset(PAGE_SIZE)));
    let (listed, total) = store::list(&mut desk.db().read().await?.conn(), sight, &wanted, place).await?;
    let pager = Pager::new(&desk, query.seite, PAGE_SIZE, total, &query.filters());
    let choice = |value: &str, label: String| Choice { value: value.to_owned(), label };
    let page = ListPage {
        page: DeskPage::new(&desk, desk.t("desk-area-entries")),
        action: desk.href(EntriesPath),
        kinds: Kind::all().iter().map(|kind| choice(kind.code(), desk.t(&format!("kind-{kind}")))).collect(),
        standings: Standing::ALL.map(|one| choice(one.code(), desk.t(&format!("standing-{one}")))).into(),
        kind: query.art,
        standing: query.stand,
        text: query.q,
        lines: listed.into_iter().map(|one| line(&desk, one)).collect(),
        total,
        pager,
        new: Some(desk.href(NewPath)),
    };
    web::html(&page)
}

fn line(desk: &Desk, one: Listed) -> Line {
    let standing = one.standing();
    let path = EntryPath { folder: one.kind.folder().to_owned(), slug: one.slug };
    let author = if one.changed_by.is_empty() { desk.t("history-program") } else { one.changed_by };
    let text = match one.due_at {
        Some(at) => desk.t_with("standing-due", "instant", instant_in_words(desk, at)),
        None => desk.t(&format!("standing-{standing}")),
    };
    Line {
        href: desk.href(path),
        title: one.title,
        kind: desk.t(&format!("kind-{}", one.kind)),
        standing: text,
        standing_class: standing.code(),
        changed: instant_in_words(desk, one.changed_at),
        author,
    }
}
