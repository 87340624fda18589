//! Turns cards and links into the knots and strands of the woven picture.

use std::collections::{HashMap, HashSet};

use db::{Conn, Result};
use edtf::{Edtf, When};
use web::Page;

use crate::{Card, EntryId, Kind, store};
use weave::{Knot, Strand};

/// The input of the picture of some entries.
#[derive(Debug)]
pub struct Picture {
    /// One knot per entry, in the order given.
    pub knots: Vec<Knot>,
    /// The links among them.
    pub strands: Vec<Strand>,
}

impl Picture {
    /// The picture of these entries and the links among them.
    pub async fn of(conn: &mut Conn<'_>, page: &Page, cards: &[Card], links: &[store::Strand]) -> Result<Self> {
        let ids: Vec<EntryId> = cards.iter().map(|card| card.id).collect();
        let places: HashMap<EntryId, usize> = ids.iter().enumerate().map(|(place, id)| (*id, place)).collect();
        let after_gaps: HashSet<EntryId> = store::after_gaps(conn, &ids).await?;
        let strands = links
            .iter()
            .filter_map(|strand| {
                let (from, to) = (*places.get(&strand.origin_id)?, *places.get(&strand.outcome_id)?);
                Some(Strand { from, to, expected: cards[to].is_planned() })
            })
            .collect();
        let knots = cards.iter().map(|card| knot(page, card, after_gaps.contains(&card.id))).collect();
        Ok(Self { knots, strands })
    }
}

fn knot(page: &Page, card: &Card, gap: bool) -> Knot {
    Knot {
        href: page.href(card.path()),
        title: card.title.clone(),
        when: card.when.map(|when| when.in_words(page.interface())).unwrap_or_default(),
        lane: card.field.and_then(|field| u8::try_from(field).ok()),
        order: order(card),
        expected: card.is_planned(),
        gap,
        main: card.kind == Kind::EVENT && card.form.as_deref() == Some("congress"),
    }
}

/// Sort key in days; a card without a date comes last.
fn order(card: &Card) -> i64 {
    card.when
        .and_then(When::earliest)
        .or_else(|| card.when.map(When::edtf).and_then(Edtf::latest))
        .map_or(i64::MAX, store::days)
}
