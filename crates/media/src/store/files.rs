//! The bytes of media. They are read alone, when they are sent; whoever only asks whether they are still
//! the same reads their facts.

use base::Slug;
use db::{Conn, Result, on, run, unknown};
use services::keys::hex;
use sha2::{Digest as _, Sha256};

use crate::intake::Taken;
use crate::medium::{FileType, Medium, MediumId};

/// A file on its way into the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredFile {
    /// What the bytes are.
    pub file_type: FileType,
    /// The width in the address of a picture; 0 for a file.
    pub size: u32,
    /// The real width of a picture; 0 for a file.
    pub width: u32,
    /// The height of a picture; 0 for a file.
    pub height: u32,
    /// All of them.
    pub bytes: Vec<u8>,
}

impl StoredFile {
    /// All files of what was taken in.
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

const CLEAR: &str = "DELETE FROM media_files WHERE media_id = $1";
const INSERT: &str = "INSERT INTO media_files (media_id, type, size, width, height, length, etag, bytes) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

/// Keeps the files of a medium in the place of those that it had.
pub async fn put_files(conn: &mut Conn<'_>, id: MediumId, files: &[StoredFile]) -> Result<()> {
    run!(conn, sqlx::query(CLEAR).bind(id))?;
    for file in files {
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
                .bind(fingerprint(&file.bytes))
                .bind(file.bytes.as_slice())
        )?;
    }
    Ok(())
}

/// Of the bytes, for `ETag`: 128 bits of SHA-256.
fn fingerprint(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes)[..16])
}

/// What must be known of a file to answer whether somebody has it already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileFacts {
    /// The medium that it belongs to.
    pub id: MediumId,
    /// What the bytes are.
    pub file_type: FileType,
    /// The name under which it was uploaded.
    pub name: String,
    /// Changes with the bytes.
    pub etag: String,
    /// The width in its address; of the size that is there.
    pub size: i64,
    /// Whether the public may see it.
    pub is_public: bool,
}

#[derive(sqlx::FromRow)]
struct FactsRow {
    id: MediumId,
    r#type: String,
    name: String,
    etag: String,
    size: i64,
    complete: bool,
}

const FACTS: &str = "SELECT m.id, f.type, m.name, f.etag, f.size, m.complete FROM media m \
     JOIN media_files f ON f.media_id = m.id \
     WHERE m.slug = $1 AND m.withdrawn_at IS NULL AND f.type = $2 AND f.size <= $3 ORDER BY f.size DESC LIMIT 1";

/// The facts of a file: in this type, as large as asked or else the next smaller one. So each address of
/// a picture stays good when a smaller picture takes its place.
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
            size: row.size,
            is_public: row.complete,
        })
    })
    .transpose()
}

const BYTES: &str = "SELECT bytes FROM media_files WHERE media_id = $1 AND type = $2 AND size = $3 AND etag = $4";

/// The bytes of a file; `None` if it was replaced since its facts were read.
pub async fn bytes(conn: &mut Conn<'_>, facts: &FileFacts) -> Result<Option<Vec<u8>>> {
    let row: Option<(Vec<u8>,)> = on!(conn, |c| sqlx::query_as(BYTES)
        .bind(facts.id)
        .bind(facts.file_type.code())
        .bind(facts.size)
        .bind(&facts.etag)
        .fetch_optional(c)
        .await)?;
    Ok(row.map(|(bytes,)| bytes))
}

const WHOLE: &str = "SELECT bytes FROM media_files WHERE media_id = $1 AND type = $2 ORDER BY size DESC LIMIT 1";

/// The file from which all others of a medium can be made again.
pub async fn whole(conn: &mut Conn<'_>, medium: &Medium) -> Result<Vec<u8>> {
    let (bytes,): (Vec<u8>,) =
        on!(conn, |c| sqlx::query_as(WHOLE).bind(medium.id).bind(medium.file_type.code()).fetch_one(c).await)?;
    Ok(bytes)
}

/// One file of a medium without its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct FileSize {
    /// The width in the address of a picture; 0 for a file.
    pub size: i64,
    /// The real width of a picture; 0 for a file.
    pub width: i64,
    /// The height of a picture; 0 for a file.
    pub height: i64,
    /// In bytes.
    pub length: i64,
}

const SIZES: &str =
    "SELECT size, width, height, length FROM media_files WHERE media_id = $1 AND type = $2 ORDER BY size DESC";

/// The sizes of a medium in the type that holds all of it, largest first.
pub async fn sizes(conn: &mut Conn<'_>, medium: &Medium) -> Result<Vec<FileSize>> {
    on!(conn, |c| sqlx::query_as(SIZES).bind(medium.id).bind(medium.file_type.code()).fetch_all(c).await)
}
