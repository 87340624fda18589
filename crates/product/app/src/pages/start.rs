//! `/`: the reasons, the news, the thread as a woven picture, the fields, the coming events.

use askama::Template;
use golden_thread::pages::picture::Picture;
use golden_thread::{Card, EntryId, store};
use process::FieldCard;
use weave::{Width, Words};
use web::{Answer, Ctx, Page, html};

use super::paths::StartPath;

/// Most knots of the picture on the start page.
const KNOTS: i64 = 48;
/// News items on the start page.
const NEWS: i64 = 4;

#[derive(Template)]
#[template(path = "pages/start.html")]
struct StartPage {
    page: Page,
    wide: String,
    tall: String,
    goals: Vec<Card>,
    news: Vec<newsroom::NewsItem>,
    fields: Vec<FieldCard>,
    carriers: Vec<bodies::BodyLink>,
    take_part: String,
}

pub(crate) async fn show(_: StartPath, ctx: Ctx) -> Answer {
    let mut reader = ctx.db().read().await?;
    let conn = &mut reader.conn();
    let initiative = ctx.initiative();
    let page = Page::new(ctx.clone(), initiative.name.clone()).described(initiative.lead.get(ctx.locale()).0);
    let cards = store::highlighted(conn, ctx.locale(), KNOTS).await?;
    let ids: Vec<EntryId> = cards.iter().map(|card| card.id).collect();
    let links = store::strands_among(conn, &ids).await?;
    let picture = Picture::of(conn, &page, &cards, &links).await?;
    let words = Words { title: ctx.t("start-picture-title"), desc: ctx.t("start-picture-text") };
    html(&StartPage {
        wide: weave::wide(&picture.knots, &picture.strands, &words, "wide"),
        tall: weave::tall(&picture.knots, &picture.strands, &words, "tall", Width::Phone),
        goals: process::goals(conn, &ctx).await?,
        news: newsroom::latest(conn, &ctx, NEWS).await?,
        fields: process::field_cards(conn, &ctx).await?,
        carriers: bodies::carriers(conn, &ctx).await?,
        take_part: ctx.href(bodies::take_part(conn, ctx.locale()).await?),
        page,
    })
}
