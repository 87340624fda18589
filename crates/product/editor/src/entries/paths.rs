//! The paths of the editor's pages. The router strips the language, so these paths have none.

use axum_extra::routing::TypedPath;
use serde::Deserialize;

/// `/redaktion/eintraege`: all entries, also those that the public does not see.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/eintraege")]
pub struct EntriesPath;

/// `/redaktion/eintraege/neu`: the choice of a kind for a new entry.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/eintraege/neu")]
pub struct NewPath;

/// `/redaktion/eintraege/papierkorb`: deleted drafts.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/eintraege/papierkorb")]
pub struct BinPath;

/// `/redaktion/eintraege/tabelle.csv`: the list for a spreadsheet.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/eintraege/tabelle.csv")]
pub struct TablePath;

/// `/redaktion/eintraege/kalender`: a month with its events and scheduled publications.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/eintraege/kalender")]
pub struct CalendarPath;

/// `/redaktion/eintraege/vorlagen`: the templates.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/eintraege/vorlagen")]
pub struct TemplatesPath;

/// Deletes a template.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/eintraege/vorlagen/{id}/loeschung")]
pub struct TemplateDeletionPath {
    /// The template.
    pub id: uuid::Uuid,
}

/// Brings a deleted template back.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/eintraege/vorlagen/{id}/rueckkehr")]
pub struct TemplateReturnPath {
    /// The template.
    pub id: uuid::Uuid,
}

macro_rules! below_an_entry {
    ($( $(#[$meta:meta])* $name:ident $(($(#[$doc:meta])* $more:ident: $type:ty))? = $path:literal ),+ $(,)?) => {
        $( $(#[$meta])*
        #[derive(Debug, Clone, TypedPath, Deserialize)]
        #[typed_path($path)]
        pub struct $name {
            /// The folder of the entry's kind.
            pub folder: String,
            /// The entry's name in addresses.
            pub slug: String,
            $( $(#[$doc])* pub $more: $type, )?
        } )+
    };
}

/// `/redaktion/eintraege/{folder}/neu`: the form for a new entry of a kind.
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/redaktion/eintraege/{folder}/neu")]
pub struct BeginPath {
    /// The folder of the kind.
    pub folder: String,
}

below_an_entry! {
    /// The form of an entry.
    EntryPath = "/redaktion/eintraege/{folder}/{slug}",
    /// Cancels the scheduled publication.
    NoInstantPath = "/redaktion/eintraege/{folder}/{slug}/termin/aufhebung",
    /// Its withdrawal.
    WithdrawalPath = "/redaktion/eintraege/{folder}/{slug}/ruecknahme",
    /// Its return to the person who handed it over for approval, with a remark.
    SendBackPath = "/redaktion/eintraege/{folder}/{slug}/freigabe/rueckgabe",
    /// The end of the request for its approval.
    ApprovalEndPath = "/redaktion/eintraege/{folder}/{slug}/freigabe/ruecknahme",
    /// Who sees to it, and until when.
    AssignmentPath = "/redaktion/eintraege/{folder}/{slug}/zustaendigkeit",
    /// Says that this is done.
    AssignmentDonePath = "/redaktion/eintraege/{folder}/{slug}/zustaendigkeit/erledigung",
    /// The notes of colleagues on it.
    NotesPath = "/redaktion/eintraege/{folder}/{slug}/notizen",
    /// A new entry with its content.
    CopyPath = "/redaktion/eintraege/{folder}/{slug}/kopie",
    /// A new entry for the next occasion of its kind.
    NextPath = "/redaktion/eintraege/{folder}/{slug}/folgejahr",
    /// A template made of it.
    TemplatePath = "/redaktion/eintraege/{folder}/{slug}/vorlage",
    /// Its deletion, if it is a draft.
    DeletionPath = "/redaktion/eintraege/{folder}/{slug}/loeschung",
    /// Its return from the bin.
    ReturnPath = "/redaktion/eintraege/{folder}/{slug}/rueckkehr",
    /// All its versions.
    HistoryPath = "/redaktion/eintraege/{folder}/{slug}/fassungen",
    /// The revocation of such links, which the form names.
    RevocationPath = "/redaktion/eintraege/{folder}/{slug}/vorschau/ruecknahme",
    /// Marks a note as done, or as open again.
    NoteDonePath(/** The note. */ id: uuid::Uuid) = "/redaktion/eintraege/{folder}/{slug}/notizen/{id}/erledigung",
    /// Deletes a note.
    NoteDeletionPath(/** The note. */ id: uuid::Uuid) = "/redaktion/eintraege/{folder}/{slug}/notizen/{id}/loeschung",
    /// Brings a deleted note back.
    NoteReturnPath(/** The note. */ id: uuid::Uuid) = "/redaktion/eintraege/{folder}/{slug}/notizen/{id}/rueckkehr",
    /// One of its versions.
    VersionPath(/** Its number. */ number: i64) = "/redaktion/eintraege/{folder}/{slug}/fassungen/{number}",
    /// The restoration of a version as a new one.
    RestorationPath(/** The version's number. */ number: i64) =
        "/redaktion/eintraege/{folder}/{slug}/fassungen/{number}/wiederherstellung",
    /// A translation beside its original: `en` or `leicht`.
    TranslationPath(/** The language. */ language: String) = "/redaktion/eintraege/{folder}/{slug}/sprachen/{language}",
}

/// The preview of a version, for holders of the link.
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/vorschau/{secret}")]
pub struct PreviewPath {
    /// The secret of the link.
    pub secret: String,
}
