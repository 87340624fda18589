//! Lists of events: upcoming ones first, then past ones.

use base::Locale;
use db::{Conn, Result, Where, bind_where, on, unknown};
use golden_thread::store::{CardFilter, CardRow, days};
use golden_thread::{Card, select_cards};
use jiff::civil::Date;

/// An event in a list.
#[derive(Debug, Clone)]
pub(crate) struct Listed {
    pub(crate) card: Card,
    pub(crate) stretch: Stretch,
    pub(crate) venue: Option<String>,
    /// The name of its town.
    pub(crate) town: Option<String>,
    /// The number of its published sub-events.
    pub(crate) parts: i64,
    /// The number of forums among them.
    pub(crate) forums: i64,
    /// The title of the event to which it belongs as a sub-event.
    pub(crate) parent: Option<String>,
}

/// The sections of the list, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stretch {
    /// Events in the future or going on; the next one first.
    Upcoming,
    /// Events planned for a past time, without a record whether they took place.
    Unclear,
    /// Past events; the last one first.
    Past,
    /// Events without a date.
    Undated,
}

impl Stretch {
    /// All sections; the index of each is its number in the statement below.
    pub(crate) const ALL: [Self; 4] = [Self::Upcoming, Self::Unclear, Self::Past, Self::Undated];

    fn at(place: i64) -> Result<Self> {
        let known = usize::try_from(place).ok().and_then(|place| Self::ALL.get(place).copied());
        known.ok_or_else(|| unknown("stretch of the list", &place.to_string()))
    }
}

#[derive(sqlx::FromRow)]
struct ListedRow {
    #[sqlx(flatten)]
    card: CardRow,
    stretch: i64,
    venue: Option<String>,
    town: Option<String>,
    parts: i64,
    forums: i64,
    parent: Option<String>,
}

impl ListedRow {
    fn into_listed(self, locale: Locale) -> Result<Listed> {
        Ok(Listed {
            card: self.card.into_card(locale)?,
            stretch: Stretch::at(self.stretch)?,
            venue: self.venue,
            town: self.town,
            parts: self.parts,
            forums: self.forums,
            parent: self.parent,
        })
    }
}

/// The conditions on the entry `e` of the event `v`, after this many other parameters. Sub-events are listed
/// only in the list of their field.
fn conditions(filter: CardFilter<'_>, parameters: usize) -> Where {
    let mut conditions = Where::after(parameters);
    conditions.and("e.kind = 'event' AND e.state = 'published'");
    if filter.field.is_none() {
        conditions.and(
            "v.parent_id IS NULL \
             OR NOT EXISTS (SELECT 1 FROM entries p WHERE p.id = v.parent_id AND p.state = 'published')",
        );
    }
    // A year holds fewer events than a field, so the list begins with the narrower of the two.
    let of_field = match filter.year {
        Some(_) => "EXISTS (SELECT 1 FROM entry_fields x WHERE x.entry_id = e.id AND x.field_id = $)",
        None => "e.id IN (SELECT x.entry_id FROM entry_fields x WHERE x.field_id = $)",
    };
    conditions.and_some(of_field, filter.field.map(|field| field.0));
    let day = |month, day| filter.year.and_then(|year| Date::new(year, month, day).ok()).map(days);
    conditions.and_some("e.edtf IS NOT NULL AND (e.latest IS NULL OR e.latest >= $)", day(1, 1));
    conditions.and_some("e.edtf IS NOT NULL AND (e.earliest IS NULL OR e.earliest <= $)", day(12, 31));
    conditions
}

