//! Entries to which a role can be limited.

use base::{Locale, fold};
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

const BY_NAME: &str = "SELECT e.id FROM entries e \
     JOIN entry_texts t ON t.entry_id = e.id AND t.locale = 'de' \
     WHERE e.kind IN ('field', 'body', 'event') AND e.state <> 'withdrawn' AND (e.slug LIKE $1 OR EXISTS \
     (SELECT 1 FROM entry_texts o WHERE o.entry_id = e.id AND o.folded LIKE $2)) \
     ORDER BY CASE WHEN t.folded LIKE $3 THEN 0 ELSE 1 END, t.title, e.id LIMIT $4";

/// No title is as long as this, in characters; databases refuse longer patterns.
const LONGEST: usize = 300;

/// Fields, bodies and events whose title or address holds this text, in any language, published or not; those whose
/// title begins with it first.
pub(crate) async fn scopes_named(conn: &mut Conn<'_>, locale: Locale, text: &str, most: i64) -> Result<Vec<Card>> {
    let words = fold::words(text);
    if words.is_empty() || text.chars().nth(LONGEST).is_some() {
        return Ok(Vec::new());
    }
    let ids: Vec<(EntryId,)> = on!(conn, |c| sqlx::query_as(BY_NAME)
        .bind(format!("%{}%", words.replace(' ', "-")))
        .bind(format!("%{words}%"))
        .bind(format!("{words}%"))
        .bind(most)
        .fetch_all(c)
        .await)?;
    let ids: Vec<EntryId> = ids.into_iter().map(|(id,)| id).collect();
    let mut found = cards(conn, locale, &ids).await?;
    found.sort_by_key(|card| ids.iter().position(|id| *id == card.id));
    Ok(found)
}
