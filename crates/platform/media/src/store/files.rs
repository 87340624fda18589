//! The bytes of media, in pieces of [`PIECE`] bytes. A piece is read when it is sent; revalidation
//! only reads the facts of a file.

use base::Slug;
use db::{Conn, Result, on, run, unknown};
use services::keys::hex;
use sha2::{Digest as _, Sha256};

use crate::intake::Taken;
use crate::medium::{FileType, Medium, MediumId};

/// A file to be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredFile {
    /// The type of the bytes.
    pub file_type: FileType,
    /// The width in the address of a picture; 0 for a file.
    pub size: u32,
    /// The real width of a picture; 0 for a file.
    pub width: u32,
    /// The height of a picture; 0 for a file.
    pub height: u32,
    /// The complete bytes.
    pub bytes: Vec<u8>,
}

impl StoredFile {
    /// All files of an accepted upload, with the type that loses nothing.
    pub fn all(taken: Taken) -> (FileType, Vec<Self>) {
        match taken {
            Taken::File(file_type, bytes) => (file_type, vec![Self { file_type, size: 0, width: 0, height: 0, bytes }]),
            Taken::Image(image) => {
                let files = image.sizes.into_iter().map(|rendition| Self {
                    file_type: rendition.file_type,
                    size: rendition.size,
                    width: rendition.width,
                    height: rendition.height,
                    bytes: rendition.bytes,
                });
                (image.whole, files.collect())
            }
        }
    }
}

/// The bytes of a piece; the last one of a file may have fewer. A slow client occupies one
/// piece in memory.
pub const PIECE: usize = 64 << 10;

const CLEAR: &str = "DELETE FROM media_files WHERE media_id = $1";
const FORGET_PIECES: &str = "DELETE FROM media_pieces WHERE media_id = $1 \
     AND etag NOT IN (SELECT etag FROM media_files WHERE media_id = $1) \
     AND etag NOT IN (SELECT f.etag FROM media_former_files f JOIN media_former m ON m.id = f.former_id WHERE m.media_id = $1)";
const INSERT: &str = "INSERT INTO media_files (media_id, type, size, width, height, length, etag) \
     VALUES ($1, $2, $3, $4, $5, $6, $7)";
/// An upsert, because two sizes of a picture may have the same bytes.
const INSERT_PIECE: &str = "INSERT INTO media_pieces (media_id, etag, number, bytes) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (media_id, etag, number) DO NOTHING";

/// Replaces the files of a medium.
pub async fn put_files(conn: &mut Conn<'_>, id: MediumId, files: &[StoredFile]) -> Result<()> {
    run!(conn, sqlx::query(CLEAR).bind(id))?;
    for file in files {
        let etag = fingerprint(&file.bytes);
        let length = i64::try_from(file.bytes.len()).map_err(|error| sqlx::Error::Encode(error.into()))?;
        run!(
            conn,
            sqlx::query(INSERT)
                .bind(id)
                .bind(file.file_type.code())
                .bind(i64::from(file.size))
                .bind(i64::from(file.width))
                .bind(i64::from(file.height))
                .bind(length)
                .bind(etag.as_str())
        )?;
        for (number, piece) in (0_i64..).zip(file.bytes.chunks(PIECE)) {
            run!(conn, sqlx::query(INSERT_PIECE).bind(id).bind(etag.as_str()).bind(number).bind(piece))?;
        }
    }
    forget_pieces(conn, id).await
}

/// Deletes the pieces of a medium that belong to no current or former file.
pub(super) async fn forget_pieces(conn: &mut Conn<'_>, id: MediumId) -> Result<()> {
    run!(conn, sqlx::query(FORGET_PIECES).bind(id)).map(drop)
}

/// A fingerprint of the bytes, for `ETag`: 128 bits of SHA-256.
fn fingerprint(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes)[..16])
}

/// The metadata of a file, enough to revalidate a cached copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileFacts {
    /// The id of the medium.
    pub id: MediumId,
    /// The type of the bytes.
    pub file_type: FileType,
    /// The name under which it was uploaded.
    pub name: String,
    /// The fingerprint of the bytes, without quotes.
    pub etag: String,
    /// The number of bytes.
    pub length: u64,
    /// True if the public may see it.
    pub is_public: bool,
}

