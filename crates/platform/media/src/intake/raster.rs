//! Pixels in memory, which can be scaled and turned.

use resize::Pixel::{RGB8, RGBA8P};
use resize::Type::Lanczos3;
use rgb::FromSlice as _;

use super::Refusal;

/// A picture as rows of pixels from the top, with eight bits per channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Raster {
    width: u32,
    height: u32,
    /// 3, or 4 with transparency.
    channels: usize,
    pixels: Vec<u8>,
}

impl Raster {
    /// Wraps the pixels of a decoder.
    ///
    /// # Errors
    /// If their number does not fit the size.
    pub(super) fn new(width: u32, height: u32, channels: usize, pixels: Vec<u8>) -> Result<Self, Refusal> {
        let expected = width as usize * height as usize * channels;
        if pixels.len() != expected || expected == 0 || !(3..=4).contains(&channels) {
            return Err(Refusal::BrokenImage);
        }
        Ok(Self { width, height, channels, pixels })
    }

    pub(super) fn width(&self) -> u32 {
        self.width
    }

    pub(super) fn height(&self) -> u32 {
        self.height
    }

    pub(super) fn has_alpha(&self) -> bool {
        self.channels == 4
    }

    pub(super) fn pixels(&self) -> &[u8] {
        &self.pixels
    }

    /// Each line, to be changed.
    pub(super) fn rows_mut(&mut self) -> impl Iterator<Item = &mut [u8]> {
        self.pixels.chunks_exact_mut(self.width as usize * self.channels)
    }

    /// True if no pixel has a colour.
    pub(super) fn is_grey(&self) -> bool {
        self.pixels.chunks_exact(self.channels).all(|pixel| pixel[0] == pixel[1] && pixel[1] == pixel[2])
    }

    /// Drops the transparency if no pixel is transparent.
    pub(super) fn simplified(self) -> Self {
        if !self.has_alpha() || self.pixels.chunks_exact(4).any(|pixel| pixel[3] != u8::MAX) {
            return self;
        }
        self.without_alpha(|pixel| [pixel[0], pixel[1], pixel[2]])
    }

    /// Blends a transparent picture with a background colour.
    pub(super) fn on(&self, ground: [u8; 3]) -> Self {
        if !self.has_alpha() {
            return self.clone();
        }
        self.clone().without_alpha(|pixel| {
            let alpha = u16::from(pixel[3]);
            let mix = |over: u8, under: u8| (u16::from(over) * alpha + u16::from(under) * (255 - alpha) + 127) / 255;
            // The mean of two bytes is a byte.
            [0, 1, 2].map(|place| u8::try_from(mix(pixel[place], ground[place])).unwrap_or(u8::MAX))
        })
    }

    fn without_alpha(self, colour: impl Fn(&[u8]) -> [u8; 3]) -> Self {
        let pixels = each_pixel(&self.pixels, 4, colour);
        Self { channels: 3, pixels, ..self }
    }

    pub(super) fn channels(&self) -> usize {
        self.channels
    }

    /// Shrinks by an integer factor: each pixel becomes the mean of a square. Needs memory only for its
    /// result, unlike the filter of [`Raster::scaled`].
    pub(super) fn shrunk(self, by: u32) -> Self {
        let (width, height) = (self.width / by, self.height / by);
        if by < 2 || width == 0 || height == 0 {
            return self;
        }
        let (channels, row) = (self.channels, self.width as usize * self.channels);
        let count = u64::from(by) * u64::from(by);
        let mut pixels = Vec::with_capacity(width as usize * height as usize * channels);
        for top in 0..height as usize {
            let rows = &self.pixels[top * by as usize * row..][..by as usize * row];
            for left in 0..width as usize {
                for channel in 0..channels {
                    let from = left * by as usize * channels + channel;
                    let line = |line: &[u8]| {
                        line[from..]
                            .iter()
                            .step_by(channels)
                            .take(by as usize)
                            .map(|byte| u64::from(*byte))
                            .sum::<u64>()
                    };
                    let sum: u64 = rows.chunks_exact(row).map(line).sum();
                    pixels.push(u8::try_from((sum + count / 2) / count).unwrap_or(u8::MAX));
                }
            }
        }
        Self { width, height, channels, pixels }
    }

    /// Scales to a width and keeps the proportions.
    pub(super) fn scaled(&self, width: u32) -> Result<Self, Refusal> {
        if width == self.width {
            return Ok(self.clone());
        }
        let height = scaled_height(self.width, self.height, width);
        let (from, to) = ((self.width as usize, self.height as usize), (width as usize, height as usize));
        let broken = |_| Refusal::BrokenImage;
        let mut pixels = vec![0; to.0 * to.1 * self.channels];
        if self.has_alpha() {
            resize::new(from.0, from.1, to.0, to.1, RGBA8P, Lanczos3)
                .and_then(|mut resizer| resizer.resize(self.pixels.as_rgba(), pixels.as_rgba_mut()))
                .map_err(broken)?;
        } else {
            resize::new(from.0, from.1, to.0, to.1, RGB8, Lanczos3)
                .and_then(|mut resizer| resizer.resize(self.pixels.as_rgb(), pixels.as_rgb_mut()))
                .map_err(broken)?;
        }
        Ok(Self { width, height, channels: self.channels, pixels })
    }

