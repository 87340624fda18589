//! Covers without photos: a small SVG per field of action, drawn from a seed.
//!
//! The same pattern and seed give the same picture on every machine and in every release, because
//! people recognise a page by its cover. So the random numbers are our own few lines
//! (splitmix64, started from an FNV-1a hash): a crate may change its stream with a new version.
//! A change to the drawing code changes every cover.
//!
//! Colour comes from `currentColor` and opacity alone, so that a cover follows its field's hue,
//! dark mode and forced colours. No cover is larger than 4 kB.

use std::fmt::Write as _;

/// The size of every cover in units.
const SIZE: (i32, i32) = (320, 140);

/// The motif of a cover; each field of action has its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pattern {
    /// Quarter circles that join to winding lines.
    Arcs,
    /// Sprouts of different heights on a grid of dots.
    Grid,
    /// A wall of bricks.
    Bricks,
    /// Parallel currents.
    Waves,
    /// A net of knots.
    Knots,
    /// Warp and weft in the shape of a spoil heap.
    Weave,
}

impl Pattern {
    /// All patterns, in the order of the fields.
    pub const ALL: [Pattern; 6] =
        [Pattern::Arcs, Pattern::Grid, Pattern::Bricks, Pattern::Waves, Pattern::Knots, Pattern::Weave];

    /// The code of the pattern in content files.
    pub fn code(self) -> &'static str {
        match self {
            Pattern::Arcs => "arcs",
            Pattern::Grid => "grid",
            Pattern::Bricks => "bricks",
            Pattern::Waves => "waves",
            Pattern::Knots => "knots",
            Pattern::Weave => "weave",
        }
    }

    /// The pattern with this code.
    pub fn from_code(code: &str) -> Option<Pattern> {
        Pattern::ALL.into_iter().find(|pattern| pattern.code() == code)
    }
}

/// The SVG of the cover for a seed, such as a slug.
pub fn cover(pattern: Pattern, seed: &str) -> String {
    let mut dice = Dice::new(&[pattern.code(), "/", seed]);
    let mut out = String::with_capacity(4096);
    put(
        &mut out,
        format_args!(
            "<svg class=\"pattern\" viewBox=\"0 0 {} {}\" preserveAspectRatio=\"xMidYMid slice\" \
             aria-hidden=\"true\" fill=\"none\" stroke=\"currentColor\" stroke-linecap=\"round\">\
             <path d=\"M0 0h{}v{}H0z\" fill=\"currentColor\" stroke=\"none\" opacity=\".1\"/>",
            SIZE.0, SIZE.1, SIZE.0, SIZE.1
        ),
    );
    match pattern {
        Pattern::Arcs => arcs::draw(&mut out, &mut dice),
        Pattern::Grid => grid(&mut out, &mut dice),
        Pattern::Bricks => bricks(&mut out, &mut dice),
        Pattern::Waves => waves(&mut out, &mut dice),
        Pattern::Knots => knots::draw(&mut out, &mut dice),
        Pattern::Weave => weave::draw(&mut out, &mut dice),
    }
    out.push_str("</svg>");
    out
}

mod arcs;
mod knots;
mod weave;

/// Sprouts: taller towards one side, some with leaves.
fn grid(out: &mut String, dice: &mut Dice) {
    const STEP: i32 = 20;
    out.push_str("<path stroke-width=\"2.5\" opacity=\".3\" d=\"");
    for (x, y) in (0..16).flat_map(|x| (0..7).map(move |y| (x * STEP + 10, y * STEP + 10))) {
        put(out, format_args!("M{x} {y}h0"));
    }
    out.push_str("\"/>");
    let rising = dice.chance(50);
    for i in 0..16 {
        let trend = 10 + 3 * if rising { i } else { 15 - i };
        let (x, tall) = (i * STEP + 10, (trend + dice.range(0, 48)).min(116));
        let (top, strength) = (SIZE.1 - tall, dice.range(50, 90));
        put(out, format_args!("<g opacity=\".{strength}\"><path stroke-width=\"5\" d=\"M{x} 144V{top}"));
        let r = dice.range(4, 7);
        put(
            out,
            format_args!("\"/><g fill=\"currentColor\" stroke=\"none\"><circle cx=\"{x}\" cy=\"{top}\" r=\"{r}\"/>"),
        );
        if tall > 44 && dice.chance(70) {
            let (side, leaf) = (if dice.chance(50) { 1 } else { -1 }, top + dice.range(18, tall - 14));
            put(
                out,
                format_args!(
                    "<path d=\"M{x} {leaf}q{} 0 {} -13q{} 1 {} 13\"/>",
                    11 * side,
                    12 * side,
                    -10 * side,
                    -12 * side
                ),
            );
        }
        out.push_str("</g></g>");
    }
}

