//! The own colours of an initiative: the thread and the six fields, in light and in dark mode, with
//! a contrast check that refuses unreadable colours.
//!
//! Contrast is WCAG 2's: relative luminances, (lighter + 0.05) / (darker + 0.05). Text needs 4.5. The
//! backgrounds are those of `css/tokens.css`; a test compares them.

use std::fmt;
use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

/// The least contrast of text (WCAG 2.2, 1.4.3).
pub const LEAST: f64 = 4.5;

/// A colour as style sheets write it: `#B3261E`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Colour([u8; 3]);

/// A colour in both modes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shades {
    /// The colour in light mode.
    pub light: Colour,
    /// The colour in dark mode.
    pub dark: Colour,
}

/// The colours that replace those of the product.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Colours {
    /// The red thread: links, buttons, the line on every page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thread: Option<Shades>,
    /// The hue of field of action 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field_1: Option<Shades>,
    /// The hue of field of action 2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field_2: Option<Shades>,
    /// The hue of field of action 3.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field_3: Option<Shades>,
    /// The hue of field of action 4.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field_4: Option<Shades>,
    /// The hue of field of action 5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field_5: Option<Shades>,
    /// The hue of field of action 6.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field_6: Option<Shades>,
}

/// A colour mode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Light mode: dark text on a light background.
    Light,
    /// Dark mode: light text on a dark background.
    Dark,
}

/// A colour with too little contrast.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weak {
    /// The lowest contrast with any background.
    pub ratio: f64,
    /// The most similar colour with enough contrast on every background.
    pub nearest: Colour,
}

/// The backgrounds of text in light and dark mode: paper, sheet, linen; and the text colour of a button.
const GROUNDS: [(&str, Shades); 4] = [
    ("paper", Shades { light: Colour([0xFB, 0xF7, 0xEF]), dark: Colour([0x1A, 0x17, 0x15]) }),
    ("sheet", Shades { light: Colour([0xFF, 0xFD, 0xF8]), dark: Colour([0x24, 0x20, 0x1D]) }),
    ("linen", Shades { light: Colour([0xF3, 0xEB, 0xDD]), dark: Colour([0x2A, 0x25, 0x21]) }),
    ("thread-ink", Shades { light: Colour([0xFF, 0xFD, 0xF8]), dark: Colour([0x1F, 0x1B, 0x18]) }),
];

/// The colours of the product, by their names in the settings and in `css/tokens.css`.
const OWN: [(&str, &str, Shades); 7] = [
    ("thread", "thread", Shades { light: Colour([0xB3, 0x26, 0x1E]), dark: Colour([0xF4, 0x7C, 0x68]) }),
    ("field_1", "hue-1", Shades { light: Colour([0x0A, 0x50, 0x66]), dark: Colour([0x7C, 0xC4, 0xDB]) }),
    ("field_2", "hue-2", Shades { light: Colour([0x3F, 0x6B, 0x35]), dark: Colour([0xA3, 0xCF, 0x95]) }),
    ("field_3", "hue-3", Shades { light: Colour([0x8A, 0x2F, 0x2B]), dark: Colour([0xEE, 0x9C, 0x93]) }),
    ("field_4", "hue-4", Shades { light: Colour([0x6C, 0x4A, 0x86]), dark: Colour([0xCB, 0xAB, 0xE6]) }),
    ("field_5", "hue-5", Shades { light: Colour([0xA6, 0x3A, 0x1E]), dark: Colour([0xF5, 0xA2, 0x83]) }),
    ("field_6", "hue-6", Shades { light: Colour([0x4A, 0x55, 0x60]), dark: Colour([0xB9, 0xC2, 0xCB]) }),
];

impl Colour {
    /// Parses `#B3261E`, also in small letters and without the `#`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').unwrap_or(text);
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        Some(Self([part(0)?, part(2)?, part(4)?]))
    }

    /// The contrast of two colours, from 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// Accepts a colour with enough contrast on every background of a mode.
    ///
    /// # Errors
    /// [`Weak`] with the contrast and a replacement.
    pub fn check(self, scheme: Scheme) -> Result<(), Weak> {
        let ratio = self.worst(scheme);
        if ratio >= LEAST {
            return Ok(());
        }
        // Towards black in light mode, towards white in dark mode: the hue stays, and the last step is always
        // readable.
        let end = if scheme == Scheme::Light { 0 } else { 255 };
        let readable = (1..=255).map(|share| self.towards(end, share)).find(|colour| colour.worst(scheme) >= LEAST);
        Err(Weak { ratio, nearest: readable.unwrap_or(Self([end; 3])) })
    }

    fn worst(self, scheme: Scheme) -> f64 {
        scheme.grounds().map(|ground| self.contrast(ground)).fold(f64::INFINITY, f64::min)
    }

    /// Mixes the colour with black or white; `share` is in 255ths.
    fn towards(self, end: u8, share: u32) -> Self {
        Self(self.0.map(|part| {
            let mixed = (u32::from(part) * (255 - share) + u32::from(end) * share + 127) / 255;
            u8::try_from(mixed).unwrap_or(end)
        }))
    }

    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl Scheme {
    /// The backgrounds on which a colour must be readable; the first one is that of the page.
    pub fn grounds(self) -> impl Iterator<Item = Colour> {
        GROUNDS.iter().map(move |(_, ground)| ground.of(self))
    }
}

