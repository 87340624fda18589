//! The surroundings of a medium on its page: its uses, and its former bytes.

use accounts::{Desk, Sight};
use db::Conn;
use media::Former;
use uuid::Uuid;

use crate::entries::instant_in_words;
use crate::entries::paths::EntryPath;
use crate::media::held::Held;
use crate::media::store::{self, Use};

/// Uses and former versions, ready to print.
#[derive(Debug)]
pub(super) struct Around {
    /// The entries that use it and that this person may know of.
    pub(super) uses: Vec<UseLine>,
    /// True if any entry uses it, seen or not.
    pub(super) is_used: bool,
    /// The number of drafts that use it and that this person does not see.
    pub(super) hidden: usize,
    /// Its former bytes.
    pub(super) former: Vec<FormerLine>,
}

/// An entry that uses the medium.
#[derive(Debug)]
pub(super) struct UseLine {
    pub(super) href: String,
    pub(super) title: String,
    pub(super) kind: String,
    pub(super) is_draft: bool,
}

/// Bytes that the medium had before.
#[derive(Debug)]
pub(super) struct FormerLine {
    pub(super) id: Uuid,
    /// Until when, and who replaced them.
    pub(super) told: String,
}

impl Around {
    /// Reads what a person may know.
    ///
    /// # Errors
    /// If the database fails.
    pub(super) async fn load(conn: &mut Conn<'_>, desk: &Desk, held: &Held) -> db::Result<Self> {
        let uses = store::uses(conn, Sight::of(&desk.person), held.medium.slug.as_str()).await?;
        let former = if held.may_change { media::store::former(conn, held.medium.id).await? } else { Vec::new() };
        Ok(Self {
            is_used: !uses.is_empty(),
            hidden: uses.iter().filter(|one| !one.is_seen()).count(),
            uses: uses.into_iter().filter(Use::is_seen).map(|one| use_line(desk, one)).collect(),
            former: former.into_iter().map(|one| former_line(desk, one)).collect(),
        })
    }
}

/// The editor of an entry for those who may edit it; its public page for everybody else.
fn use_line(desk: &Desk, one: Use) -> UseLine {
    let href = if one.may_edit {
        desk.href(EntryPath { folder: one.kind.folder().to_owned(), slug: one.slug })
    } else {
        desk.href(format!("{}/{}", one.kind.base_path(), one.slug))
    };
    UseLine { href, title: one.title, kind: desk.t(&format!("kind-{}", one.kind)), is_draft: one.is_draft }
}

fn former_line(desk: &Desk, former: Former) -> FormerLine {
    let at = instant_in_words(desk, former.replaced_at);
    let args = [("instant", at.into()), ("person", former.replaced_by.into())];
    FormerLine { id: former.id, told: desk.t_args("medium-former", &args) }
}
