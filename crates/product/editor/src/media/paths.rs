//! The paths of media at the desk. The router strips the language, so they have none.

use axum_extra::routing::TypedPath;
use base::Slug;
pub use desk_kit::{AsidePath, MediaPath, MediumImagePath as ImagePath, MediumPath, UploadPath};
use serde::Deserialize;

macro_rules! of_a_medium {
    ($( $(#[$meta:meta])* $name:ident = $path:literal ),+ $(,)?) => {
        $( $(#[$meta])*
        #[derive(Debug, Clone, TypedPath, Deserialize)]
        #[typed_path($path)]
        pub struct $name {
            /// Its name in addresses.
            pub slug: Slug,
        } )+
    };
}

of_a_medium! {
    /// Other bytes take its place.
    ReplacementPath = "/redaktion/medien/{slug}/ersatz",
    /// It is withdrawn.
    WithdrawalPath = "/redaktion/medien/{slug}/ruecknahme",
    /// Somebody who may publish agrees that the public sees it.
    ReleasePath = "/redaktion/medien/{slug}/freigabe",
    /// Bytes that it had before are brought back; which ones, the form says.
    ReturnPath = "/redaktion/medien/{slug}/rueckkehr",
    /// It is brought back.
    RestorationPath = "/redaktion/medien/{slug}/wiederherstellung",
}

/// A file, for those who may see it before the public.
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/redaktion/medien/{slug}/datei/{name}")]
pub struct FilePath {
    /// Its name in addresses.
    pub slug: Slug,
    /// The name of the file in addresses.
    pub name: String,
}
