//! A net: knots scattered over a loose grid, each tied to its neighbours by slack threads.

use super::{Dice, put};

const COLUMNS: i32 = 6;
const ROWS: i32 = 3;

struct Knot {
    x: i32,
    y: i32,
    r: i32,
    cell: (i32, i32),
}

pub(super) fn draw(out: &mut String, dice: &mut Dice) {
    let cells = (0..ROWS).flat_map(|row| (0..COLUMNS).map(move |column| (column, row)));
    let mut knots = Vec::new();
    for (column, row) in cells {
        if dice.chance(82) {
            let (x, y) = (column * 56 + 20 + dice.range(-15, 15), row * 44 + 26 + dice.range(-13, 13));
            knots.push(Knot { x, y, r: dice.pick(&[4, 5, 6, 8, 11]), cell: (column, row) });
        }
    }
    let mut threads: [String; 3] = Default::default();
    for (i, a) in knots.iter().enumerate() {
        for b in &knots[i + 1..] {
            let apart = ((b.cell.0 - a.cell.0).abs(), (b.cell.1 - a.cell.1).abs());
            let tied = match apart {
                (1, 0) => dice.chance(85),
                (0, 1) => dice.chance(60),
                (1, 1) => dice.chance(22),
                _ => false,
            };
            if tied {
                thread(&mut threads[dice.below(3)], a, b, dice.range(-9, 9));
            }
        }
    }
    for (d, (wide, opacity)) in threads.iter().zip([(2, ".4"), (3, ".5"), (5, ".45")]) {
        put(out, format_args!("<path stroke-width=\"{wide}\" opacity=\"{opacity}\" d=\"{d}\"/>"));
    }
    for Knot { x, y, r, .. } in &knots {
        put(out, format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\" fill=\"currentColor\" stroke=\"none\"/>"));
        if *r > 7 && dice.chance(70) {
            put(out, format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{}\" stroke-width=\"2\" opacity=\".5\"/>", r + 6));
        }
    }
}

/// A thread that hangs a little to one side.
fn thread(d: &mut String, a: &Knot, b: &Knot, slack: i32) {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let (cx, cy) = (dx / 2 - dy * slack / 40, dy / 2 + dx * slack / 40);
    put(d, format_args!("M{} {}q{cx} {cy} {dx} {dy}", a.x, a.y));
}
