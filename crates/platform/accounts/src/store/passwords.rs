//! Passwords as hashes.

use db::{Conn, Result, on, run};

use crate::person::PersonId;

const HAS: &str = "SELECT COUNT(*) FROM persons WHERE id = $1 AND password IS NOT NULL";

/// True if a person has a password.
pub(crate) async fn has_password(conn: &mut Conn<'_>, person: PersonId) -> Result<bool> {
    let (count,): (i64,) = on!(conn, |c| sqlx::query_as(HAS).bind(person).fetch_one(c).await)?;
    Ok(count > 0)
}

const SET: &str = "UPDATE persons SET password = $1 WHERE id = $2";

/// Sets the hash of a person's password, or deletes it.
pub(crate) async fn set_password(conn: &mut Conn<'_>, person: PersonId, hash: Option<&str>) -> Result<()> {
    run!(conn, sqlx::query(SET).bind(hash).bind(person))?;
    Ok(())
}
