//! The table of personal links.

use base::clock::micros;
use db::{Conn, Result, instant, on, run};
use jiff::Timestamp;
use uuid::Uuid;

use super::{AHEAD, NewPass, Pass, RECENT, Recent, SKEW};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    purpose: String,
    subject: String,
    detail: String,
    maker_id: Option<Uuid>,
    maker: String,
    made_at: i64,
    ends_at: i64,
}

impl Row {
    fn read(self) -> Result<Pass> {
        Ok(Pass {
            id: self.id,
            purpose: self.purpose,
            subject: self.subject,
            detail: self.detail,
            maker: self.maker_id,
            maker_name: self.maker,
            made_at: instant(self.made_at)?,
            ends_at: instant(self.ends_at)?,
        })
    }
}

const INSERT: &str = "INSERT INTO passes (id, secret_hash, purpose, subject, detail, maker_id, maker, once, made_at, ends_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (id) DO NOTHING";

/// Inserts a link; `false` if there is one with this id.
pub(super) async fn insert(
    conn: &mut Conn<'_>,
    (id, hash): (Uuid, &str),
    new: &NewPass<'_>,
    now: Timestamp,
) -> Result<bool> {
    let touched = run!(
        conn,
        sqlx::query(INSERT)
            .bind(id)
            .bind(hash)
            .bind(new.purpose)
            .bind(new.subject)
            .bind(new.detail)
            .bind(new.maker.map(|(id, _)| id))
            .bind(new.maker.map_or("", |(_, name)| name))
            .bind(new.once)
            .bind(micros(now))
            .bind(micros(now + new.lasts))
    )?;
    Ok(touched > 0)
}

/// The columns of a [`Row`].
macro_rules! select_passes {
    ($($tail:tt)+) => {
        concat!("SELECT id, purpose, subject, detail, maker_id, maker, made_at, ends_at FROM passes WHERE ", $($tail)+)
    };
}

/// The condition for a link to be valid: parameter 1 is now, 2 the latest permitted time of creation.
macro_rules! opens {
    () => {
        "ends_at > $1 AND made_at <= $2 AND revoked_at IS NULL AND (used_at IS NULL OR NOT once)"
    };
}

const BY_HASH: &str = select_passes!("secret_hash = $1");

pub(super) async fn by_hash(conn: &mut Conn<'_>, hash: &str) -> Result<Option<Pass>> {
    let row: Option<Row> = on!(conn, |c| sqlx::query_as(BY_HASH).bind(hash).fetch_optional(c).await)?;
    row.map(Row::read).transpose()
}

const FIND: &str = select_passes!("secret_hash = $3 AND ", opens!());

pub(super) async fn find(conn: &mut Conn<'_>, hash: &str, now: Timestamp) -> Result<Option<Pass>> {
    let row: Option<Row> = on!(conn, |c| sqlx::query_as(FIND)
        .bind(micros(now))
        .bind(micros(now + AHEAD))
        .bind(hash)
        .fetch_optional(c)
        .await)?;
    row.map(Row::read).transpose()
}

const USE_UP: &str = concat!("UPDATE passes SET used_at = $1 WHERE secret_hash = $3 AND purpose = $4 AND ", opens!());

/// Records the use of a link. `false` if it is not valid, or not any more.
pub(super) async fn use_up(conn: &mut Conn<'_>, purpose: &str, hash: &str, now: Timestamp) -> Result<bool> {
    let latest = micros(now + AHEAD);
    Ok(run!(conn, sqlx::query(USE_UP).bind(micros(now)).bind(latest).bind(hash).bind(purpose))? > 0)
}

const LIST: &str = select_passes!("purpose = $3 AND subject = $4 AND ", opens!(), " ORDER BY made_at DESC, id DESC");

/// The valid links for a purpose and subject, the newest first.
///
/// # Errors
/// If the database fails.
pub async fn list(conn: &mut Conn<'_>, purpose: &str, subject: &str, now: Timestamp) -> Result<Vec<Pass>> {
    let rows: Vec<Row> = on!(conn, |c| {
        sqlx::query_as(LIST).bind(micros(now)).bind(micros(now + AHEAD)).bind(purpose).bind(subject).fetch_all(c).await
    })?;
    rows.into_iter().map(Row::read).collect()
}

// A link from a clock that ran ahead does not count: it would count for as long as the clock ran ahead.
const RECENT_ONES: &str = concat!(
    "SELECT COUNT(*) AS made, COALESCE(SUM(CASE WHEN ",
    opens!(),
    " THEN 1 ELSE 0 END), 0) AS open FROM passes \
     WHERE purpose = $3 AND subject = $4 AND made_at > $5 AND made_at <= $6"
);

/// Number of recent links for a purpose and subject, for a rate limit of the slice.
///
/// # Errors
/// If the database fails.
pub async fn recent(conn: &mut Conn<'_>, (purpose, subject): (&str, &str), now: Timestamp) -> Result<Recent> {
    on!(conn, |c| {
        sqlx::query_as(RECENT_ONES)
            .bind(micros(now))
            .bind(micros(now + AHEAD))
            .bind(purpose)
            .bind(subject)
            .bind(micros(now - RECENT))
            .bind(micros(now + SKEW))
            .fetch_one(c)
            .await
    })
}

const REVOKE: &str =
    "UPDATE passes SET revoked_at = $4 WHERE id = $3 AND purpose = $1 AND subject = $2 AND revoked_at IS NULL";

/// Revokes a link of a subject. `false` if there is none to revoke.
///
/// # Errors
/// If the database fails.
pub async fn revoke(conn: &mut Conn<'_>, (purpose, subject): (&str, &str), id: Uuid, now: Timestamp) -> Result<bool> {
    Ok(run!(conn, sqlx::query(REVOKE).bind(purpose).bind(subject).bind(id).bind(micros(now)))? > 0)
}

const REVOKE_ALL: &str = "UPDATE passes SET revoked_at = $3 WHERE purpose = $1 AND subject = $2 AND revoked_at IS NULL";

/// Revokes all links for a purpose and subject.
///
/// # Errors
/// If the database fails.
pub async fn revoke_all(conn: &mut Conn<'_>, (purpose, subject): (&str, &str), now: Timestamp) -> Result<u64> {
    run!(conn, sqlx::query(REVOKE_ALL).bind(purpose).bind(subject).bind(micros(now)))
}

const REMOVE_ENDED: &str = "DELETE FROM passes WHERE ends_at <= $1 AND made_at <= $2";

pub(super) async fn remove_ended(conn: &mut Conn<'_>, now: Timestamp) -> Result<u64> {
    run!(conn, sqlx::query(REMOVE_ENDED).bind(micros(now)).bind(micros(now - RECENT)))
}
