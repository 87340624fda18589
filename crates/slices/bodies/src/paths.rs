//! The addresses of this slice. The router strips the language, so these paths have none.

use axum_extra::routing::TypedPath;
use base::Slug;
use serde::Deserialize;

use crate::directory::Pick;
use crate::{Sector, Stage};

/// `/mitwirkende`
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/mitwirkende")]
pub struct BodiesPath;

/// `/mitwirkende/{slug}`
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/mitwirkende/{slug}")]
pub struct BodyPath {
    /// The body's name in addresses.
    pub slug: Slug,
}

/// `/kontakt`
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/kontakt")]
pub struct ContactPath;

/// Value of a filter for bodies for which the fact is not on record.
pub(crate) const UNRECORDED: &str = "ohne";

impl BodiesPath {
    /// The list of a town (official key).
    pub fn of_town(self, ags: &str) -> String {
        format!("{self}?kommune={ags}")
    }

    /// The list of a sector.
    pub fn of_sector(self, sector: Sector) -> String {
        format!("{self}?bereich={sector}")
    }

    /// The list of a stage.
    pub fn of_stage(self, stage: Stage) -> String {
        format!("{self}?station={stage}")
    }

    /// The list of bodies of a sector at a stage, or without a stage on record.
    pub(crate) fn of_cell(self, sector: Sector, stage: Pick<Stage>) -> String {
        match stage {
            Pick::Any => self.of_sector(sector),
            Pick::Unrecorded => format!("{}&station={UNRECORDED}", self.of_sector(sector)),
            Pick::One(stage) => format!("{}&station={stage}", self.of_sector(sector)),
        }
    }
}

#[cfg(test)]
mod tests {
    use golden_thread::Kind;

    use super::*;

    #[test]
    fn paths_agree_with_those_of_the_cards() {
        let slug = Slug::parse("ruhrfutur").unwrap();
        assert_eq!(BodyPath { slug: slug.clone() }.to_string(), Kind::BODY.path(&slug));
        assert_eq!(BodiesPath.to_string(), Kind::BODY.base_path());
    }

    #[test]
    fn cells_lead_to_filtered_lists() {
        let cell = |stage| BodiesPath.of_cell(Sector::CivilSociety, stage);
        assert_eq!(cell(Pick::One(Stage::Kita)), "/mitwirkende?bereich=civil_society&station=kita");
        assert_eq!(cell(Pick::Unrecorded), "/mitwirkende?bereich=civil_society&station=ohne");
        assert_eq!(cell(Pick::Any), "/mitwirkende?bereich=civil_society");
    }
}
