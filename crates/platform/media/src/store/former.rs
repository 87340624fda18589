//! The former files of replaced media, for as long as they can be restored. Their bytes stay in
//! the same pieces as those of all files.

use base::clock::micros;
use db::{Conn, Result, instant, on, run, unknown};
use jiff::Timestamp;
use uuid::Uuid;

use super::files::forget_pieces;
use crate::medium::{FileType, Former, Medium, MediumId};

const INSERT: &str =
    "INSERT INTO media_former (id, media_id, type, replaced_at, replaced_by) VALUES ($1, $2, $3, $4, $5)";
const COPY: &str = "INSERT INTO media_former_files (former_id, type, size, width, height, length, etag) \
     SELECT $1, type, size, width, height, length, etag FROM media_files WHERE media_id = $2";

/// Stores the current bytes of a medium as former ones before they are replaced.
pub async fn keep_former(conn: &mut Conn<'_>, id: Uuid, medium: &Medium, at: Timestamp, by: &str) -> Result<()> {
    run!(conn, sqlx::query(INSERT).bind(id).bind(medium.id).bind(medium.file_type.code()).bind(micros(at)).bind(by))?;
    run!(conn, sqlx::query(COPY).bind(id).bind(medium.id))?;
    Ok(())
}

type Row = (Uuid, String, i64, String);

fn read((id, file_type, replaced_at, replaced_by): Row) -> Result<Former> {
    let file_type = FileType::from_code(&file_type).ok_or_else(|| unknown("type of a medium", &file_type))?;
    Ok(Former { id, file_type, replaced_at: instant(replaced_at)?, replaced_by })
}

const OF_MEDIUM: &str = "SELECT id, type, replaced_at, replaced_by FROM media_former WHERE media_id = $1 \
     ORDER BY replaced_at DESC, id DESC";

/// The former bytes of a medium, the latest first.
pub async fn former(conn: &mut Conn<'_>, id: MediumId) -> Result<Vec<Former>> {
    let rows: Vec<Row> = on!(conn, |c| sqlx::query_as(OF_MEDIUM).bind(id).fetch_all(c).await)?;
    rows.into_iter().map(read).collect()
}

const ONE: &str = "SELECT id, type, replaced_at, replaced_by FROM media_former WHERE media_id = $1 AND id = $2";

/// The former bytes with this id, if they belong to this medium.
pub async fn former_one(conn: &mut Conn<'_>, id: MediumId, former: Uuid) -> Result<Option<Former>> {
    let row: Option<Row> = on!(conn, |c| sqlx::query_as(ONE).bind(id).bind(former).fetch_optional(c).await)?;
    row.map(read).transpose()
}

const CLEAR: &str = "DELETE FROM media_files WHERE media_id = $1";
const COPY_BACK: &str = "INSERT INTO media_files (media_id, type, size, width, height, length, etag) \
     SELECT $1, type, size, width, height, length, etag FROM media_former_files WHERE former_id = $2";
const REMOVE: &str = "DELETE FROM media_former WHERE id = $1";

/// Replaces the current bytes of a medium by former ones.
pub async fn bring_back(conn: &mut Conn<'_>, id: MediumId, former: Uuid) -> Result<()> {
    run!(conn, sqlx::query(CLEAR).bind(id))?;
    run!(conn, sqlx::query(COPY_BACK).bind(id).bind(former))?;
    run!(conn, sqlx::query(REMOVE).bind(former))?;
    forget_pieces(conn, id).await
}

const OLD: &str = "SELECT DISTINCT media_id FROM media_former WHERE replaced_at < $1";
const PURGE: &str = "DELETE FROM media_former WHERE replaced_at < $1";

/// Deletes the bytes that were replaced before an instant; returns the number of deletions.
pub async fn purge_former(conn: &mut Conn<'_>, before: Timestamp) -> Result<u64> {
    let media: Vec<MediumId> = on!(conn, |c| sqlx::query_scalar(OLD).bind(micros(before)).fetch_all(c).await)?;
    let purged = run!(conn, sqlx::query(PURGE).bind(micros(before)))?;
    for id in media {
        forget_pieces(conn, id).await?;
    }
    Ok(purged)
}
