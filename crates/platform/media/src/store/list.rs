//! Lists of media for the desk.

use base::fold;
use db::{Conn, Result, on};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use super::rows::{COLUMNS, MediumRow};
use crate::medium::{Medium, Sort};

/// Whose media a list shows, beside those that the public sees.
#[derive(Debug, Clone, Copy)]
pub struct Seen {
    /// The person: the value of the parameter.
    pub person: Uuid,
    /// The condition on the medium `m`; the person is the parameter with the number that it is given.
    pub condition: fn(usize) -> String,
}
/// More words are not looked for; databases refuse statements with too many values.
const MOST_WORDS: usize = 16;
/// As many letters of a word are looked for; databases refuse longer patterns.
const LONGEST: usize = 100;

/// Which media to list.
#[derive(Debug, Clone, Default)]
pub struct ListFilter {
    /// Only this sort.
    pub sort: Option<Sort>,
    /// Only those that the public may see, or only the others.
    pub complete: Option<bool>,
    /// Only those that an entry uses, or only the others.
    pub used: Option<bool>,
    /// Only those whose words have all of these in them.
    pub words: String,
    /// The withdrawn ones, instead of all others.
    pub withdrawn: bool,
    /// Only those that somebody sees; all if `None`.
    pub seen: Option<Seen>,
}

impl ListFilter {
    /// Each word, folded, as a pattern. Folding leaves letters and digits only, so nothing in it has a
    /// meaning of its own.
    fn patterns(&self) -> Vec<String> {
        let words = fold::words(&self.words);
        let words = words.split_whitespace().take(MOST_WORDS);
        words.map(|word| format!("%{}%", word.get(..LONGEST).unwrap_or(word))).collect()
    }

    /// The condition; its values are the sort, the patterns and the person, numbered from 1.
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

/// How many there are.
pub async fn count(conn: &mut Conn<'_>, filter: &ListFilter) -> Result<i64> {
    let patterns = filter.patterns();
    let sql = AssertSqlSafe(format!("SELECT COUNT(*) {}", filter.sql(&patterns)));
    let (count,): (i64,) = on!(conn, |c| bind_filter!(sqlx::query_as(sql), filter, &patterns).fetch_one(c).await)?;
    Ok(count)
}