// The inner statement selects the rows of the page by their narrow columns, so that titles and counts are looked up
// for these rows only. `$2` is today.
const LIST: &str = select_cards!(
    ", p.stretch, v.venue, m.name AS town, \
     (SELECT COUNT(*) FROM events s JOIN entries se ON se.id = s.entry_id WHERE s.parent_id = e.id \
     AND se.state = 'published') AS parts, \
     (SELECT COUNT(*) FROM events s JOIN entries se ON se.id = s.entry_id WHERE s.parent_id = e.id \
     AND se.state = 'published' AND se.form = 'forum') AS forums, \
     (SELECT COALESCE(pt.title, pd.title) FROM entries pe JOIN entry_texts pd ON pd.entry_id = pe.id AND pd.locale = 'de' \
     LEFT JOIN entry_texts pt ON pt.entry_id = pe.id AND pt.locale = $1 \
     WHERE pe.id = v.parent_id AND pe.state = 'published') AS parent",
    "JOIN events v ON v.entry_id = e.id LEFT JOIN municipalities m ON m.ags = e.municipality JOIN (\
     SELECT e.id AS picked, CAST(CASE WHEN COALESCE(e.latest, e.earliest) >= $2 THEN 0 \
     WHEN e.edtf IS NULL THEN 3 WHEN e.certainty IN ('expected', 'tentative') THEN 1 ELSE 2 END AS BIGINT) AS stretch, \
     CASE WHEN COALESCE(e.latest, e.earliest) >= $2 THEN COALESCE(e.earliest, e.latest) \
     ELSE -COALESCE(e.earliest, e.latest) END AS place FROM entries e JOIN events v ON v.entry_id = e.id"
);
const PAGE: &str = "ORDER BY stretch, place, e.number, e.id LIMIT $3 OFFSET $4) p ON p.picked = e.id \
     ORDER BY p.stretch, p.place, e.number, e.id";

/// One page of events: first upcoming ones, then past ones, newest first.
pub(crate) async fn list(
    conn: &mut Conn<'_>,
    locale: Locale,
    filter: CardFilter<'_>,
    today: Date,
    limit: i64,
    offset: i64,
) -> Result<Vec<Listed>> {
    let conditions = conditions(filter, 4);
    let rows: Vec<ListedRow> = on!(conn, |c| {
        let query = sqlx::query_as(conditions.statement(LIST, PAGE));
        let query = query.bind(locale.code()).bind(days(today)).bind(limit).bind(offset);
        bind_where!(query, conditions).fetch_all(c).await
    })?;
    rows.into_iter().map(|row| row.into_listed(locale)).collect()
}

/// The numbers of events that match a filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tally {
    /// All matching events.
    pub(crate) total: i64,
    /// Those that are not over.
    pub(crate) upcoming: i64,
}

const TALLY: &str = "SELECT COUNT(*), COUNT(CASE WHEN COALESCE(e.latest, e.earliest) >= $1 THEN 1 END) \
     FROM entries e JOIN events v ON v.entry_id = e.id";

/// Counts the events that [`list`] would list.
pub(crate) async fn tally(conn: &mut Conn<'_>, filter: CardFilter<'_>, today: Date) -> Result<Tally> {
    let conditions = conditions(filter, 1);
    let (total, upcoming): (i64, i64) = on!(conn, |c| {
        let query = sqlx::query_as(conditions.statement(TALLY, "")).bind(days(today));
        bind_where!(query, conditions).fetch_one(c).await
    })?;
    Ok(Tally { total, upcoming })
}

const UPCOMING: &str = select_cards!(
    "",
    "JOIN events v ON v.entry_id = e.id WHERE e.kind = 'event' AND e.state = 'published' AND v.parent_id IS NULL \
     AND COALESCE(e.latest, e.earliest) >= $2 ORDER BY COALESCE(e.earliest, e.latest), e.id LIMIT $3"
);

/// The next events, without sub-events.
pub(crate) async fn upcoming(conn: &mut Conn<'_>, locale: Locale, today: Date, limit: i64) -> Result<Vec<Card>> {
    let rows: Vec<CardRow> =
        on!(conn, |c| sqlx::query_as(UPCOMING).bind(locale.code()).bind(days(today)).bind(limit).fetch_all(c).await)?;
    rows.into_iter().map(|row| row.into_card(locale)).collect()
}
