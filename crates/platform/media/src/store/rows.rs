//! The table `media`, with one row for each medium.

use base::clock::micros;
use base::{Localized, Slug};
use db::{Conn, Result, insert_all, instant, on, run, unknown};
use jiff::Timestamp;
use uuid::Uuid;

use crate::medium::{About, Crop, FileType, Licence, Medium, MediumId};

/// The columns of [`MediumRow`], of the table `m`.
pub(super) const COLUMNS: &str = "m.id, m.slug, m.type, m.name, m.title, m.alt_de, m.alt_en, m.decorative, m.holder, m.licence, \
     m.source_url, m.crop, m.focus_x, m.focus_y, m.version, m.created_at, m.updated_at, m.withdrawn_at, m.released, m.uploaded_by";

/// A row of the table.
#[derive(sqlx::FromRow)]
pub(super) struct MediumRow {
    id: MediumId,
    slug: String,
    r#type: String,
    name: String,
    title: String,
    alt_de: Option<String>,
    alt_en: Option<String>,
    decorative: bool,
    holder: Option<String>,
    licence: Option<String>,
    source_url: Option<String>,
    crop: Option<String>,
    focus_x: Option<i64>,
    focus_y: Option<i64>,
    version: i64,
    created_at: i64,
    updated_at: i64,
    withdrawn_at: Option<i64>,
    released: bool,
    uploaded_by: Option<Uuid>,
}

