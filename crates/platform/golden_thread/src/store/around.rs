//! Reads for the page of an entry: fields, sources, claims, gaps, and neighbours.

use std::collections::HashMap;

use base::Locale;
use claims::{Amount, Claim, ClaimKind, Number, Qualifier, Unit};
use db::{Conn, Result, bind_all, on, parameters, unknown};
use edtf::Edtf;
use sqlx::AssertSqlSafe;

use super::cards::CardRow;
use super::{code, localized};
use crate::entry::{ClaimLine, Gap, GapSide, Source};
use crate::{Card, EntryId, select_cards};

const FIELDS: &str = select_cards!(
    "",
    "WHERE e.id IN (SELECT field_id FROM entry_fields WHERE entry_id = $2) AND e.state = 'published' ORDER BY e.number"
);

/// The fields of action to which an entry belongs.
pub async fn fields_of(conn: &mut Conn<'_>, locale: Locale, id: EntryId) -> Result<Vec<Card>> {
    let rows: Vec<CardRow> = on!(conn, |c| sqlx::query_as(FIELDS).bind(code(locale)).bind(id).fetch_all(c).await)?;
    rows.into_iter().map(|row| row.into_card(locale)).collect()
}

const PHASE: &str = select_cards!(
    "",
    "WHERE e.id IN (SELECT to_id FROM links WHERE from_id = $2 AND relation = 'part_of' AND withdrawn_at IS NULL) \
     AND e.kind = 'phase' AND e.state = 'published' ORDER BY e.number LIMIT 1"
);

/// The phase of the process of which an entry is a part.
pub async fn phase_of(conn: &mut Conn<'_>, locale: Locale, id: EntryId) -> Result<Option<Card>> {
    let row: Option<CardRow> =
        on!(conn, |c| sqlx::query_as(PHASE).bind(code(locale)).bind(id).fetch_optional(c).await)?;
    row.map(|row| row.into_card(locale)).transpose()
}

#[derive(sqlx::FromRow)]
struct SourceRow {
    name_de: String,
    name_en: Option<String>,
    url: Option<String>,
}

impl From<SourceRow> for Source {
    fn from(row: SourceRow) -> Self {
        Self { name: base::Localized { de: row.name_de, en: row.name_en }, url: row.url }
    }
}

const SOURCES: &str = "SELECT s.name_de, s.name_en, s.url FROM entry_sources x JOIN sources s ON s.key = x.source_key \
     WHERE x.entry_id = $1 ORDER BY x.position";

/// The evidence for the facts of an entry.
pub async fn sources_of(conn: &mut Conn<'_>, id: EntryId) -> Result<Vec<Source>> {
    let rows: Vec<SourceRow> = on!(conn, |c| sqlx::query_as(SOURCES).bind(id).fetch_all(c).await)?;
    Ok(rows.into_iter().map(Source::from).collect())
}

#[derive(sqlx::FromRow)]
pub(super) struct ClaimRow {
    pub(super) entry_id: EntryId,
    kind: String,
    amount: Option<i64>,
    minimum: Option<i64>,
    maximum: Option<i64>,
    qualifier: String,
    unit: String,
    edtf: Option<String>,
    source_key: Option<String>,
    note_de: Option<String>,
    note_en: Option<String>,
    name_de: Option<String>,
    name_en: Option<String>,
    url: Option<String>,
}

impl ClaimRow {
    pub(super) fn claim(&self) -> Result<Claim> {
        let tenths = |value: Option<i64>| {
            value
                .map(|value| {
                    u64::try_from(value)
                        .ok()
                        .and_then(|tenths| Number::from_tenths(tenths).ok())
                        .ok_or_else(|| unknown("amount", &value.to_string()))
                })
                .transpose()
        };
        let amount = Amount::from_parts(tenths(self.amount)?, tenths(self.minimum)?, tenths(self.maximum)?);
        let qualifier = Qualifier::from_code(&self.qualifier).ok_or_else(|| unknown("qualifier", &self.qualifier))?;
        let unit = Unit::from_code(&self.unit).ok_or_else(|| unknown("unit", &self.unit))?;
        let kind = ClaimKind::from_code(&self.kind).ok_or_else(|| unknown("kind of claim", &self.kind))?;
        let mut claim = amount
            .and_then(|amount| Claim::new(amount, qualifier, unit, kind))
            .map_err(|error| sqlx::Error::Decode(error.into()))?;
        claim.when = self.edtf.as_deref().map(edtf).transpose()?;
        claim.source.clone_from(&self.source_key);
        claim.note = localized(self.note_de.clone(), self.note_en.clone());
        Ok(claim)
    }

    fn line(self) -> Result<ClaimLine> {
        let claim = self.claim()?;
        let source = localized(self.name_de, self.name_en).map(|name| Source { name, url: self.url });
        Ok(ClaimLine { claim, source })
    }
}