/// A running bond with bricks of three lengths.
fn bricks(out: &mut String, dice: &mut Dice) {
    const TALL: i32 = 28;
    let mut shades: [String; 5] = Default::default();
    for row in 0..5 {
        let mut x = -dice.range(4, 50);
        while x < SIZE.0 {
            let wide = dice.pick(&[34, 50, 58, 58]);
            let shade = &mut shades[dice.below(5)];
            put(shade, format_args!("M{} {}h{}v{}h-{}z", x + 4, row * TALL + 4, wide - 8, TALL - 8, wide - 8));
            x += wide;
        }
    }
    // A wide round-joined outline in the same colour gives the bricks their soft corners.
    for (d, opacity) in shades.iter().zip([".22", ".36", ".5", ".68", ".86"]) {
        put(
            out,
            format_args!(
                "<path opacity=\"{opacity}\" fill=\"currentColor\" stroke-width=\"4\" stroke-linejoin=\"round\" d=\"{d}\"/>"
            ),
        );
    }
}

/// Currents: parallel lines that follow a common course, each with small deviations.
fn waves(out: &mut String, dice: &mut Dice) {
    const STEP: i32 = 52;
    let bed: Vec<i32> = (0..8).map(|_| dice.range(-19, 19)).collect();
    for line in 0..9 {
        let start = line * 17 + 2 + bed[0];
        let (wide, strength) = (dice.pick(&[2, 3, 4, 5, 7]), dice.range(35, 90));
        put(out, format_args!("<path stroke-width=\"{wide}\" opacity=\".{strength}\" d=\"M-20 {start}"));
        let mut y = start;
        for deep in &bed[1..] {
            let next = line * 17 + 2 + deep + dice.range(-3, 3);
            put(out, format_args!("c26 0 26 {} {STEP} {}", next - y, next - y));
            y = next;
        }
        out.push_str("\"/>");
    }
}

/// Appends to the string; this cannot fail.
fn put(out: &mut String, args: std::fmt::Arguments<'_>) {
    let _ = out.write_fmt(args);
}

/// A pseudorandom generator whose numbers never change.
struct Dice(u64);

impl Dice {
    fn new(seed: &[&str]) -> Dice {
        let bytes = seed.iter().flat_map(|part| part.bytes());
        let hash = bytes.fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        Dice(hash)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 to `end` - 1.
    fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next() % end).unwrap_or(0)
    }

    /// A number from `low` to `high`, both included.
    fn range(&mut self, low: i32, high: i32) -> i32 {
        let span = u64::from(high.abs_diff(low)) + 1;
        low + i32::try_from(self.next() % span).unwrap_or(0)
    }

    /// True in this percentage of cases.
    fn chance(&mut self, percent: i32) -> bool {
        self.range(1, 100) <= percent
    }

    fn pick(&mut self, from: &[i32]) -> i32 {
        from[self.below(from.len())]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_cover_of_200_seeds_is_small_and_its_own() {
        for pattern in Pattern::ALL {
            let covers: BTreeSet<String> = (0..200).map(|i| cover(pattern, &format!("entry-{i}"))).collect();
            assert_eq!(covers.len(), 200, "{pattern:?}");
            let largest = covers.iter().map(String::len).max();
            assert!(largest <= Some(4000), "{pattern:?} {largest:?}");
        }
    }

    #[test]
    fn a_cover_needs_neither_colour_nor_style_nor_id() {
        for pattern in Pattern::ALL {
            let cover = cover(pattern, "congress");
            for word in ["style=", "id=", "#", "rgb", "NaN", "class=\"pattern\""] {
                assert_eq!(cover.contains(word), word.starts_with("class"), "{pattern:?} {word}");
            }
        }
    }

    #[test]
    fn a_seed_gives_the_same_cover_forever() {
        // Known values of splitmix64 with an FNV-1a start.
        let mut dice = Dice::new(&["a"]);
        assert_eq!(dice.0, 0xaf63_dc4c_8601_ec8c);
        assert_eq!(Dice(0).next(), 0xe220_a839_7b1d_cdaf);
        assert_eq!(dice.range(5, 5), 5);
    }

    #[test]
    fn codes_name_patterns_and_nothing_else_does() {
        for pattern in Pattern::ALL {
            assert_eq!(Pattern::from_code(pattern.code()), Some(pattern));
        }
        assert_eq!(Pattern::from_code("photo"), None);
    }
}
