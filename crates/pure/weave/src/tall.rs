//! The layout downwards: one row per knot, lanes side by side on the left, labels on the right.
//!
//! The first lane is the spine: the shared knots of the longest chain. Other shared knots have
//! the second lane, so that the red line runs straight down; fields follow.
//!
//! A strand runs straight down in a lane and changes lanes only between two rows, where there is no
//! knot; long strands take the lane of their end, of their start, or a track between two lanes, so
//! that they never run through a foreign knot.

use std::collections::BTreeSet;

use super::graph::{self, Edge, Graph, field};
use super::layout::{Anchor, Area, Label, Look, Picture, Spot, Step, Trace, offset};
use super::wrap::wrap;
use super::{Knot, Width};

/// The free space at the edges.
const MARGIN: i32 = 4;

/// The measures of one kind of tall picture.
struct Form {
    class: &'static str,
    width: i32,
    /// The distance between lanes.
    pitch: i32,
    /// The font sizes of title and date, and the distances of their lines.
    size: (i32, i32),
    line: (i32, i32),
    /// The x of the column of dates; `None` if dates follow their titles.
    when_room: Option<i32>,
    /// The distance from the last line of a row to the first of the next.
    gap: i32,
    /// The radii of a knot and of a main knot; at most half a pitch, so that strands can pass between.
    radius: (i32, i32),
}

const PHONE: Form = Form {
    class: "weave-phone",
    width: 360,
    pitch: 16,
    size: (15, 14),
    line: (19, 18),
    when_room: None,
    gap: 17,
    radius: (7, 8),
};

const PAGE: Form = Form {
    class: "weave-page",
    width: 1120,
    pitch: 28,
    size: (18, 16),
    line: (23, 20),
    when_room: Some(232),
    gap: 23,
    radius: (10, 13),
};

/// The layout of all knots, in their order.
pub(super) fn picture(knots: &[Knot], graph: &Graph, width: Width) -> Picture {
    let form = if width == Width::Phone { &PHONE } else { &PAGE };
    let lanes = lanes(knots, graph);
    let mut free = Tracks::new(graph, &lanes);
    let plan = Plan::new(knots, graph, form, lanes);
    let mut traces = Vec::new();
    for edge in &graph.edges {
        let track = free.take(edge);
        traces.push(plan.trace(edge, track));
        if track == Track::lane(Lane::Spine) {
            traces.extend(edge.carried.iter().map(|&field| plan.ply(edge, field)));
        }
    }
    Picture {
        class: form.class,
        width: form.width,
        height: plan.height,
        size: form.size,
        line: form.line,
        leads: plan.spots.iter().map(|spot| (spot.x + spot.r + 4, plan.text_x - 7, spot.y)).collect(),
        spots: plan.spots,
        traces,
    }
}

struct Plan<'a> {
    knots: &'a [Knot],
    form: &'static Form,
    /// The lane of each knot.
    lanes: Vec<Lane>,
    /// The lanes in use, from left to right.
    used: Vec<Lane>,
    text_x: i32,
    /// The row of each knot.
    place: Vec<usize>,
    spots: Vec<Spot>,
    height: i32,
}

impl<'a> Plan<'a> {
    fn new(knots: &'a [Knot], graph: &Graph, form: &'static Form, lanes: Vec<Lane>) -> Self {
        let used: Vec<Lane> = lanes.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
        let across = i32::try_from(used.len()).unwrap_or(0) * form.pitch;
        let text_x = MARGIN + across + form.pitch / 2 + 4;
        let place = graph::inverse(&graph.order);
        let mut plan = Plan { knots, form, lanes, used, text_x, place, spots: Vec::new(), height: 0 };
        let mut top = MARGIN;
        for &knot in &graph.order {
            let spot = plan.spot(knot, top);
            let lower = spot.label.area.bottom.max(spot.y + spot.r);
            top = lower.max(spot.y + 12) + form.gap;
            plan.spots.push(spot);
        }
        plan.height = top - form.gap + MARGIN;
        plan
    }

    fn x(&self, track: Track) -> i32 {
        let lane = self.used.iter().position(|&lane| lane == track.lane).unwrap_or(0);
        let lane = i32::try_from(lane).unwrap_or(0);
        MARGIN + self.form.pitch / 2 + lane * self.form.pitch + i32::from(track.aside) * self.form.pitch / 2
    }

    fn spot(&self, knot: usize, top: i32) -> Spot {
        let Knot { main, .. } = self.knots[knot];
        let r = if main { self.form.radius.1 } else { self.form.radius.0 };
        let label = self.label(knot, top);
        // The knot is level with the middle of the first line.
        let y = label.at.1 - self.form.size.0 * 7 / 20;
        let down = (top + r.max(12) - y).max(0);
        let label = moved(label, down);
        Spot { knot, x: self.x(Track::lane(self.lanes[knot])), y: y + down, r, label }
    }

    fn label(&self, knot: usize, top: i32) -> Label {
        let (form, Knot { title, when, .. }) = (self.form, &self.knots[knot]);
        let title_x = self.text_x + form.when_room.unwrap_or(0);
        let room = form.width - MARGIN - title_x;
        let title = wrap(title, room, form.size.0, 2);
        let when = wrap(when, form.when_room.map_or(room, |room| room - 24), form.size.1, 2);
        let count = |lines: &Vec<String>| i32::try_from(lines.len()).unwrap_or(0);
        let (title_tall, when_tall) = (count(&title.lines) * form.line.0, count(&when.lines) * form.line.1);
        let at = (title_x, top + form.size.0);
        let when_top = if form.when_room.is_some() { top } else { top + title_tall };
        let when_at = (self.text_x, when_top + if form.when_room.is_some() { form.size.0 } else { form.size.1 });
        let area = |x: i32, y: i32, wide: i32, tall: i32| Area { left: x, top: y, right: x + wide, bottom: y + tall };
        let title_area = area(title_x, top, title.width(form.size.0), title_tall);
        let when_area = area(self.text_x, when_top, when.width(form.size.1), when_tall);
        let both = if when.lines.is_empty() { title_area } else { title_area.union(when_area) };
        Label { anchor: Anchor::Start, at, lines: title.lines, when_at, when: when.lines, area: both }
    }

