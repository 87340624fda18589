//! Sessions of people in browsers.

use base::Email;
use base::clock::micros;
use db::{Conn, Result, instant, on, run, unknown};
use jiff::Timestamp;

use super::grants_of;
use crate::person::{Person, PersonId};
use crate::session::{AHEAD, EXACTNESS, Session, SessionId, Way, holds_since};
use services::Secret;

const INSERT: &str = "INSERT INTO sessions (id, secret_hash, person_id, way, device, started_at, used_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7)";

/// Inserts a session.
pub(crate) async fn insert_session(
    conn: &mut Conn<'_>,
    person: PersonId,
    session: &Session,
    secret: &Secret,
) -> Result<()> {
    run!(
        conn,
        sqlx::query(INSERT)
            .bind(session.id)
            .bind(secret.hash())
            .bind(person)
            .bind(session.way.code())
            .bind(&session.device)
            .bind(micros(session.started_at))
            .bind(micros(session.used_at))
    )?;
    Ok(())
}

const FIND: &str = "SELECT s.id, s.started_at, s.used_at, p.id, p.name, p.email FROM sessions s JOIN persons p ON p.id = s.person_id \
     WHERE s.secret_hash = $1 AND s.started_at > $2 AND s.used_at > $3 AND s.used_at <= $4 AND p.disabled_at IS NULL";

/// A valid session.
#[derive(Debug)]
pub(crate) struct Opened {
    pub(crate) id: SessionId,
    pub(crate) started_at: Timestamp,
    /// True if its last use must be recorded.
    pub(crate) is_due: bool,
    pub(crate) person: Person,
}

/// The valid session with this secret, if the person is enabled.
pub(crate) async fn find_by_secret(conn: &mut Conn<'_>, secret: &Secret, now: Timestamp) -> Result<Option<Opened>> {
    let (started, used) = holds_since(now);
    let row: Option<(SessionId, i64, i64, PersonId, String, String)> = on!(conn, |c| {
        sqlx::query_as(FIND)
            .bind(secret.hash())
            .bind(micros(started))
            .bind(micros(used))
            .bind(micros(now + AHEAD))
            .fetch_optional(c)
            .await
    })?;
    let Some((session, started_at, used_at, id, name, email)) = row else { return Ok(None) };
    let grants = grants_of(conn, &[id]).await?.remove(&id).unwrap_or_default();
    let email = Email::parse(&email).map_err(|error| sqlx::Error::Decode(error.into()))?;
    // In the future if the clock was set back meanwhile.
    let is_due = used_at <= micros(now - EXACTNESS) || used_at > micros(now + EXACTNESS);
    let person = Person { id, name, email, grants };
    Ok(Some(Opened { id: session, started_at: instant(started_at)?, is_due, person }))
}

const MARK_USED: &str = "UPDATE sessions SET used_at = $1 WHERE id = $2";

/// Records the use of a session.
pub(crate) async fn mark_used(conn: &mut Conn<'_>, id: SessionId, now: Timestamp) -> Result<()> {
    run!(conn, sqlx::query(MARK_USED).bind(micros(now)).bind(id))?;
    Ok(())
}

const END: &str = "DELETE FROM sessions WHERE id = $1 AND person_id = $2";

/// Ends a session of a person; `false` if they have none with this id.
pub(crate) async fn end_session(conn: &mut Conn<'_>, person: PersonId, id: SessionId) -> Result<bool> {
    Ok(run!(conn, sqlx::query(END).bind(id).bind(person))? > 0)
}

const END_OTHERS: &str = "DELETE FROM sessions WHERE person_id = $1 AND id <> $2";

/// Ends all sessions of a person but this one; returns their number.
pub(crate) async fn end_others(conn: &mut Conn<'_>, person: PersonId, but: SessionId) -> Result<u64> {
    run!(conn, sqlx::query(END_OTHERS).bind(person).bind(but))
}

const END_ALL: &str = "DELETE FROM sessions WHERE person_id = $1";

/// Ends all sessions of a person.
pub(crate) async fn end_all(conn: &mut Conn<'_>, person: PersonId) -> Result<()> {
    run!(conn, sqlx::query(END_ALL).bind(person))?;
    Ok(())
}

const END_BY_SECRET: &str = "DELETE FROM sessions WHERE secret_hash = $1";

/// Ends the session that a browser had before it signed in anew.
pub(crate) async fn end_by_secret(conn: &mut Conn<'_>, secret: &Secret) -> Result<()> {
    run!(conn, sqlx::query(END_BY_SECRET).bind(secret.hash()))?;
    Ok(())
}

const OF_PERSON: &str = "SELECT id, way, device, started_at, used_at FROM sessions \
     WHERE person_id = $1 AND started_at > $2 AND used_at > $3 AND used_at <= $4 ORDER BY used_at DESC, id DESC";

/// The valid sessions of a person, last used first.
pub(crate) async fn sessions_of(conn: &mut Conn<'_>, person: PersonId, now: Timestamp) -> Result<Vec<Session>> {
    let (started, used) = holds_since(now);
    let rows: Vec<(SessionId, String, String, i64, i64)> = on!(conn, |c| {
        sqlx::query_as(OF_PERSON)
            .bind(person)
            .bind(micros(started))
            .bind(micros(used))
            .bind(micros(now + AHEAD))
            .fetch_all(c)
            .await
    })?;
    let session = |(id, way, device, started_at, used_at): (SessionId, String, String, i64, i64)| {
        let way = Way::from_code(&way).ok_or_else(|| unknown("way to sign in", &way))?;
        Ok(Session { id, way, device, started_at: instant(started_at)?, used_at: instant(used_at)? })
    };
    rows.into_iter().map(session).collect()
}

const PURGE: &str = "DELETE FROM sessions WHERE started_at <= $1 OR used_at <= $2 OR used_at > $3";

/// Deletes sessions that are no longer valid; returns their number.
pub(crate) async fn purge_sessions(conn: &mut Conn<'_>, now: Timestamp) -> Result<u64> {
    let (started, used) = holds_since(now);
    run!(conn, sqlx::query(PURGE).bind(micros(started)).bind(micros(used)).bind(micros(now + AHEAD)))
}
