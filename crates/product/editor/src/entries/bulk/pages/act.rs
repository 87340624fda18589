//! An act on many entries: how far it is, what came of it, and the button that undoes it.

use accounts::{Desk, DeskPage, Sight};
use askama::Template;
use axum::extract::Query;
use axum::response::{IntoResponse as _, Redirect};
use serde::Deserialize;
use web::form::Submission;
use web::{Answer, Error, Notice, PAGE_SIZE, PageNumber, Pager};

use super::super::paths::{BulkActPath, UndoingPath};
use super::super::store::Shown;
use super::super::{Bulk, Outcome, UNDOABLE, WHILE_WAITING, job, store};
use super::NOTICES;
use crate::entries::instant_in_words;
use crate::entries::paths::{EntriesPath, EntryPath};

#[derive(Debug, Default, Deserialize)]
pub(super) struct BulkQuery {
    #[serde(default)]
    seite: PageNumber,
}

/// One of its entries.
struct Line {
    href: String,
    title: String,
    text: String,
    is_done: bool,
}

#[derive(Template)]
#[template(path = "entries/bulk/pages/act.html")]
struct BulkActPage {
    page: DeskPage,
    notice: Option<Notice>,
    /// What was done, by whom and when.
    summary: String,
    /// What became of the entries, with how many.
    outcomes: Vec<(String, i64)>,
    /// The number of entries that still wait.
    waiting: i64,
    here: String,
    /// The address that undoes it, and until when.
    undoing: Option<(String, String)>,
    lines: Vec<Line>,
    pager: Pager,
}

/// The page of an act, for the person who did it.
pub(super) async fn show(path: BulkActPath, desk: Desk, Query(query): Query<BulkQuery>) -> Answer {
    let bulk = own(&desk, path).await?;
    let is_undone = bulk.undone_at.is_some();
    let mut reader = desk.db().read().await?;
    let conn = &mut reader.conn();
    let done = store::counts(conn, bulk.id, false).await?;
    let back = if is_undone { store::counts(conn, bulk.id, true).await? } else { Vec::new() };
    let place = (PAGE_SIZE, query.seite.offset(PAGE_SIZE));
    let shown = store::shown(conn, Sight::of(&desk.person), bulk.id, place).await?;
    drop(reader);
    let total = done.iter().map(|(_, count)| count).sum();
    let counted = if is_undone { &back } else { &done };
    let waiting = counted.iter().find(|(outcome, _)| outcome.is_none()).map_or(0, |(_, count)| *count);
    let key = |outcome: Outcome| outcome_key(outcome, is_undone);
    let outcomes = counted.iter().filter_map(|(outcome, count)| Some((desk.t(&key((*outcome)?)), *count))).collect();
    let until = bulk.at + UNDOABLE;
    let has_done = done.iter().any(|(outcome, _)| *outcome == Some(Outcome::Done));
    let may_undo = has_done && waiting == 0 && !is_undone && desk.state().clock.now() < until;
    let undoing = may_undo.then(|| (desk.href(UndoingPath { id: bulk.id }), instant_in_words(&desk, until)));
    let page = DeskPage::new(&desk, desk.t(&format!("bulk-act-{}", bulk.kind)));
    web::html(&BulkActPage {
        notice: NOTICES.find(&desk),
        summary: summary(&desk, &bulk),
        outcomes,
        waiting,
        here: desk.href(path),
        undoing,
        lines: shown.into_iter().map(|one| line(&desk, one)).collect(),
        pager: Pager::new(&desk, query.seite, PAGE_SIZE, total, ""),
        page: page.below(desk.t("desk-area-entries"), EntriesPath),
    })
}

/// Undoes it.
pub(super) async fn undo(path: UndoingPath, desk: Desk, _: Submission) -> Answer {
    let bulk = own(&desk, BulkActPath { id: path.id }).await?;
    let now = desk.state().clock.now();
    let mut tx = desk.db().write().await?;
    let is_begun = store::undo(&mut tx.conn(), bulk.id, now, now - UNDOABLE).await?;
    tx.commit().await?;
    if !is_begun {
        return Ok(NOTICES.redirect(&desk, BulkActPath { id: bulk.id }, "vorbei"));
    }
    job::work_off(desk.state(), bulk.id, true, WHILE_WAITING).await?;
    Ok(Redirect::to(&desk.href(BulkActPath { id: bulk.id })).into_response())
}

/// An act of this person. To all others there is none.
async fn own(desk: &Desk, path: BulkActPath) -> Result<Bulk, Error> {
    let bulk = store::find(&mut desk.db().read().await?.conn(), path.id).await?;
    bulk.filter(|bulk| bulk.person == desk.person.id.0).ok_or(Error::NotFound)
}

fn summary(desk: &Desk, bulk: &Bulk) -> String {
    let at = instant_in_words(desk, bulk.undone_at.unwrap_or(bulk.at));
    let key = if bulk.undone_at.is_some() { "bulk-summary-undone" } else { "bulk-summary" };
    desk.t_args(key, &[("author", bulk.author.as_str().into()), ("at", at.into())])
}

fn outcome_key(outcome: Outcome, is_undone: bool) -> String {
    match (outcome, is_undone) {
        (Outcome::Done, true) => "bulk-outcome-undone".to_owned(),
        (outcome, _) => format!("bulk-outcome-{outcome}"),
    }
}

fn line(desk: &Desk, one: Shown) -> Line {
    let path = EntryPath { folder: one.kind.folder().to_owned(), slug: one.slug };
    let text = match (one.outcome, one.undone) {
        (_, Some(undone)) => desk.t(&outcome_key(undone, true)),
        (Some(outcome), None) => desk.t(&outcome_key(outcome, false)),
        (None, None) => desk.t("bulk-waiting-one"),
    };
    let is_done = one.undone.or(one.outcome).is_some_and(|outcome| outcome == Outcome::Done);
    Line { href: desk.href(path), title: one.title, text, is_done }
}
