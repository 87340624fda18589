//! The acts on assignments.

use accounts::Person;
use base::{Locale, words};
use golden_thread::EntryId;
use golden_thread::history::{self, Act, NewAct};
use jiff::civil::Date;
use services::mail;
use web::AppState;

use super::{Assignment, store};
use crate::entries::actions::{By, author};
use crate::entries::letters::{Letter, Named};

/// Gives an entry to a person until a day, and writes to them unless they took it themselves. Nothing happens if it is so
/// already.
pub(crate) async fn give(
    state: &AppState,
    by: By<'_>,
    entry: EntryId,
    (person, day): (&Person, Date),
) -> anyhow::Result<()> {
    let new = Assignment { person_id: Some(person.id.0), person: person.name.clone(), day, giver: by.name.to_owned() };
    let mut tx = state.db.write().await?;
    let conn = &mut tx.conn();
    let Some(work) = history::work(conn, entry).await? else { return Ok(()) };
    let before = store::find(conn, entry).await?;
    if before.is_some_and(|before| before.person_id == new.person_id && before.day == day) {
        return Ok(());
    }
    store::give(conn, entry, &new, state.clock.today()).await?;
    let day = words::date(day, Locale::De);
    let note = format!("{}, {day}", person.name);
    let act = NewAct { entry, number: work.head, act: Act::Assigned, note: Some(&note) };
    history::record(conn, author(state, by), act).await?;
    if new.person_id != by.id {
        let named = Named::load(conn, state, entry).await?;
        let more = [("giver", by.name), ("day", day.as_str())];
        let letter = Letter { key: "assigned", to: person, named: &named, more: &more };
        mail::enqueue(conn, state.now(), &letter.write(state)).await?;
    }
    Ok(tx.commit().await?)
}

/// Says that an assignment is done; false if there is none.
pub(crate) async fn end(state: &AppState, by: By<'_>, entry: EntryId) -> anyhow::Result<bool> {
    let mut tx = state.db.write().await?;
    let conn = &mut tx.conn();
    let Some(work) = history::work(conn, entry).await? else { return Ok(false) };
    let Some(before) = store::find(conn, entry).await? else { return Ok(false) };
    if !store::end(conn, entry).await? {
        return Ok(false);
    }
    let act = NewAct { entry, number: work.head, act: Act::AssignmentDone, note: Some(&before.person) };
    history::record(conn, author(state, by), act).await?;
    tx.commit().await?;
    Ok(true)
}
