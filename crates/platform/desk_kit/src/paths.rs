//! The paths of the kit. The router strips the language, so they have none.

use axum_extra::routing::TypedPath;
use serde::Deserialize;

/// `/redaktion/eintraege/vorschlaege`: entries for a field that names one.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/eintraege/vorschlaege")]
pub struct SuggestionsPath;

/// `/redaktion/eintraege/textvorschau`: a text as the public would see it, while somebody writes it.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/eintraege/textvorschau")]
pub struct TextPreviewPath;
