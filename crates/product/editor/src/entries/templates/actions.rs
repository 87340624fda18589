//! The acts on templates.

use archive::{Document, document};
use db::Conn;
use golden_thread::Kind;
use services::audit;
use uuid::Uuid;
use web::AppState;

use super::{Chosen, store};
use crate::acts::TemplateAct;
use crate::entries::actions::{By, author};

/// Keeps a document as a template under a name. A template of its kind with this name is deleted: then it is true.
pub(crate) async fn keep(state: &AppState, by: By<'_>, (name, template): (&str, &Document)) -> anyhow::Result<bool> {
    let author = author(state, by);
    let mut tx = state.db.write().await?;
    let conn = &mut tx.conn();
    let is_replaced = store::free(conn, (template.kind, name), author.at).await?;
    store::add(conn, author, (template.kind, name, &template.to_json()?)).await?;
    audit::note(conn, state.now(), by.actor(), &TemplateAct::Kept(name)).await?;
    tx.commit().await?;
    Ok(is_replaced)
}

/// Deletes a template; false if there is none.
pub(crate) async fn delete(state: &AppState, by: By<'_>, id: Uuid) -> anyhow::Result<bool> {
    let mut tx = state.db.write().await?;
    let conn = &mut tx.conn();
    let Some((kind, name, _)) = store::find(conn, id).await? else { return Ok(false) };
    if store::free(conn, (kind, &name), state.clock.now()).await? {
        audit::note(conn, state.now(), by.actor(), &TemplateAct::Deleted(&name)).await?;
        tx.commit().await?;
    }
    Ok(true)
}

/// Brings a deleted template back, in the place of the one that has its name by now; false if there is none.
pub(crate) async fn bring_back(state: &AppState, by: By<'_>, id: Uuid) -> anyhow::Result<bool> {
    let mut tx = state.db.write().await?;
    let conn = &mut tx.conn();
    let Some((kind, name, _)) = store::find(conn, id).await? else { return Ok(false) };
    store::free(conn, (kind, &name), state.clock.now()).await?;
    store::bring_back(conn, id).await?;
    audit::note(conn, state.now(), by.actor(), &TemplateAct::Kept(&name)).await?;
    tx.commit().await?;
    Ok(true)
}

/// The template of a kind with which an entry begins, with references by the slugs of today; `None` if it is gone.
pub(crate) async fn chosen(conn: &mut Conn<'_>, kind: Kind, id: Uuid) -> anyhow::Result<Option<Chosen>> {
    let Some((_, name, text)) = store::find(conn, id).await?.filter(|(of, ..)| *of == kind) else { return Ok(None) };
    let mut document = Document::from_json(&text)?;
    document::follow(conn, &mut document).await?;
    Ok(Some(Chosen { id, name, document }))
}
