//! `/nachricht/{receipt}`: the receipt for the sender. It shows nothing that was written, so it does no
//! harm in the hands of others; no cache keeps it and no search engine lists it.

use askama::Template;
use axum::http::{HeaderValue, header};
use web::{Answer, Ctx, Error, Page, html};

use crate::message::MessageKind;
use crate::store::{self, Receipt};
use crate::{BarrierPath, ReceiptPath};

#[derive(Template)]
#[template(path = "pages/receipt.html")]
struct ReceiptPage {
    page: Page,
    receipt: Receipt,
    is_barrier: bool,
    /// The day until which we answer, in words.
    due: String,
    is_placeholder: bool,
}

pub(super) async fn show(path: ReceiptPath, ctx: Ctx) -> Answer {
    let receipt = store::receipt(&mut ctx.db().read().await?.conn(), path.receipt).await?.ok_or(Error::NotFound)?;
    let is_barrier = receipt.kind == MessageKind::Barrier;
    let page = if is_barrier {
        Page::new(ctx.clone(), ctx.t("message-receipt-barrier")).below(ctx.t("message-crumb-barrier"), BarrierPath)
    } else {
        Page::new(ctx.clone(), ctx.t("message-receipt-contact"))
            .below(ctx.t("message-crumb-contact"), bodies::ContactPath)
    };
    let due = base::words::date(receipt.due, ctx.interface());
    let is_placeholder = ctx.initiative().email.is_placeholder();
    let page = page.without_index();
    let mut answer = html(&ReceiptPage { page, receipt, is_barrier, due, is_placeholder })?;
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(answer)
}
