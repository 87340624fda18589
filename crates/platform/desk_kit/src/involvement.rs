//! The involvements of a body in the entries of all slices.

use db::{BoxFuture, Conn};
use golden_thread::{Card, EntryId};
use web::{Ctx, Error};

use crate::slices;

/// An entry that a body organised, promised, wrote or answered.
#[derive(Debug, Clone)]
pub struct Involvement {
    /// The entry.
    pub card: Card,
    /// The part that the body has in it, in the language of the page.
    pub role_label: String,
}

/// Finds the involvements of a body: newest first, and not more than a page can show.
pub type InvolvementsFn =
    for<'a, 'c> fn(&'a mut Conn<'c>, &'a Ctx, EntryId) -> BoxFuture<'a, Result<Vec<Involvement>, Error>>;

/// The involvements of a body, slice by slice.
///
/// # Errors
/// If one of the slices fails.
pub async fn involvements(conn: &mut Conn<'_>, ctx: &Ctx, body: EntryId) -> Result<Vec<Involvement>, Error> {
    let mut found = Vec::new();
    for tell in slices().iter().filter_map(|slice| slice.involvements) {
        found.extend(tell(conn, ctx, body).await?);
    }
    Ok(found)
}
