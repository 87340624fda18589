//! The table of deleted drafts, and their deletion for good.

use accounts::Sight;
use base::clock::micros;
use db::{Conn, Result, Where, bind_where, instant, on, run, unknown};
use golden_thread::{EntryId, Kind};
use jiff::Timestamp;

const PUT: &str = "INSERT INTO binned (entry_id, at) VALUES ($1, $2) ON CONFLICT (entry_id) DO NOTHING";

/// Puts an entry into the bin; false if it is there.
pub(crate) async fn put(conn: &mut Conn<'_>, id: EntryId, at: Timestamp) -> Result<bool> {
    Ok(run!(conn, sqlx::query(PUT).bind(id).bind(micros(at)))? > 0)
}

const TAKE: &str = "DELETE FROM binned WHERE entry_id = $1";

/// Takes an entry out of the bin; false if it is not there.
pub(crate) async fn take(conn: &mut Conn<'_>, id: EntryId) -> Result<bool> {
    Ok(run!(conn, sqlx::query(TAKE).bind(id))? > 0)
}

const IS_BINNED: &str = "SELECT EXISTS (SELECT 1 FROM binned WHERE entry_id = $1)";

/// True if an entry is in the bin.
pub(crate) async fn is_binned(conn: &mut Conn<'_>, id: EntryId) -> Result<bool> {
    on!(conn, |c| sqlx::query_scalar(IS_BINNED).bind(id).fetch_one(c).await)
}

/// A deleted draft.
#[derive(Debug)]
pub(crate) struct Binned {
    pub(crate) kind: Kind,
    pub(crate) slug: String,
    pub(crate) title: String,
    pub(crate) at: Timestamp,
}

const LIST: &str = "SELECT e.kind, e.slug, t.title, b.at, COUNT(*) OVER () FROM binned b JOIN entries e ON e.id = b.entry_id \
     JOIN entry_texts t ON t.entry_id = e.id AND t.locale = 'de'";
const LAST_FIRST: &str = "ORDER BY b.at DESC, e.id LIMIT $1 OFFSET $2";

/// A page of the deleted drafts that somebody may write, the last first, and the number of all; 0 behind the last page.
pub(crate) async fn list(conn: &mut Conn<'_>, sight: Sight, (limit, offset): (i64, i64)) -> Result<(Vec<Binned>, i64)> {
    let mut conditions = Where::after(2);
    sight.limit_to_writable(&mut conditions, "b.entry_id");
    let rows: Vec<(String, String, String, i64, i64)> = on!(conn, |c| {
        let query = sqlx::query_as(conditions.statement(LIST, LAST_FIRST)).bind(limit).bind(offset);
        bind_where!(query, conditions).fetch_all(c).await
    })?;
    let total = rows.first().map_or(0, |row| row.4);
    let binned = rows.into_iter().map(|(code, slug, title, at, _)| {
        let kind = Kind::from_code(&code).ok_or_else(|| unknown("kind", &code))?;
        Ok(Binned { kind, slug, title, at: instant(at)? })
    });
    Ok((binned.collect::<Result<_>>()?, total))
}

const DUE: &str = "SELECT entry_id FROM binned WHERE at <= $1 ORDER BY at, entry_id";

/// The drafts that were deleted before an instant.
pub(crate) async fn due(conn: &mut Conn<'_>, before: Timestamp) -> Result<Vec<EntryId>> {
    on!(conn, |c| sqlx::query_scalar(DUE).bind(micros(before)).fetch_all(c).await)
}

const IS_NEEDED: &str = "SELECT EXISTS (SELECT 1 FROM contacts WHERE body_id = $1) \
     OR EXISTS (SELECT 1 FROM contact_fields WHERE field_id = $1) OR EXISTS (SELECT 1 FROM grants WHERE entry_id = $1)";

/// True if a contact or somebody's role is about an entry: with it they would be gone.
pub(crate) async fn is_needed(conn: &mut Conn<'_>, id: EntryId) -> Result<bool> {
    on!(conn, |c| sqlx::query_scalar(IS_NEEDED).bind(id).fetch_one(c).await)
}

const DOCUMENTS: &str = "SELECT w.entry_id, w.live IS NOT NULL AND w.live = r.number, r.document FROM work w \
     JOIN revisions r ON r.entry_id = w.entry_id AND (r.number = w.head OR r.number = w.live) \
     WHERE w.entry_id <> $1 AND r.document LIKE $2 ORDER BY w.entry_id, r.number";

/// The newest and the public versions of other entries in which a slug stands: the entry, true for the public one, and
/// the document.
pub(crate) async fn documents(conn: &mut Conn<'_>, id: EntryId, slug: &str) -> Result<Vec<(EntryId, bool, String)>> {
    on!(conn, |c| sqlx::query_as(DOCUMENTS).bind(id).bind(format!("%{slug}\"%")).fetch_all(c).await)
}

/// The rows of an entry that do not go with its card.
const CLEAR: [&str; 10] = [
    "DELETE FROM binned WHERE entry_id = $1",
    "DELETE FROM revisions WHERE entry_id = $1",
    "DELETE FROM history WHERE entry_id = $1",
    "DELETE FROM work WHERE entry_id = $1",
    "DELETE FROM withdrawals WHERE entry_id = $1",
    "DELETE FROM redirects WHERE entry_id = $1",
    "DELETE FROM translation_drafts WHERE entry_id = $1",
    "DELETE FROM sign_videos WHERE entry_id = $1",
    "DELETE FROM attachments WHERE entry_id = $1",
    "DELETE FROM entries WHERE id = $1",
];

/// Deletes an entry for good, with its versions, history, ties and uses of media.
pub(crate) async fn delete(conn: &mut Conn<'_>, id: EntryId) -> Result<()> {
    media::store::forget_uses(conn, id.0).await?;
    for statement in CLEAR {
        run!(conn, sqlx::query(statement).bind(id))?;
    }
    Ok(())
}