    /// Turns and mirrors by an EXIF orientation, 1 to 8.
    pub(super) fn turned(self, orientation: u32) -> Self {
        let (w, h) = (self.width as usize, self.height as usize);
        let swaps = (5..=8).contains(&orientation);
        if !(2..=8).contains(&orientation) {
            return self;
        }
        let (width, height) = if swaps { (h, w) } else { (w, h) };
        let mut pixels = Vec::with_capacity(self.pixels.len());
        for y in 0..height {
            for x in 0..width {
                let (from_x, from_y) = match orientation {
                    2 => (w - 1 - x, y),
                    3 => (w - 1 - x, h - 1 - y),
                    4 => (x, h - 1 - y),
                    5 => (y, x),
                    6 => (y, h - 1 - x),
                    7 => (w - 1 - y, h - 1 - x),
                    _ => (w - 1 - y, x),
                };
                let at = (from_y * w + from_x) * self.channels;
                pixels.extend_from_slice(&self.pixels[at..at + self.channels]);
            }
        }
        let (width, height) = if swaps { (self.height, self.width) } else { (self.width, self.height) };
        Self { width, height, channels: self.channels, pixels }
    }
}

/// Converts each pixel. Allocates the exact size, because collecting would double it.
pub(super) fn each_pixel<const N: usize>(pixels: &[u8], bytes: usize, colour: impl Fn(&[u8]) -> [u8; N]) -> Vec<u8> {
    let mut changed = Vec::with_capacity(pixels.len() / bytes * N);
    for pixel in pixels.chunks_exact(bytes) {
        changed.extend_from_slice(&colour(pixel));
    }
    changed
}

/// The bytes that [`Raster::scaled`] needs in all for the largest of `widths` that is smaller: the picture itself,
/// and for each line the filter's buffer of the narrower one, four bytes per channel.
pub(super) fn fine_bytes((width, height): (u32, u32), channels: usize, widths: &[u32]) -> u64 {
    let narrower = widths.iter().copied().filter(|narrower| *narrower < width).max().unwrap_or_default();
    u64::from(height) * channels as u64 * (u64::from(width) + 4 * u64::from(narrower))
}

/// The height in proportion to a width, at least one line.
pub(super) fn scaled_height(width: u32, height: u32, to: u32) -> u32 {
    let exact = (u64::from(height) * u64::from(to) + u64::from(width) / 2) / u64::from(width.max(1));
    u32::try_from(exact.max(1)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two columns and three rows; the value of each pixel is its original index.
    fn numbered() -> Raster {
        Raster::new(2, 3, 3, (0..6).flat_map(|number| [number, number, number]).collect()).unwrap()
    }

    #[test]
    fn picture_is_turned_as_the_camera_was_held() {
        for (orientation, expected) in [
            (1, [0, 1, 2, 3, 4, 5]),
            (2, [1, 0, 3, 2, 5, 4]),
            (3, [5, 4, 3, 2, 1, 0]),
            (4, [4, 5, 2, 3, 0, 1]),
            (5, [0, 2, 4, 1, 3, 5]),
            (6, [4, 2, 0, 5, 3, 1]),
            (7, [5, 3, 1, 4, 2, 0]),
            (8, [1, 3, 5, 0, 2, 4]),
            (9, [0, 1, 2, 3, 4, 5]),
        ] {
            let turned = numbered().turned(orientation);
            let size = if (5..=8).contains(&orientation) { (3, 2) } else { (2, 3) };
            assert_eq!((turned.width(), turned.height()), size, "{orientation}");
            assert_eq!(turned.pixels.iter().step_by(3).copied().collect::<Vec<_>>(), expected, "{orientation}");
        }
    }

    #[test]
    fn square_of_pixels_becomes_its_mean() {
        let raster = Raster::new(5, 2, 3, [[0; 3], [10; 3], [20; 3], [30; 3], [99; 3]].concat().repeat(2)).unwrap();
        let shrunk = raster.shrunk(2);
        assert_eq!((shrunk.width, shrunk.height, shrunk.pixels.as_slice()), (2, 1, [5, 5, 5, 25, 25, 25].as_slice()));
        assert_eq!(numbered().shrunk(1), numbered());
        assert_eq!(numbered().shrunk(4), numbered(), "nothing would be left");
    }

    #[test]
    fn transparent_picture_is_laid_on_paper() {
        let raster = Raster::new(2, 1, 4, vec![0, 0, 0, 0, 200, 100, 0, 255]).unwrap();
        assert_eq!(raster.on([251, 247, 239]).pixels(), [251, 247, 239, 200, 100, 0]);
        assert!(raster.clone().simplified().has_alpha());
        let opaque = Raster::new(1, 1, 4, vec![1, 2, 3, 255]).unwrap();
        assert_eq!(opaque.simplified().pixels(), [1, 2, 3]);
    }

    #[test]
    fn height_stays_in_proportion_and_is_never_nothing() {
        let flat = Raster::new(400, 1, 3, vec![7; 1200]).unwrap().scaled(100).unwrap();
        assert_eq!((flat.width(), flat.height()), (100, 1));
        assert_eq!(flat.pixels(), [7; 300]);
        assert_eq!(scaled_height(3000, 2000, 1920), 1280);
    }
}