#[derive(sqlx::FromRow)]
struct FactsRow {
    id: MediumId,
    r#type: String,
    name: String,
    etag: String,
    length: i64,
    complete: bool,
}

const FACTS: &str = "SELECT m.id, f.type, m.name, f.etag, f.length, m.complete FROM media m \
     JOIN media_files f ON f.media_id = m.id \
     WHERE m.slug = $1 AND m.withdrawn_at IS NULL AND f.type = $2 AND f.size <= $3 ORDER BY f.size DESC LIMIT 1";

/// The facts of a file in this type, in this size or else the next smaller one. So each address of
/// a picture stays valid when a smaller picture replaces it.
pub async fn facts(conn: &mut Conn<'_>, slug: &Slug, file_type: FileType, size: u32) -> Result<Option<FileFacts>> {
    let row: Option<FactsRow> = on!(conn, |c| sqlx::query_as(FACTS)
        .bind(slug.as_str())
        .bind(file_type.code())
        .bind(i64::from(size))
        .fetch_optional(c)
        .await)?;
    row.map(|row| {
        Ok(FileFacts {
            id: row.id,
            file_type: FileType::from_code(&row.r#type).ok_or_else(|| unknown("type of a medium", &row.r#type))?,
            name: row.name,
            etag: row.etag,
            length: u64::try_from(row.length).map_err(|_| unknown("length of a file", &row.length.to_string()))?,
            is_public: row.complete,
        })
    })
    .transpose()
}

const BYTES: &str = "SELECT bytes FROM media_pieces WHERE media_id = $1 AND etag = $2 AND number = $3";

/// The piece with this number, from 0, of the bytes with this fingerprint; `None` if they were replaced.
pub async fn piece(conn: &mut Conn<'_>, id: MediumId, etag: &str, number: u64) -> Result<Option<Vec<u8>>> {
    let number = i64::try_from(number).map_err(|error| sqlx::Error::Encode(error.into()))?;
    on!(conn, |c| sqlx::query_scalar(BYTES).bind(id).bind(etag).bind(number).fetch_optional(c).await)
}

const HAS_BYTES: &str = "SELECT COUNT(*) FROM media m JOIN media_files f ON f.media_id = m.id \
     WHERE m.slug = $1 AND NOT EXISTS (SELECT 1 FROM media_pieces p WHERE p.media_id = m.id AND p.etag = f.etag)";

/// True if there are bytes for each file of a medium.
pub async fn has_bytes(conn: &mut Conn<'_>, slug: &str) -> Result<bool> {
    let without: i64 = on!(conn, |c| sqlx::query_scalar(HAS_BYTES).bind(slug).fetch_one(c).await)?;
    Ok(without == 0)
}

const WHOLE: &str = "SELECT p.bytes FROM media_pieces p WHERE p.media_id = $1 AND p.etag = \
     (SELECT etag FROM media_files WHERE media_id = $1 AND type = $2 ORDER BY size DESC LIMIT 1) ORDER BY p.number";

/// The complete file from which all others of a medium can be made: for commands, never to answer a
/// request.
pub async fn whole(conn: &mut Conn<'_>, medium: &Medium) -> Result<Vec<u8>> {
    let pieces: Vec<Vec<u8>> =
        on!(conn, |c| sqlx::query_scalar(WHOLE).bind(medium.id).bind(medium.file_type.code()).fetch_all(c).await)?;
    if pieces.is_empty() { Err(sqlx::Error::RowNotFound) } else { Ok(pieces.concat()) }
}

/// The size of one file of a medium, without its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct FileSize {
    /// The width in the address of a picture; 0 for a file.
    pub size: i64,
    /// The real width of a picture; 0 for a file.
    pub width: i64,
    /// The height of a picture; 0 for a file.
    pub height: i64,
    /// The length in bytes.
    pub length: i64,
}

const SIZES: &str =
    "SELECT size, width, height, length FROM media_files WHERE media_id = $1 AND type = $2 ORDER BY size DESC";

/// The sizes of a medium in the type that loses nothing, largest first.
pub async fn sizes(conn: &mut Conn<'_>, medium: &Medium) -> Result<Vec<FileSize>> {
    on!(conn, |c| sqlx::query_as(SIZES).bind(medium.id).bind(medium.file_type.code()).fetch_all(c).await)
}
