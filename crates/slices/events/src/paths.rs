//! The addresses of events and documents.

use axum_extra::routing::TypedPath;
use base::Slug;
use serde::Deserialize;

/// `/veranstaltungen`
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/veranstaltungen")]
pub struct EventsPath;

/// `/veranstaltungen/{slug}`
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/veranstaltungen/{slug}")]
pub struct EventPath {
    /// The event's name in addresses.
    pub slug: Slug,
}

/// `/dokumentation`
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/dokumentation")]
pub struct DocumentsPath;

/// `/dokumentation/{slug}`
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/dokumentation/{slug}")]
pub struct DocumentPath {
    /// The document's name in addresses.
    pub slug: Slug,
}

#[cfg(test)]
mod tests {
    use golden_thread::Kind;

    use super::*;
    use crate::kinds::DOCUMENT;

    #[test]
    fn addresses_are_those_that_the_thread_links_to() {
        let slug = Slug::parse("kongress-2018").unwrap();
        assert_eq!(EventsPath.to_string(), Kind::EVENT.base_path());
        assert_eq!(DocumentsPath.to_string(), DOCUMENT.base_path());
        assert_eq!(EventPath { slug: slug.clone() }.to_string(), Kind::EVENT.path(&slug));
        assert_eq!(DocumentPath { slug: slug.clone() }.to_string(), DOCUMENT.path(&slug));
    }
}
