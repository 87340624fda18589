//! Addresses of media. They have no language: `/en/medien/…` leads to the same bytes.

use axum::Router;
use axum_extra::routing::{RouterExt as _, TypedPath};
use base::Slug;
use serde::Deserialize;
use web::AppState;

use crate::serve;

/// The prefix of all addresses of media.
pub(crate) const FOLDER: &str = "/medien/";

/// `/medien/{slug}`: redirects to the file, or to the picture in its largest size.
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/medien/{slug}")]
pub struct MediumPath {
    /// The slug of the medium.
    pub slug: Slug,
}

/// `/medien/{slug}/{file}`: a picture in one size, such as `960.webp`.
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/medien/{slug}/{file}")]
pub(crate) struct ImagePath {
    /// The slug of the medium.
    pub slug: Slug,
    /// The nominal width and the type, such as `960.webp`.
    pub file: String,
}

/// `/medien/{slug}/datei/{name}`: a file to download.
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/medien/{slug}/datei/{name}")]
pub(crate) struct FilePath {
    /// The slug of the medium.
    pub slug: Slug,
    /// The name of the file in addresses.
    pub name: String,
}

/// The public routes of media.
pub fn router() -> Router<AppState> {
    Router::new().typed_get(serve::lead).typed_get(serve::image).typed_get(serve::file)
}
