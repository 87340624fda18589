//! Responsive pictures in pages: in the size that the screen needs, without layout shift, with an
//! alternative text and the names of those who hold the rights.

use std::collections::HashMap;

use askama::Template;
use base::{Locale, Localized, Slug};
use db::Conn;
use markdown::PicturePlaceholder;
use markdown::SafeHtml;
use web::{Ctx, Error};

use crate::intake::SIZES;
use crate::medium::{Crop, FileType, Focus, Licence};
use crate::{serve, store};

/// The data of a picture that a page needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The slug of the medium.
    pub slug: Slug,
    /// The alternative text; `None` if the picture only decorates.
    pub alt: Option<Localized>,
    /// The holder of the rights.
    pub holder: String,
    /// The terms of use.
    pub licence: Licence,
    /// The web address of the original.
    pub source: Option<String>,
    /// The shape to which it is cropped above a text.
    pub crop: Option<Crop>,
    /// The point that stays in sight then.
    pub focus: Focus,
    /// The existing sizes, smallest first; never empty.
    pub sizes: Vec<Size>,
}

/// One size of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// The nominal width, as in its address.
    pub nominal: i64,
    /// The real width in pixels.
    pub width: i64,
    /// The real height in pixels.
    pub height: i64,
}

/// The pixels of the unit of our style sheets, unless somebody has asked for larger letters.
const REM: i64 = 16;

/// The position of a picture in a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Inside the text.
    Text,
    /// Above the text, as wide as the page; visible at once, so it is not lazily loaded.
    Lead,
}

impl Look {
    /// The `sizes` attribute, by which browsers choose a size. A picture of fewer pixels than its place is shown as wide as it
    /// is: browsers would stretch it otherwise.
    fn sizes(self, width: i64) -> String {
        let (from, place, most, narrow) = match self {
            Self::Text => ("44rem", "38rem", 38 * REM, "88vw"),
            Self::Lead => ("64rem", "56rem", 56 * REM, "92vw"),
        };
        if width < most {
            format!("min({width}px, {narrow})")
        } else {
            format!("(min-width: {from}) {place}, {narrow}")
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
    /// The caption before the rights.
    caption: &'a str,
}

impl Figure<'_> {
    /// Its classes. Inside a text a picture is shown whole.
    fn classes(&self) -> String {
        match (self.look, self.picture.crop) {
            (Look::Text, _) => "picture".to_owned(),
            (Look::Lead, None) => "picture is-lead".to_owned(),
            (Look::Lead, Some(crop)) => {
                format!("picture is-lead is-cropped is-{crop} {}", self.picture.focus.classes())
            }
        }
    }

    /// The `sizes` attribute.
    fn sizes(&self) -> String {
        self.look.sizes(self.picture.largest().width)
    }
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
    /// If a template fails.
    pub fn figure(&self, ctx: &Ctx, look: Look) -> Result<String, Error> {
        Ok(self.render(ctx, look, self.alternative(ctx), "")?)
    }

    fn render(&self, ctx: &Ctx, look: Look, alt: Words, caption: &str) -> askama::Result<String> {
        Figure { page: ctx, picture: self, look, alt, caption }.render()
    }

    /// The picture in place of its placeholder in a text of this language. The alternative text and caption
    /// written there take precedence over those of the medium.
    fn placed(&self, ctx: &Ctx, place: &PicturePlaceholder, locale: Locale) -> askama::Result<String> {
        let lang = (locale.tag() != ctx.locale().tag()).then(|| locale.tag());
        let said = Words { text: &place.alt, lang };
        let alt = if place.alt.trim().is_empty() { self.alternative(ctx) } else { said };
        self.render(ctx, Look::Text, alt, &place.title)
    }

    /// The alternative text, in the language of the page if there is one.
    fn alternative(&self, ctx: &Ctx) -> Words<'_> {
        let Some(alt) = &self.alt else { return Words { text: "", lang: None } };
        let (text, locale) = alt.get(ctx.locale());
        Words { text, lang: (locale.tag() != ctx.locale().tag()).then(|| locale.tag()) }
    }

    /// The largest size; zero if there is none.
    fn largest(&self) -> Size {
        self.sizes.last().copied().unwrap_or(Size { nominal: 0, width: 0, height: 0 })
    }

    /// The address of the middle size, for browsers that do not choose.
    fn fallback(&self) -> String {
        serve::image_address(&self.slug, SIZES[1], FileType::Jpg)
    }

    /// The `srcset` attribute with all sizes of a type.
    fn set(&self, file_type: &str) -> String {
        let file_type = FileType::from_code(file_type).unwrap_or(FileType::Jpg);
        let each = self.sizes.iter().map(|size| {
            let nominal = u32::try_from(size.nominal).unwrap_or_default();
            format!("{} {}w", serve::image_address(&self.slug, nominal, file_type), size.width)
        });
        each.collect::<Vec<_>>().join(", ")
    }
}

/// The public pictures with these slugs. One statement for a whole page.
///
/// # Errors
/// If the database fails.
pub async fn pictures(conn: &mut Conn<'_>, slugs: &[&str]) -> db::Result<HashMap<String, Picture>> {
    store::pictures(conn, slugs).await
}

/// A text with its pictures.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Illustrated {
    /// The text, with its placeholders replaced.
    pub text: SafeHtml,
    /// The picture above the text, as HTML; `None` if there is no public one.
    pub lead: Option<String>,
}

/// Replaces the placeholders of a text by their pictures and renders the picture above it, with one statement for
/// all. A missing or unpublished picture is left out; a preview says so in its place. `locale` is the language of the text, `lead`
/// the slug of the picture above it.
///
/// # Errors
/// If the database or a template fails.
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
        None if ctx.preview().is_some() => Ok(format!("<p class=\"gap\">{}</p>", ctx.t("media-gap"))),
        None => Ok(String::new()),
    });
    let shown: Vec<String> = shown.collect::<askama::Result<_>>()?;
    Ok(Illustrated { text: text.with_pictures(&shown), lead })
}