impl MediumRow {
    pub(super) fn read(self) -> Result<Medium> {
        let licence = |code: String| Licence::from_code(&code).ok_or_else(|| unknown("licence", &code));
        Ok(Medium {
            id: self.id,
            slug: Slug::parse(&self.slug).map_err(|error| sqlx::Error::Decode(error.into()))?,
            file_type: FileType::from_code(&self.r#type).ok_or_else(|| unknown("type of a medium", &self.r#type))?,
            name: self.name,
            about: About {
                title: self.title,
                alt: self.alt_de.map(|de| Localized { de, en: self.alt_en }),
                decorative: self.decorative,
                holder: self.holder,
                licence: self.licence.map(licence).transpose()?,
                source: self.source_url,
                crop: self.crop.as_deref().map(crop).transpose()?,
                focus_x: self.focus_x.map(percent).transpose()?,
                focus_y: self.focus_y.map(percent).transpose()?,
            },
            version: self.version,
            created: instant(self.created_at)?,
            updated: instant(self.updated_at)?,
            withdrawn: self.withdrawn_at.map(instant).transpose()?,
            released: self.released,
            uploaded_by: self.uploaded_by,
        })
    }
}

/// The shape with this code.
pub(super) fn crop(code: &str) -> Result<Crop> {
    Crop::from_code(code).ok_or_else(|| unknown("shape of a picture", code))
}

/// A percentage.
pub(super) fn percent(number: i64) -> Result<u8> {
    u8::try_from(number).map_err(|_| unknown("percentage", &number.to_string()))
}

/// Binds the description of a medium to the next twelve parameters.
macro_rules! bind_about {
    ($query:expr, $medium:expr, $about:expr) => {{
        let (medium, about): (&Medium, &About) = ($medium, $about);
        $query
            .bind(&about.title)
            .bind(about.alt.as_ref().map(|alt| alt.de.as_str()))
            .bind(about.alt.as_ref().and_then(|alt| alt.en.as_deref()))
            .bind(about.decorative)
            .bind(about.holder.as_deref())
            .bind(about.licence.map(Licence::code))
            .bind(about.source.as_deref())
            .bind(medium.released && about.is_complete(medium.sort()))
            .bind(found_by(about, &medium.name))
            .bind(about.crop.map(Crop::code))
            .bind(about.focus_x.map(i64::from))
            .bind(about.focus_y.map(i64::from))
    }};
}

const INSERT: &str = "INSERT INTO media (id, slug, sort, type, name, title, alt_de, alt_en, decorative, holder, licence, \
     source_url, complete, found_by, crop, focus_x, focus_y, version, created_at, updated_at, released, uploaded_by) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22) \
     ON CONFLICT (slug) DO NOTHING";

/// Inserts a new medium; its bytes follow with [`super::put_files`]. `false` if its slug is
/// taken, perhaps by a withdrawn medium.
pub async fn insert(conn: &mut Conn<'_>, medium: &Medium) -> Result<bool> {
    let touched = run!(
        conn,
        bind_about!(
            sqlx::query(INSERT)
                .bind(medium.id)
                .bind(medium.slug.as_str())
                .bind(medium.sort().code())
                .bind(medium.file_type.code())
                .bind(&medium.name),
            medium,
            &medium.about
        )
        .bind(medium.version)
        .bind(micros(medium.created))
        .bind(micros(medium.updated))
        .bind(medium.released)
        .bind(medium.uploaded_by)
    )?;
    Ok(touched > 0)
}

/// The folded words of a medium, for the search at the desk.
fn found_by(about: &About, name: &str) -> String {
    let alt = about.alt.as_ref().map(|alt| format!("{} {}", alt.de, alt.en.as_deref().unwrap_or_default()));
    let parts =
        [about.title.as_str(), name, alt.as_deref().unwrap_or_default(), about.holder.as_deref().unwrap_or_default()];
    base::fold::words(&parts.join(" "))
}

const FIND: &str = "FROM media m WHERE m.slug = $1";

/// The medium with this slug, withdrawn or not.
pub async fn find(conn: &mut Conn<'_>, slug: &Slug) -> Result<Option<Medium>> {
    let sql = sqlx::AssertSqlSafe(format!("SELECT {COLUMNS} {FIND}"));
    let row: Option<MediumRow> = on!(conn, |c| sqlx::query_as(sql).bind(slug.as_str()).fetch_optional(c).await)?;
    row.map(MediumRow::read).transpose()
}

const ALL: &str = "FROM media m WHERE m.withdrawn_at IS NULL ORDER BY m.slug";

/// All media that are not withdrawn, by slug.
pub async fn all(conn: &mut Conn<'_>) -> Result<Vec<Medium>> {
    let sql = sqlx::AssertSqlSafe(format!("SELECT {COLUMNS} {ALL}"));
    let rows: Vec<MediumRow> = on!(conn, |c| sqlx::query_as(sql).fetch_all(c).await)?;
    rows.into_iter().map(MediumRow::read).collect()
}

const DESCRIBE: &str = "UPDATE media SET title = $3, alt_de = $4, alt_en = $5, decorative = $6, holder = $7, licence = $8, \
     source_url = $9, complete = $10, found_by = $11, crop = $12, focus_x = $13, focus_y = $14, \
     updated_at = $15, version = version + 1 \
     WHERE id = $1 AND version = $2 AND withdrawn_at IS NULL";

/// Updates the description of a medium. `false`, without any change, if its version is not the one that was
/// read (optimistic lock).
pub async fn describe(conn: &mut Conn<'_>, read: &Medium, about: &About, at: Timestamp) -> Result<bool> {
    let touched =
        run!(conn, bind_about!(sqlx::query(DESCRIBE).bind(read.id).bind(read.version), read, about).bind(micros(at)))?;
    Ok(touched > 0)
}

const TOUCH: &str = "UPDATE media SET version = version + 1 WHERE slug = $1 AND withdrawn_at IS NULL";

/// Locks the row of a medium, so that concurrent changes wait. `false` if it is withdrawn or does not
/// exist.
pub async fn touch(conn: &mut Conn<'_>, slug: &Slug) -> Result<bool> {
    Ok(run!(conn, sqlx::query(TOUCH).bind(slug.as_str()))? > 0)
}

const REPLACED: &str = "UPDATE media SET type = $2, updated_at = $3 WHERE id = $1";

/// Updates the type and time of a medium whose bytes were replaced, after its row was locked.
pub async fn replaced(conn: &mut Conn<'_>, id: MediumId, file_type: FileType, at: Timestamp) -> Result<()> {
    run!(conn, sqlx::query(REPLACED).bind(id).bind(file_type.code()).bind(micros(at)))?;
    Ok(())
}

const RELEASE: &str = "UPDATE media SET released = TRUE, complete = $2, updated_at = $3, version = version + 1 \
     WHERE id = $1 AND withdrawn_at IS NULL AND NOT released";

/// Stores the release of a medium. `false` if it was released before, or is withdrawn.
pub async fn release(conn: &mut Conn<'_>, medium: &Medium, at: Timestamp) -> Result<bool> {
    let is_complete = medium.about.is_complete(medium.sort());
    Ok(run!(conn, sqlx::query(RELEASE).bind(medium.id).bind(is_complete).bind(micros(at)))? > 0)
}

const INSERT_SCOPE: &str = "INSERT INTO media_scopes (media_id, entry_id) VALUES ($1, $2)";

/// Stores the fields of action, bodies or events of a new medium.
pub async fn insert_scopes(conn: &mut Conn<'_>, id: MediumId, entries: &[Uuid]) -> Result<()> {
    insert_all!(conn, INSERT_SCOPE, entries, |query, entry| query.bind(id).bind(*entry))
}

const SCOPES: &str = "SELECT entry_id FROM media_scopes WHERE media_id = $1 ORDER BY entry_id";

/// The fields of action, bodies or events of a medium; none for the whole initiative.
pub async fn scopes(conn: &mut Conn<'_>, id: MediumId) -> Result<Vec<Uuid>> {
    on!(conn, |c| sqlx::query_scalar(SCOPES).bind(id).fetch_all(c).await)
}

const WITHDRAW: &str =
    "UPDATE media SET withdrawn_at = $2, version = version + 1 WHERE id = $1 AND withdrawn_at IS NULL";
const RESTORE: &str =
    "UPDATE media SET withdrawn_at = $2, version = version + 1 WHERE id = $1 AND withdrawn_at IS NOT NULL";

/// Withdraws a medium at an instant, or restores it. `false` if nothing changes.
pub async fn set_withdrawn(conn: &mut Conn<'_>, id: MediumId, at: Option<Timestamp>) -> Result<bool> {
    let sql = if at.is_some() { WITHDRAW } else { RESTORE };
    Ok(run!(conn, sqlx::query(sql).bind(id).bind(at.map(micros)))? > 0)
}

const PURGE: &str = "DELETE FROM media WHERE withdrawn_at < $1";

/// Deletes media that were withdrawn before an instant; returns their number.
pub async fn purge(conn: &mut Conn<'_>, before: Timestamp) -> Result<u64> {
    run!(conn, sqlx::query(PURGE).bind(micros(before)))
}
