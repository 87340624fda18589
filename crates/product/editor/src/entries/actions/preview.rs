//! The transaction in which a version is rendered for people who have a link to its preview.

use archive::Document;
use db::Tx;
use golden_thread::{EntryId, State};
use web::AppState;

use super::{By, Refusal, author, put};

/// Tables that refer to entries and do not matter for the page of one that is published.
const BESIDE_THE_PAGE: [&str; 12] = [
    "approvals",
    "assignments",
    "bulk_items",
    "desk_cards",
    "entry_notes",
    "grants",
    "history",
    "messages",
    "redirects",
    "revisions",
    "withdrawals",
    "work",
];

/// The transaction in which the public sees a version, to be dropped.
pub(crate) async fn preview(state: &AppState, id: EntryId, document: &Document) -> Result<Tx, Refusal> {
    let mut tx = state.db.begin_preview("entries", &BESIDE_THE_PAGE).await?;
    let author = author(state, By { id: None, name: "" });
    put(&mut tx.conn(), author, (id, false), (document, State::Published)).await?;
    Ok(tx)
}
