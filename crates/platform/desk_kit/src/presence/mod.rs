//! Presence: who else has a form of the desk open, so that two people do not write the same thing.
//!
//! A form is open from the moment its page is shown. A script says every minute that it still is, and when it is left; without
//! one it counts as open for [`WINDOW`] after the last request. It locks nothing: two who save see each other's text.
//!
//! Invariants: only who was shown a form learns who else has it open; a tab that nobody touches keeps no session alive (the
//! script is silent then); after [`KEPT`] nothing is known any more.

mod pages;
mod store;

use accounts::{Desk, DeskPage, PersonId};
use base::clock::micros;
use jiff::{SignedDuration, Timestamp};
use services::jobs::Chore;
use web::{AppState, Error};

pub(crate) use pages::router;

/// The time for which a form counts as open after the last request of its browser.
const WINDOW: SignedDuration = SignedDuration::from_mins(10);
/// Requests within this time are recorded once.
const EXACTNESS: SignedDuration = SignedDuration::from_secs(30);
/// The time after which it is deleted who had a form open.
const KEPT: SignedDuration = SignedDuration::from_hours(24);

/// Somebody who has a form open.
#[derive(Debug)]
struct Present {
    name: String,
    since: Timestamp,
}

/// Deletes old rows, once a day.
pub(crate) const CHORE: Chore = Chore {
    kind: "purge-presence",
    clean: |conn, clock| {
        Box::pin(
            async move { store::purge(conn, micros(clock.now().saturating_sub(KEPT).unwrap_or(Timestamp::MIN))).await },
        )
    },
};

/// Records that a person was shown a form.
///
/// # Errors
/// If the database fails.
pub(crate) async fn opened(desk: &Desk, form: &str) -> db::Result<()> {
    let now = desk.state().clock.now();
    let seen = store::seen_at(&mut desk.db().read().await?.conn(), desk.person.id, form).await?;
    if seen.is_some_and(|seen| seen > micros(now - EXACTNESS)) {
        return Ok(());
    }
    let mut tx = desk.db().write().await?;
    store::open(&mut tx.conn(), (desk.person.id, form), micros(now), micros(now - WINDOW)).await?;
    tx.commit().await
}

/// Records that a person still has a form open that they were shown; false if they were not.
///
/// # Errors
/// If the database fails.
pub(crate) async fn still_open(state: &AppState, person: PersonId, form: &str) -> db::Result<bool> {
    let now = state.clock.now();
    let Some(seen) = store::seen_at(&mut state.db.read().await?.conn(), person, form).await? else { return Ok(false) };
    if seen <= micros(now - EXACTNESS) {
        let mut tx = state.db.write().await?;
        store::open(&mut tx.conn(), (person, form), micros(now), micros(now - WINDOW)).await?;
        tx.commit().await?;
    }
    Ok(true)
}

/// Sentences about the others who have a form open, or one that is about the same thing.
///
/// # Errors
/// If the database fails.
pub(crate) async fn others(desk: &Desk, form: &str) -> Result<Vec<String>, Error> {
    let since = micros(desk.state().clock.now() - WINDOW);
    let others = store::others(&mut desk.db().read().await?.conn(), (desk.person.id, thing(form)), since).await?;
    let page = DeskPage::new(desk, "");
    let sentence = |other: Present| {
        let args = [("person", other.name.into()), ("time", page.time(other.since).into())];
        desk.t_args("presence-other", &args)
    };
    Ok(others.into_iter().map(sentence).collect())
}

/// The thing that a form is about: `entry/ID` of `entry/ID/en`. Other names have two parts.
fn thing(form: &str) -> &str {
    let ends = form.match_indices('/').nth(1).map_or(form.len(), |(place, _)| place);
    &form[..ends]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_all_languages_are_about_one_entry() {
        assert_eq!(["entry/1", "entry/1/en", "settings/mail"].map(thing), ["entry/1", "entry/1", "settings/mail"]);
    }
}
