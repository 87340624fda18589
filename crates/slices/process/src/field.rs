//! Fields of action and goals as cards, for this slice's lists and for the start page.

use std::collections::HashMap;

use bodies::BodyLink;
use db::Conn;
use golden_thread::store::{CardFilter, Order};
use golden_thread::{Card, EntryId, Kind};
use web::pattern::{self, Pattern};
use web::{Ctx, Error};

use crate::kinds::GOAL;
use crate::store;

/// Most goals or fields in a list. Nobody could follow more, so lists of them have no pages.
pub(crate) const MOST: i64 = 50;

/// A field of action as lists show it.
#[derive(Debug, Clone)]
pub struct FieldCard {
    /// Gives title and path.
    pub card: Card,
    /// Its first guiding question.
    pub question: Option<Card>,
    /// Number of entries that belong to it.
    pub count: i64,
    /// The body that leads it.
    pub lead: Option<BodyLink>,
    /// Its cover, as SVG.
    pub cover: String,
}

/// The fields of action, by number.
pub async fn field_cards(conn: &mut Conn<'_>, ctx: &Ctx) -> Result<Vec<FieldCard>, Error> {
    let locale = ctx.locale();
    let cards = golden_thread::store::list(conn, locale, CardFilter::of(Kind::FIELD), Order::Numbered, MOST, 0).await?;
    let mut questions: HashMap<EntryId, Card> = store::first_questions(conn, locale).await?.into_iter().collect();
    let counts: HashMap<EntryId, i64> = golden_thread::store::count_by_field(conn).await?.into_iter().collect();
    let leads: HashMap<EntryId, EntryId> = store::leads(conn).await?.into_iter().collect();
    let bodies: Vec<EntryId> = leads.values().copied().collect();
    let links = bodies::links_of(conn, ctx, &bodies).await?;
    let field_card = |card: Card| FieldCard {
        question: questions.remove(&card.id),
        count: counts.get(&card.id).copied().unwrap_or_default(),
        lead: leads.get(&card.id).and_then(|lead| links.get(lead)).cloned(),
        cover: cover(&card),
        card,
    };
    Ok(cards.into_iter().map(field_card).collect())
}

/// The goals of the initiative, by number.
pub async fn goals(conn: &mut Conn<'_>, ctx: &Ctx) -> Result<Vec<Card>, Error> {
    Ok(golden_thread::store::list(conn, ctx.locale(), CardFilter::of(GOAL), Order::Numbered, MOST, 0).await?)
}

/// The cover of the field's own page; empty if its pattern is not known.
fn cover(card: &Card) -> String {
    let pattern = card.form.as_deref().and_then(Pattern::from_code);
    pattern.map(|pattern| pattern::cover(pattern, card.slug.as_str())).unwrap_or_default()
}
