//! `/prozess/meilensteine/{slug}`: a turning point of the process.

use askama::Template;
use golden_thread::entry::EntryPage;
use web::{Answer, Ctx, Page};

use crate::kinds::MILESTONE;
use crate::{MilestonePath, ProcessPath};

#[derive(Template)]
#[template(path = "pages/milestone.html")]
struct MilestonePage {
    page: Page,
    entry: EntryPage,
}

pub(crate) async fn show(path: MilestonePath, ctx: Ctx) -> Answer {
    let mut reader = ctx.db().read().await?;
    let conn = &mut reader.conn();
    let entry = EntryPage::load(conn, &ctx, MILESTONE, &path.slug).await?;
    let contact = bodies::contact_for(conn, &ctx, &entry.fields).await?;
    let entry = entry.with_contact(contact);
    let page = entry.page(ctx.clone(), Some((ctx.t("process-title"), ProcessPath.to_string())));
    entry.answer(|entry| MilestonePage { page, entry })
}
