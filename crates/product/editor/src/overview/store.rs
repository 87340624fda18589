//! The lists of the start page: each counts, and gives the first of its entries, of those that somebody may
//! edit.

use accounts::{Sight, bind_sight};
use base::Slug;
use db::{Conn, Result, on, unknown};
use golden_thread::Kind;
use golden_thread::store::days;
use jiff::Timestamp;
use jiff::civil::Date;
use media::Medium;
use media::store::ListFilter;
use sqlx::AssertSqlSafe;
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

/// What a list asks the database for.
struct List<'a> {
    /// After `SELECT`: kind, slug, title, an instant or a day, the other entry.
    columns: &'a str,
    /// From `FROM` on, with the entry as `e`.
    from: &'a str,
    order: &'a str,
}

impl List<'_> {
    /// The statements for the count and for the first entries, of those that somebody may edit. Their person
    /// is the parameter with this number.
    fn statements(&self, sight: Sight, person: usize) -> (String, String) {
        let Self { columns, from, order } = self;
        let within = sight.writable("e.id", person).map(|writable| format!(" AND {writable}")).unwrap_or_default();
        let count = format!("SELECT COUNT(*) {from}{within}");
        (count, format!("SELECT {columns} {from}{within} ORDER BY {order} LIMIT {SHOWN}"))
    }
}

/// Runs one list: the count and the first items of the same rows, within somebody's sight. The values are the
/// first parameters, the person is the one behind them.
macro_rules! found {
    ($conn:expr, $sight:expr, $list:expr $(, $value:expr)*) => {{
        let (count, first) = $list.statements($sight, 1 + <[&str]>::len(&[$(stringify!($value)),*]));
        let total: i64 = on!($conn, |c| {
            let query = sqlx::query_scalar(AssertSqlSafe(count.as_str()))$(.bind($value))*;
            bind_sight!(query, $sight).fetch_one(c).await
        })?;
        let rows: Vec<(String, String, String, i64, String)> = if total == 0 {
            Vec::new()
        } else {
            on!($conn, |c| {
                let query = sqlx::query_as(AssertSqlSafe(first.as_str()))$(.bind($value))*;
                bind_sight!(query, $sight).fetch_all(c).await
            })?
        };
        Ok(Found { total, first: rows.into_iter().map(item).collect::<Result<_>>()? })
    }};
}

fn item((kind, slug, title, at, other): (String, String, String, i64, String)) -> Result<Item> {
    let kind = Kind::from_code(&kind).ok_or_else(|| unknown("kind", &kind))?;
    Ok(Item { kind, slug, title, at, other })
}

const DRAFTS: &str = "FROM work w JOIN entries e ON e.id = w.entry_id \
     JOIN entry_texts t ON t.entry_id = e.id AND t.locale = 'de' \
     WHERE (w.live IS NULL OR w.live <> w.head) AND w.due_at IS NULL AND e.state <> 'withdrawn'";
const CHANGED: &str = "e.kind, e.slug, t.title, w.changed_at, ''";
const LATEST: &str = "w.changed_at DESC, e.id";

/// What a person has begun or changed and the public does not see yet, the latest first.
pub(super) async fn own_drafts(conn: &mut Conn<'_>, sight: Sight, person: Uuid) -> Result<Found<Item>> {
    let from = format!("{DRAFTS} AND w.changed_by = $1");
    found!(conn, sight, List { columns: CHANGED, from: &from, order: LATEST }, person)
}

/// What others have.
pub(super) async fn other_drafts(conn: &mut Conn<'_>, sight: Sight, person: Uuid) -> Result<Found<Item>> {
    let from = format!("{DRAFTS} AND (w.changed_by IS NULL OR w.changed_by <> $1)");
    found!(conn, sight, List { columns: CHANGED, from: &from, order: LATEST }, person)
}

/// What becomes public by itself, the soonest first.
pub(super) async fn scheduled(conn: &mut Conn<'_>, sight: Sight) -> Result<Found<Item>> {
    const LIST: List<'_> = List {
        columns: "e.kind, e.slug, t.title, w.due_at, ''",
        from: "FROM work w JOIN entries e ON e.id = w.entry_id \
               JOIN entry_texts t ON t.entry_id = e.id AND t.locale = 'de' WHERE w.due_at IS NOT NULL",
        order: "w.due_at, e.id",
    };
    found!(conn, sight, LIST)
}

