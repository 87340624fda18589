//! The page of one question, idea, agreement, project, paper, recommendation, hand-over or reply.

use askama::Template;
use bodies::BodyLink;
use db::Conn;
use edtf::When;
use golden_thread::entry::{EntryPage, Step};
use golden_thread::store::{CardFilter, Order};
use golden_thread::{Card, EntryId, Kind, Relation};
use web::{Answer, Ctx, Error, Page};

use super::{expected, is_commitment, title};
use crate::kinds::{AGREEMENT, HAND_OVER, QUESTION, RECOMMENDATION, REPLY};
use crate::outcome::{Outcome, PartyRole};
use crate::paths::EntryPath;
use crate::store;
use crate::way::{self, Way};

/// Most other questions of the same field that are named.
const SIBLINGS: i64 = 12;

#[derive(Template)]
#[template(path = "pages/show.html")]
struct ShowPage {
    page: Page,
    entry: EntryPage,
    facts: Facts,
    ways: Vec<Way>,
    wording: Option<Wording>,
    siblings: Vec<Card>,
    /// Title and path of the list to which the entry belongs.
    list: (String, String),
}

/// The facts about the entry beyond its card.
#[derive(Default)]
struct Facts {
    /// Class and words of the state's mark.
    status: Option<(String, String)>,
    /// The label of each role, and its bodies; an expected role for which no body is on record is empty.
    parts: Vec<(String, Vec<BodyLink>)>,
    due: Option<When>,
    /// True if a missing due date is shown as a gap.
    expects_due: bool,
    is_overdue: bool,
    /// The date of the last thing on record, if nobody has settled it.
    silent_since: Option<When>,
}

/// The versions of a question.
struct Wording {
    earlier: Vec<Card>,
    later: Vec<Card>,
}

pub(crate) async fn show<P: EntryPath>(path: P, ctx: Ctx) -> Answer {
    let mut reader = ctx.db().read().await?;
    let conn = &mut reader.conn();
    let entry = EntryPage::load(conn, &ctx, P::KIND, path.slug()).await?;
    let contact = bodies::contact_for(conn, &ctx, &entry.fields).await?;
    let mut entry = entry.with_contact(contact);
    let facts = facts(conn, &ctx, &entry.card).await?;
    let ways = way::ways_of(conn, &ctx, &entry.card).await?;
    let wording = (P::KIND == QUESTION).then(|| wording(&entry));
    let siblings = siblings(conn, &ctx, &mut entry).await?;
    let list = (ctx.t(&format!("outcome-all-{}", P::KIND)), ctx.href(P::KIND.base_path()));
    entry.answer(|entry| ShowPage { page: page(&ctx, &entry), entry, facts, ways, wording, siblings, list })
}

fn page(ctx: &Ctx, entry: &EntryPage) -> Page {
    let kind = entry.card.kind;
    let list = |kind: Kind| (title(ctx, kind), kind.base_path().to_owned());
    if matches!(kind, HAND_OVER | REPLY) {
        let (title, path) = list(kind);
        return entry.page(ctx.clone(), Some(list(RECOMMENDATION))).below(title, path);
    }
    entry.page(ctx.clone(), Some(list(kind)))
}

async fn facts(conn: &mut Conn<'_>, ctx: &Ctx, card: &Card) -> Result<Facts, Error> {
    let Some(outcome) = store::outcomes_of(conn, &[card.id]).await?.remove(&card.id) else {
        return Ok(Facts::default());
    };
    let today = ctx.state().clock.today();
    let silent_since = if is_commitment(card.kind) {
        let last = store::last_steps(conn, &[card.id], today).await?.remove(&card.id);
        outcome.silent_since(card.when, last, today)
    } else {
        None
    };
    Ok(Facts {
        status: Some((outcome.status.class(), outcome.status.label(ctx, card.kind))),
        parts: parts(conn, ctx, card.kind, &outcome).await?,
        due: outcome.due,
        expects_due: card.kind == AGREEMENT,
        is_overdue: outcome.is_overdue(today),
        silent_since,
    })
}

async fn parts(
    conn: &mut Conn<'_>,
    ctx: &Ctx,
    kind: Kind,
    outcome: &Outcome,
) -> Result<Vec<(String, Vec<BodyLink>)>, Error> {
    let ids: Vec<EntryId> = outcome.parties.iter().map(|party| party.body).collect();
    let links = bodies::links_of(conn, ctx, &ids).await?;
    let named = PartyRole::ALL.into_iter().map(|role| (role, outcome.bodies(role, &links)));
    let shown = named.filter(|(role, bodies)| !bodies.is_empty() || expected(kind).contains(role));
    Ok(shown.map(|(role, bodies)| (role.label(ctx), bodies)).collect())
}

fn wording(entry: &EntryPage) -> Wording {
    let versions = |steps: &[Step]| {
        let versions = steps.iter().filter(|step| step.relation == Relation::SharpenedInto);
        versions.map(|step| step.card.clone()).collect()
    };
    Wording { earlier: versions(&entry.origins.steps), later: versions(&entry.outcomes.steps) }
}

/// The other questions of the field to which this one belongs; its neighbours there are its series.
async fn siblings(conn: &mut Conn<'_>, ctx: &Ctx, entry: &mut EntryPage) -> Result<Vec<Card>, Error> {
    let (QUESTION, [field]) = (entry.card.kind, entry.fields.as_slice()) else { return Ok(Vec::new()) };
    let filter = CardFilter { field: Some(field.id), ..CardFilter::of(QUESTION) };
    let mut cards = golden_thread::store::list(conn, ctx.locale(), filter, Order::Numbered, SIBLINGS, 0).await?;
    let place = cards.iter().position(|card| card.id == entry.card.id);
    let beside = |step: isize| place.and_then(|place| cards.get(place.checked_add_signed(step)?)).cloned();
    (entry.previous, entry.next) = (beside(-1), beside(1));
    cards.retain(|card| card.id != entry.card.id);
    Ok(cards)
}
