//! Walking along the thread: direct steps, and the whole way by one recursive query.
//!
//! Phases only sort the timeline: that something lies in a phase does not mean that it came out of it,
//! so they are no steps.
//!
//! `UNION` (not `UNION ALL`) in the recursive part keeps every entry once, so a circle of
//! undirected links ends by itself and the way may be of any length.

use std::collections::{HashMap, HashSet};

use base::Locale;
use db::{Conn, Result, bind_all, on, parameters, unknown};
use sqlx::AssertSqlSafe;

use super::around::edtf;
use super::cards::CardRow;
use super::{code, localized};
use crate::entry::{Source, Step};
use crate::{Card, EntryId, Relation, Side, select_cards};

/// A link as seen from one of its ends.
#[derive(sqlx::FromRow)]
struct LinkRow {
    near_id: EntryId,
    far_id: EntryId,
    relation: String,
    edtf: Option<String>,
    note_de: Option<String>,
    note_en: Option<String>,
    source_de: Option<String>,
    source_en: Option<String>,
    source_url: Option<String>,
    asserted_by: Option<String>,
}

impl LinkRow {
    fn into_step(self, card: Card, side: Side) -> Result<Step> {
        Ok(Step {
            card,
            side,
            relation: Relation::from_code(&self.relation).ok_or_else(|| unknown("relation", &self.relation))?,
            when: self.edtf.as_deref().map(edtf).transpose()?,
            note: localized(self.note_de, self.note_en),
            source: localized(self.source_de, self.source_en).map(|name| Source { name, url: self.source_url }),
            asserted_by: self.asserted_by,
        })
    }
}

/// The statement for the links of which some entries are the near end.
fn links_sql(side: Side, ids: usize) -> String {
    let (near, far) = ends(side);
    format!(
        "SELECT k.{near} AS near_id, k.{far} AS far_id, k.relation, k.edtf, k.note_de, k.note_en, \
         s.name_de AS source_de, s.name_en AS source_en, s.url AS source_url, a.title AS asserted_by \
         FROM links k CROSS JOIN entries e LEFT JOIN sources s ON s.key = k.source_key \
         LEFT JOIN entry_texts a ON a.entry_id = k.asserted_by AND a.locale = 'de' \
         WHERE k.withdrawn_at IS NULL AND k.{near} IN {} AND e.id = k.{far} AND e.state = 'published' \
         AND (e.kind <> 'phase' OR k.relation <> 'part_of') \
         ORDER BY e.earliest NULLS LAST, e.number NULLS LAST, e.id LIMIT ${}",
        parameters(1, ids),
        ids + 1,
    )
}

/// The column of the entry asked about, and that of the entry one step away.
const fn ends(side: Side) -> (&'static str, &'static str) {
    match side {
        Side::Origin => ("outcome_id", "origin_id"),
        Side::Outcome => ("origin_id", "outcome_id"),
    }
}

/// The direct steps on one side of some entries, at most `limit` of all together.
pub async fn steps_of(
    conn: &mut Conn<'_>,
    locale: Locale,
    ids: &[EntryId],
    side: Side,
    limit: i64,
) -> Result<HashMap<EntryId, Vec<Step>>> {
    let mut steps: HashMap<EntryId, Vec<Step>> = HashMap::new();
    if ids.is_empty() {
        return Ok(steps);
    }
    let sql = links_sql(side, ids.len());
    let links: Vec<LinkRow> =
        on!(conn, |c| bind_all!(sqlx::query_as(AssertSqlSafe(sql.as_str())), ids).bind(limit).fetch_all(c).await)?;
    let far: Vec<EntryId> = links.iter().map(|link| link.far_id).collect();
    let found: HashMap<EntryId, Card> =
        cards(conn, locale, &far).await?.into_iter().map(|card| (card.id, card)).collect();
    for link in links {
        if let Some(card) = found.get(&link.far_id).cloned() {
            steps.entry(link.near_id).or_default().push(link.into_step(card, side)?);
        }
    }
    Ok(steps)
}

// `CROSS JOIN` keeps SQLite from starting at the wrong end; to PostgreSQL it is an ordinary join.
macro_rules! way {
    ($near:literal, $far:literal, $select:literal) => {
        concat!(
            "WITH RECURSIVE way (id) AS (SELECT l.",
            $far,
            " FROM links l CROSS JOIN entries n WHERE n.id = l.",
            $far,
            " AND l.",
            $near,
            " = $1 AND l.withdrawn_at IS NULL AND n.state = 'published' AND n.kind <> 'phase' \
             UNION SELECT l.",
            $far,
            " FROM way CROSS JOIN links l CROSS JOIN entries n WHERE l.",
            $near,
            " = way.id \
             AND n.id = l.",
            $far,
            " AND l.withdrawn_at IS NULL AND n.state = 'published' AND n.kind <> 'phase') ",
            $select
        )
    };
}

