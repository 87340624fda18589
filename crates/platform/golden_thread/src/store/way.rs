//! Walking along the thread over any number of steps, by one recursive query.
//!
//! `UNION` (not `UNION ALL`) in the recursive part keeps every entry once, so a circle of
//! undirected links ends by itself and the way may be of any length.
//!
//! The index of the links alone tells the entries that they lead to; the few entries at which every way
//! ends are left out once instead of checking each one. On both databases near entries come before far
//! ones.

use std::collections::HashSet;

use base::Locale;
use db::{Conn, Result, bind_all, on, parameters};
use sqlx::AssertSqlSafe;

use super::steps::cards;
use crate::{Card, EntryId, Side};

// `$1` is the entry at which the way begins, `$2` the limit. A cycle of undirected links
// leads back to the beginning.
//
// `CROSS JOIN` keeps SQLite from starting at the wrong end; to PostgreSQL it is an ordinary join. `IN`
// instead of `=` keeps SQLite from reading all links into a filter first (3 ms, measured).
macro_rules! way {
    ($near:literal, $far:literal, $select:literal) => {
        concat!(
            "WITH RECURSIVE off (id) AS (SELECT h.id FROM entries h WHERE h.state <> 'published' OR h.kind = 'phase'), \
             way (id) AS (SELECT l.",
            $far,
            " FROM links l WHERE l.",
            $near,
            " = $1 AND l.withdrawn_at IS NULL \
             UNION SELECT l.",
            $far,
            " FROM way CROSS JOIN links l WHERE l.",
            $near,
            " IN (way.id) AND l.withdrawn_at IS NULL AND way.id NOT IN (SELECT id FROM off)), \
             near (id) AS (SELECT id FROM way WHERE id <> $1 AND id NOT IN (SELECT id FROM off) LIMIT $2) ",
            $select
        )
    };
}

const NEAREST_ORIGINS: &str = way!("outcome_id", "origin_id", "SELECT id FROM near");
const NEAREST_OUTCOMES: &str = way!("origin_id", "outcome_id", "SELECT id FROM near");

/// The entries nearest to this one along the thread, as it happened; at most `limit`.
pub async fn nearest(conn: &mut Conn<'_>, locale: Locale, id: EntryId, side: Side, limit: i64) -> Result<Vec<Card>> {
    let sql = if side == Side::Origin { NEAREST_ORIGINS } else { NEAREST_OUTCOMES };
    let ids = on!(conn, |c| sqlx::query_scalar(sql).bind(id).bind(limit).fetch_all(c).await)?;
    cards(conn, locale, &ids).await
}

const ORIGINS_IN_TIME: &str = way!(
    "outcome_id",
    "origin_id",
    "SELECT e.id FROM near CROSS JOIN entries e WHERE e.id = near.id ORDER BY e.earliest NULLS LAST, e.number NULLS LAST, e.id"
);
const OUTCOMES_IN_TIME: &str = way!(
    "origin_id",
    "outcome_id",
    "SELECT e.id FROM near CROSS JOIN entries e WHERE e.id = near.id ORDER BY e.earliest NULLS LAST, e.number NULLS LAST, e.id"
);

/// The whole way on one side of an entry, as it happened. A way of more than `most` entries is cut to
/// the nearest.
pub async fn way(conn: &mut Conn<'_>, id: EntryId, side: Side, most: i64) -> Result<Vec<EntryId>> {
    let sql = if side == Side::Origin { ORIGINS_IN_TIME } else { OUTCOMES_IN_TIME };
    on!(conn, |c| sqlx::query_scalar(sql).bind(id).bind(most).fetch_all(c).await)
}

/// A link between two entries of a picture, in the direction of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Strand {
    /// The earlier end.
    pub origin_id: EntryId,
    /// The later end.
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

/// The entries among these whose origin an editor has noted as a gap in the record.
pub async fn after_gaps(conn: &mut Conn<'_>, ids: &[EntryId]) -> Result<HashSet<EntryId>> {
    if ids.is_empty() {
        return Ok(HashSet::new());
    }
    let sql = format!("SELECT entry_id FROM gaps WHERE side = 'origin' AND entry_id IN {}", parameters(1, ids.len()));
    let rows: Vec<(EntryId,)> =
        on!(conn, |c| bind_all!(sqlx::query_as(AssertSqlSafe(sql.as_str())), ids).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
