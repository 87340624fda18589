//! What the desk reads of entries, drafts and withdrawn ones too.

use accounts::{Sight, bind_sight};
use base::fold;
use db::{Conn, Result, instant, on, unknown};
use golden_thread::{EntryId, Kind, State};
use jiff::Timestamp;
use sqlx::AssertSqlSafe;

use desk_kit::store::is_too_long;
pub(crate) use desk_kit::store::name;

use super::standing::Standing;

const TITLE_OF: &str = "SELECT title FROM entry_texts WHERE entry_id = $1 AND locale = 'de'";

/// The German title of an entry, whoever asks.
pub(crate) async fn title_of(conn: &mut Conn<'_>, id: EntryId) -> Result<Option<String>> {
    on!(conn, |c| sqlx::query_scalar(TITLE_OF).bind(id).fetch_optional(c).await)
}

const FIND: &str = "SELECT id, state FROM entries WHERE kind = $1 AND slug = $2";

/// An entry by its address, in any state.
pub(crate) async fn find(conn: &mut Conn<'_>, kind: Kind, slug: &str) -> Result<Option<(EntryId, State)>> {
    let row: Option<(EntryId, String)> =
        on!(conn, |c| sqlx::query_as(FIND).bind(kind.code()).bind(slug).fetch_optional(c).await)?;
    row.map(|(id, code)| Ok((id, State::from_code(&code).ok_or_else(|| unknown("state", &code))?))).transpose()
}

const STATE: &str = "SELECT state FROM entries WHERE id = $1";

/// The state of an entry.
pub(crate) async fn state(conn: &mut Conn<'_>, id: EntryId) -> Result<State> {
    let code: String = on!(conn, |c| sqlx::query_scalar(STATE).bind(id).fetch_one(c).await)?;
    State::from_code(&code).ok_or_else(|| unknown("state", &code))
}

impl Standing {
    /// Whether its condition looks at the entry's card.
    fn needs_card(self) -> bool {
        matches!(self, Self::Draft | Self::Withdrawn)
    }

    /// The condition over work `w`, and entries `e` if it needs them.
    fn condition(self) -> &'static str {
        match self {
            Self::Draft => "e.state = 'draft'",
            // What is not public has no live version, and none is newer than the newest. Of `=`, PostgreSQL expects
            // one row in two hundred, and plans as if there were few.
            Self::Published => "w.live >= w.head",
            Self::Changed => "w.live <> w.head",
            Self::Scheduled => "w.due_at IS NOT NULL",
            Self::Withdrawn => "e.state = 'withdrawn'",
            Self::Stale => "w.entry_id IN (SELECT entry_id FROM entry_texts WHERE stale)",
        }
    }
}

/// Which entries a list shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// Only of this kind.
    pub(crate) kind: Option<Kind>,
    /// Only where they stand so.
    pub(crate) standing: Option<Standing>,
    /// Only those whose title holds this.
    pub(crate) text: String,
}

impl Wanted {
    /// The person's parameter in the statement of a page, and in that of the count.
    const PERSON_OF_PAGE: usize = 5;
    const PERSON_OF_COUNT: usize = 3;
}

