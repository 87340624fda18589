//! Outcomes and their parties in the database.

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use base::Locale;
use db::{Conn, Result, bind_all, on, parameters, run, unknown};
use edtf::{Certainty, Edtf, When};
use golden_thread::store::{CardRow, days};
use golden_thread::{Card, EntryId, Kind, Relation, Side, select_cards};
use jiff::civil::Date;
use sqlx::AssertSqlSafe;

use crate::outcome::{Outcome, Party, PartyRole, Status};

#[derive(sqlx::FromRow)]
struct OutcomeRow {
    entry_id: EntryId,
    status: String,
    due: Option<String>,
    event_id: Option<EntryId>,
}

#[derive(sqlx::FromRow)]
struct PartyRow {
    entry_id: EntryId,
    body_id: EntryId,
    role: String,
}

const OUTCOMES: &str = "SELECT entry_id, status, due, event_id FROM outcomes";
const PARTIES: &str = "SELECT entry_id, body_id, role FROM outcome_parties";

/// The facts about some entries.
pub(crate) async fn outcomes_of(conn: &mut Conn<'_>, ids: &[EntryId]) -> Result<HashMap<EntryId, Outcome>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let these = parameters(1, ids.len());
    let outcomes = format!("{OUTCOMES} WHERE entry_id IN {these}");
    let parties = format!("{PARTIES} WHERE entry_id IN {these} ORDER BY entry_id, position");
    let outcomes: Vec<OutcomeRow> =
        on!(conn, |c| bind_all!(sqlx::query_as(AssertSqlSafe(outcomes.as_str())), ids).fetch_all(c).await)?;
    let parties: Vec<PartyRow> =
        on!(conn, |c| bind_all!(sqlx::query_as(AssertSqlSafe(parties.as_str())), ids).fetch_all(c).await)?;
    together(outcomes, parties)
}

const ALL_PARTIES: &str = "SELECT entry_id, body_id, role FROM outcome_parties ORDER BY entry_id, position";

/// The facts about all entries, drafts too.
pub(crate) async fn all(conn: &mut Conn<'_>) -> Result<HashMap<EntryId, Outcome>> {
    let outcomes: Vec<OutcomeRow> = on!(conn, |c| sqlx::query_as(OUTCOMES).fetch_all(c).await)?;
    let parties: Vec<PartyRow> = on!(conn, |c| sqlx::query_as(ALL_PARTIES).fetch_all(c).await)?;
    together(outcomes, parties)
}

fn together(outcomes: Vec<OutcomeRow>, parties: Vec<PartyRow>) -> Result<HashMap<EntryId, Outcome>> {
    let mut found = HashMap::with_capacity(outcomes.len());
    for row in outcomes {
        let status = Status::from_code(&row.status).ok_or_else(|| unknown("status", &row.status))?;
        let due = row.due.as_deref().map(|text| When::parse(text, Certainty::Fixed).map_err(|_| unknown("date", text)));
        found.insert(row.entry_id, Outcome { status, due: due.transpose()?, event: row.event_id, parties: Vec::new() });
    }
    for row in parties {
        let role = role(&row.role)?;
        if let Some(outcome) = found.get_mut(&row.entry_id) {
            outcome.parties.push(Party { body: row.body_id, role });
        }
    }
    Ok(found)
}

const INSERT: &str = "INSERT INTO outcomes (entry_id, status, due, event_id) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (entry_id) DO UPDATE SET status = excluded.status, due = excluded.due, event_id = excluded.event_id";
const INSERT_PARTY: &str = "INSERT INTO outcome_parties (entry_id, position, body_id, role) VALUES ($1, $2, $3, $4)";

const CLEAR: &str = "DELETE FROM outcome_parties WHERE entry_id = $1";

/// Removes the parties.
pub(crate) async fn clear(conn: &mut Conn<'_>, id: EntryId) -> Result<()> {
    run!(conn, sqlx::query(CLEAR).bind(id))?;
    Ok(())
}

/// Keeps what is known about a card that is already kept.
pub(crate) async fn insert(
    conn: &mut Conn<'_>,
    id: EntryId,
    (status, due): (Status, Option<Edtf>),
    event: Option<EntryId>,
    parties: &[Party],
) -> Result<()> {
    run!(conn, sqlx::query(INSERT).bind(id).bind(status.code()).bind(due.map(|due| due.to_string())).bind(event))?;
    for (position, party) in (0_i64..).zip(parties) {
        run!(conn, sqlx::query(INSERT_PARTY).bind(id).bind(position).bind(party.body).bind(party.role.code()))?;
    }
    Ok(())
}

#[derive(sqlx::FromRow)]
struct PartRow {
    #[sqlx(flatten)]
    card: CardRow,
    role: String,
}

// The parts are picked before the cards are put together: that is work for fifty, not for all.
const PARTS: &str = select_cards!(
    ", newest.role",
    "JOIN (SELECT x.id, p.role, p.position FROM outcome_parties p JOIN entries x ON x.id = p.entry_id \
     WHERE p.body_id = $2 AND x.state = 'published' ORDER BY x.earliest DESC NULLS LAST, x.id, p.position LIMIT 50) newest \
     ON newest.id = e.id ORDER BY e.earliest DESC NULLS LAST, e.id, newest.position"
);

