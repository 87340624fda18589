//! The golden thread as a picture: entries are knots, links are strands, and the browser gets
//! one static SVG that needs neither script nor style attribute.
//!
//! Two pictures of the same graph: [`wide`] runs from left to right (start page on a wide
//! screen), [`tall`] runs downwards (phones, the thread's own page, print). Both are pure
//! functions of their arguments, to the byte.
//!
//! Invariants, held by the layout and tested over random graphs:
//! - no label touches another label or a foreign knot; everything lies inside the viewBox;
//! - no strand runs through a foreign knot;
//! - every knot is one link, at least 24 × 24 units large, named by its full title;
//! - colours, weights and the font come from CSS classes alone; sizes are in the picture,
//!   because the layout has measured them.
//!
//! Classes a style sheet has to know: `weave`, `strand` (also `field-1` … `field-6`,
//! `is-expected`, `is-gap`, `is-ply` for the thin fields twisted around the main thread), `knot`
//! (also `field-N`, `is-main`, `is-expected`, `is-gap`), `knot-nr`, `knot-label`, `knot-when`,
//! `knot-lead` (hairline from knot to label), `knot-hit` (the invisible target). A strand without
//! a field class is the main thread. Text needs a halo in the colour of the page, so that a
//! strand which passes close by never makes it hard to read:
//! `paint-order: stroke; stroke: var(--papier); stroke-width: 4px; stroke-linejoin: round`.
//!
//! Accessibility: the root is a named `group`. `role="img"` would hide the links inside from
//! assistive technology, and no role at all is announced differently by every screen reader. The
//! page shows the same content as a nested list after the picture; this is the short way in.

mod columns;
mod graph;
mod label;
mod layout;
mod plan;
mod route;
mod svg;
mod tall;
#[cfg(test)]
mod tests;
mod wide;
mod wrap;

use graph::Graph;
pub use wrap::hyphen::soften;

/// One entry on the thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Knot {
    /// Where the knot leads.
    pub href: String,
    /// The entry's full title; may hold soft hyphens (U+00AD).
    pub title: String,
    /// When it was, in words; may be empty.
    pub when: String,
    /// Number of the field of action, 1 to 6; anything else is the shared main thread.
    pub lane: Option<u8>,
    /// When it was, in days since any fixed day; only sorts.
    pub order: i64,
    /// Planned or vague: the knot is dotted.
    pub expected: bool,
    /// The record has a gap here: the knot and what leads to it are dashed.
    pub gap: bool,
    /// A big knot, such as the congress.
    pub main: bool,
}

/// One link between two knots, given by their places in the slice of knots.
///
/// A strand that names a missing knot, or that would run back in time within a circle, is left
/// out: the store refuses circles, and a picture is no place to report a broken record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Strand {
    /// The earlier knot.
    pub from: usize,
    /// The knot it led to.
    pub to: usize,
    /// Planned: the strand is dotted.
    pub expected: bool,
}

/// The picture's accessible name and description, in the language of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The name.
    pub title: String,
    /// What is to be seen, in a sentence.
    pub desc: String,
}

/// How much room a tall picture has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// 360 units: two lines of title, the date below.
    Phone,
    /// 1120 units: the date in a column of its own, then the title.
    Page,
}

/// The thread from left to right, 1120 units wide and as tall as its lanes need; empty without
/// knots.
///
/// A chain too long to stay readable across the page (more than 13 knots in a row)
/// is drawn by [`tall`] instead. `id_prefix` keeps the ids of several pictures on a page apart.
pub fn wide(knots: &[Knot], strands: &[Strand], words: &Words, id_prefix: &str) -> String {
    let graph = Graph::new(knots, strands);
    match wide::picture(knots, &graph) {
        Some(picture) => svg::write(knots, &picture, words, id_prefix),
        None => tall(knots, strands, words, id_prefix, Width::Page),
    }
}

/// The thread downwards, one row per knot; empty without knots.
pub fn tall(knots: &[Knot], strands: &[Strand], words: &Words, id_prefix: &str, width: Width) -> String {
    let graph = Graph::new(knots, strands);
    svg::write(knots, &tall::picture(knots, &graph, width), words, id_prefix)
}