impl Shades {
    /// The colour of the product that applies if the initiative has none of its own, by its name in the
    /// settings (`thread`, `field_1` to `field_6`).
    pub fn own(name: &str) -> Option<Self> {
        OWN.iter().find(|(setting, ..)| *setting == name).map(|(.., shades)| *shades)
    }

    /// The colours of the product, by their names in the settings.
    pub fn all_own() -> impl Iterator<Item = (&'static str, Self)> {
        OWN.iter().map(|(name, _, shades)| (*name, *shades))
    }

    /// The colour in this mode.
    pub fn of(self, scheme: Scheme) -> Colour {
        match scheme {
            Scheme::Light => self.light,
            Scheme::Dark => self.dark,
        }
    }
}

impl Colours {
    /// True if no colour is replaced.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }

    /// The fields of action by their number.
    pub fn fields(&self) -> [Option<Shades>; 6] {
        [self.field_1, self.field_2, self.field_3, self.field_4, self.field_5, self.field_6]
    }

    /// The style sheet after the product's own; `None` if no colour is replaced. It replaces the thread
    /// only without `prefers-contrast: more`, and no colour under `forced-colors: active`.
    pub(crate) fn style_sheet(&self) -> Option<String> {
        if self.is_default() {
            return None;
        }
        let mut css = "@layer tokens{".to_owned();
        if let Some(thread) = self.thread {
            let rule = rule("thread", thread);
            let _ = write!(
                css,
                "@media screen and (forced-colors:none) and (not (prefers-contrast:more)){{:root{{{rule}}}}}"
            );
        }
        let hues = self.fields().into_iter().enumerate();
        let hues: String = hues.filter_map(|(index, hue)| Some(rule(&format!("hue-{}", index + 1), hue?))).collect();
        if !hues.is_empty() {
            let _ = write!(css, "@media (forced-colors:none){{:root{{{hues}}}}}");
        }
        css.push('}');
        Some(css)
    }
}

fn rule(name: &str, shades: Shades) -> String {
    format!("--{name}:light-dark({},{});", shades.light, shades.dark)
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02X}{green:02X}{blue:02X}")
    }
}

impl TryFrom<String> for Colour {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).ok_or_else(|| format!("{text:?} is no colour like #B3261E"))
    }
}

impl From<Colour> for String {
    fn from(colour: Colour) -> Self {
        colour.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(text: &str) -> Colour {
        Colour::parse(text).unwrap()
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        let ratio = |one, two| (colour(one).contrast(colour(two)) * 10.0).round() / 10.0;
        assert!((ratio("#000000", "#FFFFFF") - 21.0).abs() < f64::EPSILON);
        assert!((ratio("#777777", "#FFFFFF") - 4.5).abs() < f64::EPSILON);
        // The value in the table of docs/components.md.
        assert!((ratio("#B3261E", "#FBF7EF") - 6.1).abs() < f64::EPSILON);
        assert!((ratio("#F47C68", "#1A1715") - 6.7).abs() < f64::EPSILON);
    }

    #[test]
    fn grounds_and_own_colours_are_those_of_the_style_sheet() {
        let tokens = include_str!("../../css/tokens.css");
        let own = OWN.map(|(_, name, shades)| (name, shades));
        for (name, shades) in GROUNDS.into_iter().chain(own) {
            let line = format!("--{name}: light-dark({}, {});", shades.light, shades.dark);
            assert!(tokens.contains(&line), "{line}");
        }
    }

    #[test]
    fn colours_of_the_product_pass_their_own_guard() {
        for (name, _, shades) in OWN {
            assert_eq!(shades.light.check(Scheme::Light), Ok(()), "{name}");
            assert_eq!(shades.dark.check(Scheme::Dark), Ok(()), "{name}");
        }
    }

    #[test]
    fn weak_colour_is_refused_with_its_ratio_and_the_nearest_that_passes() {
        for (text, scheme) in [("#F0B429", Scheme::Light), ("#FFFFFF", Scheme::Light), ("#0A5066", Scheme::Dark)] {
            let weak = colour(text).check(scheme).unwrap_err();
            assert!(weak.ratio < LEAST, "{text}");
            assert_eq!(weak.nearest.check(scheme), Ok(()), "{text}");
        }
        let weak = colour("#2E7F94").check(Scheme::Light).unwrap_err();
        assert!((weak.ratio - 3.87).abs() < 0.01, "{}", weak.ratio);
        // One step less would still be too weak.
        let step = (1..=255).find(|share| colour("#2E7F94").towards(0, *share) == weak.nearest).unwrap();
        assert!(colour("#2E7F94").towards(0, step - 1).worst(Scheme::Light) < LEAST);
    }

    #[test]
    fn style_sheet_says_only_what_differs() {
        assert_eq!(Colours::default().style_sheet(), None);
        let shades = Some(Shades { light: colour("0a5066"), dark: colour("#7CC4DB") });
        assert_eq!(
            Colours { field_2: shades, ..Colours::default() }.style_sheet().as_deref(),
            Some("@layer tokens{@media (forced-colors:none){:root{--hue-2:light-dark(#0A5066,#7CC4DB);}}}")
        );
        let css = Colours { thread: shades, ..Colours::default() }.style_sheet().unwrap();
        assert!(css.contains("(not (prefers-contrast:more)){:root{--thread:light-dark(#0A5066,#7CC4DB);}}"), "{css}");
    }

    #[test]
    fn only_six_digits_are_a_colour() {
        for text in ["", "#", "#FFF", "#GGGGGG", "#B3261E0", "red", "#+12345", "#ä1234"] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }
}
