//! The queries of the list: a page of it, all of it, and how many there are.

use accounts::Sight;
use base::Slug;
use db::{Conn, Result, Where, bind_all, bind_where, instant, on, parameters, unknown};
use desk_kit::store::is_too_long;
use edtf::When;
use golden_thread::store::TextState;
use golden_thread::{EntryId, Kind, State};
use jiff::Timestamp;
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use super::wanted::{Language, Order, Wanted};
use crate::entries::standing::Standing;

/// A line of the list.
#[derive(Debug, Clone)]
pub(crate) struct Listed {
    pub(crate) id: EntryId,
    pub(crate) kind: Kind,
    pub(crate) slug: String,
    pub(crate) title: String,
    pub(crate) state: State,
    pub(crate) head: i64,
    pub(crate) live: Option<i64>,
    pub(crate) due_at: Option<Timestamp>,
    pub(crate) changed_at: Timestamp,
    /// The author of the newest version; empty for the program.
    pub(crate) changed_by: String,
    /// The day of what it is about.
    pub(crate) when: Option<When>,
    pub(crate) english: TextState,
    pub(crate) easy: TextState,
    /// True if a translation is older than its original.
    pub(crate) is_stale: bool,
    pub(crate) is_pictured: bool,
}

impl Listed {
    /// The state of its versions.
    pub(crate) fn standing(&self) -> Standing {
        match self.state {
            _ if self.due_at.is_some() => Standing::Scheduled,
            State::Draft => Standing::Draft,
            State::Published if self.live == Some(self.head) => Standing::Published,
            State::Published => Standing::Changed,
            State::Withdrawn => Standing::Withdrawn,
        }
    }
}

impl Standing {
    /// True if its condition is about the entry's card.
    fn needs_card(self) -> bool {
        matches!(self, Self::Draft | Self::Withdrawn)
    }

    /// The condition over work `w`, and entries `e` if it needs them.
    fn condition(self) -> &'static str {
        match self {
            Self::Draft => "e.state = 'draft'",
            // An entry that is not public has no live version, and none is newer than the newest. Of `=`, PostgreSQL
            // expects one row in two hundred, and plans as if there were few.
            Self::Published => "w.live >= w.head",
            Self::Changed => "w.live <> w.head",
            Self::Scheduled => "w.due_at IS NOT NULL",
            Self::Withdrawn => "e.state = 'withdrawn'",
        }
    }
}

impl Language {
    /// The condition over desk cards `d`.
    fn condition(self) -> &'static str {
        match self {
            Self::English => "d.english = 'public'",
            Self::NoEnglish => "d.english = 'none'",
            Self::Easy => "d.easy = 'public'",
            Self::NoEasy => "d.easy = 'none'",
            Self::Unchecked => "d.english = 'unchecked' OR d.easy = 'unchecked'",
            Self::Stale => "d.stale",
        }
    }
}

impl Order {
    /// The order over work `w`, desk cards `d`, and the place of a hit (0 for one in the title).
    fn by(self, is_search: bool) -> &'static str {
        match self {
            Self::Changed if is_search => "hit, w.changed_at DESC, w.entry_id DESC",
            Self::Changed => "w.changed_at DESC, w.entry_id DESC",
            Self::Title => "d.title_key, w.entry_id",
            Self::Day => "d.day DESC NULLS LAST, w.entry_id",
        }
    }

    fn needs_keys(self) -> bool {
        matches!(self, Self::Title | Self::Day)
    }
}

/// The tables and conditions of a list, only those that it needs.
struct Source {
    /// The common table expression at the beginning of the statement, or nothing.
    with: String,
    tables: String,
    conditions: Where,
    order: &'static str,
}

/// A belonging of the newest version, by the slug of the field of action or body.
const OF_FIELD: &str = "w.entry_id IN (SELECT x.entry_id FROM entries f JOIN rights_ties x ON x.to_id = f.id \
     WHERE f.kind = 'field' AND f.slug = $)";
const OF_BODY: &str = "w.entry_id IN (SELECT x.entry_id FROM entries f JOIN rights_ties x ON x.to_id = f.id \
     WHERE f.kind = 'body' AND f.slug = $)";
const OF_PERSON: &str = "w.changed_by = $ OR w.entry_id IN \
     (SELECT h.entry_id FROM history h WHERE h.author_id = $ AND h.act = 'created')";

