//! The paths of acts on many entries. The router strips the language, so these paths have none.

use axum_extra::routing::TypedPath;
use serde::Deserialize;
use uuid::Uuid;

/// `/redaktion/eintraege/auswahl`: the entries that were ticked, before anything is done to them.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/eintraege/auswahl")]
pub(crate) struct SelectionPath;

/// `/redaktion/eintraege/sammelaktionen`: does it.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/eintraege/sammelaktionen")]
pub(crate) struct BulkActsPath;

/// One of them: how far it is, and what came of it.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/eintraege/sammelaktionen/{id}")]
pub(crate) struct BulkActPath {
    /// Its id.
    pub(crate) id: Uuid,
}

/// Its undoing.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/eintraege/sammelaktionen/{id}/umkehr")]
pub(crate) struct UndoingPath {
    /// Its id.
    pub(crate) id: Uuid,
}
