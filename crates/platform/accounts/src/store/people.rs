//! People as the list of people shows them.

use std::collections::HashSet;

use base::Email;
use db::{Conn, Result, bind_all, instant, on, parameters};

use super::grants_of;
use crate::person::{AccountState, Person, PersonId, Profile, Role};

#[derive(Debug, sqlx::FromRow)]
struct Row {
    id: PersonId,
    name: String,
    email: String,
    signed_in_at: Option<i64>,
    disabled_at: Option<i64>,
}

/// Parameters 1 and 2 are the page; people outside of it are not read.
macro_rules! select_people {
    ($tail:literal) => {
        concat!("SELECT p.id, p.name, p.email, p.signed_in_at, p.disabled_at FROM persons p ", $tail)
    };
}

const ALL: &str = select_people!("ORDER BY p.sort_name, p.id LIMIT $1 OFFSET $2");
const WITH_ROLE: &str = select_people!(
    "WHERE EXISTS (SELECT 1 FROM grants g WHERE g.person_id = p.id AND g.role = $3) \
     ORDER BY p.sort_name, p.id LIMIT $1 OFFSET $2"
);

/// People by name, as a dictionary sorts them: all, or those with a role.
pub(crate) async fn list_people(conn: &mut Conn<'_>, role: Option<Role>, skip: i64, most: i64) -> Result<Vec<Profile>> {
    let rows: Vec<Row> = match role {
        None => on!(conn, |c| sqlx::query_as(ALL).bind(most).bind(skip).fetch_all(c).await)?,
        Some(role) => {
            on!(conn, |c| sqlx::query_as(WITH_ROLE).bind(most).bind(skip).bind(role.code()).fetch_all(c).await)?
        }
    };
    let ids: Vec<PersonId> = rows.iter().map(|row| row.id).collect();
    let mut grants = grants_of(conn, &ids).await?;
    rows.into_iter().map(|row| into_profile(row, |id| grants.remove(&id).unwrap_or_default())).collect()
}

const COUNT_ALL: &str = "SELECT COUNT(*) FROM persons";
const COUNT_WITH_ROLE: &str = "SELECT COUNT(DISTINCT person_id) FROM grants WHERE role = $1";

/// Number of people: all, or those with a role.
pub(crate) async fn count_people(conn: &mut Conn<'_>, role: Option<Role>) -> Result<i64> {
    let (count,): (i64,) = match role {
        None => on!(conn, |c| sqlx::query_as(COUNT_ALL).fetch_one(c).await)?,
        Some(role) => on!(conn, |c| sqlx::query_as(COUNT_WITH_ROLE).bind(role.code()).fetch_one(c).await)?,
    };
    Ok(count)
}

const ONE: &str = select_people!("WHERE p.id = $1");

/// One person.
pub(crate) async fn profile(conn: &mut Conn<'_>, id: PersonId) -> Result<Option<Profile>> {
    let row: Option<Row> = on!(conn, |c| sqlx::query_as(ONE).bind(id).fetch_optional(c).await)?;
    let Some(row) = row else { return Ok(None) };
    let mut grants = grants_of(conn, &[id]).await?;
    into_profile(row, |id| grants.remove(&id).unwrap_or_default()).map(Some)
}

/// Those of these people who have not been deleted.
pub(crate) async fn still_here(conn: &mut Conn<'_>, people: &[PersonId]) -> Result<HashSet<PersonId>> {
    if people.is_empty() {
        return Ok(HashSet::new());
    }
    let sql = format!("SELECT id FROM persons WHERE id IN {}", parameters(1, people.len()));
    let sql = sqlx::AssertSqlSafe(sql);
    let ids: Vec<PersonId> = on!(conn, |c| bind_all!(sqlx::query_scalar(sql), people).fetch_all(c).await)?;
    Ok(ids.into_iter().collect())
}

fn into_profile(row: Row, grants: impl FnOnce(PersonId) -> Vec<crate::Grant>) -> Result<Profile> {
    let state = match (row.disabled_at, row.signed_in_at) {
        (Some(since), _) => AccountState::Disabled(instant(since)?),
        (None, Some(at)) => AccountState::Active(instant(at)?),
        (None, None) => AccountState::Invited,
    };
    let email = Email::parse(&row.email).map_err(|error| sqlx::Error::Decode(error.into()))?;
    Ok(Profile { person: Person { id: row.id, name: row.name, email, grants: grants(row.id) }, state })
}
