//! `/ziele`: the reasons for the initiative, all goals with their full text.

use std::collections::HashMap;

use askama::Template;
use db::Conn;
use golden_thread::entry::Step;
use golden_thread::{Card, EntryId, Side, Text};
use web::{Answer, ContactCard, Ctx, Error, Page, html};

use crate::field::MOST;
use crate::{GoalsPath, store};

/// Most links of all goals together.
const STEPS: i64 = 100;

#[derive(Template)]
#[template(path = "pages/goals.html")]
struct GoalsPage {
    page: Page,
    goals: Vec<Goal>,
    contact: Option<ContactCard>,
}

/// A goal with its full text and its outcomes.
struct Goal {
    card: Card,
    text: Text,
    outcomes: Vec<Step>,
}

pub(super) async fn show(_: GoalsPath, ctx: Ctx) -> Answer {
    let mut reader = ctx.db().read().await?;
    let conn = &mut reader.conn();
    let goals = load(conn, &ctx).await?;
    let contact = bodies::contact_for(conn, &ctx, &[]).await?;
    let page = Page::new(ctx.clone(), ctx.t("process-goals-title")).described(ctx.t("process-goals-lead"));
    html(&GoalsPage { page, goals, contact })
}

async fn load(conn: &mut Conn<'_>, ctx: &Ctx) -> Result<Vec<Goal>, Error> {
    let cards = crate::goals(conn, ctx).await?;
    let ids: Vec<EntryId> = cards.iter().map(|card| card.id).collect();
    let mut texts: HashMap<EntryId, Text> = store::goal_texts(conn, ctx.locale(), MOST).await?.into_iter().collect();
    let mut steps = golden_thread::store::steps_of(conn, ctx.locale(), &ids, Side::Outcome, STEPS).await?;
    let mut goals = Vec::with_capacity(cards.len());
    for card in cards {
        let Some(text) = texts.remove(&card.id) else { continue };
        let text = text.illustrated(conn, ctx).await?;
        goals.push(Goal { text, outcomes: steps.remove(&card.id).unwrap_or_default(), card });
    }
    Ok(goals)
}
