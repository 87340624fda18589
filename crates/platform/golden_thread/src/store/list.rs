//! Lists of cards with filters, orders and counts.

use base::Locale;
use db::{Conn, Result, Where, bind_where, on};
use jiff::civil::Date;

use super::cards::{CardRow, days};
use super::code;
use crate::{Card, EntryId, Kind, select_cards};

/// A filter for lists of cards; all conditions must hold.
#[derive(Debug, Clone, Copy, Default)]
pub struct CardFilter<'a> {
    /// Only this kind.
    pub kind: Option<Kind>,
    /// Only entries that belong to this field of action.
    pub field: Option<EntryId>,
    /// Only entries whose dates touch this year.
    pub year: Option<i16>,
    /// Only entries in this town (AGS).
    pub municipality: Option<&'a str>,
    /// Only entries of kinds that can be stations of the thread (`is_station`).
    pub stations: bool,
}

impl CardFilter<'_> {
    /// All of one kind.
    pub fn of(kind: Kind) -> Self {
        Self { kind: Some(kind), ..Self::default() }
    }

    /// First and last day of the year, as stored.
    fn year_bounds(&self) -> Option<(i64, i64)> {
        let day = |month, day| self.year.and_then(|year| Date::new(year, month, day).ok()).map(days);
        day(1, 1).zip(day(12, 31))
    }

    /// The table of the cards `c`. Entries of a field are found from the field (`CROSS JOIN` keeps SQLite
    /// from checking each entry instead).
    fn from(&self) -> &'static str {
        if self.field.is_some() { "FROM entry_fields x CROSS JOIN entries c" } else { "FROM entries c" }
    }

    /// The conditions on the cards `c`, after this many other parameters.
    fn conditions(&self, parameters: usize) -> Where {
        let mut conditions = Where::after(parameters);
        conditions.and("c.state = 'published'");
        conditions.and_some("c.kind = $", self.kind.map(Kind::code));
        conditions.and_some("x.field_id = $ AND c.id = x.entry_id", self.field.map(|field| field.0));
        let (first, last) = self.year_bounds().unzip();
        conditions.and_some("c.edtf IS NOT NULL AND (c.latest IS NULL OR c.latest >= $)", first);
        conditions.and_some("c.earliest IS NULL OR c.earliest <= $", last);
        conditions.and_some("c.municipality = $", self.municipality);
        if self.stations {
            conditions.and_built(format!("c.kind NOT IN {}", Kind::sql_list(|kind| !kind.def().is_station)));
        }
        conditions
    }
}

/// The order of a list of cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// The latest first; undated entries last.
    NewestFirst,
    /// The earliest first; undated entries last.
    OldestFirst,
    /// By number, else by title.
    Numbered,
    /// By field of action, those of several fields last; then by number.
    ByField,
}

impl Order {
    /// The `ORDER BY` of the cards `x`.
    fn sql(self, x: &str) -> String {
        let columns = match self {
            Self::NewestFirst => "#earliest DESC NULLS LAST, #id",
            Self::OldestFirst => "#earliest NULLS LAST, #latest NULLS LAST, #number NULLS LAST, #id",
            Self::Numbered => "#number NULLS LAST, #slug",
            Self::ByField => "#lane NULLS LAST, #number NULLS LAST, #slug",
        };
        format!("ORDER BY {}", columns.replace('#', &format!("{x}.")))
    }
}

/// One page of cards. The page is picked by its narrow columns first: the databases would otherwise
/// look up the texts of all cards before they sort and cut.
pub async fn list(
    conn: &mut Conn<'_>,
    locale: Locale,
    filter: CardFilter<'_>,
    order: Order,
    limit: i64,
    offset: i64,
) -> Result<Vec<Card>> {
    const CARDS: &str = select_cards!("", "JOIN (SELECT c.id AS page_id ");
    let conditions = filter.conditions(3);
    let head = format!("{CARDS}{}", filter.from());
    let tail = format!("{} LIMIT $2 OFFSET $3) page ON page.page_id = e.id {}", order.sql("c"), order.sql("e"));
    let rows: Vec<CardRow> = on!(conn, |c| {
        let query = sqlx::query_as(conditions.statement(&head, &tail)).bind(code(locale)).bind(limit).bind(offset);
        bind_where!(query, conditions).fetch_all(c).await
    })?;
    rows.into_iter().map(|row| row.into_card(locale)).collect()
}

