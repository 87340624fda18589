//! Passwords as hashes, and how often a wrong one was tried.

use base::clock::micros;
use db::{Conn, Result, on, run};
use jiff::Timestamp;
use uuid::Uuid;

use crate::person::PersonId;

const HAS: &str = "SELECT COUNT(*) FROM persons WHERE id = $1 AND password IS NOT NULL";

/// Whether a person has a password.
pub(crate) async fn has_password(conn: &mut Conn<'_>, person: PersonId) -> Result<bool> {
    let (count,): (i64,) = on!(conn, |c| sqlx::query_as(HAS).bind(person).fetch_one(c).await)?;
    Ok(count > 0)
}

const SET: &str = "UPDATE persons SET password = $1 WHERE id = $2";

/// Keeps the hash of a person's new password, or removes it.
pub(crate) async fn set_password(conn: &mut Conn<'_>, person: PersonId, hash: Option<&str>) -> Result<()> {
    run!(conn, sqlx::query(SET).bind(hash).bind(person))?;
    Ok(())
}

const INSERT_WRONG: &str = "INSERT INTO wrong_passwords (id, account, at) VALUES ($1, $2, $3)";

/// Notes that a wrong password was tried.
pub(crate) async fn insert_wrong(conn: &mut Conn<'_>, id: Uuid, account: &str, at: Timestamp) -> Result<()> {
    run!(conn, sqlx::query(INSERT_WRONG).bind(id).bind(account).bind(micros(at)))?;
    Ok(())
}

const COUNT_WRONG: &str = "SELECT COUNT(*) FROM wrong_passwords WHERE account = $1 AND at > $2";

/// How often a wrong password was tried since an instant.
pub(crate) async fn count_wrong(conn: &mut Conn<'_>, account: &str, since: Timestamp) -> Result<i64> {
    let (count,): (i64,) =
        on!(conn, |c| sqlx::query_as(COUNT_WRONG).bind(account).bind(micros(since)).fetch_one(c).await)?;
    Ok(count)
}

const PURGE_WRONG: &str = "DELETE FROM wrong_passwords WHERE at <= $1";

/// Forgets what was tried before an instant.
pub(crate) async fn purge_wrong(conn: &mut Conn<'_>, before: Timestamp) -> Result<u64> {
    run!(conn, sqlx::query(PURGE_WRONG).bind(micros(before)))
}
