//! The links that other entries have to an entry, for its form. They are written there and not here, so that each stands once.

use accounts::Desk;
use askama::Template;
use askama::filters::HtmlSafe;
use golden_thread::EntryId;
use web::{Ctx, Error};

use super::paths::EntryPath;
use super::store;

/// The most links that the form shows.
const MOST: i64 = 50;

/// The links that lead to an entry.
#[derive(Debug, Default)]
pub(crate) struct Incoming {
    links: Vec<Link>,
    /// The number of those that are not shown.
    more: i64,
}

#[derive(Debug)]
struct Link {
    /// The form of the entry that has the link.
    href: String,
    title: String,
    kind: String,
    /// The verb, and the ground if there is one.
    says: String,
}

impl Incoming {
    /// The links that the public sees.
    ///
    /// # Errors
    /// If the database fails.
    pub(crate) async fn load(desk: &Desk, id: EntryId) -> Result<Self, Error> {
        let (found, total) = store::incoming(&mut desk.db().read().await?.conn(), id, MOST).await?;
        let links: Vec<Link> = found
            .into_iter()
            .map(|one| Link {
                href: desk.href(EntryPath { folder: one.kind.folder().to_owned(), slug: one.slug }),
                title: one.title,
                kind: desk.t(&format!("kind-{}", one.kind)),
                says: desk.t(&format!("link-relation-{}", one.relation)),
            })
            .collect();
        let more = total - i64::try_from(links.len()).unwrap_or(total);
        Ok(Self { links, more })
    }

    /// Prints them; nothing if there are none.
    pub(crate) fn printed<'a>(&'a self, page: &'a Ctx) -> PrintedIncoming<'a> {
        PrintedIncoming { page, incoming: self }
    }
}

/// The links as HTML.
#[derive(Template)]
#[template(path = "entries/incoming.html")]
pub(crate) struct PrintedIncoming<'a> {
    page: &'a Ctx,
    incoming: &'a Incoming,
}

// Templates escape what they print.
impl HtmlSafe for PrintedIncoming<'_> {}
