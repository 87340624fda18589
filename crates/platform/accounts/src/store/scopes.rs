//! Entries to which a role can be limited.

use base::Locale;
use db::{Conn, Result, on};
use golden_thread::store::cards;
use golden_thread::{Card, EntryId, Kind};

use crate::person::Scope;

const FIND: &str = "SELECT id FROM entries WHERE kind = $1 AND slug = $2";

/// The entry with this slug, published or not.
async fn find_entry(conn: &mut Conn<'_>, kind: Kind, slug: &str) -> Result<Option<EntryId>> {
    let found: Option<(EntryId,)> =
        on!(conn, |c| sqlx::query_as(FIND).bind(kind.code()).bind(slug).fetch_optional(c).await)?;
    Ok(found.map(|(id,)| id))
}

/// The scope that a reference names (`handlungsfelder/vielfalt`); `None` if there is no such field, body or
/// event.
pub(crate) async fn find_scope(conn: &mut Conn<'_>, reference: &str) -> Result<Option<Scope>> {
    let Some((folder, slug)) = reference.split_once('/') else { return Ok(None) };
    let Some(kind) = Kind::from_folder(folder) else { return Ok(None) };
    let scope: fn(EntryId) -> Scope = match kind {
        Kind::FIELD => Scope::Field,
        Kind::BODY => Scope::Body,
        Kind::EVENT => Scope::Event,
        _ => return Ok(None),
    };
    Ok(find_entry(conn, kind, slug).await?.map(scope))
}

const FIELDS: &str = "SELECT id FROM entries WHERE kind = 'field'";

/// All fields of action, by number, published or not.
pub(crate) async fn fields(conn: &mut Conn<'_>, locale: Locale) -> Result<Vec<Card>> {
    let ids: Vec<(EntryId,)> = on!(conn, |c| sqlx::query_as(FIELDS).fetch_all(c).await)?;
    let ids: Vec<EntryId> = ids.into_iter().map(|(id,)| id).collect();
    let mut fields = cards(conn, locale, &ids).await?;
    fields.sort_by_key(|field| field.number);
    Ok(fields)
}
