//! The names to which lists refer.

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
