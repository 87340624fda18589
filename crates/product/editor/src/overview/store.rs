//! The lists of the start page: each has a count and its first entries, of those that somebody may edit.

mod waiting;

use accounts::rights::PUBLISH_ENTRIES;
use accounts::{Person, Sight};
use base::Slug;
use db::{Conn, Result, Where, bind_where, on, run, unknown};
use golden_thread::Kind;
use golden_thread::store::days;
use jiff::Timestamp;
use jiff::civil::Date;
use media::Medium;
use media::store::ListFilter;
use uuid::Uuid;

pub(crate) use waiting::count_waiting;

/// The number of shown items of a list.
pub(super) const SHOWN: i64 = 8;

/// The count of a list, and its first items.
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
    /// The other entry of a link, or somebody's name.
    pub(super) other: String,
}

/// A list: the parts of its statements.
struct List<'a> {
    /// After `SELECT`: kind, slug, title, an instant or a day, the other entry.
    columns: &'a str,
    /// From `FROM` on, with the entry as `e`.
    tables: &'static str,
    /// The conditions without a value.
    conditions: &'static str,
    order: &'static str,
}

impl List<'_> {
    /// The conditions of the list, for more to be added.
    fn conditions(&self) -> Where {
        let mut conditions = Where::after(0);
        conditions.and(self.conditions);
        conditions
    }

    /// The count and the first items, of those that somebody may edit.
    async fn within(&self, conn: &mut Conn<'_>, sight: Sight, mut conditions: Where) -> Result<Found<Item>> {
        sight.limit_to_writable(&mut conditions, "e.id");
        self.find(conn, &conditions).await
    }

    /// The count and the first items under these conditions.
    async fn find(&self, conn: &mut Conn<'_>, conditions: &Where) -> Result<Found<Item>> {
        let Self { columns, tables, order, .. } = self;
        let head = format!("SELECT COUNT(*) {tables}");
        let total = on!(conn, |c| {
            bind_where!(sqlx::query_scalar(conditions.statement(&head, "")), conditions).fetch_one(c).await
        })?;
        if total == 0 {
            return Ok(Found { total, first: Vec::new() });
        }
        let (head, tail) = (format!("SELECT {columns} {tables}"), format!("ORDER BY {order} LIMIT {SHOWN}"));
        let rows: Vec<(String, String, String, i64, String)> = on!(conn, |c| {
            bind_where!(sqlx::query_as(conditions.statement(&head, &tail)), conditions).fetch_all(c).await
        })?;
        Ok(Found { total, first: rows.into_iter().map(item).collect::<Result<_>>()? })
    }
}

fn item((kind, slug, title, at, other): (String, String, String, i64, String)) -> Result<Item> {
    let kind = Kind::from_code(&kind).ok_or_else(|| unknown("kind", &kind))?;
    Ok(Item { kind, slug, title, at, other })
}

const DRAFTS: List<'_> = List {
    columns: "e.kind, e.slug, t.title, w.changed_at, ''",
    tables: "FROM work w JOIN entries e ON e.id = w.entry_id \
             JOIN entry_texts t ON t.entry_id = e.id AND t.locale = 'de'",
    conditions: "(w.live IS NULL OR w.live <> w.head) AND w.due_at IS NULL AND e.state <> 'withdrawn' \
                 AND NOT EXISTS (SELECT 1 FROM binned b WHERE b.entry_id = e.id)",
    order: "w.changed_at DESC, e.id",
};

/// The drafts and changes of a person that the public does not see yet, the latest first.
pub(super) async fn own_drafts(conn: &mut Conn<'_>, sight: Sight, person: Uuid) -> Result<Found<Item>> {
    let mut conditions = DRAFTS.conditions();
    conditions.and_some("w.changed_by = $", Some(person));
    DRAFTS.within(conn, sight, conditions).await
}

/// Those of others.
pub(super) async fn other_drafts(conn: &mut Conn<'_>, sight: Sight, person: Uuid) -> Result<Found<Item>> {
    let mut conditions = DRAFTS.conditions();
    conditions.and_some("w.changed_by IS NULL OR w.changed_by <> $", Some(person));
    DRAFTS.within(conn, sight, conditions).await
}

/// Entries that were handed over for approval and that a person may publish, the longest waiting first. One whose publication
/// is scheduled is answered already.
pub(super) async fn for_approval(conn: &mut Conn<'_>, person: &Person) -> Result<Found<Item>> {
    const LIST: List<'_> = List {
        columns: "e.kind, e.slug, t.title, a.at, a.person",
        tables: "FROM approvals a JOIN work w ON w.entry_id = a.entry_id JOIN entries e ON e.id = a.entry_id \
                 JOIN entry_texts t ON t.entry_id = e.id AND t.locale = 'de'",
        conditions: "a.state = 'asked' AND w.due_at IS NULL",
        order: "a.at, e.id",
    };
    if !PUBLISH_ENTRIES.allows(person) {
        return Ok(Found { total: 0, first: Vec::new() });
    }
    let mut conditions = LIST.conditions();
    if let Some(parameter) = Sight::of(person).parameter(&mut conditions) {
        conditions.and_built(Sight::publishable("e.id", parameter));
    }
    LIST.find(conn, &conditions).await
}

