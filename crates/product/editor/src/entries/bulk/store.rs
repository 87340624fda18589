//! The tables of acts on many entries.

use accounts::Sight;
use base::Localized;
use base::clock::micros;
use db::{Conn, Where, bind_where, insert_all, instant, on, run, unknown};
use golden_thread::{EntryId, Kind, State};
use jiff::Timestamp;
use uuid::Uuid;

use super::{Bulk, BulkKind, Change, Item, Outcome, Stand};

const INSERT: &str = "INSERT INTO bulk_acts (id, person_id, author, act, field, why_de, why_en, overrules, at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const INSERT_ITEM: &str = "INSERT INTO bulk_items (bulk_id, place, entry_id, seen) VALUES ($1, $2, $3, $4)";

/// Keeps an act with its entries, each with the version that the person has seen.
pub(super) async fn begin(conn: &mut Conn<'_>, bulk: &Bulk, entries: &[(EntryId, i64)]) -> db::Result<()> {
    let why = bulk.why.as_ref();
    run!(
        conn,
        sqlx::query(INSERT)
            .bind(bulk.id)
            .bind(bulk.person)
            .bind(&bulk.author)
            .bind(bulk.kind.code())
            .bind(&bulk.field)
            .bind(why.map(|why| &why.de))
            .bind(why.and_then(|why| why.en.as_ref()))
            .bind(bulk.overrules)
            .bind(micros(bulk.at))
    )?;
    let items: Vec<(i64, (EntryId, i64))> = (0..).zip(entries.iter().copied()).collect();
    insert_all!(conn, INSERT_ITEM, items, |query, (place, (entry, seen))| {
        query.bind(bulk.id).bind(*place).bind(*entry).bind(*seen)
    })
}

#[derive(sqlx::FromRow)]
struct BulkRow {
    person_id: Uuid,
    author: String,
    act: String,
    field: Option<String>,
    why_de: Option<String>,
    why_en: Option<String>,
    overrules: bool,
    at: i64,
    undone_at: Option<i64>,
}

const FIND: &str =
    "SELECT person_id, author, act, field, why_de, why_en, overrules, at, undone_at FROM bulk_acts WHERE id = $1";

pub(super) async fn find(conn: &mut Conn<'_>, id: Uuid) -> db::Result<Option<Bulk>> {
    let row: Option<BulkRow> = on!(conn, |c| sqlx::query_as(FIND).bind(id).fetch_optional(c).await)?;
    let bulk = |row: BulkRow| {
        Ok(Bulk {
            id,
            person: row.person_id,
            author: row.author,
            kind: BulkKind::from_code(&row.act).ok_or_else(|| unknown("act", &row.act))?,
            field: row.field,
            why: row.why_de.map(|de| Localized { de, en: row.why_en }),
            overrules: row.overrules,
            at: instant(row.at)?,
            undone_at: row.undone_at.map(instant).transpose()?,
        })
    };
    row.map(bulk).transpose()
}

#[derive(sqlx::FromRow)]
struct ItemRow {
    place: i64,
    entry_id: EntryId,
    seen: i64,
    head_before: Option<i64>,
    live_before: Option<i64>,
    state_before: Option<String>,
    head_after: Option<i64>,
    live_after: Option<i64>,
}

impl ItemRow {
    fn into_item(self) -> db::Result<Item> {
        let state = self.state_before.map(|code| State::from_code(&code).ok_or_else(|| unknown("state", &code)));
        let change = match (self.head_before, state.transpose()?, self.head_after) {
            (Some(head), Some(state), Some(head_after)) => {
                let before = Stand { head, live: self.live_before, state };
                Some(Change { before, head_after, live_after: self.live_after })
            }
            _ => None,
        };
        Ok(Item { place: self.place, entry: self.entry_id, seen: self.seen, change })
    }
}

const ITEM: &str =
    "SELECT place, entry_id, seen, head_before, live_before, state_before, head_after, live_after FROM bulk_items";

/// The next entries that wait for the act, or for its undoing.
pub(super) async fn waiting(conn: &mut Conn<'_>, id: Uuid, back: bool, limit: i64) -> db::Result<Vec<Item>> {
    let mut conditions = Where::after(2);
    conditions.and("bulk_id = $1");
    conditions.and(if back { "outcome = 'done' AND undone IS NULL" } else { "outcome IS NULL" });
    let rows: Vec<ItemRow> = on!(conn, |c| {
        let query = sqlx::query_as(conditions.statement(ITEM, "ORDER BY place LIMIT $2"));
        bind_where!(query.bind(id).bind(limit), conditions).fetch_all(c).await
    })?;
    rows.into_iter().map(ItemRow::into_item).collect()
}

const NOTE: &str = "UPDATE bulk_items SET outcome = $3, head_before = $4, live_before = $5, state_before = $6, head_after = $7, \
     live_after = $8 WHERE bulk_id = $1 AND place = $2";

