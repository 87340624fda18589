//! All bodies with few columns, to be grouped, counted and sorted by the rules of German.

use std::collections::HashMap;

use base::Locale;
use db::{Conn, Result, on};
use golden_thread::EntryId;

use super::bodies::{role, sector, stage};
use crate::directory::Member;

#[derive(sqlx::FromRow)]
struct MemberRow {
    id: EntryId,
    title: String,
    municipality: Option<String>,
    sector: Option<String>,
    venue: bool,
}

const MEMBERS: &str = "SELECT e.id, COALESCE(t.title, d.title) AS title, e.municipality, b.sector, b.venue \
     FROM bodies b JOIN entries e ON e.id = b.entry_id AND e.state = 'published' \
     JOIN entry_texts d ON d.entry_id = e.id AND d.locale = 'de' \
     LEFT JOIN entry_texts t ON t.entry_id = e.id AND t.locale = $1";
const STAGES: &str = "SELECT body_id, stage FROM body_stages";
const ROLES: &str = "SELECT r.body_id, r.role, (r.scope_id IS NULL) AS whole FROM body_roles r \
     LEFT JOIN entries s ON s.id = r.scope_id WHERE r.scope_id IS NULL OR s.state = 'published'";

/// All published bodies, in no particular order.
pub(crate) async fn members(conn: &mut Conn<'_>, locale: Locale) -> Result<Vec<Member>> {
    let rows: Vec<MemberRow> = on!(conn, |c| sqlx::query_as(MEMBERS).bind(locale.code()).fetch_all(c).await)?;
    let stages: Vec<(EntryId, String)> = on!(conn, |c| sqlx::query_as(STAGES).fetch_all(c).await)?;
    let roles: Vec<(EntryId, String, bool)> = on!(conn, |c| sqlx::query_as(ROLES).fetch_all(c).await)?;
    let mut stages_of: HashMap<EntryId, Vec<_>> = HashMap::new();
    for (id, code) in stages {
        stages_of.entry(id).or_default().push(stage(&code)?);
    }
    let mut roles_of: HashMap<EntryId, Vec<_>> = HashMap::new();
    for (id, code, whole) in roles {
        roles_of.entry(id).or_default().push((role(&code)?, whole));
    }
    rows.into_iter()
        .map(|row| {
            Ok(Member {
                stages: stages_of.remove(&row.id).unwrap_or_default(),
                roles: roles_of.remove(&row.id).unwrap_or_default(),
                id: row.id,
                title: row.title,
                town: row.municipality,
                sector: row.sector.as_deref().map(sector).transpose()?,
                venue: row.venue,
            })
        })
        .collect()
}
