//! The towns as tiles, and the same numbers as a table.

use std::collections::HashMap;

use web::Page;

use crate::BodiesPath;
use crate::sheet::Municipality;
use crate::tile_map::{self, Tile};

/// A town with its entries.
pub(super) struct TownLine {
    pub(super) name: String,
    /// Its district, if it lies in one.
    pub(super) district: Option<String>,
    pub(super) count: i64,
    /// Path of its list.
    pub(super) href: String,
}

/// The map and the same numbers as a table.
pub(super) struct TownMap {
    /// The SVG.
    pub(super) svg: String,
    /// The table: most entries first, then by name.
    pub(super) lines: Vec<TownLine>,
    /// The levels of colour with the numbers they stand for: `7–12`.
    pub(super) legend: Vec<(usize, String)>,
    /// Number of towns without an entry.
    pub(super) empty: usize,
}

/// Towns in the short table beside the map; the full table has all of them.
const FULLEST: usize = 10;

impl TownMap {
    /// Draws the towns with the numbers of their entries, by official key.
    pub(super) fn new(page: &Page, towns: &[Municipality], counts: &HashMap<String, i64>) -> Self {
        let count = |town: &Municipality| counts.get(&town.ags).copied().unwrap_or_default();
        let href = |town: &Municipality| page.href(BodiesPath.of_town(&town.ags));
        let tile = |town: &Municipality| Tile {
            href: href(town),
            name: town.name.clone(),
            is_city: town.district.is_none(),
            column: town.column,
            row: town.row,
            count: usize::try_from(count(town)).unwrap_or_default(),
            label: page.t_args("body-map-tile", &[("town", (&town.name).into()), ("count", count(town).into())]),
        };
        let tiles: Vec<Tile> = towns.iter().map(tile).collect();
        let mut lines: Vec<TownLine> = towns
            .iter()
            .map(|town| TownLine {
                name: town.name.clone(),
                district: town.district.clone(),
                count: count(town),
                href: href(town),
            })
            .collect();
        lines.sort_by_cached_key(|line| (-line.count, base::words::sort_key_de(&line.name)));
        let most = tiles.iter().map(|tile| tile.count).max().unwrap_or(0);
        let legend = tile_map::legend(most).into_iter().map(|(level, from, to)| (level, numbers(from, to))).collect();
        Self {
            legend,
            svg: tile_map::svg(&tiles, &page.t("body-map-title"), &page.t("body-map-text")),
            empty: lines.iter().filter(|line| line.count == 0).count(),
            lines,
        }
    }

    /// The towns with most entries, without those that have none.
    pub(super) fn fullest(&self) -> &[TownLine] {
        let some = self.lines.len() - self.empty;
        &self.lines[..some.min(FULLEST)]
    }
}

/// `7–12`, or the one number.
fn numbers(from: usize, to: usize) -> String {
    if from == to { from.to_string() } else { format!("{from}–{to}") }
}
