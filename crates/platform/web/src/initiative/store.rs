//! The initiative's document in the database.

use anyhow::Context as _;
use db::{Conn, on, run};

use super::Initiative;

const LOAD: &str = "SELECT document FROM initiative WHERE id = 1";
const SAVE: &str = "INSERT INTO initiative (id, document) VALUES (1, $1) \
     ON CONFLICT (id) DO UPDATE SET document = excluded.document";

/// The document, or `None` in an empty database.
///
/// # Errors
/// If the database fails or the document cannot be parsed.
pub async fn load(conn: &mut Conn<'_>) -> anyhow::Result<Option<Initiative>> {
    let document: Option<(String,)> = on!(conn, |c| sqlx::query_as(LOAD).fetch_optional(c).await)?;
    document.map(|(text,)| serde_json::from_str(&text).context("the initiative's document in the database")).transpose()
}

/// Stores the document in place of the old one.
///
/// # Errors
/// If the database fails.
pub async fn save(conn: &mut Conn<'_>, initiative: &Initiative) -> anyhow::Result<()> {
    let document = serde_json::to_string(initiative)?;
    run!(conn, sqlx::query(SAVE).bind(&document))?;
    Ok(())
}
