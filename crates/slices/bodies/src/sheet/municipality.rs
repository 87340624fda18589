//! `municipalities.toml`: the towns of the region and their tiles on the map.

use std::collections::HashSet;

use db::Conn;
use golden_thread::sheet::{self, Problem};
use serde::{Deserialize, Serialize};

use crate::{store, tile_map};

/// The file.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MunicipalitySheet {
    /// All towns, in the order of the file.
    #[serde(default)]
    pub municipality: Vec<Municipality>,
}

/// A town.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Municipality {
    /// Its official key (AGS): eight digits, so it is text.
    pub ags: String,
    /// Its name.
    pub name: String,
    /// The district it lies in; cities with a district of their own have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub district: Option<String>,
    /// Its tile, from 0 on the left.
    pub column: u8,
    /// Its tile, from 0 at the top.
    pub row: u8,
}

impl MunicipalitySheet {
    /// The keys of all towns.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.municipality.iter().map(|town| town.ags.as_str())
    }

    /// All faults of the file: keys of the wrong shape, duplicate towns and tiles, tiles outside the map.
    pub fn check(&self, file: &str, text: &str) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut report = |word: &str, reason: String| {
            problems.push(Problem {
                file: file.to_owned(),
                line: sheet::line_of(text, &format!("\"{word}\"")),
                reason,
            });
        };
        let mut keys = HashSet::new();
        let mut tiles = HashSet::new();
        let (columns, rows) = tile_map::CELLS;
        for town in &self.municipality {
            let Municipality { ags, name, column, row, .. } = town;
            if ags.len() != 8 || !ags.bytes().all(|digit| digit.is_ascii_digit()) {
                report(ags, format!("`{ags}` is no official key: it has eight digits"));
            }
            if !keys.insert(ags) {
                report(ags, format!("municipality `{ags}` is there twice"));
            }
            if *column >= columns || *row >= rows {
                report(name, format!("{name} lies outside the map of {columns} columns and {rows} rows"));
            }
            if !tiles.insert((column, row)) {
                report(name, format!("the tile of {name} in column {column}, row {row} is taken"));
            }
        }
        problems
    }

    /// Inserts all towns.
    pub async fn insert(&self, conn: &mut Conn<'_>) -> anyhow::Result<()> {
        for (position, town) in (0_i64..).zip(&self.municipality) {
            store::insert_town(conn, position, town).await?;
        }
        Ok(())
    }

    /// All towns, as in the file they came from.
    pub async fn all(conn: &mut Conn<'_>) -> anyhow::Result<Self> {
        Ok(Self { municipality: store::towns(conn).await? })
    }
}