    fn end(&self, knot: usize, edge: &Edge) -> (i32, i32) {
        let spot = &self.spots[self.place[knot]];
        let aside = if field(&self.knots[knot]).is_none() { offset(edge.field, 1) } else { 0 };
        (spot.x + aside, spot.y)
    }

    /// The path of a strand: over to its track, down, and over to its end.
    fn trace(&self, edge: &Edge, on: Track) -> Trace {
        let (start, end) = (self.end(edge.from, edge), self.end(edge.to, edge));
        let mut trace = Trace::new(Look::of(edge), start);
        let (from, to) = (self.place[edge.from], self.place[edge.to]);
        if to > from + 1 {
            let x = self.x(on);
            // In its own lane the strand keeps its position beside the other strands.
            let own = [start.0, end.0].into_iter().find(|own| !on.aside && own.abs_diff(x) < 6);
            let x = own.unwrap_or(x);
            // Curves keep clear of the knots in the rows that they only touch.
            let clear = self.form.radius.1 + 1;
            let (after, before) = (self.spots[from + 1].y - clear, self.spots[to - 1].y + clear);
            self.go(&mut trace, (x, after));
            trace.line((x, before));
        }
        self.go(&mut trace, end);
        trace
    }

    fn go(&self, trace: &mut Trace, to: (i32, i32)) {
        let from = trace.end();
        if from.0 == to.0 {
            trace.line(to);
            return;
        }
        // A long row is crossed in a short curve, then straight on.
        let reach = (from.1 + 2 * self.form.pitch.max(to.0.abs_diff(from.0).cast_signed())).min(to.1);
        trace.swing_down((to.0, reach));
        trace.line(to);
    }

    /// A field's thin strand that twists around a stretch of the main thread.
    fn ply(&self, edge: &Edge, field: u8) -> Trace {
        let beside = Edge { field: Some(field), ..edge.clone() };
        let (start, end) = (self.end(edge.from, &beside), self.end(edge.to, &beside));
        let third = (end.1 - start.1) / 3;
        let bulge = -2 * offset(Some(field), 1);
        let axis = start.0 - offset(Some(field), 1);
        let mut trace = Trace::new(Look::ply(field), start);
        trace.steps.push(Step::Curve((axis + bulge, start.1 + third), (axis + bulge, end.1 - third), end));
        trace
    }
}

fn moved(mut label: Label, down: i32) -> Label {
    label.at.1 += down;
    label.when_at.1 += down;
    label.area.top += down;
    label.area.bottom += down;
    label
}

/// A column of knots.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Lane {
    /// Shared knots of the longest chain.
    Spine,
    /// Other shared knots.
    Beside,
    Field(u8),
}

fn lanes(knots: &[Knot], graph: &Graph) -> Vec<Lane> {
    let lane = |(knot, spine): (&Knot, bool)| match (field(knot), spine) {
        (Some(field), _) => Lane::Field(field),
        (None, true) => Lane::Spine,
        (None, false) => Lane::Beside,
    };
    knots.iter().zip(graph.spine()).map(lane).collect()
}

/// A vertical line through the picture: a lane, or half a lane to its right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Track {
    lane: Lane,
    aside: bool,
}

impl Track {
    fn lane(lane: Lane) -> Track {
        Track { lane, aside: false }
    }
}

/// The occupied parts of the tracks.
struct Tracks {
    place: Vec<usize>,
    /// The lane of the knot in each row.
    rows: Vec<Lane>,
    /// A track, with the first and the last row of the strand that occupies it.
    taken: Vec<(Track, usize, usize)>,
}

impl Tracks {
    fn new(graph: &Graph, lanes: &[Lane]) -> Self {
        let rows = graph.order.iter().map(|&knot| lanes[knot]).collect();
        Tracks { place: graph::inverse(&graph.order), rows, taken: Vec::new() }
    }

    /// The track for a strand: free of knots, and with as few overlapping strands as possible.
    fn take(&mut self, edge: &Edge) -> Track {
        let (from, to) = (self.place[edge.from], self.place[edge.to]);
        let ends = [self.rows[to], self.rows[from]];
        let in_lane = ends.map(Track::lane).into_iter().filter(|track| !self.rows[from + 1..to].contains(&track.lane));
        let lanes: Vec<Lane> = self.rows.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
        let aside = lanes.iter().map(|&lane| Track { lane, aside: true });
        let rank = |lane: Lane| lanes.binary_search(&lane).unwrap_or(0);
        let far = |track: &Track| rank(track.lane).abs_diff(rank(ends[0]));
        let price = |track: &Track| (self.strangers(*track, from, to), track.aside, far(track));
        let track = in_lane.chain(aside).min_by_key(price).unwrap_or(Track::lane(ends[0]));
        self.taken.push((track, from, to));
        track
    }

    /// The number of strands on the same part of a track that share neither end.
    fn strangers(&self, track: Track, from: usize, to: usize) -> usize {
        let meets = |&&(other, start, end): &&(Track, usize, usize)| {
            other == track && start < to && from < end && start != from && end != to
        };
        self.taken.iter().filter(meets).count()
    }
}
