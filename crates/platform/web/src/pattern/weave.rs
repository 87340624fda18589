//! A spoil heap as cloth: warp threads run down its slope, weft threads follow its ridge.

use super::{Dice, SIZE, put};

/// The distance of the points between which the ridge is interpolated.
const STEP: i32 = 80;
/// The number of weft threads, including the ridge.
const WEFTS: i32 = 7;

pub(super) fn draw(out: &mut String, dice: &mut Dice) {
    let rising = dice.chance(65);
    let mut heights: Vec<i32> = (0..6).map(|i| 34 + 13 * i + dice.range(-16, 16)).collect();
    if !rising {
        heights.reverse();
    }
    let lean = if rising { 1 } else { -1 } * dice.range(26, 44);
    for weft in 1..=WEFTS {
        let wide = if weft == WEFTS { 5 } else { 2 };
        put(out, format_args!("<path stroke-width=\"{wide}\" opacity=\".{}\" d=\"", 20 + 9 * weft));
        for (i, pair) in (0..).zip(heights.windows(2)) {
            let level = |height: i32| SIZE.1 - height * weft / WEFTS;
            let down = level(pair[1]) - level(pair[0]);
            if i == 0 {
                put(out, format_args!("M-40 {}", level(pair[0])));
            }
            put(out, format_args!("c{} 0 {} {down} {STEP} {down}", STEP / 2, STEP / 2));
        }
        out.push_str("\"/>");
    }
    let mut warps: [String; 4] = Default::default();
    for x in (-30..=350).step_by(11) {
        let top = SIZE.1 - ridge(&heights, x);
        let foot = SIZE.1 + 4 - top;
        put(&mut warps[dice.below(4)], format_args!("M{x} {top}q{} {} {lean} {foot}", lean / 6, foot / 2));
    }
    for (d, (wide, opacity)) in warps.iter().zip([(2, ".35"), (3, ".5"), (4, ".7"), (5, ".85")]) {
        put(out, format_args!("<path stroke-width=\"{wide}\" opacity=\"{opacity}\" d=\"{d}\"/>"));
    }
}

/// The height of the ridge above the ground at `x`, nearly the same curve as the uppermost weft.
fn ridge(heights: &[i32], x: i32) -> i32 {
    let along = (x + 40).clamp(0, STEP * 5 - 1);
    let at = usize::try_from(along / STEP).unwrap_or(0);
    let t = along % STEP;
    let rise = heights[at + 1] - heights[at];
    heights[at] + rise * t * t * (3 * STEP - 2 * t) / (STEP * STEP * STEP)
}
