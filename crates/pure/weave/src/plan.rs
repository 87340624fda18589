//! The coordinates of the wide picture: cells become points, routes become curves.
//!
//! Rows do not overlap: each has a band for its line and, above or below it, a band for labels.

use std::collections::BTreeSet;

use super::Knot;
use super::columns::{AXIS, Cell, MAIN, Row};
use super::graph::{Edge, Graph, field};
use super::label::{self, AIR, Side};
use super::layout::{Look, Step, Trace, offset};

/// The width of the picture.
pub(super) const WIDTH: i32 = 1120;
/// The free space at the edges.
pub(super) const MARGIN: i32 = 6;
/// The distance from the edges to the first and last column.
const OUTER: i32 = 68;

/// The lines of text for which the rows have room.
pub(super) enum Rooms {
    /// The same number wherever there is a label.
    All(usize),
    /// The numbers above and below each row.
    Each(Vec<[usize; 2]>),
}

pub(super) struct Plan<'a> {
    pub(super) knots: &'a [Knot],
    pub(super) graph: &'a Graph,
    pub(super) cells: &'a [Cell],
    pub(super) ways: &'a [Vec<Row>],
    pub(super) rows: Vec<Row>,
    pub(super) rooms: Vec<[usize; 2]>,
    /// The x of each column.
    xs: Vec<i32>,
    /// The distance from each column within which its strands run straight.
    straight: Vec<i32>,
    ys: Vec<i32>,
    pub(super) height: i32,
}

impl<'a> Plan<'a> {
    pub(super) fn new(
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

    pub(super) fn row(&self, row: Row) -> usize {
        self.rows.binary_search(&row).unwrap_or(0)
    }

    /// Labels point away from the main thread; along it they alternate.
    pub(super) fn side(&self, knot: usize) -> Side {
        let Cell { column, row } = self.cells[knot];
        let earlier = || self.cells.iter().filter(|cell| cell.row == row && cell.column < column).count();
        let above = row.lane < MAIN || (row == AXIS && earlier() % 2 == 1);
        if above { Side::Above } else { Side::Below }
    }

    pub(super) fn radius(&self, knot: usize) -> i32 {
        match (self.knots[knot].main, field(&self.knots[knot])) {
            (true, _) => 17,
            (false, Some(_)) => 9,
            (false, None) => 10,
        }
    }

    /// Columns get the width of their words, and more where many strands change rows.
    fn place_columns(&mut self, count: usize) {
        let mut half = vec![20; count];
        for (place, (knot, cell)) in self.knots.iter().zip(self.cells).enumerate() {
            let main = if knot.main { 16 } else { 0 };
            let need = label::half_need(label::title(self.knots, place), &knot.when);
            half[cell.column] = half[cell.column].max(need + main);
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

    pub(super) fn at(&self, knot: usize) -> (i32, i32) {
        let Cell { column, row } = self.cells[knot];
        (self.xs[column], self.ys[self.row(row)])
    }

    /// The path of a strand; a field's strand meets a shared knot beside those of the other fields.
    pub(super) fn trace(&self, edge: &Edge, way: &[Row]) -> Trace {
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
    pub(super) fn ply(&self, edge: &Edge, way: &[Row], field: u8) -> Trace {
        let main = self.trace(edge, way);
        let [start, end] = [(edge.from, main.start), (edge.to, main.end())]
            .map(|(knot, (x, y))| (x, y + offset(Some(field), if self.knots[knot].main { 2 } else { 1 })));
        let third = (end.0 - start.0) / 3;
        let bulge = -3 * offset(Some(field), 1);
        let mut trace = Trace::new(Look::ply(field), start);
        let (over, back) = ((start.0 + third, main.start.1 + bulge), (end.0 - third, main.end().1 + bulge));
        trace.steps.push(Step::Curve(over, back, end));
        trace
    }
}

/// Points along a trace: one every `straight` units on a straight run, many on a curve, dense enough that no
/// label fits between two.
pub(super) fn samples(trace: &Trace, straight: i32) -> Vec<(i32, i32)> {
    const PARTS: i32 = 40;
    let mut from = trace.start;
    let mut points = vec![from];
    for step in &trace.steps {
        from = match *step {
            Step::Line(to) => {
                let mix = |p: i32, q: i32, t: i32| p + (q - p) * t / straight;
                points.extend((1..=straight).map(|t| (mix(from.0, to.0, t), mix(from.1, to.1, t))));
                to
            }
            Step::Curve(a, b, to) => {
                let mix = |[p, a, b, q]: [i32; 4], t: i32| {
                    let u = PARTS - t;
                    (u * u * u * p + 3 * u * u * t * a + 3 * u * t * t * b + t * t * t * q) / PARTS.pow(3)
                };
                let (xs, ys) = ([from.0, a.0, b.0, to.0], [from.1, a.1, b.1, to.1]);
                points.extend((1..=PARTS).map(|t| (mix(xs, t), mix(ys, t))));
                to
            }
        };
    }
    points
}