// A recursive query gives the near before the far, and stops when the limit is reached.
const NEAREST_ORIGINS: &str = way!("outcome_id", "origin_id", "SELECT id FROM way LIMIT $2");
const NEAREST_OUTCOMES: &str = way!("origin_id", "outcome_id", "SELECT id FROM way LIMIT $2");

/// The ids of the entries nearest to this one along the thread, the near before the far; at most `limit`.
async fn nearest_ids(conn: &mut Conn<'_>, id: EntryId, side: Side, limit: i64) -> Result<Vec<EntryId>> {
    let sql = if side == Side::Origin { NEAREST_ORIGINS } else { NEAREST_OUTCOMES };
    let ids: Vec<(EntryId,)> = on!(conn, |c| sqlx::query_as(sql).bind(id).bind(limit).fetch_all(c).await)?;
    // A circle of undirected links leads back to the beginning.
    Ok(ids.into_iter().map(|(near,)| near).filter(|near| *near != id).collect())
}

/// The entries nearest to this one along the thread, as it happened; at most `limit`.
pub async fn nearest(conn: &mut Conn<'_>, locale: Locale, id: EntryId, side: Side, limit: i64) -> Result<Vec<Card>> {
    let ids = nearest_ids(conn, id, side, limit).await?;
    cards(conn, locale, &ids).await
}

/// The whole way on one side of an entry: one page of it, as it happened, and how long it is. A way
/// of more than `most` entries is cut to the nearest.
pub async fn way(
    conn: &mut Conn<'_>,
    locale: Locale,
    id: EntryId,
    side: Side,
    most: i64,
    page: std::ops::Range<usize>,
) -> Result<(Vec<Card>, usize)> {
    let ids = nearest_ids(conn, id, side, most).await?;
    let ordered = in_time(conn, &ids).await?;
    let shown: Vec<EntryId> = ordered.iter().copied().take(page.end).skip(page.start).collect();
    Ok((cards(conn, locale, &shown).await?, ids.len()))
}

/// Sorts entries as they happened, without looking at anything else of them.
async fn in_time(conn: &mut Conn<'_>, ids: &[EntryId]) -> Result<Vec<EntryId>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!("SELECT e.id FROM entries e WHERE e.id IN {} {IN_TIME}", parameters(1, ids.len()));
    let rows: Vec<(EntryId,)> =
        on!(conn, |c| bind_all!(sqlx::query_as(AssertSqlSafe(sql.as_str())), ids).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

const IN_TIME: &str = "ORDER BY e.earliest NULLS LAST, e.number NULLS LAST, e.id";

const CARDS: &str = select_cards!("", "WHERE e.id IN ");

async fn cards(conn: &mut Conn<'_>, locale: Locale, ids: &[EntryId]) -> Result<Vec<Card>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!("{CARDS} {} {IN_TIME}", parameters(2, ids.len()));
    let rows: Vec<CardRow> =
        on!(conn, |c| bind_all!(sqlx::query_as(AssertSqlSafe(sql.as_str())).bind(code(locale)), ids)
            .fetch_all(c)
            .await)?;
    rows.into_iter().map(|row| row.into_card(locale)).collect()
}

/// A link between two entries of a picture, in the direction of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Strand {
    /// What it came from.
    pub origin_id: EntryId,
    /// What came of it.
    pub outcome_id: EntryId,
}

/// All links among some entries.
pub async fn strands_among(conn: &mut Conn<'_>, ids: &[EntryId]) -> Result<Vec<Strand>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let ends = parameters(1, ids.len());
    let sql = format!(
        "SELECT DISTINCT l.origin_id, l.outcome_id FROM links l WHERE l.withdrawn_at IS NULL \
         AND l.origin_id IN {ends} AND l.outcome_id IN {ends} ORDER BY l.origin_id, l.outcome_id"
    );
    on!(conn, |c| bind_all!(sqlx::query_as(AssertSqlSafe(sql.as_str())), ids).fetch_all(c).await)
}

/// Which of some entries come after a gap that editors wrote down: what leads to them is not on record.
pub async fn after_gaps(conn: &mut Conn<'_>, ids: &[EntryId]) -> Result<HashSet<EntryId>> {
    if ids.is_empty() {
        return Ok(HashSet::new());
    }
    let sql = format!("SELECT entry_id FROM gaps WHERE side = 'origin' AND entry_id IN {}", parameters(1, ids.len()));
    let rows: Vec<(EntryId,)> =
        on!(conn, |c| bind_all!(sqlx::query_as(AssertSqlSafe(sql.as_str())), ids).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
