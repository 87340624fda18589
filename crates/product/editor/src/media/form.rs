//! The form of a medium's description, at the upload and later.

use desk_kit::form::{self, Faults, Part, Place, Sent, Titles, Values};
use golden_thread::sheet::{Asks, Input, Shape};
use media::{About, Crop, Focus, Licence, Sort};
use serde_json::Value;
use web::Ctx;
use web::form::{Control, Field};

pub(super) const FILE: &str = "datei";
pub(super) const VERSION: &str = "fassung";

/// The types that the file chooser offers.
const ACCEPT: &str = ".jpg,.jpeg,.png,.webp,.gif,.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.csv,.txt";
/// Those where only a picture fits.
const PICTURES: &str = ".jpg,.jpeg,.png,.webp,.gif";

/// Longest values, in characters.
const LINE: usize = 200;
const TEXT: usize = 1_000;

const TITLE: Input = Input::new("title", "medium-title", Asks::Line).at_most(LINE).hinted("medium-title-hint");
const NAMED: Input = TITLE.required();
const ALT: Input = Input::new("alt", "medium-alt", Asks::LocalizedText).at_most(TEXT).hinted("medium-alt-hint");
const DECORATIVE: Input = Input::new("decorative", "medium-decorative", Asks::Flag).hinted("medium-decorative-hint");
const HOLDER: Input = Input::new("holder", "medium-holder", Asks::Line).at_most(LINE).hinted("medium-holder-hint");
const LICENCE: Input =
    Input::new("licence", "medium-licence", Asks::Choice(licence_key, licences)).hinted("medium-licence-hint");
const SOURCE: Input = Input::new("source", "medium-source", Asks::Address).at_most(TEXT).hinted("medium-source-hint");

const CROP: Input = Input::new("crop", "medium-crop", Asks::Choice(crop_key, crops)).hinted("medium-crop-hint");
const FOCUS_X: Input = Input::new("focus_x", "medium-focus-x", Asks::Shaped(&Percent)).hinted("medium-focus-hint");
const FOCUS_Y: Input = Input::new("focus_y", "medium-focus-y", Asks::Shaped(&Percent));

/// A percentage.
#[derive(Debug)]
struct Percent;

impl Shape for Percent {
    fn read(&self, ctx: &Ctx, typed: &str) -> Result<Value, String> {
        let percent = typed.trim_end_matches('%').trim().parse::<u8>().ok().filter(|percent| *percent <= Focus::MOST);
        percent.map(Value::from).ok_or_else(|| ctx.t_with("medium-focus-fault", "most", i64::from(Focus::MOST)))
    }
}

fn crop_key(code: &str) -> String {
    format!("medium-crop-{code}")
}

fn crops() -> Vec<&'static str> {
    Crop::ALL.map(Crop::code).to_vec()
}

fn licence_key(code: &str) -> String {
    Licence::from_code(code).map(Licence::key).unwrap_or_default().to_owned()
}

fn licences() -> Vec<&'static str> {
    Licence::ALL.map(Licence::code).to_vec()
}

/// The fields for a medium. `sort` is not known before the upload, and then the file's name can be the title; a file
/// has no alternative text. A picture is cropped when it can be seen.
pub(super) fn parts(sort: Option<Sort>) -> Vec<Part> {
    let title = if sort.is_some() { &NAMED } else { &TITLE };
    let picture: &[&Input] = if sort == Some(Sort::File) { &[] } else { &[&ALT, &DECORATIVE] };
    let cut: &[&Input] = if sort == Some(Sort::Image) { &[&CROP, &FOCUS_X, &FOCUS_Y] } else { &[] };
    let inputs = [&[title], picture, &[&HOLDER, &LICENCE, &SOURCE], cut].concat();
    let places = inputs.into_iter().map(|input| Place { root: "", input }).collect();
    vec![Part { id: "about", title: "medium-about", places, folds: false }]
}

/// The fields at the upload: those of [`parts`], and those of the cut of a picture, which a script asks for when there is a picture
/// to be seen. Others come back to its own page for that.
pub(super) fn parts_at_upload(sort: Option<Sort>) -> Vec<Part> {
    let mut parts = parts(None);
    if sort != Some(Sort::File) {
        let places = [&CROP, &FOCUS_X, &FOCUS_Y].map(|input| Place { root: "", input }).into();
        parts.push(Part { id: "cut", title: "medium-crop", places, folds: false });
    }
    parts
}

/// The texts of a form.
///
/// # Errors
/// If the description has no JSON form.
pub(super) fn write(ctx: &Ctx, about: &About, parts: &[Part]) -> anyhow::Result<Values> {
    Ok(form::write(ctx, &serde_json::to_value(about)?, parts, &Titles::new()))
}

/// Reads a form on top of the description that it was made from. All facts that the public must know may be missing; the
/// medium is not public until they are there.
///
/// # Errors
/// The faults of the fields.
pub(super) fn read(ctx: &Ctx, about: &About, sent: Sent<'_>) -> anyhow::Result<Result<About, Faults>> {
    let json = match form::read(ctx, serde_json::to_value(about)?, sent)? {
        Ok((json, _)) => json,
        Err(faults) => return Ok(Err(faults)),
    };
    let about: About = serde_json::from_value(json)?;
    if about.decorative && about.alt.is_some() {
        let fault = (DECORATIVE.key.to_owned(), ctx.t("medium-decorative-with-text"));
        return Ok(Err(Faults::from([fault])));
    }
    Ok(Ok(about))
}

/// The field for the file; of any sort, if none is asked for.
pub(super) fn file(ctx: &Ctx, sort: Option<Sort>, fault: Option<String>) -> Field {
    let (hint, accept) = match sort {
        Some(Sort::Image) => ("medium-file-picture-hint", PICTURES),
        _ => ("medium-file-hint", ACCEPT),
    };
    Field::line(FILE, ctx.t("medium-file")).hinted(ctx.t(hint)).required().with(Control::File(accept)).checked(fault)
}

/// The field for one file or several of any sort.
pub(super) fn files(ctx: &Ctx, fault: Option<String>) -> Field {
    let field = Field::line(FILE, ctx.t("medium-files")).hinted(ctx.t("medium-files-hint")).required();
    field.with(Control::Files(ACCEPT)).checked(fault)
}
