//! The surroundings of a medium on its page: its uses, and its former bytes.

use accounts::{Desk, Sight};
use db::Conn;
use media::Former;
use uuid::Uuid;

use crate::entries::instant_in_words;
use crate::entries::paths::EntryPath;
use crate::media::held::Held;
use crate::media::store::{self, Use};
use crate::rights::CHANGE_SETTINGS;
use crate::settings::SettingsSection;
use crate::settings::paths::SectionPath;

/// Uses and former versions, ready to print.
#[derive(Debug)]
pub(super) struct Around {
    /// The logo that it is, and the entries that use it and that this person may know of.
    pub(super) uses: Vec<UseLine>,
    /// True if the settings name it as the logo.
    pub(super) is_logo: bool,
    /// True if the logo or any entry uses it, seen or not.
    pub(super) is_used: bool,
    /// The number of drafts that use it and that this person does not see.
    pub(super) hidden: usize,
    /// Its former bytes.
    pub(super) former: Vec<FormerLine>,
}

/// An entry that uses the medium, or the logo.
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
        let is_logo = store::is_logo(conn, held.medium.slug.as_str()).await?;
        let former = if held.may_change { media::store::former(conn, held.medium.id).await? } else { Vec::new() };
        Ok(Self {
            is_logo,
            is_used: is_logo || !uses.is_empty(),
            hidden: uses.iter().filter(|one| !one.is_seen()).count(),
            uses: is_logo
                .then(|| logo_line(desk))
                .into_iter()
                .chain(uses.into_iter().filter(Use::is_seen).map(|one| use_line(desk, one)))
                .collect(),
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

/// The settings for those who may change them; the start page for everybody else.
fn logo_line(desk: &Desk) -> UseLine {
    let section = SettingsSection::Logo;
    let may_change = CHANGE_SETTINGS.allows(&desk.person);
    let href = if may_change { desk.href(SectionPath { section: section.slug().to_owned() }) } else { desk.href("/") };
    UseLine { href, title: desk.t("medium-uses-logo"), kind: desk.t("settings-title"), is_draft: false }
}

fn former_line(desk: &Desk, former: Former) -> FormerLine {
    let at = instant_in_words(desk, former.replaced_at);
    let args = [("instant", at.into()), ("person", former.replaced_by.into())];
    FormerLine { id: former.id, told: desk.t_args("medium-former", &args) }
}
