//! The tables of revisions, acts, work and addresses.

use base::{Ids, clock};
use db::{Conn, Result, insert_all, instant, on, run, unknown};
use jiff::Timestamp;
use uuid::Uuid;

use super::{Act, Entry, NewAct, Work};
use crate::{EntryId, Kind};

/// The author of an act, with its time and the source of ids.
#[derive(Debug, Clone, Copy)]
pub struct Author<'a> {
    /// The person; `None` for the program.
    pub id: Option<Uuid>,
    /// The name as the history shows it, also after the account is gone.
    pub name: &'a str,
    /// The instant of the act.
    pub at: Timestamp,
    /// Source of ids for new rows.
    pub ids: &'a Ids,
}

const INSERT_REVISION: &str = "INSERT INTO revisions (entry_id, number, document) VALUES ($1, $2, $3)";
const INSERT_WORK: &str = "INSERT INTO work (entry_id, head, live, changed_at, changed_by) VALUES ($1, $2, $3, $4, $5)";

/// Keeps the first revision of a card that is already kept.
pub async fn begin(
    conn: &mut Conn<'_>,
    author: Author<'_>,
    entry: EntryId,
    (act, is_live): (Act, bool),
    document: &str,
) -> Result<()> {
    run!(conn, sqlx::query(INSERT_REVISION).bind(entry).bind(1_i64).bind(document))?;
    let live = is_live.then_some(1_i64);
    run!(
        conn,
        sqlx::query(INSERT_WORK).bind(entry).bind(1_i64).bind(live).bind(clock::micros(author.at)).bind(author.id)
    )?;
    record(conn, author, NewAct { entry, number: 1, act, note: None }).await
}

/// As [`begin`], for many entries that came together, each with its visibility (true for public) and
/// document.
pub async fn begin_all(conn: &mut Conn<'_>, author: Author<'_>, entries: &[(EntryId, bool, String)]) -> Result<()> {
    let at = clock::micros(author.at);
    insert_all!(conn, INSERT_REVISION, entries, |query, (id, _, document)| query.bind(*id).bind(1_i64).bind(document))?;
    insert_all!(conn, INSERT_WORK, entries, |query, (id, is_live, _)| {
        query.bind(*id).bind(1_i64).bind(is_live.then_some(1_i64)).bind(at).bind(author.id)
    })?;
    insert_all!(conn, RECORD, entries, |query, (id, ..)| {
        let query = query.bind(author.ids.next()).bind(*id).bind(1_i64).bind(Act::Imported.code());
        query.bind(author.id).bind(author.name).bind(at).bind(None::<&str>)
    })
}

const ADVANCE: &str = "UPDATE work SET head = head + 1, changed_at = $3, changed_by = $4 \
     WHERE entry_id = $1 AND head = $2 RETURNING head";

/// Saves a new revision if `head` is still the newest, and returns its number. Returns `None` and writes
/// nothing if somebody else has saved since.
pub async fn advance(
    conn: &mut Conn<'_>,
    author: Author<'_>,
    (entry, head): (EntryId, i64),
    document: &str,
) -> Result<Option<i64>> {
    let number: Option<i64> = on!(conn, |c| {
        sqlx::query_scalar(ADVANCE)
            .bind(entry)
            .bind(head)
            .bind(clock::micros(author.at))
            .bind(author.id)
            .fetch_optional(c)
            .await
    })?;
    if let Some(number) = number {
        run!(conn, sqlx::query(INSERT_REVISION).bind(entry).bind(number).bind(document))?;
    }
    Ok(number)
}

const TOUCH: &str = "UPDATE work SET head = head WHERE entry_id = $1 AND head = $2";

/// Locks the row of an entry if `head` is still its newest revision; other writers wait. False if it is
/// not.
pub async fn touch(conn: &mut Conn<'_>, entry: EntryId, head: i64) -> Result<bool> {
    Ok(run!(conn, sqlx::query(TOUCH).bind(entry).bind(head))? > 0)
}

const RECORD: &str = "INSERT INTO history (id, entry_id, number, act, author_id, author, at, note) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

