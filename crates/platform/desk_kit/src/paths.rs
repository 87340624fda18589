//! The paths of the kit. The router strips the language, so they have none.

use axum_extra::routing::TypedPath;
use serde::Deserialize;

/// `/redaktion/eintraege/vorschlaege`: entries for a field that names one.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/eintraege/vorschlaege")]
pub struct SuggestionsPath;

/// `/redaktion/verstanden`: the understanding of a date as it was typed.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/verstanden")]
pub struct UnderstandingPath;
