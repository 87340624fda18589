//! The logo as the head of every page shows it: at one height, never stretched, with a size for each screen.
//!
//! Its measures stand in `header.css` too, because a browser needs them before it has any picture.

use askama::Template;
use askama::filters::HtmlSafe;

use crate::ctx::Ctx;

/// A picture of the logo with its sizes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogoPicture {
    /// The address and the width in pixels of each size, smallest first; never empty.
    pub sizes: Vec<(String, i64)>,
    /// The width of the largest size, in pixels; more than 0.
    pub width: i64,
    /// The height of the largest size, in pixels; more than 0.
    pub height: i64,
}

impl LogoPicture {
    /// The height at which wide pages show it, in pixels of an ordinary screen; narrow ones have smaller letters.
    pub const HEIGHT: i64 = 52;
    /// The greatest width at which pages show it, in pixels of an ordinary screen. A wider picture is shown lower.
    pub const WIDEST: i64 = 266;

    /// The width at which wide pages show it, in pixels of an ordinary screen.
    pub fn shown_width(&self) -> i64 {
        (Self::HEIGHT * self.width).div_euclid(self.height.max(1)).clamp(1, Self::WIDEST)
    }

    /// The address of the smallest size, for browsers that do not choose.
    pub fn address(&self) -> &str {
        self.sizes.first().map_or("", |(address, _)| address)
    }

    /// The `srcset` attribute.
    pub fn set(&self) -> String {
        let sizes = self.sizes.iter().map(|(address, width)| format!("{address} {width}w"));
        sizes.collect::<Vec<_>>().join(", ")
    }
}

/// The pictures of the logo that the public sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownLogo {
    /// On light ground; on dark ground too, if there is no other.
    pub light: LogoPicture,
    /// On dark ground.
    pub dark: Option<LogoPicture>,
}

/// The name of the initiative at the top of a page: its logo, or else the word.
#[derive(Debug, Template)]
#[template(path = "frame/brand.html")]
pub struct Brand<'a> {
    name: &'a str,
    light: Option<&'a LogoPicture>,
    /// The picture for dark surroundings, chosen by the browser.
    dark: Option<&'a LogoPicture>,
    /// True if the only picture was made for light ground.
    is_alone: bool,
}

// Templates escape what they print.
impl HtmlSafe for Brand<'_> {}

impl<'a> Brand<'a> {
    /// The name with this logo, on the ground that somebody prefers.
    pub fn new(name: &'a str, logo: Option<&'a ShownLogo>) -> Self {
        let dark = logo.and_then(|logo| logo.dark.as_ref());
        Self { name, light: logo.map(|logo| &logo.light), dark, is_alone: dark.is_none() }
    }

    /// The same on light ground, whatever somebody prefers.
    pub fn on_light(name: &'a str, logo: Option<&'a ShownLogo>) -> Self {
        Self { dark: None, ..Self::new(name, logo) }
    }

    /// The same on dark ground, whatever somebody prefers.
    pub fn on_dark(name: &'a str, logo: Option<&'a ShownLogo>) -> Self {
        let brand = Self::new(name, logo);
        Self { light: brand.dark.or(brand.light), dark: None, ..brand }
    }
}

impl Ctx {
    /// The name of the initiative as the top of this page shows it.
    pub fn brand(&self) -> Brand<'_> {
        Brand::new(&self.initiative().name, self.logo())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(width: i64, height: i64) -> LogoPicture {
        LogoPicture { sizes: vec![("/medien/logo/480.webp".to_owned(), 480), ("/x".to_owned(), width)], width, height }
    }

    #[test]
    fn wide_logo_is_shown_lower_instead_of_cut() {
        assert_eq!(picture(960, 240).shown_width(), 208);
        assert_eq!(picture(600, 600).shown_width(), 52);
        assert_eq!(picture(1920, 100).shown_width(), 266);
        assert_eq!(picture(1, 1920).shown_width(), 1);
    }

    #[test]
    fn browser_may_choose_among_all_sizes() {
        let picture = picture(960, 240);
        assert_eq!(picture.set(), "/medien/logo/480.webp 480w, /x 960w");
        assert_eq!(picture.address(), "/medien/logo/480.webp");
    }
}
