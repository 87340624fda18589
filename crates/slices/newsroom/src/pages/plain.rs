//! `/seiten/{slug}`: a plain page; also in Leichte Sprache if there is such a text.

use askama::Template;
use base::Locale;
use golden_thread::entry::EntryPage;
use web::{Answer, Ctx, Page};

use crate::kinds::PAGE;
use crate::paths::PlainPath;

#[derive(Template)]
#[template(path = "pages/plain.html")]
struct PlainPage {
    page: Page,
    entry: EntryPage,
}

pub(crate) async fn show(path: PlainPath, ctx: Ctx) -> Answer {
    let mut reader = ctx.db().read().await?;
    let conn = &mut reader.conn();
    let entry = EntryPage::load(conn, &ctx, PAGE, &path.slug).await?;
    let contact = bodies::contact_for(conn, &ctx, &entry.fields).await?;
    let entry = entry.with_contact(contact);
    let overview = (ctx.locale() == Locale::Easy).then(|| (ctx.t("news-easy-title"), Locale::Easy.prefix().to_owned()));
    entry.answer(|entry| PlainPage { page: entry.page(ctx, overview), entry })
}
