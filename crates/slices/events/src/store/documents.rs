//! Documents of an event, and their addresses.

use std::collections::HashMap;

use base::Locale;
use db::{Conn, Result, bind_all, on, parameters};
use golden_thread::store::CardRow;
use golden_thread::{Card, EntryId, select_cards};
use sqlx::AssertSqlSafe;

/// The most documents on the page of an event; the page of the whole way lists all.
const DOCUMENTS: i64 = 50;

const DOCUMENTS_OF: &str = select_cards!(
    "",
    "JOIN links l ON l.to_id = e.id WHERE l.from_id = $2 AND l.relation = 'documented_in' AND l.withdrawn_at IS NULL \
     AND e.kind = 'document' AND e.state = 'published' ORDER BY e.earliest IS NULL, e.earliest, e.id LIMIT $3"
);

/// The documents about an event.
pub(crate) async fn documents_of(conn: &mut Conn<'_>, locale: Locale, event: EntryId) -> Result<Vec<Card>> {
    let rows: Vec<CardRow> = on!(conn, |c| {
        sqlx::query_as(DOCUMENTS_OF).bind(locale.code()).bind(event).bind(DOCUMENTS).fetch_all(c).await
    })?;
    rows.into_iter().map(|row| row.into_card(locale)).collect()
}

/// The addresses of documents, for those that have one.
pub(crate) async fn urls_of(conn: &mut Conn<'_>, ids: &[EntryId]) -> Result<HashMap<EntryId, String>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let sql = format!(
        "SELECT entry_id, url FROM documents WHERE url IS NOT NULL AND entry_id IN {}",
        parameters(1, ids.len())
    );
    let rows: Vec<(EntryId, String)> =
        on!(conn, |c| bind_all!(sqlx::query_as(AssertSqlSafe(sql.as_str())), ids).fetch_all(c).await)?;
    Ok(rows.into_iter().collect())
}