pub(super) fn edtf(text: &str) -> Result<Edtf> {
    Edtf::parse(text).map_err(|_| unknown("date", text))
}

pub(super) const CLAIMS: &str = "SELECT c.entry_id, c.kind, c.amount, c.minimum, c.maximum, c.qualifier, c.unit, c.edtf, \
     c.source_key, c.note_de, c.note_en, s.name_de, s.name_en, s.url \
     FROM claims c LEFT JOIN sources s ON s.key = c.source_key ";

/// The numbers stated about some entries, in the order that editors gave them.
pub async fn claims_of(conn: &mut Conn<'_>, ids: &[EntryId]) -> Result<HashMap<EntryId, Vec<ClaimLine>>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let sql = format!("{CLAIMS} WHERE c.entry_id IN {} ORDER BY c.entry_id, c.position", parameters(1, ids.len()));
    let rows: Vec<ClaimRow> =
        on!(conn, |c| bind_all!(sqlx::query_as(AssertSqlSafe(sql.as_str())), ids).fetch_all(c).await)?;
    let mut claims: HashMap<EntryId, Vec<ClaimLine>> = HashMap::new();
    for row in rows {
        claims.entry(row.entry_id).or_default().push(row.line()?);
    }
    Ok(claims)
}

/// The gaps in the record of some entries, in the order that editors gave them.
pub async fn gaps_of(conn: &mut Conn<'_>, ids: &[EntryId]) -> Result<HashMap<EntryId, Vec<Gap>>> {
    let mut gaps: HashMap<EntryId, Vec<Gap>> = HashMap::new();
    if ids.is_empty() {
        return Ok(gaps);
    }
    let sql = format!(
        "SELECT entry_id, side, text_de, text_en FROM gaps WHERE entry_id IN {} ORDER BY entry_id, position",
        parameters(1, ids.len())
    );
    let rows: Vec<(EntryId, String, String, Option<String>)> =
        on!(conn, |c| bind_all!(sqlx::query_as(AssertSqlSafe(sql.as_str())), ids).fetch_all(c).await)?;
    for (id, side, de, en) in rows {
        gaps.entry(id).or_default().push(gap(&side, de, en)?);
    }
    Ok(gaps)
}

pub(super) fn gap(side: &str, de: String, en: Option<String>) -> Result<Gap> {
    let side = GapSide::from_code(side).ok_or_else(|| unknown("side of a gap", side))?;
    Ok(Gap { side, text: base::Localized { de, en } })
}

// `$3` is the number or the day of the card itself, `$4` its id, which decides ties.
const BEFORE_BY_NUMBER: &str = select_cards!(
    "",
    "WHERE e.kind = $2 AND e.state = 'published' AND (e.number < $3 OR (e.number = $3 AND e.id < $4)) \
     ORDER BY e.number DESC, e.id DESC LIMIT 1"
);
const AFTER_BY_NUMBER: &str = select_cards!(
    "",
    "WHERE e.kind = $2 AND e.state = 'published' AND (e.number > $3 OR (e.number = $3 AND e.id > $4)) \
     ORDER BY e.number, e.id LIMIT 1"
);
const BEFORE_BY_TIME: &str = select_cards!(
    "",
    "WHERE e.kind = $2 AND e.state = 'published' AND (e.earliest < $3 OR (e.earliest = $3 AND e.id < $4)) \
     ORDER BY e.earliest DESC, e.id DESC LIMIT 1"
);
const AFTER_BY_TIME: &str = select_cards!(
    "",
    "WHERE e.kind = $2 AND e.state = 'published' AND (e.earliest > $3 OR (e.earliest = $3 AND e.id > $4)) \
     ORDER BY e.earliest, e.id LIMIT 1"
);

/// The entries of the same kind before and after this one: by number in a numbered kind, else by time. A
/// card without number and date has no neighbours.
pub async fn neighbours(conn: &mut Conn<'_>, locale: Locale, card: &Card) -> Result<(Option<Card>, Option<Card>)> {
    let (before, after, place) = if card.kind.def().is_numbered {
        (BEFORE_BY_NUMBER, AFTER_BY_NUMBER, card.number)
    } else {
        (BEFORE_BY_TIME, AFTER_BY_TIME, card.when.and_then(edtf::When::earliest).map(super::cards::days))
    };
    let Some(place) = place else { return Ok((None, None)) };
    let mut found = Vec::with_capacity(2);
    for sql in [before, after] {
        let row: Option<CardRow> = on!(conn, |c| {
            sqlx::query_as(sql)
                .bind(code(locale))
                .bind(card.kind.code())
                .bind(place)
                .bind(card.id)
                .fetch_optional(c)
                .await
        })?;
        found.push(row.map(|row| row.into_card(locale)).transpose()?);
    }
    let after = found.pop().flatten();
    Ok((found.pop().flatten(), after))
}
