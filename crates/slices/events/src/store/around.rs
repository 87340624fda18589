//! The details on the page of one event, besides its card.

use std::num::NonZeroU8;

use base::{Locale, Slug};
use db::{Conn, Result, on, unknown};
use edtf::{ClockTime, When};
use golden_thread::store::{CardRow, days};
use golden_thread::{Card, EntryId, select_cards};

use super::{localized, role, time};
use crate::event::Role;
use crate::programme::{Item, Shown};

/// The most organisers of one event.
const BODIES: i64 = 100;
/// The most programme items of one event, as for a long festival.
const ITEMS: i64 = 200;
/// The most events on the page of a body.
const INVOLVEMENTS: i64 = 50;

/// The place and hours of an event, as far as they are known.
#[derive(Debug, Default)]
pub(crate) struct Particulars {
    pub(crate) venue: Option<String>,
    pub(crate) address: Option<String>,
    /// The name of its town.
    pub(crate) town: Option<String>,
    pub(crate) starts: Option<ClockTime>,
    pub(crate) ends: Option<ClockTime>,
    /// Where people sign up.
    pub(crate) sign_up: Option<String>,
    /// Where people take part online.
    pub(crate) online: Option<String>,
}

#[derive(sqlx::FromRow)]
struct ParticularsRow {
    venue: Option<String>,
    address: Option<String>,
    town: Option<String>,
    starts: Option<String>,
    ends: Option<String>,
    sign_up: Option<String>,
    online: Option<String>,
}

const PARTICULARS: &str = "SELECT v.venue, v.address, v.starts, v.ends, v.sign_up, v.online, m.name AS town \
     FROM events v JOIN entries e ON e.id = v.entry_id LEFT JOIN municipalities m ON m.ags = e.municipality \
     WHERE v.entry_id = $1";

/// The place and hours of an event; empty if it does not exist.
pub(crate) async fn particulars(conn: &mut Conn<'_>, id: EntryId) -> Result<Particulars> {
    let row: Option<ParticularsRow> = on!(conn, |c| sqlx::query_as(PARTICULARS).bind(id).fetch_optional(c).await)?;
    let Some(row) = row else { return Ok(Particulars::default()) };
    Ok(Particulars {
        starts: time(row.starts.as_deref())?,
        ends: time(row.ends.as_deref())?,
        sign_up: row.sign_up,
        online: row.online,
        venue: row.venue,
        address: row.address,
        town: row.town,
    })
}

/// A body with its role in an event.
#[derive(Debug, Clone)]
pub(crate) struct Organiser {
    pub(crate) body: Card,
    pub(crate) role: Role,
}

#[derive(sqlx::FromRow)]
struct RoleRow {
    #[sqlx(flatten)]
    card: CardRow,
    role: String,
}

const ORGANISERS: &str = select_cards!(
    ", o.role",
    "JOIN event_organisers o ON o.body_id = e.id WHERE o.event_id = $2 AND e.state = 'published' ORDER BY o.position LIMIT $3"
);

/// The organisers of an event, in the order in which editors named them.
pub(crate) async fn organisers_of(conn: &mut Conn<'_>, locale: Locale, id: EntryId) -> Result<Vec<Organiser>> {
    let rows: Vec<RoleRow> =
        on!(conn, |c| sqlx::query_as(ORGANISERS).bind(locale.code()).bind(id).bind(BODIES).fetch_all(c).await)?;
    rows.into_iter().map(|row| Ok(Organiser { role: role(&row.role)?, body: row.card.into_card(locale)? })).collect()
}

const INVOLVEMENTS_OF: &str = select_cards!(
    ", o.role",
    "JOIN event_organisers o ON o.event_id = e.id WHERE o.body_id = $2 AND e.state = 'published' \
     ORDER BY e.earliest IS NULL, e.earliest DESC, e.number, e.id, o.position LIMIT $3"
);

/// The events of a body with its roles, newest first.
pub(crate) async fn involvements(conn: &mut Conn<'_>, locale: Locale, body: EntryId) -> Result<Vec<(Card, Role)>> {
    let rows: Vec<RoleRow> = on!(conn, |c| {
        sqlx::query_as(INVOLVEMENTS_OF).bind(locale.code()).bind(body).bind(INVOLVEMENTS).fetch_all(c).await
    })?;
    rows.into_iter().map(|row| Ok((row.card.into_card(locale)?, role(&row.role)?))).collect()
}

const INVOLVED: &str = "WITH scope (id) AS (SELECT e.id FROM entries e WHERE e.id = $1 UNION ALL SELECT v.entry_id FROM events v \
     JOIN entries e ON e.id = v.entry_id WHERE v.parent_id = $1 AND e.state = 'published') \
     SELECT o.body_id AS id FROM event_organisers o JOIN scope ON scope.id = o.event_id \
     UNION SELECT r.body_id FROM body_roles r JOIN scope ON scope.id = r.scope_id ORDER BY id LIMIT $2";