/// Number of cards that a filter lets through.
pub async fn count(conn: &mut Conn<'_>, filter: CardFilter<'_>) -> Result<i64> {
    let conditions = filter.conditions(0);
    let head = format!("SELECT COUNT(*) {}", filter.from());
    on!(conn, |c| bind_where!(sqlx::query_scalar(conditions.statement(&head, "")), conditions).fetch_one(c).await)
}

const TIME_RANGE: &str = "SELECT \
     (SELECT e.earliest FROM entries e WHERE e.state = 'published' AND e.earliest IS NOT NULL ORDER BY e.earliest LIMIT 1), \
     (SELECT COALESCE(e.latest, e.earliest) FROM entries e WHERE e.state = 'published' \
     AND COALESCE(e.latest, e.earliest) IS NOT NULL ORDER BY COALESCE(e.latest, e.earliest) DESC LIMIT 1)";
const TIME_RANGE_OF_KIND: &str = "SELECT \
     (SELECT e.earliest FROM entries e WHERE e.kind = $1 AND e.state = 'published' AND e.earliest IS NOT NULL \
     ORDER BY e.earliest LIMIT 1), \
     (SELECT COALESCE(e.latest, e.earliest) FROM entries e WHERE e.kind = $1 AND e.state = 'published' \
     AND COALESCE(e.latest, e.earliest) IS NOT NULL ORDER BY COALESCE(e.latest, e.earliest) DESC LIMIT 1)";

/// The first and the last year that entries of a kind touch.
pub async fn time_range(conn: &mut Conn<'_>, kind: Option<Kind>) -> Result<Option<(i16, i16)>> {
    let (first, last): (Option<i64>, Option<i64>) = match kind {
        Some(kind) => on!(conn, |c| sqlx::query_as(TIME_RANGE_OF_KIND).bind(kind.code()).fetch_one(c).await),
        None => on!(conn, |c| sqlx::query_as(TIME_RANGE).fetch_one(c).await),
    }?;
    Ok(first.zip(last).and_then(|(first, last)| Some((year(first)?, year(last)?))))
}

fn year(days: i64) -> Option<i16> {
    let span = jiff::Span::new().try_days(days).ok()?;
    Some(jiff::civil::date(1970, 1, 1).checked_add(span).ok()?.year())
}

// All entries minus the few that are not public: the index alone answers that.
const COUNT_BY_FIELD: &str = "SELECT x.field_id, COUNT(*) - (SELECT COUNT(*) FROM entries h \
     JOIN entry_fields y ON y.entry_id = h.id WHERE h.state <> 'published' AND y.field_id = x.field_id) \
     FROM entry_fields x GROUP BY x.field_id";

/// Number of entries in each field of action.
pub async fn count_by_field(conn: &mut Conn<'_>) -> Result<Vec<(EntryId, i64)>> {
    on!(conn, |c| sqlx::query_as(COUNT_BY_FIELD).fetch_all(c).await)
}

const COUNT_BY_TOWN: &str = "SELECT e.municipality, COUNT(*) FROM entries e \
     WHERE e.state = 'published' AND e.municipality IS NOT NULL GROUP BY e.municipality";

/// Number of entries in each town that has any, by AGS.
pub async fn count_by_town(conn: &mut Conn<'_>) -> Result<Vec<(String, i64)>> {
    on!(conn, |c| sqlx::query_as(COUNT_BY_TOWN).fetch_all(c).await)
}
