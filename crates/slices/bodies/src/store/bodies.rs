//! The stored data of bodies besides their cards: storage, and export.

use std::collections::HashMap;

use db::{Conn, Result, on, run, unknown};
use edtf::Edtf;
use golden_thread::EntryId;

use crate::{Role, Sector, Stage};

/// The stored data of a body besides its card.
#[derive(Debug)]
pub(crate) struct StoredBody {
    pub(crate) id: EntryId,
    pub(crate) short: Option<String>,
    pub(crate) sector: Option<Sector>,
    pub(crate) stages: Vec<Stage>,
    pub(crate) website: Option<String>,
    pub(crate) venue: bool,
    pub(crate) roles: Vec<StoredRole>,
}

/// One role of a body; without a scope it is a role in the initiative as a whole.
#[derive(Debug, Clone, Copy)]
pub(crate) struct StoredRole {
    pub(crate) body: EntryId,
    pub(crate) role: Role,
    pub(crate) scope: Option<EntryId>,
    pub(crate) when: Option<Edtf>,
}

const INSERT_BODY: &str = "INSERT INTO bodies (entry_id, short, sector, website, venue) VALUES ($1, $2, $3, $4, $5) \
     ON CONFLICT (entry_id) DO UPDATE SET short = excluded.short, sector = excluded.sector, website = excluded.website, \
     venue = excluded.venue";
const INSERT_STAGE: &str = "INSERT INTO body_stages (body_id, position, stage) VALUES ($1, $2, $3)";
const INSERT_ROLE: &str =
    "INSERT INTO body_roles (body_id, position, role, scope_id, edtf) VALUES ($1, $2, $3, $4, $5)";

const CLEAR: [&str; 2] = ["DELETE FROM body_stages WHERE body_id = $1", "DELETE FROM body_roles WHERE body_id = $1"];

/// Deletes the stages and roles of a body.
pub(crate) async fn clear_body(conn: &mut Conn<'_>, id: EntryId) -> Result<()> {
    for statement in CLEAR {
        run!(conn, sqlx::query(statement).bind(id))?;
    }
    Ok(())
}

/// Inserts the data of a body besides its card.
pub(crate) async fn insert_body(conn: &mut Conn<'_>, body: &StoredBody) -> Result<()> {
    run!(
        conn,
        sqlx::query(INSERT_BODY)
            .bind(body.id)
            .bind(&body.short)
            .bind(body.sector.map(Sector::code))
            .bind(&body.website)
            .bind(body.venue)
    )?;
    for (position, stage) in (0_i64..).zip(&body.stages) {
        run!(conn, sqlx::query(INSERT_STAGE).bind(body.id).bind(position).bind(stage.code()))?;
    }
    for (position, role) in (0_i64..).zip(&body.roles) {
        let edtf = role.when.map(|when| when.to_string());
        run!(
            conn,
            sqlx::query(INSERT_ROLE).bind(body.id).bind(position).bind(role.role.code()).bind(role.scope).bind(edtf)
        )?;
    }
    Ok(())
}

#[derive(sqlx::FromRow)]
struct BodyRow {
    entry_id: EntryId,
    short: Option<String>,
    sector: Option<String>,
    website: Option<String>,
    venue: bool,
}

#[derive(sqlx::FromRow)]
struct RoleRow {
    body_id: EntryId,
    role: String,
    scope_id: Option<EntryId>,
    edtf: Option<String>,
}

const ALL_BODIES: &str = "SELECT entry_id, short, sector, website, venue FROM bodies ORDER BY entry_id";
const ALL_STAGES: &str = "SELECT body_id, stage FROM body_stages ORDER BY body_id, position";
const ALL_ROLES: &str = "SELECT body_id, role, scope_id, edtf FROM body_roles ORDER BY body_id, position";

/// All bodies, including drafts.
pub(crate) async fn all_bodies(conn: &mut Conn<'_>) -> Result<Vec<StoredBody>> {
    let rows: Vec<BodyRow> = on!(conn, |c| sqlx::query_as(ALL_BODIES).fetch_all(c).await)?;
    let stages: Vec<(EntryId, String)> = on!(conn, |c| sqlx::query_as(ALL_STAGES).fetch_all(c).await)?;
    let mut stages_of: HashMap<EntryId, Vec<Stage>> = HashMap::new();
    for (id, code) in stages {
        stages_of.entry(id).or_default().push(stage(&code)?);
    }
    let mut roles_of: HashMap<EntryId, Vec<StoredRole>> = HashMap::new();
    for role in all_roles(conn).await? {
        roles_of.entry(role.body).or_default().push(role);
    }
    rows.into_iter()
        .map(|row| {
            Ok(StoredBody {
                id: row.entry_id,
                short: row.short,
                sector: row.sector.as_deref().map(sector).transpose()?,
                stages: stages_of.remove(&row.entry_id).unwrap_or_default(),
                website: row.website,
                venue: row.venue,
                roles: roles_of.remove(&row.entry_id).unwrap_or_default(),
            })
        })
        .collect()
}

/// All roles of all bodies, in the order of each body.
pub(crate) async fn all_roles(conn: &mut Conn<'_>) -> Result<Vec<StoredRole>> {
    let rows: Vec<RoleRow> = on!(conn, |c| sqlx::query_as(ALL_ROLES).fetch_all(c).await)?;
    rows.into_iter()
        .map(|row| {
            let when = row.edtf.as_deref().map(|text| Edtf::parse(text).map_err(|_| unknown("date", text)));
            Ok(StoredRole { body: row.body_id, role: role(&row.role)?, scope: row.scope_id, when: when.transpose()? })
        })
        .collect()
}

pub(super) fn role(code: &str) -> Result<Role> {
    Role::from_code(code).ok_or_else(|| unknown("role", code))
}

pub(super) fn sector(code: &str) -> Result<Sector> {
    Sector::from_code(code).ok_or_else(|| unknown("sector", code))
}

pub(super) fn stage(code: &str) -> Result<Stage> {
    Stage::from_code(code).ok_or_else(|| unknown("stage", code))
}