/// Entries that a person handed over and that came back with a remark, the latest first.
pub(super) async fn sent_back(conn: &mut Conn<'_>, sight: Sight, person: Uuid) -> Result<Found<Item>> {
    const LIST: List<'_> = List {
        columns: "e.kind, e.slug, t.title, a.at, COALESCE(a.editor, '')",
        tables: "FROM approvals a JOIN entries e ON e.id = a.entry_id \
                 JOIN entry_texts t ON t.entry_id = e.id AND t.locale = 'de'",
        conditions: "a.state = 'sent_back'",
        order: "a.at DESC, e.id",
    };
    let mut conditions = LIST.conditions();
    conditions.and_some("a.person_id = $", Some(person));
    LIST.within(conn, sight, conditions).await
}

/// Entries that a person is to see to, the most urgent first.
pub(super) async fn assignments(conn: &mut Conn<'_>, sight: Sight, person: Uuid) -> Result<Found<Item>> {
    const LIST: List<'_> = List {
        columns: "e.kind, e.slug, t.title, a.day, a.giver",
        tables: "FROM assignments a JOIN entries e ON e.id = a.entry_id \
                 JOIN entry_texts t ON t.entry_id = e.id AND t.locale = 'de'",
        conditions: "NOT EXISTS (SELECT 1 FROM binned b WHERE b.entry_id = e.id)",
        order: "a.day, e.id",
    };
    let mut conditions = LIST.conditions();
    conditions.and_some("a.person_id = $", Some(person));
    LIST.within(conn, sight, conditions).await
}

/// Open notes that mention a person, the oldest first.
pub(super) async fn mentions(conn: &mut Conn<'_>, sight: Sight, person: Uuid) -> Result<Found<Item>> {
    const LIST: List<'_> = List {
        columns: "e.kind, e.slug, t.title, n.at, n.person",
        tables: "FROM mentions m JOIN entry_notes n ON n.id = m.note_id JOIN entries e ON e.id = n.entry_id \
                 JOIN entry_texts t ON t.entry_id = e.id AND t.locale = 'de'",
        conditions: "n.done_at IS NULL AND n.deleted_at IS NULL \
                     AND NOT EXISTS (SELECT 1 FROM binned b WHERE b.entry_id = e.id)",
        order: "n.at, n.id",
    };
    let mut conditions = LIST.conditions();
    conditions.and_some("m.person_id = $", Some(person));
    LIST.within(conn, sight, conditions).await
}

/// Scheduled publications, the soonest first.
pub(super) async fn scheduled(conn: &mut Conn<'_>, sight: Sight) -> Result<Found<Item>> {
    const LIST: List<'_> = List {
        columns: "e.kind, e.slug, t.title, w.due_at, ''",
        tables: "FROM work w JOIN entries e ON e.id = w.entry_id \
                 JOIN entry_texts t ON t.entry_id = e.id AND t.locale = 'de'",
        conditions: "w.due_at IS NOT NULL",
        order: "w.due_at, e.id",
    };
    LIST.within(conn, sight, LIST.conditions()).await
}

/// Publications that were scheduled and failed, unless somebody has seen to it since; the latest first.
pub(super) async fn not_published(conn: &mut Conn<'_>, sight: Sight) -> Result<Found<Item>> {
    const LIST: List<'_> = List {
        columns: "e.kind, e.slug, t.title, h.at, ''",
        tables: "FROM history h JOIN entries e ON e.id = h.entry_id \
                 JOIN entry_texts t ON t.entry_id = e.id AND t.locale = 'de'",
        conditions: "h.act = 'not_published' AND NOT EXISTS (SELECT 1 FROM binned b WHERE b.entry_id = e.id) \
                     AND NOT EXISTS (SELECT 1 FROM history l WHERE l.entry_id = h.entry_id AND l.at >= h.at AND l.id <> h.id \
                     AND l.act IN ('published', 'scheduled', 'withdrawn', 'not_published'))",
        order: "h.at DESC, e.id",
    };
    LIST.within(conn, sight, LIST.conditions()).await
}

/// Translations that are older than their original.
pub(super) async fn stale(conn: &mut Conn<'_>, sight: Sight) -> Result<Found<Item>> {
    const LIST: List<'_> = List {
        columns: "e.kind, e.slug, t.title, e.updated_at, ''",
        tables: "FROM entries e JOIN entry_texts t ON t.entry_id = e.id AND t.locale = 'de'",
        conditions: "e.id IN (SELECT entry_id FROM entry_texts WHERE stale) AND e.state <> 'withdrawn' \
                     AND NOT EXISTS (SELECT 1 FROM binned b WHERE b.entry_id = e.id)",
        order: "e.updated_at DESC, e.id",
    };
    LIST.within(conn, sight, LIST.conditions()).await
}

