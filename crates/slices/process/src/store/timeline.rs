//! The items of the timeline: dated events, milestones, hand-overs and papers, and every entry that is linked as
//! part of a phase. Sub-events (such as forums) appear with their event instead.

use base::Locale;
use db::{Conn, Result, on};
use golden_thread::store::{CardRow, days};
use golden_thread::{Card, EntryId, Kind, select_cards};
use jiff::civil::Date;
use sqlx::AssertSqlSafe;

#[derive(sqlx::FromRow)]
struct ItemRow {
    #[sqlx(flatten)]
    card: CardRow,
    phase_id: Option<EntryId>,
}

/// The cards of some entries, each with the first phase to which it is linked.
const ITEM_CARDS: &str = select_cards!(
    ", (SELECT p.id FROM links l JOIN entries p ON p.id = l.to_id WHERE l.from_id = e.id AND l.relation = 'part_of' \
     AND l.withdrawn_at IS NULL AND p.kind = 'phase' AND p.state = 'published' ORDER BY p.number, p.id LIMIT 1) AS phase_id",
    "WHERE e.id IN "
);

/// The entries that are linked as part of any phase.
const IN_A_PHASE: &str = "(SELECT l.outcome_id FROM entries p JOIN links l ON l.origin_id = p.id \
     WHERE p.kind = 'phase' AND p.state = 'published' AND l.relation = 'part_of' AND l.withdrawn_at IS NULL)";

/// The chronological order; `x` is the alias of the table.
fn order(x: &str) -> String {
    format!(
        "ORDER BY COALESCE({x}.earliest, {x}.latest) IS NULL, COALESCE({x}.earliest, {x}.latest), \
         {x}.latest IS NULL, {x}.latest, {x}.number IS NULL, {x}.number, {x}.id"
    )
}

fn on_timeline() -> String {
    let dated = Kind::sql_list(|kind| kind.def().is_on_timeline);
    format!(
        "FROM entries i WHERE i.state = 'published' \
         AND ((i.kind IN {dated} AND i.edtf IS NOT NULL) OR i.id IN {IN_A_PHASE}) \
         AND NOT EXISTS (SELECT 1 FROM events s WHERE s.entry_id = i.id AND s.parent_id IS NOT NULL)"
    )
}

/// The number of items in the timeline.
pub(crate) async fn count_items(conn: &mut Conn<'_>) -> Result<i64> {
    let sql = format!("SELECT COUNT(*) {}", on_timeline());
    let (count,): (i64,) = on!(conn, |c| sqlx::query_as(AssertSqlSafe(sql.as_str())).fetch_one(c).await)?;
    Ok(count)
}

/// One page of the timeline, by time, each item with its linked phase.
pub(crate) async fn items(
    conn: &mut Conn<'_>,
    locale: Locale,
    limit: i64,
    offset: i64,
) -> Result<Vec<(Card, Option<EntryId>)>> {
    let sql = format!("{ITEM_CARDS} (SELECT i.id {} {} LIMIT $2 OFFSET $3) {}", on_timeline(), order("i"), order("e"));
    let rows: Vec<ItemRow> = on!(conn, |c| {
        sqlx::query_as(AssertSqlSafe(sql.as_str())).bind(locale.code()).bind(limit).bind(offset).fetch_all(c).await
    })?;
    rows.into_iter().map(|row| row.into_item(locale)).collect()
}

/// The first items of a phase: those linked to it, and those without a linked phase whose
/// first day lies within the bounds.
pub(crate) async fn items_of_phase(
    conn: &mut Conn<'_>,
    locale: Locale,
    phase: EntryId,
    bounds: Option<(Date, Date)>,
    limit: i64,
) -> Result<Vec<(Card, Option<EntryId>)>> {
    let sql = format!(
        "{ITEM_CARDS} (SELECT i.id {} AND (i.id IN (SELECT l.outcome_id FROM links l WHERE l.origin_id = $2 \
         AND l.relation = 'part_of' AND l.withdrawn_at IS NULL) \
         OR (i.id NOT IN {IN_A_PHASE} AND COALESCE(i.earliest, i.latest) BETWEEN $3 AND $4)) {} LIMIT $5) {}",
        on_timeline(),
        order("i"),
        order("e")
    );
    let rows: Vec<ItemRow> = on!(conn, |c| {
        sqlx::query_as(AssertSqlSafe(sql.as_str()))
            .bind(locale.code())
            .bind(phase)
            .bind(bounds.map(|(first, _)| days(first)))
            .bind(bounds.map(|(_, last)| days(last)))
            .bind(limit)
            .fetch_all(c)
            .await
    })?;
    rows.into_iter().map(|row| row.into_item(locale)).collect()
}

impl ItemRow {
    fn into_item(self, locale: Locale) -> Result<(Card, Option<EntryId>)> {
        Ok((self.card.into_card(locale)?, self.phase_id))
    }
}
