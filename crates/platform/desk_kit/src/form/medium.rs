//! The field for a picture or a file: the one that the form holds, and tiles to choose another one from.
//!
//! The words of a search and the number of tiles stand in fields of their own, which belong to no document.

use askama::Template;
use askama::filters::HtmlSafe;
use base::Slug;
use media::Sort;
use web::Ctx;
use web::form::Field;

use super::lists::Lists;
use super::values::Values;
use crate::paths::{AsidePath, MediaPath, MediumPath, UploadPath};
use crate::tiles::{FIRST, Tile, Tiles};

/// The end of the name of the field for the words of a search.
const WORDS: &str = "-suche";
/// The end of the name of the field with the number of tiles.
const COUNT: &str = "-kacheln";

/// The words that somebody looks for in a field, and the number of tiles.
pub(super) fn wished<'v>(values: &'v Values, field: &str) -> (&'v str, usize) {
    let count = values.get(&format!("{field}{COUNT}")).parse().unwrap_or(FIRST);
    (values.get(&format!("{field}{WORDS}")), count)
}

/// Shows more tiles.
pub(super) fn show_more(values: &mut Values, field: &str) {
    let (_, count) = wished(values, field);
    values.set(format!("{field}{COUNT}"), count.saturating_add(FIRST).to_string());
}

/// The field as it is printed.
#[derive(Debug)]
pub struct MediumField {
    /// Its name, label, hint, fault, and the slug that it holds.
    pub field: Field,
    /// The sort of media that it asks for.
    sort: Sort,
    /// The medium that it holds; `None` if it holds none.
    held: Option<Tile>,
    /// The page of that.
    page_of_held: Option<String>,
    /// The others.
    tiles: Tiles,
    /// The number of tiles that are shown, with the one that it holds.
    count: usize,
    /// The words that somebody looks for.
    words: String,
    /// True if somebody is choosing.
    is_open: bool,
}

impl MediumField {
    pub(super) fn new(
        ctx: &Ctx,
        (field, sort): (Field, Sort),
        values: &Values,
        lists: &Lists,
        is_touched: bool,
    ) -> Self {
        let choice = lists.media.get(field.name.as_ref()).cloned().unwrap_or_default();
        let held =
            (!field.value.is_empty()).then(|| choice.held.clone().unwrap_or_else(|| unknown(ctx, &field.value, sort)));
        let slug = choice.held.as_ref().and_then(|tile| Slug::parse(&tile.slug).ok());
        let page_of_held = slug.map(|slug| ctx.href(MediumPath { slug }));
        let (words, count) = wished(values, &field.name);
        let mut tiles = choice.tiles;
        if let Some(held) = &held {
            let shown = tiles.shown.len();
            tiles.shown.retain(|tile| tile.slug != held.slug);
            tiles.total -= shown - tiles.shown.len();
        }
        let is_open = is_touched || field.error.is_some();
        Self { words: words.to_owned(), field, sort, held, page_of_held, tiles, count, is_open }
    }

    /// A text about this sort of media.
    fn t(&self, page: &Ctx, key: &str) -> String {
        if self.sort == Sort::Image {
            page.t(&format!("medium-picture-{key}"))
        } else {
            page.t(&format!("medium-file-{key}"))
        }
    }

    fn id(&self, end: &str) -> String {
        format!("{}-{end}", self.field.id())
    }

    /// Prints it.
    pub(super) fn shown<'a>(&'a self, page: &'a Ctx) -> ShownMedium<'a> {
        ShownMedium { page, medium: self }
    }
}

/// A medium that there is no more.
fn unknown(ctx: &Ctx, slug: &str, sort: Sort) -> Tile {
    Tile {
        slug: slug.to_owned(),
        title: slug.to_owned(),
        image: None,
        facts: String::new(),
        note: ctx.t(if sort == Sort::Image { "medium-picture-unknown" } else { "medium-file-unknown" }),
        narrow: String::new(),
    }
}

/// The field as HTML.
#[derive(Template)]
#[template(path = "form/medium.html")]
pub(super) struct ShownMedium<'a> {
    page: &'a Ctx,
    medium: &'a MediumField,
}

// Templates escape what they print.
impl HtmlSafe for ShownMedium<'_> {}
