//! Decodes a picture into memory. Its size is checked first, in the few bytes of its header, and each
//! decoder has its own limit besides.

use std::io::Cursor;

use exif::{In, Tag};
use gif::ColorOutput;
use image_webp::WebPDecoder;
use png::{ColorType, Transformations};
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

use super::bare::is_in_passes;
use super::colours::{LARGEST_PROFILE, to_srgb};
use super::encode::SIZES;
use super::raster::{Raster, each_pixel, fine_bytes};
use super::sniff::Found;
use super::wrapping::is_whole_jpeg;
use super::{MOST_AT_ONCE, MOST_PIXELS, Refusal};

/// The largest width that we store.
const WIDEST: u32 = SIZES[SIZES.len() - 1];
/// The greatest ratio of the sides of a picture that can be shown.
const NARROWEST: u32 = 8;
/// The most bytes of a picture together with the memory of the fine filter.
const MOST_FINE: u64 = 180 << 20;
/// The most bytes that a decoder may take besides the picture.
const BESIDE: usize = 64 << 20;

/// A picture as its file holds it, with the profile of its colours.
type Decoded = (Raster, Option<Vec<u8>>);

/// The picture, upright, in sRGB, and not much larger than the largest size that we store.
pub(super) fn decode(bytes: &[u8], found: &Found) -> Result<Raster, Refusal> {
    let (raster, profile) = match found {
        Found::Jpeg => jpeg(bytes)?,
        Found::Png => png(bytes)?,
        Found::Webp => webp(bytes)?,
        Found::Gif => (gif(bytes)?, None),
        _ => return Err(Refusal::BrokenImage),
    };
    let orientation = orientation(bytes);
    let (width, height) =
        if orientation >= 5 { (raster.height(), raster.width()) } else { (raster.width(), raster.height()) };
    // Twice the needed width is enough for the fine filter.
    let wide = width / (2 * WIDEST);
    let fits = |by: &u32| fine_bytes((width / by, height / by), raster.channels(), &SIZES) <= MOST_FINE;
    let by = (wide.max(1)..=width).find(fits).unwrap_or(1);
    Ok(to_srgb(raster.shrunk(by), profile.as_deref()).turned(orientation).simplified())
}

/// Refuses a picture by its width and height before any memory is allocated. The limit is lower for a decoder that
/// keeps it twice, or with four bytes per pixel.
fn admit(width: u32, height: u32, most: u64) -> Result<(), Refusal> {
    if width == 0 || height == 0 {
        return Err(Refusal::BrokenImage);
    }
    let pixels = u64::from(width) * u64::from(height);
    if pixels > MOST_PIXELS {
        return Err(Refusal::TooManyPixels);
    }
    if pixels > most {
        return Err(Refusal::TooManyAtOnce);
    }
    if width.max(height) / width.min(height) >= NARROWEST { Err(Refusal::TooNarrow) } else { Ok(()) }
}

fn broken<E>(_: E) -> Refusal {
    Refusal::BrokenImage
}

fn jpeg(bytes: &[u8]) -> Result<Decoded, Refusal> {
    let options = DecoderOptions::default()
        .set_max_width(usize::from(u16::MAX))
        .set_max_height(usize::from(u16::MAX))
        .jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().map_err(broken)?;
    let (width, height) = decoder.dimensions().ok_or(Refusal::BrokenImage)?;
    let (width, height) = (u32::try_from(width).map_err(broken)?, u32::try_from(height).map_err(broken)?);
    admit(width, height, if is_in_passes(bytes) { MOST_AT_ONCE } else { MOST_PIXELS })?;
    if !is_whole_jpeg(bytes) {
        return Err(Refusal::BrokenImage);
    }
    let raster = Raster::new(width, height, 3, decoder.decode().map_err(broken)?)?;
    Ok((raster, decoder.icc_profile()))
}

