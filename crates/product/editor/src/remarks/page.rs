//! `/redaktion/hinweise`: remarks about everything that the public sees.

use accounts::rights::WRITE_ENTRIES;
use accounts::{Desk, DeskPage, Sight};
use askama::Template;
use axum::Router;
use axum::extract::Query;
use axum_extra::routing::RouterExt as _;
use db::Conn;
use desk_kit::{Attention, Line};
use serde::Deserialize;
use services::jobs;
use web::form::{Choice, Submission};
use web::{Answer, AppState, Error, Notice, Notices, PAGE_SIZE, PageNumber, Pager};

use super::RemarkKind;
use super::inspection::Inspect;
use super::paths::{InspectionPath, RemarksPath};
use super::store::{self, Listed, Progress};
use crate::entries::paths::EntryPath;

/// Remarks that the start page shows.
const SHOWN: i64 = 5;

const NOTICES: Notices = Notices { done: &[("geprueft", "remarks-asked")], refused: &[] };

/// The routes of remarks.
pub(crate) fn router() -> Router<AppState> {
    Router::new().typed_get(show).typed_post(inspect)
}

#[derive(Debug, Default, Deserialize)]
struct RemarksQuery {
    #[serde(default)]
    art: String,
    #[serde(default)]
    seite: PageNumber,
}

/// A remark of the list.
#[derive(Debug)]
struct Row {
    title: String,
    href: String,
    kind: String,
    text: String,
}

#[derive(Template)]
#[template(path = "remarks/page.html")]
struct RemarksPage {
    page: DeskPage,
    notice: Option<Notice>,
    kinds: Vec<Choice>,
    kind: String,
    rows: Vec<Row>,
    total: i64,
    pager: Pager,
    /// How far the inspection is, or when it ended, in words.
    progress: String,
    is_running: bool,
}

async fn show(_: RemarksPath, desk: Desk, Query(query): Query<RemarksQuery>) -> Answer {
    desk.require(WRITE_ENTRIES.allows(&desk.person))?;
    let kind = RemarkKind::from_code(&query.art);
    let mut reader = desk.db().read().await?;
    let conn = &mut reader.conn();
    let limits = (PAGE_SIZE, query.seite.offset(PAGE_SIZE));
    let (listed, total) = store::list(conn, Sight::of(&desk.person), kind, limits).await?;
    let progress = store::progress(conn).await?;
    drop(reader);
    let page = DeskPage::new(&desk, desk.t("remarks-title"));
    let choice =
        |kind: RemarkKind| Choice { value: kind.code().to_owned(), label: desk.t(&format!("remark-kind-{kind}")) };
    let filter = kind.map(|kind| format!("art={kind}")).unwrap_or_default();
    web::html(&RemarksPage {
        notice: NOTICES.find(&desk),
        kinds: RemarkKind::ALL.into_iter().map(choice).collect(),
        kind: kind.map(RemarkKind::code).unwrap_or_default().to_owned(),
        rows: listed.into_iter().map(|one| row(&desk, one)).collect(),
        total,
        pager: Pager::new(&desk, query.seite, PAGE_SIZE, total, &filter),
        is_running: progress.is_some_and(|progress| progress.ended_at.is_none()),
        progress: in_words(&page, progress),
        page,
    })
}

fn row(desk: &Desk, listed: Listed) -> Row {
    let path = EntryPath { folder: listed.kind.folder().to_owned(), slug: listed.slug };
    let place = if listed.remark.field.is_empty() { String::new() } else { format!("#form-{}", listed.remark.field) };
    Row {
        href: format!("{}{place}", desk.href(path)),
        kind: desk.t(&format!("kind-{}", listed.kind)),
        text: listed.remark.in_words(desk),
        title: listed.title,
    }
}

fn in_words(page: &DeskPage, progress: Option<Progress>) -> String {
    match progress {
        None => page.t("remarks-never"),
        Some(Progress { ended_at: Some(at), total, .. }) => {
            page.t_args("remarks-done", &[("at", page.moment(at).into()), ("count", total.into())])
        }
        Some(Progress { looked_at, total, .. }) => {
            page.t_args("remarks-running", &[("done", looked_at.into()), ("total", total.into())])
        }
    }
}

/// Asks for an inspection now.
async fn inspect(_: InspectionPath, desk: Desk, _: Submission) -> Answer {
    desk.require(WRITE_ENTRIES.allows(&desk.person))?;
    let mut tx = desk.db().write().await?;
    jobs::enqueue(&mut tx.conn(), desk.state().now(), &Inspect {}).await?;
    tx.commit().await?;
    Ok(NOTICES.redirect(&desk, RemarksPath, "geprueft"))
}

/// Remarks about entries that somebody may edit, for their start page.
pub(crate) async fn attention(conn: &mut Conn<'_>, desk: &Desk, page: &DeskPage) -> Result<Vec<Attention>, Error> {
    if !WRITE_ENTRIES.allows(&desk.person) {
        return Ok(Vec::new());
    }
    let (listed, total) = store::list(conn, Sight::of(&desk.person), None, (SHOWN, 0)).await?;
    let line = |one: Listed| {
        let Row { title, href, text, .. } = row(desk, one);
        Line { title, href, note: text }
    };
    let lines = listed.into_iter().map(line).collect();
    Ok(vec![Attention { code: "remarks", waits: false, total, lines, all: page.href(RemarksPath) }])
}
