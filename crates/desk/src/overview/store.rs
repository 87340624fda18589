//! The lists of the start page: each counts, and gives the first of its entries.

use db::{Conn, Result, on, unknown};
use jiff::civil::Date;
use thread::Kind;
use thread::store::days;
use uuid::Uuid;

/// How many of a list are shown.
pub(super) const SHOWN: i64 = 8;

/// How many there are, and the first of them.
#[derive(Debug, Default)]
pub(super) struct Found<T> {
    pub(super) total: i64,
    pub(super) first: Vec<T>,
}

/// An entry in a list.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) kind: Kind,
    pub(super) slug: String,
    pub(super) title: String,
    /// An instant in microseconds or a day, as the list has it.
    pub(super) at: i64,
    /// The other entry of a link.
    pub(super) other: String,
}

/// Runs one list: the count and the first items of the same rows.
macro_rules! found {
    ($conn:expr, $columns:literal, $from:literal, $order:literal $(, $value:expr)*) => {{
        const COUNT: &str = concat!("SELECT COUNT(*) ", $from);
        const FIRST: &str = concat!($columns, $from, " ORDER BY ", $order, " LIMIT 8");
        let total: i64 = on!($conn, |c| sqlx::query_scalar(COUNT)$(.bind($value))*.fetch_one(c).await)?;
        let rows: Vec<(String, String, String, i64, String)> = if total == 0 {
            Vec::new()
        } else {
            on!($conn, |c| sqlx::query_as(FIRST)$(.bind($value))*.fetch_all(c).await)?
        };
        Ok(Found { total, first: rows.into_iter().map(item).collect::<Result<_>>()? })
    }};
}

fn item((kind, slug, title, at, other): (String, String, String, i64, String)) -> Result<Item> {
    let kind = Kind::from_code(&kind).ok_or_else(|| unknown("kind", &kind))?;
    Ok(Item { kind, slug, title, at, other })
}

/// What a person has begun or changed and the public does not see yet, the latest first.
pub(super) async fn own_drafts(conn: &mut Conn<'_>, person: Uuid) -> Result<Found<Item>> {
    found!(
        conn,
        "SELECT e.kind, e.slug, t.title, w.changed_at, '' ",
        "FROM work w JOIN entries e ON e.id = w.entry_id JOIN entry_texts t ON t.entry_id = e.id AND t.locale = 'de' \
         WHERE (w.live IS NULL OR w.live <> w.head) AND w.due_at IS NULL AND e.state <> 'withdrawn' AND w.changed_by = $1",
        "w.changed_at DESC, e.id",
        person
    )
}

/// What others have.
pub(super) async fn other_drafts(conn: &mut Conn<'_>, person: Uuid) -> Result<Found<Item>> {
    found!(
        conn,
        "SELECT e.kind, e.slug, t.title, w.changed_at, '' ",
        "FROM work w JOIN entries e ON e.id = w.entry_id JOIN entry_texts t ON t.entry_id = e.id AND t.locale = 'de' \
         WHERE (w.live IS NULL OR w.live <> w.head) AND w.due_at IS NULL AND e.state <> 'withdrawn' \
         AND (w.changed_by IS NULL OR w.changed_by <> $1)",
        "w.changed_at DESC, e.id",
        person
    )
}

/// What becomes public by itself, the soonest first.
pub(super) async fn scheduled(conn: &mut Conn<'_>) -> Result<Found<Item>> {
    found!(
        conn,
        "SELECT e.kind, e.slug, t.title, w.due_at, '' ",
        "FROM work w JOIN entries e ON e.id = w.entry_id JOIN entry_texts t ON t.entry_id = e.id AND t.locale = 'de' \
         WHERE w.due_at IS NOT NULL",
        "w.due_at, e.id"
    )
}

/// Translations that are older than their original.
pub(super) async fn stale(conn: &mut Conn<'_>) -> Result<Found<Item>> {
    found!(
        conn,
        "SELECT e.kind, e.slug, t.title, e.updated_at, '' ",
        "FROM entries e JOIN entry_texts t ON t.entry_id = e.id AND t.locale = 'de' \
         WHERE e.id IN (SELECT entry_id FROM entry_texts WHERE stale) AND e.state <> 'withdrawn'",
        "e.updated_at DESC, e.id"
    )
}

/// Events that are over and still said to be expected or possible, the oldest first.
pub(super) async fn past_expected(conn: &mut Conn<'_>, today: Date) -> Result<Found<Item>> {
    found!(
        conn,
        "SELECT e.kind, e.slug, t.title, e.latest, '' ",
        "FROM entries e JOIN entry_texts t ON t.entry_id = e.id AND t.locale = 'de' \
         WHERE e.kind = 'event' AND e.state = 'published' AND e.certainty IN ('expected', 'tentative') AND e.latest < $1",
        "e.latest, e.id",
        days(today)
    )
}

/// Public entries that name one which the public does not see.
pub(super) async fn leading_nowhere(conn: &mut Conn<'_>) -> Result<Found<Item>> {
    found!(
        conn,
        "SELECT e.kind, e.slug, t.title, e.updated_at, u.title ",
        "FROM entries o JOIN links l ON l.to_id = o.id JOIN entries e ON e.id = l.from_id \
         JOIN entry_texts t ON t.entry_id = e.id AND t.locale = 'de' \
         JOIN entry_texts u ON u.entry_id = o.id AND u.locale = 'de' \
         WHERE o.state IN ('draft', 'withdrawn') AND e.state = 'published' AND l.withdrawn_at IS NULL",
        "t.title, u.title, e.id"
    )
}

/// A picture or file that the public does not see, because something about it is missing.
#[derive(Debug, Clone)]
pub(super) struct Incomplete {
    pub(super) slug: String,
    pub(super) title: String,
    pub(super) at: i64,
}

const INCOMPLETE_COUNT: &str = "SELECT COUNT(*) FROM media WHERE NOT complete AND withdrawn_at IS NULL";
const INCOMPLETE: &str = "SELECT slug, title, created_at FROM media WHERE NOT complete AND withdrawn_at IS NULL \
     ORDER BY created_at DESC, id LIMIT $1";

/// Pictures and files of which something is missing, the newest first.
pub(super) async fn incomplete_media(conn: &mut Conn<'_>) -> Result<Found<Incomplete>> {
    let total: i64 = on!(conn, |c| sqlx::query_scalar(INCOMPLETE_COUNT).fetch_one(c).await)?;
    let rows: Vec<(String, String, i64)> = on!(conn, |c| sqlx::query_as(INCOMPLETE).bind(SHOWN).fetch_all(c).await)?;
    Ok(Found { total, first: rows.into_iter().map(|(slug, title, at)| Incomplete { slug, title, at }).collect() })
}
