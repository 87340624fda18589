//! The way of a recommendation in three knots: recommendation, hand-over, reply.
//!
//! It is drawn from the links `handed_to` and `answered_by`. A reply to the hand-over counts for all
//! recommendations that were handed over, and the knot says so. A missing knot is shown as missing.

use std::collections::HashMap;

use bodies::BodyLink;
use db::Conn;
use edtf::When;
use golden_thread::store::{CardFilter, Order};
use golden_thread::{Card, EntryId, Kind, Relation, Side};
use web::{Ctx, Error};

use crate::kinds::{HAND_OVER, RECOMMENDATION, REPLY};
use crate::outcome::PartyRole;
use crate::paths::RecommendationsPath;
use crate::store;

/// Most ways that are shown of one entry.
const WAYS: usize = 3;

/// One stop of the way.
#[derive(Debug, Default)]
pub(crate) struct Knot {
    /// The label of the knot.
    pub(crate) kind: String,
    /// The entries of this knot.
    pub(crate) cards: Vec<Card>,
    /// A text in place of entries.
    pub(crate) text: Option<String>,
    /// Path to which the text links.
    pub(crate) href: Option<String>,
    /// The addressees.
    pub(crate) bodies: Vec<BodyLink>,
    /// A remark below the entries.
    pub(crate) note: Option<String>,
    /// The gap in the record, in words.
    pub(crate) gap: Option<String>,
    /// The CSS class: `is-here`, `is-gap` or nothing.
    pub(crate) class: &'static str,
}

/// The three knots.
pub(crate) type Way = [Knot; 3];

/// The ways that lead through an entry; none for kinds that are not handed over.
pub(crate) async fn ways_of(conn: &mut Conn<'_>, ctx: &Ctx, card: &Card) -> Result<Vec<Way>, Error> {
    match card.kind {
        RECOMMENDATION => of_recommendation(conn, ctx, card).await,
        HAND_OVER => of_hand_overs(conn, ctx, vec![card.clone()], &From::HandOver).await,
        REPLY => of_reply(conn, ctx, card).await,
        _ => Ok(Vec::new()),
    }
}

/// The ways of the latest hand-overs, for the head of the list of recommendations.
pub(crate) async fn latest(conn: &mut Conn<'_>, ctx: &Ctx) -> Result<Vec<Way>, Error> {
    let limit = i64::try_from(WAYS).unwrap_or(i64::MAX);
    let filter = CardFilter::of(HAND_OVER);
    let hand_overs = golden_thread::store::list(conn, ctx.locale(), filter, Order::NewestFirst, limit, 0).await?;
    of_hand_overs(conn, ctx, hand_overs, &From::List).await
}

/// The page on which the way is drawn.
enum From {
    List,
    /// On the page of a recommendation, with the replies to it alone.
    Recommendation(Vec<Card>),
    HandOver,
    Reply,
}

async fn of_recommendation(conn: &mut Conn<'_>, ctx: &Ctx, card: &Card) -> Result<Vec<Way>, Error> {
    let hand_overs = one_step(conn, ctx, card.id, Relation::HandedTo, Side::Outcome, HAND_OVER).await?;
    let replies = one_step(conn, ctx, card.id, Relation::AnsweredBy, Side::Outcome, REPLY).await?;
    if hand_overs.is_empty() {
        let hand_over = missing(ctx, HAND_OVER, ctx.t("outcome-no-hand-over"));
        let reply = reply_knot(ctx, replies, None, None);
        return Ok(vec![[here(ctx, RECOMMENDATION), hand_over, reply]]);
    }
    of_hand_overs(conn, ctx, hand_overs, &From::Recommendation(replies)).await
}

async fn of_reply(conn: &mut Conn<'_>, ctx: &Ctx, card: &Card) -> Result<Vec<Way>, Error> {
    let hand_overs = one_step(conn, ctx, card.id, Relation::AnsweredBy, Side::Origin, HAND_OVER).await?;
    if !hand_overs.is_empty() {
        return of_hand_overs(conn, ctx, hand_overs, &From::Reply).await;
    }
    let cards = one_step(conn, ctx, card.id, Relation::AnsweredBy, Side::Origin, RECOMMENDATION).await?;
    if cards.is_empty() {
        return Ok(Vec::new());
    }
    let recommendations = Knot { kind: kind(ctx, RECOMMENDATION), cards, ..Knot::default() };
    let hand_over = missing(ctx, HAND_OVER, ctx.t("outcome-no-hand-over"));
    Ok(vec![[recommendations, hand_over, here(ctx, REPLY)]])
}

