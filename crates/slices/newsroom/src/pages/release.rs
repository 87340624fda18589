//! `/presse/{slug}`: one press release, its issuers, and contacts for journalists.

use askama::Template;
use bodies::BodyLink;
use golden_thread::entry::EntryPage;
use web::{Answer, ContactCard, Ctx, Page};

use super::press::named;
use crate::kinds::PRESS_RELEASE;
use crate::paths::{PressPath, ReleasePath};
use crate::store;

#[derive(Template)]
#[template(path = "pages/release.html")]
struct ReleasePage {
    page: Page,
    entry: EntryPage,
    issuers: Vec<BodyLink>,
    contacts: Vec<ContactCard>,
}

pub(crate) async fn show(path: ReleasePath, ctx: Ctx) -> Answer {
    let mut reader = ctx.db().read().await?;
    let conn = &mut reader.conn();
    let entry = EntryPage::load(conn, &ctx, PRESS_RELEASE, &path.slug).await?;
    let issuers = store::issuers_of(conn, &[entry.card.id]).await?;
    let bodies: Vec<golden_thread::EntryId> = issuers.values().flatten().copied().collect();
    let links = bodies::links_of(conn, &ctx, &bodies).await?;
    let contacts = bodies::press_contacts(conn, &ctx).await?;
    let page = entry.page(ctx.clone(), Some((ctx.t("news-press-title"), PressPath.to_string())));
    entry.answer(|entry| ReleasePage { issuers: named(issuers.get(&entry.card.id), &links), page, entry, contacts })
}
