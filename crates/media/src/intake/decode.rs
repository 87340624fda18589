//! Reads a picture into memory. Its size is looked at first, in the few bytes that say it, and each
//! decoder has its own limit besides.

use std::io::Cursor;

use exif::{In, Tag};
use gif::{ColorOutput, MemoryLimit};
use image_webp::WebPDecoder;
use png::{ColorType, Transformations};
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

use super::bare::is_progressive;
use super::encode::SIZES;
use super::raster::Raster;
use super::sniff::Found;
use super::wrapping::is_whole_jpeg;
use super::{MOST_PIXELS, Refusal};

/// A picture so many times longer than wide, or wider than long, cannot be shown.
const NARROWEST: u32 = 8;
/// Most pixels of a progressive JPEG: all of it is in memory twice, and no camera writes such.
const MOST_PROGRESSIVE: u64 = 24_000_000;
/// Most pixels that the fine filter works on; about 200 MB.
const MOST_FINE: u64 = 16_000_000;
/// Most bytes that a decoder may take beside the picture.
const BESIDE: usize = 64 << 20;

/// The picture the right way up, and not much larger than the largest size we keep.
pub(super) fn decode(bytes: &[u8], found: &Found) -> Result<Raster, Refusal> {
    let raster = match found {
        Found::Jpeg => jpeg(bytes)?,
        Found::Png => png(bytes)?,
        Found::Webp => webp(bytes)?,
        Found::Gif => gif(bytes)?,
        _ => return Err(Refusal::BrokenImage),
    };
    let orientation = orientation(bytes);
    let width = if orientation >= 5 { raster.height() } else { raster.width() };
    // Twice as wide as needed leaves the fine filter all it needs.
    let wide = width / (2 * SIZES[SIZES.len() - 1]);
    let large = (u64::from(raster.width()) * u64::from(raster.height())).div_ceil(MOST_FINE).isqrt();
    let shrunk = raster.shrunk(wide.max(u32::try_from(large).unwrap_or(1)));
    Ok(shrunk.turned(orientation).simplified())
}

/// Refuses a picture by its width and height, before any memory is taken for it.
fn admit(width: u32, height: u32) -> Result<(), Refusal> {
    if width == 0 || height == 0 {
        return Err(Refusal::BrokenImage);
    }
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Refusal::TooManyPixels);
    }
    if width.max(height) / width.min(height) >= NARROWEST { Err(Refusal::TooNarrow) } else { Ok(()) }
}

fn broken<E>(_: E) -> Refusal {
    Refusal::BrokenImage
}

fn jpeg(bytes: &[u8]) -> Result<Raster, Refusal> {
    let options = DecoderOptions::default()
        .set_max_width(usize::from(u16::MAX))
        .set_max_height(usize::from(u16::MAX))
        .jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().map_err(broken)?;
    let (width, height) = decoder.dimensions().ok_or(Refusal::BrokenImage)?;
    let (width, height) = (u32::try_from(width).map_err(broken)?, u32::try_from(height).map_err(broken)?);
    admit(width, height)?;
    if is_progressive(bytes) && u64::from(width) * u64::from(height) > MOST_PROGRESSIVE {
        return Err(Refusal::Progressive);
    }
    if !is_whole_jpeg(bytes) {
        return Err(Refusal::BrokenImage);
    }
    Raster::new(width, height, 3, decoder.decode().map_err(broken)?)
}

fn png(bytes: &[u8]) -> Result<Raster, Refusal> {
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(bytes), png::Limits { bytes: BESIDE });
    decoder.set_transformations(Transformations::normalize_to_color8());
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    let (width, height) = decoder.read_header_info().map(png::Info::size).map_err(broken)?;
    admit(width, height)?;
    let mut reader = decoder.read_info().map_err(broken)?;
    let mut pixels = vec![0; reader.output_buffer_size().ok_or(Refusal::BrokenImage)?];
    let frame = reader.next_frame(&mut pixels).map_err(broken)?;
    pixels.truncate(frame.buffer_size());
    let (channels, pixels) = match frame.color_type {
        ColorType::Rgb => (3, pixels),
        ColorType::Rgba => (4, pixels),
        ColorType::Grayscale => (3, pixels.iter().flat_map(|grey| [*grey; 3]).collect()),
        ColorType::GrayscaleAlpha => {
            (4, pixels.chunks_exact(2).flat_map(|pair| [pair[0], pair[0], pair[0], pair[1]]).collect())
        }
        ColorType::Indexed => return Err(Refusal::BrokenImage),
    };
    Raster::new(frame.width, frame.height, channels, pixels)
}

fn webp(bytes: &[u8]) -> Result<Raster, Refusal> {
    let mut decoder = WebPDecoder::new(Cursor::new(bytes)).map_err(broken)?;
    let (width, height) = decoder.dimensions();
    admit(width, height)?;
    decoder.set_memory_limit(BESIDE);
    let channels = if decoder.has_alpha() { 4 } else { 3 };
    let mut pixels = vec![0; decoder.output_buffer_size().ok_or(Refusal::BrokenImage)?];
    decoder.read_image(&mut pixels).map_err(broken)?;
    Raster::new(width, height, channels, pixels)
}

/// The first picture of a film of pictures.
fn gif(bytes: &[u8]) -> Result<Raster, Refusal> {
    let mut options = gif::DecodeOptions::new();
    options.set_color_output(ColorOutput::RGBA);
    let most = std::num::NonZeroU64::new(4 * MOST_PIXELS).map_or(MemoryLimit::Unlimited, MemoryLimit::Bytes);
    options.set_memory_limit(most);
    let mut decoder = options.read_info(Cursor::new(bytes)).map_err(broken)?;
    let (width, height) = (u32::from(decoder.width()), u32::from(decoder.height()));
    admit(width, height)?;
    let frame = decoder.read_next_frame().map_err(broken)?.ok_or(Refusal::BrokenImage)?;
    // A frame may cover a part of the picture, and may reach beyond it.
    let row = width as usize * 4;
    let mut pixels = vec![0; row * height as usize];
    let (left, length) = (usize::from(frame.left) * 4, usize::from(frame.width) * 4);
    let lines = frame.buffer.chunks_exact(length.max(1)).zip(pixels.chunks_exact_mut(row).skip(usize::from(frame.top)));
    for (line, target) in lines {
        let end = row.min(left + length);
        if left < end {
            target[left..end].copy_from_slice(&line[..end - left]);
        }
    }
    Raster::new(width, height, 4, pixels)
}

/// How the camera was held, 1 to 8; 1 if it is not said.
fn orientation(bytes: &[u8]) -> u32 {
    let read = exif::Reader::new().read_from_container(&mut Cursor::new(bytes));
    let said = read.ok().and_then(|exif| exif.get_field(Tag::Orientation, In::PRIMARY)?.value.get_uint(0));
    said.filter(|orientation| (1..=8).contains(orientation)).unwrap_or(1)
}
