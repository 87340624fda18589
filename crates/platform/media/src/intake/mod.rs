//! Takes in what people upload: tells what it is, refuses what is dangerous, and makes of a picture
//! the sizes that pages show.
//!
//! The bytes decide, never the type that a browser claims. A picture is decoded and written anew, so
//! nothing of the upload but its pixels gets through: no place where it was taken, no name of a
//! camera's owner, no hidden script. A file is kept as it is, and only if it is what its name says and
//! holds no program.
//!
//! Work and memory are bounded: limits on bytes, pixels and unpacked sizes are looked at before
//! anything is unpacked, and one upload at a time is worked on, beside the threads that answer
//! requests. Reading and rewriting any picture that is accepted takes about 200 MB at most.

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

/// Most bytes of a picture.
pub const LARGEST_IMAGE: usize = 20 << 20;
/// Most bytes of a file.
pub const LARGEST_FILE: usize = 30 << 20;
/// Most pixels of a picture: what large cameras take.
pub const MOST_PIXELS: u64 = 50_000_000;
/// Most pixels of a picture that is no JPEG, or a JPEG in several passes: reading it takes more memory for each.
pub const MOST_AT_ONCE: u64 = 24_000_000;

/// One at a time: decoding a large picture takes 200 MB for a second.
static ONE: Semaphore = Semaphore::const_new(1);

/// What became of an upload.
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
    /// The type whose largest size holds all of it: JPEG, or WebP if it is transparent somewhere.
    pub whole: FileType,
    /// Every size in every type.
    pub sizes: Vec<Rendition>,
}

/// One size of a picture in one type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendition {
    /// JPEG or WebP.
    pub file_type: FileType,
    /// The width in its address.
    pub size: u32,
    /// Its real width, at most `size`.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Takes in an upload. Waits until no other one is being worked on.
///
/// # Errors
/// [`Refusal`] for what people can change. Breakage is `anyhow`.
pub async fn take(bytes: Vec<u8>, name: FileName) -> anyhow::Result<Result<Taken, Refusal>> {
    let turn = ONE.acquire().await?;
    let work = move || {
        // The work goes on if whoever waits for it goes away, and so does its turn.
        let _turn = turn;
        inspect(bytes, &name)
    };
    Ok(tokio::task::spawn_blocking(work).await?)
}

/// Takes in a picture of a content folder. One that holds nothing but the picture and is no larger than
/// ours are is kept as it is, so that export and import give the same bytes.
///
/// # Errors
/// [`Refusal`].
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

/// Tells what an upload is and makes of it what we keep.
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
