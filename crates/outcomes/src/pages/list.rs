//! `/verabredungen` and the seven other lists: filters, state, parties, where each came from and
//! what became of it.

use std::collections::HashMap;

use askama::Template;
use axum::extract::Query as Address;
use bodies::BodyLink;
use db::Conn;
use thread::entry::Step;
use thread::pages::CardList;
use thread::store::{CardFilter, Order};
use thread::{Card, EntryId, Filters, Kind, Query, Relation, Side};
use web::{Answer, Ctx, Error, PAGE_SIZE, Page, Pager, html};

use super::{expected, is_commitment, title};
use crate::outcome::{BodyLinks, Outcome, PartyRole, Status};
use crate::paths::{HandOversPath, ListPath, RecommendationsPath, RepliesPath};
use crate::store;
use crate::way::{self, Way};

/// So many steps of all entries on a page are shown at most, on each side.
const STEPS: i64 = 400;
/// So many steps of one entry.
const STEPS_EACH: usize = 2;

#[derive(Template)]
#[template(path = "pages/list.html")]
struct ListPage {
    page: Page,
    list: CardList,
    kind: Kind,
    groups: Vec<Group>,
    ways: Vec<Way>,
    /// What to say if there is nothing.
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

/// One entry.
struct Item {
    card: Card,
    status: Option<(String, String)>,
    parts: Vec<(String, Vec<BodyLink>)>,
    /// When the last thing happened that is on record, if nobody has settled it.
    silent_since: Option<String>,
    /// What it came from, then what came of it.
    steps: Vec<Step>,
}

pub(crate) async fn show<P: ListPath>(_: P, Address(query): Address<Query>, ctx: Ctx) -> Answer {
    let kind = P::KIND;
    let mut reader = ctx.db().read().await?;
    let conn = &mut reader.conn();
    let list = load(conn, &ctx, &query, kind).await?;
    let is_whole = !list.filters.is_active() && list.pager.number == 1;
    let ways = if kind == Kind::Recommendation && is_whole { way::latest(conn, &ctx).await? } else { Vec::new() };
    let items = items(conn, &ctx, kind, &list.cards).await?;
    let groups =
        if kind == Kind::Question { by_field(conn, &ctx, items).await? } else { vec![Group { field: None, items }] };
    let empty = if list.filters.is_active() { ctx.t("list-empty") } else { ctx.t(&format!("outcome-empty-{kind}")) };
    let mut page = Page::new(ctx.clone(), title(&ctx, kind)).described(list.lead.clone());
    if matches!(kind, Kind::HandOver | Kind::Reply) {
        page = page.below(title(&ctx, Kind::Recommendation), RecommendationsPath);
    }
    html(&ListPage { more: more(&ctx, kind), page, list, kind, groups, ways, empty })
}

async fn load(conn: &mut Conn<'_>, ctx: &Ctx, query: &Query, kind: Kind) -> Result<CardList, Error> {
    let lead = ctx.t(&format!("outcome-lead-{kind}"));
    let order = if kind == Kind::Recommendation { Order::Numbered } else { Order::NewestFirst };
    if kind != Kind::Question {
        return CardList::load(conn, ctx, query, &[kind], order, lead).await;
    }
    let filters = Filters::load(conn, ctx, query, &[kind]).await?;
    let filter = filters.card_filter();
    let total = thread::store::count(conn, filter).await?;
    let cards = store::questions(conn, ctx.locale(), filter, PAGE_SIZE, query.seite.offset(PAGE_SIZE)).await?;
    let pager = Pager::new(ctx, query.seite, PAGE_SIZE, total, &filters.encoded());
    Ok(CardList { lead, filters, total, cards, shows_kind: false, pager })
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
    let mut origins = thread::store::steps_of(conn, locale, &ids, Side::Origin, STEPS).await?;
    let mut after = thread::store::steps_of(conn, locale, &ids, Side::Outcome, STEPS).await?;
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
            steps: [few(&mut origins, card, |_, _| true), few(&mut after, card, is_told)].concat(),
            card: card.clone(),
        }
    };
    Ok(cards.iter().map(item).collect())
}

/// The first steps of an entry that are worth a line.
fn few(steps: &mut HashMap<EntryId, Vec<Step>>, card: &Card, is_told: fn(Kind, Relation) -> bool) -> Vec<Step> {
    let mut steps = steps.remove(&card.id).unwrap_or_default();
    steps.retain(|step| is_told(card.kind, step.relation));
    steps.truncate(STEPS_EACH);
    steps
}

/// The head of the list already tells how recommendations were handed over.
fn is_told(kind: Kind, relation: Relation) -> bool {
    kind != Kind::Recommendation || relation == Relation::AnsweredBy
}

/// Class and words of the state's mark.
fn mark(ctx: &Ctx, kind: Kind, status: Status) -> (String, String) {
    (status.class(), status.label(ctx, kind))
}

/// The parts that tell entries of this kind apart in a list.
fn parts(ctx: &Ctx, kind: Kind, outcome: &Outcome, links: &BodyLinks) -> Vec<(String, Vec<BodyLink>)> {
    let shown = expected(kind).iter().copied().chain([PartyRole::Lead]);
    let named = shown.map(|role| (role.label(ctx), outcome.bodies(role, links)));
    named.filter(|(_, bodies)| !bodies.is_empty()).collect()
}

/// The questions come sorted by field.
async fn by_field(conn: &mut Conn<'_>, ctx: &Ctx, items: Vec<Item>) -> Result<Vec<Group>, Error> {
    let fields =
        thread::store::list(conn, ctx.locale(), CardFilter::of(Kind::Field), Order::Numbered, PAGE_SIZE, 0).await?;
    let mut groups: Vec<Group> = Vec::new();
    for item in items {
        let field = item.card.field.and_then(|number| fields.iter().find(|field| field.number == Some(number)));
        match groups.last_mut() {
            Some(group) if group.field.as_ref().map(|card| card.id) == field.map(|card| card.id) => {
                group.items.push(item);
            }
            _ => groups.push(Group { field: field.cloned(), items: vec![item] }),
        }
    }
    Ok(groups)
}

/// Lists that belong to this one, each with its title.
fn more(ctx: &Ctx, kind: Kind) -> Vec<(String, String)> {
    let link = |kind: Kind, path: String| (title(ctx, kind), ctx.href(path));
    let hand_overs = || link(Kind::HandOver, HandOversPath.to_string());
    let replies = || link(Kind::Reply, RepliesPath.to_string());
    match kind {
        Kind::Recommendation => vec![hand_overs(), replies(), link(Kind::Paper, Kind::Paper.base_path())],
        Kind::HandOver => vec![replies(), link(Kind::Recommendation, RecommendationsPath.to_string())],
        Kind::Reply => vec![hand_overs(), link(Kind::Recommendation, RecommendationsPath.to_string())],
        Kind::Idea | Kind::Project => vec![link(Kind::Agreement, Kind::Agreement.base_path())],
        Kind::Agreement => {
            vec![link(Kind::Idea, Kind::Idea.base_path()), link(Kind::Project, Kind::Project.base_path())]
        }
        Kind::Paper => vec![link(Kind::Recommendation, RecommendationsPath.to_string())],
        _ => Vec::new(),
    }
}
