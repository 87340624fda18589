//! The logo among the settings: what may become it, and what is remarked on.
//!
//! What the public does not see is a fault at its field; what would look poor is only remarked on.

use std::collections::{BTreeMap, BTreeSet};

use base::Slug;
use db::{Conn, Result};
use desk_kit::form::{Faults, Values, at};
use media::store::FileSize;
use media::{FileType, Medium, Sort, logo_picture};
use serde_json::Value;
use web::{Brand, Ctx, LogoPicture, ShownLogo};

/// The field of the logo on light ground.
pub(super) const LIGHT: &str = "logo.light";
/// The field of the logo on dark ground.
pub(super) const DARK: &str = "logo.dark";

/// The pixels of a sharp screen for each one of an ordinary screen.
const SHARP: i64 = 2;
/// A logo that is so many times as wide as high is hard to read on a phone.
const WIDE: i64 = 6;

/// The faults of a logo that is chosen anew; one that stands already may stay, whatever became of its pictures.
pub(super) async fn faults(conn: &mut Conn<'_>, ctx: &Ctx, before: &Value, document: &Value) -> Result<Faults> {
    let mut faults = Faults::new();
    if at(document, DARK).is_some() && at(document, LIGHT).is_none() {
        faults.insert(LIGHT.to_owned(), ctx.t("setting-logo-dark-alone"));
    }
    for name in [LIGHT, DARK] {
        let Some(slug) = at(document, name).and_then(Value::as_str) else { continue };
        if at(before, name).and_then(Value::as_str) == Some(slug) {
            continue;
        }
        if let Some(why) = hidden(ctx, find(conn, slug).await?.as_ref()) {
            faults.insert(name.to_owned(), why);
        }
    }
    Ok(faults)
}

/// The reason why the public does not see a medium as a picture.
fn hidden(ctx: &Ctx, medium: Option<&Medium>) -> Option<String> {
    let medium = match medium {
        None => return Some(ctx.t("setting-logo-gone")),
        Some(medium) if medium.sort() == Sort::File => return Some(ctx.t("setting-logo-file")),
        Some(medium) if medium.withdrawn.is_some() => return Some(ctx.t("setting-logo-withdrawn")),
        Some(medium) => medium,
    };
    let missing: Vec<String> = medium.missing().into_iter().map(|one| ctx.t(one.key())).collect();
    (!missing.is_empty()).then(|| ctx.t_with("setting-logo-hidden", "missing", missing.join(", ")))
}

async fn find(conn: &mut Conn<'_>, slug: &str) -> Result<Option<Medium>> {
    let Ok(slug) = Slug::parse(slug) else { return Ok(None) };
    media::store::find(conn, &slug).await
}

/// The logo of a form as the top of the pages will show it.
pub(super) struct Preview {
    /// What the public would see of it.
    logo: Option<ShownLogo>,
    /// What is remarked on, as sentences.
    pub(super) remarks: Vec<String>,
}

impl Preview {
    /// The logo that a form holds.
    pub(super) async fn of(conn: &mut Conn<'_>, ctx: &Ctx, values: &Values) -> Result<Self> {
        let chosen = [LIGHT, DARK].map(|name| values.get(name)).map(|slug| (!slug.is_empty()).then_some(slug));
        let slugs: Vec<&str> = chosen.iter().flatten().copied().collect();
        let pictures = media::pictures(conn, &slugs).await?;
        let mut remarks = Vec::new();
        for (slug, label) in chosen.into_iter().zip(["setting-logo", "setting-logo-dark"]) {
            if let Some(slug) = slug {
                let medium = find(conn, slug).await?;
                remarks.extend(remarks_on(conn, ctx, medium.as_ref()).await?.into_iter().map(|remark| {
                    ctx.t_args("setting-logo-remark", &[("label", ctx.t(label).into()), ("remark", remark.into())])
                }));
            }
        }
        let [light, dark] = chosen.map(|slug| slug.and_then(|slug| pictures.get(slug)).and_then(logo_picture));
        Ok(Self { logo: light.map(|light| ShownLogo { light, dark }), remarks })
    }

    /// The name on light ground.
    pub(super) fn on_light<'a>(&'a self, name: &'a str) -> Brand<'a> {
        Brand::on_light(name, self.logo.as_ref())
    }

    /// The name on dark ground.
    pub(super) fn on_dark<'a>(&'a self, name: &'a str) -> Brand<'a> {
        Brand::on_dark(name, self.logo.as_ref())
    }
}

/// What is remarked on at a picture.
async fn remarks_on(conn: &mut Conn<'_>, ctx: &Ctx, medium: Option<&Medium>) -> Result<Vec<String>> {
    if let Some(why) = hidden(ctx, medium) {
        return Ok(vec![why]);
    }
    let Some(medium) = medium else { return Ok(Vec::new()) };
    let largest = media::store::sizes(conn, medium).await?.into_iter().next();
    let small = largest.and_then(|size| small(ctx, size));
    let wide = largest.filter(|size| size.width > WIDE * size.height).map(|_| ctx.t("setting-logo-wide"));
    let solid = (medium.file_type == FileType::Jpg).then(|| ctx.t("setting-logo-solid"));
    Ok([small, wide, solid].into_iter().flatten().collect())
}

/// The remark on a picture that has fewer pixels than a sharp screen shows.
fn small(ctx: &Ctx, size: FileSize) -> Option<String> {
    let FileSize { width, height, .. } = size;
    let picture = LogoPicture { sizes: Vec::new(), width, height };
    let least = SHARP * picture.shown_width();
    let args = [("width", width.into()), ("height", height.into()), ("least", least.into())];
    (width < least).then(|| ctx.t_args("setting-logo-small", &args))
}

/// The titles of the media that documents name as their logo, by slug.
pub(super) async fn titles(conn: &mut Conn<'_>, documents: &[&Value]) -> Result<BTreeMap<String, String>> {
    let named = documents.iter().flat_map(|document| [LIGHT, DARK].map(|name| at(document, name)));
    let slugs: BTreeSet<&str> = named.flatten().filter_map(Value::as_str).collect();
    let mut titles = BTreeMap::new();
    for slug in slugs {
        if let Some(medium) = find(conn, slug).await? {
            titles.insert(slug.to_owned(), medium.about.title);
        }
    }
    Ok(titles)
}

/// Puts titles in the place of slugs, for a page on which versions are compared. One without a title keeps its slug.
pub(super) fn entitle(values: &mut Values, titles: &BTreeMap<String, String>) {
    for name in [LIGHT, DARK] {
        if let Some(title) = titles.get(values.get(name)) {
            let title = format!("{title} ({})", values.get(name));
            values.set(name, title);
        }
    }
}