/// The newest public entries in which a body has a part.
pub(crate) async fn parts_of(conn: &mut Conn<'_>, locale: Locale, body: EntryId) -> Result<Vec<(Card, PartyRole)>> {
    let rows: Vec<PartRow> = on!(conn, |c| sqlx::query_as(PARTS).bind(locale.code()).bind(body).fetch_all(c).await)?;
    rows.into_iter().map(|row| Ok((row.card.into_card(locale)?, role(&row.role)?))).collect()
}

#[derive(sqlx::FromRow)]
struct LastStepRow {
    origin_id: EntryId,
    edtf: String,
    certainty: String,
}

/// When the last public thing happened, up to `today`, that came of each of these entries.
pub(crate) async fn last_steps(conn: &mut Conn<'_>, ids: &[EntryId], today: Date) -> Result<HashMap<EntryId, When>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let sql = format!(
        "SELECT origin_id, edtf, certainty FROM (SELECT l.origin_id, e.edtf, e.certainty, ROW_NUMBER() OVER \
         (PARTITION BY l.origin_id ORDER BY COALESCE(e.latest, e.earliest) DESC, e.id) AS place \
         FROM links l JOIN entries e ON e.id = l.outcome_id \
         WHERE l.withdrawn_at IS NULL AND e.state = 'published' AND e.kind <> 'phase' AND e.certainty IN ('fixed', 'reported') \
         AND COALESCE(e.latest, e.earliest) <= $1 AND l.origin_id IN {}) steps WHERE place = 1",
        parameters(2, ids.len())
    );
    let rows: Vec<LastStepRow> =
        on!(conn, |c| bind_all!(sqlx::query_as(AssertSqlSafe(sql.as_str())).bind(days(today)), ids)
            .fetch_all(c)
            .await)?;
    let when = |row: LastStepRow| {
        let certainty = Certainty::from_code(&row.certainty).ok_or_else(|| unknown("certainty", &row.certainty))?;
        Ok((row.origin_id, When::parse(&row.edtf, certainty).map_err(|_| unknown("date", &row.edtf))?))
    };
    rows.into_iter().map(when).collect()
}

/// So many entries are linked from one place at most.
const LINKED: i64 = 200;

#[derive(sqlx::FromRow)]
struct LinkedRow {
    #[sqlx(flatten)]
    card: CardRow,
    near_id: EntryId,
}

/// The public entries of a kind that lie one step of this relation beyond some entries.
pub(crate) async fn linked(
    conn: &mut Conn<'_>,
    locale: Locale,
    ids: &[EntryId],
    relation: Relation,
    side: Side,
    kind: Kind,
) -> Result<HashMap<EntryId, Vec<Card>>> {
    let mut found: HashMap<EntryId, Vec<Card>> = HashMap::new();
    if ids.is_empty() {
        return Ok(found);
    }
    let sql = linked_sql(side, ids.len());
    let rows: Vec<LinkedRow> = on!(conn, |c| {
        let query = sqlx::query_as(AssertSqlSafe(sql.as_str())).bind(locale.code()).bind(relation.code());
        bind_all!(query.bind(kind.code()).bind(LINKED), ids).fetch_all(c).await
    })?;
    for row in rows {
        found.entry(row.near_id).or_default().push(row.card.into_card(locale)?);
    }
    Ok(found)
}

fn linked_sql(side: Side, ids: usize) -> String {
    const ORIGINS: &str =
        select_cards!(", l.outcome_id AS near_id", "JOIN links l ON l.origin_id = e.id WHERE l.outcome_id IN ");
    const OUTCOMES: &str =
        select_cards!(", l.origin_id AS near_id", "JOIN links l ON l.outcome_id = e.id WHERE l.origin_id IN ");
    let select = if side == Side::Origin { ORIGINS } else { OUTCOMES };
    format!(
        "{select} {} AND l.relation = $2 AND l.withdrawn_at IS NULL AND e.kind = $3 AND e.state = 'published' \
         ORDER BY e.earliest NULLS LAST, e.number NULLS LAST, e.id LIMIT $4",
        parameters(5, ids)
    )
}

/// Number of public recommendations in each of these hand-overs.
pub(crate) async fn recommendation_counts(
    conn: &mut Conn<'_>,
    hand_overs: &[EntryId],
) -> Result<HashMap<EntryId, i64>> {
    if hand_overs.is_empty() {
        return Ok(HashMap::new());
    }
    let sql = format!(
        "SELECT l.outcome_id, COUNT(*) FROM links l JOIN entries e ON e.id = l.origin_id \
         WHERE l.relation = 'handed_to' AND l.withdrawn_at IS NULL AND e.kind = 'recommendation' \
         AND e.state = 'published' AND l.outcome_id IN {} GROUP BY l.outcome_id",
        parameters(1, hand_overs.len())
    );
    let rows: Vec<(EntryId, i64)> =
        on!(conn, |c| bind_all!(sqlx::query_as(AssertSqlSafe(sql.as_str())), hand_overs).fetch_all(c).await)?;
    Ok(rows.into_iter().collect())
}

fn role(code: &str) -> Result<PartyRole> {
    PartyRole::from_code(code).ok_or_else(|| unknown("role", code))
}
