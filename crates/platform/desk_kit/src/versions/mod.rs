//! Versions of documents that are edited as a whole: settings, lists. Unlike entries they have no draft; a saved
//! version is public.
//!
//! Optimistic lock: somebody saves on top of the version that they have seen ([`save`]), and of several who save at
//! once one is first. Version 0 is the state before the first change; no version is changed or deleted.

mod store;
#[cfg(test)]
mod tests;

use db::{Conn, Result};
use jiff::Timestamp;
use uuid::Uuid;

pub use store::{content, count, find, head, list};

/// A version without its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Its number, from 0.
    pub number: i64,
    /// A word for the part that was changed, or for the act; may be empty.
    pub note: String,
    /// The name of the author at that time; empty for the state before the first change.
    pub author: String,
    /// The time at which it was saved.
    pub at: Timestamp,
}

/// A version to be saved.
#[derive(Debug, Clone, Copy)]
pub struct NewVersion<'a> {
    /// The document as JSON.
    pub content: &'a str,
    /// A word for the part that was changed, or for the act; may be empty.
    pub note: &'a str,
    /// The author.
    pub author_id: Option<Uuid>,
    /// The name of the author.
    pub author: &'a str,
    /// The time of the save.
    pub at: Timestamp,
}

/// Saves a version on top of version `head`, and returns its number; `None` if somebody else was faster. `before` is the
/// content of the document until now, which the first save keeps as version 0; later saves need none.
///
/// # Errors
/// If the database fails.
pub async fn save(
    conn: &mut Conn<'_>,
    document: &str,
    head: i64,
    before: Option<&str>,
    new: NewVersion<'_>,
) -> Result<Option<i64>> {
    if store::head(conn, document).await? != head {
        return Ok(None);
    }
    if head == 0
        && let Some(before) = before
    {
        let beginning = NewVersion { content: before, note: BEGINNING, author_id: None, author: "", ..new };
        store::insert(conn, document, 0, beginning).await?;
    }
    let number = head + 1;
    Ok(store::insert(conn, document, number, new).await?.then_some(number))
}

/// The note of version 0.
pub const BEGINNING: &str = "beginning";
