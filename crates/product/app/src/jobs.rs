//! The handlers of all jobs: mail, backups, and daily chores.

use std::path::PathBuf;

use base::Email;
use desk_kit::slices;
use services::backups;
use services::jobs::{Chore, Workers};
use services::mail::{Delivery, Folder, Sender, Server, WhoSends};
use web::AppState;

use crate::backup::daily::{NightlyBackup, Plan};

/// The daily chores of all slices.
pub fn chores() -> Vec<Chore> {
    slices().iter().flat_map(|slice| slice.chores).copied().collect()
}

/// The delivery of mail.
#[derive(Debug, Clone)]
pub struct Post {
    /// The mail server; without one, mails are written to the folder.
    pub server: Option<Server>,
    /// The address of the sender; by default the initiative's own.
    pub from: Option<Email>,
    /// The folder for mails that no server takes.
    pub folder: PathBuf,
}

/// The workers of this node, which share the state of the pages.
pub fn workers(state: &AppState, post: Post) -> Workers {
    let (db, clock) = (state.db.clone(), state.clock.clone());
    let sender = who_sends(state, post.from);
    let delivery = Delivery::new(db.clone(), clock.clone(), sender, post.server, Folder::new(post.folder));
    let workers = Workers::new(db, clock, state.ids.clone(), state.crashes.clone()).with(delivery);
    let workers = slices().iter().fold(workers, |workers, slice| (slice.handlers)(workers, state));
    workers.with_chores(&chores())
}

/// The database file and the plan of nightly backups; `None` if none are to be made.
pub type Nightly = Option<(PathBuf, Plan)>;

/// Adds the nightly backup to the workers, or records that no backups are expected. After a start, a backup
/// is made at once if there was none that day.
///
/// # Errors
/// If the database fails.
pub async fn with_backups(workers: Workers, state: &AppState, nightly: Nightly) -> anyhow::Result<Workers> {
    let mut tx = state.db.write().await?;
    let Some((database, plan)) = nightly else {
        backups::forget(&mut tx.conn()).await?;
        tx.commit().await?;
        return Ok(workers);
    };
    backups::expect(&mut tx.conn(), state.clock.now()).await?;
    tx.commit().await?;
    Ok(workers.with_daily(NightlyBackup { state: state.clone(), database, plan }))
}

/// The sender of mails: settings of the desk take precedence over those of the start (`from`), which take
/// precedence over the initiative's own name and address.
fn who_sends(state: &AppState, from: Option<Email>) -> WhoSends {
    let state = state.clone();
    WhoSends::asked(move || {
        let (state, from) = (state.clone(), from.clone());
        Box::pin(async move {
            let initiative = &state.newest_masthead().await.initiative;
            let address = initiative.mail.address.clone().or(from);
            Sender {
                name: initiative.mail.name.clone().unwrap_or_else(|| initiative.name.clone()),
                address: address.unwrap_or_else(|| initiative.email.clone()),
            }
        })
    })
}
