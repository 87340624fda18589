//! `/aktuelles`: the news, newest first; planned events are marked as such.

use askama::Template;
use axum::extract::Query as Address;
use golden_thread::Query;
use golden_thread::pages::{CardList, Year, by_year};
use golden_thread::store::Order;
use web::{Answer, Ctx, Page, html};

use crate::kinds::NEWS;
use crate::news::{self, NewsItem};
use crate::paths::NewsListPath;

#[derive(Template)]
#[template(path = "pages/news_list.html")]
struct NewsListPage {
    page: Page,
    list: CardList,
    items: Vec<NewsItem>,
}

impl NewsListPage {
    fn years(&self) -> Vec<Year<'_, NewsItem>> {
        by_year(&self.items, |item| &item.card)
    }
}

pub(crate) async fn show(_: NewsListPath, Address(query): Address<Query>, ctx: Ctx) -> Answer {
    let mut reader = ctx.db().read().await?;
    let conn = &mut reader.conn();
    let list = CardList::load(conn, &ctx, &query, &[NEWS], Order::NewestFirst, ctx.t("news-lead")).await?;
    let items = news::with_origins(conn, &ctx, list.cards.clone()).await?;
    let page = Page::new(ctx.clone(), ctx.t("news-title")).described(list.lead.clone());
    html(&NewsListPage { page, list, items })
}
