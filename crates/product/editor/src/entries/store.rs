//! The desk's queries about entries, drafts and withdrawn ones too.

use db::{Conn, Result, on, unknown};
use golden_thread::{EntryId, Kind, Relation, State};

pub(crate) use desk_kit::store::name;

const FIND: &str = "SELECT id, state FROM entries WHERE kind = $1 AND slug = $2";

/// An entry by its address, in any state.
pub(crate) async fn find(conn: &mut Conn<'_>, kind: Kind, slug: &str) -> Result<Option<(EntryId, State)>> {
    let row: Option<(EntryId, String)> =
        on!(conn, |c| sqlx::query_as(FIND).bind(kind.code()).bind(slug).fetch_optional(c).await)?;
    row.map(|(id, code)| Ok((id, State::from_code(&code).ok_or_else(|| unknown("state", &code))?))).transpose()
}

const STATE: &str = "SELECT state FROM entries WHERE id = $1";

/// The state of an entry.
pub(crate) async fn state(conn: &mut Conn<'_>, id: EntryId) -> Result<State> {
    let code: String = on!(conn, |c| sqlx::query_scalar(STATE).bind(id).fetch_one(c).await)?;
    State::from_code(&code).ok_or_else(|| unknown("state", &code))
}

/// A link to an entry.
#[derive(Debug)]
pub(crate) struct IncomingLink {
    pub(crate) relation: Relation,
    pub(crate) kind: Kind,
    pub(crate) slug: String,
    pub(crate) title: String,
}

// Both ends are looked up by their indexes in time; the end of the sentence has none.
const INCOMING: &str = "SELECT l.relation, e.kind, e.slug, t.title, COUNT(*) OVER () FROM links l JOIN entries e ON e.id = l.from_id \
     JOIN entry_texts t ON t.entry_id = e.id AND t.locale = 'de' WHERE (l.origin_id = $1 OR l.outcome_id = $1) AND l.to_id = $1 \
     AND l.withdrawn_at IS NULL AND e.state = 'published' ORDER BY t.title, e.id, l.relation LIMIT $2";

/// Links of public entries to an entry, at most `limit`, and the number of all.
pub(crate) async fn incoming(conn: &mut Conn<'_>, id: EntryId, limit: i64) -> Result<(Vec<IncomingLink>, i64)> {
    let rows: Vec<(String, String, String, String, i64)> =
        on!(conn, |c| sqlx::query_as(INCOMING).bind(id).bind(limit).fetch_all(c).await)?;
    let total = rows.first().map_or(0, |row| row.4);
    let links = rows.into_iter().map(|(relation, kind, slug, title, _)| {
        Ok(IncomingLink {
            relation: Relation::from_code(&relation).ok_or_else(|| unknown("relation", &relation))?,
            kind: Kind::from_code(&kind).ok_or_else(|| unknown("kind", &kind))?,
            slug,
            title,
        })
    });
    Ok((links.collect::<Result<_>>()?, total))
}
