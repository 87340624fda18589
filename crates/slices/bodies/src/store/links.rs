//! Links to bodies, alone or with a role.

use std::collections::HashMap;

use base::Locale;
use db::{Conn, Result, bind_all, on, parameters};
use golden_thread::store::CardRow;
use golden_thread::{Card, EntryId, select_cards};
use sqlx::AssertSqlSafe;

use super::bodies::{role, sector};
use crate::{BodyLink, Role, Sector};

#[derive(sqlx::FromRow)]
struct LinkRow {
    #[sqlx(flatten)]
    card: CardRow,
    short: Option<String>,
}

impl LinkRow {
    fn into_link(self, locale: Locale) -> Result<BodyLink> {
        Ok(BodyLink { card: self.card.into_card(locale)?, short: self.short })
    }
}

const LINKS: &str =
    select_cards!(", b.short", "JOIN bodies b ON b.entry_id = e.id WHERE e.state = 'published' AND e.id IN ");

/// The links to some bodies, each once.
pub(crate) async fn links_of(conn: &mut Conn<'_>, locale: Locale, ids: &[EntryId]) -> Result<Vec<BodyLink>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    // A list of fifty agreements names the same few bodies repeatedly.
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids.dedup();
    let sql = format!("{LINKS}{}", parameters(2, ids.len()));
    let rows: Vec<LinkRow> =
        on!(conn, |c| bind_all!(sqlx::query_as(AssertSqlSafe(sql.as_str())).bind(locale.code()), ids)
            .fetch_all(c)
            .await)?;
    rows.into_iter().map(|row| row.into_link(locale)).collect()
}

const OTHERS_IN: &str = select_cards!(
    ", b.short",
    "JOIN bodies b ON b.entry_id = e.id WHERE e.state = 'published' AND e.municipality = $2 AND e.id <> $3 \
     ORDER BY b.venue, e.slug LIMIT $4"
);

/// Other bodies in the town of a body: first organisations, then venues.
pub(crate) async fn others_in(conn: &mut Conn<'_>, locale: Locale, body: &Card, limit: i64) -> Result<Vec<BodyLink>> {
    let Some(town) = &body.municipality else { return Ok(Vec::new()) };
    let rows: Vec<LinkRow> = on!(conn, |c| {
        sqlx::query_as(OTHERS_IN).bind(locale.code()).bind(town).bind(body.id).bind(limit).fetch_all(c).await
    })?;
    rows.into_iter().map(|row| row.into_link(locale)).collect()
}

#[derive(sqlx::FromRow)]
struct RoleRow {
    #[sqlx(flatten)]
    link: LinkRow,
    role: String,
}

const ROLES_IN: &str = select_cards!(
    ", b.short, r.role",
    "JOIN bodies b ON b.entry_id = e.id JOIN body_roles r ON r.body_id = b.entry_id \
     WHERE e.state = 'published' AND r.scope_id = $2 ORDER BY e.slug, r.position"
);
const ROLES_IN_ALL: &str = select_cards!(
    ", b.short, r.role",
    "JOIN bodies b ON b.entry_id = e.id JOIN body_roles r ON r.body_id = b.entry_id \
     WHERE e.state = 'published' AND r.scope_id IS NULL AND r.role = $2 ORDER BY e.slug, r.position"
);

/// The bodies with this role in the initiative as a whole.
pub(crate) async fn with_role(conn: &mut Conn<'_>, locale: Locale, role: Role) -> Result<Vec<BodyLink>> {
    let rows: Vec<RoleRow> =
        on!(conn, |c| sqlx::query_as(ROLES_IN_ALL).bind(locale.code()).bind(role.code()).fetch_all(c).await)?;
    rows.into_iter().map(|row| row.link.into_link(locale)).collect()
}

/// The bodies with a role in an entry.
pub(crate) async fn roles_in(conn: &mut Conn<'_>, locale: Locale, scope: EntryId) -> Result<Vec<(BodyLink, Role)>> {
    let rows: Vec<RoleRow> =
        on!(conn, |c| sqlx::query_as(ROLES_IN).bind(locale.code()).bind(scope).fetch_all(c).await)?;
    rows.into_iter().map(|row| Ok((row.link.into_link(locale)?, role(&row.role)?))).collect()
}

const SECTORS: &str = "SELECT b.entry_id, b.sector FROM bodies b JOIN entries e ON e.id = b.entry_id \
     WHERE e.state = 'published' AND b.sector IS NOT NULL AND b.entry_id IN ";

/// The sectors of some bodies; those without a known sector are left out.
pub(crate) async fn sectors_of(conn: &mut Conn<'_>, ids: &[EntryId]) -> Result<HashMap<EntryId, Sector>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let sql = format!("{SECTORS}{}", parameters(1, ids.len()));
    let rows: Vec<(EntryId, String)> =
        on!(conn, |c| bind_all!(sqlx::query_as(AssertSqlSafe(sql.as_str())), ids).fetch_all(c).await)?;
    rows.into_iter().map(|(id, code)| Ok((id, sector(&code)?))).collect()
}
