//! The entries that name a draft, in their newest version or in the public one.

use archive::Document;
use archive::document::{Moved, references_of};
use db::Conn;
use golden_thread::{EntryId, Kind, history};

use super::store;

/// The entries that name a draft.
#[derive(Debug, Default)]
pub(crate) struct Naming {
    /// Those whose public version does: references, each once.
    pub(crate) public: Vec<String>,
    /// All others.
    pub(crate) others: Vec<String>,
}

/// The entries that name the entry `id`, by an address that it has or had.
pub(crate) async fn naming(conn: &mut Conn<'_>, id: EntryId, (kind, slug): (Kind, &str)) -> anyhow::Result<Naming> {
    let moved = Moved::load(conn).await?;
    let reference = kind.reference(slug);
    let mut slugs = history::redirects_of(conn, id).await?;
    slugs.push(slug.to_owned());
    let mut naming = Naming::default();
    for slug in slugs {
        for (_, is_public, text) in store::documents(conn, id, &slug).await? {
            let mut document = Document::from_json(&text)?;
            moved.follow(&mut document);
            if references_of(&document).iter().any(|(_, to)| *to == reference) {
                let list = if is_public { &mut naming.public } else { &mut naming.others };
                list.push(document.reference());
            }
        }
    }
    for list in [&mut naming.public, &mut naming.others] {
        list.sort();
        list.dedup();
    }
    naming.others.retain(|one| !naming.public.contains(one));
    Ok(naming)
}
