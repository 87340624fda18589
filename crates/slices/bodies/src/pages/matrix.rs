//! Sectors by stages of education, with the empty cells among them.

use web::Page;

use crate::directory::{self, Member, Pick};
use crate::{BodiesPath, Sector, Stage};

/// One row of the matrix.
pub(super) struct Line {
    pub(super) sector: Sector,
    pub(super) href: String,
    pub(super) cells: Vec<Cell>,
}

/// One cell.
pub(super) struct Cell {
    pub(super) count: usize,
    /// The list that it links, in words.
    pub(super) label: String,
    pub(super) href: String,
}

/// The rows of the matrix.
pub(super) fn lines(page: &Page, members: &[Member]) -> Vec<Line> {
    directory::matrix(members).into_iter().map(|row| line(page, &row)).collect()
}

fn line(page: &Page, row: &directory::MatrixRow) -> Line {
    let stages = Stage::ALL.into_iter().map(Pick::One).chain([Pick::Unrecorded]);
    let cells = stages.zip(row.counts).map(|(stage, count)| {
        let name = match stage {
            Pick::One(stage) => stage.label(page),
            Pick::Any | Pick::Unrecorded => page.t("body-stage-unrecorded"),
        };
        Cell {
            count,
            label: page.t_args(
                "body-matrix-cell",
                &[("count", count.into()), ("sector", row.sector.label(page).into()), ("stage", name.into())],
            ),
            href: page.href(BodiesPath.of_cell(row.sector, stage)),
        }
    });
    Line { sector: row.sector, href: page.href(BodiesPath.of_sector(row.sector)), cells: cells.collect() }
}
