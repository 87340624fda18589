//! The desk's queries about entries, drafts and withdrawn ones too.

use accounts::Sight;
use base::fold;
use db::{Conn, Result, Where, bind_where, instant, on, unknown};
use desk_kit::store::is_too_long;
use golden_thread::{EntryId, Kind, Relation, State};
use jiff::Timestamp;

pub(crate) use desk_kit::store::name;

use super::standing::Standing;

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

/// A link to an entry.
#[derive(Debug)]
pub(crate) struct IncomingLink {
    pub(crate) relation: Relation,
    pub(crate) kind: Kind,
    pub(crate) slug: String,
    pub(crate) title: String,
}

// Both ends are looked up by their indexes in time; the end of the sentence has none.
const INCOMING: &str = "SELECT l.relation, e.kind, e.slug, t.title, COUNT(*) OVER () FROM links l JOIN entries e ON e.id = l.from_id \
     JOIN entry_texts t ON t.entry_id = e.id AND t.locale = 'de' WHERE (l.origin_id = $1 OR l.outcome_id = $1) AND l.to_id = $1 \
     AND l.withdrawn_at IS NULL AND e.state = 'published' ORDER BY t.title, e.id, l.relation LIMIT $2";

/// Links of public entries to an entry, at most `limit`, and the number of all.
pub(crate) async fn incoming(conn: &mut Conn<'_>, id: EntryId, limit: i64) -> Result<(Vec<IncomingLink>, i64)> {
    let rows: Vec<(String, String, String, String, i64)> =
        on!(conn, |c| sqlx::query_as(INCOMING).bind(id).bind(limit).fetch_all(c).await)?;
    let total = rows.first().map_or(0, |row| row.4);
    let links = rows.into_iter().map(|(relation, kind, slug, title, _)| {
        Ok(IncomingLink {
            relation: Relation::from_code(&relation).ok_or_else(|| unknown("relation", &relation))?,
            kind: Kind::from_code(&kind).ok_or_else(|| unknown("kind", &kind))?,
            slug,
            title,
        })
    });
    Ok((links.collect::<Result<_>>()?, total))
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
            Self::Stale => "w.entry_id IN (SELECT entry_id FROM entry_texts WHERE stale)",
        }
    }
}

/// The filters of a list of entries.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// Only of this kind.
    pub(crate) kind: Option<Kind>,
    /// Only in this state.
    pub(crate) standing: Option<Standing>,
    /// Only those whose title holds this.
    pub(crate) text: String,
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
    /// The author of the newest version; empty for the program.
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

/// A page of the entries that somebody may edit, the last changed first, and the number of all.
pub(crate) async fn list(
    conn: &mut Conn<'_>,
    sight: Sight,
    wanted: &Wanted,
    (limit, offset): (i64, i64),
) -> Result<(Vec<Listed>, i64)> {
    if is_too_long(&wanted.text) {
        return Ok((Vec::new(), 0));
    }
    let source = wanted.source(sight, 2);
    let head = format!("{} {PAGE_BEGIN} {}", source.with, source.tables);
    let rows: Vec<ListedRow> = on!(conn, |c| {
        let query = sqlx::query_as(source.conditions.statement(&head, PAGE_END)).bind(limit).bind(offset);
        bind_where!(query, source.conditions).fetch_all(c).await
    })?;
    let total = match rows.first() {
        Some(row) => row.total,
        // A page behind the last one holds no row that could tell.
        None if offset > 0 => {
            let source = wanted.source(sight, 0);
            let head = format!("{} SELECT COUNT(*) {}", source.with, source.tables);
            on!(conn, |c| {
                let query = sqlx::query_scalar(source.conditions.statement(&head, ""));
                bind_where!(query, source.conditions).fetch_one(c).await
            })?
        }
        None => 0,
    };
    Ok((rows.into_iter().map(ListedRow::into_listed).collect::<Result<_>>()?, total))
}

/// The tables of a list, only those that its conditions need.
struct Source {
    /// The common table expression at the beginning of the statement, or nothing.
    with: String,
    tables: String,
    conditions: Where,
}

impl Wanted {
    /// The tables and the conditions of the list, after this many other parameters.
    fn source(&self, sight: Sight, parameters: usize) -> Source {
        let mut conditions = Where::after(parameters);
        let (mut with, mut tables) = (String::new(), "FROM work w".to_owned());
        conditions.and("NOT EXISTS (SELECT 1 FROM binned b WHERE b.entry_id = w.entry_id)");
        conditions.and_some("e.kind = $", self.kind.map(Kind::code));
        if let Some(standing) = self.standing {
            conditions.and(standing.condition());
        }
        if let Some(person) = sight.parameter(&mut conditions) {
            conditions.and_built(Sight::writable("w.entry_id", person));
        }
        if self.kind.is_some() || self.standing.is_some_and(Standing::needs_card) {
            tables.push_str(" JOIN entries e ON e.id = w.entry_id");
        }
        if !self.text.is_empty() {
            let pattern = conditions.parameter(format!("%{}%", fold::words(&self.text)));
            // Titles are looked at one after the other in any case, so it is done once and before everything else.
            with = format!(
                "WITH named AS MATERIALIZED (SELECT entry_id FROM entry_texts WHERE locale = 'de' \
                 AND folded LIKE ${pattern})"
            );
            tables.push_str(" JOIN named n ON n.entry_id = w.entry_id");
        }
        Source { with, tables, conditions }
    }
}

/// The page is picked first, and counted in the same pass; everything else is looked up for its rows only.
const PAGE_BEGIN: &str = "SELECT e.kind, e.slug, t.title, e.state, w.head, w.live, w.due_at, w.changed_at, p.total, \
     COALESCE((SELECT h.author FROM history h WHERE h.entry_id = e.id ORDER BY h.at DESC, h.id DESC LIMIT 1), '') \
     AS changed_by FROM (SELECT w.entry_id, COUNT(*) OVER () AS total";
const PAGE_END: &str = "ORDER BY w.changed_at DESC, w.entry_id DESC LIMIT $1 OFFSET $2) p \
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
