//! The addresses of this slice.

use axum_extra::routing::TypedPath;
use base::Slug;
use serde::Deserialize;

/// `/prozess`: the timeline.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/prozess")]
pub struct ProcessPath;

/// `/prozess/phasen/{slug}`
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/prozess/phasen/{slug}")]
pub struct PhasePath {
    /// The phase's name in addresses.
    pub slug: Slug,
}

/// `/prozess/meilensteine/{slug}`
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/prozess/meilensteine/{slug}")]
pub struct MilestonePath {
    /// The milestone's name in addresses.
    pub slug: Slug,
}

/// `/ziele`: all goals with their full text.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/ziele")]
pub struct GoalsPath;

/// `/ziele/{slug}`
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/ziele/{slug}")]
pub struct GoalPath {
    /// The goal's name in addresses.
    pub slug: Slug,
}

/// `/handlungsfelder`: all fields of action.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/handlungsfelder")]
pub struct FieldsPath;

/// `/handlungsfelder/{slug}`
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/handlungsfelder/{slug}")]
pub struct FieldPath {
    /// The field's name in addresses.
    pub slug: Slug,
}

#[cfg(test)]
mod tests {
    use golden_thread::Kind;

    use super::*;
    use crate::kinds::{GOAL, MILESTONE};

    #[test]
    fn typed_paths_are_those_of_the_kinds() {
        let slug = Slug::parse("vielfalt").unwrap();
        let paths = [
            (Kind::PHASE, PhasePath { slug: slug.clone() }.to_string()),
            (MILESTONE, MilestonePath { slug: slug.clone() }.to_string()),
            (GOAL, GoalPath { slug: slug.clone() }.to_string()),
            (Kind::FIELD, FieldPath { slug: slug.clone() }.to_string()),
        ];
        for (kind, path) in paths {
            assert_eq!(path, kind.path(&slug));
        }
        assert_eq!(GoalsPath.to_string(), GOAL.base_path());
        assert_eq!(FieldsPath.to_string(), Kind::FIELD.base_path());
    }
}
