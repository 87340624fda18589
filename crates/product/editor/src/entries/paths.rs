//! Where the editor's pages are. The router strips the language, so these paths have none.

use axum_extra::routing::TypedPath;
use serde::Deserialize;

/// `/redaktion/eintraege`: all entries, also those that the public does not see.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/eintraege")]
pub struct EntriesPath;

/// `/redaktion/eintraege/neu`: which kind of entry to begin.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/eintraege/neu")]
pub struct NewPath;

macro_rules! below_an_entry {
    ($( $(#[$meta:meta])* $name:ident = $path:literal ),+ $(,)?) => {
        $( $(#[$meta])*
        #[derive(Debug, Clone, TypedPath, Deserialize)]
        #[typed_path($path)]
        pub struct $name {
            /// The folder of its kind.
            pub folder: String,
            /// Its name in addresses.
            pub slug: String,
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
    /// Its publication: the public sees the newest version.
    PublicationPath = "/redaktion/eintraege/{folder}/{slug}/veroeffentlichung",
    /// The instant at which the public will see it.
    InstantPath = "/redaktion/eintraege/{folder}/{slug}/termin",
    /// The instant is taken back.
    NoInstantPath = "/redaktion/eintraege/{folder}/{slug}/termin/aufhebung",
    /// It is taken back from the public.
    WithdrawalPath = "/redaktion/eintraege/{folder}/{slug}/ruecknahme",
    /// All its versions.
    HistoryPath = "/redaktion/eintraege/{folder}/{slug}/fassungen",
    /// The private link to what it will look like.
    PreviewLinkPath = "/redaktion/eintraege/{folder}/{slug}/vorschau",
    /// Such links are revoked; which ones, the form says.
    RevocationPath = "/redaktion/eintraege/{folder}/{slug}/vorschau/ruecknahme",
}

/// One version of an entry.
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/redaktion/eintraege/{folder}/{slug}/fassungen/{number}")]
pub struct VersionPath {
    /// The folder of its kind.
    pub folder: String,
    /// Its name in addresses.
    pub slug: String,
    /// Number of the version.
    pub number: i64,
}

/// A version is taken up again as a new one.
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/redaktion/eintraege/{folder}/{slug}/fassungen/{number}/wiederherstellung")]
pub struct RestorationPath {
    /// The folder of its kind.
    pub folder: String,
    /// Its name in addresses.
    pub slug: String,
    /// Number of the version.
    pub number: i64,
}

/// A translation beside its original: `en` or `leicht`.
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/redaktion/eintraege/{folder}/{slug}/sprachen/{language}")]
pub struct TranslationPath {
    /// The folder of its kind.
    pub folder: String,
    /// Its name in addresses.
    pub slug: String,
    /// The language.
    pub language: String,
}

/// What a version will look like, for whoever has the link.
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/vorschau/{secret}")]
pub struct PreviewPath {
    /// What only who has the link knows.
    pub secret: String,
}
