//! `/impressum`: the body that is responsible for the site (§ 5 DDG, § 18 `MStV`), from the data of the
//! installation.

use askama::Template;
use web::{Answer, ContactCard, Ctx, Page, html};

use crate::paths::ImprintPath;

#[derive(Template)]
#[template(path = "pages/imprint.html")]
struct ImprintPage {
    page: Page,
    contact: Option<ContactCard>,
}

pub(crate) async fn show(_: ImprintPath, ctx: Ctx) -> Answer {
    let mut reader = ctx.db().read().await?;
    let contact = bodies::contact_for(&mut reader.conn(), &ctx, &[]).await?;
    let page = Page::new(ctx.clone(), ctx.t("news-imprint-title")).described(ctx.t("news-imprint-lead"));
    html(&ImprintPage { page, contact })
}