/// Puts an act into the history.
pub async fn record(conn: &mut Conn<'_>, author: Author<'_>, new: NewAct<'_>) -> Result<()> {
    run!(
        conn,
        sqlx::query(RECORD)
            .bind(author.ids.next())
            .bind(new.entry)
            .bind(new.number)
            .bind(new.act.code())
            .bind(author.id)
            .bind(author.name)
            .bind(clock::micros(author.at))
            .bind(new.note)
    )?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct WorkRow {
    head: i64,
    live: Option<i64>,
    due: Option<i64>,
    due_at: Option<i64>,
}

const WORK: &str = "SELECT head, live, due, due_at FROM work WHERE entry_id = $1";

/// The publication state of an entry; `None` without a history.
pub async fn work(conn: &mut Conn<'_>, entry: EntryId) -> Result<Option<Work>> {
    let row: Option<WorkRow> = on!(conn, |c| sqlx::query_as(WORK).bind(entry).fetch_optional(c).await)?;
    row.map(|row| {
        let due = match (row.due, row.due_at) {
            (Some(number), Some(at)) => Some((number, instant(at)?)),
            _ => None,
        };
        Ok(Work { head: row.head, live: row.live, due })
    })
    .transpose()
}

const SET_LIVE: &str = "UPDATE work SET live = $2, due = NULL, due_at = NULL WHERE entry_id = $1";

/// Makes this revision public, or none; also removes any schedule.
pub async fn set_live(conn: &mut Conn<'_>, entry: EntryId, live: Option<i64>) -> Result<()> {
    run!(conn, sqlx::query(SET_LIVE).bind(entry).bind(live))?;
    Ok(())
}

const SCHEDULE: &str = "UPDATE work SET due = $2, due_at = $3 WHERE entry_id = $1";

/// Schedules a revision for its instant; `None` removes the schedule.
pub async fn schedule(conn: &mut Conn<'_>, entry: EntryId, due: Option<(i64, Timestamp)>) -> Result<()> {
    let (number, at) = due.map_or((None, None), |(number, at)| (Some(number), Some(clock::micros(at))));
    run!(conn, sqlx::query(SCHEDULE).bind(entry).bind(number).bind(at))?;
    Ok(())
}

const IS_DUE: &str = "UPDATE work SET head = head WHERE entry_id = $1 AND due = $2 AND due_at <= $3";

/// True if this revision is still scheduled and its instant has come. Touches the row first, so that the
/// second of two simultaneous calls sees the result of the first.
pub async fn is_due(conn: &mut Conn<'_>, entry: EntryId, number: i64, now: Timestamp) -> Result<bool> {
    let touched = run!(conn, sqlx::query(IS_DUE).bind(entry).bind(number).bind(clock::micros(now)))?;
    Ok(touched > 0)
}

const DOCUMENT: &str = "SELECT document FROM revisions WHERE entry_id = $1 AND number = $2";

/// The document of one revision.
pub async fn revision(conn: &mut Conn<'_>, entry: EntryId, number: i64) -> Result<Option<String>> {
    on!(conn, |c| sqlx::query_scalar(DOCUMENT).bind(entry).bind(number).fetch_optional(c).await)
}

const DOCUMENTS: &str =
    "SELECT number, document FROM revisions WHERE entry_id = $1 AND number BETWEEN $2 AND $3 ORDER BY number";

/// The documents of some revisions that follow each other, by number.
pub async fn revisions(conn: &mut Conn<'_>, entry: EntryId, (from, to): (i64, i64)) -> Result<Vec<(i64, String)>> {
    on!(conn, |c| sqlx::query_as(DOCUMENTS).bind(entry).bind(from).bind(to).fetch_all(c).await)
}

const HEAD: &str = "SELECT r.document FROM work w JOIN revisions r ON r.entry_id = w.entry_id AND r.number = w.head \
     WHERE w.entry_id = $1";

/// The document of the newest revision.
pub async fn document(conn: &mut Conn<'_>, entry: EntryId) -> Result<Option<String>> {
    on!(conn, |c| sqlx::query_scalar(HEAD).bind(entry).fetch_optional(c).await)
}

#[derive(sqlx::FromRow)]
struct ActRow {
    act: String,
    number: i64,
    author_id: Option<Uuid>,
    author: String,
    at: i64,
    note: Option<String>,
}

const ACTS: &str =
    "SELECT act, number, author_id, author, at, note FROM history WHERE entry_id = $1 ORDER BY at DESC, id DESC";

/// The history of an entry, newest first.
pub async fn acts(conn: &mut Conn<'_>, entry: EntryId) -> Result<Vec<Entry>> {
    let rows: Vec<ActRow> = on!(conn, |c| sqlx::query_as(ACTS).bind(entry).fetch_all(c).await)?;
    rows.into_iter()
        .map(|row| {
            let act = Act::from_code(&row.act).ok_or_else(|| unknown("act", &row.act))?;
            let ActRow { number, author_id, author, note, .. } = row;
            Ok(Entry { act, number, author_id, author, at: instant(row.at)?, note })
        })
        .collect()
}

const HAS_BEEN_PUBLIC: &str =
    "SELECT EXISTS (SELECT 1 FROM history WHERE entry_id = $1 AND act IN ('published', 'imported'))";

/// True if the entry has ever been public, so that people may know its address.
pub async fn has_been_public(conn: &mut Conn<'_>, entry: EntryId) -> Result<bool> {
    on!(conn, |c| sqlx::query_scalar(HAS_BEEN_PUBLIC).bind(entry).fetch_one(c).await)
}

const WITHOUT_WORK: &str = "SELECT id FROM entries WHERE NOT EXISTS (SELECT 1 FROM work WHERE entry_id = entries.id)";

/// Entries that have no history yet, because they came with an import.
pub async fn without_work(conn: &mut Conn<'_>) -> Result<Vec<EntryId>> {
    on!(conn, |c| sqlx::query_scalar(WITHOUT_WORK).fetch_all(c).await)
}

const WITHDRAW: &str = "INSERT INTO withdrawals (entry_id, at, why_de, why_en) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (entry_id) DO UPDATE SET at = excluded.at, why_de = excluded.why_de, why_en = excluded.why_en";

/// Records the reason why an entry is no longer public.
pub async fn withdraw(conn: &mut Conn<'_>, entry: EntryId, at: Timestamp, why: &base::Localized) -> Result<()> {
    run!(conn, sqlx::query(WITHDRAW).bind(entry).bind(clock::micros(at)).bind(&why.de).bind(&why.en))?;
    Ok(())
}

const WITHDRAWAL: &str = "SELECT w.at, w.why_de, w.why_en FROM withdrawals w JOIN entries e ON e.id = w.entry_id \
     WHERE e.kind = $1 AND e.slug = $2 AND e.state = 'withdrawn'";

/// The time and reason of the withdrawal of the entry at this address, if it was withdrawn.
pub async fn withdrawal(conn: &mut Conn<'_>, kind: Kind, slug: &str) -> Result<Option<(Timestamp, base::Localized)>> {
    let row: Option<(i64, String, Option<String>)> =
        on!(conn, |c| sqlx::query_as(WITHDRAWAL).bind(kind.code()).bind(slug).fetch_optional(c).await)?;
    row.map(|(at, de, en)| Ok((instant(at)?, base::Localized { de, en }))).transpose()
}

const REDIRECT: &str = "INSERT INTO redirects (kind, slug, entry_id) VALUES ($1, $2, $3)";

/// Makes a former address of an entry redirect to it.
pub async fn redirect(conn: &mut Conn<'_>, kind: Kind, slug: &str, entry: EntryId) -> Result<()> {
    run!(conn, sqlx::query(REDIRECT).bind(kind.code()).bind(slug).bind(entry))?;
    Ok(())
}

const FORGET_REDIRECT: &str = "DELETE FROM redirects WHERE kind = $1 AND slug = $2 AND entry_id = $3";

/// Removes the redirect of an address that the entry takes back.
pub async fn forget_redirect(conn: &mut Conn<'_>, kind: Kind, slug: &str, entry: EntryId) -> Result<()> {
    run!(conn, sqlx::query(FORGET_REDIRECT).bind(kind.code()).bind(slug).bind(entry))?;
    Ok(())
}

const FIND_REDIRECT: &str = "SELECT r.entry_id, e.slug FROM redirects r JOIN entries e ON e.id = r.entry_id WHERE r.kind = $1 AND r.slug = $2 \
     AND e.state <> 'draft'";

/// The entry that had this address, and its slug today; none if it never was public.
pub async fn find_redirect(conn: &mut Conn<'_>, kind: Kind, slug: &str) -> Result<Option<(EntryId, String)>> {
    on!(conn, |c| sqlx::query_as(FIND_REDIRECT).bind(kind.code()).bind(slug).fetch_optional(c).await)
}

// CROSS JOIN keeps SQLite from walking through all entries to find their few former addresses.
const MOVED: &str = "SELECT r.kind, r.slug, e.slug FROM redirects r CROSS JOIN entries e WHERE e.id = r.entry_id \
     AND NOT EXISTS (SELECT 1 FROM entries o WHERE o.kind = r.kind AND o.slug = r.slug)";

/// All former addresses: the kind, the slug before, and the slug of today.
pub async fn moved(conn: &mut Conn<'_>) -> Result<Vec<(Kind, String, String)>> {
    let rows: Vec<(String, String, String)> = on!(conn, |c| sqlx::query_as(MOVED).fetch_all(c).await)?;
    let kind = |code: &str| Kind::from_code(code).ok_or_else(|| unknown("kind", code));
    rows.into_iter().map(|(code, before, today)| Ok((kind(&code)?, before, today))).collect()
}

const REDIRECTS_OF: &str = "SELECT slug FROM redirects WHERE entry_id = $1 ORDER BY slug";

/// The addresses that an entry had.
pub async fn redirects_of(conn: &mut Conn<'_>, entry: EntryId) -> Result<Vec<String>> {
    on!(conn, |c| sqlx::query_scalar(REDIRECTS_OF).bind(entry).fetch_all(c).await)
}
