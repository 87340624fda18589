//! The picture from left to right: cells become places, ways become curves, and labels take the
//! room that is left.
//!
//! Rows do not overlap: each has a band for its line and, above or below it, a band for labels.
//! Within a band neighbours share the space between their knots, so no label can reach another.

use std::collections::BTreeSet;

use super::Knot;
use super::columns::{self, AXIS, Cell, MAIN, Row};
use super::graph::{Edge, Graph, field};
use super::label::{self, AIR, Side};
use super::layout::{Look, Picture, Spot, Step, Trace, offset};
use super::route;

const WIDTH: i32 = 1120;
/// Free space at the edges.
const MARGIN: i32 = 6;
/// From the edges to the first and last column.
const OUTER: i32 = 68;
/// Narrower than this, a stretch is too little for words.
const NARROW: i32 = 48;
/// From the middle of a strand to a label beside it.
const CLEAR: i32 = 8;
/// Harm of a label that has to lie over strands; its halo keeps it legible.
const OVER: usize = 20;

/// The picture, or `None` if a chain is too long for it.
pub(super) fn picture(knots: &[Knot], graph: &Graph) -> Option<Picture> {
    let (count, cells) = columns::cells(knots, graph)?;
    let ways = route::ways(graph, &cells);
    // Height bends the strands, strands leave room for words, words need height: some rounds with
    // different room to start with, each once more with only the room its labels used.
    let mut best: Option<Drawn> = None;
    for lines in [3, 4, 5] {
        let loose = Plan::new(knots, graph, &cells, &ways, count, &Rooms::All(lines)).draw();
        let close = Plan::new(knots, graph, &cells, &ways, count, &Rooms::Each(loose.used.clone())).draw();
        for drawn in [close, loose] {
            if best.as_ref().is_none_or(|best| drawn.price() < best.price()) {
                best = Some(drawn);
            }
        }
    }
    best.map(|drawn| drawn.picture)
}

/// A picture, the lines its labels use above and below each row, and how much its words suffered.
struct Drawn {
    picture: Picture,
    used: Vec<[usize; 2]>,
    harm: usize,
}

impl Drawn {
    /// A picture may grow by some units to spare a word.
    fn price(&self) -> i32 {
        self.picture.height + 12 * i32::try_from(self.harm).unwrap_or(i32::MAX / 100)
    }
}

/// Lines of text that rows have room for.
enum Rooms {
    /// So many wherever there is a label.
    All(usize),
    /// Above and below each row.
    Each(Vec<[usize; 2]>),
}

struct Plan<'a> {
    knots: &'a [Knot],
    graph: &'a Graph,
    cells: &'a [Cell],
    ways: &'a [Vec<Row>],
    rows: Vec<Row>,
    rooms: Vec<[usize; 2]>,
    /// Where the columns stand.
    xs: Vec<i32>,
    /// How far from a column its strands run straight.
    straight: Vec<i32>,
    ys: Vec<i32>,
    height: i32,
}

impl<'a> Plan<'a> {
    fn new(
        knots: &'a [Knot],
        graph: &'a Graph,
        cells: &'a [Cell],
        ways: &'a [Vec<Row>],
        count: usize,
        rooms: &Rooms,
    ) -> Self {
        let rows: BTreeSet<Row> = cells.iter().map(|c| c.row).chain(ways.iter().flatten().copied()).collect();
        let rows: Vec<Row> = rows.into_iter().collect();
        let (xs, straight, ys) = (Vec::new(), Vec::new(), Vec::new());
        let mut plan = Plan { knots, graph, cells, ways, rows, rooms: Vec::new(), xs, straight, ys, height: 0 };
        plan.rooms = match rooms {
            Rooms::All(lines) => plan.rooms(*lines),
            Rooms::Each(rooms) => rooms.clone(),
        };
        plan.place_columns(count);
        plan.place_rows();
        plan
    }

    /// The same room wherever there is a label.
    fn rooms(&self, lines: usize) -> Vec<[usize; 2]> {
        let mut rooms = vec![[0, 0]; self.rows.len()];
        for knot in 0..self.knots.len() {
            rooms[self.row(self.cells[knot].row)][self.side(knot) as usize] = lines;
        }
        rooms
    }

    fn row(&self, row: Row) -> usize {
        self.rows.binary_search(&row).unwrap_or(0)
    }

    /// Labels point away from the main thread; along it they alternate.
    fn side(&self, knot: usize) -> Side {
        let Cell { column, row } = self.cells[knot];
        let earlier = || self.cells.iter().filter(|cell| cell.row == row && cell.column < column).count();
        let above = row.lane < MAIN || (row == AXIS && earlier() % 2 == 1);
        if above { Side::Above } else { Side::Below }
    }

