//! `/dokumentation`: what was written down about events.

use std::collections::HashMap;

use askama::Template;
use axum::extract::Query as Address;
use thread::pages::CardList;
use thread::store::Order;
use thread::{Card, EntryId, Kind, Query, Relation, Side};
use web::{Answer, Ctx, PAGE_SIZE, Page, html};

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
    let list = CardList::load(conn, &ctx, &query, &[Kind::Document], Order::NewestFirst, lead).await?;
    let ids: Vec<EntryId> = list.cards.iter().map(|card| card.id).collect();
    let steps = thread::store::steps_of(conn, ctx.locale(), &ids, Side::Origin, 2 * PAGE_SIZE).await?;
    let events = steps.into_iter().filter_map(|(id, steps)| Some((id, event_among(steps)?))).collect();
    let urls = store::urls_of(conn, &ids).await?;
    let page = Page::new(ctx.clone(), ctx.t("event-documents-title"))
        .described(list.lead.clone())
        .below(ctx.t("event-list-title"), EventsPath);
    html(&DocumentsPage { page, list, events, urls })
}

/// The event that a document is about, among the steps that lead to it.
pub(super) fn event_among(steps: Vec<thread::entry::Step>) -> Option<Card> {
    let is_about =
        |step: &thread::entry::Step| step.relation == Relation::DocumentedIn && step.card.kind == Kind::Event;
    steps.into_iter().find(is_about).map(|step| step.card)
}
