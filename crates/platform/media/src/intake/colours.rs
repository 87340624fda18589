//! Colours as sRGB: what a profile in a picture's file says about its numbers is worked into them, because pages and
//! our own files carry no profile.
//!
//! Cameras and phones write wider colour spaces, such as Display P3; taken as sRGB, their pictures would look dull. A
//! profile that is broken, too large or made for something else than the picture changes nothing: then the numbers are
//! taken as sRGB, as browsers do.

use std::sync::Arc;

use moxcms::{ColorProfile, DataColorSpace, Layout, ParsingOptions, Transform8BitExecutor, TransformOptions};

use super::raster::Raster;

/// A profile has fewer bytes. Those of cameras and screens have some hundred; larger ones are those of printing presses,
/// whose colours the decoder has turned into RGB by itself.
pub(super) const LARGEST_PROFILE: usize = 1 << 20;
/// How far numbers may lie from sRGB without anybody seeing it.
const INVISIBLE: u8 = 1;

/// The picture with its colours in sRGB.
pub(super) fn to_srgb(mut raster: Raster, profile: Option<&[u8]>) -> Raster {
    let Some(profile) = profile.and_then(parsed) else { return raster };
    match profile.color_space {
        DataColorSpace::Rgb => convert(&mut raster, &profile),
        DataColorSpace::Gray if raster.is_grey() => brighten(&mut raster, &profile),
        // The decoder has turned other colours into RGB.
        _ => None,
    };
    raster
}

fn parsed(profile: &[u8]) -> Option<ColorProfile> {
    let options = ParsingOptions { max_profile_size: LARGEST_PROFILE, ..ParsingOptions::default() };
    ColorProfile::new_from_slice_with_options(profile, options).ok()
}

fn transform(profile: &ColorProfile, from: Layout, to: Layout) -> Option<Arc<Transform8BitExecutor>> {
    profile.create_transform_8bit(from, &ColorProfile::new_srgb(), to, TransformOptions::default()).ok()
}

/// Line by line, so that no second picture is in memory. `None` if the profile is of no use.
fn convert(raster: &mut Raster, profile: &ColorProfile) -> Option<()> {
    if is_srgb(&*transform(profile, Layout::Rgb, Layout::Rgb)?)? {
        return Some(());
    }
    let layout = if raster.has_alpha() { Layout::Rgba } else { Layout::Rgb };
    let transform = transform(profile, layout, layout)?;
    let mut line = Vec::new();
    for row in raster.rows_mut() {
        line.clear();
        line.extend_from_slice(row);
        transform.transform(&line, row).ok()?;
    }
    Some(())
}

/// Whether a picture would look the same. Most profiles are those of sRGB itself, and rounding would only blur it.
fn is_srgb(transform: &Transform8BitExecutor) -> Option<bool> {
    let steps = || (0..=u8::MAX).step_by(15);
    let samples: Vec<u8> =
        steps().flat_map(|r| steps().flat_map(move |g| steps().flat_map(move |b| [r, g, b]))).collect();
    let mut converted = vec![0; samples.len()];
    transform.transform(&samples, &mut converted).ok()?;
    Some(samples.iter().zip(converted).all(|(from, to)| from.abs_diff(to) <= INVISIBLE))
}

/// Greys by a curve: each of the 256 has its place in sRGB.
fn brighten(raster: &mut Raster, profile: &ColorProfile) -> Option<()> {
    let greys: Vec<u8> = (0..=u8::MAX).collect();
    let mut colours = vec![0; 3 * greys.len()];
    transform(profile, Layout::Gray, Layout::Rgb)?.transform(&greys, &mut colours).ok()?;
    let channels = raster.channels();
    for pixel in raster.rows_mut().flat_map(|row| row.chunks_exact_mut(channels)) {
        let at = 3 * usize::from(pixel[0]);
        pixel[..3].copy_from_slice(&colours[at..at + 3]);
    }
    Some(())
}

#[cfg(test)]
mod tests;
