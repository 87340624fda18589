//! `/aktuelles/{slug}`: one news item.

use askama::Template;
use golden_thread::entry::EntryPage;
use web::{Answer, Ctx, Page};

use crate::kinds::NEWS;
use crate::paths::{NewsListPath, NewsPath};

#[derive(Template)]
#[template(path = "pages/news_item.html")]
struct NewsItemPage {
    page: Page,
    entry: EntryPage,
}

pub(crate) async fn show(path: NewsPath, ctx: Ctx) -> Answer {
    let mut reader = ctx.db().read().await?;
    let conn = &mut reader.conn();
    let entry = EntryPage::load(conn, &ctx, NEWS, &path.slug).await?;
    let contact = bodies::contact_for(conn, &ctx, &entry.fields).await?;
    let entry = entry.with_contact(contact);
    let page = entry.page(ctx.clone(), Some((ctx.t("news-title"), NewsListPath.to_string())));
    entry.answer(|entry| NewsItemPage { page, entry })
}
