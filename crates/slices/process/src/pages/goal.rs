//! `/ziele/{slug}`: one goal, and the documents in which it is written down.

use askama::Template;
use golden_thread::entry::EntryPage;
use web::{Answer, Ctx, Page};

use crate::kinds::GOAL;
use crate::{GoalPath, GoalsPath};

#[derive(Template)]
#[template(path = "pages/goal.html")]
struct GoalPage {
    page: Page,
    entry: EntryPage,
}

pub(crate) async fn show(path: GoalPath, ctx: Ctx) -> Answer {
    let mut reader = ctx.db().read().await?;
    let conn = &mut reader.conn();
    let entry = EntryPage::load(conn, &ctx, GOAL, &path.slug).await?;
    let contact = bodies::contact_for(conn, &ctx, &entry.fields).await?;
    let entry = entry.with_contact(contact);
    let page = entry.page(ctx.clone(), Some((ctx.t("process-goals"), GoalsPath.to_string())));
    entry.answer(|entry| GoalPage { page, entry })
}
