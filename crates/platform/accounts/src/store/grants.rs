//! Grants: roles of people within scopes.

use std::collections::HashMap;

use db::{Conn, Result, bind_all, on, parameters, run, unknown};
use golden_thread::EntryId;
use uuid::Uuid;

use crate::person::{Grant, PersonId, Role, Scope, ScopeKind};

const INSERT: &str =
    "INSERT INTO grants (id, person_id, role, scope, entry_id) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING";

/// Inserts a grant; `false` if the person has it already.
pub(crate) async fn insert_grant(conn: &mut Conn<'_>, id: Uuid, person: PersonId, grant: Grant) -> Result<bool> {
    let touched = run!(
        conn,
        sqlx::query(INSERT)
            .bind(id)
            .bind(person)
            .bind(grant.role.code())
            .bind(grant.scope.kind().code())
            .bind(grant.scope.entry())
    )?;
    Ok(touched > 0)
}

const REMOVE: &str = "DELETE FROM grants WHERE person_id = $1 AND role = $2 AND scope = $3 \
     AND (entry_id = $4 OR (entry_id IS NULL AND scope = 'initiative'))";

/// Deletes a grant; `false` if the person does not have it.
pub(crate) async fn remove_grant(conn: &mut Conn<'_>, person: PersonId, grant: Grant) -> Result<bool> {
    let touched = run!(
        conn,
        sqlx::query(REMOVE)
            .bind(person)
            .bind(grant.role.code())
            .bind(grant.scope.kind().code())
            .bind(grant.scope.entry())
    )?;
    Ok(touched > 0)
}

const OTHER_ADMINISTRATORS: &str = "SELECT COUNT(*) FROM grants g JOIN persons p ON p.id = g.person_id \
     WHERE g.role = $1 AND p.id <> $2 AND p.disabled_at IS NULL AND p.signed_in_at IS NOT NULL";

/// Number of other administrators who have signed in before: an invited one may never come.
pub(crate) async fn other_administrators(conn: &mut Conn<'_>, person: PersonId) -> Result<i64> {
    let (count,): (i64,) = on!(conn, |c| {
        sqlx::query_as(OTHER_ADMINISTRATORS).bind(Role::Administrator.code()).bind(person).fetch_one(c).await
    })?;
    Ok(count)
}

type GrantRow = (PersonId, String, String, Option<EntryId>);

/// The grants of these people, in the order of roles.
pub(crate) async fn grants_of(conn: &mut Conn<'_>, people: &[PersonId]) -> Result<HashMap<PersonId, Vec<Grant>>> {
    let mut grants: HashMap<PersonId, Vec<Grant>> = HashMap::new();
    if people.is_empty() {
        return Ok(grants);
    }
    let sql = format!(
        "SELECT person_id, role, scope, entry_id FROM grants WHERE person_id IN {} ORDER BY id",
        parameters(1, people.len())
    );
    let sql = sqlx::AssertSqlSafe(sql);
    let rows: Vec<GrantRow> = on!(conn, |c| bind_all!(sqlx::query_as(sql), people).fetch_all(c).await)?;
    for (person, role, scope, entry) in rows {
        grants.entry(person).or_default().push(grant(&role, &scope, entry)?);
    }
    for list in grants.values_mut() {
        list.sort_by_key(|grant| grant.role);
    }
    Ok(grants)
}

fn grant(role: &str, scope: &str, entry: Option<EntryId>) -> Result<Grant> {
    let kind = ScopeKind::from_code(scope).ok_or_else(|| unknown("scope", scope))?;
    let found = Role::from_code(role).ok_or_else(|| unknown("role", role))?;
    let scope = Scope::of(kind, entry).ok_or_else(|| unknown("scope without its entry", scope))?;
    Grant::new(found, scope).ok_or_else(|| unknown("grant that makes no sense", role))
}
