//! Replaces a stored entry by the version that an editor has saved.
//!
//! Links are the exception: one that is not named any more is withdrawn with a reason, and withdrawn ones
//! stay.

use base::{Localized, clock};
use db::{Conn, Result, on, run};
use jiff::Timestamp;
use uuid::Uuid;

use super::links::{NewLink, insert_links};
use super::write::{NewEntry, insert_texts, insert_ties, put_entries};
use crate::{Basis, EntryId, Kind, Relation};

/// Deletes the rows of an entry that are inserted anew.
const CLEAR: [&str; 8] = [
    "DELETE FROM entry_texts WHERE entry_id = $1",
    "DELETE FROM translation_drafts WHERE entry_id = $1",
    "DELETE FROM entry_fields WHERE entry_id = $1",
    "DELETE FROM entry_sources WHERE entry_id = $1",
    "DELETE FROM claims WHERE entry_id = $1",
    "DELETE FROM gaps WHERE entry_id = $1",
    "DELETE FROM sign_videos WHERE entry_id = $1",
    "DELETE FROM attachments WHERE entry_id = $1",
];

/// Replaces a card with its texts, fields and sources. Claims, gaps and video are deleted too; the caller
/// inserts them anew.
pub async fn replace_entry(conn: &mut Conn<'_>, entry: &NewEntry<'_>) -> Result<()> {
    let entries = std::slice::from_ref(entry);
    put_entries(conn, entries).await?;
    for statement in CLEAR {
        run!(conn, sqlx::query(statement).bind(entry.id))?;
    }
    media::store::forget_uses(conn, entry.id.0).await?;
    insert_texts(conn, entries).await?;
    insert_ties(conn, entries).await?;
    if entry.kind == Kind::FIELD {
        run!(conn, sqlx::query(PASS_NUMBER_ON).bind(entry.id).bind(entry.number))?;
    }
    Ok(())
}

/// Passes the number of a field on to the cards of the entries that belong to it alone; see
/// [`insert_ties`].
const PASS_NUMBER_ON: &str = "UPDATE entries SET lane = $2 WHERE kind <> 'field' AND id IN \
     (SELECT t.entry_id FROM entry_fields t WHERE t.field_id = $1 AND NOT EXISTS \
         (SELECT 1 FROM entry_fields o WHERE o.entry_id = t.entry_id AND o.field_id <> $1))";

const ID: &str = "SELECT id FROM entries WHERE kind = $1 AND slug = $2 UNION ALL \
     SELECT entry_id FROM redirects WHERE kind = $1 AND slug = $2 \
     AND NOT EXISTS (SELECT 1 FROM entries WHERE kind = $1 AND slug = $2)";

/// The entry that has this address or had it, drafts too.
pub async fn find_id(conn: &mut Conn<'_>, kind: Kind, slug: &str) -> Result<Option<EntryId>> {
    on!(conn, |c| sqlx::query_scalar(ID).bind(kind.code()).bind(slug).fetch_optional(c).await)
}

#[derive(sqlx::FromRow)]
struct CurrentLink {
    id: Uuid,
    to_id: EntryId,
    relation: String,
}

const CURRENT: &str = "SELECT id, to_id, relation FROM links WHERE from_id = $1 AND withdrawn_at IS NULL";
const WITHDRAWN: &str =
    "SELECT to_id, relation, withdrawn_at, withdrawn_why FROM links WHERE from_id = $1 AND withdrawn_at IS NOT NULL";
const UPDATE_LINK: &str = "UPDATE links SET position = $2, edtf = $3, asserted_by = $4, source_key = $5, note_de = $6, note_en = $7, \
     withdrawn_at = $8, withdrawn_why = $9, basis = $10 WHERE id = $1";
const WITHDRAW_LINK: &str = "UPDATE links SET withdrawn_at = $2, withdrawn_why = $3 WHERE id = $1";

/// A link that was withdrawn before: the other entry, the relation, the time (microseconds) and the reason.
type Withdrawn = (EntryId, String, i64, String);

