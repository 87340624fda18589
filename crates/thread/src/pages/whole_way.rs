//! `/faden/woher/…` and `/faden/wohin/…`: everything that lies before or after one entry.

use askama::Template;
use axum::extract::Query as Address;
use base::Slug;
use web::{Answer, Ctx, Error, PAGE_SIZE, Page, Pager, html};

use super::{OriginsPath, OutcomesPath, ThreadPath};
use crate::{Card, Kind, Query, Side, store};

#[derive(Template)]
#[template(path = "thread/whole_way.html")]
struct WholeWayPage {
    page: Page,
    card: Card,
    lead: String,
    cards: Vec<Card>,
    pager: Pager,
}

pub(super) async fn origins(path: OriginsPath, query: Address<Query>, ctx: Ctx) -> Answer {
    show(&path.folder, &path.slug, Side::Origin, &query, ctx).await
}

pub(super) async fn outcomes(path: OutcomesPath, query: Address<Query>, ctx: Ctx) -> Answer {
    show(&path.folder, &path.slug, Side::Outcome, &query, ctx).await
}

async fn show(folder: &str, slug: &Slug, side: Side, query: &Query, ctx: Ctx) -> Answer {
    let kind = Kind::from_folder(folder).ok_or(Error::NotFound)?;
    let mut reader = ctx.db().read().await?;
    let conn = &mut reader.conn();
    let card = store::find(conn, ctx.locale(), kind, slug).await?.ok_or(Error::NotFound)?;
    let total = store::step_count(conn, card.id, side).await?;
    let cards = store::way(conn, ctx.locale(), card.id, side, PAGE_SIZE, query.seite.offset(PAGE_SIZE)).await?;
    let (title, lead) = match side {
        Side::Origin => (ctx.t_with("whole-way-origin", "title", &card.title), ctx.t_count("whole-way-origin-lead", total)),
        Side::Outcome => (ctx.t_with("whole-way-outcome", "title", &card.title), ctx.t_count("whole-way-outcome-lead", total)),
    };
    let pager = Pager::new(&ctx, query.seite, PAGE_SIZE, total, "");
    let page = Page::new(ctx.clone(), title)
        .below(ctx.t("thread-title"), ThreadPath)
        .below(card.title.clone(), card.path())
        .without_index();
    html(&WholeWayPage { page, card, lead, cards, pager })
}
