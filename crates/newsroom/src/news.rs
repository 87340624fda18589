//! News items with what they report on.

use db::Conn;
use thread::entry::Step;
use thread::store::{self, CardFilter, Order};
use thread::{Card, EntryId, Kind, Relation, Side};
use web::{Ctx, Error, Page};

/// So many origins of one item are named.
const ORIGINS_EACH: usize = 2;
/// So many origins are looked up for a whole page of items.
const ORIGINS: i64 = 250;

/// A news item as lists show it. The macro `items` in `newsroom/news_list.html` prints it.
#[derive(Debug, Clone)]
pub struct NewsItem {
    /// Its card.
    pub card: Card,
    /// What it reports on or announces.
    pub origins: Vec<Step>,
}

impl NewsItem {
    /// Whether it speaks of something that is still planned or expected.
    pub fn is_planned(&self) -> bool {
        self.card.is_planned() || self.origins.iter().any(|step| step.card.is_planned())
    }

    /// The words before an origin: `berichtet über`, `kündigt an`, `aus`.
    pub fn origin_label(&self, page: &Page, step: &Step) -> String {
        match step.relation {
            Relation::DocumentedIn if step.card.is_planned() => page.t("news-announces"),
            Relation::DocumentedIn => page.t("news-reports"),
            _ => page.t("news-from"),
        }
    }
}

/// The latest news, for the start page.
pub async fn latest(conn: &mut Conn<'_>, ctx: &Ctx, limit: i64) -> Result<Vec<NewsItem>, Error> {
    let cards = store::list(conn, ctx.locale(), CardFilter::of(Kind::News), Order::NewestFirst, limit, 0).await?;
    with_origins(conn, ctx, cards).await
}

/// Looks up what some items report on.
pub(crate) async fn with_origins(conn: &mut Conn<'_>, ctx: &Ctx, cards: Vec<Card>) -> Result<Vec<NewsItem>, Error> {
    let ids: Vec<EntryId> = cards.iter().map(|card| card.id).collect();
    let mut steps = store::steps_of(conn, ctx.locale(), &ids, Side::Origin, ORIGINS).await?;
    let item = |card: Card| {
        let mut origins = steps.remove(&card.id).unwrap_or_default();
        origins.truncate(ORIGINS_EACH);
        NewsItem { card, origins }
    };
    Ok(cards.into_iter().map(item).collect())
}
