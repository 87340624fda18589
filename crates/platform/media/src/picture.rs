//! A picture in a page: in the size that the screen needs, without shifting what stands below it, with
//! the words for those who do not see it and the names of those who hold the rights.

use std::collections::HashMap;

use askama::Template;
use base::{Locale, Localized, Slug};
use db::Conn;
use markdown::Place;
use markdown::SafeHtml;
use web::{Ctx, Error};

use crate::intake::SIZES;
use crate::medium::{FileType, Licence};
use crate::{serve, store};

/// What a page must know to show a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Its name in addresses.
    pub slug: Slug,
    /// What it shows; `None` if it only decorates.
    pub alt: Option<Localized>,
    /// Who holds the rights.
    pub holder: String,
    /// On what terms.
    pub licence: Licence,
    /// Where it was found.
    pub source: Option<String>,
    /// The sizes that there are, smallest first; never empty.
    pub sizes: Vec<Size>,
}

/// One size of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// The width in its address.
    pub nominal: i64,
    /// Its real width.
    pub width: i64,
    /// Its height.
    pub height: i64,
}

/// How a picture stands in a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// In running text.
    Text,
    /// Above the text, as wide as the page; seen first, so it is loaded at once.
    Lead,
}

impl Look {
    /// How wide it is shown, for browsers that choose a size.
    fn sizes(self) -> &'static str {
        match self {
            Self::Text => "(min-width: 44rem) 38rem, 88vw",
            Self::Lead => "(min-width: 64rem) 56rem, 92vw",
        }
    }
}

#[derive(Template)]
#[template(path = "figure.html")]
struct Figure<'a> {
    page: &'a Ctx,
    picture: &'a Picture,
    look: Look,
    alt: Words<'a>,
    /// What stands below it, before the rights.
    caption: &'a str,
}

/// A text that may be in another language than the page.
#[derive(Debug, Clone, Copy)]
struct Words<'a> {
    text: &'a str,
    lang: Option<&'static str>,
}

impl Picture {
    /// The picture with its caption, as HTML.
    ///
    /// # Errors
    /// If a template breaks.
    pub fn figure(&self, ctx: &Ctx, look: Look) -> Result<String, Error> {
        Ok(self.render(ctx, look, self.alternative(ctx), "")?)
    }

    fn render(&self, ctx: &Ctx, look: Look, alt: Words, caption: &str) -> askama::Result<String> {
        Figure { page: ctx, picture: self, look, alt, caption }.render()
    }

    /// The picture in its place in a text of this language. What the text says of it there comes before
    /// what is said of it everywhere.
    fn placed(&self, ctx: &Ctx, place: &Place, locale: Locale) -> askama::Result<String> {
        let lang = (locale.tag() != ctx.locale().tag()).then(|| locale.tag());
        let said = Words { text: &place.alt, lang };
        let alt = if place.alt.trim().is_empty() { self.alternative(ctx) } else { said };
        self.render(ctx, Look::Text, alt, &place.title)
    }

    /// What it shows, in the language of the page if there is such a text.
    fn alternative(&self, ctx: &Ctx) -> Words<'_> {
        let Some(alt) = &self.alt else { return Words { text: "", lang: None } };
        let (text, locale) = alt.get(ctx.locale());
        Words { text, lang: (locale.tag() != ctx.locale().tag()).then(|| locale.tag()) }
    }

    /// The largest size.
    fn largest(&self) -> Size {
        self.sizes.last().copied().unwrap_or(Size { nominal: 0, width: 0, height: 0 })
    }

    /// Where its middle size is, for browsers that do not choose.
    fn fallback(&self) -> String {
        serve::image_address(&self.slug, SIZES[1], FileType::Jpg)
    }

    /// All sizes of a type, for browsers that choose.
    fn set(&self, file_type: &str) -> String {
        let file_type = FileType::from_code(file_type).unwrap_or(FileType::Jpg);
        let each = self.sizes.iter().map(|size| {
            let nominal = u32::try_from(size.nominal).unwrap_or_default();
            format!("{} {}w", serve::image_address(&self.slug, nominal, file_type), size.width)
        });
        each.collect::<Vec<_>>().join(", ")
    }
}

/// The pictures with these names that the public may see. One statement for a whole page.
///
/// # Errors
/// If the database fails.
pub async fn pictures(conn: &mut Conn<'_>, slugs: &[&str]) -> db::Result<HashMap<String, Picture>> {
    store::pictures(conn, slugs).await
}

/// A text with its pictures.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Illustrated {
    /// The text, with pictures in their places.
    pub text: SafeHtml,
    /// The picture above it, as HTML; `None` if there is none that the public may see.
    pub lead: Option<String>,
}

/// Puts the pictures of a page into its text and makes the one above it, with one statement for all.
/// Where one is missing or not complete, the text says so. `locale` is the language of the text, `lead`
/// the slug of the picture above it.
///
/// # Errors
/// If the database fails or a template breaks.
pub async fn illustrate(
    conn: &mut Conn<'_>,
    ctx: &Ctx,
    (text, locale): (&SafeHtml, Locale),
    lead: Option<&str>,
) -> Result<Illustrated, Error> {
    let places = text.pictures();
    let slugs: Vec<&str> = places.iter().map(|place| place.slug.as_str()).chain(lead).collect();
    let pictures = pictures(conn, &slugs).await?;
    let lead = lead.and_then(|slug| pictures.get(slug)).map(|picture| picture.figure(ctx, Look::Lead)).transpose()?;
    let shown = places.iter().map(|place| match pictures.get(place.slug.as_str()) {
        Some(picture) => picture.placed(ctx, place, locale),
        None => Ok(format!("<p class=\"gap\">{}</p>", ctx.t("media-gap"))),
    });
    let shown: Vec<String> = shown.collect::<askama::Result<_>>()?;
    Ok(Illustrated { text: text.with_pictures(&shown), lead })
}
