//! Gives each knot of the wide picture a cell: a column by its predecessors and its date, a row
//! by its field. No two knots share a cell.

use std::collections::BTreeSet;

use super::Knot;
use super::graph::{self, Graph, field};

/// The most knots of a chain that stay readable beside each other.
pub(super) const MOST: usize = 13;

/// The columns of a picture whose lanes are fuller than its chains are long.
const PLENTY: usize = 11;

/// A row of the wide picture; sorts from top to bottom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Row {
    /// 0 to 2 for fields 1 to 3, 3 for the main thread, 4 to 6 for fields 4 to 6.
    pub(super) lane: u8,
    /// Further rows of a lane, for knots that meet in one column.
    pub(super) sub: usize,
    /// 0 for a row of knots; otherwise a row above or below it that only strands pass through.
    pub(super) pass: i32,
}

/// The position of the main thread among the lanes: fields lie on both sides.
pub(super) const MAIN: u8 = 3;

/// The row of the longest chain on the main thread.
pub(super) const AXIS: Row = Row { lane: MAIN, sub: 0, pass: 0 };

impl Row {
    fn first(field: Option<u8>) -> Row {
        let lane = match field {
            Some(field) if field <= MAIN => field - 1,
            Some(field) => field,
            None => MAIN,
        };
        Row { lane, sub: 0, pass: 0 }
    }
}

/// The position of a knot in the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) column: usize,
    pub(super) row: Row,
}

/// The cells of all knots, or `None` if a chain is too long for a page.
pub(super) fn cells(knots: &[Knot], graph: &Graph) -> Option<(usize, Vec<Cell>)> {
    let mut sorter = Sorter::new(knots, graph);
    if sorter.count > MOST {
        return None;
    }
    // Knots with only one possible column first, so that the others avoid them.
    for tight in [true, false] {
        for &knot in &graph.order {
            if sorter.is_tight(knot) == tight {
                sorter.place(knot);
            }
        }
    }
    Some((sorter.count, sorter.cells.into_iter().flatten().collect()))
}

struct Sorter<'a> {
    knots: &'a [Knot],
    graph: &'a Graph,
    depth: Vec<usize>,
    height: Vec<usize>,
    /// Number of columns.
    count: usize,
    /// The column that suits each knot's date.
    timely: Vec<usize>,
    cells: Vec<Option<Cell>>,
    taken: BTreeSet<(usize, Row)>,
}

impl<'a> Sorter<'a> {
    fn new(knots: &'a [Knot], graph: &'a Graph) -> Self {
        let (depth, height) = (graph.depth(), graph.height());
        let chain = (0..knots.len()).map(|i| depth[i] + height[i] + 1).max().unwrap_or(0);
        let fullest =
            (0..=graph::FIELDS).map(|lane| knots.iter().filter(|k| field(k).unwrap_or(0) == lane).count()).max();
        let count = chain.max(fullest.unwrap_or(0).min(PLENTY));
        let mut sorter = Sorter {
            knots,
            graph,
            depth,
            height,
            count,
            timely: Vec::new(),
            cells: vec![None; knots.len()],
            taken: BTreeSet::new(),
        };
        sorter.timely = sorter.timely();
        sorter
    }

    /// A knot on a longest chain has only one possible column.
    fn is_tight(&self, knot: usize) -> bool {
        self.depth[knot] + self.height[knot] + 1 == self.count
    }

    /// The column of each knot by its date: by the dates of the tight knots if there are any, else spread evenly.
    fn timely(&self) -> Vec<usize> {
        let mut since = vec![i64::MAX; self.count];
        for knot in (0..self.knots.len()).filter(|&knot| self.is_tight(knot)) {
            let at = &mut since[self.depth[knot]];
            *at = (*at).min(self.knots[knot].order);
        }
        let place = graph::inverse(&self.graph.order);
        let column = |knot: usize| {
            if since.first() == Some(&i64::MAX) {
                return place[knot] * self.count / self.knots.len();
            }
            since.iter().rposition(|&since| since <= self.knots[knot].order).unwrap_or(0)
        };
        (0..self.knots.len()).map(column).collect()
    }

    /// Places a knot in the cheapest free cell behind its predecessors that leaves room for its successors.
    fn place(&mut self, knot: usize) {
        let before = self.graph.edges.iter().filter(|edge| edge.to == knot);
        let columns = before.filter_map(|edge| self.cells[edge.from]).map(|cell| cell.column + 1);
        let earliest = columns.max().unwrap_or(0).max(self.depth[knot]);
        let latest = self.count - 1 - self.height[knot];
        let lane = Row::first(field(&self.knots[knot]));
        let price = |column: usize| {
            let crowd = self.crowd(lane, column);
            // A further row makes the whole picture taller, so it costs more than some columns.
            let crowd = if crowd > self.deepest(lane) { 12 } else { 3 * crowd };
            let beside = self.crowd(lane, column + 1) + column.checked_sub(1).map_or(0, |c| self.crowd(lane, c));
            let timely = self.timely[knot];
            8 * timely.saturating_sub(column) + 7 * column.saturating_sub(timely) + crowd + 2 * beside.min(2)
        };
        let column = (earliest..=latest).min_by_key(|&column| price(column)).unwrap_or(earliest);
        let row = Row { sub: self.crowd(lane, column), ..lane };
        self.taken.insert((column, row));
        self.cells[knot] = Some(Cell { column, row });
    }

    /// The number of further rows that a lane already has.
    fn deepest(&self, lane: Row) -> usize {
        let subs = self.taken.iter().filter(|(_, row)| row.lane == lane.lane).map(|(_, row)| row.sub);
        subs.max().unwrap_or(0)
    }

    /// The number of knots of a lane in one column.
    fn crowd(&self, lane: Row, column: usize) -> usize {
        self.taken.iter().filter(|(c, row)| *c == column && row.lane == lane.lane).count()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{knot, strand};
    use super::*;

    fn columns(knots: &[Knot], strands: &[super::super::Strand]) -> Vec<usize> {
        let (_, cells) = cells(knots, &Graph::new(knots, strands)).unwrap();
        cells.iter().map(|cell| cell.column).collect()
    }

    #[test]
    fn a_knot_stands_after_all_it_came_from_and_near_its_time() {
        let knots = [
            knot("a", None, 0),
            knot("b", None, 10),
            knot("c", None, 20),
            knot("d", None, 30),
            knot("late result of a", Some(1), 30),
        ];
        let strands = [strand(0, 1), strand(1, 2), strand(2, 3), strand(0, 4)];
        assert_eq!(columns(&knots, &strands), [0, 1, 2, 3, 3]);
    }

    #[test]
    fn knots_without_strands_are_spread_by_time() {
        let knots = [knot("a", None, 2), knot("b", None, 1), knot("c", None, 3)];
        assert_eq!(columns(&knots, &[]), [1, 0, 2]);
    }

    #[test]
    fn a_chain_longer_than_a_page_is_refused() {
        let knots: Vec<Knot> = (0..=MOST).map(|i| knot("k", None, i64::try_from(i).unwrap())).collect();
        let strands: Vec<_> = (0..MOST).map(|i| strand(i, i + 1)).collect();
        assert!(cells(&knots, &Graph::new(&knots, &strands)).is_none());
        assert!(cells(&knots[1..], &Graph::new(&knots[1..], &strands[1..])).is_some());
    }
}