impl Listed {
    /// Where it stands.
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

/// A line of the list.
#[derive(Debug, Clone)]
pub(crate) struct Listed {
    pub(crate) kind: Kind,
    pub(crate) slug: String,
    pub(crate) title: String,
    pub(crate) state: State,
    pub(crate) head: i64,
    pub(crate) live: Option<i64>,
    pub(crate) due_at: Option<Timestamp>,
    pub(crate) changed_at: Timestamp,
    /// Who made the newest version; empty for the program.
    pub(crate) changed_by: String,
}

#[derive(sqlx::FromRow)]
struct ListedRow {
    kind: String,
    slug: String,
    title: String,
    state: String,
    head: i64,
    live: Option<i64>,
    due_at: Option<i64>,
    changed_at: i64,
    total: i64,
    changed_by: String,
}

/// A page of the list of what somebody may edit, what was changed last first, and how many there are in all.
pub(crate) async fn list(
    conn: &mut Conn<'_>,
    sight: Sight,
    wanted: &Wanted,
    (limit, offset): (i64, i64),
) -> Result<(Vec<Listed>, i64)> {
    if is_too_long(&wanted.text) {
        return Ok((Vec::new(), 0));
    }
    let (named, all) = wanted.entries(sight, Wanted::PERSON_OF_PAGE);
    let kind = wanted.kind.map_or("", Kind::code);
    let text = format!("%{}%", fold::words(&wanted.text));
    let sql = format!("{named} {PAGE_BEGIN} {all} {PAGE_END}");
    let rows: Vec<ListedRow> = on!(conn, |c| {
        let query = sqlx::query_as(AssertSqlSafe(sql.as_str())).bind(kind).bind(&text).bind(limit).bind(offset);
        bind_sight!(query, sight).fetch_all(c).await
    })?;
    let total = match rows.first() {
        Some(row) => row.total,
        // A page behind the last one holds no row that could tell.
        None if offset > 0 => {
            let (named, all) = wanted.entries(sight, Wanted::PERSON_OF_COUNT);
            let sql = format!("{named} SELECT COUNT(*) {all}");
            on!(conn, |c| {
                let query = sqlx::query_scalar(AssertSqlSafe(sql.as_str())).bind(kind).bind(&text);
                bind_sight!(query, sight).fetch_one(c).await
            })?
        }
        None => 0,
    };
    Ok((rows.into_iter().map(ListedRow::into_listed).collect::<Result<_>>()?, total))
}

impl Wanted {
    /// The statement's beginning, and from where it takes which rows: only from tables that are asked for.
    fn entries(&self, sight: Sight, person: usize) -> (&'static str, String) {
        let has_text = !self.text.is_empty();
        let mut tables = "FROM work w".to_owned();
        // Each parameter is used in any case, so that both databases number them alike.
        let mut conditions = vec![if self.kind.is_some() { "e.kind = $1" } else { "$1 = ''" }];
        conditions.extend((!has_text).then_some("$2 <> ''"));
        conditions.extend(self.standing.map(Standing::condition));
        let writable = sight.writable("w.entry_id", person);
        conditions.extend(writable.as_deref());
        if self.kind.is_some() || self.standing.is_some_and(Standing::needs_card) {
            tables.push_str(" JOIN entries e ON e.id = w.entry_id");
        }
        if has_text {
            tables.push_str(" JOIN named n ON n.entry_id = w.entry_id");
        }
        (if has_text { NAMED } else { "" }, format!("{tables} WHERE {}", conditions.join(" AND ")))
    }
}

/// Titles are looked at one after the other in any case, so it is done once and before everything else.
const NAMED: &str = "WITH named AS MATERIALIZED (SELECT entry_id FROM entry_texts WHERE locale = 'de' \
     AND folded LIKE $2)";
/// The page is picked first, and counted in the same pass; what it shows besides is looked up for its rows only.
const PAGE_BEGIN: &str = "SELECT e.kind, e.slug, t.title, e.state, w.head, w.live, w.due_at, w.changed_at, p.total, \
     COALESCE((SELECT h.author FROM history h WHERE h.entry_id = e.id ORDER BY h.at DESC, h.id DESC LIMIT 1), '') \
     AS changed_by FROM (SELECT w.entry_id, COUNT(*) OVER () AS total";
const PAGE_END: &str = "ORDER BY w.changed_at DESC, w.entry_id DESC LIMIT $3 OFFSET $4) p \
     JOIN work w ON w.entry_id = p.entry_id JOIN entries e ON e.id = p.entry_id \
     JOIN entry_texts t ON t.entry_id = p.entry_id AND t.locale = 'de' ORDER BY w.changed_at DESC, w.entry_id DESC";

impl ListedRow {
    fn into_listed(self) -> Result<Listed> {
        Ok(Listed {
            kind: Kind::from_code(&self.kind).ok_or_else(|| unknown("kind", &self.kind))?,
            slug: self.slug,
            title: self.title,
            state: State::from_code(&self.state).ok_or_else(|| unknown("state", &self.state))?,
            head: self.head,
            live: self.live,
            due_at: self.due_at.map(instant).transpose()?,
            changed_at: instant(self.changed_at)?,
            changed_by: self.changed_by,
        })
    }
}
