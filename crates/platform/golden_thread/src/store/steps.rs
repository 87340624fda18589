//! Direct steps along the thread.
//!
//! Phases only sort the timeline: that something lies in a phase does not mean that it came out of it,
//! so they are no steps.

use std::collections::HashMap;

use base::Locale;
use db::{Conn, Result, bind_all, on, parameters, unknown};
use sqlx::AssertSqlSafe;

use super::around::edtf;
use super::cards::CardRow;
use super::{code, localized};
use crate::entry::{ShortStep, Source, Step};
use crate::{Basis, Card, EntryId, Kind, Relation, Side, select_cards};

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
    basis: Option<String>,
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
            basis: basis(self.basis.as_deref())?,
        })
    }
}

/// The ground of a link by its code.
pub(super) fn basis(code: Option<&str>) -> Result<Option<Basis>> {
    code.map(|code| Basis::from_code(code).ok_or_else(|| unknown("ground of a link", code))).transpose()
}

/// The statement for the links of which some entries are the near end: `$1` is the limit, `$2` the
/// language. The body that asserts a link is named if it is public.
fn links_sql(side: Side, ids: usize) -> String {
    let (near, far) = ends(side);
    format!(
        "SELECT k.{near} AS near_id, k.{far} AS far_id, k.relation, k.edtf, k.note_de, k.note_en, \
         s.name_de AS source_de, s.name_en AS source_en, s.url AS source_url, \
         COALESCE(t.title, a.title) AS asserted_by, k.basis \
         FROM links k CROSS JOIN entries e LEFT JOIN sources s ON s.key = k.source_key \
         LEFT JOIN entries b ON b.id = k.asserted_by AND b.state = 'published' \
         LEFT JOIN entry_texts a ON a.entry_id = b.id AND a.locale = 'de' \
         LEFT JOIN entry_texts t ON t.entry_id = b.id AND t.locale = $2 \
         WHERE k.withdrawn_at IS NULL AND k.{near} IN {} AND e.id = k.{far} AND e.state = 'published' \
         AND (e.kind <> 'phase' OR k.relation <> 'part_of') \
         ORDER BY e.earliest NULLS LAST, e.number NULLS LAST, e.id LIMIT $1",
        parameters(3, ids),
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
    let links: Vec<LinkRow> = on!(conn, |c| {
        let query = sqlx::query_as(AssertSqlSafe(sql.as_str())).bind(limit).bind(locale.code());
        bind_all!(query, ids).fetch_all(c).await
    })?;
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

// `$1` is the language, `$2` the number of steps wanted for each entry; the ids follow.
const FIRST_STEPS: &str = select_cards!(
    ", n.near_id, n.relation, n.total",
    "JOIN (SELECT k.{near} AS near_id, k.{far} AS far_id, k.relation, \
     ROW_NUMBER() OVER (PARTITION BY k.{near} ORDER BY o.earliest NULLS LAST, o.number NULLS LAST, o.id, k.relation) AS place, \
     COUNT(*) OVER (PARTITION BY k.{near}) AS total \
     FROM links k CROSS JOIN entries o WHERE k.withdrawn_at IS NULL AND k.{near} IN {ids} AND o.id = k.{far} \
     AND o.state = 'published' AND (o.kind <> 'phase' OR k.relation <> 'part_of'){only}) n \
     ON n.far_id = e.id WHERE n.place <= $2 ORDER BY n.near_id, n.place"
);

/// The direct steps that a list wants.
#[derive(Debug, Clone, Copy)]
pub struct FirstSteps<'a> {
    /// Origins or outcomes.
    pub side: Side,
    /// Most steps for each entry.
    pub each: i64,
    /// Only steps by these relations; any relation if it is empty.
    pub by: &'a [Relation],
    /// No steps by these relations.
    pub not_by: &'a [Relation],
    /// Only to entries of this kind.
    pub to: Option<Kind>,
}

impl FirstSteps<'_> {
    /// The first steps on one side, by whatever relation.
    pub fn on(side: Side, each: i64) -> Self {
        Self { side, each, by: &[], not_by: &[], to: None }
    }

    /// The statement; relations and kinds are written into it, ids are bound.
    fn sql(&self, ids: usize) -> String {
        let (near, far) = ends(self.side);
        let codes = |relations: &[Relation]| {
            let codes: Vec<String> = relations.iter().map(|relation| format!("'{}'", relation.code())).collect();
            codes.join(", ")
        };
        let by = (!self.by.is_empty()).then(|| format!(" AND k.relation IN ({})", codes(self.by)));
        let not_by = (!self.not_by.is_empty()).then(|| format!(" AND k.relation NOT IN ({})", codes(self.not_by)));
        let to = self.to.map(|kind| format!(" AND o.kind = '{}'", kind.code()));
        let only: String = [by, not_by, to].into_iter().flatten().collect();
        FIRST_STEPS
            .replace("{near}", near)
            .replace("{far}", far)
            .replace("{ids}", &parameters(3, ids))
            .replace("{only}", &only)
    }
}

#[derive(sqlx::FromRow)]
struct FirstStepRow {
    #[sqlx(flatten)]
    card: CardRow,
    near_id: EntryId,
    relation: String,
    total: i64,
}

/// The first direct steps of each of some entries, as it happened, and how many there are.
pub async fn first_steps(
    conn: &mut Conn<'_>,
    locale: Locale,
    ids: &[EntryId],
    wanted: FirstSteps<'_>,
) -> Result<HashMap<EntryId, (Vec<ShortStep>, usize)>> {
    let mut steps: HashMap<EntryId, (Vec<ShortStep>, usize)> = HashMap::new();
    if ids.is_empty() {
        return Ok(steps);
    }
    let sql = wanted.sql(ids.len());
    let rows: Vec<FirstStepRow> = on!(conn, |c| {
        let query = sqlx::query_as(AssertSqlSafe(sql.as_str())).bind(code(locale)).bind(wanted.each);
        bind_all!(query, ids).fetch_all(c).await
    })?;
    for row in rows {
        let relation = Relation::from_code(&row.relation).ok_or_else(|| unknown("relation", &row.relation))?;
        let step = ShortStep { card: row.card.into_card(locale)?, side: wanted.side, relation };
        let (first, total) = steps.entry(row.near_id).or_default();
        first.push(step);
        *total = usize::try_from(row.total).map_err(|_| unknown("number of steps", &row.total.to_string()))?;
    }
    Ok(steps)
}

const IN_TIME: &str = "ORDER BY e.earliest NULLS LAST, e.number NULLS LAST, e.id";

const CARDS: &str = select_cards!("", "WHERE e.id IN ");

/// The cards of some entries, as it happened.
pub async fn cards(conn: &mut Conn<'_>, locale: Locale, ids: &[EntryId]) -> Result<Vec<Card>> {
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
