//! The region as a map of tiles: one per town, filled by the number of entries.
//!
//! A tile holds a short name of three letters and the number, so that the map says the same without colour;
//! a town without entries has no number and a dashed edge, like every gap on the site. The accessible name
//! of the link has the words in full. Odd columns are shifted down a little, and a common background joins
//! all tiles to a region. The map is drawn at the size of a phone (360 units wide, tiles of 28 × 32), so
//! that targets stay above 24 px there and the letters above 12 px.
//!
//! Classes: `tile-map` on the root, `tile-ground`, `tile level-0` … `level-4` on each link, with `is-city`
//! for towns of no district; colours and focus belong to the style sheet. The page shows the same numbers
//! in a table.

use std::collections::BTreeSet;
use std::fmt::Write as _;

/// Columns and rows of the map.
pub(crate) const CELLS: (u8, u8) = (12, 9);

/// Distance between neighbouring tiles.
const STEP: (i32, i32) = (30, 34);
/// Size of a tile.
const SIZE: (i32, i32) = (28, 32);
/// Shift of every other column downwards.
const HANG: i32 = 6;

/// A town on the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tile {
    /// Path of the town's list.
    pub(crate) href: String,
    /// The town's full name.
    pub(crate) name: String,
    /// Column, from 0 on the left.
    pub(crate) column: u8,
    /// Row, from 0 at the top.
    pub(crate) row: u8,
    /// True if it belongs to no district; such a town chooses its short name first.
    pub(crate) is_city: bool,
    /// Number of entries.
    pub(crate) count: usize,
    /// Accessible name: name and number in words.
    pub(crate) label: String,
}

/// The map; `title` and `desc` are its accessible name and description.
pub(crate) fn svg(tiles: &[Tile], title: &str, desc: &str) -> String {
    let (width, height) = (i32::from(CELLS.0) * STEP.0, i32::from(CELLS.1) * STEP.1 + HANG);
    let mut out = format!(
        "<svg class=\"tile-map\" viewBox=\"0 0 {width} {height}\" role=\"group\" aria-labelledby=\"tile-map-title\" \
         aria-describedby=\"tile-map-desc\" text-anchor=\"middle\" font-size=\"12\">\
         <title id=\"tile-map-title\">{}</title><desc id=\"tile-map-desc\">{}</desc>",
        escape(title),
        escape(desc)
    );
    let most = tiles.iter().map(|tile| tile.count).max().unwrap_or(0);
    // Writing to a string cannot fail.
    out.push_str("<path class=\"tile-ground\" d=\"");
    for (x, y) in tiles.iter().map(place) {
        let _ = write!(out, "M{x} {y}h{0}v{1}h-{0}z", SIZE.0, SIZE.1);
    }
    out.push_str("\"/>");
    for (tile, short) in tiles.iter().zip(short_names(tiles)) {
        let (x, y) = place(tile);
        let middle = x + SIZE.0 / 2;
        let _ = write!(
            out,
            "<a class=\"tile level-{}{}\" href=\"{}\"><title>{}</title><rect x=\"{x}\" y=\"{y}\" width=\"{}\" height=\"{}\" rx=\"6\"/>\
             <text x=\"{middle}\" y=\"{}\">{}",
            level(tile.count, most),
            if tile.is_city { " is-city" } else { "" },
            escape(&tile.href),
            escape(&tile.label),
            SIZE.0,
            SIZE.1,
            if tile.count == 0 { y + 20 } else { y + 14 },
            escape(&short),
        );
        if tile.count > 0 {
            let _ = write!(out, "<tspan class=\"tile-count\" x=\"{middle}\" dy=\"13\">{}</tspan>", tile.count);
        }
        out.push_str("</text></a>");
    }
    out.push_str("</svg>");
    out
}

/// Upper left corner of a tile.
fn place(tile: &Tile) -> (i32, i32) {
    let x = i32::from(tile.column) * STEP.0 + (STEP.0 - SIZE.0) / 2;
    let y = i32::from(tile.row) * STEP.1 + 1 + i32::from(tile.column % 2) * HANG;
    (x, y)
}

/// The smallest and the largest number of each level but level 0, which stands for no entries. Levels in
/// which no number can lie are left out.
pub(crate) fn legend(most: usize) -> Vec<(usize, usize, usize)> {
    let mut levels: Vec<(usize, usize, usize)> = Vec::new();
    for count in 1..=most {
        let level = level(count, most);
        match levels.last_mut() {
            Some(last) if last.0 == level => last.2 = count,
            _ => levels.push((level, count, count)),
        }
    }
    levels
}

/// 0 for no entries, else the quarter of the largest number; up to four, each number is its own level.
fn level(count: usize, most: usize) -> usize {
    if most <= 4 { count } else { (4 * count).div_ceil(most) }
}

