//! The acts on notes.

use accounts::Person;
use db::Conn;
use golden_thread::EntryId;
use services::mail;
use uuid::Uuid;
use web::AppState;

use super::store;
use crate::entries::actions::{By, author};
use crate::entries::letters::{Letter, Named};

/// A note that is about to be written.
#[derive(Debug)]
pub(crate) struct NewNote {
    pub(crate) text: String,
    /// The people whom it mentions.
    pub(crate) mentions: Vec<Person>,
}

/// Adds a note, and writes to the people whom it mentions. Sent twice, it is one note.
pub(crate) async fn add(state: &AppState, by: By<'_>, entry: EntryId, note: &NewNote) -> anyhow::Result<()> {
    let mut tx = state.db.write().await?;
    put(&mut tx.conn(), state, by, (entry, note)).await?;
    Ok(tx.commit().await?)
}

/// As [`add`], in the transaction of another act.
pub(crate) async fn put(
    conn: &mut Conn<'_>,
    state: &AppState,
    by: By<'_>,
    (entry, note): (EntryId, &NewNote),
) -> anyhow::Result<()> {
    if store::latest(conn, entry, by.id).await?.is_some_and(|latest| latest == note.text) {
        return Ok(());
    }
    let ids: Vec<Uuid> = note.mentions.iter().map(|person| person.id.0).collect();
    store::add(conn, author(state, by), entry, (&note.text, &ids)).await?;
    let named = Named::load(conn, state, entry).await?;
    for person in &note.mentions {
        let more = [("author", by.name), ("text", note.text.as_str())];
        let letter = Letter { key: "mentioned", to: person, named: &named, more: &more };
        mail::enqueue(conn, state.now(), &letter.write(state)).await?;
    }
    Ok(())
}

/// Marks a note as done or as open again; false if there is no such note on the entry.
pub(crate) async fn set_done(state: &AppState, entry: EntryId, id: Uuid, is_done: bool) -> anyhow::Result<bool> {
    let mut tx = state.db.write().await?;
    let is_there = store::set_done(&mut tx.conn(), entry, id, is_done.then(|| state.clock.now())).await?;
    tx.commit().await?;
    Ok(is_there)
}

/// Deletes a note of one's own or brings it back; false if there is no such note on the entry.
pub(crate) async fn set_deleted(
    state: &AppState,
    by: By<'_>,
    (entry, id): (EntryId, Uuid),
    is_deleted: bool,
) -> anyhow::Result<bool> {
    let mut tx = state.db.write().await?;
    let at = is_deleted.then(|| state.clock.now());
    let is_there = store::set_deleted(&mut tx.conn(), (entry, by.id), id, at).await?;
    tx.commit().await?;
    Ok(is_there)
}