    fn radius(&self, knot: usize) -> i32 {
        match (self.knots[knot].main, field(&self.knots[knot])) {
            (true, _) => 17,
            (false, Some(_)) => 9,
            (false, None) => 10,
        }
    }

    /// Columns get the width of their words and more where many strands change rows.
    fn place_columns(&mut self, count: usize) {
        let mut half = vec![20; count];
        for (knot, cell) in self.knots.iter().zip(self.cells) {
            let main = if knot.main { 16 } else { 0 };
            half[cell.column] = half[cell.column].max(label::half_need(knot) + main);
        }
        let mut swing = vec![0; count];
        for (edge, way) in self.graph.edges.iter().zip(self.ways) {
            for (i, pair) in way.windows(2).enumerate() {
                let rows = self.row(pair[0]).abs_diff(self.row(pair[1])).min(4);
                let at = &mut swing[self.cells[edge.from].column + i];
                *at = (*at).max(i32::try_from(rows).unwrap_or(4));
            }
        }
        let pitch: Vec<i32> = (1..count).map(|c| half[c - 1] + half[c] + 13 * swing[c - 1]).collect();
        let wish = pitch.iter().sum::<i32>().max(1);
        let scale = |units: i32| units * (WIDTH - 2 * OUTER) / wish;
        let mut at = 0;
        self.xs = vec![if count > 1 { OUTER } else { WIDTH / 2 }];
        for step in &pitch {
            at += step;
            self.xs.push(OUTER + scale(at));
        }
        self.straight = half.iter().map(|&half| (scale(half) * 3 / 5).max(14)).collect();
    }

    fn place_rows(&mut self) {
        let mut y = MARGIN;
        for row in 0..self.rows.len() {
            let here = |knot: &usize| self.cells[*knot].row == self.rows[row];
            let clear = (0..self.knots.len()).filter(here).map(|k| self.radius(k)).max().unwrap_or(2) + 4;
            let [above, below] = self.rooms[row].map(|rows| if rows == 0 { 0 } else { label::height(rows) + AIR });
            y += above + clear;
            self.ys.push(y);
            y += below + clear;
        }
        self.height = y + MARGIN;
    }

