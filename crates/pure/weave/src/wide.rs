//! The layout from left to right: a plan of positions, and labels in the remaining room.
//!
//! Neighbours in a row share the space between their knots, so no label can reach another.

use std::ops::RangeInclusive;

use super::Knot;
use super::columns;
use super::graph::{Graph, field};
use super::label::{self, AIR, Caption, Side, Text};
use super::layout::{Picture, Spot, Trace};
use super::plan::{MARGIN, Plan, Rooms, WIDTH, samples};
use super::route;
use super::wrap::Wraps;

/// The least width of a stretch that has room for words.
const NARROW: i32 = 48;
/// The distance from the middle of a strand to a label beside it.
const CLEAR: i32 = 8;
/// The penalty of a label that lies over strands; its halo keeps it legible.
const OVER: usize = 20;

/// The layout, or `None` if a chain is too long for it.
pub(super) fn picture(knots: &[Knot], graph: &Graph) -> Option<Picture> {
    let (count, cells) = columns::cells(knots, graph)?;
    let ways = route::ways(graph, &cells);
    // The height bends the strands, strands leave room for words, and words need height. So several rounds start with
    // different room, and each is drawn once more with only the room that its labels used.
    let mut wraps = Wraps::default();
    let mut best: Option<Drawn> = None;
    for lines in [3, 4, 5, 6] {
        let loose = Plan::new(knots, graph, &cells, &ways, count, &Rooms::All(lines)).draw(&mut wraps);
        let close = Plan::new(knots, graph, &cells, &ways, count, &Rooms::Each(loose.used.clone())).draw(&mut wraps);
        for drawn in [close, loose] {
            if best.as_ref().is_none_or(|best| drawn.price() < best.price()) {
                best = Some(drawn);
            }
        }
    }
    best.map(|drawn| drawn.picture)
}

/// A layout, the lines its labels use above and below each row, and the penalty of its labels.
struct Drawn {
    picture: Picture,
    used: Vec<[usize; 2]>,
    harm: usize,
}

impl Drawn {
    /// The cost of a layout: it may grow by some units to avoid a penalty.
    fn price(&self) -> i32 {
        self.picture.height + 12 * i32::try_from(self.harm).unwrap_or(i32::MAX / 100)
    }
}

impl<'a> Plan<'a> {
    fn draw(&self, wraps: &mut Wraps<'a>) -> Drawn {
        let mut traces: Vec<Trace> = Vec::new();
        for (edge, way) in self.graph.edges.iter().zip(self.ways) {
            traces.push(self.trace(edge, way));
            traces.extend(edge.carried.iter().map(|&field| self.ply(edge, way, field)));
        }
        // A straight run never enters a band of labels.
        let points = Points::new(traces.iter().flat_map(|trace| samples(trace, 1)));
        let mut used = vec![[0, 0]; self.rows.len()];
        let mut harm = 0;
        let mut spots = Vec::new();
        for &knot in &self.graph.order {
            let (rows, hurt, spot) = self.spot(knot, &points, wraps);
            let room: &mut usize = &mut used[self.row(self.cells[knot].row)][self.side(knot) as usize];
            *room = rows.max(*room);
            harm += hurt;
            spots.push(spot);
        }
        let picture = Picture {
            class: "weave-wide",
            width: WIDTH,
            height: self.height,
            size: label::SIZE,
            line: (label::LINE, label::LINE),
            spots,
            traces,
            leads: Vec::new(),
        };
        Drawn { picture, used, harm }
    }

    /// The knot with the best label: its number of lines, its penalty, and the positions.
    fn spot(&self, knot: usize, points: &Points, wraps: &mut Wraps<'a>) -> (usize, usize, Spot) {
        let ((x, y), r, side) = (self.at(knot), self.radius(knot), self.side(knot));
        let most = self.rooms[self.row(self.cells[knot].row)][side as usize];
        let edge = if side == Side::Above { y - r - AIR } else { y + r + AIR };
        let caption = Caption { title: label::title(self.knots, knot), when: self.when(knot) };
        let reach = edge - label::height(most) - AIR..=edge + label::height(most) + AIR;
        let shared = self.shared(knot);
        let points = points.within(reach, shared.0 - CLEAR..=shared.1 + CLEAR);
        let mut best: Option<(usize, Text, (i32, i32))> = None;
        for rows in 1..=most {
            let band = match side {
                Side::Above => (edge - label::height(rows) - AIR, edge),
                Side::Below => (edge, edge + label::height(rows) + AIR),
            };
            let (stretch, over) = match free(x, band, shared, &points) {
                Some(free) => (free, 0),
                None => (shared, OVER),
            };
            let text = label::text(caption, x, stretch, rows, wraps);
            let harm = text.harm() + over;
            if best.as_ref().is_none_or(|best| harm < best.0) {
                best = Some((harm, text, stretch));
            }
            if harm == 0 {
                break;
            }
        }
        let (harm, text, stretch) = best.unwrap_or_else(|| (0, label::text(caption, x, shared, 1, wraps), shared));
        let rows = text.rows();
        let label = label::put(text.even(caption), x, stretch, side, edge);
        (rows, harm, Spot { knot, x, y, r, label })
    }

