//! What the list says when it is empty: where else to look, before somebody begins an entry that is there already.

use accounts::{Desk, Sight};
use db::Conn;

use super::store;
use super::wanted::Wanted;
use crate::entries::paths::EntriesPath;

/// The way out of an empty list.
#[derive(Debug)]
pub(super) enum Missing {
    /// The same words are found elsewhere: how often, and the address without filters.
    Elsewhere(i64, String),
    /// There is nothing of the kind; the filters alone leave nothing.
    Filtered(String),
    /// Nowhere: it can be begun.
    Nowhere,
}

/// Looks once more without filters.
pub(super) async fn missing(conn: &mut Conn<'_>, desk: &Desk, wanted: &Wanted) -> db::Result<Missing> {
    let unfiltered = wanted.unfiltered();
    let query = unfiltered.query();
    let address = if query.is_empty() { desk.href(EntriesPath) } else { desk.href(format!("{EntriesPath}?{query}")) };
    if wanted.number_of_filters() == 0 {
        return Ok(Missing::Nowhere);
    }
    if wanted.text.is_empty() {
        return Ok(Missing::Filtered(address));
    }
    Ok(match store::count(conn, Sight::of(&desk.person), &unfiltered).await? {
        0 => Missing::Nowhere,
        total => Missing::Elsewhere(total, address),
    })
}
