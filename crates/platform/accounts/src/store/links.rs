//! Links that let somebody in once.

use base::clock::micros;
use db::{Conn, Result, on, run, unknown};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use crate::link::LinkKind;
use crate::person::PersonId;
use crate::secret::Secret;
use crate::session::AHEAD;

/// A link that still holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Link {
    pub(crate) id: Uuid,
    pub(crate) kind: LinkKind,
    /// For whom, and what they are called; none for the first administrator.
    pub(crate) person: Option<(PersonId, String)>,
    /// Where it leads.
    pub(crate) onward: String,
}

const INSERT: &str = "INSERT INTO sign_in_links (id, secret_hash, kind, person_id, onward, created_at, ends_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING";

/// Keeps a link that was just made; `false` if there is one with this id.
pub(crate) async fn insert_link(conn: &mut Conn<'_>, link: &Link, secret: &Secret, now: Timestamp) -> Result<bool> {
    let touched = run!(
        conn,
        sqlx::query(INSERT)
            .bind(link.id)
            .bind(secret.hash())
            .bind(link.kind.code())
            .bind(link.person.as_ref().map(|(id, _)| *id))
            .bind(&link.onward)
            .bind(micros(now))
            .bind(micros(now + link.kind.lasts()))
    )?;
    Ok(touched > 0)
}

/// How far the clocks of two nodes may be apart.
const SKEW: SignedDuration = SignedDuration::from_mins(1);

const FIND: &str = "SELECT l.id, l.kind, l.onward, p.id, p.name FROM sign_in_links l \
     LEFT JOIN persons p ON p.id = l.person_id \
     WHERE l.secret_hash = $1 AND l.used_at IS NULL AND l.ends_at > $2 AND l.created_at <= $3 AND p.disabled_at IS NULL";

/// The link with this secret, if it still holds. One that a clock made which ran ahead by more than a
/// day would hold for too long: it never does.
pub(crate) async fn find_link(conn: &mut Conn<'_>, secret: &Secret, now: Timestamp) -> Result<Option<Link>> {
    type Row = (Uuid, String, String, Option<PersonId>, Option<String>);
    let row: Option<Row> = on!(conn, |c| sqlx::query_as(FIND)
        .bind(secret.hash())
        .bind(micros(now))
        .bind(micros(now + AHEAD))
        .fetch_optional(c)
        .await)?;
    row.map(|(id, kind, onward, person, name)| {
        let kind = LinkKind::from_code(&kind).ok_or_else(|| unknown("kind of a link", &kind))?;
        Ok(Link { id, kind, person: person.zip(name), onward })
    })
    .transpose()
}

const USE: &str = "UPDATE sign_in_links SET used_at = $1 WHERE id = $2 AND used_at IS NULL AND ends_at > $1";

/// Uses a link up; `false` if somebody was faster.
pub(crate) async fn use_link(conn: &mut Conn<'_>, id: Uuid, now: Timestamp) -> Result<bool> {
    Ok(run!(conn, sqlx::query(USE).bind(micros(now)).bind(id))? > 0)
}

/// The links that were made for somebody within a time.
#[derive(Debug, Clone, Copy, sqlx::FromRow)]
pub(crate) struct LinkCount {
    pub(crate) sent: i64,
    /// Those that can still be used.
    pub(crate) holding: i64,
}

// What a clock made that ran ahead does not count: it would, for as long as it ran ahead.
const COUNT: &str = "SELECT COUNT(*) AS sent, \
     COALESCE(SUM(CASE WHEN used_at IS NULL AND ends_at > $4 THEN 1 ELSE 0 END), 0) AS holding \
     FROM sign_in_links WHERE person_id = $1 AND kind = $2 AND created_at > $3 AND created_at <= $5";

/// How many links of a kind were made for a person between two instants, of which the second is now.
pub(crate) async fn count_links(
    conn: &mut Conn<'_>,
    person: PersonId,
    kind: LinkKind,
    (since, now): (Timestamp, Timestamp),
) -> Result<LinkCount> {
    on!(conn, |c| {
        sqlx::query_as(COUNT)
            .bind(person)
            .bind(kind.code())
            .bind(micros(since))
            .bind(micros(now))
            .bind(micros(now + SKEW))
            .fetch_one(c)
            .await
    })
}

const PURGE: &str = "DELETE FROM sign_in_links WHERE ends_at < $1";

/// Removes links that ended before an instant; says how many.
pub(crate) async fn purge_links(conn: &mut Conn<'_>, before: Timestamp) -> Result<u64> {
    run!(conn, sqlx::query(PURGE).bind(micros(before)))
}
