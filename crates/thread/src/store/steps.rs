//! Walking along the thread: direct steps, and the whole way by one recursive query.
//!
//! Phases only sort the timeline: that something lies in a phase does not mean that it came out of it,
//! so they are no steps.
//!
//! `UNION` (not `UNION ALL`) in the recursive part keeps every entry once, so a circle of
//! undirected links ends by itself and the way may be of any length.

use std::collections::{HashMap, HashSet};

use base::Locale;
use db::{Conn, Result, on};
use sqlx::AssertSqlSafe;

use super::around::edtf;
use super::cards::CardRow;
use super::{code, localized, parameters, unknown};
use crate::entry::{Source, Step};
use crate::{Card, EntryId, Relation, Side, select_cards};

#[derive(sqlx::FromRow)]
struct StepRow {
    #[sqlx(flatten)]
    card: CardRow,
    near_id: EntryId,
    relation: String,
    link_edtf: Option<String>,
    note_de: Option<String>,
    note_en: Option<String>,
    source_de: Option<String>,
    source_en: Option<String>,
    source_url: Option<String>,
    asserted_by: Option<String>,
}

impl StepRow {
    fn into_step(self, locale: Locale, side: Side) -> Result<Step> {
        Ok(Step {
            card: self.card.into_card(locale)?,
            side,
            relation: Relation::from_code(&self.relation).ok_or_else(|| unknown("relation", &self.relation))?,
            when: self.link_edtf.as_deref().map(edtf).transpose()?,
            note: localized(self.note_de, self.note_en),
            source: localized(self.source_de, self.source_en).map(|name| Source { name, url: self.source_url }),
            asserted_by: self.asserted_by,
        })
    }
}

const STEPS: &str = select_cards!(
    ", l.near_id, l.relation, l.link_edtf, l.note_de, l.note_en, l.source_de, l.source_en, l.source_url, l.asserted_by",
    ""
);