fn png(bytes: &[u8]) -> Result<Decoded, Refusal> {
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(bytes), png::Limits { bytes: BESIDE });
    decoder.set_transformations(Transformations::normalize_to_color8());
    decoder.set_ignore_text_chunk(true);
    let (width, height) = decoder.read_header_info().map(png::Info::size).map_err(broken)?;
    admit(width, height, MOST_AT_ONCE)?;
    let mut reader = decoder.read_info().map_err(broken)?;
    let profile = reader.info().icc_profile.as_deref().filter(|profile| profile.len() < LARGEST_PROFILE);
    let profile = profile.map(<[u8]>::to_vec);
    let mut pixels = vec![0; reader.output_buffer_size().ok_or(Refusal::BrokenImage)?];
    let frame = reader.next_frame(&mut pixels).map_err(broken)?;
    pixels.truncate(frame.buffer_size());
    let (channels, pixels) = match frame.color_type {
        ColorType::Rgb => (3, pixels),
        ColorType::Rgba => (4, pixels),
        ColorType::Grayscale => (3, each_pixel(&pixels, 1, |grey| [grey[0]; 3])),
        ColorType::GrayscaleAlpha => (4, each_pixel(&pixels, 2, |pair| [pair[0], pair[0], pair[0], pair[1]])),
        ColorType::Indexed => return Err(Refusal::BrokenImage),
    };
    Ok((Raster::new(frame.width, frame.height, channels, pixels)?, profile))
}

fn webp(bytes: &[u8]) -> Result<Decoded, Refusal> {
    let mut decoder = WebPDecoder::new(Cursor::new(bytes)).map_err(broken)?;
    let (width, height) = decoder.dimensions();
    admit(width, height, MOST_AT_ONCE)?;
    decoder.set_memory_limit(BESIDE);
    let channels = if decoder.has_alpha() { 4 } else { 3 };
    let mut pixels = vec![0; decoder.output_buffer_size().ok_or(Refusal::BrokenImage)?];
    decoder.read_image(&mut pixels).map_err(broken)?;
    let profile = decoder.icc_profile().ok().flatten();
    Ok((Raster::new(width, height, channels, pixels)?, profile))
}

/// The first frame of an animation.
fn gif(bytes: &[u8]) -> Result<Raster, Refusal> {
    let mut options = gif::DecodeOptions::new();
    options.set_color_output(ColorOutput::RGBA);
    let mut decoder = options.read_info(Cursor::new(bytes)).map_err(broken)?;
    let (width, height) = (u32::from(decoder.width()), u32::from(decoder.height()));
    admit(width, height, MOST_AT_ONCE)?;
    let frame = decoder.next_frame_info().map_err(broken)?.ok_or(Refusal::BrokenImage)?;
    let (left, top) = (usize::from(frame.left) * 4, usize::from(frame.top));
    let (frame_width, frame_height) = (u32::from(frame.width), u32::from(frame.height));
    if u64::from(frame_width) * u64::from(frame_height) > MOST_AT_ONCE {
        return Err(Refusal::TooManyAtOnce);
    }
    let (row, length) = (width as usize * 4, frame_width as usize * 4);
    let mut frame = vec![0; length * frame_height as usize];
    decoder.read_into_buffer(&mut frame).map_err(broken)?;
    if (left, top, frame_width, frame_height) == (0, 0, width, height) {
        return Raster::new(width, height, 4, frame);
    }
    // A frame may cover only a part of the picture, and may extend beyond it.
    let mut pixels = vec![0; row * height as usize];
    let lines = frame.chunks_exact(length.max(1)).zip(pixels.chunks_exact_mut(row).skip(top));
    for (line, target) in lines {
        let end = row.min(left + length);
        if left < end {
            target[left..end].copy_from_slice(&line[..end - left]);
        }
    }
    Raster::new(width, height, 4, pixels)
}

/// The EXIF orientation, 1 to 8; 1 if there is none.
fn orientation(bytes: &[u8]) -> u32 {
    let read = exif::Reader::new().read_from_container(&mut Cursor::new(bytes));
    let said = read.ok().and_then(|exif| exif.get_field(Tag::Orientation, In::PRIMARY)?.value.get_uint(0));
    said.filter(|orientation| (1..=8).contains(orientation)).unwrap_or(1)
}
