//! `/presse`: releases, contacts for journalists, and numbers with their sources.

use std::collections::HashMap;

use askama::Template;
use axum::extract::Query as Address;
use bodies::BodyLink;
use db::Conn;
use golden_thread::entry::ClaimLine;
use golden_thread::pages::CardList;
use golden_thread::store::Order;
use golden_thread::{Card, EntryId, Query};
use web::{Answer, ContactCard, Ctx, Error, Page, html};

use crate::kinds::PRESS_RELEASE;
use crate::numbers::{self, Counted};
use crate::paths::PressPath;
use crate::store;

#[derive(Template)]
#[template(path = "pages/press.html")]
struct PressPage<'a> {
    page: Page,
    list: CardList,
    releases: Vec<Release>,
    contacts: Vec<ContactCard>,
    telling: Vec<(&'a Card, &'a ClaimLine)>,
    numbers: &'a [Counted],
}

/// A press release and its issuers.
struct Release {
    card: Card,
    issuers: Vec<BodyLink>,
}

pub(crate) async fn show(_: PressPath, Address(query): Address<Query>, ctx: Ctx) -> Answer {
    let mut reader = ctx.db().read().await?;
    let conn = &mut reader.conn();
    let lead = ctx.t("news-press-lead");
    let list = CardList::load(conn, &ctx, &query, &[PRESS_RELEASE], Order::NewestFirst, lead).await?;
    let releases = releases(conn, &ctx, &list.cards).await?;
    let contacts = bodies::press_contacts(conn, &ctx).await?;
    let numbers = numbers::newest(conn, &ctx).await?;
    let page = Page::new(ctx.clone(), ctx.t("news-press-title")).described(list.lead.clone());
    html(&PressPage { page, list, releases, contacts, telling: numbers::telling(&numbers), numbers: &numbers })
}

async fn releases(conn: &mut Conn<'_>, ctx: &Ctx, cards: &[Card]) -> Result<Vec<Release>, Error> {
    let ids: Vec<EntryId> = cards.iter().map(|card| card.id).collect();
    let issuers = store::issuers_of(conn, &ids).await?;
    let bodies: Vec<EntryId> = issuers.values().flatten().copied().collect();
    let links = bodies::links_of(conn, ctx, &bodies).await?;
    Ok(cards.iter().map(|card| Release { card: card.clone(), issuers: named(issuers.get(&card.id), &links) }).collect())
}

/// The issuers that are public, in their order.
pub(super) fn named(issuers: Option<&Vec<EntryId>>, links: &HashMap<EntryId, BodyLink>) -> Vec<BodyLink> {
    issuers.into_iter().flatten().filter_map(|id| links.get(id).cloned()).collect()
}
