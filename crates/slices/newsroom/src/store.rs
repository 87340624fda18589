//! Queries for the issuers of press releases, for entries with numbers, and for pages in Leichte Sprache.

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use base::Locale;
use db::{Conn, Result, bind_all, on, parameters, run};
use golden_thread::store::CardRow;
use golden_thread::{Card, EntryId, select_cards};
use sqlx::AssertSqlSafe;

/// The issuing bodies of some press releases, in the order that editors chose.
pub(crate) async fn issuers_of(conn: &mut Conn<'_>, ids: &[EntryId]) -> Result<HashMap<EntryId, Vec<EntryId>>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let sql = format!(
        "SELECT entry_id, body_id FROM press_issuers WHERE entry_id IN {} ORDER BY entry_id, position",
        parameters(1, ids.len())
    );
    let rows: Vec<(EntryId, EntryId)> =
        on!(conn, |c| bind_all!(sqlx::query_as(AssertSqlSafe(sql.as_str())), ids).fetch_all(c).await)?;
    let mut issuers: HashMap<EntryId, Vec<EntryId>> = HashMap::new();
    for (id, body) in rows {
        issuers.entry(id).or_default().push(body);
    }
    Ok(issuers)
}

const ALL_ISSUERS: &str = "SELECT e.id, p.body_id FROM entries e LEFT JOIN press_issuers p ON p.entry_id = e.id \
     WHERE e.kind = 'press_release' ORDER BY e.id, p.position";

/// The issuers of all press releases, including drafts.
pub(crate) async fn all_issuers(conn: &mut Conn<'_>) -> Result<HashMap<EntryId, Vec<EntryId>>> {
    let rows: Vec<(EntryId, Option<EntryId>)> = on!(conn, |c| sqlx::query_as(ALL_ISSUERS).fetch_all(c).await)?;
    let mut issuers: HashMap<EntryId, Vec<EntryId>> = HashMap::new();
    for (id, body) in rows {
        issuers.entry(id).or_default().extend(body);
    }
    Ok(issuers)
}

const INSERT_ISSUER: &str = "INSERT INTO press_issuers (entry_id, position, body_id) VALUES ($1, $2, $3)";

const CLEAR_ISSUERS: &str = "DELETE FROM press_issuers WHERE entry_id = $1";

/// Deletes the issuers of a press release.
pub(crate) async fn clear_issuers(conn: &mut Conn<'_>, id: EntryId) -> Result<()> {
    run!(conn, sqlx::query(CLEAR_ISSUERS).bind(id))?;
    Ok(())
}

/// Inserts the issuers of a press release.
pub(crate) async fn insert_issuers(conn: &mut Conn<'_>, id: EntryId, issuers: &[EntryId]) -> Result<()> {
    for (position, body) in (0_i64..).zip(issuers) {
        run!(conn, sqlx::query(INSERT_ISSUER).bind(id).bind(position).bind(*body))?;
    }
    Ok(())
}

#[derive(sqlx::FromRow)]
struct CountedRow {
    #[sqlx(flatten)]
    card: CardRow,
    highlight: bool,
}

// The entries are selected before their cards are built: for forty instead of all.
const WITH_CLAIMS: &str = select_cards!(
    ", e.highlight",
    "JOIN (SELECT x.id FROM entries x WHERE x.state = 'published' AND EXISTS (SELECT 1 FROM claims c WHERE c.entry_id = x.id) \
     ORDER BY x.earliest DESC NULLS LAST, x.id DESC LIMIT $2) newest ON newest.id = e.id \
     ORDER BY e.earliest DESC NULLS LAST, e.id DESC"
);

/// The newest entries with claims, each with true if it is highlighted.
pub(crate) async fn with_claims(conn: &mut Conn<'_>, locale: Locale, limit: i64) -> Result<Vec<(Card, bool)>> {
    let rows: Vec<CountedRow> =
        on!(conn, |c| sqlx::query_as(WITH_CLAIMS).bind(locale.code()).bind(limit).fetch_all(c).await)?;
    rows.into_iter().map(|row| Ok((row.card.into_card(locale)?, row.highlight))).collect()
}

const EASY_PAGES: &str = select_cards!(
    "",
    "WHERE e.kind = 'page' AND e.state = 'published' AND t.entry_id IS NOT NULL ORDER BY e.number NULLS LAST, e.slug LIMIT $2"
);

/// The text pages with a text in Leichte Sprache.
pub(crate) async fn easy_pages(conn: &mut Conn<'_>, limit: i64) -> Result<Vec<Card>> {
    let locale = Locale::Easy;
    let rows: Vec<CardRow> =
        on!(conn, |c| sqlx::query_as(EASY_PAGES).bind(locale.code()).bind(limit).fetch_all(c).await)?;
    rows.into_iter().map(|row| row.into_card(locale)).collect()
}
