//! `/dokumentation`: all documents about events.

use std::collections::HashMap;

use askama::Template;
use axum::extract::Query as Address;
use golden_thread::entry::{ShortStep, Step};
use golden_thread::pages::CardList;
use golden_thread::store::{FirstSteps, Order, first_steps};
use golden_thread::{Card, EntryId, Kind, Query, Relation, Side};
use web::{Answer, Ctx, Page, html};

use crate::kinds::DOCUMENT;
use crate::paths::{DocumentsPath, EventsPath};
use crate::store;

#[derive(Template)]
#[template(path = "pages/documents.html")]
struct DocumentsPage {
    page: Page,
    list: CardList,
    /// The event that each of them is about.
    events: HashMap<EntryId, Card>,
    urls: HashMap<EntryId, String>,
}

pub(super) async fn show(_: DocumentsPath, Address(query): Address<Query>, ctx: Ctx) -> Answer {
    let mut reader = ctx.db().read().await?;
    let conn = &mut reader.conn();
    let lead = ctx.t("event-documents-lead");
    let list = CardList::load(conn, &ctx, &query, &[DOCUMENT], Order::NewestFirst, lead).await?;
    let ids: Vec<EntryId> = list.cards.iter().map(|card| card.id).collect();
    let about = FirstSteps { by: &[Relation::DocumentedIn], to: Some(Kind::EVENT), ..FirstSteps::on(Side::Origin, 1) };
    let steps = first_steps(conn, ctx.locale(), &ids, about).await?;
    let event = |(id, (first, _)): (EntryId, (Vec<ShortStep>, usize))| Some((id, first.into_iter().next()?.card));
    let events = steps.into_iter().filter_map(event).collect();
    let urls = store::urls_of(conn, &ids).await?;
    let page = Page::new(ctx.clone(), ctx.t("event-documents-title"))
        .described(list.lead.clone())
        .below(ctx.t("event-list-title"), EventsPath);
    html(&DocumentsPage { page, list, events, urls })
}

/// The event that a document is about, among the steps that lead to it.
pub(super) fn event_among(steps: Vec<Step>) -> Option<Card> {
    let is_about = |step: &Step| step.relation == Relation::DocumentedIn && step.card.kind == Kind::EVENT;
    steps.into_iter().find(is_about).map(|step| step.card)
}
