//! News items with the entries that they report on.

use crate::kinds::NEWS;
use db::Conn;
use golden_thread::entry::ShortStep;
use golden_thread::store::{self, CardFilter, FirstSteps, Order};
use golden_thread::{Card, EntryId, Relation, Side};
use web::{Ctx, Error, Page};

/// Most origins that a news item names.
const ORIGINS: i64 = 2;

/// A news item as lists show it. The macro `items` in `newsroom/news_list.html` prints it.
#[derive(Debug, Clone)]
pub struct NewsItem {
    /// Gives title and path.
    pub card: Card,
    /// The entries that it reports on or announces.
    pub origins: Vec<ShortStep>,
}

impl NewsItem {
    /// True if it, or an entry that it reports on, is still planned or expected.
    pub fn is_planned(&self) -> bool {
        self.card.is_planned() || self.origins.iter().any(|step| step.card.is_planned())
    }

    /// The words before an origin: `berichtet über`, `kündigt an`, `aus`.
    pub fn origin_label(&self, page: &Page, step: &ShortStep) -> String {
        match step.relation {
            Relation::DocumentedIn | Relation::ReportsOn if step.card.is_planned() => page.t("news-announces"),
            Relation::DocumentedIn | Relation::ReportsOn => page.t("news-reports"),
            _ => page.t("news-from"),
        }
    }
}

/// The latest news, for the start page.
pub async fn latest(conn: &mut Conn<'_>, ctx: &Ctx, limit: i64) -> Result<Vec<NewsItem>, Error> {
    let cards = store::list(conn, ctx.locale(), CardFilter::of(NEWS), Order::NewestFirst, limit, 0).await?;
    with_origins(conn, ctx, cards).await
}

/// Loads the origins of some items.
pub(crate) async fn with_origins(conn: &mut Conn<'_>, ctx: &Ctx, cards: Vec<Card>) -> Result<Vec<NewsItem>, Error> {
    let ids: Vec<EntryId> = cards.iter().map(|card| card.id).collect();
    let wanted = FirstSteps::on(Side::Origin, ORIGINS);
    let mut steps = store::first_steps(conn, ctx.locale(), &ids, wanted).await?;
    let item = |card: Card| {
        let (origins, _) = steps.remove(&card.id).unwrap_or_default();
        NewsItem { card, origins }
    };
    Ok(cards.into_iter().map(item).collect())
}
