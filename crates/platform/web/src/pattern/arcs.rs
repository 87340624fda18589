//! Truchet tiles: each contains two quarter circles in one of two orientations, which join to winding lines.
//! All arcs of one line have the same opacity, so that the eye can follow it.

use super::{Dice, put};

const STEP: i32 = 40;
const COLUMNS: usize = 8;
const ROWS: usize = 4;

/// The middles of tile edges, where arcs begin and end: below each tile, and to its right.
const POINTS: usize = 2 * (COLUMNS + 1) * (ROWS + 1);

pub(super) fn draw(out: &mut String, dice: &mut Dice) {
    let turned: Vec<bool> = (0..COLUMNS * ROWS).map(|_| dice.chance(50)).collect();
    let mut lines: Vec<usize> = (0..POINTS).collect();
    for (tile, &turned) in turned.iter().enumerate() {
        for (a, b) in ends(tile, turned) {
            let (a, b) = (root(&lines, a), root(&lines, b));
            lines[a] = b;
        }
    }
    let shades: Vec<usize> = (0..POINTS).map(|_| dice.below(4)).collect();
    let mut paths: [String; 4] = Default::default();
    for (tile, &turned) in turned.iter().enumerate() {
        let [first, second] = ends(tile, turned).map(|(a, _)| shades[root(&lines, a)]);
        let (x, y) = corner(tile);
        let half = STEP / 2;
        if turned {
            put(&mut paths[first], format_args!("M{} {y}a{half} {half} 0 0 0 {half} {half}", x + half));
            put(&mut paths[second], format_args!("M{x} {}a{half} {half} 0 0 1 {half} {half}", y + half));
        } else {
            put(&mut paths[first], format_args!("M{} {y}a{half} {half} 0 0 1-{half} {half}", x + half));
            put(&mut paths[second], format_args!("M{} {}a{half} {half} 0 0 0-{half} {half}", x + STEP, y + half));
        }
    }
    for (d, (opacity, wide)) in paths.iter().zip([(".38", 4), (".52", 5), (".72", 7), (".92", 9)]) {
        put(out, format_args!("<path stroke-width=\"{wide}\" opacity=\"{opacity}\" d=\"{d}\"/>"));
    }
}

fn corner(tile: usize) -> (i32, i32) {
    let at = |i: usize| i32::try_from(i).unwrap_or(0) * STEP;
    (at(tile % COLUMNS), at(tile / COLUMNS) - STEP / 4)
}

/// The pairs of edge middles that a tile connects, the one at the top first.
fn ends(tile: usize, turned: bool) -> [(usize, usize); 2] {
    let (column, row) = (tile % COLUMNS + 1, tile / COLUMNS + 1);
    let below = |column: usize, row: usize| 2 * (row * (COLUMNS + 1) + column);
    let beside = |column: usize, row: usize| below(column, row) + 1;
    let (top, bottom) = (below(column, row - 1), below(column, row));
    let (left, right) = (beside(column - 1, row), beside(column, row));
    if turned { [(top, right), (left, bottom)] } else { [(top, left), (right, bottom)] }
}

/// The representative point of a line (union-find).
fn root(lines: &[usize], mut point: usize) -> usize {
    while lines[point] != point {
        point = lines[point];
    }
    point
}
