//! The paths of the settings. The router strips the language, so they have none.

use axum_extra::routing::TypedPath;
use serde::Deserialize;

/// `/redaktion/einstellungen`: all sections.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/einstellungen")]
pub struct SettingsPath;

/// `/redaktion/einstellungen/{section}`: one section.
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/redaktion/einstellungen/{section}")]
pub struct SectionPath {
    /// Its name in addresses.
    pub section: String,
}

/// `/redaktion/einstellungen/post/probe`: a mail to try the sender.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/einstellungen/post/probe")]
pub struct TrialPath;

/// `/redaktion/einstellungen/verlauf`: all versions.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/einstellungen/verlauf")]
pub struct VersionsPath;

/// `/redaktion/einstellungen/verlauf/{number}`: the changes of a version.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/einstellungen/verlauf/{number}")]
pub struct VersionPath {
    /// Its number.
    pub number: i64,
}

/// `/redaktion/einstellungen/verlauf/{number}/wiederherstellung`: restores a version.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/einstellungen/verlauf/{number}/wiederherstellung")]
pub struct RestorationPath {
    /// Its number.
    pub number: i64,
}
