//! The ties of an entry, through which rights reach it: the fields of action on its card, and those that
//! its kind's table declares. Mere mentions (links and the bodies that assert them, its programme, its
//! sources) give nobody a right.

use std::collections::{BTreeSet, HashMap};

use db::Conn;
use golden_thread::{EntryId, Kind, State, store};

use super::{Document, table_of};

/// The ties of a document, as folder and slug.
fn named(document: &Document) -> Vec<String> {
    let mut named: Vec<String> = document.matter.fields.iter().map(|slug| Kind::FIELD.reference(slug)).collect();
    if let Ok(table) = table_of(document) {
        named.extend(table.own().into_iter().chain(table.above()));
    }
    named
}

/// The fields, bodies and events to which a document belongs, as far as they exist.
///
/// # Errors
/// If the database fails.
pub async fn ties_of(conn: &mut Conn<'_>, document: &Document) -> db::Result<BTreeSet<EntryId>> {
    let mut ties = BTreeSet::new();
    for reference in named(document) {
        let Some((folder, slug)) = reference.split_once('/') else { continue };
        if let Some(kind) = Kind::from_folder(folder) {
            ties.extend(store::find_id(conn, kind, slug).await?);
        }
    }
    Ok(ties)
}

/// Stores the ties of an entry's newest version.
///
/// # Errors
/// If the database fails.
pub(super) async fn tie(conn: &mut Conn<'_>, id: EntryId, document: &Document) -> db::Result<()> {
    let ties = ties_of(conn, document).await?;
    store::put_rights_ties(conn, &[(id, ties)]).await
}

/// As [`tie`], for all entries that are `new`.
pub(super) async fn tie_new(
    conn: &mut Conn<'_>,
    documents: &[(EntryId, State, Document)],
    new: impl Fn(EntryId) -> bool,
) -> db::Result<()> {
    let ids: HashMap<String, EntryId> = documents.iter().map(|(id, _, document)| (document.reference(), *id)).collect();
    let ties = |document| named(document).iter().filter_map(|reference| ids.get(reference).copied()).collect();
    let new = documents.iter().filter(|(id, ..)| new(*id));
    store::put_rights_ties(conn, &new.map(|(id, _, document)| (*id, ties(document))).collect::<Vec<_>>()).await
}
