//! `/anmelden/unterwegs`: the same confirmation for everybody who asked for a link.

use askama::Template;
use web::{Answer, Ctx, Page, html};

use crate::link::{LINKS, LinkKind};
use crate::paths::{SentPath, SignInPath};

#[derive(Template)]
#[template(path = "pages/sent.html")]
struct SentPage {
    page: Page,
}

pub(super) async fn show(_: SentPath, ctx: Ctx) -> Answer {
    let page = Page::new(ctx.clone(), ctx.t("sign-in-sent")).without_index();
    html(&SentPage { page })
}
