//! `/leicht`: all texts in Leichte Sprache.

use askama::Template;
use golden_thread::Card;
use web::{Answer, Ctx, Error, PAGE_SIZE, Page, html};

use crate::paths::EasyPath;
use crate::store;

#[derive(Template)]
#[template(path = "pages/easy.html")]
struct EasyPage {
    page: Page,
    cards: Vec<Card>,
}

pub(crate) async fn show(_: EasyPath, ctx: Ctx) -> Answer {
    let mut reader = ctx.db().read().await?;
    let cards = store::easy_pages(&mut reader.conn(), PAGE_SIZE).await?;
    if cards.is_empty() {
        return Err(Error::NotFound);
    }
    // In other languages this path is the start page.
    let page = Page::new(ctx.clone(), ctx.t("news-easy-title")).without_index();
    html(&EasyPage { page, cards })
}
