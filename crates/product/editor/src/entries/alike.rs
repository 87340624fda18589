//! Entries with nearly the same title as one that somebody is about to begin.

use accounts::{Desk, Sight};
use desk_kit::form::about;
use desk_kit::store::{self, Suggestion};
use golden_thread::{Kind, State};
use web::Error;
use web::form::Submission;

use super::paths::EntryPath;

/// The field with the title about which somebody was asked.
pub(crate) const SEEN: &str = "aehnlich";

/// The question if an entry is there already.
#[derive(Debug)]
pub(crate) struct Alike {
    /// The title that was typed.
    pub(crate) title: String,
    /// Address, title, and what tells each from others.
    pub(crate) entries: Vec<(String, String, String)>,
    /// The button that was pressed, and is to be pressed again.
    pub(crate) button: String,
}

impl Alike {
    /// The entries with such a title, if there are any and their author has not been asked about them.
    ///
    /// # Errors
    /// If the database fails.
    pub(crate) async fn find(desk: &Desk, kind: Kind, title: &str, sent: &Submission) -> Result<Option<Self>, Error> {
        if sent.get(SEEN) == title {
            return Ok(None);
        }
        let found = store::alike(&mut desk.db().read().await?.conn(), Sight::of(&desk.person), kind, title).await?;
        let entries: Vec<_> =
            found.iter().map(|one| (address(desk, one), one.title.clone(), about(desk, one))).collect();
        let is_asked = !entries.is_empty();
        Ok(is_asked.then(|| Self { title: title.to_owned(), entries, button: sent.get("do").to_owned() }))
    }
}

/// The public page of what is public, which everybody may open; else the form.
fn address(desk: &Desk, entry: &Suggestion) -> String {
    match entry.state {
        State::Published => desk.href(format!("{}/{}", entry.kind.base_path(), entry.slug)),
        State::Draft | State::Withdrawn => {
            desk.href(EntryPath { folder: entry.kind.folder().to_owned(), slug: entry.slug.clone() })
        }
    }
}