/// Three letters for each town, all different as far as the letters of a name allow.
///
/// Cities choose first, then shorter names. A double name gives its two initials (C-R), any other its first
/// three letters; if these are taken, its first two and the next letter that is free.
fn short_names(tiles: &[Tile]) -> Vec<String> {
    let mut order: Vec<usize> = (0..tiles.len()).collect();
    order.sort_by_key(|&i| (!tiles[i].is_city, tiles[i].name.chars().count(), &tiles[i].name));
    let mut taken = BTreeSet::new();
    let mut short = vec![String::new(); tiles.len()];
    for i in order {
        let tries = tries(&tiles[i].name);
        let name = tries.iter().find(|name| !taken.contains(*name)).or(tries.first());
        short[i] = name.cloned().unwrap_or_default();
        taken.insert(short[i].clone());
    }
    short
}

/// Short forms of a name, the best first.
fn tries(name: &str) -> Vec<String> {
    let word = name.split([' ', '(', '/']).next().unwrap_or(name);
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    let double = word.split_once('-').and_then(|(a, b)| Some(format!("{}-{}", a.chars().next()?, b.chars().next()?)));
    let start: String = letters.iter().take(2).collect();
    let thirds = letters.iter().skip(2).map(|third| format!("{start}{third}"));
    double.into_iter().chain(thirds).chain([start.clone()]).collect()
}

/// Text made safe for element content and quoted attributes.
fn escape(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.replace('"', "&quot;").replace('\'', "&#39;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tile(name: &str, column: u8, row: u8, count: usize) -> Tile {
        let label = format!("{name}: {count} Einträge");
        Tile { href: format!("/{name}"), name: name.to_owned(), column, row, is_city: name == "Dortmund", count, label }
    }

    #[test]
    fn similar_names_get_different_short_names() {
        let names = [
            "Herten",
            "Herne",
            "Herdecke",
            "Hamm",
            "Hamminkeln",
            "Castrop-Rauxel",
            "Mülheim an der Ruhr",
            "Wetter (Ruhr)",
        ];
        let tiles: Vec<Tile> = names.iter().map(|name| tile(name, 0, 0, 0)).collect();
        assert_eq!(short_names(&tiles), ["Het", "Her", "Hed", "Ham", "Hai", "C-R", "Mül", "Wet"]);
    }

    #[test]
    fn a_city_keeps_its_first_letters_before_a_shorter_name() {
        let tiles = ["Dorsten", "Dortmund"].map(|name| tile(name, 0, 0, 0));
        assert_eq!(short_names(&tiles), ["Dos", "Dor"]);
    }

    #[test]
    fn the_legend_names_every_level_once() {
        assert_eq!(legend(24), [(1, 1, 6), (2, 7, 12), (3, 13, 18), (4, 19, 24)]);
        assert_eq!(legend(2), [(1, 1, 1), (2, 2, 2)]);
        assert_eq!(legend(0), []);
    }

    #[test]
    fn levels_are_steps_of_the_largest_number() {
        assert_eq!([0, 1, 3, 4, 6, 12].map(|count| level(count, 12)), [0, 1, 1, 2, 2, 4]);
        assert_eq!([0, 1, 2].map(|count| level(count, 2)), [0, 1, 2]);
        assert_eq!(level(0, 0), 0);
    }

    #[test]
    fn a_tile_is_a_link_with_its_words() {
        let map = svg(&[tile("Essen", 5, 5, 12)], "Karte <1>", "Text");
        assert!(map.contains("<title id=\"tile-map-title\">Karte &lt;1&gt;</title>"), "{map}");
        assert!(map.contains("<a class=\"tile level-4\" href=\"/Essen\"><title>Essen: 12 Einträge</title>"), "{map}");
        assert!(map.contains(">Ess<tspan"), "{map}");
        let empty = svg(&[tile("Essen", 5, 5, 0)], "", "");
        assert!(empty.contains(">Ess</text>") && empty.contains("<title>Essen: 0 Einträge</title>"), "{empty}");
        assert!(!map.contains("style="), "{map}");
    }

    #[test]
    fn tiles_lie_inside_the_map_and_apart() {
        let (columns, rows) = CELLS;
        let cells = (0..columns).flat_map(|column| (0..rows).map(move |row| (column, row)));
        let map = svg(&cells.map(|(c, r)| tile("Ort", c, r, 1)).collect::<Vec<_>>(), "", "");
        let mut areas: Vec<(i32, i32)> = Vec::new();
        for rect in map.split("<rect x=\"").skip(1) {
            let mut numbers = rect.split('"').filter_map(|part| part.parse::<i32>().ok());
            areas.push((numbers.next().unwrap(), numbers.next().unwrap()));
        }
        assert_eq!(areas.len(), 108);
        for (i, a) in areas.iter().enumerate() {
            assert!(a.0 >= 0 && a.1 >= 0 && a.0 + SIZE.0 <= 360 && a.1 + SIZE.1 <= 312, "{a:?}");
            for b in &areas[..i] {
                assert!((a.0 - b.0).abs() >= SIZE.0 || (a.1 - b.1).abs() >= SIZE.1, "{a:?} {b:?}");
            }
        }
    }
}
