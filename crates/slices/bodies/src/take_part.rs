//! The link to the page on taking part.

use base::Locale;
use db::{Conn, Result};
use golden_thread::store;

use crate::ContactPath;

/// The plain page by which an initiative invites people to take part.
const PAGE: &str = "seiten/mitmachen";

/// The path of the page on taking part, if this initiative has written one; else of the contacts.
///
/// # Errors
/// If the database fails.
pub async fn take_part(conn: &mut Conn<'_>, locale: Locale) -> Result<String> {
    let page = store::find_by_reference(conn, locale, PAGE).await?;
    Ok(page.map_or_else(|| ContactPath.to_string(), |page| page.path()))
}
