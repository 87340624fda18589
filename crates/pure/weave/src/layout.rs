//! The result of both layouts, from which the SVG is written: placed knots, labels and traces, in
//! whole units of the viewBox.

use super::graph::Edge;

/// A complete layout.
#[derive(Debug)]
pub(super) struct Picture {
    /// The CSS class of this layout, such as `weave-wide`.
    pub(super) class: &'static str,
    pub(super) width: i32,
    pub(super) height: i32,
    /// Font sizes of title and date.
    pub(super) size: (i32, i32),
    /// The distances between the lines of a title and between those of a date.
    pub(super) line: (i32, i32),
    /// The knots in reading order.
    pub(super) spots: Vec<Spot>,
    pub(super) traces: Vec<Trace>,
    /// Hairlines from a knot to its label: from x, to x, y.
    pub(super) leads: Vec<(i32, i32, i32)>,
}

/// A knot with its label.
#[derive(Debug)]
pub(super) struct Spot {
    pub(super) knot: usize,
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) r: i32,
    pub(super) label: Label,
}

/// The horizontal anchor of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
}

/// The lines of a title and of a date, with their positions.
#[derive(Debug)]
pub(super) struct Label {
    pub(super) anchor: Anchor,
    /// Baseline of the first title line.
    pub(super) at: (i32, i32),
    pub(super) lines: Vec<String>,
    /// Baseline of the first date line.
    pub(super) when_at: (i32, i32),
    pub(super) when: Vec<String>,
    /// The area of all lines.
    pub(super) area: Area,
}

/// A rectangle; `right` and `bottom` are exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) left: i32,
    pub(super) top: i32,
    pub(super) right: i32,
    pub(super) bottom: i32,
}

impl Area {
    /// The smallest rectangle around both.
    pub(super) fn union(self, other: Area) -> Area {
        Area {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// The square around a knot that is large enough for a finger.
    pub(super) fn around(x: i32, y: i32, r: i32) -> Area {
        let r = r.max(12);
        Area { left: x - r, top: y - r, right: x + r, bottom: y + r }
    }
}

/// The appearance of a strand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Look {
    /// The field whose colour it has; `None` is the main thread.
    pub(super) field: Option<u8>,
    pub(super) kind: Kind,
}

/// Kinds of strands, in the order in which they are painted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// A field's thin strand around the main thread.
    Ply,
    Gap,
    Expected,
    Plain,
}

impl Look {
    pub(super) fn of(edge: &Edge) -> Look {
        let kind = match (edge.gap, edge.expected) {
            (true, _) => Kind::Gap,
            (false, true) => Kind::Expected,
            (false, false) => Kind::Plain,
        };
        Look { field: edge.field, kind }
    }

    pub(super) fn ply(field: u8) -> Look {
        Look { field: Some(field), kind: Kind::Ply }
    }

    /// The painting order; the main thread lies above all others.
    pub(super) fn layer(self) -> (bool, Option<u8>, Kind) {
        (self.field.is_none(), self.field, self.kind)
    }
}

/// A segment of a trace from the last point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Line((i32, i32)),
    /// A cubic Bézier curve: two control points and the end.
    Curve((i32, i32), (i32, i32), (i32, i32)),
}

/// The path of one strand across the picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Trace {
    pub(super) look: Look,
    pub(super) start: (i32, i32),
    pub(super) steps: Vec<Step>,
}

impl Trace {
    pub(super) fn new(look: Look, start: (i32, i32)) -> Trace {
        Trace { look, start, steps: Vec::new() }
    }

    /// The current end of the trace.
    pub(super) fn end(&self) -> (i32, i32) {
        match self.steps.last() {
            Some(Step::Line(end) | Step::Curve(_, _, end)) => *end,
            None => self.start,
        }
    }

    /// Adds a straight line, unless the trace already ends there.
    pub(super) fn line(&mut self, to: (i32, i32)) {
        if self.end() != to {
            self.steps.push(Step::Line(to));
        }
    }

    /// Adds a curve that leaves and arrives along x; it is steepest at `lean` hundredths of the way.
    pub(super) fn swing_right(&mut self, to: (i32, i32), lean: i32) {
        let from = self.end();
        let middle = from.0 + (to.0 - from.0) * lean / 100;
        self.steps.push(Step::Curve((middle, from.1), (middle, to.1), to));
    }

    /// Adds a curve that leaves and arrives along y.
    pub(super) fn swing_down(&mut self, to: (i32, i32)) {
        let from = self.end();
        let middle = i32::midpoint(from.1, to.1);
        self.steps.push(Step::Curve((from.0, middle), (to.0, middle), to));
    }
}

/// The distance from the axis of a shared knot at which a field's strand arrives, so that six strands lie side
/// by side: an odd number of `half`s.
pub(super) fn offset(field: Option<u8>, half: i32) -> i32 {
    field.map_or(0, |field| (2 * i32::from(field) - 7) * half)
}
