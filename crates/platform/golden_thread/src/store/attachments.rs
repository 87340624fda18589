//! The files that belong to an entry: minutes as PDF, slides, a paper to print.

use std::collections::HashMap;

use db::{Conn, Result, insert_all, on, unknown};

use super::transfer::grouped;
use crate::EntryId;
use crate::attachment::{Attachment, AttachmentLanguage};
use crate::sheet::AttachmentMatter;

const INSERT: &str = "INSERT INTO attachments (entry_id, position, file, language, pages) VALUES ($1, $2, $3, $4, $5)";

/// Inserts the attachments of entries.
pub(super) async fn insert_attachments(
    conn: &mut Conn<'_>,
    attachments: &[(EntryId, i64, &AttachmentMatter)],
) -> Result<()> {
    insert_all!(conn, INSERT, attachments, |query, (id, position, attachment)| {
        query
            .bind(*id)
            .bind(*position)
            .bind(attachment.file.as_str())
            .bind(attachment.language.map(AttachmentLanguage::code))
            .bind(attachment.pages.map(i64::from))
    })
}

#[derive(sqlx::FromRow)]
struct StoredRow {
    entry_id: EntryId,
    file: String,
    language: Option<String>,
    pages: Option<i64>,
}

const ALL: &str = "SELECT entry_id, file, language, pages FROM attachments ORDER BY entry_id, position";

/// All attachments, by entry, whether their files are public or not.
pub async fn all_attachments(conn: &mut Conn<'_>) -> Result<HashMap<EntryId, Vec<AttachmentMatter>>> {
    let rows: Vec<StoredRow> = on!(conn, |c| sqlx::query_as(ALL).fetch_all(c).await)?;
    let attachments = rows.into_iter().map(|row| {
        let language = language(row.language.as_deref())?;
        let pages = row.pages.and_then(|pages| u32::try_from(pages).ok());
        Ok((row.entry_id, AttachmentMatter { file: row.file, language, pages }))
    });
    Ok(grouped(attachments.collect::<Result<Vec<_>>>()?))
}

#[derive(sqlx::FromRow)]
struct ShownRow {
    slug: String,
    name: String,
    title: String,
    #[sqlx(rename = "type")]
    file_type: String,
    length: i64,
    language: Option<String>,
    pages: Option<i64>,
}

const OF_ENTRY: &str = "SELECT m.slug, m.name, m.title, m.type, f.length, a.language, a.pages \
     FROM attachments a JOIN media m ON m.slug = a.file JOIN media_files f ON f.media_id = m.id AND f.size = 0 \
     WHERE a.entry_id = $1 AND m.sort = 'file' AND m.complete AND m.withdrawn_at IS NULL ORDER BY a.position";

/// The attachments of an entry whose files are public, in their order.
pub(crate) async fn attachments_of(conn: &mut Conn<'_>, id: EntryId) -> Result<Vec<Attachment>> {
    let rows: Vec<ShownRow> = on!(conn, |c| sqlx::query_as(OF_ENTRY).bind(id).fetch_all(c).await)?;
    let attachment = |row: ShownRow| {
        Ok(Attachment {
            slug: base::Slug::parse(&row.slug).map_err(|error| sqlx::Error::Decode(error.into()))?,
            language: language(row.language.as_deref())?,
            pages: row.pages,
            name: row.name,
            title: row.title,
            file_type: row.file_type,
            length: row.length,
        })
    };
    rows.into_iter().map(attachment).collect()
}

fn language(code: Option<&str>) -> Result<Option<AttachmentLanguage>> {
    code.map(|code| AttachmentLanguage::from_code(code).ok_or_else(|| unknown("language of a file", code))).transpose()
}
