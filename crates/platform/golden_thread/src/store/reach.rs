//! The fields of action, bodies and events to which an entry belongs, and the events above those.
//!
//! The kind declares to what an entry belongs ([`crate::sheet::Table::own`], `above`); stored are the ties
//! of its newest version. Links, programme items and sources are no ties. Events may lie in events, any
//! number of steps; a cycle of them is walked once.

use std::collections::{BTreeMap, BTreeSet};

use db::{Conn, Result, bind_all, insert_all, on, parameters, run, unknown};
use sqlx::AssertSqlSafe;

use crate::{EntryId, Kind};

/// Everything that an entry belongs to, however many steps up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach {
    /// Its fields of action: its own only.
    pub fields: Vec<EntryId>,
    /// Its bodies, and those of the events above it.
    pub bodies: Vec<EntryId>,
    /// The events to which it belongs, and those above them.
    pub events: Vec<EntryId>,
}

const INSERT: &str = "INSERT INTO rights_ties (entry_id, to_id) VALUES ($1, $2)";

/// Replaces the ties of these entries.
pub async fn put_rights_ties(conn: &mut Conn<'_>, entries: &[(EntryId, BTreeSet<EntryId>)]) -> Result<()> {
    for some in entries.chunks(db::ROWS_AT_ONCE) {
        let ids: Vec<EntryId> = some.iter().map(|(id, _)| *id).collect();
        let sql = format!("DELETE FROM rights_ties WHERE entry_id IN {}", parameters(1, ids.len()));
        run!(conn, bind_all!(sqlx::query(AssertSqlSafe(sql.as_str())), &ids))?;
    }
    let ties: Vec<(EntryId, EntryId)> =
        entries.iter().flat_map(|(id, to)| to.iter().map(move |to| (*id, *to))).collect();
    insert_all!(conn, INSERT, ties, |query, (entry, to)| query.bind(*entry).bind(*to))
}

const OF_ENTRY: &str = "SELECT to_id FROM rights_ties WHERE entry_id = $1";

/// Everything that an entry belongs to; of an event, itself too, and so for bodies and fields.
pub async fn reach_of(conn: &mut Conn<'_>, entry: EntryId) -> Result<Reach> {
    let mut to: BTreeSet<EntryId> =
        on!(conn, |c| sqlx::query_scalar(OF_ENTRY).bind(entry).fetch_all(c).await)?.into_iter().collect();
    to.insert(entry);
    reach_through(conn, &to).await
}

/// Everything that lies above these entries, and those of them that are fields, bodies or events.
///
/// Step by step, because SQLite would walk through all entries for one recursive statement; events lie in events
/// a few steps at most.
pub async fn reach_through(conn: &mut Conn<'_>, to: &BTreeSet<EntryId>) -> Result<Reach> {
    let mut known: BTreeMap<EntryId, Kind> = BTreeMap::new();
    let mut new: Vec<EntryId> = to.iter().copied().collect();
    while !new.is_empty() {
        let kinds = kinds_of(conn, &new).await?;
        // From a body or a field nothing leads further; from an event its own event and its own bodies do.
        let events: Vec<EntryId> = kinds.iter().filter(|(_, kind)| *kind == Kind::EVENT).map(|(id, _)| *id).collect();
        let is_own = known.is_empty();
        known.extend(kinds.into_iter().filter(|(_, kind)| is_own || *kind != Kind::FIELD));
        new = ends_of(conn, &events).await?;
        new.retain(|id| !known.contains_key(id));
    }
    let of = |kind: Kind| known.iter().filter(|(_, own)| **own == kind).map(|(id, _)| *id).collect();
    Ok(Reach { fields: of(Kind::FIELD), bodies: of(Kind::BODY), events: of(Kind::EVENT) })
}

async fn kinds_of(conn: &mut Conn<'_>, ids: &[EntryId]) -> Result<Vec<(EntryId, Kind)>> {
    let sql = format!("SELECT id, kind FROM entries WHERE id IN {}", parameters(1, ids.len()));
    let rows: Vec<(EntryId, String)> =
        on!(conn, |c| bind_all!(sqlx::query_as(AssertSqlSafe(sql.as_str())), ids).fetch_all(c).await)?;
    let kind = |code: &str| Kind::from_code(code).ok_or_else(|| unknown("kind", code));
    rows.into_iter().map(|(id, code)| Ok((id, kind(&code)?))).collect()
}

async fn ends_of(conn: &mut Conn<'_>, entries: &[EntryId]) -> Result<Vec<EntryId>> {
    if entries.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!("SELECT DISTINCT to_id FROM rights_ties WHERE entry_id IN {}", parameters(1, entries.len()));
    on!(conn, |c| bind_all!(sqlx::query_scalar(AssertSqlSafe(sql.as_str())), entries).fetch_all(c).await)
}
