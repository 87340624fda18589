//! The pictures of a page, in one statement.

use std::collections::{BTreeSet, HashMap};

use base::{Localized, Slug};
use db::{Conn, Result, bind_all, on, parameters, unknown};
use sqlx::AssertSqlSafe;

use super::rows;
use crate::medium::{Focus, Licence};
use crate::picture::{Picture, Size};

#[derive(sqlx::FromRow)]
struct Row {
    slug: String,
    alt_de: Option<String>,
    alt_en: Option<String>,
    holder: Option<String>,
    licence: Option<String>,
    source_url: Option<String>,
    crop: Option<String>,
    focus_x: Option<i64>,
    focus_y: Option<i64>,
    size: i64,
    width: i64,
    height: i64,
}

/// The most slugs in one statement, for texts that name more.
const AT_ONCE: usize = 256;

const COLUMNS: &str = "m.slug, m.alt_de, m.alt_en, m.holder, m.licence, m.source_url, m.crop, m.focus_x, m.focus_y, f.size, f.width, f.height";

/// The public pictures with these slugs, by slug. One statement for a whole page, as long as it
/// does not name more than `AT_ONCE` different ones.
pub async fn pictures(conn: &mut Conn<'_>, slugs: &[&str]) -> Result<HashMap<String, Picture>> {
    let mut pictures: HashMap<String, Picture> = HashMap::new();
    let names: Vec<&str> = slugs.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
    for some in names.chunks(AT_ONCE) {
        for row in found(conn, some).await? {
            let size = Size { nominal: row.size, width: row.width, height: row.height };
            if let Some(Picture { sizes, .. }) = pictures.get_mut(&row.slug) {
                sizes.push(size);
                continue;
            }
            pictures.insert(row.slug.clone(), row.read(size)?);
        }
    }
    Ok(pictures)
}

async fn found(conn: &mut Conn<'_>, slugs: &[&str]) -> Result<Vec<Row>> {
    let sql = AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM media m JOIN media_files f ON f.media_id = m.id AND f.type = 'webp' \
         WHERE m.slug IN {} AND m.sort = 'image' AND m.complete AND m.withdrawn_at IS NULL ORDER BY f.size",
        parameters(1, slugs.len())
    ));
    on!(conn, |c| bind_all!(sqlx::query_as(sql), slugs).fetch_all(c).await)
}

impl Row {
    fn read(self, size: Size) -> Result<Picture> {
        let focus = |percent: Option<i64>| percent.map_or(Ok(Focus::MIDDLE), rows::percent);
        let licence = self.licence.unwrap_or_default();
        Ok(Picture {
            slug: Slug::parse(&self.slug).map_err(|error| sqlx::Error::Decode(error.into()))?,
            // A complete picture without an alternative text only decorates.
            alt: self.alt_de.map(|de| Localized { de, en: self.alt_en }),
            holder: self.holder.unwrap_or_default(),
            licence: Licence::from_code(&licence).ok_or_else(|| unknown("licence", &licence))?,
            source: self.source_url,
            crop: self.crop.as_deref().map(rows::crop).transpose()?,
            focus: Focus { x: focus(self.focus_x)?, y: focus(self.focus_y)? },
            sizes: vec![size],
        })
    }
}