async fn one_step(
    conn: &mut Conn<'_>,
    ctx: &Ctx,
    id: EntryId,
    relation: Relation,
    side: Side,
    kind: Kind,
) -> Result<Vec<Card>, Error> {
    Ok(store::linked(conn, ctx.locale(), &[id], relation, side, kind).await?.remove(&id).unwrap_or_default())
}

/// One way for each hand-over.
async fn of_hand_overs(
    conn: &mut Conn<'_>,
    ctx: &Ctx,
    mut hand_overs: Vec<Card>,
    from: &From,
) -> Result<Vec<Way>, Error> {
    hand_overs.truncate(WAYS);
    let ids: Vec<EntryId> = hand_overs.iter().map(|card| card.id).collect();
    let counts = store::recommendation_counts(conn, &ids).await?;
    let mut replies = store::linked(conn, ctx.locale(), &ids, Relation::AnsweredBy, Side::Outcome, REPLY).await?;
    let mut addressees = addressees(conn, ctx, &ids).await?;
    let mut ways = Vec::with_capacity(hand_overs.len());
    for card in hand_overs {
        let id = card.id;
        let count = counts.get(&id).copied().unwrap_or_default();
        ways.push([
            recommendation_knot(ctx, from, count),
            hand_over_knot(ctx, from, card.clone(), addressees.remove(&id).unwrap_or_default()),
            match from {
                From::Reply => here(ctx, REPLY),
                From::Recommendation(own) if !own.is_empty() => reply_knot(ctx, own.clone(), None, None),
                _ => {
                    // A reply to the hand-over of several answers none of them by itself.
                    let shared = (count > 1).then(|| ctx.t("outcome-reply-shared"));
                    reply_knot(ctx, replies.remove(&id).unwrap_or_default(), shared, card.when)
                }
            },
        ]);
    }
    Ok(ways)
}

async fn addressees(conn: &mut Conn<'_>, ctx: &Ctx, ids: &[EntryId]) -> Result<HashMap<EntryId, Vec<BodyLink>>, Error> {
    let outcomes = store::outcomes_of(conn, ids).await?;
    let parties: Vec<EntryId> =
        outcomes.values().flat_map(|outcome| &outcome.parties).map(|party| party.body).collect();
    let links = bodies::links_of(conn, ctx, &parties).await?;
    Ok(outcomes.into_iter().map(|(id, outcome)| (id, outcome.bodies(PartyRole::Addressee, &links))).collect())
}

fn recommendation_knot(ctx: &Ctx, from: &From, count: i64) -> Knot {
    if matches!(from, From::Recommendation(_)) {
        return here(ctx, RECOMMENDATION);
    }
    // The list does not link to itself.
    let href = (!matches!(from, From::List)).then(|| ctx.href(RecommendationsPath));
    let text = Some(ctx.t_count("outcome-way-recommendations", count));
    Knot { kind: kind(ctx, RECOMMENDATION), text, href, ..Knot::default() }
}

fn hand_over_knot(ctx: &Ctx, from: &From, card: Card, bodies: Vec<BodyLink>) -> Knot {
    match from {
        From::HandOver => Knot { bodies, ..here(ctx, HAND_OVER) },
        _ => Knot { kind: kind(ctx, HAND_OVER), cards: vec![card], bodies, ..Knot::default() },
    }
}

/// The knot of the replies, or of the gap since the hand-over.
fn reply_knot(ctx: &Ctx, cards: Vec<Card>, note: Option<String>, handed_over: Option<When>) -> Knot {
    if !cards.is_empty() {
        return Knot { kind: kind(ctx, REPLY), cards, note, ..Knot::default() };
    }
    let today = ctx.state().clock.today();
    let gap = match handed_over.and_then(When::latest) {
        Some(day) if day >= today => ctx.t("outcome-reply-to-come"),
        // A vague date has no exact day to name.
        Some(day) if handed_over.is_some_and(|when| !when.is_vague()) => {
            ctx.t_with("outcome-no-reply-since", "day", base::words::date(day, ctx.interface()))
        }
        _ => ctx.t("outcome-no-reply"),
    };
    missing(ctx, REPLY, gap)
}

fn here(ctx: &Ctx, of: Kind) -> Knot {
    Knot { kind: kind(ctx, of), text: Some(ctx.t("path-here")), class: "is-here", ..Knot::default() }
}

fn missing(ctx: &Ctx, of: Kind, gap: String) -> Knot {
    Knot { kind: kind(ctx, of), gap: Some(gap), class: "is-gap", ..Knot::default() }
}

fn kind(ctx: &Ctx, kind: Kind) -> String {
    ctx.t(&format!("kind-{kind}"))
}
