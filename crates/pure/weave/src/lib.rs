//! The golden thread as a picture: entries are knots, links are strands, and the browser gets
//! one static SVG that needs neither script nor style attribute.
//!
//! There are two layouts of the same graph: [`wide`] runs from left to right (start page on a wide
//! screen), [`tall`] runs downwards (phones, the thread's own page, print). Both are pure
//! functions: the same arguments give the same bytes.
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
//! page shows the same content as a nested list after the picture.

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
    /// The address of the entry's page.
    pub href: String,
    /// The entry's full title; may hold soft hyphens (U+00AD).
    pub title: String,
    /// The date in words; may be empty.
    pub when: String,
    /// Number of the field of action, 1 to 6; anything else is the shared main thread.
    pub lane: Option<u8>,
    /// The date as a sort key, in days since any fixed day.
    pub order: i64,
    /// True if it is planned or vague: the knot is dotted.
    pub expected: bool,
    /// True if the record has a gap here: the knot and the strands to it are dashed.
    pub gap: bool,
    /// True for a big knot, such as the congress.
    pub main: bool,
}

/// One link between two knots, given by their indices in the slice of knots.
///
/// A strand to a missing knot, or one that would run back in time within a cycle, is left
/// out: the store refuses cycles, and a picture is no place to report a broken record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Strand {
    /// The earlier knot.
    pub from: usize,
    /// The later knot.
    pub to: usize,
    /// True if it is planned: the strand is dotted.
    pub expected: bool,
}

/// The picture's accessible name and description, in the language of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The accessible name of the picture.
    pub title: String,
    /// The accessible description: one sentence about the content of the picture.
    pub desc: String,
}

/// The available width of a tall picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// 360 units: two lines of title, with the date below.
    Phone,
    /// 1120 units: the date in its own column, then the title.
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
