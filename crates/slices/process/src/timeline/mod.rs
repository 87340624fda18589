//! The process as a timeline: its items, loaded page by page and put into phases and years.

mod arrange;
mod calendar;
mod record;

use db::Conn;
use golden_thread::store::{CardFilter, Order};
use golden_thread::{Card, EntryId, Kind};
use web::{Ctx, Error, Page, PageNumber, Pager};

pub(crate) use arrange::place_in_time;
pub(crate) use calendar::PhaseCalendar;
pub(crate) use record::Record;

use crate::store;

/// Items on one page of the timeline.
const ITEMS: i64 = 100;
/// Most phases that are read. A process has a handful; the limit bounds nonsense.
pub(crate) const PHASES: i64 = 500;

/// One page of the timeline.
#[derive(Debug)]
pub(crate) struct Timeline {
    /// In the order of phases.
    pub(crate) stretches: Vec<Stretch>,
    /// Links to the other pages.
    pub(crate) pager: Pager,
}

/// A phase with its items, or the items of no phase.
#[derive(Debug)]
pub(crate) struct Stretch {
    /// The phase; `None` for items of no phase.
    pub(crate) phase: Option<Item>,
    /// Its items, by year.
    pub(crate) years: Vec<Year>,
}

/// The items of one year.
#[derive(Debug)]
pub(crate) struct Year {
    /// The year; `None` for items without a date.
    pub(crate) year: Option<i16>,
    /// In the order of time.
    pub(crate) items: Vec<Item>,
}

/// A phase or an item, with what is on record about it.
#[derive(Debug)]
pub(crate) struct Item {
    /// Gives title and path.
    pub(crate) card: Card,
    /// The phase that a link names.
    pub(crate) phase: Option<EntryId>,
    /// Numbers, results, gaps.
    pub(crate) record: Record,
}

impl Timeline {
    /// Loads one page. All phases are shown if one page holds everything, else those with items on it.
    pub(crate) async fn load(conn: &mut Conn<'_>, ctx: &Ctx, number: PageNumber) -> Result<Self, Error> {
        let locale = ctx.locale();
        let total = store::count_items(conn).await?;
        let phases =
            golden_thread::store::list(conn, locale, CardFilter::of(Kind::PHASE), Order::Numbered, PHASES, 0).await?;
        let found = store::items(conn, locale, ITEMS, number.offset(ITEMS)).await?;
        let ids: Vec<EntryId> = found.iter().map(|(card, _)| card.id).collect();
        let phase_ids: Vec<EntryId> = phases.iter().map(|card| card.id).collect();
        let mut records = record::load(conn, locale, &ids, &phase_ids).await?;
        let mut item = |card: Card, phase| {
            let record = records.remove(&card.id).unwrap_or_default();
            Item { card, phase, record }
        };
        let items: Vec<Item> = found.into_iter().map(|(card, phase)| item(card, phase)).collect();
        let phases: Vec<Item> = phases.into_iter().map(|card| item(card, None)).collect();
        let pager = Pager::new(ctx, number, ITEMS, total, "");
        let mut stretches = arrange::arrange(phases, items);
        if pager.is_needed() {
            stretches.retain(|stretch| !stretch.years.is_empty());
        }
        Ok(Self { stretches, pager })
    }

    /// The phases of this page.
    pub(crate) fn phases(&self) -> impl Iterator<Item = &Card> {
        self.stretches.iter().filter_map(|stretch| Some(&stretch.phase.as_ref()?.card))
    }

    /// True if the record has a gap after the last phase.
    pub(crate) fn ends_open(&self) -> bool {
        let last = self.stretches.last().and_then(|stretch| stretch.phase.as_ref());
        last.is_some_and(|phase| phase.record.open_ends().next().is_some())
    }
}

impl Item {
    /// Kind and field of action of the item.
    pub(crate) fn kind_line(&self, page: &Page) -> String {
        kind_line(&self.card, page)
    }
}

/// The kind of an entry and, if it belongs to exactly one, its field of action in words, because colour
/// alone must not tell the field.
pub(crate) fn kind_line(card: &Card, page: &Page) -> String {
    let kind = card.kind_label(page);
    match card.field {
        Some(number) => {
            page.t_args("process-kind-in-field", &[("kind", kind.into()), ("number", format!("{number:02}").into())])
        }
        None => kind,
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use base::{Clock, Ids, Locale, Slug};
    use edtf::{Certainty, When};
    use jiff::civil::date;

    use super::*;

    /// A card with a title and, unless the text is empty, a date.
    pub(crate) fn card(kind: Kind, title: &str, when: &str) -> Card {
        Card {
            id: EntryId(Ids::new(Clock::system()).next()),
            kind,
            form: None,
            slug: Slug::from_title(title).unwrap(),
            number: None,
            when: (!when.is_empty()).then(|| When::parse(when, Certainty::Fixed).unwrap()),
            field: None,
            municipality: None,
            title: title.to_owned(),
            summary: String::new(),
            locale: Locale::De,
            updated: date(2026, 11, 23),
        }
    }

    pub(super) fn item(title: &str, when: &str, phase: Option<EntryId>) -> Item {
        Item { card: card(Kind::EVENT, title, when), phase, record: Record::default() }
    }

    pub(super) fn phase(number: i64, when: &str) -> Item {
        let mut card = card(Kind::PHASE, &format!("phase {number}"), when);
        card.number = Some(number);
        Item { card, phase: None, record: Record::default() }
    }
}
