//! Passkeys, and challenges that wait for an answer.

use base::clock::micros;
use db::{Conn, Result, instant, on, run};
use jiff::Timestamp;
use uuid::Uuid;

use crate::passkey::StoredKey;
use crate::person::PersonId;
use crate::session::AHEAD;

/// A passkey as its person sees it.
#[derive(Debug, Clone)]
pub(crate) struct Passkey {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) created_at: Timestamp,
    pub(crate) used_at: Option<Timestamp>,
}

const INSERT_CHALLENGE: &str =
    "INSERT INTO challenges (id, kind, person_id, state, ends_at) VALUES ($1, $2, $3, $4, $5)";

/// Stores a challenge until it is answered.
pub(crate) async fn insert_challenge(
    conn: &mut Conn<'_>,
    (id, kind): (Uuid, &str),
    person: Option<PersonId>,
    state: &[u8],
    ends_at: Timestamp,
) -> Result<()> {
    run!(conn, sqlx::query(INSERT_CHALLENGE).bind(id).bind(kind).bind(person).bind(state).bind(micros(ends_at)))?;
    Ok(())
}

const TAKE_CHALLENGE: &str =
    "DELETE FROM challenges WHERE id = $1 AND kind = $2 AND ends_at > $3 RETURNING person_id, state";

/// Deletes a challenge and returns it, so that it cannot be answered a second time.
pub(crate) async fn take_challenge(
    conn: &mut Conn<'_>,
    (id, kind): (Uuid, &str),
    now: Timestamp,
) -> Result<Option<(Option<PersonId>, Vec<u8>)>> {
    on!(conn, |c| sqlx::query_as(TAKE_CHALLENGE).bind(id).bind(kind).bind(micros(now)).fetch_optional(c).await)
}

const PURGE_CHALLENGES: &str = "DELETE FROM challenges WHERE ends_at <= $1 OR ends_at > $2";

/// Deletes expired challenges, and those that were created by a clock that ran far ahead.
pub(crate) async fn purge_challenges(conn: &mut Conn<'_>, now: Timestamp) -> Result<u64> {
    run!(conn, sqlx::query(PURGE_CHALLENGES).bind(micros(now)).bind(micros(now + AHEAD)))
}

const INSERT: &str = "INSERT INTO passkeys (id, person_id, credential_id, name, static_state, dynamic_state, created_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (credential_id) DO NOTHING";

/// Adds a passkey; `false` if the credential id is taken.
pub(crate) async fn insert_passkey(
    conn: &mut Conn<'_>,
    (id, person): (Uuid, PersonId),
    name: &str,
    key: &StoredKey,
    now: Timestamp,
) -> Result<bool> {
    let touched = run!(
        conn,
        sqlx::query(INSERT)
            .bind(id)
            .bind(person)
            .bind(&key.credential_id)
            .bind(name)
            .bind(&key.fixed)
            .bind(&key.changing)
            .bind(micros(now))
    )?;
    Ok(touched > 0)
}

const FIND: &str = "SELECT k.id, p.name, k.static_state, k.dynamic_state FROM passkeys k \
     JOIN persons p ON p.id = k.person_id WHERE k.credential_id = $1 AND k.person_id = $2 AND p.disabled_at IS NULL";

/// The passkey with this credential id, if it belongs to this person and they are enabled: its id, the name
/// of the person, and the key.
pub(crate) async fn find_passkey(
    conn: &mut Conn<'_>,
    person: PersonId,
    credential_id: &str,
) -> Result<Option<(Uuid, String, StoredKey)>> {
    let row: Option<(Uuid, String, Vec<u8>, Vec<u8>)> =
        on!(conn, |c| sqlx::query_as(FIND).bind(credential_id).bind(person).fetch_optional(c).await)?;
    Ok(row.map(|(id, name, fixed, changing)| {
        (id, name, StoredKey { credential_id: credential_id.to_owned(), fixed, changing })
    }))
}

const USE: &str = "UPDATE passkeys SET dynamic_state = $1, used_at = $2 WHERE id = $3";

/// Records the use of a passkey, and the state that changed with it.
pub(crate) async fn use_passkey(conn: &mut Conn<'_>, id: Uuid, changing: &[u8], now: Timestamp) -> Result<()> {
    run!(conn, sqlx::query(USE).bind(changing).bind(micros(now)).bind(id))?;
    Ok(())
}

const OF_PERSON: &str =
    "SELECT id, name, created_at, used_at FROM passkeys WHERE person_id = $1 ORDER BY created_at, id";

/// The passkeys of a person, oldest first.
pub(crate) async fn passkeys_of(conn: &mut Conn<'_>, person: PersonId) -> Result<Vec<Passkey>> {
    let rows: Vec<(Uuid, String, i64, Option<i64>)> =
        on!(conn, |c| sqlx::query_as(OF_PERSON).bind(person).fetch_all(c).await)?;
    let passkey = |(id, name, created_at, used_at): (Uuid, String, i64, Option<i64>)| {
        let used_at = used_at.map(instant).transpose()?;
        Ok(Passkey { id, name, created_at: instant(created_at)?, used_at })
    };
    rows.into_iter().map(passkey).collect()
}

const CREDENTIAL_IDS: &str = "SELECT credential_id FROM passkeys WHERE person_id = $1 ORDER BY id";

/// The credential ids of a person's passkeys.
pub(crate) async fn credential_ids(conn: &mut Conn<'_>, person: PersonId) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = on!(conn, |c| sqlx::query_as(CREDENTIAL_IDS).bind(person).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

const REMOVE: &str = "DELETE FROM passkeys WHERE id = $1 AND person_id = $2";

/// Deletes a passkey of a person; `false` if they have none with this id.
pub(crate) async fn remove_passkey(conn: &mut Conn<'_>, person: PersonId, id: Uuid) -> Result<bool> {
    Ok(run!(conn, sqlx::query(REMOVE).bind(id).bind(person))? > 0)
}
