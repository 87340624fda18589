//! Serves pictures and files.
//!
//! The public gets only complete media; the desk passes [`Audience::Desk`] and gets all. Browsers may
//! cache the bytes but must revalidate them (`no-cache` and a strong `ETag` of
//! the bytes), so a replaced picture shows at once, and revalidation costs one short statement.
//!
//! The page cache stores none of it: large incompressible bytes would evict pages. They are read
//! from the database piece by piece (`crate::stream`), never compressed, and a broken download can be resumed.

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use base::Slug;
use base::file_name::in_address;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use web::{Answer, Ctx, Error, says_itself};

use crate::intake::SIZES;
use crate::medium::{FileType, Sort};
use crate::paths::{FilePath, ImagePath, MediumPath};
use crate::range::{self, Part};
use crate::store::{self, FileFacts};
use crate::stream;

/// If a browser ever shows a file, nothing in it may run, load or have our origin.
const SANDBOX: HeaderValue = HeaderValue::from_static("default-src 'none'; sandbox");
/// Store, but revalidate.
const NO_CACHE: HeaderValue = HeaderValue::from_static("no-cache");

/// The characters that need no escape in a `filename*` (RFC 8187).
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.');

/// The audience of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// The public, which gets only published media.
    Public,
    /// A signed-in person who may see unpublished media.
    Desk,
}

/// `GET /medien/{slug}`
pub(crate) async fn lead(MediumPath { slug }: MediumPath, ctx: Ctx) -> Answer {
    let medium = store::find(&mut ctx.db().read().await?.conn(), &slug).await?;
    let medium = medium.filter(|medium| medium.withdrawn.is_none() && medium.missing().is_empty());
    let medium = medium.ok_or(Error::NotFound)?;
    let mut answer = match medium.sort() {
        Sort::Image => Redirect::to(&image_address(&slug, SIZES[SIZES.len() - 1], FileType::Jpg)),
        Sort::File => Redirect::to(&file_address(&slug, &medium.name)),
    }
    .into_response();
    answer.headers_mut().insert(header::CACHE_CONTROL, NO_CACHE);
    Ok(answer)
}

/// `GET /medien/{slug}/{file}`
pub(crate) async fn image(ImagePath { slug, file }: ImagePath, ctx: Ctx, headers: HeaderMap) -> Answer {
    image_for(&ctx, Audience::Public, &slug, &file, &headers).await
}

/// `GET /medien/{slug}/datei/{name}`
pub(crate) async fn file(FilePath { slug, name }: FilePath, ctx: Ctx, headers: HeaderMap) -> Answer {
    file_for(&ctx, Audience::Public, &slug, &name, &headers).await
}

/// Answers with a picture in the size that `file` names (`960.webp`).
///
/// # Errors
/// Not found if it does not exist, or is not for this audience.
pub async fn image_for(ctx: &Ctx, audience: Audience, slug: &Slug, file: &str, headers: &HeaderMap) -> Answer {
    let (size, ending) = file.split_once('.').ok_or(Error::NotFound)?;
    let size = SIZES.into_iter().find(|known| known.to_string() == size).ok_or(Error::NotFound)?;
    let file_type = FileType::from_code(ending).filter(|kind| kind.sort() == Sort::Image).ok_or(Error::NotFound)?;
    let facts = store::facts(&mut ctx.db().read().await?.conn(), slug, file_type, size).await?;
    send(ctx, &admitted(facts, audience)?, headers)
}

/// Answers with a file to download.
///
/// # Errors
/// Not found if it does not exist, or is not for this audience.
pub async fn file_for(ctx: &Ctx, audience: Audience, slug: &Slug, name: &str, headers: &HeaderMap) -> Answer {
    let ending = name.rsplit('.').next().unwrap_or_default();
    let file_type = FileType::from_code(ending).filter(|kind| kind.sort() == Sort::File).ok_or(Error::NotFound)?;
    let facts = store::facts(&mut ctx.db().read().await?.conn(), slug, file_type, 0).await?;
    let facts = admitted(facts, audience)?;
    if in_address(&facts.name) != name {
        return Err(Error::NotFound);
    }
    let disposition = attachment(&facts.name);
    let mut answer = send(ctx, &facts, headers)?;
    answer.headers_mut().insert(header::CONTENT_DISPOSITION, disposition);
    answer.headers_mut().insert(header::CONTENT_SECURITY_POLICY, SANDBOX);
    Ok(answer)
}

/// The address of a picture in one size.
pub fn image_address(slug: &Slug, size: u32, file_type: FileType) -> String {
    ImagePath { slug: slug.clone(), file: format!("{size}.{file_type}") }.to_string()
}

/// The address of a file that was uploaded under this name.
pub fn file_address(slug: &Slug, name: &str) -> String {
    FilePath { slug: slug.clone(), name: in_address(name) }.to_string()
}

/// The header that makes browsers save a file under its name (RFC 6266, RFC 8187).
fn attachment(name: &str) -> HeaderValue {
    let value =
        format!("attachment; filename=\"{}\"; filename*=UTF-8''{}", in_address(name), utf8_percent_encode(name, PLAIN));
    // Both names are ASCII now, without quotes or line breaks.
    HeaderValue::try_from(value).unwrap_or(HeaderValue::from_static("attachment"))
}

fn admitted(facts: Option<FileFacts>, audience: Audience) -> Result<FileFacts, Error> {
    facts.filter(|facts| facts.is_public || audience == Audience::Desk).ok_or(Error::NotFound)
}

fn send(ctx: &Ctx, facts: &FileFacts, request: &HeaderMap) -> Answer {
    let etag = format!("\"{}\"", facts.etag);
    if has(request, &etag) {
        return answer(StatusCode::NOT_MODIFIED, facts, &etag, Body::empty());
    }
    let body = |range| stream::body(ctx.db().clone(), facts, range);
    let (mut sent, length) = match range::wanted(request, facts.length, &etag) {
        Part::Whole => (answer(StatusCode::OK, facts, &etag, body(0..facts.length))?, facts.length),
        Part::Bytes(range) => {
            let mut part = answer(StatusCode::PARTIAL_CONTENT, facts, &etag, body(range.clone()))?;
            let said = format!("bytes {}-{}/{}", range.start, range.end - 1, facts.length);
            part.headers_mut().insert(header::CONTENT_RANGE, HeaderValue::try_from(said)?);
            (part, range.end - range.start)
        }
        Part::Outside => {
            let mut none = answer(StatusCode::RANGE_NOT_SATISFIABLE, facts, &etag, Body::empty())?;
            let said = format!("bytes */{}", facts.length);
            none.headers_mut().insert(header::CONTENT_RANGE, HeaderValue::try_from(said)?);
            return Ok(says_itself(StatusCode::RANGE_NOT_SATISFIABLE, none));
        }
    };
    sent.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    sent.headers_mut().insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    Ok(sent)
}

fn answer(status: StatusCode, facts: &FileFacts, etag: &str, body: Body) -> Answer {
    let mut answer = Response::new(body);
    *answer.status_mut() = status;
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(facts.file_type.media_type()));
    headers.insert(header::CACHE_CONTROL, NO_CACHE);
    headers.insert(header::ETAG, HeaderValue::try_from(etag)?);
    Ok(answer)
}

/// True if the browser has these bytes (RFC 9110, 13.1.2).
fn has(request: &HeaderMap, etag: &str) -> bool {
    let tags = request.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    tags.flat_map(|tags| tags.split(','))
        .any(|tag| matches!(tag.trim().trim_start_matches("W/"), "*") || tag.trim().trim_start_matches("W/") == etag)
}
