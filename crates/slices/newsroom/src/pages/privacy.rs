//! `/datenschutz`: the personal data that the site handles, from the installation's register of fields.

use askama::Template;
use web::{Answer, ContactCard, Ctx, Page, html};

use crate::paths::PrivacyPath;

#[derive(Template)]
#[template(path = "pages/privacy.html")]
struct PrivacyPage {
    page: Page,
    contact: Option<ContactCard>,
}

pub(crate) async fn show(_: PrivacyPath, ctx: Ctx) -> Answer {
    let mut reader = ctx.db().read().await?;
    let contact = bodies::contact_for(&mut reader.conn(), &ctx, &[]).await?;
    let page = Page::new(ctx.clone(), ctx.t("news-privacy-title")).described(ctx.t("news-privacy-lead"));
    html(&PrivacyPage { page, contact })
}
