//! A list of cards of one kind or several, with filters and pages. Slices wrap it in a page.

use db::Conn;
use web::{Ctx, Error, PAGE_SIZE, Pager};

use crate::store::{self, Order};
use crate::{Card, Filters, Kind, Query};

/// The values of the template `thread/list.html`.
#[derive(Debug)]
pub struct CardList {
    /// The sentence below the heading.
    pub lead: String,
    /// The filter form.
    pub filters: Filters,
    /// Cards that match the filters, on all pages.
    pub total: i64,
    /// The cards of this page.
    pub cards: Vec<Card>,
    /// True if each card names its kind.
    pub shows_kind: bool,
    /// Links to the other pages.
    pub pager: Pager,
}

/// Neighbours in a list that lie in one year.
#[derive(Debug)]
pub struct Year<'a, T> {
    /// `None` for cards without a date on record.
    pub year: Option<i16>,
    /// Its items, in the order of the list.
    pub items: &'a [T],
}

/// Cuts a list that is sorted by time where the year changes.
pub fn by_year<T>(items: &[T], card: impl Fn(&T) -> &Card) -> Vec<Year<'_, T>> {
    let year = |item: &T| card(item).year();
    items
        .chunk_by(|one, next| year(one) == year(next))
        .map(|items| Year { year: items.first().and_then(year), items })
        .collect()
}

impl CardList {
    /// Its cards by year.
    pub fn years(&self) -> Vec<Year<'_, Card>> {
        by_year(&self.cards, |card| card)
    }

    /// Loads one page of the cards of `kinds`.
    pub async fn load(
        conn: &mut Conn<'_>,
        ctx: &Ctx,
        query: &Query,
        kinds: &[Kind],
        order: Order,
        lead: String,
    ) -> Result<Self, Error> {
        let filters = Filters::load(conn, ctx, query, kinds).await?;
        let filter = filters.card_filter();
        let total = store::count(conn, filter).await?;
        let cards = store::list(conn, ctx.locale(), filter, order, PAGE_SIZE, query.seite.offset(PAGE_SIZE)).await?;
        let pager = Pager::new(ctx, query.seite, PAGE_SIZE, total, &filters.encoded());
        Ok(Self { lead, filters, total, cards, shows_kind: kinds.len() > 1 || kinds == [Kind::EVENT], pager })
    }
}
