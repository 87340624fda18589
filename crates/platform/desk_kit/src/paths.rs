//! The paths of the kit. The router strips the language, so they have none.

use axum_extra::routing::TypedPath;
use serde::Deserialize;
use uuid::Uuid;

/// `/redaktion/eintraege/vorschlaege`: entries for a field that names one.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/eintraege/vorschlaege")]
pub struct SuggestionsPath;

/// `/redaktion/angefangen`: one's own unsent texts.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/angefangen")]
pub struct UnsentListPath;

/// `/redaktion/angefangen/zwischenstand`: keeps a form that is being filled in. For our script only.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/angefangen/zwischenstand")]
pub struct KeepPath;

/// `/redaktion/angefangen/anwesenheit`: a form is still open. For our script only.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/angefangen/anwesenheit")]
pub struct PresencePath;

/// `/redaktion/angefangen/{id}`: the form with unsent text in it.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/angefangen/{id}")]
pub struct UnsentPath {
    /// The text.
    pub id: Uuid,
}

/// `/redaktion/angefangen/{id}/verwerfung`: stops offering a text.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/angefangen/{id}/verwerfung")]
pub struct DroppedPath {
    /// The text.
    pub id: Uuid,
}

/// `/redaktion/angefangen/{id}/rueckkehr`: offers a text again.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/angefangen/{id}/rueckkehr")]
pub struct ReturnedPath {
    /// The text.
    pub id: Uuid,
}
/// `/redaktion/verstanden`: the understanding of a date as it was typed.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/verstanden")]
pub struct UnderstandingPath;
/// `/redaktion/eintraege/textvorschau`: a text as the public would see it, while somebody writes it.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/eintraege/textvorschau")]
pub struct TextPreviewPath;
