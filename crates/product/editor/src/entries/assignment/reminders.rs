//! Once a day: people are told of assignments whose day has come.

use accounts::{PersonId, directory};
use base::{Locale, words};
use golden_thread::EntryId;
use jiff::civil::Date;
use services::jobs::{BoxFuture, DailyWork, Trouble};
use services::mail;
use web::AppState;

use super::store;
use crate::entries::letters::{Letter, Named};

/// Reminds people. Each of them in a transaction of its own, once for each assignment.
#[derive(Debug)]
pub(crate) struct Reminders {
    pub(crate) state: AppState,
}

impl Reminders {
    async fn run_now(&self) -> anyhow::Result<()> {
        let today = self.state.clock.today();
        let due = store::due(&mut self.state.db.read().await?.conn(), today).await?;
        for assignment in due {
            self.remind(assignment, today).await?;
        }
        Ok(())
    }

    async fn remind(&self, (entry, person, day): (EntryId, PersonId, Date), today: Date) -> anyhow::Result<()> {
        let mut tx = self.state.db.write().await?;
        let conn = &mut tx.conn();
        if !store::reminded(conn, (entry, person, day), today).await? {
            return Ok(());
        }
        if let Some(person) = directory::at_work(conn, person).await? {
            let named = Named::load(conn, &self.state, entry).await?;
            let day = words::date(day, Locale::De);
            let letter = Letter { key: "assignment-due", to: &person, named: &named, more: &[("day", day.as_str())] };
            mail::enqueue(conn, self.state.now(), &letter.write(&self.state)).await?;
        }
        Ok(tx.commit().await?)
    }
}

impl DailyWork for Reminders {
    fn kind(&self) -> &'static str {
        "remind-assignments"
    }

    fn run(&self) -> BoxFuture<'_, Result<(), Trouble>> {
        Box::pin(async move { self.run_now().await.map_err(Trouble::Later) })
    }
}
