//! The uses of media by entries.
//!
//! An entry names media by slug: as the picture above its text, and in its Markdown as pictures and
//! links (`/medien/SLUG`). These uses are stored whenever it is written, so that a list of thousands of
//! media can show which are used without reading every text. The logo is named by the settings, where it is read from.

use std::collections::BTreeSet;

use base::Slug;
use db::{Conn, Result, insert_all, on, run};
use uuid::Uuid;

const CLEAR: &str = "DELETE FROM media_uses WHERE entry_id = $1";
const INSERT: &str = "INSERT INTO media_uses (entry_id, slug) VALUES ($1, $2)";

/// Inserts the uses of a new entry: its picture and the media in its texts.
pub async fn note_uses(conn: &mut Conn<'_>, uses: &[(Uuid, &str)]) -> Result<()> {
    insert_all!(conn, INSERT, uses, |query, (entry, slug)| query.bind(*entry).bind(*slug))
}

/// Deletes the uses of an entry.
pub async fn forget_uses(conn: &mut Conn<'_>, entry: Uuid) -> Result<()> {
    run!(conn, sqlx::query(CLEAR).bind(entry)).map(drop)
}

/// The slugs of media that an entry uses, each once: its picture and those in its texts.
pub fn used_by<'t>(picture: Option<&'t str>, texts: impl IntoIterator<Item = &'t str>) -> BTreeSet<&'t str> {
    texts.into_iter().flat_map(named_in).chain(picture).collect()
}

/// The slugs of media in a text, in its order.
pub fn named_in(markdown: &str) -> impl Iterator<Item = &str> {
    markdown.split(crate::paths::FOLDER).skip(1).filter_map(|behind| {
        let end = behind.find(|c: char| !matches!(c, 'a'..='z' | '0'..='9' | '-')).unwrap_or(behind.len());
        Some(&behind[..end]).filter(|slug| Slug::parse(slug).is_ok())
    })
}

const IS_USED: &str = "SELECT COUNT(*) FROM media_uses WHERE slug = $1";

/// True if the logo or an entry uses the medium: a published one in its public version, a draft in its last saved one.
pub async fn is_used(conn: &mut Conn<'_>, slug: &Slug) -> Result<bool> {
    let (count,): (i64,) = on!(conn, |c| sqlx::query_as(IS_USED).bind(slug.as_str()).fetch_one(c).await)?;
    Ok(count > 0 || in_logo(conn).await?.contains(slug))
}

/// The slugs of the media that the settings name as the logo.
pub async fn in_logo(conn: &mut Conn<'_>) -> Result<Vec<Slug>> {
    let initiative = web::initiative::load(conn).await.map_err(|error| sqlx::Error::Decode(error.into()))?;
    let logo = initiative.and_then(|initiative| initiative.logo);
    Ok(logo.iter().flat_map(web::initiative::Logo::slugs).cloned().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_and_links_are_found_in_a_text() {
        let text = "![a](/medien/kongress-2018)\n[b](/medien/protokoll/datei/x.pdf) </medien/c>, /medien/ /medien/-x";
        assert_eq!(named_in(text).collect::<Vec<_>>(), ["kongress-2018", "protokoll", "c"]);
    }
}
