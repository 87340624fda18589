//! The paths of the kit. The router strips the language, so they have none.

use axum_extra::routing::TypedPath;
use base::Slug;
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

/// `/redaktion/medien`: all pictures and files.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/medien")]
pub struct MediaPath;

/// `/redaktion/medien/neu`: the upload.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/medien/neu")]
pub struct UploadPath;

/// `/redaktion/medien/neu/zwischendurch`: an upload for a form that somebody is filling in, which is put aside meanwhile.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/medien/neu/zwischendurch")]
pub struct AsidePath;

/// `/redaktion/medien/neu/auswahl`: media to choose from. For our script only.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/medien/neu/auswahl")]
pub struct MediaChoicePath;

/// `/redaktion/medien/{slug}`: the description of a medium.
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/redaktion/medien/{slug}")]
pub struct MediumPath {
    /// Its name in addresses.
    pub slug: Slug,
}

/// A picture in one size, for those who may see it before the public.
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/redaktion/medien/{slug}/bild/{file}")]
pub struct MediumImagePath {
    /// Its name in addresses.
    pub slug: Slug,
    /// Width and type.
    pub file: String,
}

/// The addresses that the script of a long text asks.
#[derive(Debug, Clone, Copy)]
pub struct TextAddresses {
    /// Entries to link.
    pub entries: SuggestionsPath,
    /// The text as the public would see it.
    pub preview: TextPreviewPath,
    /// Pictures and files to choose from.
    pub media: MediaChoicePath,
    /// The upload.
    pub upload: UploadPath,
}

impl TextAddresses {
    /// Those of this desk.
    pub const HERE: Self =
        Self { entries: SuggestionsPath, preview: TextPreviewPath, media: MediaChoicePath, upload: UploadPath };
}