/// All bodies with a role in an event or in one of its sub-events, each once.
pub(crate) async fn involved_bodies(conn: &mut Conn<'_>, id: EntryId) -> Result<Vec<EntryId>> {
    let rows: Vec<(EntryId,)> = on!(conn, |c| sqlx::query_as(INVOLVED).bind(id).bind(BODIES).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// A sub-event.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    pub(crate) card: Card,
    /// The cover pattern of the field to which it belongs.
    pub(crate) pattern: Option<String>,
}

#[derive(sqlx::FromRow)]
struct PartRow {
    #[sqlx(flatten)]
    card: CardRow,
    pattern: Option<String>,
}

const PARTS: &str = select_cards!(
    ", (SELECT MIN(f.form) FROM entry_fields ef JOIN entries f ON f.id = ef.field_id WHERE ef.entry_id = e.id) AS pattern",
    "JOIN events v ON v.entry_id = e.id WHERE v.parent_id = $2 AND e.state = 'published' \
     ORDER BY e.number IS NULL, e.number, e.earliest IS NULL, e.earliest, e.id LIMIT $3"
);

/// The sub-events of an event: by number, then by time; at most `limit`.
pub(crate) async fn parts_of(conn: &mut Conn<'_>, locale: Locale, id: EntryId, limit: i64) -> Result<Vec<Part>> {
    let rows: Vec<PartRow> =
        on!(conn, |c| sqlx::query_as(PARTS).bind(locale.code()).bind(id).bind(limit).fetch_all(c).await)?;
    rows.into_iter().map(|row| Ok(Part { card: row.card.into_card(locale)?, pattern: row.pattern })).collect()
}

const PARENT: &str =
    select_cards!("", "JOIN events v ON v.parent_id = e.id WHERE v.entry_id = $2 AND e.state = 'published'");

/// The published event to which this one belongs as a sub-event.
pub(crate) async fn parent_of(conn: &mut Conn<'_>, locale: Locale, id: EntryId) -> Result<Option<Card>> {
    let row: Option<CardRow> =
        on!(conn, |c| sqlx::query_as(PARENT).bind(locale.code()).bind(id).fetch_optional(c).await)?;
    row.map(|row| row.into_card(locale)).transpose()
}

#[derive(sqlx::FromRow)]
struct ItemRow {
    day: Option<i64>,
    starts: Option<String>,
    title_de: String,
    title_en: Option<String>,
    slug: Option<String>,
    field: Option<i64>,
}

const PROGRAMME: &str = "SELECT p.day, p.starts, p.title_de, p.title_en, e.slug, \
     (SELECT CASE WHEN COUNT(*) = 1 THEN MIN(f.number) END FROM entry_fields ef JOIN entries f ON f.id = ef.field_id \
     WHERE ef.entry_id = e.id) AS field \
     FROM programme_items p LEFT JOIN entries e ON e.id = p.shows_id AND e.state = 'published' \
     WHERE p.event_id = $1 ORDER BY p.position LIMIT $2";

/// The programme of an event, in the order that editors chose.
pub(crate) async fn programme_of(conn: &mut Conn<'_>, id: EntryId) -> Result<Vec<Item>> {
    let rows: Vec<ItemRow> = on!(conn, |c| sqlx::query_as(PROGRAMME).bind(id).bind(ITEMS).fetch_all(c).await)?;
    rows.into_iter().map(ItemRow::into_item).collect()
}

impl ItemRow {
    fn into_item(self) -> Result<Item> {
        let field = self.field;
        let shown =
            |slug: String| Slug::parse(&slug).map(|slug| Shown { slug, field }).map_err(|_| unknown("slug", &slug));
        Ok(Item {
            day: self.day.map(day).transpose()?,
            starts: time(self.starts.as_deref())?,
            title: localized(self.title_de, self.title_en),
            shows: self.slug.map(shown).transpose()?,
        })
    }
}

pub(super) fn day(number: i64) -> Result<NonZeroU8> {
    u8::try_from(number).ok().and_then(NonZeroU8::new).ok_or_else(|| unknown("day", &number.to_string()))
}

// `$2` is the first day of the event itself, `$3` its id, which breaks ties.
const BEFORE: &str = select_cards!(
    "",
    "JOIN events v ON v.entry_id = e.id WHERE v.parent_id IS NULL AND e.kind = 'event' AND e.state = 'published' \
     AND (e.earliest < $2 OR (e.earliest = $2 AND e.id < $3)) ORDER BY e.earliest DESC, e.id DESC LIMIT 1"
);
const AFTER: &str = select_cards!(
    "",
    "JOIN events v ON v.entry_id = e.id WHERE v.parent_id IS NULL AND e.kind = 'event' AND e.state = 'published' \
     AND (e.earliest > $2 OR (e.earliest = $2 AND e.id > $3)) ORDER BY e.earliest, e.id LIMIT 1"
);

/// The events before and after one without a parent; sub-events are skipped. An event without
/// a date has no neighbours.
pub(crate) async fn neighbours(
    conn: &mut Conn<'_>,
    locale: Locale,
    card: &Card,
) -> Result<(Option<Card>, Option<Card>)> {
    let Some(first) = card.when.and_then(When::earliest).map(days) else { return Ok((None, None)) };
    let mut found = Vec::with_capacity(2);
    for sql in [BEFORE, AFTER] {
        let row: Option<CardRow> = on!(conn, |c| {
            sqlx::query_as(sql).bind(locale.code()).bind(first).bind(card.id).fetch_optional(c).await
        })?;
        found.push(row.map(|row| row.into_card(locale)).transpose()?);
    }
    let after = found.pop().flatten();
    Ok((found.pop().flatten(), after))
}
