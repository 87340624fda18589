//! The uses of a medium: in public entries, in drafts, and as the logo.

use std::collections::HashSet;

use accounts::Sight;
use db::{Conn, Result, on, unknown};
use golden_thread::{EntryId, Kind, State};

/// More uses than this are not listed.
const LISTED: i64 = 100;

/// An entry that uses a medium.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Use {
    pub(super) kind: Kind,
    pub(super) slug: String,
    pub(super) title: String,
    /// Only a version uses it that the public does not see.
    pub(super) is_draft: bool,
    /// True if the person may edit the entry.
    pub(super) may_edit: bool,
}

impl Use {
    /// True if the person may know of it.
    pub(super) fn is_seen(&self) -> bool {
        self.may_edit || !self.is_draft
    }
}

const USES: &str = "SELECT e.id, e.kind, e.slug, t.title, e.state FROM media_uses u JOIN entries e ON e.id = u.entry_id \
     JOIN entry_texts t ON t.entry_id = e.id AND t.locale = 'de' WHERE u.slug = $1 ORDER BY t.title, e.slug LIMIT $2";

const DRAFTS: &str = "SELECT e.id, e.kind, e.slug, t.title, r.document FROM work w \
     JOIN revisions r ON r.entry_id = w.entry_id AND r.number = w.head JOIN entries e ON e.id = w.entry_id \
     JOIN entry_texts t ON t.entry_id = e.id AND t.locale = 'de' \
     WHERE (w.live IS NULL OR w.live <> w.head) AND r.document LIKE $1 ORDER BY t.title, e.slug LIMIT $2";

/// All entries that use a medium, those first whose kept text does. What of it a person may know, each says itself.
pub(super) async fn uses(conn: &mut Conn<'_>, sight: Sight, slug: &str) -> Result<Vec<Use>> {
    let editable: Option<HashSet<EntryId>> = sight.entries(conn).await?.map(|ids| ids.into_iter().collect());
    let may_edit = |id: EntryId| editable.as_ref().is_none_or(|editable| editable.contains(&id));
    let rows: Vec<(EntryId, String, String, String, String)> =
        on!(conn, |c| sqlx::query_as(USES).bind(slug).bind(LISTED).fetch_all(c).await)?;
    let mut uses = Vec::with_capacity(rows.len());
    for (id, kind, slug, title, state) in rows {
        let is_draft = state != State::Published.code();
        uses.push(Use { kind: known(&kind)?, slug, title, is_draft, may_edit: may_edit(id) });
    }
    let pattern = format!("%{slug}%");
    let rows: Vec<(EntryId, String, String, String, String)> =
        on!(conn, |c| sqlx::query_as(DRAFTS).bind(pattern).bind(LISTED).fetch_all(c).await)?;
    for (id, kind, entry, title, document) in rows {
        let kind = known(&kind)?;
        let is_listed = uses.iter().any(|found| found.kind == kind && found.slug == entry);
        if !is_listed && is_named(&document, slug) {
            uses.push(Use { kind, slug: entry, title, is_draft: true, may_edit: may_edit(id) });
        }
    }
    Ok(uses)
}

/// True if the settings name a medium as the logo.
pub(super) async fn is_logo(conn: &mut Conn<'_>, slug: &str) -> Result<bool> {
    Ok(media::store::in_logo(conn).await?.iter().any(|named| named.as_str() == slug))
}

/// True if the logo or any entry uses a medium, seen by the person or not.
pub(super) async fn is_used(conn: &mut Conn<'_>, slug: &str) -> Result<bool> {
    Ok(is_logo(conn, slug).await? || !uses(conn, Sight::ALL, slug).await?.is_empty())
}

fn known(kind: &str) -> Result<Kind> {
    Kind::from_code(kind).ok_or_else(|| unknown("kind of an entry", kind))
}

/// True if a version names a medium, as its picture or in a text.
fn is_named(document: &str, slug: &str) -> bool {
    document.contains(&format!("\"picture\":\"{slug}\"")) || media::store::named_in(document).any(|named| named == slug)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medium_is_told_from_one_whose_name_begins_alike() {
        assert!(is_named(r#"{"body":"![a](/medien/saal)"}"#, "saal"));
        assert!(is_named(r#"{"matter":{"picture":"saal"}}"#, "saal"));
        assert!(!is_named(r#"{"body":"![a](/medien/saal-2)","picture":"saal-2"}"#, "saal"));
    }
}
