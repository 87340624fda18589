//! `/prozess/phasen/{slug}`: a phase and its entries.

use askama::Template;
use db::Conn;
use edtf::When;
use golden_thread::entry::EntryPage;
use golden_thread::store::{CardFilter, Order};
use golden_thread::{Card, Kind, Relation};
use web::{Answer, Ctx, Error, Page};

use crate::timeline::{PHASES, PhaseCalendar, kind_line, place_in_time};
use crate::{PhasePath, ProcessPath, store};

/// Entries on the page; the timeline has the others.
const ITEMS: i64 = 50;

#[derive(Template)]
#[template(path = "pages/phase.html")]
struct PhasePage {
    page: Page,
    entry: EntryPage,
    items: Vec<Card>,
    goes_on: bool,
}

pub(crate) async fn show(path: PhasePath, ctx: Ctx) -> Answer {
    let mut reader = ctx.db().read().await?;
    let conn = &mut reader.conn();
    let entry = EntryPage::load(conn, &ctx, Kind::PHASE, &path.slug).await?;
    let contact = bodies::contact_for(conn, &ctx, &entry.fields).await?;
    let mut entry = entry.with_contact(contact);
    // Its parts are listed as entries of the phase, so they are not repeated as its outcomes.
    entry.outcomes.steps.retain(|step| step.relation != Relation::PartOf);
    let (items, goes_on) = items(conn, &ctx, &entry.card).await?;
    let page = entry.page(ctx.clone(), Some((ctx.t("process-title"), ProcessPath.to_string())));
    entry.answer(|entry| PhasePage { page, entry, items, goes_on })
}

/// The entries that the timeline shows in this phase; true if there are more.
async fn items(conn: &mut Conn<'_>, ctx: &Ctx, phase: &Card) -> Result<(Vec<Card>, bool), Error> {
    let phases =
        golden_thread::store::list(conn, ctx.locale(), CardFilter::of(Kind::PHASE), Order::Numbered, PHASES, 0).await?;
    let dates: Vec<Option<When>> = phases.iter().map(|card| card.when).collect();
    let calendar = PhaseCalendar::of(&dates);
    let place = phases.iter().position(|card| card.id == phase.id);
    let bounds = place.and_then(|place| calendar.bounds(place));
    let found = store::items_of_phase(conn, ctx.locale(), phase.id, bounds, ITEMS + 1).await?;
    let goes_on = i64::try_from(found.len()).is_ok_and(|found| found > ITEMS);
    let lies_here = |card: &Card, linked: bool| linked || card.when.and_then(|when| calendar.phase_at(when)) == place;
    let found = found.into_iter().filter(|(card, linked)| lies_here(card, linked.is_some())).map(|(card, _)| card);
    let mut items: Vec<Card> = found.take(usize::try_from(ITEMS).unwrap_or(usize::MAX)).collect();
    items.sort_by_key(|card| place_in_time(card.when));
    Ok((items, goes_on))
}
