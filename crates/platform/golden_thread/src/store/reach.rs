//! Which fields of action, bodies and events an entry belongs to, and which events lie above those.
//!
//! What an entry belongs to, its kind declares ([`crate::sheet::Table::own`], `above`); kept is that of its
//! newest version. Links, programme items and sources are no ties. Events may lie in events, any number of
//! steps; a circle of them is walked once (`UNION`).

use std::collections::BTreeSet;

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

/// Keeps to what entries belong, in the place of what they belonged to.
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
pub async fn reach_through(conn: &mut Conn<'_>, to: &BTreeSet<EntryId>) -> Result<Reach> {
    let own: Vec<EntryId> = to.iter().copied().collect();
    let mut reach = Reach::default();
    if own.is_empty() {
        return Ok(reach);
    }
    // From a body or a field nothing leads further; from an event its own event and its own bodies do.
    let sql = format!(
        "WITH RECURSIVE above (id) AS (SELECT id FROM entries WHERE id IN {} UNION SELECT t.to_id FROM above a \
         JOIN entries e ON e.id = a.id AND e.kind = 'event' JOIN rights_ties t ON t.entry_id = a.id \
         JOIN entries u ON u.id = t.to_id AND u.kind <> 'field') \
         SELECT e.id, e.kind FROM above a JOIN entries e ON e.id = a.id ORDER BY e.id",
        parameters(1, own.len())
    );
    let rows: Vec<(EntryId, String)> =
        on!(conn, |c| bind_all!(sqlx::query_as(AssertSqlSafe(sql.as_str())), &own).fetch_all(c).await)?;
    for (id, code) in rows {
        match Kind::from_code(&code).ok_or_else(|| unknown("kind", &code))? {
            Kind::Field => reach.fields.push(id),
            Kind::Body => reach.bodies.push(id),
            Kind::Event => reach.events.push(id),
            _ => {}
        }
    }
    Ok(reach)
}