    /// The date, unless an adjacent knot has the same: six forums need not repeat the date of their
    /// congress, nor six recommendations that of their hand-over. The main thread shows it first,
    /// then the earlier knot. The link's name always has the date.
    fn when(&self, knot: usize) -> &'a str {
        let knots: &'a [Knot] = self.knots;
        let when = knots[knot].when.as_str();
        let is_main = |knot: usize| field(&self.knots[knot]).is_none();
        let is_told = self.graph.edges.iter().any(|edge| {
            let (other, came_first) = if edge.to == knot { (edge.from, true) } else { (edge.to, false) };
            (edge.from == knot || edge.to == knot)
                && self.knots[other].when == when
                && if is_main(other) == is_main(knot) { came_first } else { is_main(other) }
        });
        if is_told { "" } else { label::date(when) }
    }

    /// The stretch that a knot has for itself in its row: half the way to knots with labels on the
    /// same side, and up to knots that are larger than itself.
    fn shared(&self, knot: usize) -> (i32, i32) {
        let ((x, y), r) = (self.at(knot), self.radius(knot));
        let mut stretch = (MARGIN, WIDTH - MARGIN);
        for other in (0..self.knots.len()).filter(|&other| other != knot && self.at(other).1 == y) {
            let (at, its) = (self.at(other).0, self.radius(other));
            let reach = if self.side(other) == self.side(knot) {
                at.abs_diff(x).cast_signed() / 2
            } else if its > r {
                its
            } else {
                continue;
            };
            if at < x {
                stretch.0 = stretch.0.max(at + reach + AIR);
            } else {
                stretch.1 = stretch.1.min(at - reach - AIR);
            }
        }
        stretch
    }
}

/// The points of strands, indexed by height: a label looks at the few near it, out of many thousands.
struct Points {
    top: i32,
    rows: Vec<Vec<i32>>,
}

impl Points {
    fn new(points: impl Iterator<Item = (i32, i32)>) -> Self {
        let points: Vec<_> = points.collect();
        let top = points.iter().map(|point| point.1).min().unwrap_or_default();
        let mut rows: Vec<Vec<i32>> = Vec::new();
        for (x, y) in points {
            // No point is above the top.
            let row = usize::try_from(y - top).unwrap_or_default();
            if rows.len() <= row {
                rows.resize_with(row + 1, Vec::new);
            }
            rows[row].push(x);
        }
        Self { top, rows }
    }

    fn within(&self, heights: RangeInclusive<i32>, stretch: RangeInclusive<i32>) -> Vec<(i32, i32)> {
        let skipped = usize::try_from(heights.start() - self.top).unwrap_or_default();
        let rows = (self.top..).zip(&self.rows).skip(skipped).take_while(|(y, _)| y <= heights.end());
        rows.flat_map(|(y, row)| row.iter().filter(|x| stretch.contains(x)).map(move |&x| (x, y))).collect()
    }
}

/// The part of a stretch around `x` that no strand crosses within the band, if there is enough of it.
fn free(x: i32, band: (i32, i32), shared: (i32, i32), points: &[(i32, i32)]) -> Option<(i32, i32)> {
    let crossing = points.iter().filter(|point| (band.0..=band.1).contains(&point.1));
    let free =
        crossing.fold(
            shared,
            |(left, right), &(at, _)| {
                if at <= x { (left.max(at + CLEAR), right) } else { (left, right.min(at - CLEAR)) }
            },
        );
    (free.1 - free.0 >= NARROW && (free.0..=free.1).contains(&x)).then_some(free)
}
