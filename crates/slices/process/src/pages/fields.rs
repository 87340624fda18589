//! `/handlungsfelder`: the fields of action side by side.

use askama::Template;
use web::{Answer, ContactCard, Ctx, Page, html};

use crate::{FieldCard, FieldsPath};

#[derive(Template)]
#[template(path = "pages/fields.html")]
struct FieldsPage {
    page: Page,
    fields: Vec<FieldCard>,
    contact: Option<ContactCard>,
}

pub(super) async fn show(_: FieldsPath, ctx: Ctx) -> Answer {
    let mut reader = ctx.db().read().await?;
    let conn = &mut reader.conn();
    let fields = crate::field_cards(conn, &ctx).await?;
    let contact = bodies::contact_for(conn, &ctx, &[]).await?;
    let page = Page::new(ctx.clone(), ctx.t("process-fields")).described(ctx.t("process-fields-lead"));
    html(&FieldsPage { page, fields, contact })
}
