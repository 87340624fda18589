//! Encodes a picture in three sizes, each as WebP and as JPEG.
//!
//! Only pixels go in, so no metadata comes out. A picture is never enlarged.

use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

use super::raster::Raster;
use super::{Image, Refusal, Rendition};
use crate::medium::FileType;

/// The nominal widths, as they appear in the addresses of a picture.
pub const SIZES: [u32; 3] = [480, 960, 1920];
/// The background of a transparent picture in JPEG: the paper colour of the site.
pub const PAPER: [u8; 3] = [0xfb, 0xf7, 0xef];

/// Out of 100. Small lettering and soft gradients look like the original; 85 takes half as many
/// bytes again.
const WEBP_QUALITY: f32 = 80.0;
/// Out of 100. Looks as good as [`WEBP_QUALITY`].
const JPEG_QUALITY: u8 = 82;

/// All sizes of a picture.
pub(super) fn all(raster: Raster) -> Result<Image, Refusal> {
    let whole = if raster.has_alpha() { FileType::Webp } else { FileType::Jpg };
    let mut sizes = Vec::new();
    let mut raster = raster;
    for (size, width) in widths(raster.width()) {
        // Each size is scaled from the next larger one, which is smaller than the upload.
        raster = raster.scaled(width)?;
        for file_type in [FileType::Webp, FileType::Jpg] {
            sizes.push(rendition(file_type, size, &raster)?);
        }
    }
    Ok(Image { whole, sizes })
}

/// All sizes of a picture whose largest one exists already and is kept.
pub(super) fn around(whole: FileType, bytes: Vec<u8>, raster: &Raster) -> Result<Image, Refusal> {
    let mut image = all(raster.clone())?;
    let largest = image.sizes.iter_mut().find(|rendition| rendition.file_type == whole);
    if let Some(largest) = largest {
        largest.bytes = bytes;
    }
    Ok(Image { whole, ..image })
}

/// The sizes of a picture, largest first, each with its real width.
fn widths(width: u32) -> Vec<(u32, u32)> {
    let mut widths: Vec<(u32, u32)> = SIZES.into_iter().map(|size| (size, size.min(width))).collect();
    // A size as wide as the one below it is left out.
    widths.dedup_by_key(|(_, real)| *real);
    widths.reverse();
    widths
}

fn rendition(file_type: FileType, size: u32, raster: &Raster) -> Result<Rendition, Refusal> {
    let bytes = if file_type == FileType::Webp { webp(raster)? } else { jpeg(&raster.on(PAPER))? };
    Ok(Rendition { file_type, size, width: raster.width(), height: raster.height(), bytes })
}

fn webp(raster: &Raster) -> Result<Vec<u8>, Refusal> {
    let (pixels, width, height) = (raster.pixels(), raster.width(), raster.height());
    let encoder = if raster.has_alpha() {
        webp::Encoder::from_rgba(pixels, width, height)
    } else {
        webp::Encoder::from_rgb(pixels, width, height)
    };
    encoder.encode_simple(false, WEBP_QUALITY).map(|file| file.to_vec()).map_err(|_| Refusal::BrokenImage)
}

fn jpeg(raster: &Raster) -> Result<Vec<u8>, Refusal> {
    let side = |pixels: u32| u16::try_from(pixels).map_err(|_| Refusal::TooNarrow);
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, JPEG_QUALITY);
    encoder.set_progressive(true);
    encoder.set_optimized_huffman_tables(true);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    encoder
        .encode(raster.pixels(), side(raster.width())?, side(raster.height())?, ColorType::Rgb)
        .map_err(|_| Refusal::BrokenImage)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn picture_is_never_made_larger_and_no_size_is_there_twice() {
        assert_eq!(widths(4000), [(1920, 1920), (960, 960), (480, 480)]);
        assert_eq!(widths(1000), [(1920, 1000), (960, 960), (480, 480)]);
        assert_eq!(widths(960), [(960, 960), (480, 480)]);
        assert_eq!(widths(700), [(960, 700), (480, 480)]);
        assert_eq!(widths(300), [(480, 300)]);
    }
}
