//! Entries as fields of a form name them, drafts and withdrawn ones too.

use std::collections::BTreeSet;

use accounts::Sight;
use base::fold;
use db::{Conn, Result, Where, bind_where, on, unknown};
use golden_thread::{EntryId, Kind, State};

use crate::alike;

/// An entry that could be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The kind of the entry.
    pub kind: Kind,
    /// Its name in addresses.
    pub slug: String,
    /// Its German title.
    pub title: String,
    /// Its date, as EDTF.
    pub edtf: Option<String>,
    /// The name of its town.
    pub town: Option<String>,
    /// Its state.
    pub state: State,
}

/// The entries that a text could mean.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The best of them.
    pub hits: Vec<Suggestion>,
    /// The number of all.
    pub total: i64,
}

const SUGGESTIONS: &str = "SELECT e.kind, e.slug, t.title, e.edtf, m.name AS town, e.state, COUNT(*) OVER () AS total \
     FROM entries e JOIN entry_texts t ON t.entry_id = e.id AND t.locale = 'de' \
     LEFT JOIN municipalities m ON m.ags = e.municipality";
const BEST_FIRST: &str = "ORDER BY CASE WHEN t.folded = $1 THEN 0 WHEN t.folded LIKE $2 THEN 1 \
     WHEN t.folded LIKE $3 THEN 2 ELSE 3 END, t.title, e.id LIMIT $4";
const NOT_BINNED: &str = "NOT EXISTS (SELECT 1 FROM binned b WHERE b.entry_id = e.id)";

#[derive(sqlx::FromRow)]
struct SuggestionRow {
    kind: String,
    slug: String,
    title: String,
    edtf: Option<String>,
    town: Option<String>,
    state: String,
    total: i64,
}

impl SuggestionRow {
    fn into_suggestion(self) -> Result<Suggestion> {
        Ok(Suggestion {
            kind: Kind::from_code(&self.kind).ok_or_else(|| unknown("kind", &self.kind))?,
            slug: self.slug,
            title: self.title,
            edtf: self.edtf,
            town: self.town,
            state: State::from_code(&self.state).ok_or_else(|| unknown("state", &self.state))?,
        })
    }
}

/// Entries that somebody sees and whose title or address holds every word of a text, in any order; the titles that are this
/// text, begin with it or hold it as it is come first.
pub(crate) async fn suggestions(
    conn: &mut Conn<'_>,
    sight: Sight,
    text: &str,
    kind: Option<Kind>,
    limit: i64,
) -> Result<Found> {
    let words = fold::words(text);
    if is_too_long(text) || (words.is_empty() && !text.trim().is_empty()) {
        return Ok(Found::default());
    }
    let mut conditions = Where::after(4);
    for word in words.split(' ').collect::<BTreeSet<_>>() {
        let word = conditions.parameter(format!("%{word}%"));
        conditions.and_built(format!("(t.folded LIKE ${word} OR e.slug LIKE ${word})"));
    }
    conditions.and("e.state <> 'withdrawn'");
    conditions.and(NOT_BINNED);
    conditions.and_some("e.kind = $", kind.map(Kind::code));
    sight.limit_to_seen(&mut conditions, "e");
    let rows: Vec<SuggestionRow> = on!(conn, |c| {
        let query = sqlx::query_as(conditions.statement(SUGGESTIONS, BEST_FIRST))
            .bind(&words)
            .bind(format!("{words}%"))
            .bind(format!("%{words}%"))
            .bind(limit);
        bind_where!(query, conditions).fetch_all(c).await
    })?;
    let total = rows.first().map_or(0, |row| row.total);
    let hits = rows.into_iter().map(SuggestionRow::into_suggestion).collect::<Result<_>>()?;
    Ok(Found { hits, total })
}

const BY_TITLE: &str = "ORDER BY t.title, e.id";

