//! The table of templates.

use base::clock::micros;
use db::{Conn, Result, instant, on, run, unknown};
use golden_thread::Kind;
use golden_thread::history::Author;
use jiff::Timestamp;
use uuid::Uuid;

use super::Template;

const ALL: &str = "SELECT id, kind, name, person, at, deleted_at FROM entry_templates ORDER BY name, at DESC, id";

/// All templates, also the deleted ones, by name.
pub(crate) async fn all(conn: &mut Conn<'_>) -> Result<Vec<Template>> {
    type Row = (Uuid, String, String, String, i64, Option<i64>);
    let rows: Vec<Row> = on!(conn, |c| sqlx::query_as(ALL).fetch_all(c).await)?;
    let template = |(id, kind, name, person, at, deleted_at): Row| {
        let kind = Kind::from_code(&kind).ok_or_else(|| unknown("kind", &kind))?;
        Ok(Template { id, kind, name, person, at: instant(at)?, is_deleted: deleted_at.is_some() })
    };
    rows.into_iter().map(template).collect()
}

const FIND: &str = "SELECT kind, name, document FROM entry_templates WHERE id = $1";

/// The kind, the name and the document of a template, also of a deleted one.
pub(crate) async fn find(conn: &mut Conn<'_>, id: Uuid) -> Result<Option<(Kind, String, String)>> {
    let row: Option<(String, String, String)> = on!(conn, |c| sqlx::query_as(FIND).bind(id).fetch_optional(c).await)?;
    row.map(|(kind, name, document)| {
        Ok((Kind::from_code(&kind).ok_or_else(|| unknown("kind", &kind))?, name, document))
    })
    .transpose()
}

const ADD: &str = "INSERT INTO entry_templates (id, kind, name, document, person, at) VALUES ($1, $2, $3, $4, $5, $6)";

/// Adds a template; its name must be free.
pub(super) async fn add(
    conn: &mut Conn<'_>,
    author: Author<'_>,
    (kind, name, document): (Kind, &str, &str),
) -> Result<()> {
    let (id, at) = (author.ids.next(), micros(author.at));
    let (kind, person) = (kind.code(), author.name);
    run!(conn, sqlx::query(ADD).bind(id).bind(kind).bind(name).bind(document).bind(person).bind(at))?;
    Ok(())
}

const FREE: &str = "UPDATE entry_templates SET deleted_at = $3 WHERE kind = $1 AND name = $2 AND deleted_at IS NULL";

/// Deletes the template of a kind with this name; false if there is none.
pub(super) async fn free(conn: &mut Conn<'_>, (kind, name): (Kind, &str), at: Timestamp) -> Result<bool> {
    Ok(run!(conn, sqlx::query(FREE).bind(kind.code()).bind(name).bind(micros(at)))? > 0)
}

const BRING_BACK: &str = "UPDATE entry_templates SET deleted_at = NULL WHERE id = $1";

/// Brings a deleted template back; its name must be free.
pub(super) async fn bring_back(conn: &mut Conn<'_>, id: Uuid) -> Result<()> {
    run!(conn, sqlx::query(BRING_BACK).bind(id))?;
    Ok(())
}

const PURGE: &str = "DELETE FROM entry_templates WHERE deleted_at < $1";

/// Deletes templates for good that were deleted before an instant, in microseconds.
pub(super) async fn purge(conn: &mut Conn<'_>, before: i64) -> Result<u64> {
    run!(conn, sqlx::query(PURGE).bind(before))
}
