//! Pictures and files to choose from, in forms of entries: as tiles, one's own first, then the newest.
//!
//! What is not shown is said and can be shown: nothing is cut silently. The pages on which media are described and changed
//! belong to the editor.

mod choice;

use std::collections::HashMap;

use accounts::{Desk, Sight};
use base::Slug;
use db::Conn;
use media::store::ListFilter;
use media::{FileType, Medium, MediumId, Sort, serve};
use web::{Ctx, Error};

use crate::paths::MediumImagePath;

pub(crate) use choice::router;

/// The tiles that are shown at first, and that each press adds.
pub(crate) const FIRST: usize = 24;
/// The size of the picture in a tile.
const SIZE: u32 = 480;
/// The part of an address behind which a medium is named.
const FOLDER: &str = "/medien/";

/// A medium to choose.
#[derive(Debug, Clone)]
pub struct Tile {
    /// Its name in addresses; empty for no medium.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// The address of its small picture; `None` for a file and for a withdrawn picture.
    pub image: Option<String>,
    /// Its type and size, in words.
    pub facts: String,
    /// The reasons why it will not look as expected, in words; empty if there are none.
    pub note: String,
    /// The note that it has few pixels for a picture in a text; empty if it has enough.
    pub narrow: String,
}

/// The media to choose from.
#[derive(Debug, Clone, Default)]
pub struct Tiles {
    /// Those that are shown.
    pub shown: Vec<Tile>,
    /// The number of all that fit.
    pub total: usize,
}

impl Tiles {
    /// The number of those that are not shown.
    pub fn more(&self) -> usize {
        self.total.saturating_sub(self.shown.len())
    }
}

/// The media of a sort that somebody sees and that fit the words; at most `most` of them are shown.
///
/// # Errors
/// If the database fails.
pub(crate) async fn find(
    conn: &mut Conn<'_>,
    desk: &Desk,
    (sort, words, most): (Sort, &str, usize),
) -> Result<Tiles, Error> {
    let filter = ListFilter {
        sort: Some(sort),
        slug: named(words),
        words: if named(words).is_some() { String::new() } else { words.to_owned() },
        seen: Sight::of(&desk.person).media(),
        own_first: Some(desk.person.id.0),
        ..ListFilter::default()
    };
    let found = media::store::list(conn, &filter, i64::try_from(most)?, 0).await?;
    let total = usize::try_from(media::store::count(conn, &filter).await?)?;
    Ok(Tiles { shown: told(conn, desk, found).await?, total })
}

/// The picture that a form holds, whoever sees it otherwise.
///
/// # Errors
/// If the database fails.
pub(crate) async fn held(conn: &mut Conn<'_>, ctx: &Ctx, slug: &str) -> db::Result<Option<Tile>> {
    let Ok(parsed) = Slug::parse(slug) else { return Ok(None) };
    let found = media::store::find(conn, &parsed).await?;
    let mut tiles = told(conn, ctx, found.into_iter().collect()).await?;
    Ok(tiles.pop())
}

/// The medium that somebody looks for by its address.
fn named(words: &str) -> Option<Slug> {
    let (_, behind) = words.split_once(FOLDER)?;
    Slug::parse(behind.split('/').next()?.trim()).ok()
}

async fn told(conn: &mut Conn<'_>, ctx: &Ctx, media: Vec<Medium>) -> db::Result<Vec<Tile>> {
    let ids: Vec<MediumId> = media.iter().map(|medium| medium.id).collect();
    let dimensions = media::store::dimensions(conn, &ids).await?;
    Ok(media.into_iter().map(|medium| tile(ctx, medium, &dimensions)).collect())
}

fn tile(ctx: &Ctx, medium: Medium, dimensions: &HashMap<MediumId, (i64, i64)>) -> Tile {
    let (width, height) = dimensions.get(&medium.id).copied().unwrap_or_default();
    let is_image = medium.sort() == Sort::Image;
    let missing: Vec<String> = medium.missing().into_iter().map(|one| ctx.t(one.key())).collect();
    let notes = [
        medium.withdrawn.is_some().then(|| ctx.t("tiles-withdrawn")),
        (!missing.is_empty()).then(|| ctx.t_with("tiles-incomplete", "missing", missing.join(", "))),
    ];
    let facts = match medium.sort() {
        Sort::Image => ctx.t_args("tiles-pixels", &[("width", width.into()), ("height", height.into())]),
        Sort::File => medium.file_type.code().to_uppercase(),
    };
    Tile {
        image: thumbnail(ctx, &medium, SIZE),
        slug: medium.slug.to_string(),
        title: medium.about.title,
        facts,
        note: notes.into_iter().flatten().collect::<Vec<_>>().join(" "),
        narrow: if is_image && width < Medium::NARROW { ctx.t("tiles-narrow") } else { String::new() },
    }
}

/// The address of the small picture of a medium: its public one if it has one, which browsers keep.
pub fn thumbnail(ctx: &Ctx, medium: &Medium, size: u32) -> Option<String> {
    if medium.sort() == Sort::File || medium.withdrawn.is_some() {
        return None;
    }
    Some(if medium.is_public() {
        serve::image_address(&medium.slug, size, FileType::Webp)
    } else {
        ctx.href(MediumImagePath { slug: medium.slug.clone(), file: format!("{size}.webp") })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medium_is_found_by_its_address() {
        for words in ["/medien/saal", "https://zukunftsbildung.example/medien/saal/480.webp", "/redaktion/medien/saal "]
        {
            assert_eq!(named(words).as_ref().map(Slug::as_str), Some("saal"), "{words}");
        }
        assert_eq!(named("saal"), None);
    }
}
