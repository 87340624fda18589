//! Where media are. Their addresses have no language: `/en/medien/…` leads to the same bytes.

use axum::Router;
use axum_extra::routing::{RouterExt as _, TypedPath};
use base::Slug;
use serde::Deserialize;
use web::AppState;

use crate::serve;

/// The beginning of all addresses of media.
pub(crate) const FOLDER: &str = "/medien/";

/// `/medien/{slug}`: leads to the file, or to the picture in its largest size.
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/medien/{slug}")]
pub struct MediumPath {
    /// Its name in addresses.
    pub slug: Slug,
}

/// `/medien/{slug}/{file}`: a picture in one size, such as `960.webp`.
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/medien/{slug}/{file}")]
pub(crate) struct ImagePath {
    /// The name of the medium in addresses.
    pub slug: Slug,
    /// Width and type.
    pub file: String,
}

/// `/medien/{slug}/datei/{name}`: a file to save.
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/medien/{slug}/datei/{name}")]
pub(crate) struct FilePath {
    /// The name of the medium in addresses.
    pub slug: Slug,
    /// The name of the file in addresses.
    pub name: String,
}

/// What the public is served.
pub fn router() -> Router<AppState> {
    Router::new().typed_get(serve::lead).typed_get(serve::image).typed_get(serve::file)
}
