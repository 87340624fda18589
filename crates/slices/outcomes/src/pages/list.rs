//! `/verabredungen` and the seven other lists: filters, state, parties, and the origins and outcomes of
//! each entry.

use std::collections::HashMap;

use askama::Template;
use axum::extract::Query as Address;
use bodies::BodyLink;
use db::Conn;
use golden_thread::entry::ShortStep;
use golden_thread::pages::{CardList, Year, by_year};
use golden_thread::store::{CardFilter, FirstSteps, Order, first_steps};
use golden_thread::{Card, EntryId, Kind, Query, Relation, Side};
use web::{Answer, Ctx, Error, PAGE_SIZE, Page, html};

use super::{expected, is_commitment, title};
use crate::kinds::{AGREEMENT, HAND_OVER, IDEA, PAPER, PROJECT, QUESTION, RECOMMENDATION, REPLY};
use crate::outcome::{BodyLinks, Outcome, PartyRole, Status};
use crate::paths::{HandOversPath, ListPath, RecommendationsPath, RepliesPath};
use crate::store;
use crate::way::{self, Way};

/// Steps that are shown of one entry, on each side.
const STEPS: i64 = 2;

#[derive(Template)]
#[template(path = "pages/list.html")]
struct ListPage {
    page: Page,
    list: CardList,
    kind: Kind,
    groups: Vec<Group>,
    ways: Vec<Way>,
    /// The sentence for an empty list.
    empty: String,
    /// Other lists that belong to this one.
    more: Vec<(String, String)>,
}

/// Entries below one heading.
struct Group {
    /// The field of action that heads them, if the list is arranged by field.
    field: Option<Card>,
    items: Vec<Item>,
}

impl Group {
    fn years(&self) -> Vec<Year<'_, Item>> {
        by_year(&self.items, |item| &item.card)
    }
}

/// One entry.
struct Item {
    card: Card,
    status: Option<(String, String)>,
    parts: Vec<(String, Vec<BodyLink>)>,
    /// The date of the last thing on record, if nobody has settled it.
    silent_since: Option<String>,
    /// Its origins, then its outcomes.
    steps: Vec<ShortStep>,
}

pub(crate) async fn show<P: ListPath>(_: P, Address(query): Address<Query>, ctx: Ctx) -> Answer {
    let kind = P::KIND;
    let mut reader = ctx.db().read().await?;
    let conn = &mut reader.conn();
    let list = load(conn, &ctx, &query, kind).await?;
    let is_whole = !list.filters.is_active() && list.pager.number == 1;
    let ways = if kind == RECOMMENDATION && is_whole { way::latest(conn, &ctx).await? } else { Vec::new() };
    let groups = if kind == QUESTION {
        by_field(conn, &ctx, &list.cards).await?
    } else {
        vec![Group { field: None, items: items(conn, &ctx, kind, &list.cards).await? }]
    };
    let empty = if list.filters.is_active() { ctx.t("list-empty") } else { ctx.t(&format!("outcome-empty-{kind}")) };
    let mut page = Page::new(ctx.clone(), title(&ctx, kind)).described(list.lead.clone());
    if matches!(kind, HAND_OVER | REPLY) {
        page = page.below(title(&ctx, RECOMMENDATION), RecommendationsPath);
    }
    html(&ListPage { more: more(&ctx, kind), page, list, kind, groups, ways, empty })
}

async fn load(conn: &mut Conn<'_>, ctx: &Ctx, query: &Query, kind: Kind) -> Result<CardList, Error> {
    let lead = ctx.t(&format!("outcome-lead-{kind}"));
    let order = match kind {
        RECOMMENDATION => Order::Numbered,
        QUESTION => Order::ByField,
        _ => Order::NewestFirst,
    };
    CardList::load(conn, ctx, query, &[kind], order, lead).await
}

