//! Intake of uploads: detects the type, refuses dangerous content, and encodes a picture in
//! the sizes that pages show.
//!
//! The bytes decide, never the content type that a browser claims. A picture is decoded and encoded again, so
//! only the pixels of the upload survive: no location, no name of a camera's owner, no hidden script. A file is
//! stored unchanged, and only if its bytes agree with its name and contain no program.
//!
//! Work and memory are bounded: limits on bytes, pixels and unpacked sizes are checked before
//! anything is unpacked, and one upload at a time is processed, outside the threads that answer
//! requests. Decoding and encoding any accepted picture takes at most about 200 MB.

mod bare;
mod colours;
mod decode;
mod encode;
mod office;
mod pdf;
mod plain;
mod raster;
mod refusal;
mod sniff;
#[cfg(test)]
mod tests;
mod wrapping;

use base::file_name::FileName;
use tokio::sync::Semaphore;

use crate::medium::FileType;

pub use encode::{PAPER, SIZES};
pub use refusal::Refusal;

/// The most bytes of a picture.
pub const LARGEST_IMAGE: usize = 20 << 20;
/// The most bytes of a file.
pub const LARGEST_FILE: usize = 30 << 20;
/// The most pixels of a picture, enough for large cameras.
pub const MOST_PIXELS: u64 = 50_000_000;
/// The most pixels of a picture that is no JPEG, or a JPEG in several passes: decoding takes more memory per pixel.
pub const MOST_AT_ONCE: u64 = 24_000_000;

/// Limits processing to one upload at a time: decoding a large picture takes 200 MB for a second.
static PROCESSING: Semaphore = Semaphore::const_new(1);

/// The result of the intake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Taken {
    /// A picture in its sizes, largest first.
    Image(Image),
    /// A file as it was sent.
    File(FileType, Vec<u8>),
}

/// A picture that was written anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// The type whose largest rendition loses nothing: JPEG, or WebP if the picture is transparent somewhere.
    pub whole: FileType,
    /// Every size in every type, largest first.
    pub sizes: Vec<Rendition>,
}

/// One size of a picture in one type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendition {
    /// JPEG or WebP.
    pub file_type: FileType,
    /// The nominal width, as in its address.
    pub size: u32,
    /// The real width, at most `size`.
    pub width: u32,
    /// The real height.
    pub height: u32,
    /// The encoded picture.
    pub bytes: Vec<u8>,
}

/// Processes an upload, after all earlier ones.
///
/// # Errors
/// [`Refusal`] for anything that people can change. Breakage is `anyhow`.
pub async fn take(bytes: Vec<u8>, name: FileName) -> anyhow::Result<Result<Taken, Refusal>> {
    let turn = PROCESSING.acquire().await?;
    let work = move || {
        // If the caller goes away, the work continues and keeps its turn.
        let _turn = turn;
        inspect(bytes, &name)
    };
    Ok(tokio::task::spawn_blocking(work).await?)
}

/// Processes a picture of a content folder. One that contains nothing but the picture and is no larger than
/// our largest size is kept unchanged, so that export and import give the same bytes.
///
/// # Errors
/// [`Refusal`], as for an upload.
pub fn take_kept(bytes: Vec<u8>, name: &FileName) -> Result<Taken, Refusal> {
    match bare::file_type(&bytes) {
        Some(whole) if name.ending == whole.code() => {
            let raster = decode::decode(&bytes, &sniff::found(&bytes))?;
            if raster.width() > SIZES[SIZES.len() - 1] || raster.has_alpha() != (whole == FileType::Webp) {
                return inspect(bytes, name);
            }
            Ok(Taken::Image(encode::around(whole, bytes, &raster)?))
        }
        _ => inspect(bytes, name),
    }
}

/// Detects the type of an upload and processes it.
fn inspect(bytes: Vec<u8>, name: &FileName) -> Result<Taken, Refusal> {
    use sniff::Found;
    let found = sniff::found(&bytes);
    let most = if found.is_picture() { LARGEST_IMAGE } else { LARGEST_FILE };
    if bytes.len() > most {
        return Err(Refusal::TooLarge { most: most >> 20 });
    }
    let file_type = match found {
        Found::Jpeg | Found::Png | Found::Webp | Found::Gif => {
            if !name.ending.is_empty() && !sniff::PICTURES.contains(&name.ending.as_str()) {
                return Err(Refusal::mismatch(name, found.ending()));
            }
            sniff::refuse_hidden(&bytes, &found)?;
            let raster = decode::decode(&bytes, &found)?;
            drop(bytes);
            return Ok(Taken::Image(encode::all(raster)?));
        }
        Found::Pdf => pdf::check(&bytes).map(|()| FileType::Pdf)?,
        Found::Zip => office::check(&bytes)?,
        Found::Text => plain::check(&bytes, &name.ending)?,
        Found::Refused(refusal) => return Err(refusal),
    };
    if name.ending != file_type.code() {
        return Err(Refusal::mismatch(name, file_type.code()));
    }
    Ok(Taken::File(file_type, bytes))
}
