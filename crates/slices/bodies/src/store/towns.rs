//! The table of the region's towns, and their entries.

use base::Locale;
use db::{Conn, Result, on, run, unknown};
use golden_thread::store::CardRow;
use golden_thread::{Card, select_cards};

use crate::sheet::Municipality;

const INSERT_TOWN: &str =
    "INSERT INTO municipalities (ags, position, name, district, map_column, map_row) VALUES ($1, $2, $3, $4, $5, $6)";
const TOWNS: &str = "SELECT ags, name, district, map_column, map_row FROM municipalities ORDER BY position";

/// Inserts a town at its position in the file.
pub(crate) async fn insert_town(conn: &mut Conn<'_>, position: i64, town: &Municipality) -> Result<()> {
    run!(
        conn,
        sqlx::query(INSERT_TOWN)
            .bind(&town.ags)
            .bind(position)
            .bind(&town.name)
            .bind(&town.district)
            .bind(i64::from(town.column))
            .bind(i64::from(town.row))
    )?;
    Ok(())
}

/// All towns, in the order of their file.
pub(crate) async fn towns(conn: &mut Conn<'_>) -> Result<Vec<Municipality>> {
    let rows: Vec<(String, String, Option<String>, i64, i64)> =
        on!(conn, |c| sqlx::query_as(TOWNS).fetch_all(c).await)?;
    let cell = |value: i64| u8::try_from(value).map_err(|_| unknown("cell", &value.to_string()));
    rows.into_iter()
        .map(|(ags, name, district, column, row)| {
            Ok(Municipality { ags, name, district, column: cell(column)?, row: cell(row)? })
        })
        .collect()
}

const TOWN: &str = "SELECT name FROM municipalities WHERE ags = $1";

/// The name of the town with this official municipality key (AGS), if it is one of the region.
pub(crate) async fn town_name(conn: &mut Conn<'_>, ags: &str) -> Result<Option<String>> {
    let row: Option<(String,)> = on!(conn, |c| sqlx::query_as(TOWN).bind(ags).fetch_optional(c).await)?;
    Ok(row.map(|(name,)| name))
}

// The rows of the page are selected from the index before their cards are built.
const ENTRIES_IN: &str = select_cards!(
    "",
    "WHERE e.id IN (SELECT x.id FROM entries x WHERE x.municipality = $2 AND x.kind <> 'body' AND x.state = 'published' \
     ORDER BY x.earliest IS NULL, x.earliest DESC, x.id LIMIT $3 OFFSET $4) \
     ORDER BY e.earliest IS NULL, e.earliest DESC, e.id"
);
const COUNT_IN: &str =
    "SELECT COUNT(*) FROM entries e WHERE e.municipality = $1 AND e.kind <> 'body' AND e.state = 'published'";

/// One page of the entries in a town, newest first, without its bodies.
pub(crate) async fn entries_in(
    conn: &mut Conn<'_>,
    locale: Locale,
    ags: &str,
    limit: i64,
    offset: i64,
) -> Result<Vec<Card>> {
    let rows: Vec<CardRow> = on!(conn, |c| {
        sqlx::query_as(ENTRIES_IN).bind(locale.code()).bind(ags).bind(limit).bind(offset).fetch_all(c).await
    })?;
    rows.into_iter().map(|row| row.into_card(locale)).collect()
}

/// The number of entries in a town, without its bodies.
pub(crate) async fn count_in(conn: &mut Conn<'_>, ags: &str) -> Result<i64> {
    let (count,): (i64,) = on!(conn, |c| sqlx::query_as(COUNT_IN).bind(ags).fetch_one(c).await)?;
    Ok(count)
}