/// The statement for the links of which some entries are the near end.
fn steps_sql(side: Side, ids: usize) -> String {
    let (near, far) = ends(side);
    format!(
        "{STEPS} JOIN (SELECT k.{near} AS near_id, k.{far} AS far_id, k.relation, k.position, k.edtf AS link_edtf, k.note_de, k.note_en, \
         s.name_de AS source_de, s.name_en AS source_en, s.url AS source_url, a.title AS asserted_by \
         FROM links k LEFT JOIN sources s ON s.key = k.source_key \
         LEFT JOIN entry_texts a ON a.entry_id = k.asserted_by AND a.locale = 'de' \
         WHERE k.withdrawn_at IS NULL AND k.{near} IN {}) l ON l.far_id = e.id \
         WHERE e.state = 'published' AND (e.kind <> 'phase' OR l.relation <> 'part_of') ORDER BY e.earliest NULLS LAST, e.number NULLS LAST, e.id LIMIT ${}",
        parameters(2, ids),
        ids + 2,
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
pub async fn steps_of(conn: &mut Conn<'_>, locale: Locale, ids: &[EntryId], side: Side, limit: i64) -> Result<HashMap<EntryId, Vec<Step>>> {
    let mut steps: HashMap<EntryId, Vec<Step>> = HashMap::new();
    if ids.is_empty() {
        return Ok(steps);
    }
    let sql = steps_sql(side, ids.len());
    let rows: Vec<StepRow> = on!(conn, |c| {
        let mut query = sqlx::query_as(AssertSqlSafe(sql.as_str())).bind(code(locale));
        for id in ids {
            query = query.bind(*id);
        }
        query.bind(limit).fetch_all(c).await
    })?;
    for row in rows {
        steps.entry(row.near_id).or_default().push(row.into_step(locale, side)?);
    }
    Ok(steps)
}

macro_rules! way {
    ($near:literal, $far:literal, $select:literal) => {
        concat!(
            "WITH RECURSIVE way (id) AS (SELECT l.", $far, " FROM links l JOIN entries n ON n.id = l.", $far,
            " WHERE l.", $near, " = $1 AND l.withdrawn_at IS NULL AND n.state = 'published' AND n.kind <> 'phase' \
             UNION SELECT l.", $far, " FROM way JOIN links l ON l.", $near, " = way.id JOIN entries n ON n.id = l.", $far,
            " WHERE l.withdrawn_at IS NULL AND n.state = 'published' AND n.kind <> 'phase') ",
            $select
        )
    };
}

// A recursive query gives the near before the far, and stops when the limit is reached.
const NEAREST_ORIGINS: &str = way!("outcome_id", "origin_id", "SELECT id FROM way WHERE id <> $1 LIMIT $2");
const NEAREST_OUTCOMES: &str = way!("origin_id", "outcome_id", "SELECT id FROM way WHERE id <> $1 LIMIT $2");
const COUNT_ORIGINS: &str = way!("outcome_id", "origin_id", "SELECT COUNT(*) FROM way WHERE id <> $1");
const COUNT_OUTCOMES: &str = way!("origin_id", "outcome_id", "SELECT COUNT(*) FROM way WHERE id <> $1");
const PAGE_OF_ORIGINS: &str = way!(
    "outcome_id",
    "origin_id",
    "SELECT way.id FROM way JOIN entries e ON e.id = way.id WHERE way.id <> $1 \
     ORDER BY e.earliest NULLS LAST, e.number NULLS LAST, e.id LIMIT $2 OFFSET $3"
);
const PAGE_OF_OUTCOMES: &str = way!(
    "origin_id",
    "outcome_id",
    "SELECT way.id FROM way JOIN entries e ON e.id = way.id WHERE way.id <> $1 \
     ORDER BY e.earliest NULLS LAST, e.number NULLS LAST, e.id LIMIT $2 OFFSET $3"
);

/// The entries nearest to this one along the thread, as it happened; at most `limit`.
pub async fn nearest(conn: &mut Conn<'_>, locale: Locale, id: EntryId, side: Side, limit: i64) -> Result<Vec<Card>> {
    let sql = if side == Side::Origin { NEAREST_ORIGINS } else { NEAREST_OUTCOMES };
    let ids: Vec<(EntryId,)> = on!(conn, |c| sqlx::query_as(sql).bind(id).bind(limit).fetch_all(c).await)?;
    cards(conn, locale, &ids).await
}

/// How many entries lie on one side of this one, over any number of steps.
pub async fn step_count(conn: &mut Conn<'_>, id: EntryId, side: Side) -> Result<i64> {
    let sql = if side == Side::Origin { COUNT_ORIGINS } else { COUNT_OUTCOMES };
    let (count,): (i64,) = on!(conn, |c| sqlx::query_as(sql).bind(id).fetch_one(c).await)?;
    Ok(count)
}

/// One page of all entries on one side of this one, as it happened.
pub async fn way(conn: &mut Conn<'_>, locale: Locale, id: EntryId, side: Side, limit: i64, offset: i64) -> Result<Vec<Card>> {
    let sql = if side == Side::Origin { PAGE_OF_ORIGINS } else { PAGE_OF_OUTCOMES };
    let ids: Vec<(EntryId,)> =
        on!(conn, |c| sqlx::query_as(sql).bind(id).bind(limit).bind(offset).fetch_all(c).await)?;
    cards(conn, locale, &ids).await
}

const CARDS: &str = select_cards!("", "WHERE e.id IN ");

async fn cards(conn: &mut Conn<'_>, locale: Locale, ids: &[(EntryId,)]) -> Result<Vec<Card>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!("{CARDS} {} ORDER BY e.earliest NULLS LAST, e.number NULLS LAST, e.id", parameters(2, ids.len()));
    let rows: Vec<CardRow> = on!(conn, |c| {
        let mut query = sqlx::query_as(AssertSqlSafe(sql.as_str())).bind(code(locale));
        for (id,) in ids {
            query = query.bind(*id);
        }
        query.fetch_all(c).await
    })?;
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
    on!(conn, |c| {
        let mut query = sqlx::query_as(AssertSqlSafe(sql.as_str()));
        for id in ids {
            query = query.bind(*id);
        }
        query.fetch_all(c).await
    })
}

/// Which of some entries come after a gap that editors wrote down: what leads to them is not on record.
pub async fn after_gaps(conn: &mut Conn<'_>, ids: &[EntryId]) -> Result<HashSet<EntryId>> {
    if ids.is_empty() {
        return Ok(HashSet::new());
    }
    let sql = format!("SELECT entry_id FROM gaps WHERE side = 'origin' AND entry_id IN {}", parameters(1, ids.len()));
    let rows: Vec<(EntryId,)> = on!(conn, |c| {
        let mut query = sqlx::query_as(AssertSqlSafe(sql.as_str()));
        for id in ids {
            query = query.bind(*id);
        }
        query.fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