/// Keeps what became of an entry.
pub(super) async fn note(
    conn: &mut Conn<'_>,
    (id, place): (Uuid, i64),
    outcome: Outcome,
    change: Option<Change>,
) -> db::Result<()> {
    run!(
        conn,
        sqlx::query(NOTE)
            .bind(id)
            .bind(place)
            .bind(outcome.code())
            .bind(change.map(|change| change.before.head))
            .bind(change.and_then(|change| change.before.live))
            .bind(change.map(|change| change.before.state.code()))
            .bind(change.map(|change| change.head_after))
            .bind(change.and_then(|change| change.live_after))
    )?;
    Ok(())
}

const NOTE_UNDONE: &str = "UPDATE bulk_items SET undone = $3 WHERE bulk_id = $1 AND place = $2";

/// Keeps what became of an entry when the act was undone.
pub(super) async fn note_undone(conn: &mut Conn<'_>, (id, place): (Uuid, i64), outcome: Outcome) -> db::Result<()> {
    run!(conn, sqlx::query(NOTE_UNDONE).bind(id).bind(place).bind(outcome.code()))?;
    Ok(())
}

const UNDO: &str = "UPDATE bulk_acts SET undone_at = $2 WHERE id = $1 AND undone_at IS NULL AND at > $3 \
     AND NOT EXISTS (SELECT 1 FROM bulk_items i WHERE i.bulk_id = bulk_acts.id AND i.outcome IS NULL)";

/// Begins the undoing of an act that is over and not older than this; false if it cannot be undone.
pub(super) async fn undo(conn: &mut Conn<'_>, id: Uuid, now: Timestamp, oldest: Timestamp) -> db::Result<bool> {
    Ok(run!(conn, sqlx::query(UNDO).bind(id).bind(micros(now)).bind(micros(oldest)))? > 0)
}

/// How many entries have an outcome, by outcome; none: they wait.
pub(super) async fn counts(conn: &mut Conn<'_>, id: Uuid, back: bool) -> db::Result<Vec<(Option<Outcome>, i64)>> {
    const ACT: &str = "SELECT outcome, COUNT(*) FROM bulk_items WHERE bulk_id = $1 GROUP BY outcome ORDER BY outcome";
    const BACK: &str = "SELECT undone, COUNT(*) FROM bulk_items WHERE bulk_id = $1 AND outcome = 'done' \
         GROUP BY undone ORDER BY undone";
    let sql = if back { BACK } else { ACT };
    let rows: Vec<(Option<String>, i64)> = on!(conn, |c| sqlx::query_as(sql).bind(id).fetch_all(c).await)?;
    rows.into_iter().map(|(code, count)| Ok((outcome(code.as_deref())?, count))).collect()
}

fn outcome(code: Option<&str>) -> db::Result<Option<Outcome>> {
    code.map(|code| Outcome::from_code(code).ok_or_else(|| unknown("outcome", code))).transpose()
}

#[derive(sqlx::FromRow)]
struct ShownRow {
    kind: String,
    slug: String,
    title: String,
    outcome: Option<String>,
    undone: Option<String>,
}

/// An entry of an act, for its page.
#[derive(Debug)]
pub(super) struct Shown {
    pub(super) kind: Kind,
    pub(super) slug: String,
    pub(super) title: String,
    pub(super) outcome: Option<Outcome>,
    pub(super) undone: Option<Outcome>,
}

const SHOWN: &str = "SELECT e.kind, e.slug, t.title, i.outcome, i.undone FROM bulk_items i JOIN entries e ON e.id = i.entry_id \
     JOIN entry_texts t ON t.entry_id = e.id AND t.locale = 'de'";
/// Those first to which something was not done.
const NOT_DONE_FIRST: &str = "ORDER BY CASE WHEN i.undone <> 'done' THEN 0 WHEN i.outcome = 'done' THEN 2 ELSE 1 END, i.place LIMIT $2 OFFSET $3";

/// A page of the entries of an act, as far as the person may edit them.
pub(super) async fn shown(
    conn: &mut Conn<'_>,
    sight: Sight,
    id: Uuid,
    (limit, offset): (i64, i64),
) -> db::Result<Vec<Shown>> {
    let mut conditions = Where::after(3);
    conditions.and("i.bulk_id = $1");
    sight.limit_to_writable(&mut conditions, "e.id");
    let rows: Vec<ShownRow> = on!(conn, |c| {
        let query = sqlx::query_as(conditions.statement(SHOWN, NOT_DONE_FIRST)).bind(id).bind(limit).bind(offset);
        bind_where!(query, conditions).fetch_all(c).await
    })?;
    let shown = |row: ShownRow| {
        Ok(Shown {
            kind: Kind::from_code(&row.kind).ok_or_else(|| unknown("kind", &row.kind))?,
            slug: row.slug,
            title: row.title,
            outcome: outcome(row.outcome.as_deref())?,
            undone: outcome(row.undone.as_deref())?,
        })
    };
    rows.into_iter().map(shown).collect()
}

const FORGET: &str = "DELETE FROM bulk_acts WHERE at <= $1";

/// Forgets acts that are older than this, and returns their number.
pub(super) async fn forget(conn: &mut Conn<'_>, before: Timestamp) -> db::Result<u64> {
    run!(conn, sqlx::query(FORGET).bind(micros(before)))
}
