//! Lists of media for the desk.

use base::fold;
use db::{Conn, Result, on};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use super::rows::{COLUMNS, MediumRow};
use crate::medium::{Medium, Sort};

/// A condition that decides which media a person sees.
#[derive(Debug, Clone, Copy)]
pub struct Seen {
    /// The id of the person, which is bound as a parameter.
    pub person: Uuid,
    /// Builds the SQL condition on the medium `m`, from the number of the parameter for the person.
    pub condition: fn(usize) -> String,
}
/// The most words of a search; databases refuse statements with too many values.
const MOST_WORDS: usize = 16;
/// The most bytes of a word in a search; databases refuse longer patterns.
const LONGEST: usize = 100;

/// The filters of a list of media.
#[derive(Debug, Clone, Default)]
pub struct ListFilter {
    /// Only media of this sort.
    pub sort: Option<Sort>,
    /// Only complete media, or only the others.
    pub complete: Option<bool>,
    /// Only media that an entry uses, or only the others.
    pub used: Option<bool>,
    /// Only media that contain all of these words.
    pub words: String,
    /// The withdrawn media instead of all others.
    pub withdrawn: bool,
    /// Only media that a person sees; all if `None`.
    pub seen: Option<Seen>,
}

impl ListFilter {
    /// Each word, folded, as a `LIKE` pattern. Folding leaves only letters and digits, so the words contain no
    /// wildcards.
    fn patterns(&self) -> Vec<String> {
        let words = fold::words(&self.words);
        let words = words.split_whitespace().take(MOST_WORDS);
        words.map(|word| format!("%{}%", word.get(..LONGEST).unwrap_or(word))).collect()
    }

    /// The SQL condition; its values are the sort, the patterns and the person, numbered from 1.
    fn sql(&self, patterns: &[String]) -> String {
        const USED: &str = "EXISTS (SELECT 1 FROM media_uses u WHERE u.slug = m.slug)";
        let mut number = 0;
        let next = |number: &mut usize| {
            *number += 1;
            format!("${number}")
        };
        let mut sql = format!("FROM media m WHERE m.withdrawn_at IS {}NULL", if self.withdrawn { "NOT " } else { "" });
        if self.sort.is_some() {
            sql.extend([" AND m.sort = ", &next(&mut number)]);
        }
        let either = |is_so: Option<bool>| is_so.map(|is_so| if is_so { " AND " } else { " AND NOT " });
        for (and, condition) in [(either(self.complete), "m.complete"), (either(self.used), USED)] {
            sql.extend(and.map(|and| [and, condition].concat()));
        }
        for _ in patterns {
            sql.extend([" AND m.found_by LIKE ", &next(&mut number)]);
        }
        if let Some(seen) = self.seen {
            number += 1;
            let own = (seen.condition)(number);
            sql.extend([" AND ((m.complete AND m.withdrawn_at IS NULL) OR ", &own, ")"]);
        }
        sql
    }
}

/// Binds the values that [`ListFilter::sql`] numbered.
macro_rules! bind_filter {
    ($query:expr, $filter:expr, $patterns:expr) => {{
        let mut query = $query;
        if let Some(sort) = $filter.sort {
            query = query.bind(sort.code());
        }
        for pattern in $patterns {
            query = query.bind(pattern.as_str());
        }
        if let Some(seen) = $filter.seen {
            query = query.bind(seen.person);
        }
        query
    }};
}

/// The media of a list, newest first.
pub async fn list(conn: &mut Conn<'_>, filter: &ListFilter, limit: i64, offset: i64) -> Result<Vec<Medium>> {
    let patterns = filter.patterns();
    let sql = filter.sql(&patterns);
    let sql = AssertSqlSafe(format!(
        "SELECT {COLUMNS} {sql} ORDER BY m.created_at DESC, m.id DESC LIMIT {limit} OFFSET {offset}"
    ));
    let rows: Vec<MediumRow> = on!(conn, |c| bind_filter!(sqlx::query_as(sql), filter, &patterns).fetch_all(c).await)?;
    rows.into_iter().map(MediumRow::read).collect()
}

/// The number of media in a list.
pub async fn count(conn: &mut Conn<'_>, filter: &ListFilter) -> Result<i64> {
    let patterns = filter.patterns();
    let sql = AssertSqlSafe(format!("SELECT COUNT(*) {}", filter.sql(&patterns)));
    let (count,): (i64,) = on!(conn, |c| bind_filter!(sqlx::query_as(sql), filter, &patterns).fetch_one(c).await)?;
    Ok(count)
}