impl Wanted {
    /// The tables and the conditions of the list, after this many other parameters; only of these entries, if some are
    /// named. `None` if nothing can match.
    fn source(&self, sight: Sight, parameters: usize, among: Option<&[EntryId]>) -> Option<Source> {
        let words = self.words().filter(|_| !is_too_long(&self.text))?;
        let mut conditions = Where::after(parameters);
        let mut tables = "FROM work w".to_owned();
        conditions.and("NOT EXISTS (SELECT 1 FROM binned b WHERE b.entry_id = w.entry_id)");
        conditions.and_some("e.kind = $", self.kind.map(Kind::code));
        if let Some(standing) = self.standing {
            conditions.and(standing.condition());
        }
        if let Some(among) = among {
            conditions.and_among("w.entry_id", among.iter().map(|id| id.0));
        }
        conditions.and_some(OF_FIELD, self.field.as_ref().map(Slug::as_str));
        conditions.and_some(OF_BODY, self.body.as_ref().map(Slug::as_str));
        conditions.and_some(OF_PERSON, self.person);
        if let Some(language) = self.language {
            conditions.and(language.condition());
        }
        if self.unpictured {
            conditions.and("NOT d.pictured");
        }
        sight.limit_to_writable(&mut conditions, "w.entry_id");
        if self.kind.is_some() || self.standing.is_some_and(Standing::needs_card) {
            tables.push_str(" JOIN entries e ON e.id = w.entry_id");
        }
        if self.language.is_some() || self.unpictured || self.order.needs_keys() {
            tables.push_str(" JOIN desk_cards d ON d.entry_id = w.entry_id");
        }
        let with = if words.is_empty() { String::new() } else { named(&words, &mut conditions) };
        if !words.is_empty() {
            tables.push_str(" JOIN named n ON n.entry_id = w.entry_id");
        }
        Some(Source { with, tables, conditions, order: self.order.by(!words.is_empty()) })
    }
}

/// The entries that hold all words, and whether their titles do. The words of all entries are looked at one after the
/// other in any case, so it is done once and first.
fn named(words: &[String], conditions: &mut Where) -> String {
    let patterns: Vec<usize> = words.iter().map(|word| conditions.parameter(format!("%{word}%"))).collect();
    let hold = |column: &str| {
        patterns.iter().map(|number| format!("{column} LIKE ${number}")).collect::<Vec<_>>().join(" AND ")
    };
    format!(
        "WITH named AS MATERIALIZED (SELECT entry_id, CASE WHEN {} THEN 0 ELSE 1 END AS hit \
         FROM desk_cards WHERE {})",
        hold("title_key"),
        hold("words")
    )
}

#[derive(sqlx::FromRow)]
struct ListedRow {
    id: EntryId,
    kind: String,
    slug: String,
    title: String,
    state: String,
    head: i64,
    live: Option<i64>,
    due_at: Option<i64>,
    changed_at: i64,
    edtf: Option<String>,
    certainty: Option<String>,
    english: String,
    easy: String,
    stale: bool,
    pictured: bool,
    total: i64,
    changed_by: String,
}

/// The rows are picked first, and counted in the same pass; everything else is looked up for them only.
const COLUMNS: &str = "e.id, e.kind, e.slug, t.title, e.state, w.head, w.live, w.due_at, w.changed_at, e.edtf, e.certainty, \
     d.english, d.easy, d.stale, d.pictured, p.total, COALESCE((SELECT h.author FROM history h WHERE h.entry_id = e.id \
     ORDER BY h.at DESC, h.id DESC LIMIT 1), '') AS changed_by";
const AROUND: &str = "JOIN work w ON w.entry_id = p.entry_id JOIN entries e ON e.id = p.entry_id \
     JOIN desk_cards d ON d.entry_id = p.entry_id JOIN entry_texts t ON t.entry_id = p.entry_id AND t.locale = 'de'";

/// A page of the entries that somebody may edit, and the number of all.
pub(crate) async fn list(
    conn: &mut Conn<'_>,
    sight: Sight,
    wanted: &Wanted,
    place: (i64, i64),
) -> Result<(Vec<Listed>, i64)> {
    let Some(source) = wanted.source(sight, 2, None) else { return Ok((Vec::new(), 0)) };
    let rows = rows(conn, source, place).await?;
    let total = match rows.first() {
        Some(row) => row.total,
        // A page behind the last one holds no row that could tell.
        None if place.1 > 0 => count(conn, sight, wanted).await?,
        None => 0,
    };
    Ok((rows.into_iter().map(ListedRow::into_listed).collect::<Result<_>>()?, total))
}

/// All entries of a list that somebody may edit, or those of them that are named.
pub(crate) async fn select(
    conn: &mut Conn<'_>,
    sight: Sight,
    wanted: &Wanted,
    among: Option<&[EntryId]>,
) -> Result<Vec<Listed>> {
    let Some(source) = wanted.source(sight, 2, among) else { return Ok(Vec::new()) };
    rows(conn, source, (i64::MAX, 0)).await?.into_iter().map(ListedRow::into_listed).collect()
}