    fn draw(&self) -> Drawn {
        let mut traces: Vec<Trace> = Vec::new();
        for (edge, way) in self.graph.edges.iter().zip(self.ways) {
            traces.push(self.trace(edge, way));
            traces.extend(edge.carried.iter().map(|&field| self.ply(edge, way, field)));
        }
        let points: Vec<_> = traces.iter().flat_map(samples).collect();
        let mut used = vec![[0, 0]; self.rows.len()];
        let mut harm = 0;
        let mut spots = Vec::new();
        for &knot in &self.graph.order {
            let (rows, hurt, spot) = self.spot(knot, &points);
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

    fn at(&self, knot: usize) -> (i32, i32) {
        let Cell { column, row } = self.cells[knot];
        (self.xs[column], self.ys[self.row(row)])
    }

    /// A strand; a field's strand meets a shared knot beside those of the other fields.
    fn trace(&self, edge: &Edge, way: &[Row]) -> Trace {
        let aside = |knot: usize| match field(&self.knots[knot]) {
            None => offset(edge.field, if self.knots[knot].main { 2 } else { 1 }),
            Some(_) => 0,
        };
        let (from, to) = (self.at(edge.from), self.at(edge.to));
        let first = self.cells[edge.from].column;
        let mut ys: Vec<i32> = way.iter().map(|&row| self.ys[self.row(row)]).collect();
        ys[0] += aside(edge.from);
        if let Some(last) = ys.last_mut() {
            *last += aside(edge.to);
        }
        // Steep near the shared knot, so that there is room for words beside the fields' knots.
        let lean = match (field(&self.knots[edge.from]), field(&self.knots[edge.to])) {
            (None, Some(_)) => 30,
            (Some(_), None) => 70,
            _ => 50,
        };
        let mut trace = Trace::new(Look::of(edge), (from.0, ys[0]));
        for (i, pair) in ys.windows(2).enumerate().filter(|(_, pair)| pair[0] != pair[1]) {
            let column = first + i;
            trace.line((self.xs[column] + self.straight[column], pair[0]));
            trace.swing_right((self.xs[column + 1] - self.straight[column + 1], pair[1]), lean);
        }
        trace.line((to.0, ys.last().copied().unwrap_or(to.1)));
        trace
    }

    /// A field's thin strand that twists around a stretch of the main thread.
    fn ply(&self, edge: &Edge, way: &[Row], field: u8) -> Trace {
        let main = self.trace(edge, way);
        let [start, end] = [(edge.from, main.start), (edge.to, main.end())].map(|(knot, (x, y))| {
            (x, y + offset(Some(field), if self.knots[knot].main { 2 } else { 1 }))
        });
        let third = (end.0 - start.0) / 3;
        let bulge = -3 * offset(Some(field), 1);
        let mut trace = Trace::new(Look::ply(field), start);
        let (over, back) = ((start.0 + third, main.start.1 + bulge), (end.0 - third, main.end().1 + bulge));
        trace.steps.push(Step::Curve(over, back, end));
        trace
    }

    /// The knot with the best label: its lines, its harm, and where all is.
    fn spot(&self, knot: usize, points: &[(i32, i32)]) -> (usize, usize, Spot) {
        let ((x, y), r, side) = (self.at(knot), self.radius(knot), self.side(knot));
        let most = self.rooms[self.row(self.cells[knot].row)][side as usize];
        let edge = if side == Side::Above { y - r - AIR } else { y + r + AIR };
        let words = (self.knots[knot].title.as_str(), self.when(knot));
        let tries = (1..=most).map(|rows| {
            let band = match side {
                Side::Above => (edge - label::height(rows) - AIR, edge),
                Side::Below => (edge, edge + label::height(rows) + AIR),
            };
            let shared = self.shared(knot);
            let (stretch, over) = match free(x, band, shared, points) {
                Some(free) => (free, 0),
                None => (shared, OVER),
            };
            let text = label::text(words, x, stretch, rows);
            (text.harm() + over, text, stretch)
        });
        let best = tries.min_by_key(|(harm, text, _)| (*harm, text.rows()));
        let (harm, text, stretch) = best.unwrap_or_else(|| (0, label::text(words, x, (x, x), 1), (x, x)));
        let rows = text.rows();
        let label = label::put(text, x, stretch, side, edge);
        (rows, harm, Spot { knot, x, y, r, label })
    }

    /// The date, unless the knot came from one with the same date: six forums of one congress need
    /// not say it six times. The link's name has it in any case.
    fn when(&self, knot: usize) -> &str {
        let when = self.knots[knot].when.as_str();
        let mut causes = self.graph.edges.iter().filter(|edge| edge.to == knot);
        if causes.any(|edge| self.knots[edge.from].when == when) { "" } else { when }
    }

    /// The stretch that a knot has for itself beside the knots with labels on the same side.
    fn shared(&self, knot: usize) -> (i32, i32) {
        let (x, y) = self.at(knot);
        let beside = |other: &usize| {
            *other != knot && self.at(*other).1 == y && self.side(*other) == self.side(knot)
        };
        let others: Vec<i32> = (0..self.knots.len()).filter(beside).map(|other| self.at(other).0).collect();
        let left = others.iter().filter(|&&o| o < x).max().map_or(MARGIN, |o| i32::midpoint(*o, x) + AIR);
        let right = others.iter().filter(|&&o| o > x).min().map_or(WIDTH - MARGIN, |o| i32::midpoint(*o, x) - AIR);
        (left, right)
    }
}

/// The part of a stretch around `x` that no strand crosses within the band, if there is enough of it.
fn free(x: i32, band: (i32, i32), shared: (i32, i32), points: &[(i32, i32)]) -> Option<(i32, i32)> {
    let crossing = points.iter().filter(|point| (band.0..=band.1).contains(&point.1));
    let free = crossing.fold(shared, |(left, right), &(at, _)| match at <= x {
        true => (left.max(at + CLEAR), right),
        false => (left, right.min(at - CLEAR)),
    });
    (free.1 - free.0 >= NARROW && (free.0..=free.1).contains(&x)).then_some(free)
}

/// Points along a trace, close enough to each other that no label slips between two.
pub(super) fn samples(trace: &Trace) -> Vec<(i32, i32)> {
    const PARTS: i32 = 40;
    let mut from = trace.start;
    let mut points = vec![from];
    for step in &trace.steps {
        let (a, b, to) = match *step {
            Step::Line(to) => (from, to, to),
            Step::Curve(a, b, to) => (a, b, to),
        };
        for part in 1..=PARTS {
            let (t, u) = (part, PARTS - part);
            let mix = |p: i32, a: i32, b: i32, q: i32| {
                (u * u * u * p + 3 * u * u * t * a + 3 * u * t * t * b + t * t * t * q) / (PARTS * PARTS * PARTS)
            };
            points.push((mix(from.0, a.0, b.0, to.0), mix(from.1, a.1, b.1, to.1)));
        }
        from = to;
    }
    points
}
