//! Typed paths of this slice.

use axum_extra::routing::TypedPath;
use base::Slug;
use serde::Deserialize;

/// `/aktuelles`
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/aktuelles")]
pub struct NewsListPath;

/// `/aktuelles/{slug}`
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/aktuelles/{slug}")]
pub struct NewsPath {
    pub(crate) slug: Slug,
}

/// `/presse`
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/presse")]
pub struct PressPath;

/// `/presse/{slug}`
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/presse/{slug}")]
pub struct ReleasePath {
    pub(crate) slug: Slug,
}

/// `/seiten/{slug}`, also below `/leicht`.
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/seiten/{slug}")]
pub struct PlainPath {
    pub(crate) slug: Slug,
}

/// `/`, mounted below `/leicht`: the overview of texts in Leichte Sprache.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/")]
pub struct EasyPath;

/// `/impressum`
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/impressum")]
pub struct ImprintPath;

/// `/barrierefreiheit`
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/barrierefreiheit")]
pub struct AccessibilityPath;

/// `/datenschutz`
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/datenschutz")]
pub struct PrivacyPath;

#[cfg(test)]
mod tests {

    use super::*;
    use crate::kinds::{NEWS, PAGE, PRESS_RELEASE};

    #[test]
    fn paths_are_those_that_the_thread_expects() {
        let slug = Slug::parse("ein-eintrag").unwrap();
        assert_eq!(NewsListPath.to_string(), NEWS.base_path());
        assert_eq!(NewsPath { slug: slug.clone() }.to_string(), NEWS.path(&slug));
        assert_eq!(PressPath.to_string(), PRESS_RELEASE.base_path());
        assert_eq!(ReleasePath { slug: slug.clone() }.to_string(), PRESS_RELEASE.path(&slug));
        assert_eq!(PlainPath { slug: slug.clone() }.to_string(), PAGE.path(&slug));
    }
}
