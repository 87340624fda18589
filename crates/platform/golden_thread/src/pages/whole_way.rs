//! `/faden/woher/…` and `/faden/wohin/…`: everything that lies before or after one entry.

use askama::Template;
use axum::extract::Query as Address;
use base::Slug;
use web::{Answer, Ctx, Error, PAGE_SIZE, Page, Pager, html};

use super::{OriginsPath, OutcomesPath, ThreadPath};
use crate::{Card, EntryId, Kind, Query, Side, store};

/// Stations on the page. Nobody reads a longer way, and the nearest stations matter most.
const MOST: i64 = 1_000;

#[derive(Template)]
#[template(path = "golden_thread/whole_way.html")]
struct WholeWayPage {
    page: Page,
    card: Card,
    lead: String,
    /// There are more stations than the page leads to.
    is_cut: bool,
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
    let Some(card) = store::find(conn, ctx.locale(), kind, slug).await? else {
        return Err(
            super::gone::answer_for_missing(conn, &ctx, (kind, slug), |today| address(side, folder, today)).await?
        );
    };
    // One more than is shown, to know that there are more.
    let mut way = store::way(conn, card.id, side, MOST + 1).await?;
    let is_cut = i64::try_from(way.len())? > MOST;
    way.truncate(usize::try_from(MOST)?);
    let total = way.len();
    let first = usize::try_from(query.seite.offset(PAGE_SIZE))?;
    let shown: Vec<EntryId> = way.into_iter().skip(first).take(usize::try_from(PAGE_SIZE)?).collect();
    let cards = store::cards(conn, ctx.locale(), &shown).await?;
    let pager = Pager::new(&ctx, query.seite, PAGE_SIZE, i64::try_from(total)?, "");
    let (title, lead) = match side {
        Side::Origin => {
            (ctx.t_with("whole-way-origin", "title", &card.title), ctx.t_count("whole-way-origin-lead", total))
        }
        Side::Outcome => {
            (ctx.t_with("whole-way-outcome", "title", &card.title), ctx.t_count("whole-way-outcome-lead", total))
        }
    };
    let page = Page::new(ctx.clone(), title)
        .below(ctx.t("thread-title"), ThreadPath)
        .below(card.title.clone(), card.path())
        .without_index();
    html(&WholeWayPage { page, card, lead, is_cut, cards, pager })
}

fn address(side: Side, folder: &str, slug: &Slug) -> String {
    let (folder, slug) = (folder.to_owned(), slug.clone());
    match side {
        Side::Origin => OriginsPath { folder, slug }.to_string(),
        Side::Outcome => OutcomesPath { folder, slug }.to_string(),
    }
}
