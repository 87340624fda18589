//! Saving a list: a new version, and what the public sees, in one transaction.

use archive::document::Fault;
use desk_kit::versions::{self, NewVersion};
use serde_json::Value;
use services::audit;
use web::AppState;

use super::Register;
use super::used::Used;
use crate::acts::RegisterAct;
use crate::entries::By;

/// The reason why a list was not saved.
#[derive(Debug)]
pub(super) enum Refusal {
    /// Somebody has saved since.
    Newer,
    /// It does not fit together.
    Unfit(Vec<Fault>),
    /// It lacks sources that entries name.
    Used(Vec<Used>),
    /// Something of ours is broken.
    Broken(anyhow::Error),
}

impl<E: Into<anyhow::Error>> From<E> for Refusal {
    fn from(cause: E) -> Self {
        Self::Broken(cause.into())
    }
}

/// Saves a list on top of the version that somebody has seen.
pub(super) async fn save(
    state: &AppState,
    by: By<'_>,
    (register, head): (Register, i64),
    document: &Value,
) -> Result<(), Refusal> {
    let now = state.clock.now();
    let mut tx = state.db.write().await?;
    let conn = &mut tx.conn();
    let before = if head == 0 { Some(register.load(conn).await?.to_string()) } else { None };
    let content = document.to_string();
    let version = NewVersion { content: &content, note: "", author_id: by.id, author: by.name, at: now };
    if versions::save(conn, register.code(), head, before.as_deref(), version).await?.is_none() {
        return Err(Refusal::Newer);
    }
    register.keep(conn, document).await?;
    audit::note(conn, state.now(), by.actor(), &RegisterAct(register)).await?;
    tx.publish().await?;
    Ok(())
}
