//! Lists of media for the desk.

use std::collections::HashMap;

use base::{Slug, fold};
use db::{Conn, Result, Where, bind_all, bind_where, on, parameters};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use super::rows::{COLUMNS, MediumRow};
use crate::medium::{Medium, MediumId, Sort};

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
    /// Only media that an entry or the logo uses, or only the others.
    pub used: Option<bool>,
    /// Only media that contain all of these words.
    pub words: String,
    /// Only the medium with this name in addresses.
    pub slug: Option<Slug>,
    /// The withdrawn media instead of all others.
    pub withdrawn: bool,
    /// The person whose own uploads come first.
    pub own_first: Option<Uuid>,
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

    /// The conditions on the medium `m`, after this many other parameters.
    fn conditions(&self, parameters: usize, logo: &[Slug]) -> Where {
        let mut conditions = Where::after(parameters);
        conditions.and(if self.withdrawn { "m.withdrawn_at IS NOT NULL" } else { "m.withdrawn_at IS NULL" });
        conditions.and_some("m.sort = $", self.sort.map(Sort::code));
        if let Some(complete) = self.complete {
            conditions.and(if complete { "m.complete" } else { "NOT m.complete" });
        }
        if let Some(used) = self.used {
            conditions.and_built(uses(used, logo));
        }
        conditions.and_some("m.slug = $", self.slug.as_ref().map(|slug| slug.as_str().to_owned()));
        for pattern in self.patterns() {
            conditions.and_some("m.found_by LIKE $", Some(pattern));
        }
        if let Some(seen) = self.seen {
            let own = (seen.condition)(conditions.parameter(seen.person));
            conditions.and_built(format!("(m.complete AND m.withdrawn_at IS NULL) OR {own}"));
        }
        conditions
    }
}

const USED: &str = "EXISTS (SELECT 1 FROM media_uses u WHERE u.slug = m.slug)";

/// The condition that an entry or the logo uses the medium, or that none does. A slug holds nothing that SQL would read.
fn uses(used: bool, logo: &[Slug]) -> String {
    let logo = logo.iter().map(|slug| format!("m.slug = '{slug}'"));
    let any = std::iter::once(USED.to_owned()).chain(logo).collect::<Vec<_>>().join(" OR ");
    if used { any } else { format!("NOT ({any})") }
}

/// The media of the logo, if the filter asks for uses.
async fn in_logo(conn: &mut Conn<'_>, filter: &ListFilter) -> Result<Vec<Slug>> {
    if filter.used.is_some() { super::in_logo(conn).await } else { Ok(Vec::new()) }
}

/// The media of a list, newest first; before them one's own, if the filter says so.
pub async fn list(conn: &mut Conn<'_>, filter: &ListFilter, limit: i64, offset: i64) -> Result<Vec<Medium>> {
    let mut conditions = filter.conditions(2, &in_logo(conn, filter).await?);
    let own_first = filter.own_first.map(|person| {
        let person = conditions.parameter(person);
        format!("CASE WHEN m.uploaded_by = ${person} THEN 0 ELSE 1 END, ")
    });
    let order = own_first.unwrap_or_default();
    let newest_first = format!("ORDER BY {order}m.created_at DESC, m.id DESC LIMIT $1 OFFSET $2");
    let head = format!("SELECT {COLUMNS} FROM media m");
    let rows: Vec<MediumRow> = on!(conn, |c| {
        let query = sqlx::query_as(conditions.statement(&head, &newest_first)).bind(limit).bind(offset);
        bind_where!(query, conditions).fetch_all(c).await
    })?;
    rows.into_iter().map(MediumRow::read).collect()
}

/// The number of media in a list.
pub async fn count(conn: &mut Conn<'_>, filter: &ListFilter) -> Result<i64> {
    let conditions = filter.conditions(0, &in_logo(conn, filter).await?);
    on!(conn, |c| {
        let query = sqlx::query_scalar(conditions.statement("SELECT COUNT(*) FROM media m", ""));
        bind_where!(query, conditions).fetch_one(c).await
    })
}

/// The largest width and height of pictures, by medium.
pub async fn dimensions(conn: &mut Conn<'_>, media: &[MediumId]) -> Result<HashMap<MediumId, (i64, i64)>> {
    if media.is_empty() {
        return Ok(HashMap::new());
    }
    let sql = AssertSqlSafe(format!(
        "SELECT media_id, MAX(width), MAX(height) FROM media_files WHERE media_id IN {} GROUP BY media_id",
        parameters(1, media.len())
    ));
    let rows: Vec<(MediumId, i64, i64)> = on!(conn, |c| bind_all!(sqlx::query_as(sql), media).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|(id, width, height)| (id, (width, height))).collect())
}
