//! The thread as a graph that a layout can rely on: acyclic, without double strands, sorted by time,
//! and with the fields that run through each stretch of the main thread.

use std::collections::BTreeSet;

use super::{Knot, Strand};

/// Number of fields of action.
pub(super) const FIELDS: u8 = 6;

/// The field number of a knot; `None` on the main thread.
pub(super) fn field(knot: &Knot) -> Option<u8> {
    knot.lane.filter(|lane| (1..=FIELDS).contains(lane))
}

/// A cleaned strand with the properties that decide about its appearance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edge {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) expected: bool,
    /// True if it leads into a gap of the record.
    pub(super) gap: bool,
    /// The field whose colour it has; `None` is the main thread.
    pub(super) field: Option<u8>,
    /// The fields that join before this stretch of the main thread and part after it.
    pub(super) carried: Vec<u8>,
}

/// The knots in order, and the strands between them, which all run forwards.
#[derive(Debug)]
pub(super) struct Graph {
    /// The knots in topological order, otherwise by time.
    pub(super) order: Vec<usize>,
    /// The strands in the order of their ends.
    pub(super) edges: Vec<Edge>,
}

impl Graph {
    pub(super) fn new(knots: &[Knot], strands: &[Strand]) -> Self {
        let sound = |s: &&Strand| s.from != s.to && s.from < knots.len() && s.to < knots.len();
        let strands: Vec<Strand> = strands.iter().filter(sound).copied().collect();
        let order = sort(knots, &strands);
        let place = inverse(&order);
        let mut edges: Vec<Edge> = strands
            .iter()
            .filter(|strand| place[strand.from] < place[strand.to])
            .map(|strand| edge(knots, strand))
            .collect();
        edges.sort_by_key(|edge| (place[edge.from], place[edge.to], edge.expected));
        edges.dedup_by_key(|edge| (edge.from, edge.to));
        let mut graph = Graph { order, edges };
        graph.carry(knots);
        graph
    }

    /// The length of the longest chain that ends in each knot.
    pub(super) fn depth(&self) -> Vec<usize> {
        let mut depth = vec![0; self.order.len()];
        for edge in &self.edges {
            depth[edge.to] = depth[edge.to].max(depth[edge.from] + 1);
        }
        depth
    }

    /// The length of the longest chain that starts at each knot.
    pub(super) fn height(&self) -> Vec<usize> {
        let mut height = vec![0; self.order.len()];
        for edge in self.edges.iter().rev() {
            height[edge.from] = height[edge.from].max(height[edge.to] + 1);
        }
        height
    }

    /// True for knots on a longest chain; together they are the spine of a picture.
    pub(super) fn spine(&self) -> Vec<bool> {
        let length: Vec<usize> = self.depth().iter().zip(self.height()).map(|(d, h)| d + h).collect();
        let longest = length.iter().max().copied();
        length.iter().map(|&length| Some(length) == longest).collect()
    }

    /// Fills in the fields that run along each stretch of the main thread.
    fn carry(&mut self, knots: &[Knot]) {
        let mut came = vec![BTreeSet::new(); knots.len()];
        let mut goes = came.clone();
        for edge in &self.edges {
            pass(&mut came, edge.from, edge.to, field(&knots[edge.from]));
        }
        for edge in self.edges.iter().rev() {
            pass(&mut goes, edge.to, edge.from, field(&knots[edge.to]));
        }
        for edge in self.edges.iter_mut().filter(|edge| edge.field.is_none()) {
            edge.carried = came[edge.from].intersection(&goes[edge.to]).copied().collect();
        }
    }
}

/// Adds the fields of one knot to the next; a knot of a field adds only its own field.
fn pass(fields: &mut [BTreeSet<u8>], from: usize, to: usize, own: Option<u8>) {
    let handed = own.map_or_else(|| fields[from].clone(), |field| BTreeSet::from([field]));
    fields[to].extend(handed);
}

fn edge(knots: &[Knot], strand: &Strand) -> Edge {
    let (from, to) = (&knots[strand.from], &knots[strand.to]);
    Edge {
        from: strand.from,
        to: strand.to,
        expected: strand.expected,
        gap: to.gap,
        field: field(to).or(field(from)),
        carried: Vec::new(),
    }
}

/// A topological sort; where it leaves a choice, by time, lane and given order. A cycle is broken at its
/// earliest knot.
fn sort(knots: &[Knot], strands: &[Strand]) -> Vec<usize> {
    let key = |i: usize| (knots[i].order, field(&knots[i]), i);
    let mut waiting = vec![0_usize; knots.len()];
    for strand in strands {
        waiting[strand.to] += 1;
    }
    let mut left: BTreeSet<_> = (0..knots.len()).map(key).collect();
    let mut ready: BTreeSet<_> = left.iter().copied().filter(|k| waiting[k.2] == 0).collect();
    let mut order = Vec::with_capacity(knots.len());
    while let Some(next) = ready.pop_first().or_else(|| left.first().copied()) {
        left.remove(&next);
        order.push(next.2);
        for strand in strands.iter().filter(|strand| strand.from == next.2) {
            waiting[strand.to] = waiting[strand.to].saturating_sub(1);
            if waiting[strand.to] == 0 && left.contains(&key(strand.to)) {
                ready.insert(key(strand.to));
            }
        }
    }
    order
}

/// The position of each knot in the order.
pub(super) fn inverse(order: &[usize]) -> Vec<usize> {
    let mut place = vec![0; order.len()];
    for (at, &knot) in order.iter().enumerate() {
        place[knot] = at;
    }
    place
}

#[cfg(test)]
mod tests {
    use super::super::tests::{knot, strand};
    use super::*;

    #[test]
    fn a_cause_comes_before_its_effect_even_with_an_earlier_date() {
        let knots = [knot("later", None, 9), knot("earlier", None, 1)];
        assert_eq!(Graph::new(&knots, &[strand(0, 1)]).order, [0, 1]);
        assert_eq!(Graph::new(&knots, &[]).order, [1, 0]);
    }

    #[test]
    fn circles_doubles_and_missing_knots_are_left_out() {
        let knots = [knot("a", None, 1), knot("b", None, 2)];
        let strands = [strand(0, 1), strand(1, 0), strand(0, 1), strand(0, 7), strand(1, 1)];
        let graph = Graph::new(&knots, &strands);
        let ends: Vec<_> = graph.edges.iter().map(|edge| (edge.from, edge.to)).collect();
        assert_eq!(ends, [(0, 1)]);
    }

    #[test]
    fn the_main_thread_carries_fields_only_between_joining_and_parting() {
        let knots = [
            knot("field", Some(4), 0),
            knot("kick-off", None, 1),
            knot("congress", None, 2),
            knot("forum", Some(4), 3),
            knot("recommendation", None, 4),
            knot("reply", None, 5),
        ];
        let strands = [strand(0, 1), strand(1, 2), strand(2, 3), strand(3, 4), strand(4, 5)];
        let graph = Graph::new(&knots, &strands);
        let carried: Vec<_> = graph.edges.iter().map(|edge| edge.carried.clone()).collect();
        assert_eq!(carried, [vec![], vec![4], vec![], vec![], vec![]]);
    }
}