/// Events that are over and still said to be expected or possible, the oldest first.
pub(super) async fn past_expected(conn: &mut Conn<'_>, sight: Sight, today: Date) -> Result<Found<Item>> {
    const LIST: List<'_> = List {
        columns: "e.kind, e.slug, t.title, e.latest, ''",
        tables: "FROM entries e JOIN entry_texts t ON t.entry_id = e.id AND t.locale = 'de'",
        conditions: "e.kind = 'event' AND e.state = 'published' AND e.certainty IN ('expected', 'tentative')",
        order: "e.latest, e.id",
    };
    let mut conditions = LIST.conditions();
    conditions.and_some("e.latest < $", Some(days(today)));
    LIST.within(conn, sight, conditions).await
}

/// Public entries that name one which the public does not see. People who may not edit that one get its
/// address instead of its title.
pub(super) async fn leading_nowhere(conn: &mut Conn<'_>, sight: Sight) -> Result<Found<Item>> {
    let list = List {
        columns: "e.kind, e.slug, t.title, e.updated_at, u.title",
        tables: "FROM entries o JOIN links l ON l.to_id = o.id JOIN entries e ON e.id = l.from_id \
                 JOIN entry_texts t ON t.entry_id = e.id AND t.locale = 'de' \
                 JOIN entry_texts u ON u.entry_id = o.id AND u.locale = 'de'",
        conditions: "o.state IN ('draft', 'withdrawn') AND e.state = 'published' AND l.withdrawn_at IS NULL",
        order: "t.title, u.title, e.id",
    };
    let mut conditions = list.conditions();
    let Some(person) = sight.parameter(&mut conditions) else { return list.find(conn, &conditions).await };
    conditions.and_built(Sight::writable("e.id", person));
    let other = format!("CASE WHEN {} THEN u.title ELSE o.slug END", Sight::writable("o.id", person));
    let columns = format!("e.kind, e.slug, t.title, e.updated_at, {other}");
    List { columns: &columns, ..list }.find(conn, &conditions).await
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

/// What is done already of the first steps.
#[derive(Debug, sqlx::FromRow)]
#[expect(clippy::struct_excessive_bools, reason = "each step is done or not")]
pub(super) struct FirstStepsDone {
    /// Somebody has looked at the name and the words of the start page, and saved them.
    pub(super) name: bool,
    /// Somebody has saved the imprint.
    pub(super) imprint: bool,
    /// The person has a passkey or a password.
    pub(super) key: bool,
    /// There is somebody else.
    pub(super) people: bool,
    /// Somebody has published an entry.
    pub(super) entry: bool,
    /// The person has put the list away.
    pub(super) is_put_away: bool,
}

const FIRST_STEPS: &str = "SELECT \
     EXISTS (SELECT 1 FROM versions WHERE document = 'settings' AND note = 'name') AS name, \
     EXISTS (SELECT 1 FROM versions WHERE document = 'settings' AND note = 'imprint') AS imprint, \
     EXISTS (SELECT 1 FROM passkeys WHERE person_id = $1) \
         OR EXISTS (SELECT 1 FROM persons WHERE id = $1 AND password IS NOT NULL) AS key, \
     EXISTS (SELECT 1 FROM persons WHERE id <> $1) AS people, \
     EXISTS (SELECT 1 FROM history WHERE act = 'published' AND author_id IS NOT NULL) AS entry, \
     EXISTS (SELECT 1 FROM first_steps_put_away WHERE person_id = $1) AS is_put_away";

/// The first steps of a person.
pub(super) async fn first_steps(conn: &mut Conn<'_>, person: Uuid) -> Result<FirstStepsDone> {
    on!(conn, |c| sqlx::query_as(FIRST_STEPS).bind(person).fetch_one(c).await)
}

const PUT_AWAY: &str =
    "INSERT INTO first_steps_put_away (person_id, at) VALUES ($1, $2) ON CONFLICT (person_id) DO NOTHING";

/// Puts the list of first steps away for a person.
pub(super) async fn put_first_steps_away(conn: &mut Conn<'_>, person: Uuid, at: i64) -> Result<()> {
    run!(conn, sqlx::query(PUT_AWAY).bind(person).bind(at))?;
    Ok(())
}

const BRING_BACK: &str = "DELETE FROM first_steps_put_away WHERE person_id = $1";

/// Brings the list of first steps back for a person.
pub(super) async fn bring_first_steps_back(conn: &mut Conn<'_>, person: Uuid) -> Result<()> {
    run!(conn, sqlx::query(BRING_BACK).bind(person))?;
    Ok(())
}