async fn rows(conn: &mut Conn<'_>, source: Source, (limit, offset): (i64, i64)) -> Result<Vec<ListedRow>> {
    let Source { with, tables, conditions, order } = source;
    let hit = if with.is_empty() { "" } else { ", n.hit" };
    let head = format!("{with} SELECT {COLUMNS} FROM (SELECT w.entry_id, COUNT(*) OVER () AS total{hit} {tables}");
    let tail = format!("ORDER BY {order} LIMIT $1 OFFSET $2) p {AROUND} ORDER BY {order}");
    on!(conn, |c| {
        let query = sqlx::query_as(conditions.statement(&head, &tail)).bind(limit).bind(offset);
        bind_where!(query, conditions).fetch_all(c).await
    })
}

/// The number of the entries that somebody may edit.
pub(crate) async fn count(conn: &mut Conn<'_>, sight: Sight, wanted: &Wanted) -> Result<i64> {
    let Some(Source { with, tables, conditions, .. }) = wanted.source(sight, 0, None) else { return Ok(0) };
    let head = format!("{with} SELECT COUNT(*) {tables}");
    on!(conn, |c| bind_where!(sqlx::query_scalar(conditions.statement(&head, "")), conditions).fetch_one(c).await)
}

impl ListedRow {
    fn into_listed(self) -> Result<Listed> {
        let text = |code: &str| TextState::from_code(code).ok_or_else(|| unknown("state of a text", code));
        Ok(Listed {
            id: self.id,
            kind: Kind::from_code(&self.kind).ok_or_else(|| unknown("kind", &self.kind))?,
            slug: self.slug,
            title: self.title,
            state: State::from_code(&self.state).ok_or_else(|| unknown("state", &self.state))?,
            head: self.head,
            live: self.live,
            due_at: self.due_at.map(instant).transpose()?,
            changed_at: instant(self.changed_at)?,
            changed_by: self.changed_by,
            when: golden_thread::store::when(self.edtf.as_deref(), self.certainty.as_deref())?,
            english: text(&self.english)?,
            easy: text(&self.easy)?,
            is_stale: self.stale,
            is_pictured: self.pictured,
        })
    }
}

const FIELDS: &str = "SELECT x.entry_id, t.title FROM rights_ties x JOIN entries f ON f.id = x.to_id AND f.kind = 'field' \
     JOIN entry_texts t ON t.entry_id = f.id AND t.locale = 'de' WHERE x.entry_id IN";

/// The titles of the fields of action of these entries.
pub(crate) async fn fields(conn: &mut Conn<'_>, entries: &[EntryId]) -> Result<Vec<(EntryId, String)>> {
    let mut found = Vec::new();
    for some in entries.chunks(db::ROWS_AT_ONCE) {
        let sql = format!("{FIELDS} {} ORDER BY f.number NULLS LAST, t.title", parameters(1, some.len()));
        let rows: Vec<(EntryId, String)> =
            on!(conn, |c| bind_all!(sqlx::query_as(AssertSqlSafe(sql.as_str())), some).fetch_all(c).await)?;
        found.extend(rows);
    }
    Ok(found)
}

const OF_KIND: &str =
    "SELECT e.slug, t.title FROM entries e JOIN entry_texts t ON t.entry_id = e.id AND t.locale = 'de'";

/// The entries of a kind to which something belongs, by slug and title, as far as somebody sees them: choices of a filter.
pub(crate) async fn belonged_to(conn: &mut Conn<'_>, sight: Sight, kind: Kind) -> Result<Vec<(String, String)>> {
    let mut conditions = Where::after(0);
    conditions.and("EXISTS (SELECT 1 FROM rights_ties x WHERE x.to_id = e.id)");
    conditions.and_some("e.kind = $", Some(kind.code()));
    sight.limit_to_seen(&mut conditions, "e");
    on!(conn, |c| {
        let query = sqlx::query_as(conditions.statement(OF_KIND, "ORDER BY e.number NULLS LAST, t.folded, e.id"));
        bind_where!(query, conditions).fetch_all(c).await
    })
}

const AUTHORS: &str = "SELECT p.id, p.name FROM persons p WHERE EXISTS (SELECT 1 FROM history h WHERE h.author_id = p.id) \
     ORDER BY p.sort_name, p.id";

/// Everybody who has written an entry: id and name.
pub(crate) async fn authors(conn: &mut Conn<'_>) -> Result<Vec<(Uuid, String)>> {
    on!(conn, |c| sqlx::query_as(AUTHORS).fetch_all(c).await)
}
