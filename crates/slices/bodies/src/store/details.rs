//! The details on the page of one body, besides its card.

use std::collections::HashMap;

use base::Locale;
use db::{Conn, Result, bind_all, on, parameters, unknown};
use edtf::{Certainty, Edtf, When};
use golden_thread::store::CardRow;
use golden_thread::{Card, EntryId, select_cards};
use sqlx::AssertSqlSafe;

use super::bodies::{role, sector, stage};
use crate::{Role, Sector, Stage};

/// The facts about a body that its card does not show.
#[derive(Debug)]
pub(crate) struct Details {
    pub(crate) short: Option<String>,
    pub(crate) sector: Option<Sector>,
    pub(crate) stages: Vec<Stage>,
    pub(crate) website: Option<String>,
    pub(crate) venue: bool,
}

/// One role of a body, ready for its page.
#[derive(Debug, Clone)]
pub(crate) struct RoleLine {
    /// The role of the body.
    pub(crate) role: Role,
    /// The entry in which it has the role; `None` means the initiative as a whole.
    pub(crate) scope: Option<Card>,
    /// The period of the role.
    pub(crate) when: Option<When>,
}

const DETAILS: &str = "SELECT short, sector, website, venue FROM bodies WHERE entry_id = $1";
const STAGES: &str = "SELECT stage FROM body_stages WHERE body_id = $1 ORDER BY position";

/// The facts about a body; an error if it does not exist.
pub(crate) async fn details(conn: &mut Conn<'_>, id: EntryId) -> Result<Details> {
    let (short, code, website, venue): (Option<String>, Option<String>, Option<String>, bool) =
        on!(conn, |c| sqlx::query_as(DETAILS).bind(id).fetch_one(c).await)?;
    let stages: Vec<(String,)> = on!(conn, |c| sqlx::query_as(STAGES).bind(id).fetch_all(c).await)?;
    Ok(Details {
        short,
        sector: code.as_deref().map(sector).transpose()?,
        stages: stages.iter().map(|(code,)| stage(code)).collect::<Result<_>>()?,
        website,
        venue,
    })
}

#[derive(sqlx::FromRow)]
struct RoleRow {
    body_id: EntryId,
    role: String,
    scope_id: Option<EntryId>,
    edtf: Option<String>,
}

const ROLES: &str = "SELECT body_id, role, scope_id, edtf FROM body_roles WHERE body_id IN ";
const SCOPES: &str = select_cards!(
    "",
    "WHERE e.state = 'published' AND e.id IN (SELECT r.scope_id FROM body_roles r WHERE r.body_id IN "
);

/// The roles of some bodies, in the order of each body. A role in an unpublished entry is left
/// out.
pub(crate) async fn roles_of(
    conn: &mut Conn<'_>,
    locale: Locale,
    ids: &[EntryId],
) -> Result<HashMap<EntryId, Vec<RoleLine>>> {
    let mut roles: HashMap<EntryId, Vec<RoleLine>> = HashMap::new();
    if ids.is_empty() {
        return Ok(roles);
    }
    let scopes = scopes_of(conn, locale, ids).await?;
    let sql = format!("{ROLES}{} ORDER BY body_id, position", parameters(1, ids.len()));
    let rows: Vec<RoleRow> =
        on!(conn, |c| bind_all!(sqlx::query_as(AssertSqlSafe(sql.as_str())), ids).fetch_all(c).await)?;
    for row in rows {
        let scope = row.scope_id.map(|id| scopes.get(&id).cloned());
        let Some(scope) = scope.map_or(Some(None), |card| card.map(Some)) else { continue };
        let when = row.edtf.as_deref().map(when).transpose()?;
        roles.entry(row.body_id).or_default().push(RoleLine { role: role(&row.role)?, scope, when });
    }
    Ok(roles)
}

async fn scopes_of(conn: &mut Conn<'_>, locale: Locale, ids: &[EntryId]) -> Result<HashMap<EntryId, Card>> {
    let sql = format!("{SCOPES}{})", parameters(2, ids.len()));
    let rows: Vec<CardRow> =
        on!(conn, |c| bind_all!(sqlx::query_as(AssertSqlSafe(sql.as_str())).bind(locale.code()), ids)
            .fetch_all(c)
            .await)?;
    rows.into_iter().map(|row| row.into_card(locale).map(|card| (card.id, card))).collect()
}

/// A period of a role. A role on record is certain; any doubt about its time is in the EDTF itself.
fn when(text: &str) -> Result<When> {
    Edtf::parse(text).map(|edtf| When::new(edtf, Certainty::Fixed)).map_err(|_| unknown("date", text))
}
