//! The inbox at the desk: its list, a message, and the steps in its handling.

mod forms;
mod list;
mod notice;
mod show;
mod steps;

use axum::Router;
use axum_extra::routing::RouterExt as _;
use base::Locale;
use bodies::Addressee;
use web::{AppState, Ctx, Error};

use crate::message::{MessageKind, Topic};
use crate::pages::addressee::label;
use crate::store::cases::Case;

/// The routes of the inbox.
pub(crate) fn desk_router() -> Router<AppState> {
    Router::new()
        .typed_get(list::show)
        .typed_get(show::show)
        .typed_post(steps::take)
        .typed_post(steps::pass_on)
        .typed_post(steps::answer)
        .typed_post(steps::note)
        .typed_post(steps::close)
        .typed_post(steps::put_away)
        .typed_post(steps::reopen)
}

/// All mailboxes that answer, as the visitors' form names them.
async fn addressees(ctx: &Ctx, locale: Locale) -> Result<Vec<Addressee>, Error> {
    bodies::addressees(&mut ctx.db().read().await?.conn(), locale, &ctx.initiative().email).await
}

/// The subject of a question; a barrier report has no topic.
fn topic(ctx: &Ctx, case: &Case, addressees: &[Addressee]) -> String {
    let field = |addressee: &&Addressee| addressee.field.as_ref().map(|field| field.id) == case.field;
    match case.topic {
        _ if case.kind == MessageKind::Barrier => String::new(),
        Topic::Press => ctx.t("message-topic-press"),
        Topic::Field => addressees.iter().find(field).map_or_else(String::new, |found| label(ctx, found)),
        Topic::General => ctx.t("message-topic-general"),
    }
}