/// Brings the links that begin at an entry to the list given: links that stand and are named are updated
/// (and withdrawn, if the list says so), new ones are inserted, and those that are not named any more are
/// withdrawn with `why`. Links that were withdrawn before stay as they are.
pub async fn put_links(
    conn: &mut Conn<'_>,
    from: EntryId,
    links: &[NewLink<'_>],
    (now, why): (Timestamp, &str),
) -> Result<()> {
    let mut current: Vec<CurrentLink> = on!(conn, |c| sqlx::query_as(CURRENT).bind(from).fetch_all(c).await)?;
    let mut known: Vec<Withdrawn> = on!(conn, |c| sqlx::query_as(WITHDRAWN).bind(from).fetch_all(c).await)?;
    // Withdrawals come first, so that the same sentence may be said anew in the same save.
    let (withdrawn, named): (Vec<&NewLink>, Vec<&NewLink>) = links.iter().partition(|link| link.withdrawn.is_some());
    for link in withdrawn {
        if was_withdrawn(&mut known, link) {
            continue;
        }
        if let Some(id) = take_current(&mut current, link.relation, link.to) {
            update(conn, id, link).await?;
        }
    }
    for link in named {
        match take_current(&mut current, link.relation, link.to) {
            Some(id) => update(conn, id, link).await?,
            None => insert_links(conn, std::slice::from_ref(link)).await?,
        }
    }
    for gone in current {
        run!(conn, sqlx::query(WITHDRAW_LINK).bind(gone.id).bind(clock::micros(now)).bind(why))?;
    }
    Ok(())
}

/// Takes a link off the list of those that were withdrawn at the same instant for the same reason.
fn was_withdrawn(known: &mut Vec<Withdrawn>, link: &NewLink<'_>) -> bool {
    let place = known.iter().position(|(to, relation, at, why)| {
        *to == link.to
            && relation == link.relation.code()
            && link.withdrawn.is_some_and(|(when, reason)| clock::micros(when) == *at && reason == why)
    });
    place.map(|place| known.swap_remove(place)).is_some()
}

/// Takes the standing link that says the same off the list.
fn take_current(current: &mut Vec<CurrentLink>, relation: Relation, to: EntryId) -> Option<Uuid> {
    let place = current.iter().position(|link| link.to_id == to && link.relation == relation.code())?;
    Some(current.swap_remove(place).id)
}

async fn update(conn: &mut Conn<'_>, id: Uuid, link: &NewLink<'_>) -> Result<()> {
    let note = |pick: fn(&Localized) -> Option<&String>| link.note.and_then(pick);
    run!(
        conn,
        sqlx::query(UPDATE_LINK)
            .bind(id)
            .bind(link.position)
            .bind(link.when.map(|when| when.to_string()))
            .bind(link.asserted_by)
            .bind(link.source)
            .bind(note(|note| Some(&note.de)))
            .bind(note(|note| note.en.as_ref()))
            .bind(link.withdrawn.map(|(at, _)| clock::micros(at)))
            .bind(link.withdrawn.map(|(_, why)| why))
            .bind(link.basis.map(Basis::code))
    )?;
    Ok(())
}

const GUARD: &str = "UPDATE links_guard SET writers = writers + 1 WHERE id = 1";

/// Serializes transactions that write time-directed links, until they end. Two at once could each add half
/// of a cycle and see none. To be called before any row of an entry is touched.
pub async fn guard_links(conn: &mut Conn<'_>) -> Result<()> {
    run!(conn, sqlx::query(GUARD)).map(drop)
}

const LEADS_TO: &str = "WITH RECURSIVE reached(id) AS (SELECT outcome_id FROM links \
         WHERE origin_id = $1 AND withdrawn_at IS NULL AND relation NOT IN ('part_of', 'reports_on', 'presented_at', 'refers_to') \
     UNION SELECT l.outcome_id FROM reached r JOIN links l ON l.origin_id = r.id \
         WHERE l.withdrawn_at IS NULL AND l.relation NOT IN ('part_of', 'reports_on', 'presented_at', 'refers_to')) \
     SELECT EXISTS (SELECT 1 FROM reached WHERE id = $2)";

/// True if time-directed links lead from one entry to the other, over drafts too. From an entry to itself,
/// that is a cycle.
pub async fn leads_to(conn: &mut Conn<'_>, from: EntryId, to: EntryId) -> Result<bool> {
    on!(conn, |c| sqlx::query_scalar(LEADS_TO).bind(from).bind(to).fetch_one(c).await)
}
