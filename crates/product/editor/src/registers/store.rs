//! The names to which lists refer, and the entries that refer to a source.

use db::{Conn, Result, on, unknown};
use golden_thread::{EntryId, Kind};

const NAMES: &str = "SELECT id, kind, slug FROM entries WHERE kind IN ('body', 'field')";

/// The entries to which lists refer: organisations and fields of action.
pub(super) async fn names(conn: &mut Conn<'_>) -> Result<Vec<(EntryId, Kind, String)>> {
    read_names(on!(conn, |c| sqlx::query_as(NAMES).fetch_all(c).await)?)
}

const FORMER_NAMES: &str = "SELECT entry_id, kind, slug FROM redirects WHERE kind IN ('body', 'field')";

/// The addresses that organisations and fields of action had.
pub(super) async fn former_names(conn: &mut Conn<'_>) -> Result<Vec<(EntryId, Kind, String)>> {
    read_names(on!(conn, |c| sqlx::query_as(FORMER_NAMES).fetch_all(c).await)?)
}

fn read_names(rows: Vec<(EntryId, String, String)>) -> Result<Vec<(EntryId, Kind, String)>> {
    rows.into_iter()
        .map(|(id, code, slug)| Ok((id, Kind::from_code(&code).ok_or_else(|| unknown("kind", &code))?, slug)))
        .collect()
}

const NAMING: &str = "SELECT e.kind, e.slug, t.title, COUNT(*) OVER () FROM entries e \
     JOIN entry_texts t ON t.entry_id = e.id AND t.locale = 'de' WHERE e.id IN \
     (SELECT entry_id FROM entry_sources WHERE source_key = $1 UNION SELECT from_id FROM links WHERE source_key = $1 \
     UNION SELECT entry_id FROM claims WHERE source_key = $1) ORDER BY t.title, e.id LIMIT $2";

/// An entry that names a source.
#[derive(Debug)]
pub(super) struct Naming {
    pub(super) kind: Kind,
    pub(super) slug: String,
    pub(super) title: String,
}

/// The first entries that name a source, and the number of all.
pub(super) async fn naming(conn: &mut Conn<'_>, key: &str, most: i64) -> Result<(Vec<Naming>, i64)> {
    let rows: Vec<(String, String, String, i64)> =
        on!(conn, |c| sqlx::query_as(NAMING).bind(key).bind(most).fetch_all(c).await)?;
    let total = rows.first().map_or(0, |row| row.3);
    let naming = rows.into_iter().map(|(code, slug, title, _)| {
        Ok(Naming { kind: Kind::from_code(&code).ok_or_else(|| unknown("kind", &code))?, slug, title })
    });
    Ok((naming.collect::<Result<_>>()?, total))
}