async fn items(conn: &mut Conn<'_>, ctx: &Ctx, kind: Kind, cards: &[Card]) -> Result<Vec<Item>, Error> {
    let locale = ctx.locale();
    let today = ctx.state().clock.today();
    let ids: Vec<EntryId> = cards.iter().map(|card| card.id).collect();
    let mut outcomes = store::outcomes_of(conn, &ids).await?;
    let parties: Vec<EntryId> =
        outcomes.values().flat_map(|outcome| &outcome.parties).map(|party| party.body).collect();
    let links = bodies::links_of(conn, ctx, &parties).await?;
    let last = if is_commitment(kind) { store::last_steps(conn, &ids, today).await? } else { HashMap::new() };
    let mut origins = first_steps(conn, locale, &ids, FirstSteps::on(Side::Origin, STEPS)).await?;
    let after = FirstSteps { by: told_outcomes(kind), ..FirstSteps::on(Side::Outcome, STEPS) };
    let mut after = first_steps(conn, locale, &ids, after).await?;
    let mut steps = |id: &EntryId| {
        [origins.remove(id), after.remove(id)].into_iter().flatten().flat_map(|(first, _)| first).collect()
    };
    let item = |card: &Card| {
        let outcome = outcomes.remove(&card.id);
        let silent = outcome
            .as_ref()
            .filter(|_| is_commitment(kind))
            .and_then(|outcome| outcome.silent_since(card.when, last.get(&card.id).copied(), today));
        Item {
            status: outcome.as_ref().map(|outcome| mark(ctx, kind, outcome.status)),
            parts: outcome.map(|outcome| parts(ctx, kind, &outcome, &links)).unwrap_or_default(),
            silent_since: silent.map(|when| when.in_words(ctx.interface())),
            steps: steps(&card.id),
            card: card.clone(),
        }
    };
    Ok(cards.iter().map(item).collect())
}

/// The relations by which the list shows outcomes of its entries; any relation if it is empty. Hand-overs
/// of recommendations are shown at the head of their list instead.
fn told_outcomes(kind: Kind) -> &'static [Relation] {
    if kind == RECOMMENDATION { &[Relation::AnsweredBy] } else { &[] }
}

/// Class and words of the state's mark.
fn mark(ctx: &Ctx, kind: Kind, status: Status) -> (String, String) {
    (status.class(), status.label(ctx, kind))
}

/// The roles in which entries of this kind differ in a list, each with its bodies.
fn parts(ctx: &Ctx, kind: Kind, outcome: &Outcome, links: &BodyLinks) -> Vec<(String, Vec<BodyLink>)> {
    let shown = expected(kind).iter().copied().chain([PartyRole::Lead]);
    let named = shown.map(|role| (role.label(ctx), outcome.bodies(role, links)));
    named.filter(|(_, bodies)| !bodies.is_empty()).collect()
}

/// The questions, which come sorted by field. The list shows only their wording; state and thread of a
/// question are on its own page.
async fn by_field(conn: &mut Conn<'_>, ctx: &Ctx, cards: &[Card]) -> Result<Vec<Group>, Error> {
    let fields =
        golden_thread::store::list(conn, ctx.locale(), CardFilter::of(Kind::FIELD), Order::Numbered, PAGE_SIZE, 0)
            .await?;
    let mut groups: Vec<Group> = Vec::new();
    for card in cards {
        let field = card.field.and_then(|number| fields.iter().find(|field| field.number == Some(number)));
        let item = Item { card: card.clone(), status: None, parts: Vec::new(), silent_since: None, steps: Vec::new() };
        match groups.last_mut() {
            Some(group) if group.field.as_ref().map(|card| card.id) == field.map(|card| card.id) => {
                group.items.push(item);
            }
            _ => groups.push(Group { field: field.cloned(), items: vec![item] }),
        }
    }
    Ok(groups)
}

/// Links to related lists, each with its title.
fn more(ctx: &Ctx, kind: Kind) -> Vec<(String, String)> {
    let link = |kind: Kind, path: String| (title(ctx, kind), ctx.href(path));
    let hand_overs = || link(HAND_OVER, HandOversPath.to_string());
    let replies = || link(REPLY, RepliesPath.to_string());
    match kind {
        RECOMMENDATION => vec![hand_overs(), replies(), link(PAPER, PAPER.base_path().to_owned())],
        HAND_OVER => vec![replies(), link(RECOMMENDATION, RecommendationsPath.to_string())],
        REPLY => vec![hand_overs(), link(RECOMMENDATION, RecommendationsPath.to_string())],
        IDEA | PROJECT => vec![link(AGREEMENT, AGREEMENT.base_path().to_owned())],
        AGREEMENT => {
            vec![link(IDEA, IDEA.base_path().to_owned()), link(PROJECT, PROJECT.base_path().to_owned())]
        }
        PAPER => vec![link(RECOMMENDATION, RecommendationsPath.to_string())],
        _ => Vec::new(),
    }
}
