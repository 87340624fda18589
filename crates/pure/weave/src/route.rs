//! Routing across the wide picture: the row of a strand in every column it passes, so that it
//! never runs through a foreign knot and never on top of a strand with which it shares no end.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::{AXIS, Cell, MAIN, Row};
use super::graph::Graph;

/// The row of each strand in every column from its start to its end.
pub(super) fn ways(graph: &Graph, cells: &[Cell]) -> Vec<Vec<Row>> {
    let mut map = Map { knots: cells.iter().map(|cell| (cell.column, cell.row)).collect(), passing: BTreeMap::new() };
    graph.edges.iter().map(|edge| map.way((edge.from, edge.to), cells)).collect()
}

struct Map {
    knots: BTreeSet<(usize, Row)>,
    /// The strands that pass a cell, by their ends.
    passing: BTreeMap<(usize, Row), Vec<(usize, usize)>>,
}

impl Map {
    fn way(&mut self, ends: (usize, usize), cells: &[Cell]) -> Vec<Row> {
        let (from, to) = (cells[ends.0], cells[ends.1]);
        let between = from.column + 1..to.column;
        let row = self.row(ends, from, to);
        for column in between.clone() {
            self.passing.entry((column, row)).or_default().push(ends);
        }
        let mut way = vec![from.row];
        way.extend(between.map(|_| row));
        way.push(to.row);
        way
    }

    /// The first free one of these: the row of the end, the row of the start, a passing row beside the end.
    fn row(&self, ends: (usize, usize), from: Cell, to: Cell) -> Row {
        // Strands pass on the side of the line where no labels are.
        let above = to.row.lane > MAIN || (to.row.lane == MAIN && to.row != AXIS);
        let extra = (1..i32::MAX).map(|pass| Row { pass: if above { -pass } else { pass }, ..to.row });
        let mut rows = [to.row, from.row].into_iter().chain(extra);
        let is_free = |row: &Row| (from.column + 1..to.column).all(|column| self.is_free(column, *row, ends));
        rows.find(is_free).unwrap_or(to.row)
    }

    fn is_free(&self, column: usize, row: Row, ends: (usize, usize)) -> bool {
        let related = |other: &(usize, usize)| other.0 == ends.0 || other.1 == ends.1;
        let strands = self.passing.get(&(column, row));
        !self.knots.contains(&(column, row)) && strands.is_none_or(|strands| strands.iter().all(related))
    }
}

#[cfg(test)]
mod tests {
    use super::super::columns;
    use super::super::tests::{knot, strand};
    use super::*;

    #[test]
    fn a_long_strand_makes_way_for_the_knots_between() {
        let knots = [knot("a", None, 0), knot("b", None, 1), knot("c", None, 2)];
        let graph = Graph::new(&knots, &[strand(0, 1), strand(1, 2), strand(0, 2)]);
        let (_, cells) = columns::cells(&knots, &graph).unwrap();
        let main = cells[0].row;
        let aside = Row { pass: 1, ..main };
        assert_eq!(ways(&graph, &cells), [vec![main, main], vec![main, aside, main], vec![main, main]]);
    }
}