/// Entries of a kind that somebody sees and whose title says the same as this one (`alike::is_alike`): drafts and withdrawn
/// ones too.
///
/// # Errors
/// If the database fails.
pub async fn alike(conn: &mut Conn<'_>, sight: Sight, kind: Kind, title: &str) -> Result<Vec<Suggestion>> {
    let Some(word) = alike::longest_word(title).filter(|_| !is_too_long(title)) else { return Ok(Vec::new()) };
    let mut conditions = Where::after(0);
    conditions.and_some("e.kind = $", Some(kind.code()));
    // Blanks do not count: `Ruhr Futur` is `RuhrFutur`.
    conditions.and_some("REPLACE(t.folded, ' ', '') LIKE $", Some(format!("%{word}%")));
    conditions.and(NOT_BINNED);
    sight.limit_to_seen(&mut conditions, "e");
    let rows: Vec<SuggestionRow> = on!(conn, |c| {
        let query = sqlx::query_as(conditions.statement(SUGGESTIONS, BY_TITLE));
        bind_where!(query, conditions).fetch_all(c).await
    })?;
    let found = rows.into_iter().map(SuggestionRow::into_suggestion).collect::<Result<Vec<_>>>()?;
    Ok(found.into_iter().filter(|one| alike::is_alike(&one.title, title)).collect())
}

const TITLE: &str = "SELECT t.title FROM entries e JOIN entry_texts t ON t.entry_id = e.id AND t.locale = 'de'";

/// The German title of an entry, if somebody sees it.
pub(crate) async fn title(conn: &mut Conn<'_>, sight: Sight, kind: Kind, slug: &str) -> Result<Option<String>> {
    let mut conditions = Where::after(2);
    conditions.and("e.kind = $1 AND e.slug = $2");
    sight.limit_to_seen(&mut conditions, "e");
    on!(conn, |c| {
        let query = sqlx::query_scalar(conditions.statement(TITLE, "")).bind(kind.code()).bind(slug);
        bind_where!(query, conditions).fetch_optional(c).await
    })
}

const NAME: &str = "SELECT kind, slug FROM entries WHERE id = $1";

/// Kind and slug of an entry.
///
/// # Errors
/// If the database fails or holds a kind that is unknown.
pub async fn name(conn: &mut Conn<'_>, id: EntryId) -> Result<Option<(Kind, String)>> {
    let row: Option<(String, String)> = on!(conn, |c| sqlx::query_as(NAME).bind(id).fetch_optional(c).await)?;
    row.map(|(code, slug)| Ok((Kind::from_code(&code).ok_or_else(|| unknown("kind", &code))?, slug))).transpose()
}

const ALL_OF: &str = "SELECT e.slug, t.title, \
     e.state = 'withdrawn' OR EXISTS (SELECT 1 FROM binned b WHERE b.entry_id = e.id) FROM entries e \
     JOIN entry_texts t ON t.entry_id = e.id AND t.locale = 'de' WHERE e.kind = $1 ORDER BY e.number NULLS LAST, t.title, e.id";

/// All entries of a kind, in the order of their numbers: slug, German title, and true if it was withdrawn or deleted.
pub(crate) async fn all_of(conn: &mut Conn<'_>, kind: Kind) -> Result<Vec<(String, String, bool)>> {
    on!(conn, |c| sqlx::query_as(ALL_OF).bind(kind.code()).fetch_all(c).await)
}

const TOWNS: &str = "SELECT ags, name FROM municipalities ORDER BY position";

/// The towns of the region: official key and name.
///
/// # Errors
/// If the database fails.
pub(crate) async fn towns(conn: &mut Conn<'_>) -> Result<Vec<(String, String)>> {
    on!(conn, |c| sqlx::query_as(TOWNS).fetch_all(c).await)
}

/// No title is as long as this, in characters; databases refuse longer patterns, and nothing would be found.
const LONGEST: usize = 300;

/// True if no title can hold this text.
pub fn is_too_long(text: &str) -> bool {
    text.chars().nth(LONGEST).is_some()
}
