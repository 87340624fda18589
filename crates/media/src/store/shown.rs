//! The pictures of a page, in one statement.

use std::collections::HashMap;

use base::{Localized, Slug};
use db::{Conn, Result, bind_all, on, parameters, unknown};
use sqlx::AssertSqlSafe;

use crate::medium::Licence;
use crate::picture::{Picture, Size};

#[derive(sqlx::FromRow)]
struct Row {
    slug: String,
    alt_de: Option<String>,
    alt_en: Option<String>,
    holder: Option<String>,
    licence: Option<String>,
    source_url: Option<String>,
    size: i64,
    width: i64,
    height: i64,
}

const COLUMNS: &str = "m.slug, m.alt_de, m.alt_en, m.holder, m.licence, m.source_url, f.size, f.width, f.height";

/// The pictures with these names that the public may see, by name. One statement for all.
pub async fn pictures(conn: &mut Conn<'_>, slugs: &[&str]) -> Result<HashMap<String, Picture>> {
    let mut pictures = HashMap::new();
    if slugs.is_empty() {
        return Ok(pictures);
    }
    let sql = AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM media m JOIN media_files f ON f.media_id = m.id AND f.type = 'webp' \
         WHERE m.slug IN {} AND m.sort = 'image' AND m.complete AND m.withdrawn_at IS NULL ORDER BY f.size",
        parameters(1, slugs.len())
    ));
    let rows: Vec<Row> = on!(conn, |c| bind_all!(sqlx::query_as(sql), slugs).fetch_all(c).await)?;
    for row in rows {
        let size = Size { nominal: row.size, width: row.width, height: row.height };
        if let Some(Picture { sizes, .. }) = pictures.get_mut(&row.slug) {
            sizes.push(size);
            continue;
        }
        pictures.insert(row.slug.clone(), row.read(size)?);
    }
    Ok(pictures)
}

impl Row {
    fn read(self, size: Size) -> Result<Picture> {
        let licence = self.licence.unwrap_or_default();
        Ok(Picture {
            slug: Slug::parse(&self.slug).map_err(|error| sqlx::Error::Decode(error.into()))?,
            // A complete picture without one only decorates.
            alt: self.alt_de.map(|de| Localized { de, en: self.alt_en }),
            holder: self.holder.unwrap_or_default(),
            licence: Licence::from_code(&licence).ok_or_else(|| unknown("licence", &licence))?,
            source: self.source_url,
            sizes: vec![size],
        })
    }
}
