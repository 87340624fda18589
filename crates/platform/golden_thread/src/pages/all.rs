//! `/faden`: the whole thread of the initiative as a picture and as a nested list.

use askama::Template;
use axum::extract::Query as Address;
use web::{Answer, Ctx, Page, Pager, html};

use super::ThreadPath;
use super::picture::Picture;
use super::tree::{self, Branch};
use crate::order::along_the_thread;
use crate::store::{self, Order};
use crate::{Card, EntryId, Filters, Kind, Query};
use weave::{Width, Words};

/// Entries in one picture; with more it could not be read.
const KNOTS: i64 = 100;

#[derive(Template)]
#[template(path = "golden_thread/all.html")]
struct ThreadPage<'a> {
    page: Page,
    filters: Filters,
    total: i64,
    tree: Vec<Branch<'a>>,
    on_phones: String,
    on_pages: String,
    pager: Pager,
}

pub(super) async fn show(_: ThreadPath, Address(query): Address<Query>, ctx: Ctx) -> Answer {
    let mut reader = ctx.db().read().await?;
    let conn = &mut reader.conn();
    let kinds: Vec<Kind> = Kind::all().iter().copied().filter(|kind| kind.def().is_station).collect();
    let filters = Filters::load(conn, &ctx, &query, &kinds).await?;
    let filter = store::CardFilter { stations: true, ..filters.card_filter() };
    let total = store::count(conn, filter).await?;
    let cards: Vec<Card> =
        store::list(conn, ctx.locale(), filter, Order::OldestFirst, KNOTS, query.seite.offset(KNOTS)).await?;
    let ids: Vec<EntryId> = cards.iter().map(|card| card.id).collect();
    let links = store::strands_among(conn, &ids).await?;
    let cards = along_the_thread(cards, &links);
    let pager = Pager::new(&ctx, query.seite, KNOTS, total, &filters.encoded());
    let page = Page::new(ctx.clone(), ctx.t("thread-title")).described(ctx.t("thread-lead"));
    let picture = Picture::of(conn, &page, &cards, &links).await?;
    let words = Words { title: ctx.t("thread-picture-title"), desc: ctx.t("thread-picture-text") };
    html(&ThreadPage {
        on_phones: weave::tall(&picture.knots, &picture.strands, &words, "phone", Width::Phone),
        on_pages: weave::tall(&picture.knots, &picture.strands, &words, "page", Width::Page),
        tree: tree::arrange(&cards, &picture.strands),
        filters,
        total,
        pager,
        page,
    })
}