/// What was to be published at an instant and was not, unless somebody has seen to it since; the latest first.
pub(super) async fn not_published(conn: &mut Conn<'_>, sight: Sight) -> Result<Found<Item>> {
    const LIST: List<'_> = List {
        columns: "e.kind, e.slug, t.title, h.at, ''",
        from: "FROM history h JOIN entries e ON e.id = h.entry_id \
               JOIN entry_texts t ON t.entry_id = e.id AND t.locale = 'de' WHERE h.act = 'not_published' \
               AND NOT EXISTS (SELECT 1 FROM history l WHERE l.entry_id = h.entry_id AND l.at >= h.at AND l.id <> h.id \
               AND l.act IN ('published', 'scheduled', 'withdrawn', 'not_published'))",
        order: "h.at DESC, e.id",
    };
    found!(conn, sight, LIST)
}

/// Translations that are older than their original.
pub(super) async fn stale(conn: &mut Conn<'_>, sight: Sight) -> Result<Found<Item>> {
    const LIST: List<'_> = List {
        columns: "e.kind, e.slug, t.title, e.updated_at, ''",
        from: "FROM entries e JOIN entry_texts t ON t.entry_id = e.id AND t.locale = 'de' \
               WHERE e.id IN (SELECT entry_id FROM entry_texts WHERE stale) AND e.state <> 'withdrawn'",
        order: "e.updated_at DESC, e.id",
    };
    found!(conn, sight, LIST)
}

/// Events that are over and still said to be expected or possible, the oldest first.
pub(super) async fn past_expected(conn: &mut Conn<'_>, sight: Sight, today: Date) -> Result<Found<Item>> {
    const LIST: List<'_> = List {
        columns: "e.kind, e.slug, t.title, e.latest, ''",
        from: "FROM entries e JOIN entry_texts t ON t.entry_id = e.id AND t.locale = 'de' WHERE e.kind = 'event' \
               AND e.state = 'published' AND e.certainty IN ('expected', 'tentative') AND e.latest < $1",
        order: "e.latest, e.id",
    };
    found!(conn, sight, LIST, days(today))
}

/// Public entries that name one which the public does not see. That one has a title only for who may edit it.
pub(super) async fn leading_nowhere(conn: &mut Conn<'_>, sight: Sight) -> Result<Found<Item>> {
    let other = match sight.writable("o.id", 1) {
        Some(writable) => format!("CASE WHEN {writable} THEN u.title ELSE o.slug END"),
        None => "u.title".to_owned(),
    };
    let columns = format!("e.kind, e.slug, t.title, e.updated_at, {other}");
    let list = List {
        columns: &columns,
        from: "FROM entries o JOIN links l ON l.to_id = o.id JOIN entries e ON e.id = l.from_id \
               JOIN entry_texts t ON t.entry_id = e.id AND t.locale = 'de' \
               JOIN entry_texts u ON u.entry_id = o.id AND u.locale = 'de' \
               WHERE o.state IN ('draft', 'withdrawn') AND e.state = 'published' AND l.withdrawn_at IS NULL",
        order: "t.title, u.title, e.id",
    };
    found!(conn, sight, list)
}

/// A picture or file that the public does not see, because something about it is missing.
#[derive(Debug, Clone)]
pub(super) struct Incomplete {
    pub(super) slug: Slug,
    pub(super) title: String,
    pub(super) at: Timestamp,
}

/// Pictures and files of which something is missing, and that somebody may change, the newest first.
pub(super) async fn incomplete_media(conn: &mut Conn<'_>, sight: Sight) -> Result<Found<Incomplete>> {
    let filter = ListFilter { complete: Some(false), seen: sight.media(), ..ListFilter::default() };
    let total = media::store::count(conn, &filter).await?;
    let first = media::store::list(conn, &filter, SHOWN, 0).await?;
    let item = |medium: Medium| Incomplete { slug: medium.slug, title: medium.about.title, at: medium.created };
    Ok(Found { total, first: first.into_iter().map(item).collect() })
}
